"""The cells of a sheet, whatever file they come from: values with their addresses, merged cells filled."""

from typing import Any, NamedTuple

from fgk.exchange import lesart

#: what people write into a cell that is to stay empty
_LEER = frozenset({"", "-", "--", "–", "—", "/", "./.", ".", "k.a.", "k. a.", "entfällt"})


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
        return als_text(self.wert)


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


def als_text(wert: Any) -> str:
    """Return what a cell says as text, without the blanks that nobody sees; empty for what stands for nothing."""
    lines = (" ".join(line.split()) for line in lesart.als_text(wert).split("\n"))
    joined = "\n".join(lines).strip()
    return "" if joined.casefold() in _LEER else joined


def platz(adresse: str) -> tuple[int, int, str]:
    """Return the key that sorts addresses as one reads: B9, A10, AA10."""
    spalte = adresse.rstrip("0123456789")
    return int(adresse[len(spalte) :]), len(spalte), spalte
