"""The deadlines of measures: as agreed, or as the last report has moved them."""

from collections.abc import Iterator
from datetime import date

from fgk.akte import Akte
from fgk.models.datum import ist_sicher_vor
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme
from fgk.stand.fortschritt import BEENDET, berichte, eintrag_zu
from fgk.stand.fristen.frist import Frist
from fgk.stand.rueckblick import ist_da


def letzter_bericht(akte: Akte, stichtag: date) -> Jahresbericht | None:
    """Return the last report whose period was over by a day; a draft counts, one that was presented later does not."""
    bekannt = [
        record.modell
        for record in berichte(akte)
        if record.modell.bis <= stichtag and not ist_sicher_vor(stichtag, record.modell.vorgelegt_am)
    ]
    return bekannt[-1] if bekannt else None


def massnahmenfristen(akte: Akte, stichtag: date) -> Iterator[Frist]:
    """Yield the deadline of every measure that has one."""
    bericht = letzter_bericht(akte, stichtag)
    for record in akte.alle(Massnahme):
        massnahme = record.modell
        eintrag = eintrag_zu(bericht, massnahme.kennung)
        neue = eintrag.neue_frist if eintrag else None
        faellig = neue or massnahme.ende
        if faellig is None or massnahme.ist_fortlaufend or not ist_da(akte, massnahme, stichtag):
            continue
        yield Frist(
            "massnahme",
            massnahme.kennung,
            f"Maßnahme {massnahme.kennung}: {massnahme.titel}",
            record.path,
            "ende",
            massnahme.kennung,
            faellig,
            ist_erledigt=eintrag is not None and eintrag.status in BEENDET,
            hinweis=f"Neue Frist aus dem Jahresbericht {_jahr(bericht)}." if neue and bericht else "",
        )


def _jahr(bericht: Jahresbericht) -> str:
    return bericht.kennung.removeprefix("J-").replace("-", "/")
