"""The contribution in cents: gross, net, VAT, and equal shares over some years."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from fgk.models.tarif import Tarif, Tarifklasse

_CENT = Decimal("0.01")
_HUNDERT = Decimal(100)


class Anfrage(NamedTuple):
    """For whom: how many inhabitants, and the Kennung of Verfahren and stage."""

    einwohner: int
    verfahren: str
    stufe: str


class Kostenbeitrag(NamedTuple):
    """What an audit costs; net and VAT make up gross, and so do the shares, to the cent."""

    klasse: Tarifklasse
    brutto: Decimal
    netto: Decimal
    mehrwertsteuer: Decimal
    raten: tuple[Decimal, ...]


def berechne(tarif: Tarif, anfrage: Anfrage) -> Kostenbeitrag | None:
    """Return the contribution, ``None`` where the tariff has no class for this size, Verfahren and stage."""
    klasse = next((k for k in passende(tarif, anfrage) if k.gilt_fuer(anfrage.einwohner)), None)
    if klasse is None:
        return None
    brutto = Decimal(str(klasse.brutto)).quantize(_CENT)
    netto = (brutto * _HUNDERT / (_HUNDERT + tarif.mehrwertsteuer)).quantize(_CENT, ROUND_HALF_UP)
    return Kostenbeitrag(klasse, brutto, netto, brutto - netto, verteilt(brutto, tarif.jahre))


def passende(tarif: Tarif, anfrage: Anfrage) -> list[Tarifklasse]:
    """Return the classes for a Verfahren and stage, of any size."""
    return [klasse for klasse in tarif.klassen if klasse.gilt_in(anfrage.verfahren, anfrage.stufe)]


def verteilt(betrag: Decimal, jahre: int) -> tuple[Decimal, ...]:
    """Return equal shares of a sum; cents that are left over are paid first."""
    cent, rest = divmod(int(betrag * _HUNDERT), jahre)
    return tuple(Decimal(cent + (jahr < rest)) / _HUNDERT for jahr in range(jahre))
