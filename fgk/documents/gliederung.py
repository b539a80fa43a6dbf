"""How goals and measures stand in a document: by Handlungsfeld, what was agreed apart from what came later."""

from dataclasses import dataclass

from fgk.models.analyse import Analyse
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel


@dataclass(frozen=True, slots=True)
class Zielgruppierung:
    """A goal with its measures, those of the agreement apart from those that came later."""

    ziel: Ziel
    vereinbart: tuple[Massnahme, ...]
    ergaenzt: tuple[Massnahme, ...]

    @property
    def massnahmen(self) -> tuple[Massnahme, ...]:
        """All measures of the goal in the order of their Kennungen."""
        return (*self.vereinbart, *self.ergaenzt)


@dataclass(frozen=True, slots=True)
class Feld:
    """A Handlungsfeld with its analysis and its goals."""

    kennung: str
    nummer: str
    bezeichnung: str
    analyse: Analyse | None
    ziele: tuple[Zielgruppierung, ...]

    @property
    def massnahmen(self) -> list[Massnahme]:
        """All measures of the Handlungsfeld."""
        return [massnahme for gruppe in self.ziele for massnahme in gruppe.massnahmen]

    @property
    def anzahl_ziele(self) -> int:
        """Number of goals."""
        return len(self.ziele)

    @property
    def anzahl_massnahmen(self) -> int:
        """Number of measures of the agreement."""
        return sum(len(gruppe.vereinbart) for gruppe in self.ziele)

    @property
    def anzahl_ergaenzt(self) -> int:
        """Number of measures that came later."""
        return sum(len(gruppe.ergaenzt) for gruppe in self.ziele)

    @property
    def anzahl_fortlaufend(self) -> int:
        """Number of measures of the agreement without an end."""
        return sum(m.ist_fortlaufend for gruppe in self.ziele for m in gruppe.vereinbart)
