"""massnahmen/M-….yaml: one file a measure."""

from typing import Annotated

from pydantic import Field

from fgk.models.base import Datensatz, Teil, Vorbehalt
from fgk.models.kennungen import (
    BeschlussVerweis,
    HerkunftVerweis,
    MassnahmeKennung,
    OrganisationseinheitVerweis,
    QuerschnittsthemaVerweis,
    SozialraumVerweis,
    ZielVerweis,
)
from fgk.models.uebernahme import Massnahmenuebernahme
from fgk.models.werte import Datum, Geld, Liste, Text, Vokabular
from fgk.models.ziel import HERKUNFT

PRIORITAET = Vokabular(hoch="hoch", mittel="mittel", niedrig="niedrig")
WIRKUNG = Vokabular(
    unmittelbar="unmittelbar (selbst umsetzbar)", mittelbar="mittelbar (durch andere anzustoßen)"
)
FOERDERSTAND = Vokabular(
    geplant="geplant", beantragt="beantragt", bewilligt="bewilligt", abgelehnt="abgelehnt"
).erklaert(
    geplant="Der Antrag ist noch nicht gestellt.",
    beantragt="Der Antrag ist gestellt, aber noch nicht entschieden.",
    bewilligt="Die Mittel sind zugesagt.",
    abgelehnt="Die Mittel kommen nicht.",
)


class Foerderung(Teil):
    """Money from a funding programme."""

    programm: Text = Field(title="Programm", description="Name des Förderprogramms oder Geldgebers.")
    betrag: Geld | None = Field(None, title="Betrag", description="Betrag in Euro.")
    stand: Annotated[str, FOERDERSTAND] = Field(
        "geplant", title="Stand", description="Wie weit der Antrag ist."
    )


class Kosten(Teil):
    """What the measure costs, in euros."""

    einmalig: Geld | None = Field(None, title="Einmalig", description="Einmalige Kosten in Euro.")
    jaehrlich: Geld | None = Field(None, title="Jährlich", description="Kosten je Jahr in Euro.")
    personal: Text | None = Field(None, title="Personal", description="Personalaufwand, z. B. 0,5 Stelle.")
    ist_haushaltsvorbehalt: bool = Field(
        False, title="Haushaltsvorbehalt", description="true, wenn die Mittel noch nicht im Haushalt stehen."
    )
    foerdermittel: Liste[Foerderung] = Field((), title="Fördermittel", description="Zuschüsse von Dritten.")
    produkt: Text | None = Field(None, title="Produkt", description="Produkt oder Konto im Haushalt.")
    erlaeuterung: Text | None = Field(
        None, title="Erläuterung", description="Zum Beispiel: aus laufenden Mitteln."
    )


class Massnahme(Datensatz):
    """A measure that serves a goal."""

    kennung: MassnahmeKennung = Field(
        title="Kennung", description="Nummer des Ziels und laufende Nummer, z. B. M-3.1.2."
    )
    ziel: ZielVerweis = Field(title="Ziel", description="Kennung des Ziels, z. B. Z-3.1.")
    titel: Text = Field(title="Titel", description="Kurzer Name der Maßnahme.")
    text: Text | None = Field(None, title="Text", description="Was getan wird.")
    federfuehrung: OrganisationseinheitVerweis | None = Field(
        None, title="Federführung", description="Eine Stelle, die verantwortlich ist."
    )
    beteiligte: Liste[OrganisationseinheitVerweis] = Field(
        (), title="Beteiligte", description="Weitere Stellen, die mitwirken."
    )
    kooperationspartner: Liste[Text] = Field(
        (), title="Kooperationspartner", description="Äußere Partner ohne eigene Kennung."
    )
    beginn: Datum | None = Field(None, title="Beginn", description="Wann die Maßnahme beginnt.")
    ende: Datum | None = Field(None, title="Ende", description="Bis wann sie umgesetzt ist.")
    ist_fortlaufend: bool = Field(
        False, title="Fortlaufend", description="true, wenn sie eine Daueraufgabe ohne Ende ist."
    )
    kosten: Kosten | None = Field(None, title="Kosten", description="Kosten und ihre Deckung.")
    prioritaet: Annotated[str, PRIORITAET] | None = Field(
        None, title="Priorität", description="Wie dringlich sie ist."
    )
    zielgruppen: Liste[Text] = Field((), title="Zielgruppen", description="Für wen sie da ist.")
    querschnittsthemen: Liste[QuerschnittsthemaVerweis] = Field(
        (), title="Querschnittsthemen", description="Welche Querschnittsthemen berührt sind."
    )
    sozialraeume: Liste[SozialraumVerweis] = Field(
        (), title="Sozialräume", description="Wo sie wirkt; leer für das ganze Gebiet."
    )
    strategien: Liste[Text] = Field(
        (), title="Strategien", description="Bezug zu anderen Strategien und Plänen."
    )
    wirkung: Annotated[str, WIRKUNG] | None = Field(
        None, title="Wirkung", description="Nur beim Quartier: unmittelbar oder mittelbar."
    )
    entstanden_aus: Liste[HerkunftVerweis] = Field(
        (), title="Entstanden aus", description="Analyse oder Workshop, aus denen sie hervorging."
    )
    herkunft: Annotated[str, HERKUNFT] = Field(
        "vereinbart", title="Herkunft", description="ergaenzt, wenn sie nach dem Beschluss dazukam."
    )
    beschluss: BeschlussVerweis | None = Field(
        None, title="Beschluss", description="Beschluss, mit dem eine ergänzte Maßnahme aufgenommen wurde."
    )
    uebernommen: Massnahmenuebernahme | None = Field(
        None, title="Übernommen", description="Aus welcher früheren Akte die Maßnahme stammt."
    )
    vorbehalte: Liste[Vorbehalt] = Field((), title="Vorbehalte", description="Wovon die Maßnahme abhängt.")
