"""What one annual report comes to: counts, changes and lights, for the report, its short form and the Kreisbericht."""

from dataclasses import dataclass
from functools import cached_property

from fgk.documents.schaubilder import Balken
from fgk.documents.sicht import Sicht
from fgk.documents.statuszeilen import Statuszeile, statuszeilen, wirkungszeilen
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht
from fgk.models.massnahme import Massnahme
from fgk.stand.berichtsstand import Wechsel, jahr_in_worten, wechsel, zaehle
from fgk.stand.fortschritt import AMPEL, ampel, bericht_davor, berichte, eintrag_zu


@dataclass(frozen=True)
class Berichtslage:
    """A report beside the one before it and the measures of the Akte."""

    sicht: Sicht
    bericht: Jahresbericht

    @cached_property
    def davor(self) -> Jahresbericht | None:
        """The report before."""
        return bericht_davor(self.sicht.akte, self.bericht)

    @cached_property
    def massnahmen(self) -> list[Massnahme]:
        """All measures in the order of their Handlungsfelder."""
        return [massnahme for feld in self.sicht.felder for massnahme in feld.massnahmen]

    @cached_property
    def eintraege(self) -> dict[str, Massnahmenbericht]:
        """Measure -> its entry."""
        return {eintrag.massnahme: eintrag for eintrag in self.bericht.massnahmen}

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
        """How many measures had which status in each report up to this one."""
        bisher = [r.modell for r in berichte(self.sicht.akte) if r.modell.von <= self.bericht.von]
        return [Balken(jahr_in_worten(b), zaehle(b.massnahmen)) for b in bisher]

    @cached_property
    def wechsel(self) -> list[Wechsel]:
        """The measures with another status than before."""
        return list(wechsel(self.massnahmen, self.bericht, self.davor))

    @cached_property
    def neu(self) -> list[Massnahme]:
        """The measures that the report before did not have."""
        davor = self.davor
        return [
            m
            for m in self.massnahmen
            if davor and m.kennung in self.eintraege and not eintrag_zu(davor, m.kennung)
        ]

    @cached_property
    def ohne_bericht(self) -> list[Massnahme]:
        """The agreed measures that the report says nothing about."""
        return [m for m in self.massnahmen if m.kennung not in self.eintraege and m.herkunft == "vereinbart"]

    @cached_property
    def ampeln(self) -> dict[str, str]:
        """Measure -> word of the traffic light at the end of the period, for what is still to be done."""
        return {kennung: AMPEL[licht] for kennung, licht in self._lichter.items() if licht != "grau"}

    @cached_property
    def ueberfaellig(self) -> list[Massnahme]:
        """The measures whose deadline is over at the end of the period."""
        return [m for m in self.massnahmen if self._lichter[m.kennung] == "rot"]

    @cached_property
    def _lichter(self) -> dict[str, str]:
        return {m.kennung: ampel(m, self.eintraege.get(m.kennung), self.bericht.bis) for m in self.massnahmen}
