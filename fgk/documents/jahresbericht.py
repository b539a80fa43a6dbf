"""The Jahresbericht as a document: what became of the agreement in one year."""

from collections.abc import Container, Iterator
from functools import partial

from fgk.bild import Bild
from fgk.documents.berichtslage import Berichtslage
from fgk.documents.berichtswahl import alle, bericht_von, fehlt, waehle
from fgk.documents.berichtsworte import kriteriumsstand, zeilen_seither
from fgk.documents.dokument import Dokument
from fgk.documents.gliederung import Feld
from fgk.documents.indikatortabelle import ausgangsreihen, im_lauf_der_jahre
from fgk.documents.indikatorteil import indikatorbilder, indikatorteil
from fgk.documents.mitglieder import beitraege, mitgliedszeilen
from fgk.documents.nachbarakte import eigene_audits
from fgk.documents.schaubilder import FOLGE
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.documents.werk import Werk
from fgk.models.indikatoren import Reihe
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.stand import STATUS
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.stand.beschlusslage import Annahme, annahme
from fgk.stand.fortschritt import berichte_davor

__all__ = ["alle", "angaben", "baue", "fehlt", "waehle"]


def baue(sicht: Sicht, jahr: str | None) -> Dokument:
    """Return the report of ``jahr``; a draft is made without one, too."""
    bericht = bericht_von(sicht, jahr)
    lage = Berichtslage.aus(sicht, bericht)
    kenntnisnahme = annahme(sicht.akte, bericht.kennung, sicht.stichtag)
    audits = eigene_audits(sicht)
    werk = Werk(sicht.verfahren.ergebnisdokument)
    kopf = sicht.kopf(
        f"Jahresbericht {jahr_in_worten(bericht)}",
        f"zur Umsetzung {werk.des}",
        angaben(sicht, bericht, kenntnisnahme),
        [bericht, sicht.vereinbarung, *lage.massnahmen, *(d for _, stand in audits for d in stand.gezeigt)],
    )
    reihen_davor = ausgangsreihen(sicht, bericht)
    zielberichte = {eintrag.ziel: eintrag for eintrag in bericht.ziele}
    bilder = dict(_bilder(sicht, lage, reihen_davor))
    koerper = fuelle(
        "jahresbericht.md.j2",
        sicht,
        bilder=bilder,
        bericht=bericht,
        werk=werk,
        davor=lage.davor,
        felder=[feld for feld in sicht.felder if _ist_berichtet(feld, lage.eintraege, zielberichte)],
        eintraege=lage.eintraege,
        zielberichte=zielberichte,
        nicht_vergeben=[STATUS[status] for status in FOLGE if not lage.summen[status]],
        wechsel=lage.wechsel,
        neu=lage.neu,
        ohne_bericht=lage.ohne_bericht,
        ampeln=lage.ampeln,
        mitglieder=mitgliedszeilen(sicht),
        eigene_audits=audits,
        beitraege=beitraege(sicht, bericht),
        kenntnisnahme=kenntnisnahme,
        beschluesse=sicht.beschluesse_zu(bericht.kennung),
        kriteriumsstand=kriteriumsstand,
        berichtszeilen=partial(zeilen_seither, davor=berichte_davor(sicht.akte, bericht)),
        quellen=_quellen(sicht, bericht, reihen_davor),
        **lage.zahlen,
        **indikatorteil(sicht, bericht.reihen, reihen_davor),
    )
    return Dokument(kopf, koerper, bilder, pruefzeichen=sicht.pruefzeichen(bericht.kennung))


def angaben(sicht: Sicht, bericht: Jahresbericht, kenntnisnahme: Annahme | None) -> list[tuple[str, str]]:
    """Return what stands on the cover of every document about a report."""
    vereinbarung = sicht.vereinbarung
    aussteht = "steht aus" if sicht.verfahren.ist_beschluss_noetig else ""
    return [
        ("Berichtszeitraum", f"{sicht.am(bericht.von)} bis {sicht.am(bericht.bis)}"),
        ("Laufzeit der Vereinbarung", sicht.zeitraum(vereinbarung.laufzeit if vereinbarung else None)),
        ("Projektleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.projektleitung, bericht.bis))),
        ("Vorgelegt am", sicht.am(bericht.vorgelegt_am)),
        ("Kenntnisnahme", sicht.beschlussstand(kenntnisnahme) if kenntnisnahme else aussteht),
    ]


def _bilder(sicht: Sicht, lage: Berichtslage, reihen_davor: list[Reihe]) -> Iterator[tuple[str, Bild]]:
    """Yield the diagrams that this report has enough numbers for."""
    yield from lage.statusbilder()
    yield from lage.verlaufsbilder()
    yield from indikatorbilder(sicht, im_lauf_der_jahre(lage.bericht.reihen, reihen_davor)[0])


def _ist_berichtet(feld: Feld, massnahmen: Container[str], ziele: Container[str]) -> bool:
    """Say whether the report says anything about a Handlungsfeld: about a measure, or about a goal."""
    return any(m.kennung in massnahmen for m in feld.massnahmen) or any(
        gruppe.ziel.kennung in ziele for gruppe in feld.ziele
    )


def _quellen(sicht: Sicht, bericht: Jahresbericht, reihen_davor: list[Reihe]) -> list[object]:
    """Return every source once: of the report, of the Akte, of the values."""
    reihen = (*bericht.reihen, *reihen_davor)
    return list(dict.fromkeys((*bericht.quellen, *sicht.audit.quellen, *(reihe.quelle for reihe in reihen))))
