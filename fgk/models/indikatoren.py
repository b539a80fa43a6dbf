"""bestandsaufnahme/indikatoren.yaml, and the series of values that annual reports carry on."""

from typing import Annotated

from pydantic import Field

from fgk.models.base import Datensatz, Quelle, Quellenkonflikt, Teil
from fgk.models.kennungen import IndikatorVerweis
from fgk.models.werte import Datum, Jahr, Liste, Text, Vokabular, Zahl

RAUMEBENE = Vokabular(
    gemeinde="Gemeinde", kreis="Kreis", jugendamt="Jugendamtsbezirk", land="Land", bund="Deutschland"
)
#: the signs of official statistics that stand where a number would
MERKER = Vokabular(
    nichts_vorhanden="nichts vorhanden (–)",
    geheim="unbekannt oder geheim (.)",
    spaeter="Angabe fällt später an (…)",
    unsicher="nicht sicher genug (/)",
    gesperrt="nicht sinnvoll oder gesperrt (x)",
    eingeschraenkt="Aussagewert eingeschränkt",
)


class Wert(Teil):
    """One value of a series."""

    jahr: Jahr = Field(title="Jahr", description="Jahr, für das der Wert gilt.")
    stichtag: Datum | None = Field(
        None, title="Stichtag", description="Tag, für den der Wert gilt, z. B. 2015-12-31."
    )
    wert: Zahl | None = Field(
        None, title="Wert", description="Zahl in der Einheit der Reihe; leer nur mit Merker."
    )
    merker: Annotated[str, MERKER] | None = Field(
        None, title="Merker", description="Warum die Zahl fehlt oder eingeschränkt ist."
    )
    hinweis: Text | None = Field(None, title="Hinweis", description="Anmerkung zu diesem Wert.")
    quellenkonflikt: Quellenkonflikt | None = Field(
        None, title="Quellenkonflikt", description="Wenn Quellen verschiedene Werte nennen."
    )


class Reihe(Teil):
    """Values of one indicator for one area over the years, from one source."""

    indikator: IndikatorVerweis = Field(title="Indikator", description="Kennung aus dem Indikatorenkatalog.")
    einheit: Text = Field(title="Einheit", description="Einheit der Werte, wie im Katalog, z. B. %.")
    raumebene: Annotated[str, RAUMEBENE] = Field(
        title="Raumebene", description="Für welche Ebene die Werte gelten."
    )
    gebiet: Text | None = Field(
        None, title="Gebiet", description="Name des Gebiets, wenn es nicht der Ort der Akte ist."
    )
    quelle: Quelle = Field(title="Quelle", description="Woher die Werte stammen, mit Lizenz.")
    werte: Liste[Wert] = Field(title="Werte", description="Ein Eintrag je Jahr.", min_length=1)
    musterdaten: bool = Field(False, title="Musterdaten", description="true kennzeichnet erfundene Werte.")
    hinweis: Text | None = Field(None, title="Hinweis", description="Anmerkung zur ganzen Reihe.")


class Indikatoren(Datensatz):
    """The baseline: given statistics."""

    reihen: Liste[Reihe] = Field(title="Reihen", description="Eine Reihe je Indikator, Gebiet und Quelle.")
