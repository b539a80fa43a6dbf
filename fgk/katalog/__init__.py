"""The catalogue of indicators that a baseline can name, and where their values can be had.

Like the Verfahren it is shipped with fgk: a test judges the files against these types, and no run does.
"""

from functools import cache
from typing import Annotated, NamedTuple

from fgk.models.kennungen import HANDLUNGSFELD
from fgk.models.werte import Text, Vokabular
from fgk.reading.shipped import read_shipped

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


class Fundort(NamedTuple):
    """Where the values of an indicator can be had; ``ebenen`` are the spatial levels."""

    indikator: Text
    system: Annotated[str, SYSTEM]
    code: Text | None = None
    kuerzel: Text | None = None
    ebenen: tuple[Text, ...] = ()
    ist_geprueft: bool = False


class Indikator(NamedTuple):
    """One indicator: what it says, in which unit, and whether more of it is better."""

    kennung: Text
    bezeichnung: Text
    einheit: Text
    definition: Text
    richtung: Annotated[str, RICHTUNG]
    handlungsfeld: Annotated[str, HANDLUNGSFELD] | None = None
    ist_kleinraeumig: bool = False
    hinweis: Text | None = None


@cache
def lade_katalog() -> dict[str, Indikator]:
    """Return the shipped catalogue, Kennung -> indicator; read only when somebody asks for it."""
    data = read_shipped("katalog", "indikatoren.yaml")
    return {eintrag["kennung"]: Indikator(**eintrag) for eintrag in data["indikatoren"]}


@cache
def lade_fundorte() -> dict[str, tuple[Fundort, ...]]:
    """Return where values can be had, Kennung of the indicator -> places; checks do not need it."""
    data = read_shipped("katalog", "fundorte.yaml")
    gesammelt: dict[str, tuple[Fundort, ...]] = {}
    for eintrag in data["fundorte"]:
        fundort = Fundort(**eintrag)
        gesammelt[fundort.indikator] = (*gesammelt.get(fundort.indikator, ()), fundort)
    return gesammelt
