"""Comparing dates of which some are only known to the month or the year.

A comparison reports only what is certain: "2017" is before 2018-01-01, but neither before nor after
2017-08-24.
"""

from calendar import monthrange
from datetime import date, timedelta

_TAG = timedelta(days=1)


def fruehestens(datum: date | str) -> date:
    """Return the first day that ``datum`` can mean; ``datum`` is a day, "JJJJ-MM" or "JJJJ"."""
    if isinstance(datum, date):
        return datum
    jahr, _, monat = datum.partition("-")
    return date(int(jahr), int(monat or 1), 1)


def spaetestens(datum: date | str) -> date:
    """Return the last day that ``datum`` can mean; ``datum`` is a day, "JJJJ-MM" or "JJJJ"."""
    if isinstance(datum, date):
        return datum
    jahr, _, monat = datum.partition("-")
    letzter_monat = int(monat or 12)
    return date(int(jahr), letzter_monat, monthrange(int(jahr), letzter_monat)[1])


def ist_sicher_vor(eins: date | str | None, zwei: date | str | None) -> bool:
    """Say whether ``eins`` is certainly before ``zwei``; unknown dates are never certain."""
    return eins is not None and zwei is not None and spaetestens(eins) < fruehestens(zwei)


def tag_davor(tag: date) -> date:
    """Return the day before; the first day of the calendar, which only a slip can mean, has itself before it."""
    return max(tag, date.min + _TAG) - _TAG


def tag_danach(tag: date) -> date:
    """Return the day after; the last day of the calendar, which only a slip can mean, has itself after it."""
    return min(tag, date.max - _TAG) + _TAG
