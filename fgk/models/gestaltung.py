"""gestaltung.yaml: the municipality's own design of its documents."""

from pydantic import Field

from fgk.models.base import Datensatz
from fgk.models.werte import Farbe, Liste, Text


class Gestaltung(Datensatz):
    """Logo, colour, sender line and Signet."""

    logo: Text | None = Field(
        None, title="Logo", description="Bilddatei im Ordner der Akte, z. B. vorlagen/logo.svg."
    )
    signet: Text | None = Field(
        None, title="Signet", description="Bilddatei des Signets, nach Erteilung des Zertifikats."
    )
    farbe: Farbe | None = Field(None, title="Farbe", description='Hausfarbe als Hexwert, z. B. "#1f4e79".')
    schrift: Text | None = Field(None, title="Schrift", description="Name der Hausschrift.")
    absender: Liste[Text] = Field((), title="Absender", description="Zeilen der Absenderangabe.")
