"""For taking note of an annual report: which one, its period, and how many measures have which status."""

from collections.abc import Mapping

from fgk.documents.schaubilder import FOLGE
from fgk.documents.sicht import Sicht
from fgk.festlegung.umfang import betroffene
from fgk.models.beschluss import Beschluss
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.stand import STATUS
from fgk.stand.berichtsstand import jahr_in_worten, zaehle
from fgk.stand.fortschritt import bericht_davor, eintrag_zu


def werte(sicht: Sicht, beschluss: Beschluss) -> Mapping[str, object]:
    """Return the report that is taken note of, and its figures; nothing for other decisions."""
    berichte = berichte_in(sicht, beschluss)
    return {
        "berichte": berichte,
        "berichtsjahre": [jahr_in_worten(bericht) for bericht in berichte],
        "statuszeilen": {bericht.kennung: _zeilen(bericht) for bericht in berichte},
        "seit_vorjahr": {bericht.kennung: _seither(sicht, bericht) for bericht in berichte},
    }


def berichte_in(sicht: Sicht, beschluss: Beschluss) -> list[Jahresbericht]:
    """Return the reports that a decision concerns, or where it names none those that name it."""
    if beschluss.art != "jahresbericht":
        return []
    kennungen = betroffene(beschluss)
    alle = [record.modell for record in sicht.akte.alle(Jahresbericht)]
    genannt = [bericht for bericht in alle if bericht.kennung in kennungen]
    return genannt or [bericht for bericht in alle if bericht.beschluss == beschluss.kennung]


def _zeilen(bericht: Jahresbericht) -> list[tuple[str, int]]:
    """Return every status that occurs with its number, in the order of the diagrams."""
    anzahl = zaehle(bericht.massnahmen)
    return [(STATUS[status], anzahl[status]) for status in FOLGE if anzahl[status]]


def _seither(sicht: Sicht, bericht: Jahresbericht) -> int | None:
    """Return how many measures were finished since the report before, ``None`` for the first one."""
    davor = bericht_davor(sicht.akte, bericht)
    if davor is None:
        return None
    fertig = {eintrag.massnahme for eintrag in bericht.massnahmen if eintrag.status == "umgesetzt"}
    vorher = {kennung: eintrag_zu(davor, kennung) for kennung in fertig}
    return sum(eintrag is None or eintrag.status != "umgesetzt" for eintrag in vorher.values())
