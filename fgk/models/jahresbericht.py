"""jahresberichte/JJJJ.yaml: the annual report, one entry a measure in a fixed order."""

from typing import Annotated

from pydantic import Field

from fgk.models.base import Datensatz, Teil
from fgk.models.indikatoren import Reihe
from fgk.models.kennungen import BeschlussVerweis, JahresberichtKennung, MassnahmeVerweis, ZielVerweis
from fgk.models.stand import ZIELSTAND, Status
from fgk.models.werte import AGS, Datum, Liste, Prozent, Tag, Text, Vokabular, Webadresse
from fgk.models.ziel import Kriteriumswert

TREFFENART = Vokabular(netzwerktreffen="Netzwerktreffen", seminar="Seminar", fachtagung="Fachtagung")
PRUEFERGEBNIS = Vokabular(
    bestaetigt="bestätigt", nachzubessern="nachzubessern", nicht_bestaetigt="nicht bestätigt"
).erklaert(
    bestaetigt="Der Verein nimmt den Bericht an.",
    nachzubessern="Der Bericht ist zu ergänzen und noch einmal vorzulegen.",
    nicht_bestaetigt="Der Verein nimmt den Bericht nicht an.",
)


class Nachweis(Teil):
    """Evidence for what is reported."""

    bezeichnung: Text = Field(title="Bezeichnung", description="Was es belegt, z. B. Nutzungsstatistik 2018.")
    adresse: Webadresse | None = Field(None, title="Adresse", description="Internetadresse des Nachweises.")
    datum: Datum | None = Field(None, title="Datum", description="Datum des Nachweises.")


class Massnahmenbericht(Teil):
    """What became of one measure in the period."""

    massnahme: MassnahmeVerweis = Field(title="Maßnahme", description="Kennung der Maßnahme, z. B. M-3.1.2.")
    status: Status = Field(title="Status", description="Stand am Ende des Berichtszeitraums.")
    fortschritt: Prozent | None = Field(
        None, title="Fortschritt", description="Fortschritt in Prozent, 0 bis 100."
    )
    text: Text | None = Field(None, title="Bericht", description="Was getan wurde.")
    nachweise: Liste[Nachweis] = Field((), title="Nachweise", description="Womit es belegt ist.")
    abweichung: Text | None = Field(None, title="Abweichung", description="Was anders kam als vereinbart.")
    begruendung: Text | None = Field(
        None,
        title="Begründung",
        description="Pflicht bei teilweise umgesetzt, verschoben, ruht, ersetzt, entfallen.",
    )
    nachfolger: Liste[MassnahmeVerweis] = Field(
        (), title="Nachfolger", description="Bei ersetzt: Kennungen der Maßnahmen, die an die Stelle treten."
    )
    neue_frist: Datum | None = Field(
        None, title="Neue Frist", description="Neues Ende, wenn es sich verschiebt."
    )


class Kriteriumsstand(Teil):
    """The value of one Messkriterium in the period."""

    messkriterium: Text = Field(title="Messkriterium", description="Bezeichnung wie beim Ziel.")
    wert: Kriteriumswert = Field(title="Wert", description="Erreichter Wert.")


class Zielbericht(Teil):
    """Where one goal stands."""

    ziel: ZielVerweis = Field(title="Ziel", description="Kennung des Ziels, z. B. Z-3.1.")
    stand: Annotated[str, ZIELSTAND] = Field(title="Stand", description="Wie es um das Ziel steht.")
    text: Text | None = Field(None, title="Text", description="Einschätzung in Worten.")
    werte: Liste[Kriteriumsstand] = Field((), title="Werte", description="Erreichte Werte der Messkriterien.")


class Strukturen(Teil):
    """What changed in the structures that carry the audit."""

    umsetzungsstruktur: Text | None = Field(
        None,
        title="Umsetzungsstruktur",
        description="Änderungen bei Projektleitung, Gremien und Zuständigkeiten.",
    )
    organisation: Text | None = Field(
        None,
        title="Organisation",
        description="Änderungen in der Verwaltung, die für die Ziele wichtig sind.",
    )


class Selbstevaluation(Teil):
    """The yearly questions that the municipality answers about itself."""

    hoehepunkte: Liste[Text] = Field((), title="Höhepunkte", description="Was besonders gelungen ist.")
    schwierigkeiten: Liste[Text] = Field(
        (), title="Schwierigkeiten", description="Was nicht gelungen ist und warum."
    )
    zusammenarbeit: Text | None = Field(
        None,
        title="Zusammenarbeit",
        description="Wie Verwaltung, Politik und Partner zusammengearbeitet haben.",
    )
    naechste_schritte: Liste[Text] = Field(
        (), title="Nächste Schritte", description="Was als Nächstes ansteht."
    )


class Treffen(Teil):
    """Participation in the network of the Verein."""

    art: Annotated[str, TREFFENART] = Field(title="Art", description="Was es war.")
    datum: Datum = Field(title="Datum", description="Tag des Treffens.")
    titel: Text = Field(title="Titel", description="Thema des Treffens.")
    ort: Text | None = Field(None, title="Ort", description="Wo es stattfand.")
    teilnahme: Text | None = Field(
        None, title="Teilnahme", description="Wer teilnahm, nach Amt oder Funktion."
    )


class Mitgliedsbericht(Teil):
    """What one member municipality of a Kreis did in the period."""

    ags: AGS = Field(
        title="AGS",
        description='Amtlicher Gemeindeschlüssel der Gemeinde in Anführungszeichen, z. B. "05334032".',
    )
    text: Text = Field(title="Text", description="Was die Gemeinde im Berichtszeitraum beigetragen hat.")


class Vereinspruefung(Teil):
    """The Verein's check of the report."""

    ergebnis: Annotated[str, PRUEFERGEBNIS] = Field(title="Ergebnis", description="Ergebnis der Prüfung.")
    datum: Datum | None = Field(None, title="Datum", description="Tag der Prüfung.")
    hinweise: Liste[Text] = Field((), title="Hinweise", description="Was der Verein angemerkt hat.")


class Jahresbericht(Datensatz):
    """The annual report of one year, or of two years in one."""

    kennung: JahresberichtKennung = Field(title="Kennung", description="J- und der Dateiname, z. B. J-2018.")
    von: Tag = Field(title="Von", description="Erster Tag des Berichtszeitraums.")
    bis: Tag = Field(title="Bis", description="Letzter Tag des Berichtszeitraums.")
    faellig_am: Datum | None = Field(
        None, title="Fällig am", description="Wann der Bericht dem Verein vorliegen muss."
    )
    vorgelegt_am: Datum | None = Field(
        None, title="Vorgelegt am", description="Wann er dem Rat vorgelegt wurde."
    )
    beschluss: BeschlussVerweis | None = Field(
        None, title="Beschluss", description="Beschluss, mit dem der Rat ihn zur Kenntnis nahm."
    )
    zusammenfassung: Text | None = Field(
        None, title="Zusammenfassung", description="Das Wichtigste in Kürze."
    )
    strukturen: Strukturen | None = Field(
        None, title="Strukturen", description="Was sich an den Strukturen änderte."
    )
    massnahmen: Liste[Massnahmenbericht] = Field(
        title="Maßnahmen", description="Ein Eintrag je Maßnahme, in der Reihenfolge der Zielvereinbarung."
    )
    ziele: Liste[Zielbericht] = Field(
        (), title="Ziele", description="Stand der Ziele und ihrer Messkriterien."
    )
    reihen: Liste[Reihe] = Field(
        (), title="Indikatoren", description="Werte der Indikatoren im Berichtszeitraum."
    )
    selbstevaluation: Selbstevaluation | None = Field(
        None, title="Selbstevaluation", description="Was die Kommune selbst einschätzt."
    )
    netzwerk: Liste[Treffen] = Field(
        (), title="Netzwerk", description="Netzwerktreffen, Seminare und Fachtagungen."
    )
    mitglieder: Liste[Mitgliedsbericht] = Field(
        (),
        title="Gemeinden",
        description="Nur beim Kreis: was die teilnehmenden Gemeinden beigetragen haben.",
    )
    ausblick: Text | None = Field(None, title="Ausblick", description="Was im nächsten Jahr geschieht.")
    pruefung_verein: Vereinspruefung | None = Field(
        None, title="Prüfung durch den Verein", description="Ergebnis der Prüfung des Berichts."
    )
