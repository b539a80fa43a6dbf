"""How far the measures of an Akte are, as Jahresbericht, Kreisbericht and Bilanz count and draw it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from fgk.bild import Bild
from fgk.documents.schaubilder import FOLGE, Balken, statusbild, verlaufsbild
from fgk.documents.sicht import Sicht
from fgk.documents.statuszeilen import Statuszeile, statuszeilen, wirkungszeilen
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht
from fgk.models.massnahme import Massnahme
from fgk.stand.berichtsstand import jahr_in_worten, zaehle


@dataclass(frozen=True)
class Massnahmenlage:
    """The measures of an Akte with what is said of each; ``bisher`` are the reports that show how it came to that."""

    sicht: Sicht
    eintraege: Mapping[str, Massnahmenbericht]
    bisher: Sequence[Jahresbericht]

    @cached_property
    def massnahmen(self) -> list[Massnahme]:
        """All measures in the order of their Handlungsfelder."""
        return [massnahme for feld in self.sicht.felder for massnahme in feld.massnahmen]

    @cached_property
    def zeilen(self) -> list[Statuszeile]:
        """The counts by Handlungsfeld."""
        return list(statuszeilen(self.sicht.felder, self.eintraege))

    @cached_property
    def nach_wirkung(self) -> list[Statuszeile]:
        """The counts by effect, where the Verfahren tells effects apart."""
        if not self.sicht.verfahren.ist_wirkung_unterschieden:
            return []
        return list(wirkungszeilen(self.massnahmen, self.eintraege))

    @cached_property
    def summen(self) -> dict[str, int]:
        """How many measures have which status."""
        return zaehle(self.eintraege.values())

    @cached_property
    def verlauf(self) -> list[Balken]:
        """How many measures had which status in each report."""
        return [Balken(jahr_in_worten(b), zaehle(b.massnahmen)) for b in self.bisher]

    @property
    def zahlen(self) -> dict[str, object]:
        """What the macros for tables of measures need."""
        return {
            "statuszeilen": self.zeilen,
            "wirkungszeilen": self.nach_wirkung,
            "summen": self.summen,
            "summe": len(self.eintraege),
            "vergeben": [status for status in FOLGE if self.summen[status]],
            "verlauf": self.verlauf,
            "folge": FOLGE,
        }

    def statusbilder(self) -> Iterator[tuple[str, Bild]]:
        """Yield the status of the measures by Handlungsfeld, where there are any."""
        balken = [Balken(zeile.bezeichnung, zeile.anzahl) for zeile in self.zeilen]
        if balken:
            yield "status", statusbild(balken)

    def verlaufsbilder(self) -> Iterator[tuple[str, Bild]]:
        """Yield how the status came about over the years, once there are two."""
        if len(self.verlauf) > 1 and any(jahr.summe for jahr in self.verlauf):
            yield "verlauf", verlaufsbild(self.verlauf)
