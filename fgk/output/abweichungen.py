"""What differs from what was decided, as lines of text: record by record, field by field."""

import re
from collections.abc import Iterator
from typing import Any

from fgk.festlegung.festlegung import Vergleich
from fgk.models.arten import art_namens
from fgk.models.felder import title_of
from fgk.plaindata import Unterschied
from fgk.schreibweise import datum, euro, zahl

_LONGEST = 60
#: how much of a long text is shown before the place where it differs
_BEFORE = 15
_DAY = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])-[0-9]{2}\Z")
_ARTEN = {"ZV": "zielvereinbarung", "Z": "ziel", "M": "massnahme", "J": "jahresbericht"}
_SUMS = frozenset({"einmalig", "jaehrlich", "betrag"})


def lines_of(vergleich: Vergleich) -> Iterator[str]:
    """Yield what differs; of a record whose old content nobody knows only that it does."""
    for kennung, path, unterschiede in vergleich.geaendert:
        yield f"{kennung} ({path}):" if unterschiede else f"{kennung} ({path}): geändert"
        for unterschied in unterschiede:
            yield f"  {_label(kennung, unterschied)}: {_values(unterschied)}"
    for kennung in vergleich.fehlend:
        yield f"{kennung}: fehlt oder ist nicht mehr Teil der Zielvereinbarung"
    for kennung in vergleich.neu:
        yield f"{kennung}: neu"


def _label(kennung: str, unterschied: Unterschied) -> str:
    """Return the titles on the way to a field: „Kosten · Jährlich“."""
    praefix = kennung.partition("-")[0]
    modell = art_namens(_ARTEN[praefix]).modell
    pfad = unterschied.pfad
    return " · ".join(title_of(modell, pfad[: stelle + 1]) for stelle in range(len(pfad)))


def _values(unterschied: Unterschied) -> str:
    vorher, nachher, feld = unterschied.vorher, unterschied.nachher, unterschied.pfad[-1]
    if all(isinstance(value, str) and not _DAY.match(value) for value in (vorher, nachher)):
        start = max(_first_difference(vorher, nachher) - _BEFORE, 0)
        return f"{_text(vorher, start)} → {_text(nachher, start)}"
    return f"{_value(vorher, feld)} → {_value(nachher, feld)}"


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _value(value: Any, feld: str) -> str:
    if value is None:
        return "leer"
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, (int, float)):
        return euro(value) if feld in _SUMS and isinstance(value, int) else zahl(value)
    if isinstance(value, list):
        return "[" + ", ".join(_value(inner, feld) for inner in value) + "]"
    if isinstance(value, dict):
        return "(" + ", ".join(f"{key}: {_value(inner, key)}" for key, inner in value.items()) + ")"
    text = str(value)
    return datum(text) if _DAY.match(text) else _text(text, 0)


def _text(text: str, start: int) -> str:
    """Return a text in quotation marks, a long one around the place where it differs."""
    if len(text) <= _LONGEST:
        start = 0
    part = text[start : start + _LONGEST]
    shown = ("…" if start else "") + part + ("…" if start + _LONGEST < len(text) else "")
    return f"„{' '.join(shown.split())}“"
