"""The cells of a sheet, whatever file they come from: values with their addresses, merged cells filled."""

import re
from datetime import date, datetime, time
from typing import Any, NamedTuple

from fgk.schreibweise import datum
from fgk.zeichen import saeubere

#: what people write into a cell that is to stay empty
_LEER = frozenset({"", "-", "--", "–", "—", "/", "./.", ".", "k.a.", "k. a.", "entfällt"})
#: so Excel writes characters that XML cannot hold
_MASKIERT = re.compile(r"_x(000[9ADad])_")


class Zelle(NamedTuple):
    """A cell that is not empty: its value, or why it has none. ``anker`` is the first cell of a merged range."""

    adresse: str
    wert: Any
    problem: str | None = None
    anker: str | None = None

    @property
    def ist_gefuellt(self) -> bool:
        """Say whether the value stands in another cell of a merged range."""
        return self.anker is not None and self.anker != self.adresse

    @property
    def text(self) -> str:
        """What the cell says, as text; empty for what stands for nothing."""
        return "" if self.wert is None else als_text(self.wert)


class Zeile(NamedTuple):
    """A row with its cells by column (1 is A)."""

    nummer: int
    zellen: dict[int, Zelle]

    def ort(self) -> str:
        """Return the address of its first cell."""
        return next(iter(self.zellen.values())).adresse


class Blatt(NamedTuple):
    """A visible sheet and its rows that are not empty."""

    name: str
    zeilen: list[Zeile]
    ausgeblendet: int = 0


def als_text(wert: Any) -> str:
    """Return what a cell says as text: dates and numbers as people write them in German."""
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, datetime):
        return datum(wert.date())
    if isinstance(wert, date):
        return datum(wert)
    if isinstance(wert, time):
        return f"{wert:%H:%M}"
    if isinstance(wert, float):
        return f"{wert:.10g}".replace(".", ",")
    text = saeubere(_MASKIERT.sub(lambda match: chr(int(match[1], 16)), str(wert)))
    lines = (" ".join(line.split()) for line in text.replace("\r\n", "\n").split("\n"))
    joined = "\n".join(lines).strip()
    return "" if joined.casefold() in _LEER else joined


def spaltenname(nummer: int) -> str:
    """Return A for 1, AA for 27."""
    name = ""
    while nummer:
        nummer, rest = divmod(nummer - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def platz(adresse: str) -> tuple[int, int, str]:
    """Return the key that sorts addresses as one reads: B9, A10, AA10."""
    spalte = adresse.rstrip("0123456789")
    return int(adresse[len(spalte) :]), len(spalte), spalte
