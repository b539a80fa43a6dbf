"""What one annual report comes to: counts, changes and lights, for the report, its short form and the Kreisbericht."""

from dataclasses import dataclass
from functools import cached_property

from fgk.documents.massnahmenlage import Massnahmenlage
from fgk.documents.sicht import Sicht
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme
from fgk.stand.berichtsstand import Wechsel, wechsel
from fgk.stand.fortschritt import AMPEL, ampel, bericht_davor, berichte, eintrag_zu


@dataclass(frozen=True)
class Berichtslage(Massnahmenlage):
    """A report beside the one before it and the measures of the Akte."""

    bericht: Jahresbericht

    @classmethod
    def aus(cls, sicht: Sicht, bericht: Jahresbericht) -> "Berichtslage":
        """Return it with all reports up to this one."""
        bisher = [r.modell for r in berichte(sicht.akte) if r.modell.von <= bericht.von]
        return cls(sicht, {eintrag.massnahme: eintrag for eintrag in bericht.massnahmen}, bisher, bericht)

    @cached_property
    def davor(self) -> Jahresbericht | None:
        """The report before."""
        return bericht_davor(self.sicht.akte, self.bericht)

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
