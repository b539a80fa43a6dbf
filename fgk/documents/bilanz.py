"""The Bilanz as a document: at the end of the period, what was agreed and what became of it over all years."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from fgk.akte import Akte
from fgk.bild import Bild
from fgk.documents import vereinbarung as gemeinsam
from fgk.documents.bilanzumfeld import begutachtung, beschluesse, naechste_stufe, zertifikat
from fgk.documents.bilanzwerte import reihen_aller, wertzeilen
from fgk.documents.bilanzziele import massnahmenzeile, zielzeilen
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.indikatortabelle import ausgangsreihen, hinweise_zu, im_lauf_der_jahre, nachkommastellen
from fgk.documents.indikatorteil import indikatorbilder
from fgk.documents.massnahmenlage import Massnahmenlage
from fgk.documents.mitglieder import beitraege
from fgk.documents.rollen import leitung
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.documents.werk import Werk
from fgk.models.datum import ist_sicher_vor
from fgk.models.indikatoren import Reihe
from fgk.models.jahresbericht import Jahresbericht
from fgk.stand.berichtsstand import berichte_bis, jahr_in_worten, jahre_ohne_bericht, letzte_eintraege
from fgk.stand.fortschritt import BEENDET


class Stueck(NamedTuple):
    """What one report says under a heading."""

    jahr: str
    inhalt: object


def fehlt(sicht: Sicht, _welches: str | None) -> Iterator[Fehlend]:
    """Yield what there can be no Bilanz without: the agreement, and a report on it."""
    if sicht.vereinbarung is None:
        werk = Werk(sicht.verfahren.ergebnisdokument)
        yield Fehlend(gemeinsam.DATEI, "", f"die Datei {werk.des}")
    if not berichte_bis(sicht.akte, sicht.stichtag):
        yield Fehlend("jahresberichte", "", "wenigstens ein Jahresbericht")


def alle(akte: Akte) -> list[None]:
    """Return that there is one, once there is a report."""
    return [None] if akte.alle(Jahresbericht) else []


def baue(sicht: Sicht, _welches: str | None) -> Dokument:
    """Return the Bilanz on the Stichtag; a draft is made without agreement and reports, too."""
    berichte = berichte_bis(sicht.akte, sicht.stichtag)
    lage = Massnahmenlage(sicht, letzte_eintraege(berichte), berichte)
    davor = ausgangsreihen(sicht, berichte[-1]) if berichte else []
    lauf, _ = im_lauf_der_jahre(reihen_aller(berichte), davor)
    bilder = dict(_bilder(lage, lauf))
    je_massnahme = [massnahmenzeile(m, berichte) for m in lage.massnahmen]
    gutachten = begutachtung(sicht)
    koerper = fuelle(
        "bilanz.md.j2",
        sicht,
        bilder=bilder,
        werk=Werk(sicht.verfahren.ergebnisdokument),
        vereinbarung=sicht.vereinbarung,
        begutachtung=gutachten,
        berichte=berichte,
        jahre=[jahr_in_worten(bericht) for bericht in berichte],
        nicht_vorgelegt=[jahr_in_worten(b) for b in berichte if not _ist_vorgelegt(b, sicht.stichtag)],
        jahre_ohne_bericht=_jahre_ohne_bericht(sicht, berichte),
        felder=[(feld, zielzeilen(feld, berichte)) for feld in sicht.felder],
        anzahl_ziele=sum(feld.anzahl_ziele for feld in sicht.felder),
        anzahl_vereinbart=sum(feld.anzahl_massnahmen for feld in sicht.felder),
        anzahl_ergaenzt=sum(feld.anzahl_ergaenzt for feld in sicht.felder),
        ergaenzt=[z for z in je_massnahme if z.massnahme.herkunft == "ergaenzt"],
        ausgeschieden=[z for z in je_massnahme if z.letzter and z.letzter.status in ("ersetzt", "entfallen")],
        offen=[z for z in je_massnahme if not z.letzter or z.letzter.status not in BEENDET],
        kurven=[name for name in bilder if name.startswith("kurven")],
        werte=list(wertzeilen(sicht, lauf, nachkommastellen(lauf))),
        indikatorhinweise=list(hinweise_zu(sicht, lauf)),
        naechste_stufe=naechste_stufe(sicht),
        bilanztermine=[t for t in sicht.termine if t.schritt == "bilanz" and t.datum is not None],
        beschluesse=list(beschluesse(sicht)),
        quellen=_quellen(berichte, lauf, sicht),
        **lage.zahlen,
        **_jahr_fuer_jahr(sicht, berichte),
    )
    kopf = sicht.kopf(
        "Bilanz",
        f"der Umsetzung {Werk(sicht.verfahren.ergebnisdokument).des}",
        _angaben(sicht, berichte),
        [*berichte, sicht.vereinbarung, gutachten, *lage.massnahmen],
    )
    return Dokument(kopf, koerper, bilder)


def _angaben(sicht: Sicht, berichte: Sequence[Jahresbericht]) -> list[tuple[str, str]]:
    return [
        ("Laufzeit", sicht.zeitraum(sicht.vereinbarung.laufzeit if sicht.vereinbarung else None)),
        ("Jahresberichte", ", ".join(map(jahr_in_worten, berichte)) or "noch keine"),
        *leitung(sicht),
        ("Zertifikat", zertifikat(sicht)),
    ]


def _jahr_fuer_jahr(sicht: Sicht, berichte: Sequence[Jahresbericht]) -> dict[str, object]:
    """Return what the reports say in words, each under its year."""
    return {
        "strukturen": [Stueck(jahr_in_worten(b), b.strukturen) for b in berichte if b.strukturen],
        "selbst": [Stueck(jahr_in_worten(b), b.selbstevaluation) for b in berichte if b.selbstevaluation],
        "beitraege": [Stueck(jahr_in_worten(b), beitraege(sicht, b)) for b in berichte if b.mitglieder],
        "netzwerk": [treffen for bericht in berichte for treffen in bericht.netzwerk],
        "hinweise_des_vereins": [
            Stueck(jahr_in_worten(b), b.pruefung_verein.hinweise) for b in berichte if b.pruefung_verein
        ],
    }


def _bilder(lage: Massnahmenlage, lauf: Iterable[Reihe]) -> Iterator[tuple[str, Bild]]:
    """Yield the diagrams that there are enough numbers for."""
    yield from lage.statusbilder()
    yield from lage.verlaufsbilder()
    yield from indikatorbilder(lage.sicht, lauf)


def _jahre_ohne_bericht(sicht: Sicht, berichte: Sequence[Jahresbericht]) -> list[int]:
    laufzeit = sicht.vereinbarung.laufzeit if sicht.vereinbarung else None
    if laufzeit is None:
        return []
    # about the year that is running there can be no report yet
    voriges = date(sicht.stichtag.year - 1, 12, 31)
    bis: date = laufzeit.letzter_tag if laufzeit.letzter_tag <= sicht.stichtag else voriges
    return jahre_ohne_bericht(laufzeit.von, bis, berichte)


def _quellen(berichte: Iterable[Jahresbericht], lauf: Iterable[Reihe], sicht: Sicht) -> list[object]:
    einzeln = [quelle for bericht in berichte for quelle in bericht.quellen]
    return list(dict.fromkeys((*einzeln, *sicht.audit.quellen, *(reihe.quelle for reihe in lauf))))


def _ist_vorgelegt(bericht: Jahresbericht, stichtag: date) -> bool:
    return bericht.vorgelegt_am is not None and not ist_sicher_vor(stichtag, bericht.vorgelegt_am)
