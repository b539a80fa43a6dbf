"""The Zertifikatsnachweis: one page with what the Akte knows of the certificate. It is no Urkunde."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from fgk.akte import Akte
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.documents.wortlaut import UNBEKANNT
from fgk.documents.zertifikat import art_des_zertifikats, begutachtung_von, ist_befristet
from fgk.models.base import Quelle, Quellenkonflikt
from fgk.models.begutachtung import (
    BEGUTACHTUNGSERGEBNIS,
    Begutachtung,
    Zertifikat,
)
from fgk.models.datum import ist_sicher_vor
from fgk.models.vertrag import Vertrag

NOCH_NICHT = "Die Akte hat noch kein Zertifikat in der begutachtung.yaml."
DATEI = "begutachtung.yaml"


class Zeile(NamedTuple):
    """A line of the table; sources may disagree about it."""

    name: str
    wert: str
    konflikt: Quellenkonflikt | None = None


def baue(sicht: Sicht, _welches: str | None) -> Dokument:
    """Return the page; what is not on file is named as such."""
    begutachtung = begutachtung_von(sicht)
    zertifikat = begutachtung.zertifikat if begutachtung else None
    annahme = sicht.annahme
    vertrag = _vertrag(sicht)
    kopf = sicht.kopf(
        "Zertifikatsnachweis",
        "Keine Urkunde",
        [("Akte", sicht.audit.kennung)],
        [sicht.audit, begutachtung, annahme.beschluss if annahme else None, vertrag],
        ist_kurz=True,
    )
    koerper = fuelle(
        "zertifikatsnachweis.md.j2",
        sicht,
        begutachtung=begutachtung,
        zertifikat=zertifikat,
        zeilen=[*_zertifikat(sicht, zertifikat), *_grundlage(sicht, begutachtung), *_signet(vertrag)],
        ist_abgelaufen=bool(zertifikat and ist_sicher_vor(zertifikat.gueltig_bis, sicht.stichtag)),
        quellen=list(_quellen(begutachtung)),
    )
    return Dokument(replace(kopf, ist_einseitig=True), koerper)


def _zertifikat(sicht: Sicht, zertifikat: Zertifikat | None) -> Iterator[Zeile]:
    verliehen = sicht.am(zertifikat.verliehen_am) if zertifikat else ""
    in_ = f" in {zertifikat.verliehen_in}" if zertifikat and zertifikat.verliehen_in else ""
    ende = sicht.am(zertifikat.gueltig_bis) if zertifikat else ""
    konflikt = zertifikat.quellenkonflikt if zertifikat else None
    feld = konflikt.feld.rpartition(".")[2] if konflikt else ""
    zeilen = {
        "art": Zeile(
            "Zertifikat", f"{art_des_zertifikats(sicht, zertifikat)} „{sicht.verfahren.zertifikat}“"
        ),
        "ort": Zeile("Erteilt für", sicht.ort),
        "erteilt_am": Zeile(
            "Erteilt am", (sicht.am(zertifikat.erteilt_am) if zertifikat else "") or UNBEKANNT
        ),
        "verliehen_am": Zeile("Feierlich verliehen", verliehen + in_ if verliehen else UNBEKANNT),
        "gueltig_bis": Zeile("Gültig bis", ende or (UNBEKANNT if ist_befristet(sicht) else "unbefristet")),
    }
    wo = feld if feld in zeilen else "verliehen_am" if feld == "verliehen_in" else "art"
    for name, zeile in zeilen.items():
        yield zeile._replace(konflikt=konflikt) if konflikt and name == wo else zeile


def _grundlage(sicht: Sicht, begutachtung: Begutachtung | None) -> Iterator[Zeile]:
    """Yield what the certificate rests on: the agreement, its decision, and the assessment."""
    vereinbarung = sicht.vereinbarung
    laufzeit = sicht.zeitraum(vereinbarung.laufzeit if vereinbarung else None)
    yield Zeile(f"Laufzeit, {sicht.verfahren.ergebnisdokument}", laufzeit or UNBEKANNT)
    annahme = sicht.annahme
    if sicht.verfahren.ist_beschluss_noetig or annahme:
        stand = sicht.beschlussstand(annahme) if annahme else UNBEKANNT
        konflikt = annahme.beratung.quellenkonflikt if annahme else None
        yield Zeile("Beschluss", stand.removesuffix(" (Quellen uneins)"), konflikt)
    if sicht.verfahren.ist_begutachtet(sicht.audit.stufe):
        yield Zeile("Begutachtung", _begutachtung(sicht, begutachtung))


def _begutachtung(sicht: Sicht, begutachtung: Begutachtung | None) -> str:
    if begutachtung is None or begutachtung.ergebnis == "offen":
        return UNBEKANNT
    tag = f" ({sicht.am(begutachtung.begutachtet_am)})" if begutachtung.begutachtet_am else ""
    return BEGUTACHTUNGSERGEBNIS[begutachtung.ergebnis] + tag


def _vertrag(sicht: Sicht) -> Vertrag | None:
    """Return the agreement with the Verein where it says something of the Signet."""
    record = sicht.akte.einzeln(Vertrag)
    return record.modell if record and any("Signet" in text for text in record.modell.leistungen) else None


def _signet(vertrag: Vertrag | None) -> Iterator[Zeile]:
    """Yield what the agreement with the Verein says of the Signet, in its own words."""
    for leistung in vertrag.leistungen if vertrag else ():
        if "Signet" in leistung:
            muster = " (Muster)" if vertrag and vertrag.musterdaten else ""
            yield Zeile("Nutzung des Signets", f"laut Vertrag: {leistung}{muster}")


def _quellen(begutachtung: Begutachtung | None) -> list[Quelle]:
    if begutachtung is None:
        return []
    zertifikat = begutachtung.zertifikat
    return list(dict.fromkeys((*(zertifikat.quellen if zertifikat else ()), *begutachtung.quellen)))


def fehlt(sicht: Sicht, _welches: str | None) -> Iterator[Fehlend]:
    """Yield what it lacks: that the certificate was granted or handed over."""
    begutachtung = begutachtung_von(sicht)
    zertifikat = begutachtung.zertifikat if begutachtung else None
    if zertifikat is None or not zertifikat.seit:
        yield Fehlend(DATEI, "zertifikat.erteilt_am", "Erteilung oder Verleihung des Zertifikats")


def alle(akte: Akte) -> list[None]:
    """Return that there is one, once a certificate is on file."""
    record = akte.einzeln(Begutachtung)
    return [None] if record and record.modell.zertifikat else []
