"""zielvereinbarung.yaml: Präambel, Familienbegriff, Entwicklungsziele, Laufzeit, Schwerpunkte."""

from datetime import date

from pydantic import Field

from fgk.models.base import Datensatz, Quelle, Teil, Vorbehalt
from fgk.models.kennungen import BeschlussVerweis, HandlungsfeldVerweis, ZielvereinbarungKennung
from fgk.models.werte import Anzahl, Datum, Liste, Tag, Text


class Laufzeit(Teil):
    """The period of the agreement; usually three years."""

    von: Tag = Field(title="Von", description="Erster Tag der Laufzeit.")
    bis: Tag | None = Field(
        None, title="Bis", description="Letzter Tag der Laufzeit; leer nur in der Stufe erhaltung."
    )

    @property
    def letzter_tag(self) -> date:
        """The last day; the last that there is where no end was agreed."""
        return self.bis or date.max


class Familienbegriff(Teil):
    """What the municipality means by family."""

    text: Text = Field(title="Text", description="Der Familienbegriff, den die Kommune beschlossen hat.")
    zielgruppen: Liste[Text] = Field((), title="Zielgruppen", description="Welche Gruppen gemeint sind.")
    quelle: Quelle | None = Field(None, title="Quelle", description="Wo er veröffentlicht ist.")


class Fassung(Teil):
    """An earlier version of the agreement; its text is in the history of the Akte, and the decision binds it."""

    nummer: Anzahl = Field(title="Nummer", description="Laufende Nummer der Fassung, z. B. 1.")
    von: Datum = Field(title="Von", description="Seit wann die Fassung galt.")
    bis: Datum | None = Field(None, title="Bis", description="Bis wann sie galt.")
    anlass: Text | None = Field(
        None, title="Anlass", description="Was sie Neues brachte, z. B. Schwerpunkt Ehrenamt."
    )
    beschluss: BeschlussVerweis | None = Field(
        None, title="Beschluss", description="Beschluss, mit dem sie angenommen wurde."
    )


class Schwerpunkt(Teil):
    """A main focus of the agreement."""

    titel: Text = Field(title="Titel", description="Name des Schwerpunkts.")
    handlungsfeld: HandlungsfeldVerweis | None = Field(
        None, title="Handlungsfeld", description="Schwerpunkthandlungsfeld, z. B. HF3."
    )
    text: Text | None = Field(None, title="Text", description="Warum dies ein Schwerpunkt ist.")
    quelle: Quelle | None = Field(None, title="Quelle", description="Wo er veröffentlicht ist.")


class Unterschrift(Teil):
    """An office that signs."""

    stelle: Text = Field(
        title="Stelle", description="Für wen unterschrieben wird, z. B. Kupferstadt Stolberg."
    )
    funktion: Text = Field(
        title="Funktion", description="Amt der unterzeichnenden Person, z. B. Bürgermeister."
    )


class Zielvereinbarung(Datensatz):
    """The agreement that the council adopts."""

    kennung: ZielvereinbarungKennung = Field(title="Kennung", description="Kennung, z. B. ZV-2017.")
    fassung: Anzahl = Field(1, title="Fassung", description="Laufende Nummer der Fassung.")
    fassungen: Liste[Fassung] = Field(
        (), title="Frühere Fassungen", description="Was vor dieser Fassung galt, die älteste zuerst."
    )
    laufzeit: Laufzeit | None = Field(None, title="Laufzeit", description="In der Regel drei Jahre.")
    praeambel: Text | None = Field(
        None, title="Präambel", description="Einleitung; Leerzeilen trennen Absätze."
    )
    familienbegriff: Familienbegriff | None = Field(
        None, title="Familienbegriff", description="Was die Kommune unter Familie versteht."
    )
    entwicklungsziele: Liste[Text] = Field(
        (), title="Entwicklungsziele", description="Oberste Entwicklungsziele oder Visionen."
    )
    schwerpunkte: Liste[Schwerpunkt] = Field(
        (), title="Schwerpunkte", description="Ein oder mehrere Schwerpunkte."
    )
    prozess: Text | None = Field(None, title="Prozess", description="Wie die Vereinbarung zustande kam.")
    berichtspflicht: Text | None = Field(
        None, title="Berichtspflicht", description="Wie und wem jährlich berichtet wird."
    )
    beschluss: BeschlussVerweis | None = Field(
        None, title="Beschluss", description="Beschluss, mit dem die Vereinbarung angenommen wurde."
    )
    unterschriften: Liste[Unterschrift] = Field(
        (), title="Unterschriften", description="Welche Ämter unterzeichnen; keine Namen."
    )
    vorbehalte: Liste[Vorbehalt] = Field(
        (), title="Vorbehalte", description="Wovon die Vereinbarung abhängt."
    )
