"""What every template sees of an Akte: names instead of Kennungen, records in their order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from fgk.akte import Akte
from fgk.documents.dokument import Kopf
from fgk.documents.gliederung import Feld, Zielgruppierung
from fgk.documents.musterhinweis import musterhinweis
from fgk.documents.wortlaut import ergebnis
from fgk.errors import FgkError
from fgk.festlegung.festlegung import aus_records
from fgk.festlegung.umfang import zugehoerige
from fgk.katalog import lade_katalog
from fgk.loading.ablagen import verfahren_von
from fgk.models.analyse import Analyse
from fgk.models.audit import STUFE, Audit, Besetzung, Termin
from fgk.models.base import (
    VEROEFFENTLICHUNG,
    Datensatz,
)
from fgk.models.beschluss import Beschluss
from fgk.models.datum import fruehestens, spaetestens
from fgk.models.massnahme import Massnahme
from fgk.models.ortsname import druckname, mit_artikel
from fgk.models.sozialraeume import Sozialraeume
from fgk.models.verfahren import Verfahren
from fgk.models.ziel import Ziel
from fgk.models.zielvereinbarung import Laufzeit, Zielvereinbarung
from fgk.schreibweise import datum_lang
from fgk.sources import Source
from fgk.stand.beschlusslage import Annahme, annahme_der_zielvereinbarung
from fgk.stand.rueckblick import beschluss_am, ist_da, termin_am, vorbehalte_am
from fgk.stand.stellen import stellen, traeger

if TYPE_CHECKING:
    from fgk.documents.aenderungen import Aenderungszeile

V = TypeVar("V", Ziel, Massnahme, Zielvereinbarung)

#: from what only the house may see to what everybody may
_STUFEN = tuple(VEROEFFENTLICHUNG.worte)


@dataclass(frozen=True)
class Sicht:
    """The Akte on a Stichtag, as documents show it."""

    akte: Akte
    audit: Audit
    verfahren: Verfahren
    stichtag: date
    ist_entwurf: bool
    workspace: Source | None = None
    aenderungen: "tuple[Aenderungszeile, ...] | None" = None
    """The rows of the Änderungsverzeichnis; ``None`` where none is wanted."""

    @classmethod
    def aus(
        cls, akte: Akte, stichtag: date, *, ist_entwurf: bool, workspace: Source | None = None
    ) -> "Sicht":
        """Return the view; raises ``FgkError`` where not even the head of the Akte can be used."""
        audit = akte.audit
        verfahren = verfahren_von(akte)
        if audit is None or verfahren is None:
            raise FgkError(
                f"Aus „{akte.shown_path('audit.yaml')}“ lässt sich kein Dokument erzeugen.",
                "Prüfen Sie die Datei mit „fgk validate“; ohne eine fehlerfreie audit.yaml geht auch kein Entwurf.",
            )
        return cls(akte, audit, verfahren, stichtag, ist_entwurf, workspace)

    @property
    def ablagen(self) -> list[Source]:
        """The folders that may hold the municipality's own design and templates, the first that has one wins."""
        return [self.akte.source] if self.workspace is None else [self.akte.source, self.workspace]

    def pruefzeichen(self, kennung: str) -> str:
        """Return the Prüfzeichen of a record and what belongs to it; empty where faults or a draft leave it open."""
        records = [] if self.ist_entwurf or self.akte.fehlerhaft else zugehoerige(self.akte, kennung)
        return aus_records(records).pruefzeichen if records else ""

    @property
    def untertitel(self) -> str:
        """What the agreement is for: "zur Erlangung des Zertifikats „Familiengerechte Kommune“"."""
        stufe = self.verfahren.stufe(self.audit.stufe)
        return stufe.untertitel.replace("{}", self.verfahren.zertifikat) if stufe else ""

    # names

    @property
    def ort(self) -> str:
        """The place as it calls itself."""
        return druckname(self.audit.ort)

    @property
    def ort_mit_artikel(self) -> str:
        """The place as a sentence begins."""
        return mit_artikel(self.audit.ort)

    @property
    def kurzname(self) -> str:
        """The Akte's Kennung without its letter, for file names."""
        return self.audit.kennung.removeprefix("A-")

    @cached_property
    def _stellen(self) -> dict[str, str]:
        return {kennung: einheit.anzeigename for kennung, einheit in stellen(self.akte).items()}

    def stelle(self, kennung: str | None) -> str:
        """Return the short name of an Organisationseinheit; its Kennung while it is unknown."""
        return "" if kennung is None else self._stellen.get(kennung, kennung)

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
        return self._am_stichtag(record.modell) if record else None

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
                    if r.modell.handlungsfeld == feld.kennung and ist_da(self.akte, r.modell, self.stichtag)
                ),
            )
            for feld in (katalog.handlungsfelder if katalog else ())
        ]

    def _gruppe(self, ziel: Ziel) -> Zielgruppierung:
        massnahmen = [
            self._am_stichtag(r.modell)
            for r in self.akte.alle(Massnahme)
            if r.modell.ziel == ziel.kennung and ist_da(self.akte, r.modell, self.stichtag)
        ]
        return Zielgruppierung(
            self._am_stichtag(ziel),
            tuple(m for m in massnahmen if m.herkunft == "vereinbart"),
            tuple(m for m in massnahmen if m.herkunft == "ergaenzt"),
        )

    def _am_stichtag(self, datensatz: V) -> V:
        return datensatz.model_copy(update={"vorbehalte": vorbehalte_am(datensatz.vorbehalte, self.stichtag)})

    @cached_property
    def termine(self) -> list[Termin]:
        """The steps of the procedure; what lies after the Stichtag is planned."""
        return [termin_am(termin, self.stichtag) for termin in self.audit.termine]

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
            beschluss_am(record.modell, self.stichtag)
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
        text = f"{beratung.gremium}, {self.am(beratung.datum)}: {ergebnis(beratung)}"
        return text + (" (Quellen uneins)" if beratung.quellenkonflikt else "")

    def zeitraum(self, laufzeit: Laufzeit | None) -> str:
        """Return the period of an agreement in words; it may have no end."""
        if laufzeit is None:
            return ""
        if laufzeit.bis is None:
            return f"seit {self.am(laufzeit.von)}, unbefristet"
        return f"{self.am(laufzeit.von)} bis {self.am(laufzeit.bis)}"

    def am(self, tag: date | str | None) -> str:
        """Return a date in running text."""
        return "" if tag is None else datum_lang(tag)

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
        *,
        ist_kurz: bool = False,
    ) -> Kopf:
        """Return cover and running heads; ``gezeigt`` are the records that the document shows."""
        datensaetze = [datensatz for datensatz in gezeigt if datensatz is not None]
        # on the Akte itself it stands for all that is in it
        ist_muster = any(datensatz.musterdaten for datensatz in (self.audit, *datensaetze))
        hinweise = []
        if self.ist_entwurf:
            hinweise.append("Entwurf: Dieses Dokument ist nicht abgestimmt und kann Fehler enthalten.")
        if self.akte.fehlerhaft:
            dateien = ", ".join(sorted(self.akte.fehlerhaft))
            hinweise.append(f"Unvollständig: Wegen Fehlern fehlen Angaben aus diesen Dateien: {dateien}.")
        if ist_muster:
            hinweise.append(musterhinweis(self.audit))
        gemeinsam = [
            ("Verfahren", f"{self.verfahren.bezeichnung}, {STUFE[self.audit.stufe]}"),
            ("Gemeinsame Träger", "\n".join(traeger(self.akte))),
            *angaben,
            ("Stand", datum_lang(self.stichtag)),
            ("Veröffentlichung", _veroeffentlichung((*datensaetze, *(self.aenderungen or ())))),
        ]
        return Kopf(
            titel=titel,
            untertitel=untertitel,
            ort=self.ort,
            angaben=tuple((name, wert) for name, wert in gemeinsam if wert),
            hinweise=tuple(hinweise),
            kolumnentitel=f"{titel} · {self.ort}",
            fusszeile="Enthält erfundene Musterdaten" if ist_muster else "",
            vermerk="ENTWURF" if self.ist_entwurf else "",
            ist_kurz=ist_kurz,
        )


def _veroeffentlichung(gezeigt: "Iterable[Datensatz | Aenderungszeile]") -> str:
    """Return who may see a document: as few as may see the most guarded record in it."""
    stufen = [_STUFEN.index(datensatz.veroeffentlichung) for datensatz in gezeigt]
    return VEROEFFENTLICHUNG[_STUFEN[min(stufen, default=0)]]
