"""The Jahresbericht as a document: what became of the agreement in one year."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fgk.akte import Akte
from fgk.bild import Bild
from fgk.documents.dokument import Dokument
from fgk.documents.gliederung import Feld
from fgk.documents.indikatortabelle import (
    ausgangsreihen,
    ausgangswert,
    hinweise_zu,
    im_lauf_der_jahre,
    indikatorzeile,
    jahre_der,
    kurvenbilder,
    nachkommastellen,
)
from fgk.documents.schaubilder import FOLGE, Balken, kurvenbild, statusbild, verlaufsbild
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.errors import FgkError, NotYetError
from fgk.models.base import Datensatz, Quelle
from fgk.models.datum import ist_sicher_vor
from fgk.models.indikatoren import Reihe
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht, Nachweis, Zielbericht
from fgk.models.massnahme import Massnahme
from fgk.models.stand import STATUS
from fgk.schreibweise import datum
from fgk.stand.beschlusslage import annahme
from fgk.stand.fortschritt import AMPEL, ampel, bericht_davor, berichte, eintrag_zu

#: so that two pictures fill a page
_KURVEN_JE_BILD = 4


@dataclass(frozen=True, slots=True)
class Statuszeile:
    """How many measures of a Handlungsfeld have which status."""

    bezeichnung: str
    anzahl: dict[str, int]

    @property
    def summe(self) -> int:
        """All measures of the row."""
        return sum(self.anzahl.values())


@dataclass(frozen=True, slots=True)
class Wechsel:
    """A measure whose status is another one than in the report before."""

    massnahme: Massnahme
    vorher: str
    nachher: str


def baue(sicht: Sicht, jahr: str | None) -> Dokument:
    """Return the report of ``jahr``; raises ``FgkError`` while the Akte has none."""
    bericht = _bericht_am(_bericht(sicht, jahr), sicht.stichtag)
    davor = bericht_davor(sicht.akte, bericht)
    eintraege = {eintrag.massnahme: eintrag for eintrag in bericht.massnahmen}
    vereinbarung = sicht.vereinbarung
    kenntnisnahme = annahme(sicht.akte, bericht.kennung, sicht.stichtag)
    angaben = [
        ("Berichtszeitraum", f"{sicht.am(bericht.von)} bis {sicht.am(bericht.bis)}"),
        ("Laufzeit der Vereinbarung", sicht.zeitraum(vereinbarung.laufzeit if vereinbarung else None)),
        ("Projektleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.projektleitung, bericht.bis))),
        ("Vorgelegt am", sicht.am(bericht.vorgelegt_am)),
        ("Kenntnisnahme", sicht.beschlussstand(kenntnisnahme) if kenntnisnahme else "steht aus"),
    ]
    alle_massnahmen = [massnahme for feld in sicht.felder for massnahme in feld.massnahmen]
    kopf = sicht.kopf(
        f"Jahresbericht {_jahr_in_worten(bericht)}",
        f"zur Umsetzung der {sicht.verfahren.ergebnisdokument}",
        angaben,
        [bericht, vereinbarung, *alle_massnahmen],
    )
    reihen_davor = ausgangsreihen(sicht, bericht)
    zielberichte = {eintrag.ziel: eintrag for eintrag in bericht.ziele}
    lauf, einzelne = im_lauf_der_jahre(bericht.reihen, reihen_davor)
    stellen, stellen_davor = nachkommastellen(lauf), nachkommastellen(einzelne)
    jahre = jahre_der(lauf)
    summen = _zaehle(eintraege.values())
    statuszeilen = list(_statuszeilen(sicht.felder, eintraege))
    bilder = dict(_bilder(sicht, bericht, statuszeilen, lauf))
    koerper = fuelle(
        "jahresbericht.md.j2",
        sicht,
        bilder=bilder,
        bericht=bericht,
        davor=davor,
        felder=[feld for feld in sicht.felder if _ist_berichtet(feld, eintraege, zielberichte)],
        eintraege=eintraege,
        zielberichte=zielberichte,
        statuszeilen=statuszeilen,
        summen=summen,
        summe=len(eintraege),
        vergeben=[status for status in FOLGE if summen[status]],
        nicht_vergeben=[STATUS[status] for status in FOLGE if not summen[status]],
        verlauf=_verlauf(sicht, bericht),
        folge=FOLGE,
        wechsel=list(_wechsel(alle_massnahmen, eintraege, davor)),
        neu=[
            m
            for m in alle_massnahmen
            if davor and m.kennung in eintraege and not eintrag_zu(davor, m.kennung)
        ],
        ohne_bericht=[
            m for m in alle_massnahmen if m.kennung not in eintraege and m.herkunft == "vereinbart"
        ],
        ampeln=_ampeln(alle_massnahmen, bericht, eintraege),
        jahre=jahre,
        kurven=[name for name in bilder if name.startswith("kurven")],
        indikatoren=[indikatorzeile(sicht, r, jahre, stellen[r.einheit]) for r in lauf],
        ausgangswerte=[ausgangswert(r, stellen_davor[r.einheit]) for r in einzelne],
        hat_klammern=any(wert.merker == "eingeschraenkt" for r in [*lauf, *einzelne] for wert in r.werte),
        indikatorhinweise=list(hinweise_zu(sicht, [*bericht.reihen, *reihen_davor])),
        kenntnisnahme=kenntnisnahme,
        beschluesse=sicht.beschluesse_zu(bericht.kennung),
        kriteriumsstand=_kriteriumsstand,
        berichtszeilen=_berichtszeilen,
        quellen=list(_quellen([bericht, sicht.audit], [*bericht.reihen, *reihen_davor])),
    )
    return Dokument(kopf, koerper, bilder, pruefzeichen=sicht.pruefzeichen(bericht.kennung))


def _bilder(
    sicht: Sicht, bericht: Jahresbericht, statuszeilen: Iterable[Statuszeile], reihen: Iterable[Reihe]
) -> Iterator[tuple[str, Bild]]:
    """Yield the diagrams that this report has enough numbers for."""
    balken = [Balken(zeile.bezeichnung, zeile.anzahl) for zeile in statuszeilen]
    if balken:
        yield "status", statusbild(balken)
    verlauf = _verlauf(sicht, bericht)
    if len(verlauf) > 1:
        yield "verlauf", verlaufsbild(verlauf)
    kurven = list(kurvenbilder(sicht, reihen))
    for i in range(0, len(kurven), _KURVEN_JE_BILD):
        teil = i // _KURVEN_JE_BILD
        yield f"kurven{teil + 1 if teil else ''}", kurvenbild(kurven[i : i + _KURVEN_JE_BILD])


def _verlauf(sicht: Sicht, bericht: Jahresbericht) -> list[Balken]:
    """Return how many measures had which status in each report up to this one."""
    bisher = [r.modell for r in berichte(sicht.akte) if r.modell.von <= bericht.von]
    return [Balken(_jahr_in_worten(b), _zaehle(b.massnahmen)) for b in bisher]


def _bericht(sicht: Sicht, jahr: str | None) -> Jahresbericht:
    vorhanden = [record.modell for record in sicht.akte.alle(Jahresbericht)]
    jahre = ", ".join(bericht.kennung.removeprefix("J-") for bericht in vorhanden)
    if not vorhanden:
        raise FgkError(
            "Die Akte enthält noch keinen fehlerfreien Jahresbericht.",
            "Legen Sie im Ordner „jahresberichte“ eine Datei an und prüfen Sie sie mit „fgk validate“.",
        )
    if jahr is None:
        raise FgkError(
            "Für den Jahresbericht fehlt das Jahr.", f"Nennen Sie es mit --jahr; die Akte enthält: {jahre}."
        )
    gefunden = next((bericht for bericht in vorhanden if bericht.kennung == f"J-{jahr}"), None)
    if gefunden is None:
        raise FgkError(
            f"Die Akte enthält keinen fehlerfreien Jahresbericht {jahr}.", f"Sie enthält: {jahre}."
        )
    return gefunden


def _bericht_am(bericht: Jahresbericht, stichtag: date) -> Jahresbericht:
    """Return the report without what happened to it after the Stichtag; raises ``NotYetError`` before it begins."""
    if ist_sicher_vor(stichtag, bericht.von):
        raise NotYetError(
            f"Der Zeitraum des Jahresberichts {_jahr_in_worten(bericht)} beginnt erst am {datum(bericht.von)}, nach dem "
            f"Stichtag {datum(stichtag)}.",
            "Wählen Sie mit --stichtag einen späteren Tag, oder lassen Sie die Option weg.",
        )
    spaeter: dict[str, None] = {}
    if ist_sicher_vor(stichtag, bericht.vorgelegt_am):
        spaeter["vorgelegt_am"] = None
    if bericht.pruefung_verein and ist_sicher_vor(stichtag, bericht.pruefung_verein.datum):
        spaeter["pruefung_verein"] = None
    return bericht.model_copy(update=spaeter) if spaeter else bericht


def _ist_berichtet(feld: Feld, massnahmen: Container[str], ziele: Container[str]) -> bool:
    """Say whether the report says anything about a Handlungsfeld: about a measure, or about a goal."""
    return any(m.kennung in massnahmen for m in feld.massnahmen) or any(
        gruppe.ziel.kennung in ziele for gruppe in feld.ziele
    )


def _jahr_in_worten(bericht: Jahresbericht) -> str:
    return bericht.kennung.removeprefix("J-").replace("-", "/")


def _zaehle(eintraege: Iterable[Massnahmenbericht]) -> dict[str, int]:
    anzahl = Counter(eintrag.status for eintrag in eintraege)
    return {status: anzahl[status] for status in STATUS.worte}


def _statuszeilen(felder: list[Feld], eintraege: dict[str, Massnahmenbericht]) -> Iterator[Statuszeile]:
    for feld in felder:
        berichtet = [eintraege[m.kennung] for m in feld.massnahmen if m.kennung in eintraege]
        if berichtet:
            yield Statuszeile(f"{feld.nummer} {feld.bezeichnung}", _zaehle(berichtet))
    bekannt = {massnahme.kennung for feld in felder for massnahme in feld.massnahmen}
    rest = [eintrag for kennung, eintrag in eintraege.items() if kennung not in bekannt]
    if rest:
        yield Statuszeile("Maßnahmen, die in der Akte fehlen", _zaehle(rest))


def _wechsel(
    massnahmen: list[Massnahme], eintraege: dict[str, Massnahmenbericht], davor: Jahresbericht | None
) -> Iterator[Wechsel]:
    for massnahme in massnahmen:
        vorher, nachher = eintrag_zu(davor, massnahme.kennung), eintraege.get(massnahme.kennung)
        if vorher and nachher and vorher.status != nachher.status:
            yield Wechsel(massnahme, vorher.status, nachher.status)


def _ampeln(
    massnahmen: list[Massnahme], bericht: Jahresbericht, eintraege: dict[str, Massnahmenbericht]
) -> dict[str, str]:
    """Return measure -> word of the traffic light at the end of the period, for what is still to be done."""
    lichter = {m.kennung: ampel(m, eintraege.get(m.kennung), bericht.bis) for m in massnahmen}
    return {kennung: AMPEL[licht] for kennung, licht in lichter.items() if licht != "grau"}


def _berichtszeilen(eintrag: Massnahmenbericht) -> list[tuple[str, str]]:
    """Return what is reported on a measure as (label, text), the report itself without a label."""
    nachfolger = ", ".join(f"Maßnahme {kennung.removeprefix('M-')}" for kennung in eintrag.nachfolger)
    nachweise = "; ".join(_nachweis(nachweis) for nachweis in eintrag.nachweise)
    zeilen = [
        ("", eintrag.text),
        ("Abweichung", eintrag.abweichung),
        ("Begründung", eintrag.begruendung),
        ("Ersetzt durch", nachfolger),
        ("Nachweise", nachweise),
    ]
    return [(name, text) for name, text in zeilen if text] or [("", "Kein Bericht.")]


def _nachweis(nachweis: Nachweis) -> str:
    tag = f" ({datum(nachweis.datum)})" if nachweis.datum else ""
    return nachweis.bezeichnung + tag + (f", {nachweis.adresse}" if nachweis.adresse else "")


def _kriteriumsstand(zielbericht: Zielbericht | None, bezeichnung: str) -> object | None:
    """Return what a report says about one Messkriterium."""
    if zielbericht is None:
        return None
    return next((stand.wert for stand in zielbericht.werte if stand.messkriterium == bezeichnung), None)


def _quellen(datensaetze: Iterable[Datensatz], reihen: Iterable[Reihe]) -> Iterator[Quelle]:
    seen: set[Quelle] = set()
    for quelle in (*(q for d in datensaetze for q in d.quellen), *(reihe.quelle for reihe in reihen)):
        if quelle not in seen:
            seen.add(quelle)
            yield quelle


def alle(akte: Akte) -> list[str]:
    """Return the years of all reports."""
    return [record.modell.kennung.removeprefix("J-") for record in akte.alle(Jahresbericht)]
