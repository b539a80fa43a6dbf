"""tarif.yaml: what an audit costs a municipality, by its inhabitants, with source and day.

Only two points of the Verein's tariff are public; they come with fgk. A file of this form in the Akte, or beside an
``fgk.yaml``, brings a whole one.
"""

from typing import Annotated

from pydantic import Field

from fgk.models.audit import STUFE
from fgk.models.base import Datensatz, Quelle, Teil
from fgk.models.kennungen import WORT
from fgk.models.werte import Anzahl, Datum, Form, Geld, Jahre, Liste, Prozent, Text

Wort = Annotated[
    str, Form(WORT, "ein Wort aus Kleinbuchstaben, Ziffern und Strichen", "familiengerechte-kommune")
]


class Tarifklasse(Teil):
    """What places of one size pay. Without both bounds nobody knows for which size it is; then it is only named."""

    bezeichnung: Text = Field(
        title="Bezeichnung", description="Wie die Klasse heißt, z. B. bis 20 000 Einwohner."
    )
    einwohner_von: Anzahl | None = Field(
        None, title="Einwohner von", description="Kleinste Einwohnerzahl; leer: ohne untere Grenze."
    )
    einwohner_bis: Anzahl | None = Field(
        None, title="Einwohner bis", description="Größte Einwohnerzahl; leer: ohne obere Grenze."
    )
    brutto: Geld = Field(title="Bruttobetrag", description="Betrag in Euro einschließlich Mehrwertsteuer.")
    verfahren: Liste[Wort] = Field(
        (), title="Verfahren", description="Nur für diese Verfahren, nach ihrer Kennung; leer: für alle."
    )
    stufen: Liste[Annotated[str, STUFE]] = Field(
        (), title="Stufen", description="Nur in diesen Stufen; leer: in allen."
    )
    ist_belegt: bool = Field(
        False,
        title="Belegt",
        description="true, wenn der Betrag so in der Quelle steht und nicht angenommen ist.",
    )
    erlaeuterung: Text | None = Field(
        None, title="Erläuterung", description="Was zu der Klasse zu wissen ist."
    )

    @property
    def hat_groesse(self) -> bool:
        """Whether it is known for which size it is."""
        return self.einwohner_von is not None or self.einwohner_bis is not None

    def gilt_fuer(self, einwohner: int) -> bool:
        """Say whether it is for this number of inhabitants."""
        von, bis = self.einwohner_von or 0, self.einwohner_bis
        return self.hat_groesse and von <= einwohner and (bis is None or einwohner <= bis)

    def gilt_in(self, verfahren: str, stufe: str) -> bool:
        """Say whether it is for this Verfahren and stage."""
        return (not self.verfahren or verfahren in self.verfahren) and (
            not self.stufen or stufe in self.stufen
        )


class Tarif(Datensatz):
    """The tariff of the contribution to the cost of an audit."""

    bezeichnung: Text = Field(title="Bezeichnung", description="Was für ein Tarif es ist.")
    quelle: Quelle = Field(
        title="Quelle", description="Woher der Tarif stammt, mit dem Tag, an dem er gelesen wurde."
    )
    gueltig_ab: Datum | None = Field(None, title="Gültig ab", description="Ab wann der Tarif gilt.")
    mehrwertsteuer: Prozent = Field(
        7, title="Mehrwertsteuer", description="Steuersatz in Prozent, der in den Beträgen enthalten ist."
    )
    jahre: Jahre = Field(2, title="Jahre", description="Auf wie viele Jahre sich der Betrag verteilen lässt.")
    leistungen: Liste[Text] = Field((), title="Leistungen", description="Was der Betrag abdeckt.")
    klassen: Liste[Tarifklasse] = Field(
        title="Klassen", description="Die Beträge nach Einwohnerzahl, die kleinste zuerst.", min_length=1
    )
