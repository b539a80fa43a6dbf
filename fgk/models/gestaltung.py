"""gestaltung.yaml: the municipality's own design of its documents."""

from pydantic import Field

from fgk.models.base import Datensatz, Teil
from fgk.models.werte import Farbe, Liste, Text

#: where the files of the municipality's typeface lie, beside gestaltung.yaml
SCHRIFTEN = "vorlagen/schriften"


class Bezeichnungen(Teil):
    """How papers for councils are called here."""

    beschlussvorlage: Text | None = Field(
        None,
        title="Beschlussvorlage",
        description="Zum Beispiel Sitzungsvorlage, Drucksache, Verwaltungsvorlage.",
    )
    mitteilungsvorlage: Text | None = Field(
        None, title="Mitteilungsvorlage", description="Zum Beispiel Informationsvorlage, Mitteilung, Bericht."
    )


class Gestaltung(Datensatz):
    """Logo, colour, sender line and Signet, and the municipality's own Word and OpenDocument files."""

    logo: Text | None = Field(
        None,
        title="Logo",
        description="Bilddatei (SVG, PNG oder JPEG) neben dieser Datei, z. B. vorlagen/logo.svg.",
    )
    logo_alternativtext: Text | None = Field(
        None,
        title="Logo in Worten",
        description="Was das Logo zeigt, für Vorleseprogramme; ohne Angabe: Logo und Name des Orts.",
    )
    signet: Text | None = Field(
        None, title="Signet", description="Bilddatei des Signets, nach Erteilung des Zertifikats."
    )
    farbe: Farbe | None = Field(
        None,
        title="Farbe",
        description='Hausfarbe als Hexwert, z. B. "#1f4e79"; dunkel genug, um auf Weiß lesbar zu sein.',
    )
    schrift: Text | None = Field(
        None,
        title="Schrift",
        description="Name der Hausschrift. Für das PDF liegen ihre Dateien (TTF oder OTF) in vorlagen/schriften.",
    )
    absender: Liste[Text] = Field((), title="Absender", description="Zeilen der Absenderangabe.")
    word: Text | None = Field(
        None,
        title="Word-Vorlage",
        description="Eigene Word-Datei mit der Marke {{inhalt}}; ohne Angabe vorlagen/dokument.docx, wenn es sie gibt.",
    )
    odf: Text | None = Field(
        None,
        title="OpenDocument-Vorlage",
        description="Eigene ODT-Datei mit der Marke {{inhalt}}; ohne Angabe vorlagen/dokument.odt, wenn es sie gibt.",
    )
    bezeichnungen: Bezeichnungen | None = Field(
        None, title="Bezeichnungen", description="Wie Vorlagen für den Rat hier heißen."
    )
