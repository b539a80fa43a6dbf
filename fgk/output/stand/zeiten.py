"""Days and lengths in words, as exactly as they are known."""

from datetime import date

from fgk.schreibweise import datum
from fgk.stand.zeitpunkt import Monate, Zeitpunkt


def zeit(punkt: Zeitpunkt) -> str:
    """Return when something was, as exactly as it is known."""
    if punkt.ist_genau:
        return datum(punkt.von)
    if (punkt.von, punkt.bis) == (date(punkt.von.year, 1, 1), date(punkt.von.year, 12, 31)):
        return str(punkt.von.year)
    return f"zwischen {datum(punkt.von)} und {datum(punkt.bis)}"


def am(tag: date | str | None) -> str:
    """Return when something is in a sentence: „am 31.12.2018“, „im März 2018“, „2018“."""
    if isinstance(tag, date):
        return f"am {datum(tag)}"
    return f"im {datum(tag)}" if tag and "-" in tag else datum(tag)


def monate(wie_viele: Monate) -> str:
    """Return ``4 Monate`` or ``3 bis 6 Monate``."""
    if wie_viele == (0, 0):
        return "weniger als 1 Monat"
    return f"{spanne(wie_viele)} {'Monat' if wie_viele == (1, 1) else 'Monate'}"


def monaten(wie_viele: Monate) -> str:
    """Return a length behind „nach“."""
    return f"{spanne(wie_viele)} {'Monat' if wie_viele == (1, 1) else 'Monaten'}"


def spanne(wie_viele: Monate) -> str:
    """Return ``4`` or ``3 bis 6``."""
    if wie_viele.von == wie_viele.bis:
        return f"{wie_viele.von}"
    return f"{wie_viele.von} bis {wie_viele.bis}" if wie_viele.von else f"bis zu {wie_viele.bis}"
