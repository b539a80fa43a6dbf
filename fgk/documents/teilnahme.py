"""Who took part in workshops and surveys: numbers as far as they are known, never names."""

from collections.abc import Iterable

from fgk.documents.sicht import Sicht
from fgk.documents.wortlaut import UNBEKANNT
from fgk.models.beteiligung import Beteiligung
from fgk.models.datum import fruehestens, ist_sicher_vor, spaetestens
from fgk.schreibweise import zahl


def beteiligungen(sicht: Sicht) -> list[Beteiligung]:
    """Return what took place by the Stichtag, in the order of the days."""
    alle_ = [record.modell for record in sicht.akte.alle(Beteiligung)]
    return sorted(
        (b for b in alle_ if not ist_sicher_vor(sicht.stichtag, b.datum)), key=lambda b: fruehestens(b.datum)
    )


def personen(beteiligung: Beteiligung) -> str:
    """Return in words how many took part, as far as it is known."""
    genau, mindestens = _anzahl(beteiligung)
    if genau is not None:
        return zahl(genau)
    return f"mindestens {zahl(mindestens)}" if mindestens else UNBEKANNT


def _anzahl(beteiligung: Beteiligung) -> tuple[int | None, int]:
    """Return how many took part, ``None`` where it is not known, and how many at least."""
    zahlen = [gruppe.anzahl for gruppe in beteiligung.gruppen]
    bekannt = sum(anzahl for anzahl in zahlen if anzahl is not None)
    if beteiligung.teilnehmende is not None:
        return beteiligung.teilnehmende, beteiligung.teilnehmende
    return (bekannt if zahlen and None not in zahlen else None), bekannt


def summe(veranstaltungen: Iterable[Beteiligung]) -> str:
    """Say how often somebody took part; who came twice counts twice."""
    alle_ = [_anzahl(b) for b in veranstaltungen]
    gesamt = sum(mindestens for _, mindestens in alle_)
    if not gesamt:
        return ""
    return zahl(gesamt) if all(genau is not None for genau, _ in alle_) else f"mindestens {zahl(gesamt)}"


def zeitraum(sicht: Sicht, veranstaltungen: list[Beteiligung]) -> str:
    """Return from when to when they took place."""
    if not veranstaltungen:
        return ""
    erster = veranstaltungen[0].datum
    letzter = max((v.bis or v.datum for v in veranstaltungen), key=spaetestens)
    return sicht.am(erster) if erster == letzter else f"{sicht.am(erster)} bis {sicht.am(letzter)}"
