"""What became of participation: the goals and measures that came of workshops and surveys, each with where from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fgk.documents.sicht import Sicht
from fgk.models.beteiligung import Beteiligung
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel
from fgk.schreibweise import datum


@dataclass(frozen=True, slots=True)
class Folge:
    """A goal or measures of it that came of participation: names of the events, and each measure with its own."""

    ziel: Ziel
    aus: tuple[str, ...]
    massnahmen: tuple[tuple[Massnahme, tuple[str, ...]], ...]


def name_der(beteiligung: Beteiligung) -> str:
    """Return title and day of a workshop or survey."""
    return f"{beteiligung.titel}, {datum(beteiligung.datum)}"


def folgen(
    sicht: Sicht, beteiligungen: Iterable[Beteiligung], herkunft: dict[str, frozenset[str]]
) -> Iterator[Folge]:
    """Yield the goals that came of it, or of whose measures one did."""
    namen = {b.kennung: name_der(b) for b in beteiligungen}

    def aus(kennung: str) -> tuple[str, ...]:
        return tuple(name for k, name in namen.items() if k in herkunft[kennung])

    for gruppe in (gruppe for feld in sicht.felder for gruppe in feld.ziele):
        massnahmen = tuple((m, aus(m.kennung)) for m in gruppe.massnahmen if aus(m.kennung))
        if massnahmen or aus(gruppe.ziel.kennung):
            yield Folge(gruppe.ziel, aus(gruppe.ziel.kennung), massnahmen)
