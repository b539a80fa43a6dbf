"""Which characters the fonts of the PDF have, what to do with the others, and which no file can hold.

Imports nothing heavy: a rule asks :func:`fehlende_zeichen` about every text of an Akte.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from fgk import resources

ERSATZ = "□"
_ZEILENENDEN = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
)
# A soft hyphen is meant, and typst knows it. The other invisible signs (BOM, marks of direction, joiners)
# are no text, and typst 0.15 ends with a panic at some of them.
_ERLAUBT = frozenset("\n\t\u00ad")
_ASCII = bytes(range(32, 127)) + b"\n\r\t"
#: what almost every German text has besides ASCII: every font shows it, and it combines with nothing
_GELAEUFIG = frozenset("ÄÖÜäöüßéèáàçñ§°²³„“”‚‘’»«–—…€·•\u00a0")
_STEUERND = frozenset({"Cc", "Cf"})
# Of the letters that DIN 91379 demands, the one that no font has; and its twin to the eye.
_ZWILLINGE = {"ʺ": "″"}


def fehlende_zeichen(text: str) -> set[str]:
    """Return the characters of ``text`` that the PDF cannot show; they print as ``□``."""
    text = unicodedata.normalize("NFC", text)
    if _bekannt(text):
        return set()
    return {zeichen for gruppe in _gruppen(_bereinigt(text)) for zeichen in _fehlend(gruppe)}


def ist_verdaechtig(raw: bytes) -> bool:
    """Say whether UTF-8 text might hold a character that is missing; ``False`` is certain, and fast.

    Almost all of a German text is ASCII, so that is thrown away first, and then the umlauts and quotes. What
    combines with a letter needs the close look of ``fehlende_zeichen``.
    """
    zeichen = set(raw.translate(None, _ASCII).decode("utf-8", errors="replace")) - _GELAEUFIG
    return bool(zeichen) and (not _bekannt(zeichen) or any(map(unicodedata.combining, zeichen)))


def saeubere(text: str) -> str:
    """Return ``text`` as HTML, Word and OpenDocument can hold it: NFC, without control signs, line feeds only.

    What no font of ours has stays: the reader's machine may have one.
    """
    text = unicodedata.normalize("NFC", text)
    if text.isprintable():
        return text
    return "".join(filter(_ist_xml, text.replace("\r\n", "\n").translate(_ZEILENENDEN))).replace("\t", " ")


def _ist_xml(zeichen: str) -> bool:
    """Say whether XML may hold a character; so it is no control sign, half of a pair or what is no character."""
    return zeichen in "\n\t" or not (
        unicodedata.category(zeichen) in {"Cc", "Cs"} or zeichen in "\ufffe\uffff\ufeff"
    )


def ersetze(text: str) -> str:
    """Return ``text`` with signs the PDF can show: NFC, no control signs, ``□`` for what is missing.

    Line feeds stay; other ends of a line become line feeds, a tab becomes a blank.
    """
    text = unicodedata.normalize("NFC", text)
    if not _bekannt(text):
        text = "".join(_ersetzt(gruppe) for gruppe in _gruppen(_bereinigt(text)))
    return text.replace("\t", " ")


def _bekannt(text: Iterable[str]) -> bool:
    """Tell the common case apart fast: all of it in our own fonts."""
    return _abdeckung()[2].issuperset(text)


@cache
def _abdeckung() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return what our own family has, what the second one has, and what may stand as it is."""
    datei = resources.folder("templates") / "schriften" / "abdeckung.txt"
    mengen: list[set[str]] = []
    for zeile in datei.read_text(encoding="utf-8").splitlines():
        if zeile.startswith("["):
            mengen.append(set())
        elif not zeile.startswith("#"):
            von, bis = zeile.split("-")
            mengen[-1].update(map(chr, range(int(von, 16), int(bis, 16) + 1)))
    eigene, ersatz = mengen
    return frozenset(eigene), frozenset(ersatz), _ERLAUBT.union(eigene)


def _bereinigt(text: str) -> str:
    text = text.replace("\r\n", "\n").translate(_ZEILENENDEN)
    return "".join(zeichen for zeichen in text if not _ist_steuernd(zeichen))


def _ist_steuernd(zeichen: str) -> bool:
    if zeichen in _ERLAUBT:
        return False
    # A variation selector chooses between pictures of the sign before it.
    return unicodedata.category(zeichen) in _STEUERND or "\ufe00" <= zeichen <= "\ufe0f"


def _gruppen(text: str) -> Iterator[str]:
    """Split into characters, each with the marks that follow it: a font must have the whole group."""
    gruppe = ""
    for zeichen in text:
        if gruppe and not unicodedata.category(zeichen).startswith("M"):
            yield gruppe
            gruppe = ""
        gruppe += zeichen
    if gruppe:
        yield gruppe


def _zeigbar(gruppe: str) -> bool:
    zerlegt = unicodedata.normalize("NFD", gruppe)
    return gruppe in _ERLAUBT or any(
        schrift.issuperset(gruppe) or schrift.issuperset(zerlegt) for schrift in _abdeckung()[:2]
    )


def _fehlend(gruppe: str) -> str:
    """Return the part of the group that is lost: all of it, or the marks on a letter we have."""
    if _zeigbar(gruppe) or gruppe in _ZWILLINGE:
        return ""
    return gruppe[1:] if _zeigbar(gruppe[0]) else gruppe


def _ersetzt(gruppe: str) -> str:
    fehlend = _fehlend(gruppe)
    if fehlend:
        return gruppe[: -len(fehlend)] + ERSATZ
    return _ZWILLINGE.get(gruppe, gruppe)
