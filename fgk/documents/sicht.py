"""What every template sees of an Akte: names instead of Kennungen, records in their order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fgk.akte import Akte
from fgk.documents.dokument import Kopf
from fgk.errors import FgkError
from fgk.katalog import lade_katalog
from fgk.models.analyse import Analyse
from fgk.models.audit import STUFE, Audit, Besetzung
from fgk.models.base import VORBEHALT_ART, VORBEHALT_STAND, Datensatz, Quelle, Vorbehalt
from fgk.models.beschluss import ERGEBNIS, Beratung, Beschluss
from fgk.models.datum import fruehestens, spaetestens
from fgk.models.massnahme import Massnahme
from fgk.models.organisation import Organisationseinheiten
from fgk.models.sozialraeume import Sozialraeume
from fgk.models.ziel import Ziel
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.schreibweise import datum, datum_lang, euro
from fgk.stand.beschlusslage import Annahme, annahme_der_zielvereinbarung
from fgk.verfahren.laden import lade_verfahren
from fgk.verfahren.modell import Verfahren

MUSTER_HINWEIS = (
    "Dieses Dokument enthält erfundene Musterdaten. Sie zeigen, wie das Dokument aussieht, und sind keine "
    "Aussagen der Kommune. Erfundene Angaben sind mit „Muster“ gekennzeichnet."
)


@dataclass(frozen=True, slots=True)
class Zielgruppierung:
    """A goal with its measures, those of the agreement apart from those that came later."""

    ziel: Ziel
    vereinbart: tuple[Massnahme, ...]
    ergaenzt: tuple[Massnahme, ...]

    @property
    def massnahmen(self) -> tuple[Massnahme, ...]:
        """All measures of the goal in the order of their Kennungen."""
        return (*self.vereinbart, *self.ergaenzt)


@dataclass(frozen=True, slots=True)
class Feld:
    """A Handlungsfeld with its analysis and its goals."""

    kennung: str
    nummer: str
    bezeichnung: str
    analyse: Analyse | None
    ziele: tuple[Zielgruppierung, ...]

    @property
    def massnahmen(self) -> list[Massnahme]:
        """All measures of the Handlungsfeld."""
        return [massnahme for gruppe in self.ziele for massnahme in gruppe.massnahmen]

    @property
    def anzahl_ziele(self) -> int:
        """Number of goals."""
        return len(self.ziele)

    @property
    def anzahl_massnahmen(self) -> int:
        """Number of measures of the agreement."""
        return sum(len(gruppe.vereinbart) for gruppe in self.ziele)

    @property
    def anzahl_ergaenzt(self) -> int:
        """Number of measures that came later."""
        return sum(len(gruppe.ergaenzt) for gruppe in self.ziele)

    @property
    def anzahl_fortlaufend(self) -> int:
        """Number of measures of the agreement without an end."""
        return sum(m.ist_fortlaufend for gruppe in self.ziele for m in gruppe.vereinbart)


@dataclass(frozen=True)
class Sicht:
    """The Akte on a Stichtag, as documents show it."""

    akte: Akte
    audit: Audit
    verfahren: Verfahren
    stichtag: date
    ist_entwurf: bool

    @classmethod
    def aus(cls, akte: Akte, stichtag: date, *, ist_entwurf: bool) -> "Sicht":
        """Return the view; raises ``FgkError`` where not even the head of the Akte can be used."""
        audit = akte.audit
        verfahren = None if audit is None else lade_verfahren(audit.verfahren)
        if audit is None or verfahren is None:
            raise FgkError(
                f"Aus „{akte.shown_path('audit.yaml')}“ lässt sich kein Dokument erzeugen.",
                "Prüfen Sie die Datei mit „fgk validate“; ohne Ort und Verfahren geht auch kein Entwurf.",
            )
        return cls(akte, audit, verfahren, stichtag, ist_entwurf)

    # names

    @property
    def ort(self) -> str:
        """The place as it calls itself."""
        return self.audit.ort.anzeigename

    @property
    def kurzname(self) -> str:
        """The Akte's Kennung without its letter, for file names."""
        return self.audit.kennung.removeprefix("A-")

    @cached_property
    def _stellen(self) -> dict[str, str]:
        record = self.akte.einzeln(Organisationseinheiten)
        einheiten = record.modell.organisationseinheiten if record else ()
        return {einheit.kennung: einheit.anzeigename for einheit in einheiten}

    @cached_property
    def _volle_namen(self) -> dict[str, str]:
        record = self.akte.einzeln(Organisationseinheiten)
        return {e.kennung: e.name for e in record.modell.organisationseinheiten} if record else {}

    def stelle(self, kennung: str | None) -> str:
        """Return the short name of an Organisationseinheit; its Kennung while it is unknown."""
        return "" if kennung is None else self._stellen.get(kennung, kennung)

    def voller_name(self, kennung: str | None) -> str:
        """Return the full name of an Organisationseinheit."""
        return "" if kennung is None else self._volle_namen.get(kennung, kennung)

    @cached_property
    def _sozialraeume(self) -> dict[str, str]:
        record = self.akte.einzeln(Sozialraeume)
        return {raum.kennung: raum.name for raum in record.modell.sozialraeume} if record else {}

    def sozialraum(self, kennung: str) -> str:
        """Return the name of a Sozialraum."""
        return self._sozialraeume.get(kennung, kennung)

    def querschnittsthema(self, kennung: str) -> str:
        """Return the name of a Querschnittsthema."""
        namen = {thema.kennung: thema.bezeichnung for thema in self.verfahren.querschnittsthemen}
        return namen.get(kennung, kennung)

    def indikator(self, kennung: str) -> str:
        """Return the name of an indicator of the catalogue."""
        gefunden = lade_katalog().get(kennung)
        return gefunden.bezeichnung if gefunden else kennung

    # records in their order

    @cached_property
    def vereinbarung(self) -> Zielvereinbarung | None:
        """The Zielvereinbarung, ``None`` if missing or faulty."""
        record = self.akte.einzeln(Zielvereinbarung)
        return record.modell if record else None

    @cached_property
    def felder(self) -> list[Feld]:
        """The Handlungsfelder of the Akte's catalogue with everything that belongs to them."""
        katalog = self.verfahren.katalog(self.audit.katalog)
        lokal = {eintrag.handlungsfeld: eintrag.bezeichnung_lokal for eintrag in self.audit.handlungsfelder}
        analysen = {record.modell.handlungsfeld: record.modell for record in self.akte.alle(Analyse)}
        return [
            Feld(
                feld.kennung,
                feld.kennung.removeprefix("HF"),
                lokal.get(feld.kennung, feld.bezeichnung),
                analysen.get(feld.kennung),
                tuple(
                    self._gruppe(r.modell)
                    for r in self.akte.alle(Ziel)
                    if r.modell.handlungsfeld == feld.kennung
                ),
            )
            for feld in (katalog.handlungsfelder if katalog else ())
        ]

    def _gruppe(self, ziel: Ziel) -> Zielgruppierung:
        massnahmen = [r.modell for r in self.akte.alle(Massnahme) if r.modell.ziel == ziel.kennung]
        return Zielgruppierung(
            ziel,
            tuple(m for m in massnahmen if m.herkunft == "vereinbart"),
            tuple(m for m in massnahmen if m.herkunft == "ergaenzt"),
        )

    def feldname(self, kennung: str | None) -> str:
        """Return the name of a Handlungsfeld."""
        return next((feld.bezeichnung for feld in self.felder if feld.kennung == kennung), kennung or "")

    @cached_property
    def annahme(self) -> Annahme | None:
        """The decision that put the Zielvereinbarung into force by the Stichtag."""
        return annahme_der_zielvereinbarung(self.akte, self.stichtag)

    def beschluss(self, kennung: str | None) -> Beschluss | None:
        """Return the decision with this Kennung."""
        return self.akte.finde(Beschluss, kennung)

    def beschluesse_zu(self, kennung: str) -> list[Beschluss]:
        """Return all decisions on file that concern a record, in the order of their Kennungen."""
        return [
            record.modell
            for record in self.akte.alle(Beschluss)
            if any(
                bezug.kennung == kennung
                for punkt in record.modell.beschlusspunkte
                for bezug in punkt.betrifft
            )
        ]

    # words

    def beschlussstand(self, annahme: Annahme | None) -> str:
        """Say in words what is decided: "Beschlossen vom Rat am 24. August 2017 (einstimmig)"."""
        if annahme is None or annahme.beratung.datum is None:
            return "noch nicht beschlossen"
        beratung = annahme.beratung
        text = f"{beratung.gremium}, {self.am(beratung.datum)}: {self.ergebnis(beratung)}"
        return text + (" (Quellen uneins)" if beratung.quellenkonflikt else "")

    def ergebnis(self, beratung: Beratung) -> str:
        """Return what a body made of the paper: a recommending body has decided nothing."""
        if beratung.ergebnis is None:
            return "noch offen"
        wort = ERGEBNIS[beratung.ergebnis]
        return wort.replace("beschlossen", "empfohlen") if beratung.rolle == "empfehlung" else wort

    def am(self, tag: date | str | None) -> str:
        """Return a date in running text."""
        return "" if tag is None else datum_lang(tag)

    def zeitraum(self, massnahme: Massnahme) -> str:
        """Return the period of a measure for a table cell."""
        beginn = datum(massnahme.beginn) if massnahme.beginn else ""
        if massnahme.ist_fortlaufend:
            return f"fortlaufend\nab {beginn}" if beginn else "fortlaufend"
        ende = datum(massnahme.ende) if massnahme.ende else "offen"
        return f"{beginn} bis\n{ende}" if beginn else f"bis {ende}"

    def kosten(self, massnahme: Massnahme) -> str:
        """Return the cost of a measure, a line each kind, for a table cell."""
        kosten = massnahme.kosten
        if kosten is None:
            return "–"
        zeilen = []
        if kosten.einmalig is not None:
            zeilen.append(f"{euro(kosten.einmalig)} einmalig")
        if kosten.jaehrlich is not None:
            zeilen.append(f"{euro(kosten.jaehrlich)} jährlich")
        if kosten.personal:
            zeilen.append(f"Personal: {kosten.personal}")
        for foerderung in kosten.foerdermittel:
            betrag = f" {euro(foerderung.betrag)}" if foerderung.betrag is not None else ""
            zeilen.append(f"Förderung{betrag} ({foerderung.programm}, {foerderung.stand})")
        if kosten.ist_haushaltsvorbehalt:
            zeilen.append("Haushaltsvorbehalt")
        if kosten.erlaeuterung:
            zeilen.append(kosten.erlaeuterung)
        return "\n".join(zeilen) or "–"

    def vorbehalt(self, vorbehalt: Vorbehalt) -> str:
        """Return a reservation in words, with its state."""
        stand = VORBEHALT_STAND[vorbehalt.stand]
        if vorbehalt.stand_am:
            stand += f" seit {datum(vorbehalt.stand_am)}"
        text = f"{VORBEHALT_ART[vorbehalt.art]} ({stand})"
        return f"{text}: {vorbehalt.text.rstrip('.')}" if vorbehalt.text else text

    def quelle(self, quelle: Quelle) -> str:
        """Return a source in one line."""
        teile = [quelle.titel]
        if quelle.herausgeber:
            teile.append(quelle.herausgeber)
        if quelle.stand:
            teile.append(f"Stand {datum(quelle.stand)}")
        if quelle.lizenz:
            teile.append(f"Lizenz {quelle.lizenz}")
        if quelle.adresse:
            teile.append(quelle.adresse)
        if quelle.abgerufen_am:
            teile.append(f"abgerufen am {datum(quelle.abgerufen_am)}")
        return ", ".join(teile)

    def besetzung(self, besetzungen: Iterable[Besetzung], tag: date | None = None) -> list[str]:
        """Return the offices that hold a role on a day (default: the Stichtag)."""
        am_tag = tag or self.stichtag
        amtierend = [
            b
            for b in besetzungen
            if (b.von is None or fruehestens(b.von) <= am_tag)
            and (b.bis is None or spaetestens(b.bis) >= am_tag)
        ]
        return [self._amt(b) for b in (amtierend or list(besetzungen))]

    def _amt(self, besetzung: Besetzung) -> str:
        stelle = self.stelle(besetzung.organisationseinheit)
        return (
            f"{besetzung.funktion} ({stelle})"
            if stelle and stelle not in besetzung.funktion
            else besetzung.funktion
        )

    # edges of every document

    def kopf(
        self,
        titel: str,
        untertitel: str,
        angaben: Iterable[tuple[str, str]],
        gezeigt: Iterable[Datensatz | None],
    ) -> Kopf:
        """Return cover and running heads; ``gezeigt`` are the records that the document shows."""
        ist_muster = any(datensatz is not None and datensatz.musterdaten for datensatz in gezeigt)
        hinweise = []
        if self.ist_entwurf:
            hinweise.append("Entwurf: Dieses Dokument ist nicht abgestimmt und kann Fehler enthalten.")
        if ist_muster:
            hinweise.append(MUSTER_HINWEIS)
        gemeinsam = [
            ("Verfahren", f"{self.verfahren.bezeichnung}, {STUFE[self.audit.stufe]}"),
            *((name, wert) for name, wert in angaben if wert),
            ("Stand", datum_lang(self.stichtag)),
        ]
        return Kopf(
            titel=titel,
            untertitel=untertitel,
            ort=self.ort,
            angaben=tuple(gemeinsam),
            hinweise=tuple(hinweise),
            kolumnentitel=f"{titel} · {self.ort}",
            fusszeile="Enthält erfundene Musterdaten" if ist_muster else "",
            vermerk="ENTWURF" if self.ist_entwurf else "",
        )
