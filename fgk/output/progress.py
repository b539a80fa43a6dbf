"""How far a long run is: on a terminal only, and never in what is printed for others.

Not with rich: its display takes the output over as well, and what ``fgk verify --history > datei`` prints would land on
the terminal. Ours is on the error stream, and away whenever anything else is printed.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_DONE, _OPEN = "█", "░"
#: columns of the bar itself
_LENGTH = 30


def progress(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """Yield the items, and show on a terminal how many of ``total`` are done."""
    if total < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    remaining = iter(items)
    done = 0
    try:
        while True:
            _show(f"{what} {_bar(done, total)} {done}/{total}")
            try:
                item = next(remaining)
            except StopIteration:
                return
            done += 1
            _show("")  # whoever gets the item may print something
            yield item
    finally:
        _show("")


def _bar(done: int, total: int) -> str:
    filled = min(_LENGTH, done * _LENGTH // total)
    return _DONE * filled + _OPEN * (_LENGTH - filled)


def _show(text: str) -> None:
    """Put a text in the place of the last one, without a code that an old terminal might print."""
    width = os.get_terminal_size(sys.stderr.fileno()).columns or 80
    # never the last column, where some terminals begin a new line
    sys.stderr.write(f"\r{' ' * (width - 1)}\r{text[: width - 1]}")
    sys.stderr.flush()
