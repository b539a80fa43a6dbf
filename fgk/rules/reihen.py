"""What the rules about series of values share."""

from collections.abc import Iterator
from typing import NamedTuple

from fgk.akte import Record
from fgk.models.base import Datensatz
from fgk.models.indikatoren import Indikatoren, Reihe
from fgk.models.jahresbericht import Jahresbericht
from fgk.rules.kontext import Kontext


class Reihenstelle(NamedTuple):
    """A series and the record it stands in: the baseline, or an annual report that carries it on."""

    record: Record[Datensatz]
    nummer: int
    reihe: Reihe

    def route(self, *keys: str | int) -> tuple[str | int, ...]:
        """Return the route to a key of the series."""
        return ("reihen", self.nummer, *keys)


def reihen(kontext: Kontext) -> Iterator[Reihenstelle]:
    """Yield every series of the Akte."""
    for baseline in kontext.akte.alle(Indikatoren):
        yield from (
            Reihenstelle(baseline, nummer, reihe) for nummer, reihe in enumerate(baseline.modell.reihen)
        )
    for bericht in kontext.akte.alle(Jahresbericht):
        yield from (
            Reihenstelle(bericht, nummer, reihe) for nummer, reihe in enumerate(bericht.modell.reihen)
        )
