"""Write a form as a workbook (XLSX) whose bytes repeat and that names nobody."""

import fnmatch
import io
import zipfile
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.writer.excel import ExcelWriter

from fgk.documents.pakete import entpacke, packe
from fgk.exchange.anleitung import schreibe_anleitung
from fgk.exchange.formular import Formular
from fgk.exchange.lesart import zellabdruecke
from fgk.exchange.maske import schreibe_maske
from fgk.exchange.spalten import FASSUNG, KOPFZEILE, MARKE, SPALTEN
from fgk.festlegung.kanonisch import pruefsumme

#: openpyxl would name itself and its version
_APP = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>fgk</Application></Properties>"""


def mappe(formular: Formular, stichtag: date) -> bytes:
    """Return the workbook of a form; the same form and Stichtag give the same bytes."""
    buch = Workbook()
    buch.properties = _eigenschaften(formular, stichtag)
    buch.security = WorkbookProtection(lockStructure=True)
    blatt = buch.worksheets[0]
    blatt.title = "Maßnahmen"
    schreibe_maske(blatt, formular)
    schreibe_anleitung(buch.create_sheet("Anleitung"), formular)
    _schreibe_stand(buch, formular)
    puffer = io.BytesIO()
    # not Workbook.save(), which takes the time from the clock
    ExcelWriter(buch, zipfile.ZipFile(puffer, "w")).save()
    teile = entpacke(puffer.getvalue()) | {"docProps/app.xml": _APP}
    for name in fnmatch.filter(teile, "xl/worksheets/*.xml"):
        # a height of our own would stay when somebody types more than fits
        teile[name] = teile[name].replace(b' customHeight="1"', b"")
    return packe(teile)


def _eigenschaften(formular: Formular, stichtag: date) -> DocumentProperties:
    tag = datetime.combine(stichtag, time())
    return DocumentProperties(
        creator=None,
        title=f"Formular zum Jahresbericht {formular.jahr}, {formular.ort}, {formular.stelle.name}",
        language="de-DE",
        created=tag,
        modified=tag,
    )


def _schreibe_stand(buch: Workbook, formular: Formular) -> None:
    """Write the hidden sheet, by which a return is recognised and what has changed since is seen."""
    blatt = buch.create_sheet("_fgk")
    blatt.sheet_state = "veryHidden"
    for zeile in (
        (MARKE, FASSUNG),
        ("akte", formular.akte),
        ("bericht", formular.bericht),
        ("stelle", formular.stelle.kennung),
    ):
        blatt.append(zeile)
    keys = [spalte.key for spalte in SPALTEN]
    for platz, wort in enumerate(("massnahme", "eintrag", *keys), start=1):
        blatt.cell(KOPFZEILE, platz, wort)
    for zeile_ in formular.zeilen:
        blatt.append((zeile_.kennung, pruefsumme(zeile_.eintrag), *zellabdruecke(zeile_.zellen, keys)))
