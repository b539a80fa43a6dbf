"""How the result of a Verfahren is spoken of: its name comes from a data file, its article from the word."""

from typing import NamedTuple

from fgk.documents.vorlagen.gremium import mit_artikel
from fgk.models.audit import SCHRITT, Termin

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
        eigen = {
            "zielvereinbarungsworkshop": f"Workshop {self.zum}",
            "zielvereinbarungsbeschluss": f"Beschluss über {mit_artikel(self.name).wen}",
        }
        ist_vereinbarung = self.name == "Zielvereinbarung"
        wort = (
            SCHRITT[termin.schritt]
            if ist_vereinbarung
            else eigen.get(termin.schritt, SCHRITT[termin.schritt])
        )
        return termin.bezeichnung or wort
