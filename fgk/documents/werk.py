"""How the result of a Verfahren is spoken of: its name comes from a data file, its articles from the German language."""

from typing import NamedTuple

_WEIBLICH = ("ung", "heit", "keit", "ion", "schaft", "ei", "e")
_MAENNLICH = ("plan", "katalog", "bericht", "rahmen", "vertrag")
_ZISCHLAUTE = ("s", "ß", "x", "z")


class Werk(NamedTuple):
    """The name of the result document, with articles: „Quartierskonzept“."""

    name: str

    @property
    def _ist_weiblich(self) -> bool:
        return self.name.endswith(_WEIBLICH)

    @property
    def des(self) -> str:
        """Say „der Zielvereinbarung“, „des Quartierskonzepts“."""
        if self._ist_weiblich:
            return f"der {self.name}"
        return f"des {self.name}{'es' if self.name.endswith(_ZISCHLAUTE) else 's'}"

    @property
    def zum(self) -> str:
        """Say „zur Zielvereinbarung“, „zum Quartierskonzept“."""
        return f"{'zur' if self._ist_weiblich else 'zum'} {self.name}"

    @property
    def dem(self) -> str:
        """Say „der Zielvereinbarung“, „dem Quartierskonzept“."""
        return f"{'der' if self._ist_weiblich else 'dem'} {self.name}"

    @property
    def dieses(self) -> str:
        """Say „Diese Vereinbarung“, „Dieses Quartierskonzept“, at the beginning of a sentence."""
        kurz = "Vereinbarung" if self.name.endswith("vereinbarung") else self.name
        if self._ist_weiblich:
            return f"Diese {kurz}"
        return f"{'Dieser' if kurz.endswith(_MAENNLICH) else 'Dieses'} {kurz}"
