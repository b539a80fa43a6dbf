"""ziele/Z-….yaml: one file a goal, with its Messkriterien and its origin."""

from typing import Annotated

from pydantic import Field

from fgk.models.base import Datensatz, Teil, Vorbehalt
from fgk.models.kennungen import (
    BeschlussVerweis,
    HandlungsfeldVerweis,
    HerkunftVerweis,
    IndikatorVerweis,
    QuerschnittsthemaVerweis,
    ZielKennung,
)
from fgk.models.uebernahme import Zieluebernahme
from fgk.models.werte import Datum, Liste, Text, Vokabular, Zahl

HERKUNFT = Vokabular(
    vereinbart="Teil der Zielvereinbarung", ergaenzt="nicht Teil der Zielvereinbarung (später ergänzt)"
)


class Kriteriumswert(Teil):
    """A value of a Messkriterium: a number, or words where nothing can be counted."""

    zahl: Zahl | None = Field(None, title="Zahl", description="Wert in der Einheit des Messkriteriums.")
    text: Text | None = Field(None, title="Text", description="Wert in Worten, z. B. liegt nicht vor.")
    stand: Datum | None = Field(
        None, title="Stand", description='Wann der Wert galt oder gelten soll, z. B. "2017".'
    )


class Messkriterium(Teil):
    """How one will see that the goal is reached."""

    bezeichnung: Text = Field(title="Bezeichnung", description="Was gemessen oder festgestellt wird.")
    indikator: IndikatorVerweis | None = Field(
        None, title="Indikator", description="Kennung aus dem Indikatorenkatalog, falls es einer ist."
    )
    einheit: Text | None = Field(None, title="Einheit", description="Einheit der Zahlen, z. B. %.")
    istwert: Kriteriumswert | None = Field(None, title="Istwert", description="Ausgangswert.")
    sollwert: Kriteriumswert | None = Field(None, title="Sollwert", description="Angestrebter Wert.")
    erhebung: Text | None = Field(None, title="Erhebung", description="Wie und von wem gemessen wird.")


class Ziel(Datensatz):
    """A goal of a Handlungsfeld."""

    kennung: ZielKennung = Field(title="Kennung", description="Handlungsfeld.Nummer, z. B. Z-3.1.")
    handlungsfeld: HandlungsfeldVerweis = Field(title="Handlungsfeld", description="Kennung, z. B. HF3.")
    titel: Text = Field(title="Titel", description="Das Ziel in einem kurzen Satz.")
    text: Text | None = Field(None, title="Text", description="Erläuterung des Ziels.")
    leitziel: Text | None = Field(
        None, title="Leitziel", description="Übergeordnetes Ziel des Handlungsfelds."
    )
    ist_schwerpunkt: bool = Field(
        False, title="Schwerpunkt", description="true, wenn es zum Schwerpunkt gehört."
    )
    messkriterien: Liste[Messkriterium] = Field(
        (), title="Messkriterien", description="Woran die Zielerreichung erkennbar ist."
    )
    zielgruppen: Liste[Text] = Field((), title="Zielgruppen", description="Für wen das Ziel verfolgt wird.")
    querschnittsthemen: Liste[QuerschnittsthemaVerweis] = Field(
        (), title="Querschnittsthemen", description="Welche Querschnittsthemen berührt sind."
    )
    entstanden_aus: Liste[HerkunftVerweis] = Field(
        (), title="Entstanden aus", description="Analyse oder Workshop, aus denen das Ziel hervorging."
    )
    herkunft: Annotated[str, HERKUNFT] = Field(
        "vereinbart", title="Herkunft", description="ergaenzt, wenn es nach dem Beschluss dazukam."
    )
    beschluss: BeschlussVerweis | None = Field(
        None, title="Beschluss", description="Beschluss, mit dem ein ergänztes Ziel aufgenommen wurde."
    )
    uebernommen: Zieluebernahme | None = Field(
        None, title="Übernommen", description="Aus welcher früheren Akte das Ziel stammt."
    )
    vorbehalte: Liste[Vorbehalt] = Field((), title="Vorbehalte", description="Wovon das Ziel abhängt.")
