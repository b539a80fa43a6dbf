"""The days of steps that records of all kinds bring along: workshops, decisions, contract, certificate, reports."""

from collections.abc import Iterator
from datetime import date

from fgk.akte import Akte
from fgk.models.arten import art_namens
from fgk.models.audit import SCHRITT
from fgk.models.begutachtung import Begutachtung
from fgk.models.beschluss import Beschluss
from fgk.models.beteiligung import Beteiligung
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.vertrag import Vertrag
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.stand.schrittstand import Schrittstand
from fgk.stand.tore import schritt_der_beteiligung

#: which decision is which step; the one that begins an audit anew is the step „teilnahmebeschluss“ of the new Akte
_BESCHLUESSE = {
    "teilnahme": "teilnahmebeschluss",
    "zielvereinbarung": "zielvereinbarungsbeschluss",
    "bilanz": "bilanz",
}


def schritttage(akte: Akte) -> Iterator[Schrittstand]:
    """Yield a step for each of these days."""
    for beteiligung in akte.alle(Beteiligung):
        w = beteiligung.modell
        yield Schrittstand(schritt_der_beteiligung(w), w.titel, None, w.datum, beteiligung.path, "datum")
    yield from _beschluesse(akte)
    yield from _tage(akte)


def _beschluesse(akte: Akte) -> Iterator[Schrittstand]:
    stufe = akte.audit.stufe if akte.audit else ""
    for record in akte.alle(Beschluss):
        schritt = _BESCHLUESSE.get(record.modell.art)
        entscheidung = record.modell.entscheidung
        if schritt and entscheidung and entscheidung.datum:
            if (schritt, stufe) == ("bilanz", "bilanzierung"):
                schritt = "teilnahmebeschluss"
            wo = f"beratungen[{record.modell.beratungen.index(entscheidung)}].datum"
            yield Schrittstand(schritt, SCHRITT[schritt], None, entscheidung.datum, record.path, wo)


def _tage(akte: Akte) -> Iterator[Schrittstand]:
    """Yield the days that records of one kind have in a field of their own."""
    if vertrag := akte.einzeln(Vertrag):
        yield from _tag("vertrag", vertrag.modell.unterzeichnet_am, vertrag.path, "unterzeichnet_am")
    if begutachtung := akte.einzeln(Begutachtung):
        g, zertifikat = begutachtung.modell, begutachtung.modell.zertifikat
        yield from _tag("einreichung", g.eingereicht_am, begutachtung.path, "eingereicht_am")
        yield from _tag("begutachtung", g.begutachtet_am, begutachtung.path, "begutachtet_am")
        if zertifikat:
            yield from _tag(
                "zertifizierung", zertifikat.erteilt_am, begutachtung.path, "zertifikat.erteilt_am"
            )
            yield from _tag(
                "verleihung", zertifikat.verliehen_am, begutachtung.path, "zertifikat.verliehen_am"
            )
    for record in akte.alle(Jahresbericht):
        name = f"{art_namens('jahresbericht').titel} {jahr_in_worten(record.modell)} vorgelegt"
        for schritt in _tag("jahresbericht", record.modell.vorgelegt_am, record.path, "vorgelegt_am"):
            yield schritt._replace(name=name)
        for nummer, treffen in enumerate(record.modell.netzwerk):
            if treffen.art == "netzwerktreffen":
                wo = f"netzwerk[{nummer}].datum"
                yield Schrittstand(
                    treffen.art, f"Netzwerktreffen: {treffen.titel}", None, treffen.datum, record.path, wo
                )


def _tag(schritt: str, tag: date | str | None, datei: str, schluessel: str) -> Iterator[Schrittstand]:
    if tag is not None:
        yield Schrittstand(schritt, SCHRITT[schritt], None, tag, datei, schluessel)
