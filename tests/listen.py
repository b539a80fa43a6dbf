"""Make lists of measures as municipalities have them: workbooks in ``tmp_path``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
from hilfen import lege_an

from fgk.akte import Akte
from fgk.exchange.liste.angaben import lies_zuordnung
from fgk.exchange.liste.einlesen import Eingelesen, lies_liste
from fgk.exchange.liste.eintrag import Schwere
from fgk.loading.load import load_akte
from fgk.sources import FolderSource

KOPF = ["Nr.", "Handlungsfeld", "Ziel", "Maßnahme", "Zuständigkeit", "Bis wann"]


def mappe(
    ordner: Path, zeilen: Sequence[Sequence[Any]], *, verbunden: Sequence[str] = (), blatt: str = "Maßnahmen"
) -> Path:
    """Write a workbook of these rows with these merged ranges."""
    buch = openpyxl.Workbook()
    tabelle = buch.worksheets[0]
    tabelle.title = blatt
    for zeile in zeilen:
        tabelle.append(list(zeile))
    for bereich in verbunden:
        tabelle.merge_cells(bereich)
    buch.save(ordner / "liste.xlsx")
    return ordner / "liste.xlsx"


def akte_in(ordner: Path, dateien: dict[str, str | bytes | None] | None = None) -> Akte:
    """Return the smallest Akte with these files over it."""
    return load_akte(FolderSource(lege_an(ordner / "akte", dateien)))[0]


def lies(
    ordner: Path,
    zeilen: Sequence[Sequence[Any]],
    *spalten: str,
    verbunden: Sequence[str] = (),
    blatt: str = "Maßnahmen",
) -> Eingelesen:
    """Read a workbook of these rows for the smallest Akte."""
    pfad = mappe(ordner, zeilen, verbunden=verbunden, blatt=blatt)
    return lies_liste(pfad, akte_in(ordner), lies_zuordnung(spalten))


def gesagt(gelesen: Eingelesen, schwere: Schwere = Schwere.hinweis) -> list[tuple[str, str]]:
    """Return what was told: address and sentence."""
    return [(meldung.ort, meldung.text) for meldung in gelesen.plan.meldungen if meldung.schwere is schwere]
