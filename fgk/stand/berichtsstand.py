"""What annual reports say of all measures together: counted here once, for every document that prints it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from fgk.akte import Akte
from fgk.models.datum import ist_sicher_vor
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht
from fgk.models.massnahme import Massnahme
from fgk.models.stand import STATUS
from fgk.stand.fortschritt import berichte, eintrag_zu

#: a year of which no more days than these belong to the period needs no report
_HALBES_JAHR = 183
#: the agreement comes out otherwise than it was decided
ABWEICHEND = ("verschoben", "ruht", "ersetzt", "entfallen")


class Wechsel(NamedTuple):
    """A measure whose status is another one than in the report before."""

    massnahme: Massnahme
    vorher: str
    nachher: str


def zaehle(eintraege: Iterable[Massnahmenbericht]) -> dict[str, int]:
    """Return how many measures have which status; every status has a number."""
    anzahl = Counter(eintrag.status for eintrag in eintraege)
    return {status: anzahl[status] for status in STATUS.worte}


def wechsel(
    massnahmen: Iterable[Massnahme], bericht: Jahresbericht, davor: Jahresbericht | None
) -> Iterator[Wechsel]:
    """Yield the measures whose status changed since the report before."""
    for massnahme in massnahmen:
        vorher, nachher = eintrag_zu(davor, massnahme.kennung), eintrag_zu(bericht, massnahme.kennung)
        if vorher and nachher and vorher.status != nachher.status:
            yield Wechsel(massnahme, vorher.status, nachher.status)


def berichte_bis(akte: Akte, stichtag: date) -> list[Jahresbericht]:
    """Return the reports whose period has begun by a day, in the order of their periods."""
    return [
        bericht_am(r.modell, stichtag) for r in berichte(akte) if not ist_sicher_vor(stichtag, r.modell.von)
    ]


def bericht_am(bericht: Jahresbericht, stichtag: date) -> Jahresbericht:
    """Return a report without what happened to it after a day."""
    spaeter: dict[str, None] = {}
    if ist_sicher_vor(stichtag, bericht.vorgelegt_am):
        spaeter["vorgelegt_am"] = None
    if bericht.pruefung_verein and ist_sicher_vor(stichtag, bericht.pruefung_verein.datum):
        spaeter["pruefung_verein"] = None
    return bericht.model_copy(update=spaeter) if spaeter else bericht


def letzte_eintraege(bisher: Iterable[Jahresbericht]) -> dict[str, Massnahmenbericht]:
    """Return measure -> the last word on it, from reports in their order."""
    return {eintrag.massnahme: eintrag for bericht in bisher for eintrag in bericht.massnahmen}


def jahre_ohne_bericht(von: date, bis: date, bisher: Iterable[Jahresbericht]) -> list[int]:
    """Return the years of a period that no report is about; one of which it has less than half needs none."""
    berichtet = {jahr for b in bisher for jahr in range(b.von.year, b.bis.year + 1)}
    return [
        jahr
        for jahr in range(von.year, bis.year + 1)
        if jahr not in berichtet
        and (min(bis, date(jahr, 12, 31)) - max(von, date(jahr, 1, 1))).days + 1 >= _HALBES_JAHR
    ]


def jahr_in_worten(bericht: Jahresbericht) -> str:
    """Return how a report is called by its year: „2020“, or „2020/2021“."""
    return bericht.kennung.removeprefix("J-").replace("-", "/")
