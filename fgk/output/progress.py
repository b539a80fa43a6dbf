"""A progress bar for long runs: on a terminal only, and never in what is printed for others."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Literal, TypeVar

T = TypeVar("T")


def progress(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """Yield the items, and show on a terminal how many of ``total`` are done."""
    if total < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn())
    colors: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    with Progress(*columns, console=Console(stderr=True, color_system=colors), transient=True) as bar:
        task = bar.add_task(what, total=total)
        for item in items:
            bar.advance(task)
            yield item
