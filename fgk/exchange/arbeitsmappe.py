"""Read a workbook from outside: its sheets and filled cells, and nothing else of it."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import ParseError

from lxml.etree import LxmlError
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from fgk.exchange.lesart import als_text
from fgk.exchange.waechter import Bereich, Umfang, UnbrauchbareDateiError, sichte

#: what openpyxl raises at workbooks that do not hold together
_FEHLER = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OSError, EOFError, OverflowError, NotImplementedError,
    InvalidFileException, ParseError, LxmlError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


class Zelle(NamedTuple):
    """A filled cell: where, what is in it, and whether it is a formula, an error, or shown in percent."""

    adresse: str
    wert: Any
    ist_formel: bool = False
    ist_fehler: bool = False
    ist_prozent: bool = False

    @property
    def text(self) -> str:
        """What it says, however it was typed."""
        return als_text(self.wert)


class Blatt(NamedTuple):
    """A sheet: its filled cells by row and column, and the ranges that are merged."""

    name: str
    ist_sichtbar: bool
    zeilen: dict[int, dict[int, Zelle]]
    verbunden: tuple[Bereich, ...]

    def text(self, zeile: int, spalte: int) -> str:
        """Return what a cell says, empty for an empty one."""
        zelle = self.zeilen.get(zeile, {}).get(spalte)
        return zelle.text if zelle else ""

    def verbund(self, zeile: int, spalte: int) -> str | None:
        """Return the merged range that a cell lies in."""
        for bereich in self.verbunden:
            if bereich.oben <= zeile <= bereich.unten and bereich.links <= spalte <= bereich.rechts:
                return bereich.name
        return None


class Arbeitsmappe(NamedTuple):
    """A workbook, and what the user should know about it."""

    blaetter: list[Blatt]
    hinweise: list[str]


def lies_arbeitsmappe(raw: bytes, *, mit_ergebnissen: bool = False) -> Arbeitsmappe:
    """Return a workbook's sheets; raises ``UnbrauchbareDateiError``.

    In place of its formulas stand, if that is asked for, the results that were stored with them.
    """
    gesichtet = sichte(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what openpyxl leaves out: shapes, extensions, styles
            leser = ExcelReader(io.BytesIO(raw), read_only=True, data_only=mit_ergebnissen, keep_links=False)
            leser.read()
            orte = {blatt.name: beziehung.target for blatt, beziehung in leser.parser.find_sheets()}
            blaetter = [
                _blatt(blatt, gesichtet.umfaenge.get(orte.get(blatt.title, ""), Umfang(0, 0, ())))
                for blatt in leser.wb.worksheets
            ]
    except _FEHLER as error:
        raise UnbrauchbareDateiError(
            "Die Arbeitsmappe lässt sich nicht lesen.",
            "Öffnen Sie sie in Excel oder LibreOffice, und speichern Sie sie neu als Excel-Arbeitsmappe (.xlsx).",
        ) from error
    return Arbeitsmappe(blaetter, gesichtet.hinweise)


def _blatt(blatt: Any, umfang: Umfang) -> Blatt:
    zeilen: dict[int, dict[int, Zelle]] = {}
    if umfang.letzte_zeile:
        reihen = blatt.iter_rows(1, umfang.letzte_zeile, 1, umfang.letzte_spalte)
        for nummer, reihe in enumerate(reihen, start=1):
            zellen = dict(_zellen(nummer, reihe))
            if zellen:
                zeilen[nummer] = zellen
    return Blatt(blatt.title, blatt.sheet_state == "visible", zeilen, umfang.verbunden)


def _zellen(zeile: int, reihe: Any) -> Iterator[tuple[int, Zelle]]:
    for spalte, zelle in enumerate(reihe, start=1):
        if zelle.value is None or (isinstance(zelle.value, str) and not zelle.value.strip()):
            continue
        yield (
            spalte,
            Zelle(
                f"{get_column_letter(spalte)}{zeile}",
                zelle.value,
                zelle.data_type == "f",
                zelle.data_type == "e",
                "%" in (zelle.number_format or ""),
            ),
        )
