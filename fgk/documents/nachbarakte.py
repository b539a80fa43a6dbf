"""What the reports of a Kreis say of a member's own Akte: its stage, its certificate, and how far its measures are."""

from datetime import date
from typing import NamedTuple

from fgk.akte import Akte, Record
from fgk.documents.schaubilder import FOLGE
from fgk.documents.sicht import Sicht
from fgk.loading.nachbarn import nachbar
from fgk.models.audit import STUFE, Audit
from fgk.models.base import Datensatz
from fgk.models.begutachtung import ZERTIFIKATSART, Begutachtung
from fgk.models.datum import ist_sicher_vor
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.stand import STATUS
from fgk.schreibweise import datum_lang
from fgk.stand.berichtsstand import berichte_bis, jahr_in_worten, zaehle

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
    zertifikat, begutachtungen = _zertifikat(akte, audit, stichtag)
    return Nachbarstand(
        STUFE[audit.stufe],
        zertifikat,
        _fortschritt(berichte[-1]) if berichte else "noch kein Jahresbericht",
        (audit, *begutachtungen, *berichte[-1:]),
    )


def _zertifikat(akte: Akte, audit: Audit, stichtag: date) -> tuple[str, list[Begutachtung]]:
    """Say which certificate there is; while a new audit has none, that of the audit before counts on."""
    record, davor = akte.einzeln(Begutachtung), nachbar(akte.source, audit.vorgaenger)
    eigenes = _in_worten(record, stichtag)
    if eigenes or (record is None and davor is None):
        return eigenes or "noch kein Zertifikat", [record.modell] if record else []
    frueher = davor.einzeln(Begutachtung) if davor else None
    worte = _in_worten(frueher, stichtag)
    gezeigt = [r.modell for r in (record, frueher) if r]
    return f"aus dem vorigen Audit: {worte}" if worte else "noch kein Zertifikat", gezeigt


def _in_worten(record: Record[Begutachtung] | None, stichtag: date) -> str:
    """Return a certificate in words, empty where none is granted by a day."""
    zertifikat = record.modell.zertifikat if record else None
    erteilt = (zertifikat.erteilt_am or zertifikat.verliehen_am) if zertifikat else None
    if zertifikat is None or erteilt is None or ist_sicher_vor(stichtag, erteilt):
        return ""
    art = ZERTIFIKATSART[zertifikat.art]
    if zertifikat.gueltig_bis is None:
        return f"{art} seit {datum_lang(erteilt)}"
    if ist_sicher_vor(zertifikat.gueltig_bis, stichtag):
        return f"{art}, abgelaufen am {datum_lang(zertifikat.gueltig_bis)}"
    return f"{art}, gültig bis {datum_lang(zertifikat.gueltig_bis)}"


def _fortschritt(bericht: Jahresbericht) -> str:
    anzahl = zaehle(bericht.massnahmen)
    teile = [f"{anzahl[status]} {STATUS[status]}" for status in FOLGE if anzahl[status]]
    return f"Bericht {jahr_in_worten(bericht)}: " + (", ".join(teile) or "ohne Maßnahmen")
