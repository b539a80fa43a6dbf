"""What the sections of the page share: a table without lines, and a colour for each word."""

from collections.abc import Sequence

from rich.table import Table

FARBEN = {
    "abgeschlossen": "green",
    "laeuft": "bold cyan",
    "unvollstaendig": "yellow",
    "ueberfaellig": "bold red",
    "faellig": "bold yellow",
    "bald": "yellow",
    "erledigt": "green",
}


def tabelle(spalten: int, *, fest: Sequence[int] = (0,)) -> Table:
    """Return a table without lines; ``fest`` are the columns that are never broken."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for nummer in range(spalten):
        table.add_column(no_wrap=nummer in fest, overflow="fold")
    return table
