"""audit.yaml: what is audited, by which Verfahren and stage, who leads, and when what happened."""

from typing import Annotated, Literal

from pydantic import Field

from fgk.models.base import Datensatz, Quelle, Quellenkonflikt, Teil
from fgk.models.kennungen import (
    AuditKennung,
    BeteiligungVerweis,
    HandlungsfeldVerweis,
    MassnahmeVerweis,
    OrganisationseinheitVerweis,
    QuerschnittsthemaVerweis,
)
from fgk.models.werte import AGS, ARS, KREISSCHLUESSEL, Anzahl, Datum, Liste, Postfach, Text, Vokabular

STUFE = Vokabular(
    grund="Grund-Audit", bilanzierung="Bilanzierungs-Audit", erhaltung="Erhaltung des Zertifikats"
)
SCHRITT = Vokabular(
    teilnahmebeschluss="Beschluss zur Teilnahme",
    vertrag="Vertrag mit dem Verein",
    fragebogen="Audit-Fragebogen",
    auftakt="Auftakt",
    bestandsaufnahme="Bestandsaufnahme und Analyse",
    strategieworkshop="Strategieworkshop",
    beteiligung="Beteiligung",
    zielvereinbarungsworkshop="Zielvereinbarungsworkshop",
    zielvereinbarungsbeschluss="Beschluss der Zielvereinbarung",
    einreichung="Einreichung zur Begutachtung",
    begutachtung="Begutachtung",
    zertifizierung="Erteilung des Zertifikats",
    verleihung="Verleihung des Zertifikats",
    erhaltungsworkshop="Erhaltungsworkshop",
    netzwerktreffen="Netzwerktreffen",
    jahresbericht="Jahresbericht",
    bilanz="Bilanz",
    sonstiges="Weiterer Schritt",
)


FUEHRUNG = Vokabular(voll="vollständige Akte", kurz="nur Stammdaten, Tage und Zertifikat").erklaert(
    voll="Die Akte enthält alles, was das Verfahren verlangt; gilt, wenn nichts anderes dasteht.",
    kurz="Nur audit.yaml und das Zertifikat, etwa im Verzeichnis des Vereins; Ziele und Beschlüsse fehlen mit Absicht.",
)


class Einwohner(Teil):
    """Number of inhabitants on a day."""

    anzahl: Anzahl = Field(title="Anzahl", description="Einwohnerinnen und Einwohner (Personen).")
    stichtag: Datum = Field(title="Stichtag", description="Tag, für den die Zahl gilt.")
    quelle: Quelle | None = Field(None, title="Quelle", description="Woher die Zahl stammt.")


class _Ort(Teil):
    name: Text = Field(title="Name", description="Amtlicher Name ohne Zusatz, z. B. Stolberg (Rhld.).")
    bezeichnung: Text | None = Field(
        None,
        title="Bezeichnung",
        description="Wie der Ort sich in Dokumenten nennt, z. B. Kupferstadt Stolberg (Rhld.).",
    )
    land: Text | None = Field(None, title="Land", description="Bundesland.")
    einwohner: Einwohner | None = Field(None, title="Einwohner", description="Einwohnerzahl mit Stichtag.")

    @property
    def anzeigename(self) -> str:
        """The name that documents print."""
        return self.bezeichnung or self.name


class Gemeinde(_Ort):
    """A municipality."""

    art: Literal["gemeinde"] = Field(title="Art", description="gemeinde, für eine Stadt oder Gemeinde.")
    ags: AGS = Field(
        title="AGS",
        description='Amtlicher Gemeindeschlüssel, acht Ziffern in Anführungszeichen, z. B. "05334032".',
    )
    kreis: Text | None = Field(
        None, title="Kreis", description="Name des Kreises; leer bei kreisfreien Städten."
    )


class Kreis(_Ort):
    """A Kreis."""

    art: Literal["kreis"] = Field(title="Art", description="kreis, für einen Kreis.")
    schluessel: KREISSCHLUESSEL = Field(
        title="Kreisschlüssel", description='Fünf Ziffern in Anführungszeichen, z. B. "05334".'
    )


class Verband(_Ort):
    """An association of municipalities (Verbandsgemeinde, Samtgemeinde, Amt)."""

    art: Literal["verband"] = Field(
        title="Art", description="verband, für eine Verbandsgemeinde, eine Samtgemeinde oder ein Amt."
    )
    ars: ARS = Field(
        title="ARS",
        description='Amtlicher Regionalschlüssel, zwölf Ziffern in Anführungszeichen, z. B. "053340032032".',
    )


class Bezirk(_Ort):
    """A borough of a city, such as Berlin-Lichtenberg."""

    art: Literal["bezirk"] = Field(title="Art", description="bezirk, für einen Bezirk einer Stadt.")
    ags: AGS = Field(title="AGS der Gemeinde", description="Gemeindeschlüssel der Stadt, acht Ziffern.")


class Quartier(_Ort):
    """A housing quarter."""

    art: Literal["quartier"] = Field(title="Art", description="quartier, für ein Quartier in einer Gemeinde.")
    ags: AGS = Field(title="AGS der Gemeinde", description="Gemeindeschlüssel der Gemeinde, acht Ziffern.")
    gemeinde: Text | None = Field(None, title="Gemeinde", description="Name der Gemeinde.")


Ort = Annotated[Gemeinde | Kreis | Verband | Bezirk | Quartier, Field(discriminator="art")]


class Besetzung(Teil):
    """Who holds a role, by office; never a person's name."""

    funktion: Text = Field(title="Funktion", description="Amt oder Funktion, z. B. Leitung des Jugendamts.")
    organisationseinheit: OrganisationseinheitVerweis | None = Field(
        None, title="Organisationseinheit", description="Kennung der Organisationseinheit."
    )
    postfach: Postfach | None = Field(
        None, title="Postfach", description="Funktionspostfach, keine persönliche Adresse."
    )
    von: Datum | None = Field(None, title="Von", description="Beginn der Aufgabe.")
    bis: Datum | None = Field(None, title="Bis", description="Ende der Aufgabe; leer, wenn sie andauert.")


class Rollen(Teil):
    """The roles of the audit; each is a list, because people change within four years."""

    leitung: Liste[Besetzung] = Field(
        (),
        title="Leitung",
        description="Bürgermeisterin oder Bürgermeister, Landrätin oder Landrat, Geschäftsführung.",
    )
    projektleitung: Liste[Besetzung] = Field(
        (), title="Projektleitung", description="Projektleitung vor Ort."
    )
    auditorin: Liste[Besetzung] = Field(
        (), title="Auditorin oder Auditor", description="Vom Verein zugelassene Auditorin oder Auditor."
    )
    steuerungsgruppe: Liste[Besetzung] = Field(
        (), title="Steuerungsgruppe", description="Wer den Prozess vor Ort steuert."
    )


class Termin(Teil):
    """A step of the procedure: planned and actual date."""

    schritt: Annotated[str, SCHRITT] = Field(title="Schritt", description="Welcher Schritt des Verfahrens.")
    bezeichnung: Text | None = Field(None, title="Bezeichnung", description="Eigener Name des Schritts.")
    geplant_am: Datum | None = Field(None, title="Geplant am", description="Geplanter Tag.")
    datum: Datum | None = Field(None, title="Datum", description="Tatsächlicher Tag (Beginn).")
    bis: Datum | None = Field(None, title="Bis", description="Letzter Tag, wenn es mehrere waren.")
    ort: Text | None = Field(None, title="Ort", description="Wo es stattfand.")
    teilnehmende: Text | None = Field(None, title="Teilnehmende", description="Welche Gruppen dabei waren.")
    ergebnis: Text | None = Field(None, title="Ergebnis", description="Was dabei herauskam.")
    quellen: Liste[Quelle] = Field((), title="Quellen", description="Woher die Angaben stammen.")
    quellenkonflikt: Quellenkonflikt | None = Field(
        None, title="Quellenkonflikt", description="Wenn Quellen sich über eine Angabe uneins sind."
    )


class LokaleBezeichnung(Teil):
    """How a Handlungsfeld is called here."""

    handlungsfeld: HandlungsfeldVerweis = Field(title="Handlungsfeld", description="Kennung, z. B. HF2.")
    bezeichnung_lokal: Text = Field(
        title="Lokale Bezeichnung", description="Name, den die Kommune verwendet."
    )


class Strategie(Teil):
    """Another strategy or plan that the audit refers to."""

    titel: Text = Field(title="Titel", description="Name der Strategie oder des Plans.")
    text: Text | None = Field(None, title="Text", description="Was sie mit dem Audit zu tun hat.")
    quelle: Quelle | None = Field(None, title="Quelle", description="Wo sie veröffentlicht ist.")


class Mitglied(Teil):
    """A member municipality that takes part in a Kreis audit."""

    name: Text = Field(title="Name", description="Amtlicher Name der Gemeinde.")
    ags: AGS = Field(
        title="AGS",
        description='Amtlicher Gemeindeschlüssel, acht Ziffern in Anführungszeichen, z. B. "05334032".',
    )
    beteiligung: Text | None = Field(None, title="Beteiligung", description="Wie die Gemeinde mitwirkt.")
    beteiligungen: Liste[BeteiligungVerweis] = Field(
        (),
        title="Beteiligungen",
        description="An welchen Workshops und Befragungen sie teilnahm, z. B. W-2017-02.",
    )
    massnahmen: Liste[MassnahmeVerweis] = Field(
        (), title="Maßnahmen", description="An welchen Maßnahmen sie mitwirkt, z. B. M-3.1.2."
    )
    akte: AuditKennung | None = Field(
        None, title="Akte", description="Kennung ihrer eigenen Akte, falls vorhanden."
    )


class Audit(Datensatz):
    """The head of the Akte."""

    kennung: AuditKennung = Field(title="Kennung", description="Kennung der Akte, z. B. A-stolberg-2016.")
    ort: Ort = Field(title="Ort", description="Gemeinde, Kreis, Verband, Bezirk oder Quartier.")
    verfahren: Text = Field(
        title="Verfahren",
        description="familiengerechte-kommune, familiengerechter-kreis oder generationengerechtes-wohnen.",
    )
    katalog: Text = Field(
        title="Katalog", description="Fassung der Handlungsfelder, z. B. fgk-2013 (ältere Akten: fgk-2009)."
    )
    stufe: Annotated[str, STUFE] = Field(title="Stufe", description="Stufe des Zertifikats.")
    fuehrung: Annotated[str, FUEHRUNG] = Field(
        "voll",
        title="Führung",
        description="kurz, wenn die Akte nur Stammdaten, Tage und Zertifikat enthält.",
    )
    ablauf: Text | None = Field(
        None,
        title="Ablauf",
        description="Welche veröffentlichten Dauern der Phasen gelten, z. B. kurz-2012; leer: die üblichen.",
    )
    vorgaenger: AuditKennung | None = Field(
        None, title="Vorgänger", description="Kennung der Akte der vorigen Stufe."
    )
    traeger: Liste[OrganisationseinheitVerweis] = Field(
        (), title="Träger", description="Wer das Audit trägt; beim Quartier Wohnungsunternehmen und Kommune."
    )
    rollen: Rollen = Field(
        Rollen.model_construct(), title="Rollen", description="Wer welche Aufgabe hat, nach Amt."
    )
    querschnittsthemen: Liste[QuerschnittsthemaVerweis] = Field(
        (), title="Querschnittsthemen", description="Welche Querschnittsthemen die Kommune gewählt hat."
    )
    handlungsfelder: Liste[LokaleBezeichnung] = Field(
        (), title="Handlungsfelder", description="Nur wo die Kommune ein Handlungsfeld anders nennt."
    )
    termine: Liste[Termin] = Field(
        (), title="Termine", description="Schritte des Verfahrens, geplant und tatsächlich."
    )
    ausgangslage: Text | None = Field(
        None, title="Ausgangslage", description="Warum die Kommune am Audit teilnimmt."
    )
    strategien: Liste[Strategie] = Field(
        (), title="Strategien", description="Andere Strategien und Pläne der Kommune."
    )
    mitglieder: Liste[Mitglied] = Field(
        (), title="Mitglieder", description="Nur beim Kreis: teilnehmende Gemeinden."
    )
