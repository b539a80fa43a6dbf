"""Runs of text -> Typst. What users wrote only ever becomes a string, never markup."""

import re
from itertools import groupby

from fgk.documents.inhalt import Lauf, Zeile
from fgk.documents.schutz import schuetze
from fgk.zeichen import ersetze

_LANGES_STUECK = re.compile(r"[^\s\u00a0\u202f\u00ad-]{25,}")
_BRUCHSTELLE = re.compile(r"(?<=[/@_.?&=:;,+#\\)])(?=\w)")
# More vowels or consonants in a row than German has: no hyphenation will help here.
_KEINE_SILBEN = re.compile(r"[aeiouyäöü]{6,}|[^\W\d_aeiouyäöü]{10,}", re.IGNORECASE)
# Around a word; it can be hyphenated all the same.
_SATZZEICHEN = "()[]{}„“‚‘»«\"'.,;:!?…"
_ACHT = re.compile(r".{8}")
_OHNE_SILBEN = re.compile(r"[^\s\u00a0\u202f\ue000-]{20}(?=[^\s\u00a0\u202f\ue000-]{2})")
# Where a line may break; becomes a space of no width, which leaves no sign in text copied from the PDF. No
# text holds this sign any more when it is put in.
_STELLE = "\ue000"


def write_zeile(zeile: Zeile) -> str:
    """Return the runs of a paragraph, heading or cell."""
    return "".join(
        f"#link({quoted(ziel)})[{_marked(laeufe)}]" if ziel else _marked(laeufe)
        for ziel, laeufe in (
            (ziel, list(group)) for ziel, group in groupby(zeile, key=lambda lauf: lauf.ziel)
        )
    )


def _marked(laeufe: list[Lauf]) -> str:
    teile = []
    for fett, group in groupby(laeufe, key=lambda lauf: lauf.fett):
        inhalt = "".join(f"#emph[{_text(lauf)}]" if lauf.kursiv else _text(lauf) for lauf in group)
        teile.append(f"#strong[{inhalt}]" if fett else inhalt)
    return "".join(teile)


def _text(lauf: Lauf) -> str:
    if lauf.note:
        return f"#footnote[{write_zeile(lauf.note)}]"
    return "#linebreak()".join(f"#{write_string(teil)}" if teil else "" for teil in lauf.text.split("\n"))


def write_string(text: str) -> str:
    """Return the text as strings of Typst code, with a space of no width where a long piece may break."""
    teile = _LANGES_STUECK.sub(_breakable, ersetze(schuetze(text))).split(_STELLE)
    return "#stelle#".join(map(quoted, teile))


def quoted(text: str) -> str:
    """Return text as a string of Typst code."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _breakable(found: re.Match[str]) -> str:
    """Let an address break behind its signs, and what has no syllables anywhere: nothing is cut off."""
    text = found[0]
    if text.strip(_SATZZEICHEN).isalpha():
        return _KEINE_SILBEN.sub(lambda run: _ACHT.sub(rf"\g<0>{_STELLE}", run[0]), text)
    return _OHNE_SILBEN.sub(rf"\g<0>{_STELLE}", _BRUCHSTELLE.sub(_STELLE, text))
