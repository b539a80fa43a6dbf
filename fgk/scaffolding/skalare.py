"""Values -> YAML as the house writes it (``emit``), and pieces of YAML that stand as they are: examples."""

from collections.abc import Iterator
from typing import Any

from fgk.editing.emit import emit

BREITE = 100


class Roh(str):
    """A piece of YAML that stands as it is."""

    __slots__ = ()


def paar(name: str, wert: Any, einzug: int) -> Iterator[str]:
    """Yield the lines of a key with a scalar or a list of scalars."""
    rand = " " * einzug
    if isinstance(wert, Roh):
        yield f"{rand}{name}: {wert}"
    elif isinstance(wert, list) and wert and all(isinstance(teil, Roh) for teil in wert):
        yield f"{rand}{name}: [{', '.join(wert)}]"
    else:
        yield from emit({name: wert}, einzug)
