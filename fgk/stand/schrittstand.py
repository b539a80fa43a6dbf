"""One step of the procedure: planned, actual, and where that stands in the Akte."""

import re
from datetime import date
from typing import NamedTuple

#: whoever takes part in the network may do so in any phase
JEDERZEIT = frozenset({"netzwerktreffen", "sonstiges"})


class Schrittstand(NamedTuple):
    """One step on a Stichtag; ``datum`` is empty while it has not taken place, ``nummer`` counts the Termine of a kind."""

    schritt: str
    name: str
    geplant_am: date | str | None
    datum: date | str | None
    datei: str
    schluessel: str = ""
    nummer: int = 0

    @property
    def route(self) -> tuple[str | int, ...]:
        """The keys and places of ``schluessel``, one by one: ``beratungen[0].datum``."""
        teile = re.findall(r"\w+", self.schluessel)
        return tuple(int(teil) if teil.isdigit() else teil for teil in teile)

    @property
    def tag(self) -> date | str | None:
        """The actual day, else the planned one."""
        return self.datum or self.geplant_am

    @property
    def verspaetung(self) -> int | None:
        """How many days later than planned it took place, where both days are known; less than 0: earlier."""
        if isinstance(self.datum, date) and isinstance(self.geplant_am, date):
            return (self.datum - self.geplant_am).days
        return None
