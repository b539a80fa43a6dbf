"""Comments beside lines of YAML: behind them where they fit, else above."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fgk.scaffolding.skalare import BREITE


class Eintrag(dict[str, Any]):
    """A group with comment lines of its own above it, and the fields that wait in it as comments."""

    def __init__(
        self, werte: Mapping[str, Any], kommentar: Iterable[str] = (), offen: Iterable[str] = ()
    ) -> None:
        super().__init__(werte)
        self.kommentar = tuple(kommentar)
        self.offen = frozenset(offen)


def umbrochen(line: str) -> list[str]:
    """Return a line of the head in pieces; what is meant for programs stays whole."""
    return [line] if "$schema=" in line else textwrap.wrap(line, BREITE - 2, break_on_hyphens=False)


def erklaert(erklaerung: str, body: list[str], einzug: int) -> Iterator[str]:
    """Yield the lines of a field with what it means: behind the first where it fits, else above."""
    rand = " " * einzug
    line = f"{body[0]}  # {erklaerung}"
    if erklaerung and len(line) <= BREITE and (len(body) == 1 or body[0].endswith(":")):
        yield line
        yield from body[1:]
        return
    if erklaerung:
        yield from (f"{rand}# {part}" for part in textwrap.wrap(erklaerung, BREITE - einzug - 2))
    yield from body


def als_eintrag(eintrag: Mapping[str, Any], lines: list[str], einzug: int) -> Iterator[str]:
    """Yield the lines of a group as an entry of a list: what explains its first key stands above the dash."""
    rand = " " * einzug
    if isinstance(eintrag, Eintrag):
        yield from (f"{rand}# {line}" for line in eintrag.kommentar)
    erste = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (rand + line.lstrip() for line in lines[:erste])
    yield f"{rand}- {lines[erste].lstrip()}"
    yield from lines[erste + 1 :]
