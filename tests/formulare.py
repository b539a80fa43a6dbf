"""An Akte with two annual reports, forms written from it, and filled in as departments do."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hilfen import lege_an
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from fgk.cli import run

TAG = "2026-01-05"
BERICHT = "jahresberichte/2025.yaml"
BLATT = "Maßnahmen"
#: of the smallest case: the rows of the department that answers for most
ERSTE, ZWEITE, DRITTE = 7, 8, 9

_MASSNAHME = "kennung: {0}\nziel: Z-1.1\ntitel: {1}\nbeginn: 2024-01-01\nende: 2026-12-31\n"
TEXT = """\
# Von Hand geschrieben; die Ämter ändern verschiedene Zeilen.
kennung: J-2025
von: 2025-01-01
bis: 2025-12-31
massnahmen:
  - massnahme: M-1.1.1  # Hauptamt
    status: in_umsetzung
  # Jugendamt
  - massnahme: M-1.1.2
    status: in_umsetzung
    fortschritt: 40   # geschätzt
    text: >-
      Der Bericht liegt
      im Entwurf vor.
    nachweise:
      - bezeichnung: Entwurf; Fassung 2
        datum: "2025-11"
        adresse: https://musterstadt.example/entwurf
  - massnahme: M-1.1.3
    status: geplant
    # text:
  - massnahme: M-1.1.4
    status: geplant
  - massnahme: M-1.1.5
    status: umgesetzt
ausblick: Es geht weiter.
"""
DATEIEN: Mapping[str, str] = {
    "organisationseinheiten.yaml": (
        "organisationseinheiten:\n"
        "  - kennung: OE-10\n    name: Hauptamt\n    art: amt\n"
        "  - kennung: OE-50\n    name: Sozialamt\n    art: amt\n    bis: 2025-06-30\n    nachfolger: OE-51\n"
        "  - kennung: OE-51\n    name: Amt für Jugend & Soziales\n    kurz: Jugendamt\n    art: amt\n"
        "    postfach: jugendamt@musterstadt.example\n"
    ),
    "massnahmen/M-1.1.1.yaml": _MASSNAHME.format("M-1.1.1", "Steuerungsgruppe einrichten") + "federfuehrung: OE-10\n",
    "massnahmen/M-1.1.2.yaml": _MASSNAHME.format("M-1.1.2", "Familienbericht") + "federfuehrung: OE-51\ntext: '=Summe der Bedarfe'\n",
    "massnahmen/M-1.1.3.yaml": _MASSNAHME.format("M-1.1.3", "'@ Newsletter'") + "federfuehrung: OE-50\n",
    "massnahmen/M-1.1.4.yaml": _MASSNAHME.format("M-1.1.4", "Familientag"),
    "massnahmen/M-1.1.5.yaml": _MASSNAHME.format("M-1.1.5", "Wegweiser") + "federfuehrung: OE-51\n",
    "jahresberichte/2024.yaml": (
        "kennung: J-2024\nvon: 2024-01-01\nbis: 2024-12-31\nvorgelegt_am: 2025-03-01\nmassnahmen:\n"
        "  - massnahme: M-1.1.1\n    status: geplant\n"
        "  - massnahme: M-1.1.2\n    status: in_umsetzung\n    fortschritt: 10\n    text: Der Auftrag ist vergeben.\n"
        "  - massnahme: M-1.1.3\n    status: verschoben\n    begruendung: Keine Stelle.\n    neue_frist: 2027-06-30\n"
        "  - massnahme: M-1.1.4\n    status: geplant\n"
        "  - massnahme: M-1.1.5\n    status: umgesetzt\n    fortschritt: 100\n    text: Gedruckt.\n"
    ),
    BERICHT: TEXT,
}  # fmt: skip


def akte_mit_bericht(ordner: Path, dateien: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Make the Akte, with files laid over it."""
    return lege_an(ordner, {**DATEIEN, **(dateien or {})})


def schreibe_formulare(akte: Path, ziel: Path, *mehr: str) -> Path:
    """Write the forms of 2025 and return the one of the Jugendamt."""
    worte = ["export", "formular", str(akte), "--jahr", "2025", "--stichtag", TAG, "-o", str(ziel), *mehr]
    assert run(worte) == 0
    return ziel / "formular-2025-jugendamt.xlsx"


def oeffne(datei: Path) -> Workbook:
    """Open a workbook as a program for tables does."""
    return load_workbook(io.BytesIO(datei.read_bytes()))


def fuelle(datei: Path, werte: Mapping[str, Any] | Callable[[Worksheet], None]) -> Path:
    """Write into cells of a form by their addresses, or let a function do what it wants with the sheet."""
    buch = oeffne(datei)
    blatt = buch[BLATT]
    if callable(werte):
        werte(blatt)
    else:
        for adresse, wert in werte.items():
            blatt[adresse] = wert
    buch.save(datei)
    return datei
