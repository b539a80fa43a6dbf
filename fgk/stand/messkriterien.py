"""Whether a Messkriterium is met: said only where numbers decide it."""

from fgk.katalog import lade_katalog
from fgk.models.ziel import Kriteriumswert, Messkriterium


def ist_erfuellt(kriterium: Messkriterium, wert: Kriteriumswert | None) -> bool | None:
    """Return whether a value is as good as the one aimed at, ``None`` where that cannot be said.

    Which direction is the better one follows from the Ausgangswert, else from the catalogue of indicators.
    """
    soll = kriterium.sollwert.zahl if kriterium.sollwert else None
    if wert is None or wert.zahl is None or soll is None:
        return None
    if wert.zahl == soll:
        return True
    steigend = _soll_steigen(kriterium, soll)
    return None if steigend is None else (wert.zahl > soll) == steigend


def _soll_steigen(kriterium: Messkriterium, soll: float) -> bool | None:
    ist = kriterium.istwert.zahl if kriterium.istwert else None
    if ist is not None and ist != soll:
        return soll > ist
    indikator = lade_katalog().get(kriterium.indikator or "")
    richtung = indikator.richtung if indikator else "neutral"
    return None if richtung == "neutral" else richtung == "hoeher_besser"
