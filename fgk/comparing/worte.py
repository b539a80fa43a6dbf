"""Plain values in words: dates as DIN 5008 has them, euros, vocabulary, names instead of Kennungen.

What leaves this module is one line without signs that move a cursor or turn the direction of writing.
"""

import unicodedata
from typing import Any, NamedTuple, get_args

from pydantic.fields import FieldInfo

from fgk.comparing.namen import Namen
from fgk.models.felder import merkmale, vokabular
from fgk.models.werte import Datum, Geld, Prozent, Verweis
from fgk.schreibweise import datum, euro, zahl

#: two texts up to this length are shown whole, longer ones around the place that differs
_GANZ = 160
_UMGEBUNG = 6
#: characters of one side of a text; the whole of it is in the Akte, and in the JSON
_HOECHSTENS = 500
#: joiners belong to some scripts and to emoji; all other signs without a shape are left out
_VERBINDER = "\u200c\u200d"
_GELD, _DATUM, _PROZENT = (get_args(art)[1] for art in (Geld, Datum, Prozent))


class Textstelle(NamedTuple):
    """The part of two texts that differs, with some words around it."""

    vorher: str
    nachher: str


def sauber(text: str) -> str:
    """Return a text as one line that no terminal and no page takes for more than text."""
    text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = "".join(_sichtbar(zeichen) for zeichen in text)
    return " ".join(text.split())


def _sichtbar(zeichen: str) -> str:
    if zeichen.isprintable() or zeichen in _VERBINDER:
        return zeichen
    if zeichen.isspace():
        return " "
    return "" if unicodedata.category(zeichen) == "Cf" else "\ufffd"


def wort(feld: FieldInfo | None, wert: Any, namen: Namen) -> str | None:
    """Return the plain value of a field in words, ``None`` for no value."""
    if wert is None:
        return None
    if isinstance(wert, list):
        return "; ".join(wort(feld, teil, namen) or "" for teil in wert)
    return sauber(_wort(feld, wert, namen))


def _wort(feld: FieldInfo | None, wert: Any, namen: Namen) -> str:
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    kann = merkmale(feld) if feld else []
    woerter = vokabular(feld) if feld else None
    if woerter and wert in woerter.worte:
        return woerter[wert]
    verweis = next((m for m in kann if isinstance(m, Verweis)), None)
    if verweis and isinstance(wert, str):
        return namen.von(verweis.ziel, wert)
    if _GELD in kann:
        return euro(wert)
    if _PROZENT in kann:
        return f"{zahl(wert)} %"
    if isinstance(wert, str) and ist_datum(feld):
        return datum(wert)
    return zahl(wert) if isinstance(wert, (int, float)) else str(wert)


def mit_einheit(betrag: str, einheit: str) -> str:
    """Return an amount in words with its unit; pieces have none."""
    return betrag if einheit in ("", "Anzahl") else f"{betrag} {einheit}"


def ist_geld(feld: FieldInfo | None) -> bool:
    """Say whether a field holds an amount of euros."""
    return feld is not None and _GELD in merkmale(feld)


def ist_datum(feld: FieldInfo | None) -> bool:
    """Say whether a field holds a day, or a month or year."""
    if feld is None:
        return False
    return _DATUM in merkmale(feld) or "datetime.date" in str(feld.annotation)


def textstelle(vorher: str, nachher: str) -> Textstelle:
    """Return two texts, of long ones only what differs with a few words around it."""
    if max(len(vorher), len(nachher)) <= _GANZ:
        return Textstelle(vorher, nachher)
    a, b = vorher.split(), nachher.split()
    vorn = _gemeinsam(a, b)
    hinten = _gemeinsam(a[vorn:][::-1], b[vorn:][::-1])
    return Textstelle(_ausschnitt(a, vorn, hinten), _ausschnitt(b, vorn, hinten))


def _gemeinsam(a: list[str], b: list[str]) -> int:
    """Return how many words are the same from the beginning."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _ausschnitt(woerter: list[str], vorn: int, hinten: int) -> str:
    von = max(0, vorn - _UMGEBUNG)
    bis = min(len(woerter), len(woerter) - hinten + _UMGEBUNG)
    text = gekuerzt(" ".join(woerter[von:bis]))
    return f"{'… ' if von else ''}{text}{' …' if bis < len(woerter) else ''}"


def gekuerzt(text: str) -> str:
    """Return a long text without its end."""
    return text if len(text) <= _HOECHSTENS else text[:_HOECHSTENS].rsplit(" ", 1)[0] + " …"
