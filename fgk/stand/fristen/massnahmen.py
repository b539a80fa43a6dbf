"""The deadlines of measures: as agreed, or as the last report has moved them."""

from collections.abc import Iterator
from datetime import date

from fgk.akte import Akte
from fgk.loading.nachbarn import nachfolger
from fgk.models.datum import ist_sicher_vor
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.stand.beschlusslage import ist_vereinbart
from fgk.stand.fortschritt import BEENDET, berichte, eintrag_zu
from fgk.stand.fristen.frist import Frist
from fgk.stand.rueckblick import ist_da
from fgk.stand.stellen import nach_stellen


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
    weiter = _weitergefuehrt(akte, stichtag)
    wer = {
        kennung: s.name
        for s, kennungen in nach_stellen(akte, _kennungen(akte), stichtag)
        for kennung in kennungen
    }
    for record in akte.alle(Massnahme):
        massnahme = record.modell
        eintrag = eintrag_zu(bericht, massnahme.kennung)
        neue = eintrag.neue_frist if eintrag else None
        faellig = neue or massnahme.ende
        if faellig is None or massnahme.ist_fortlaufend or not ist_da(akte, massnahme, stichtag):
            continue
        ist_beendet = eintrag is not None and eintrag.status in BEENDET
        wo = "" if ist_beendet else weiter.get(massnahme.kennung, "")
        yield Frist(
            "massnahme",
            massnahme.kennung,
            f"Maßnahme {massnahme.kennung}: {massnahme.titel}",
            record.path,
            "ende",
            massnahme.kennung,
            faellig,
            ist_erledigt=ist_beendet or bool(wo),
            hinweis=wo
            or (f"Neue Frist aus dem Jahresbericht {jahr_in_worten(bericht)}." if neue and bericht else ""),
            zustaendig=wer[massnahme.kennung],
        )


def _kennungen(akte: Akte) -> list[str]:
    return [record.modell.kennung for record in akte.alle(Massnahme)]


def _weitergefuehrt(akte: Akte, stichtag: date) -> dict[str, str]:
    """Return in a sentence where each measure goes on that the agreement of the next audit has taken over."""
    kennung = akte.audit.kennung if akte.audit else ""
    neues = nachfolger(akte.source, kennung)
    if neues is None or neues.audit is None or not ist_vereinbart(neues, stichtag):
        return {}
    return {
        m.uebernommen.kennung: f"Weitergeführt als {m.kennung} in {neues.audit.kennung}."
        for m in (record.modell for record in neues.alle(Massnahme))
        if m.uebernommen is not None and m.uebernommen.akte == kennung
    }
