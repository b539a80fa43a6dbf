"""Which decision binds a record today: an amendment takes the place of what it amends."""

from collections.abc import Iterator
from typing import NamedTuple

from fgk.akte import Akte
from fgk.festlegung.festlegung import Vergleich, vergleiche
from fgk.models.beschluss import Beschluss
from fgk.models.festlegung import Festlegung


class Bindung(NamedTuple):
    """A decision that binds a record, and the digest that it bound."""

    beschluss: str
    summe: str


def bindungen(akte: Akte, kennung: str) -> list[Bindung]:
    """Return the decisions that bind a record and are not amended in this, in the order of their Kennungen."""
    return [
        Bindung(beschluss.kennung, beschluss.festlegung.eintraege[kennung])
        for beschluss in _festgelegte(akte)
        if beschluss.festlegung is not None
        and kennung in beschluss.festlegung.eintraege
        and not any(_loest_ab(spaeter, beschluss, kennung) for spaeter in _festgelegte(akte))
    ]


def abweichung(
    akte: Akte, beschluss: Beschluss, festlegung: Festlegung, frueher: Akte | None = None
) -> Vergleich:
    """Return what is not as a decision binds it, of what no later decision took over.

    ``frueher`` is the Akte as it was decided on, as ``vergleiche`` takes it.
    """
    geaendert, fehlend, neu = vergleiche(festlegung, akte, beschluss, frueher)

    def gilt(kennung: str) -> bool:
        return any(bindung.beschluss == beschluss.kennung for bindung in bindungen(akte, kennung))

    return Vergleich(
        tuple(a for a in geaendert if gilt(a.kennung)),
        tuple(kennung for kennung in fehlend if gilt(kennung)),
        tuple(kennung for kennung in neu if not bindungen(akte, kennung)),
    )


def abweichende(akte: Akte) -> set[tuple[str, str]]:
    """Return every record that is not as a decision binds it, with that decision: (Kennung, Kennung)."""
    return {
        (kennung, beschluss.kennung)
        for beschluss in _festgelegte(akte)
        if beschluss.festlegung is not None
        for vergleich in [abweichung(akte, beschluss, beschluss.festlegung)]
        for kennung in (*(a.kennung for a in vergleich.geaendert), *vergleich.fehlend, *vergleich.neu)
    }


def _festgelegte(akte: Akte) -> Iterator[Beschluss]:
    return (r.modell for r in akte.alle(Beschluss) if r.modell.festlegung is not None)


def _loest_ab(spaeter: Beschluss, frueher: Beschluss, kennung: str) -> bool:
    """Say whether an amendment takes the place of a decision for one record.

    It does for what it binds itself; one that binds the whole Zielvereinbarung anew also for what it left out.
    """
    if frueher.kennung not in spaeter.aendert or spaeter.festlegung is None or frueher.festlegung is None:
        return False
    neu = spaeter.festlegung.eintraege
    return kennung in neu or any(k.startswith("ZV-") and k in neu for k in frueher.festlegung.eintraege)
