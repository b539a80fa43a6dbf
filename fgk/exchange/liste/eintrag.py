"""One measure as its row says it, before it has a Kennung, and what is to be told about the row."""

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple

from fgk.exchange.liste.zielangabe import Zielangabe
from fgk.register.schreibweisen import worte


class Schwere(Enum):
    """What became of a row or cell that something is told about."""

    fehlt = "nicht übernommen"
    ausgelassen = "ausgelassen"
    vorhanden = "gibt es schon"
    hinweis = "übernommen, bitte ansehen"


class Meldung(NamedTuple):
    """Something to be told about a cell of the list."""

    ort: str
    text: str
    schwere: Schwere = Schwere.hinweis


@dataclass
class Eintrag:
    """A row of the list. ``werte`` are fields of the record, ``bemerkungen`` what has no field: (heading, content).

    ``meldungen`` are told only if the row is taken.
    """

    zeile: int
    ort: str
    titel: str | None
    ziel: Zielangabe
    handlungsfeld: str | None = None
    leitziel: str | None = None
    nummer: str | None = None
    nummer_ort: str = ""
    nummer_spalte: str = "Nr."
    werte: dict[str, Any] = field(default_factory=dict)
    kosten: dict[str, Any] = field(default_factory=dict)
    stellen: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    messkriterien: list[str] = field(default_factory=list)
    bemerkungen: list[tuple[str, str]] = field(default_factory=list)
    meldungen: list[Meldung] = field(default_factory=list)

    @property
    def teile(self) -> tuple[str, str] | None:
        """The number of the goal and the place in it, where the row's number is one like 3.1.2."""
        match = re.fullmatch(r"(?i)m?[-\s]?([1-9]\.[1-9]\d*)\.([1-9]\d*)\.?", self.nummer or "")
        return (match[1], match[2]) if match else None

    @property
    def nummer_klar(self) -> str | None:
        """The row's number, if it is one like 3.1.2."""
        return ".".join(self.teile) if self.teile else None

    def merke(self, ueberschrift: str, inhalt: str) -> None:
        """Keep what has no field."""
        if inhalt and (ueberschrift, inhalt) not in self.bemerkungen:
            self.bemerkungen.append((ueberschrift, inhalt))


def gleicher_text(text: str) -> str:
    """Return a title as titles are compared: case, umlauts and signs say nothing, numbers do."""
    return " ".join(wort.rstrip(".") for wort in worte(text)) or text.casefold()
