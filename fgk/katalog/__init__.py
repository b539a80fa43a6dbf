"""The catalogue of indicators that a baseline can name, and where their values can be had."""

from functools import cache
from typing import Annotated

from pydantic import Field

from fgk import resources
from fgk.models.base import Teil
from fgk.models.kennungen import HANDLUNGSFELD
from fgk.models.werte import Liste, Text, Vokabular
from fgk.reading.reader import read_yaml

RICHTUNG = Vokabular(
    hoeher_besser="höher ist besser", niedriger_besser="niedriger ist besser", neutral="ohne Wertung"
)
SYSTEM = Vokabular(
    regionaldatenbank="Regionaldatenbank Deutschland",
    landesdatenbank_nrw="Landesdatenbank NRW",
    inkar="INKAR",
    wegweiser_kommune="Wegweiser Kommune",
    zensus2022="Zensus 2022",
    eigene_erhebung="eigene Erhebung",
)


class Fundort(Teil):
    """Where the values of an indicator can be had."""

    indikator: Text = Field(title="Kennung des Indikators")
    system: Annotated[str, SYSTEM] = Field(title="System")
    code: Text | None = Field(None, title="Tabelle oder Nummer")
    kuerzel: Text | None = Field(None, title="Kürzel")
    ebenen: Liste[Text] = Field((), title="Raumebenen")
    ist_geprueft: bool = Field(False, title="Geprüft")


class Indikator(Teil):
    """One indicator: what it says, in which unit, and whether more of it is better."""

    kennung: Text = Field(title="Kennung")
    handlungsfeld: Annotated[str, HANDLUNGSFELD] | None = Field(None, title="Handlungsfeld")
    bezeichnung: Text = Field(title="Bezeichnung")
    einheit: Text = Field(title="Einheit")
    definition: Text = Field(title="Definition")
    richtung: Annotated[str, RICHTUNG] = Field(title="Richtung")
    ist_kleinraeumig: bool = Field(False, title="Kleinräumig sinnvoll")
    hinweis: Text | None = Field(None, title="Hinweis")


class Indikatorenkatalog(Teil):
    """All indicators."""

    indikatoren: Liste[Indikator] = Field(title="Indikatoren")


class Fundorteverzeichnis(Teil):
    """All places where values can be had."""

    fundorte: Liste[Fundort] = Field(title="Fundorte")


@cache
def lade_katalog() -> dict[str, Indikator]:
    """Return the shipped catalogue, Kennung -> indicator; read only when somebody asks for it."""
    result = read_yaml(resources.data("katalog", "indikatoren.yaml").read_bytes())
    katalog = Indikatorenkatalog.model_validate(result.data)
    return {indikator.kennung: indikator for indikator in katalog.indikatoren}


@cache
def lade_fundorte() -> dict[str, tuple[Fundort, ...]]:
    """Return where values can be had, Kennung of the indicator -> places; checks do not need it."""
    result = read_yaml(resources.data("katalog", "fundorte.yaml").read_bytes())
    gesammelt: dict[str, tuple[Fundort, ...]] = {}
    for fundort in Fundorteverzeichnis.model_validate(result.data).fundorte:
        gesammelt[fundort.indikator] = (*gesammelt.get(fundort.indikator, ()), fundort)
    return gesammelt
