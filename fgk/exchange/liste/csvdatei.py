"""A list as CSV, in the ways that Excel writes it: semicolons and cp1252, or commas and UTF-8."""

import csv
import io
from pathlib import Path

from openpyxl.utils import get_column_letter

from fgk.errors import FgkError
from fgk.exchange.liste.blatt import Blatt, Zeile, Zelle, als_text
from fgk.exchange.waechter import LETZTE_SPALTE, LETZTE_ZEILE


def lies_csv(path: Path, raw: bytes) -> Blatt:
    """Return the one sheet of a CSV file; raises ``FgkError``."""
    text = _entschluessle(raw)
    trenner = max(";\t,", key=text[:5000].count)
    zeilen = []
    try:
        for nummer, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=trenner), start=1):
            if len(row) > LETZTE_SPALTE:
                raise FgkError(
                    f"„{path}“ hat in Zeile {nummer} mehr als {LETZTE_SPALTE} Spalten.",
                    "Prüfen Sie, ob es die richtige Datei ist.",
                )
            zellen = {
                spalte: Zelle(f"{get_column_letter(spalte)}{nummer}", wert)
                for spalte, wert in enumerate(row, start=1)
                if als_text(wert)
            }
            if zellen:
                zeilen.append(Zeile(nummer, zellen))
            if len(zeilen) > LETZTE_ZEILE:
                raise FgkError(
                    f"„{path}“ hat mehr als 20.000 Zeilen.", "Prüfen Sie, ob es die richtige Datei ist."
                )
    except csv.Error as error:
        raise FgkError(f"„{path}“ ist keine CSV-Datei.", "Speichern Sie die Liste als .xlsx.") from error
    return Blatt(path.name, zeilen)


def _entschluessle(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")  # how Excel writes CSV on German machines
