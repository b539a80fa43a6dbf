"""Open a list: the sheets of a workbook (XLSX) or the one of a CSV file, and clear words for every other file."""

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from fgk.errors import FgkError
from fgk.exchange.liste.blatt import Blatt, Zeile, Zelle, als_text, spaltenname
from fgk.sources import reason_of

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

#: far more than a list of measures has; a workbook that is formatted down to its last row has a million
HOECHSTENS_ZEILEN = 20_000
#: after so many empty rows nothing comes any more, even where the sheet is formatted on and on
_ENDE_NACH_LEEREN = 2_000
_HOECHSTENS_BYTES = 50_000_000
_HOECHSTENS_ENTPACKT = 400_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SPEICHERN = "Öffnen Sie sie, und speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“."
#: what openpyxl raises for workbooks that are none, or not whole
_SCHADEN = (
    zipfile.BadZipFile, zlib.error, ParseError, SyntaxError, KeyError, ValueError, TypeError, IndexError,
    AttributeError, EOFError, OSError,
)  # fmt: skip


def lies_blaetter(path: Path) -> list[Blatt]:
    """Return the visible sheets that are not empty; raises ``FgkError`` for a file that is no list."""
    try:
        if path.stat().st_size > _HOECHSTENS_BYTES:
            raise FgkError(f"„{path}“ ist größer als 50 MB.", "Speichern Sie nur das Blatt mit der Liste.")
        raw = path.read_bytes()
    except OSError as error:
        raise FgkError(
            f"„{path}“ lässt sich nicht lesen ({reason_of(error)}).",
            "Prüfen Sie den Pfad, und schließen Sie die Datei, falls sie geöffnet ist.",
        ) from error
    _pruefe_art(path, raw)
    blaetter = _aus_mappe(path, raw) if raw.startswith(b"PK") else [_aus_csv(path, raw)]
    gefuellt = [blatt for blatt in blaetter if blatt.zeilen]
    if not gefuellt:
        raise FgkError(f"„{path}“ ist leer.", "Prüfen Sie, ob es die richtige Datei ist.")
    return gefuellt


def _pruefe_art(path: Path, raw: bytes) -> None:
    """Raise ``FgkError`` for what is neither a workbook nor a CSV file."""
    if not raw:
        raise FgkError(f"„{path}“ ist leer.", "Prüfen Sie, ob es die richtige Datei ist.")
    if raw.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise FgkError(
                f"„{path}“ ist mit einem Kennwort geschützt.",
                "Öffnen Sie die Datei in Excel, und speichern Sie eine Kopie ohne Kennwort.",
            )
        raise FgkError(f"„{path}“ ist eine Datei im alten Format von Excel (.xls).", _SPEICHERN)
    if raw.startswith(b"PK"):
        _pruefe_archiv(path, raw)
    elif path.suffix.casefold() not in {".csv", ".txt", ".tsv"}:
        raise FgkError(f"„{path}“ ist keine Excel-Mappe.", f"Erwartet wird eine Datei .xlsx. {_SPEICHERN}")


def _pruefe_archiv(path: Path, raw: bytes) -> None:
    try:
        archiv = zipfile.ZipFile(io.BytesIO(raw))
    except zipfile.BadZipFile as error:
        raise _beschaedigt(path) from error
    namen = set(archiv.namelist())
    if sum(info.file_size for info in archiv.infolist()) > _HOECHSTENS_ENTPACKT:
        raise FgkError(f"„{path}“ ist entpackt zu groß.", "Speichern Sie nur das Blatt mit der Liste.")
    if "content.xml" in namen:
        raise FgkError(f"„{path}“ ist eine Datei von LibreOffice.", _SPEICHERN)
    if not any(name.startswith("xl/") for name in namen):
        raise FgkError(f"„{path}“ ist keine Excel-Mappe.", f"Erwartet wird eine Datei .xlsx. {_SPEICHERN}")


def _beschaedigt(path: Path) -> FgkError:
    return FgkError(
        f"„{path}“ ist beschädigt oder unvollständig.",
        "Öffnen Sie die Datei in Excel, lassen Sie sie reparieren, und speichern Sie sie neu.",
    )


def _aus_mappe(path: Path, raw: bytes) -> list[Blatt]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells what it does not know; we only read values
        try:
            mappe = openpyxl.load_workbook(io.BytesIO(raw), data_only=True)
            formeln = openpyxl.load_workbook(io.BytesIO(raw)) if _hat_formeln(raw) else None
        except _SCHADEN as error:
            raise _beschaedigt(path) from error
    return [
        _lies_blatt(path, blatt, None if formeln is None else formeln[blatt.title])
        for blatt in mappe.worksheets
        if blatt.sheet_state == "visible"
    ]


def _hat_formeln(raw: bytes) -> bool:
    """Say whether any sheet has a formula: only then the workbook is read a second time."""
    archiv = zipfile.ZipFile(io.BytesIO(raw))
    blaetter = (
        name for name in archiv.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")
    )
    return any(b"<f>" in inhalt or b"<f " in inhalt for inhalt in map(archiv.read, blaetter))


def _lies_blatt(path: Path, blatt: "Worksheet", formeln: "Worksheet | None") -> Blatt:
    anker = {
        (zeile, spalte): (bereich.min_row, bereich.min_col)
        for bereich in blatt.merged_cells.ranges
        for zeile in range(bereich.min_row, min(bereich.max_row, bereich.min_row + HOECHSTENS_ZEILEN) + 1)
        for spalte in range(bereich.min_col, min(bereich.max_col, bereich.min_col + 200) + 1)
    }
    zeilen: list[Zeile] = []
    for nummer, row in enumerate(blatt.iter_rows(min_row=1), start=1):
        zellen = dict(_zellen(blatt, row, anker, formeln))
        if any(not zelle.ist_gefuellt for zelle in zellen.values()):
            zeilen.append(Zeile(nummer, zellen))
        elif zeilen and nummer - zeilen[-1].nummer > _ENDE_NACH_LEEREN:
            break
        _pruefe_laenge(path, zeilen)
    versteckt = sum(1 for zeile in zeilen if blatt.row_dimensions[zeile.nummer].hidden)
    return Blatt(blatt.title, zeilen, versteckt)


def _pruefe_laenge(path: Path, zeilen: list[Zeile]) -> None:
    if len(zeilen) > HOECHSTENS_ZEILEN:
        raise FgkError(
            f"„{path}“ hat mehr als 20.000 Zeilen.",
            "Das ist keine Liste von Maßnahmen; prüfen Sie die Datei.",
        )


def _zellen(
    blatt: "Worksheet",
    row: Iterable["Cell | Any"],
    anker: dict[tuple[int, int], tuple[int, int]],
    formeln: "Worksheet | None",
) -> Iterator[tuple[int, Zelle]]:
    """Yield the cells of a row that say something, those of merged ranges with the value of their first."""
    for cell in row:
        platz = (cell.row, cell.column)
        quelle = anker.get(platz, platz)
        wert = blatt.cell(*quelle).value if quelle != platz else cell.value
        adresse, von = _adresse(*platz), _adresse(*quelle) if platz in anker else None
        problem = _problem(cell, formeln) if quelle == platz else None
        if problem is not None:
            yield cell.column, Zelle(adresse, None, problem, von)
        elif wert is not None and als_text(wert):
            yield cell.column, Zelle(adresse, wert, None, von)


def _adresse(zeile: int, spalte: int) -> str:
    return f"{spaltenname(spalte)}{zeile}"


def _problem(cell: "Cell | Any", formeln: "Worksheet | None") -> str | None:
    """Return why the value of a cell is not known, ``None`` where it is."""
    if cell.data_type == "e":
        return f"Die Zelle zeigt den Fehler {cell.value}."
    if cell.value is None and formeln is not None and formeln.cell(cell.row, cell.column).data_type == "f":
        return (
            "Die Zelle enthält eine Formel, deren Ergebnis nicht gespeichert ist. Öffnen Sie die Datei in Excel, und "
            "speichern Sie sie einmal."
        )
    return None


def _aus_csv(path: Path, raw: bytes) -> Blatt:
    text = _entschluessle(path, raw)
    trenner = max(";\t,", key=text[:5000].count)
    zeilen = []
    try:
        for nummer, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=trenner), start=1):
            zellen = {
                spalte: Zelle(_adresse(nummer, spalte), wert)
                for spalte, wert in enumerate(row, start=1)
                if als_text(wert)
            }
            if zellen:
                zeilen.append(Zeile(nummer, zellen))
            _pruefe_laenge(path, zeilen)
    except csv.Error as error:
        raise _beschaedigt(path) from error
    return Blatt(path.name, zeilen)


def _entschluessle(path: Path, raw: bytes) -> str:
    if b"\0" in raw:
        raise FgkError(f"„{path}“ ist keine Textdatei.", f"Erwartet wird eine Datei .xlsx. {_SPEICHERN}")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")  # how Excel writes CSV on German machines
