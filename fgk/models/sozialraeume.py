"""bestandsaufnahme/sozialraeume.yaml: small areas and their values, with suppression of small counts."""

from pydantic import Field

from fgk.models.base import Datensatz, Quelle, Teil
from fgk.models.kennungen import IndikatorVerweis, SozialraumKennung, SozialraumVerweis
from fgk.models.werte import Anzahl, Jahr, Liste, Text, Zahl


class Sozialraum(Teil):
    """One small area."""

    kennung: SozialraumKennung = Field(title="Kennung", description="Kennung, z. B. SR-04.")
    name: Text = Field(title="Name", description="Name des Sozialraums oder Stadtteils.")
    schluessel: Text | None = Field(
        None, title="Schlüssel", description="Schlüssel des Gebiets in der Kartendatei oder im KECK-Atlas."
    )


class Sozialraumwert(Teil):
    """One value of one small area."""

    sozialraum: SozialraumVerweis = Field(title="Sozialraum", description="Kennung des Sozialraums.")
    indikator: IndikatorVerweis = Field(title="Indikator", description="Kennung aus dem Indikatorenkatalog.")
    jahr: Jahr = Field(title="Jahr", description="Jahr, für das der Wert gilt.")
    wert: Zahl | None = Field(None, title="Wert", description="Zahl in der Einheit des Katalogs.")
    ist_unterdrueckt: bool = Field(
        False,
        title="Unterdrückt",
        description="true, wenn der Wert wegen kleiner Fallzahl nicht genannt wird.",
    )
    fallzahl: Anzahl | None = Field(
        None, title="Fallzahl", description="Zahl der Fälle hinter dem Wert (Personen)."
    )


class Sozialraeume(Datensatz):
    """The small areas of the municipality and what is known about them."""

    ebene: Text = Field(title="Ebene", description="Wie die Gebiete heißen, z. B. Stadtteile.")
    geometrie: Text | None = Field(
        None, title="Kartendatei", description="Name der GeoJSON-Datei im selben Ordner."
    )
    mindestfallzahl: Anzahl = Field(
        10, title="Mindestfallzahl", description="Unter dieser Fallzahl wird kein Wert genannt (Personen)."
    )
    sozialraeume: Liste[Sozialraum] = Field(title="Sozialräume", description="Die einzelnen Gebiete.")
    werte: Liste[Sozialraumwert] = Field((), title="Werte", description="Kleinräumige Werte.")
    quelle: Quelle | None = Field(None, title="Quelle", description="Woher die Werte stammen.")
