"""How the result of a Verfahren is spoken of: its name comes from a data file, its article from the word."""

from typing import NamedTuple

from fgk.documents.vorlagen.gremium import mit_artikel
from fgk.models.audit import SCHRITT, Termin
from fgk.models.beteiligung import BETEILIGUNGSART, Beteiligung

_DIESES = {"Der": "Dieser", "Die": "Diese", "Das": "Dieses"}


class Werk(NamedTuple):
    """The name of the result document, with articles: „Quartierskonzept“."""

    name: str

    @property
    def des(self) -> str:
        """Say „der Zielvereinbarung“, „des Quartierskonzepts“."""
        return mit_artikel(self.name).wessen

    @property
    def dem(self) -> str:
        """Say „der Zielvereinbarung“, „dem Quartierskonzept“."""
        return mit_artikel(self.name).wem

    @property
    def zum(self) -> str:
        """Say „zur Zielvereinbarung“, „zum Quartierskonzept“."""
        return f"{'zur' if self.dem.startswith('der ') else 'zum'} {self.name}"

    @property
    def dieses(self) -> str:
        """Say „Diese Vereinbarung“, „Dieses Quartierskonzept“, at the beginning of a sentence."""
        kurz = "Vereinbarung" if self.name.endswith("vereinbarung") else self.name
        return f"{_DIESES[mit_artikel(self.name).wer.partition(' ')[0]]} {kurz}"

    def schritt(self, termin: Termin) -> str:
        """Return how a step is called: „Zielvereinbarungsworkshop“, „Workshop zum Quartierskonzept“."""
        return termin.bezeichnung or self._eigen(termin.schritt) or SCHRITT[termin.schritt]

    def veranstaltung(self, beteiligung: Beteiligung) -> str:
        """Return of what kind an event was; empty where its title already says so."""
        wort = self._eigen(beteiligung.art) or BETEILIGUNGSART[beteiligung.art]
        return "" if wort == beteiligung.titel else wort

    def _eigen(self, schritt: str) -> str:
        if self.name == "Zielvereinbarung":
            return ""
        eigene = {
            "zielvereinbarungsworkshop": f"Workshop {self.zum}",
            "zielvereinbarungsbeschluss": f"Beschluss über {mit_artikel(self.name).wen}",
        }
        return eigene.get(schritt, "")
