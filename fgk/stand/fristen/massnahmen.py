"""The deadlines of measures: as agreed, or as the last report has moved them."""

from collections.abc import Iterator
from datetime import date

from fgk.akte import Akte
from fgk.loading.nachbarn import nachfolger
from fgk.models.massnahme import Massnahme
from fgk.stand.berichtsstand import bekannte_berichte, jahr_in_worten
from fgk.stand.beschlusslage import ist_vereinbart
from fgk.stand.fortschritt import BEENDET
from fgk.stand.fristen.frist import Frist
from fgk.stand.rueckblick import ist_da
from fgk.stand.stellen import nach_stellen


def massnahmenfristen(akte: Akte, stichtag: date) -> Iterator[Frist]:
    """Yield the deadline of every measure that has one."""
    zuletzt = {e.massnahme: (b, e) for b in bekannte_berichte(akte, stichtag) for e in b.massnahmen}
    weiter = _weitergefuehrt(akte, stichtag)
    wer = {
        kennung: s.name
        for s, kennungen in nach_stellen(akte, _kennungen(akte), stichtag)
        for kennung in kennungen
    }
    for record in akte.alle(Massnahme):
        massnahme = record.modell
        bericht, eintrag = zuletzt.get(massnahme.kennung, (None, None))
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
