"""What a decision binds: the records that its points concern, and what belongs to them.

What concerns the Zielvereinbarung concerns every goal and measure that is part of it. A point that names two things
binds both. What was rejected, adjourned or referred binds nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from fgk.akte import Akte, Record, natuerlich
from fgk.festlegung.profil import FELDER
from fgk.models.arten import art_namens
from fgk.models.base import Datensatz
from fgk.models.beschluss import ANGENOMMEN, Beschluss, Beschlusspunkt
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel
from fgk.models.zielvereinbarung import Zielvereinbarung

_MEHRZAHL = {
    "zielvereinbarung": "Zielvereinbarungen",
    "ziel": "Ziele",
    "massnahme": "Maßnahmen",
    "jahresbericht": "Jahresberichte",
}
_FOLGE = {art: stelle for stelle, art in enumerate(FELDER)}


def umfang(akte: Akte, beschluss: Beschluss) -> list[Record[Datensatz]]:
    """Return the records that a decision binds, or would bind once it is taken, each once and in a fixed order.

    Faulty records are not among them, so an Akte with faults must not be bound.
    """
    gefunden = {record.kennung: record for kennung in betroffene(beschluss) for record in _zu(akte, kennung)}
    return sorted(gefunden.values(), key=lambda r: (_FOLGE[r.art.name], natuerlich(r.kennung or "")))


def zugehoerige(akte: Akte, kennung: str) -> list[Record[Datensatz]]:
    """Return a record that can be bound and what belongs to it, in the order of ``umfang``."""
    return sorted(_zu(akte, kennung), key=lambda r: (_FOLGE[r.art.name], natuerlich(r.kennung or "")))


def nur_zur_kenntnis(akte: Akte, beschluss: Beschluss) -> list[Record[Datensatz]]:
    """Return the part of ``umfang`` that was only taken note of: it binds nothing, but fixes what was presented."""
    entschieden = {
        record.kennung
        for punkt in _angenommene(beschluss)
        if not _ist_kenntnisnahme(beschluss, punkt)
        for bezug in punkt.betrifft
        if bezug.akte is None
        for record in _zu(akte, bezug.kennung)
    }
    return [record for record in umfang(akte, beschluss) if record.kennung not in entschieden]


def betroffene(beschluss: Beschluss) -> list[str]:
    """Return the Kennungen of this Akte that the accepted points of a decision name, in their order."""
    return list(
        dict.fromkeys(
            bezug.kennung
            for punkt in _angenommene(beschluss)
            for bezug in punkt.betrifft
            if bezug.akte is None
        )
    )


def vorlagen_zur_vereinbarung(akte: Akte) -> list[Beschluss]:
    """Return the decisions that concern the whole Zielvereinbarung, in the order of their Kennungen."""
    return [r.modell for r in akte.alle(Beschluss) if betrifft_vereinbarung(akte, r.modell)]


def betrifft_vereinbarung(akte: Akte, beschluss: Beschluss) -> bool:
    """Say whether a decision binds the whole Zielvereinbarung."""
    vereinbarung = akte.einzeln(Zielvereinbarung)
    return vereinbarung is not None and vereinbarung.kennung in betroffene(beschluss)


def zaehle(records: Iterable[Record[Datensatz]]) -> dict[str, int]:
    """Return how many records there are of each kind that can be bound, in the order of the profile."""
    arten = Counter(record.art.name for record in records)
    return {art: arten[art] for art in FELDER}


def in_worten(records: Sequence[Record[Datensatz]]) -> list[str]:
    """Return what is bound in words, a kind each: „Zielvereinbarung ZV-2017“, „20 Ziele“, „Maßnahme M-3.1.2“."""
    return [
        f"{anzahl} {_MEHRZAHL[art]}"
        if anzahl > 1
        else f"{art_namens(art).titel} {next(r.kennung for r in records if r.art.name == art)}"
        for art, anzahl in zaehle(records).items()
        if anzahl
    ]


def _angenommene(beschluss: Beschluss) -> Iterator[Beschlusspunkt]:
    return (p for p in beschluss.beschlusspunkte if p.ergebnis is None or p.ergebnis in ANGENOMMEN)


def _ist_kenntnisnahme(beschluss: Beschluss, punkt: Beschlusspunkt) -> bool:
    if punkt.ergebnis is not None:
        return punkt.ergebnis == "zur_kenntnis"
    entscheidung = beschluss.entscheidung
    if entscheidung is not None:
        return entscheidung.ergebnis == "zur_kenntnis"
    return all(beratung.rolle != "entscheidung" for beratung in beschluss.beratungen)


def _zu(akte: Akte, kennung: str) -> Iterator[Record[Datensatz]]:
    """Yield the record with this Kennung, if its kind can be bound, and what belongs to it."""
    for art, records in akte.records.items():
        if art.name in FELDER:
            yield from (record for record in records if record.kennung == kennung)
    vereinbarung = akte.einzeln(Zielvereinbarung)
    if vereinbarung is not None and vereinbarung.kennung == kennung:
        yield from (r for r in akte.alle(Ziel) if r.modell.herkunft == "vereinbart")
        yield from (r for r in akte.alle(Massnahme) if r.modell.herkunft == "vereinbart")
