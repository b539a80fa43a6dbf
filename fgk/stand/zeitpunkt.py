"""When something was, as far as it is known: a day, or all days that a date known to the month or year can mean."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from fgk.models.datum import fruehestens, spaetestens

_TAGE_IM_MONAT = 30.4375


class Zeitpunkt(NamedTuple):
    """The first and the last day that can be meant; the same where the day is known."""

    von: date
    bis: date

    @property
    def ist_genau(self) -> bool:
        """Say whether the day is known."""
        return self.von == self.bis


def zeitpunkt(datum: date | str) -> Zeitpunkt:
    """Return what a date of the Akte can mean."""
    return Zeitpunkt(fruehestens(datum), spaetestens(datum))


def letzter(zeitpunkte: Iterable[Zeitpunkt]) -> Zeitpunkt | None:
    """Return when the last of several things was, ``None`` where there are none."""
    alle = list(zeitpunkte)
    return Zeitpunkt(max(z.von for z in alle), max(z.bis for z in alle)) if alle else None


def erster(zeitpunkte: Iterable[Zeitpunkt]) -> Zeitpunkt | None:
    """Return when the first of several things was, ``None`` where there are none."""
    alle = list(zeitpunkte)
    return Zeitpunkt(min(z.von for z in alle), min(z.bis for z in alle)) if alle else None


class Monate(NamedTuple):
    """How many months, at least and at most; rounded, because lengths are advice."""

    von: int
    bis: int


def monate_zwischen(beginn: Zeitpunkt, ende: Zeitpunkt) -> Monate:
    """Return how long it was from one to the other."""
    tage = ((ende.von - beginn.bis).days, (ende.bis - beginn.von).days)
    wenigste, meiste = (round(max(t, 0) / _TAGE_IM_MONAT) for t in tage)
    return Monate(wenigste, meiste)


def nach_monaten(tag: date, monate: int) -> date:
    """Return the same day some months later, the last of the month where it has no such day."""
    jahr, monat = divmod(tag.year * 12 + tag.month - 1 + monate, 12)
    if jahr > date.max.year:
        return date.max
    return date(jahr, monat + 1, min(tag.day, monthrange(jahr, monat + 1)[1]))
