"""What a cell says about beginning and end. What is not certain stays text and is never made up."""

import re
from datetime import date, datetime
from typing import NamedTuple

from fgk.exchange.datum import JAHR, Datum, lies_datum
from fgk.exchange.liste.blatt import Zelle

_FORTLAUFEND = re.compile(
    r"(?i)\b(?:fort)?laufend\b|\bdauerhaft|daueraufgabe|\bunbefristet|\bständig|\bkontinuierlich|\bfortwährend|\bstetig"
)
#: they say when in the year, but no day: „Ende 2019“ is kept as the year, and in its own words
_UNSCHARF = re.compile(
    rf"(?i)(?:ende|mitte|anfang|frühjahr|frühling|sommer|herbst|winter|[1-4]\.?\s?quartal|q[1-4]/?|(?:i{{1,3}}|iv)(?:\.?\s?quartal|/)|"
    rf"[12]\.?\s?halbjahr|i{{1,2}}\.?\s?halbjahr|ca\.?|etwa|voraussichtlich|spätestens)\s?{JAHR}\Z"
)
_SPANNE = re.compile(r"(?i)(?P<von>.+?)\s*(?:–|—|-|bis|/)\s*(?P<bis>.+)\Z")


class Zeit(NamedTuple):
    """What a cell says about time; ``ist_genau`` is ``False`` where its words say more than that."""

    beginn: Datum | None = None
    ende: Datum | None = None
    ist_fortlaufend: bool = False
    ist_genau: bool = True

    @property
    def ist_leer(self) -> bool:
        """Say whether nothing was understood."""
        return self.beginn is None and self.ende is None and not self.ist_fortlaufend


def lies_zeit(zelle: Zelle, feld: str) -> Zeit:
    """Return what a cell of the column ``beginn``, ``ende`` or ``zeitraum`` says."""
    if isinstance(zelle.wert, datetime):
        return _als(feld, zelle.wert.date())
    if isinstance(zelle.wert, date):
        return _als(feld, zelle.wert)
    text = " ".join(zelle.text.split())
    fortlaufend = _FORTLAUFEND.search(text) is not None
    rest = _FORTLAUFEND.sub("", text).strip(" ,;()-–")
    zeit = _lies_text(rest, feld) if rest else Zeit()
    ganz = not rest or not zeit.ist_leer
    return zeit._replace(ist_fortlaufend=fortlaufend, ist_genau=zeit.ist_genau and ganz)


def _lies_text(text: str, feld: str) -> Zeit:
    if (wert := lies_datum(text)) is not None:
        return _als(feld, wert)
    if unscharf := _UNSCHARF.match(text):
        return _als(feld, unscharf["jahr"], ist_genau=False)
    if match := re.match(r"(?i)(?:ab|seit|beginn:?|start:?)\s+(.+)\Z", text):
        return _eines("beginn", match[1])
    if match := re.match(r"(?i)(?:bis(?: zum)?|spätestens)\s+(.+)\Z", text):
        return _eines("ende", match[1])
    if match := _SPANNE.match(text):
        von, bis = lies_datum(match["von"].removeprefix("von ")), lies_datum(match["bis"])
        if von is not None and bis is not None:
            return Zeit(von, bis)
    return Zeit(ist_genau=False)


def _eines(feld: str, text: str) -> Zeit:
    if (wert := lies_datum(text)) is not None:
        return _als(feld, wert)
    unscharf = _UNSCHARF.match(text)
    return Zeit(ist_genau=False) if unscharf is None else _als(feld, unscharf["jahr"], ist_genau=False)


def _als(feld: str, wert: Datum, *, ist_genau: bool = True) -> Zeit:
    """Return a date as beginning or end; what stands alone in a column of periods is the end."""
    return (
        Zeit(beginn=wert, ist_genau=ist_genau) if feld == "beginn" else Zeit(ende=wert, ist_genau=ist_genau)
    )
