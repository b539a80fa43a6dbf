"""Open a list: the sheets of a workbook (XLSX) or the one of a CSV file."""

from pathlib import Path

from fgk.errors import FgkError
from fgk.exchange.liste.blatt import Blatt
from fgk.exchange.liste.csvdatei import lies_csv
from fgk.exchange.liste.mappe import lies_mappe
from fgk.exchange.waechter import UnbrauchbareDateiError, lies_von_aussen

_TEXTDATEIEN = frozenset({".csv", ".txt", ".tsv"})


def lies_blaetter(path: Path) -> list[Blatt]:
    """Return the visible sheets that are not empty; raises ``FgkError`` for a file that is no list."""
    try:
        raw = lies_von_aussen(path)
        blaetter = [lies_csv(path, raw)] if _ist_text(path, raw) else lies_mappe(raw)
    except UnbrauchbareDateiError as error:
        raise FgkError(f"„{path}“: {error.was}", error.tun) from error
    gefuellt = [blatt for blatt in blaetter if blatt.zeilen]
    if not gefuellt:
        raise FgkError(f"„{path}“ ist leer.", "Prüfen Sie, ob es die richtige Datei ist.")
    return gefuellt


def _ist_text(path: Path, raw: bytes) -> bool:
    return path.suffix.casefold() in _TEXTDATEIEN and bool(raw) and b"\0" not in raw
