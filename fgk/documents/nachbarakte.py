"""What the reports of a Kreis say of a member's own Akte: its stage, its certificate, and how far its measures are."""

from datetime import date
from typing import NamedTuple

from fgk.akte import Akte
from fgk.documents.schaubilder import FOLGE
from fgk.documents.sicht import Sicht
from fgk.loading.nachbarn import nachbar
from fgk.models.audit import STUFE, Audit
from fgk.models.base import Datensatz
from fgk.models.begutachtung import ZERTIFIKATSART, Begutachtung, Zertifikat
from fgk.models.datum import ist_sicher_vor
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.stand import STATUS
from fgk.schreibweise import datum_lang
from fgk.stand.berichtsstand import berichte_bis, jahr_in_worten, zaehle
from fgk.stand.zertifikatsstand import zertifikatsstand

NICHT_DA = "nicht in diesem Arbeitsbereich"


class Nachbarstand(NamedTuple):
    """An Akte of the workspace on a day, in words; ``gezeigt`` are the records that this was taken from."""

    stufe: str
    zertifikat: str
    fortschritt: str
    gezeigt: tuple[Datensatz, ...] = ()


def nachbarstand(sicht: Sicht, kennung: str | None) -> Nachbarstand:
    """Return how far the Akte with a Kennung is; a member may have none, or one that is not here."""
    if kennung is None:
        return Nachbarstand("ohne eigenes Audit", "–", "–")
    akte = nachbar(sicht.akte.source, kennung)
    if akte is None or akte.audit is None:
        return Nachbarstand(f"Akte {kennung}: {NICHT_DA}", "–", "–")
    return _stand(akte, akte.audit, sicht.stichtag)


def eigene_audits(sicht: Sicht) -> list[tuple[str, Nachbarstand]]:
    """Return the members that have an Akte of their own, by name, with how far it is."""
    return [(m.name, nachbarstand(sicht, m.akte)) for m in sicht.audit.mitglieder if m.akte is not None]


def _stand(akte: Akte, audit: Audit, stichtag: date) -> Nachbarstand:
    berichte = berichte_bis(akte, stichtag)
    zertifikat, begutachtungen = _zertifikat(akte, stichtag)
    return Nachbarstand(
        STUFE[audit.stufe],
        zertifikat,
        _fortschritt(berichte[-1]) if berichte else "noch kein Jahresbericht",
        (audit, *begutachtungen, *berichte[-1:]),
    )


def _zertifikat(akte: Akte, stichtag: date) -> tuple[str, list[Begutachtung]]:
    """Say which certificate there is; while a new audit has none, that of the audit before counts on."""
    stand = zertifikatsstand(akte, stichtag)
    davor = nachbar(akte.source, stand.akte) if stand.ist_vom_vorigen else None
    records = (a.einzeln(Begutachtung) for a in (akte, davor) if a)
    gezeigt = [record.modell for record in records if record]
    if stand.zertifikat is None:
        return "noch kein Zertifikat", gezeigt
    worte = _in_worten(stand.zertifikat, stichtag)
    return f"aus dem vorigen Audit: {worte}" if stand.ist_vom_vorigen else worte, gezeigt


def _in_worten(zertifikat: Zertifikat, stichtag: date) -> str:
    art = ZERTIFIKATSART[zertifikat.art]
    if zertifikat.gueltig_bis is None:
        return f"{art} seit {datum_lang(zertifikat.seit)}"
    if ist_sicher_vor(zertifikat.gueltig_bis, stichtag):
        return f"{art}, abgelaufen am {datum_lang(zertifikat.gueltig_bis)}"
    return f"{art}, gültig bis {datum_lang(zertifikat.gueltig_bis)}"


def _fortschritt(bericht: Jahresbericht) -> str:
    anzahl = zaehle(bericht.massnahmen)
    teile = [f"{anzahl[status]} {STATUS[status]}" for status in FOLGE if anzahl[status]]
    return f"Bericht {jahr_in_worten(bericht)}: " + (", ".join(teile) or "ohne Maßnahmen")
