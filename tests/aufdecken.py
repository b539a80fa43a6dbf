"""Take the sign away from a field that waits as comment, as a person does: of one field at a time."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FELD = re.compile(r"(?P<rand> *)# (?P<name>[a-z_]+):(?: |$)")


class Aufgedeckt(NamedTuple):
    """A text with one field more, what the field is called, and its lines."""

    name: str
    text: str
    von: int
    bis: int


def aufgedeckt(text: str, von: int = 0, bis: int | None = None) -> Iterator[Aufgedeckt]:
    """Yield the text with each of its waiting fields uncovered, one at a time; ``von`` and ``bis`` limit the lines."""
    lines = text.splitlines()
    for number in range(von, len(lines) if bis is None else bis):
        match = _FELD.match(lines[number])
        if match is None:
            continue
        end = number + 1
        while end < len(lines) and lines[end].startswith(f"{match['rand']}#   "):
            end += 1
        here = [match["rand"] + line[len(match["rand"]) + 2 :] for line in lines[number:end]]
        yield Aufgedeckt(
            match["name"],
            "".join(f"{line}\n" for line in (*lines[:number], *here, *lines[end:])),
            number,
            end,
        )
