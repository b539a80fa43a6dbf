"""The sheet that a department fills in: what was agreed is locked, the answer cells are checked as they are typed."""

from collections.abc import Mapping
from math import ceil

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from fgk.exchange.formular import Formular
from fgk.exchange.lesart import Zellwert, als_text, maskiert
from fgk.exchange.pruefungen import pruefungen
from fgk.exchange.spalten import NACH_KEY, SPALTEN, Inhalt, Spalte
from fgk.models.stand import BEGRUENDUNGSPFLICHTIG, STATUS
from fgk.schreibweise import datum

_KOPF = 6
_BLAU, _HELLBLAU, _GELB, _GRAU, _ROT = "1F4E79", "D9E5F0", "FFFBE3", "F3F3F3", "F9D6D0"
_LINIE = Side(style="thin", color="BFBFBF")
_RAND = Border(left=_LINIE, right=_LINIE, top=_LINIE, bottom=_LINIE)
_SCHRIFT = "Calibri"


def schreibe_maske(blatt: Worksheet, formular: Formular) -> None:
    """Write head, table, checks, protection and print setup."""
    _schreibe_kopf(blatt, formular)
    for nummer, spalte in enumerate(SPALTEN, start=1):
        blatt.column_dimensions[get_column_letter(nummer)].width = spalte.breite
        _schreibe_ueberschrift(blatt, nummer, spalte)
        for abstand, zeile in enumerate(formular.zeilen, start=1):
            _schreibe_zelle(blatt.cell(_KOPF + abstand, nummer), spalte, zeile.zellen.get(spalte.key))
    for abstand, zeile in enumerate(formular.zeilen, start=1):
        blatt.row_dimensions[_KOPF + abstand].height = _hoehe(zeile.zellen)
    letzte = _KOPF + len(formular.zeilen)
    for pruefung in pruefungen(_KOPF + 1, letzte):
        blatt.add_data_validation(pruefung)
    _hebe_fehlendes_hervor(blatt, letzte)
    _schuetze(blatt)
    _richte_druck_ein(blatt, formular, letzte)


def schreibe_text(zelle: Cell | MergedCell, text: str) -> None:
    """Write a text that stays one, whatever it begins with."""
    zelle.value = maskiert(text)
    zelle.data_type = "s"  # openpyxl takes „=…“ for a formula and „#N/A“ for an error
    if text[:1] in "=+-@":
        zelle.quotePrefix = True


def _schreibe_kopf(blatt: Worksheet, formular: Formular) -> None:
    stelle = formular.stelle
    wer = f"{stelle.voller_name} ({stelle.kennung})" if stelle.kennung else stelle.voller_name
    if formular.ist_muster:
        wer += " – enthält erfundene Musterdaten"
    zurueck = f" bis zum {datum(formular.bis)}" if formular.bis else ""
    wohin = f" an {formular.postfach}" if formular.postfach else ""
    bitte = f"Bitte füllen Sie die gelben Felder aus, und senden Sie die Datei{zurueck} zurück{wohin}."
    for zeile, text, schrift in (
        (
            1,
            f"{formular.ort}: Formular zum Jahresbericht {formular.jahr}",
            Font(name=_SCHRIFT, size=16, bold=True, color=_BLAU),
        ),
        (2, wer, Font(name=_SCHRIFT, size=12, bold=True)),
        (
            3,
            f"{bitte} Was in die Felder gehört, steht auf dem Blatt „Anleitung“.",
            Font(name=_SCHRIFT, size=11),
        ),
    ):
        zelle = blatt.cell(zeile, 1)
        schreibe_text(zelle, text)
        zelle.font = schrift
    blatt.row_dimensions[1].height = 24
    blatt.row_dimensions[4].height = 6
    blatt.row_dimensions[_KOPF].height = 20


def _schreibe_ueberschrift(blatt: Worksheet, nummer: int, spalte: Spalte) -> None:
    """Write the heading of a column, and above its first one what the group is."""
    ist_erste = nummer == 1 or spalte.ist_antwort != SPALTEN[nummer - 2].ist_antwort
    gruppe = blatt.cell(_KOPF - 1, nummer)
    if ist_erste:
        schreibe_text(gruppe, "Ihre Angaben" if spalte.ist_antwort else "Vereinbart und bisher berichtet")
    gruppe.font = Font(name=_SCHRIFT, size=11, bold=True, color=_BLAU)
    gruppe.fill = PatternFill("solid", fgColor=_GELB if spalte.ist_antwort else _HELLBLAU)
    kopf = blatt.cell(_KOPF, nummer)
    schreibe_text(kopf, spalte.titel)
    kopf.font = Font(name=_SCHRIFT, size=11, bold=True, color="FFFFFF")
    kopf.fill = PatternFill("solid", fgColor=_BLAU)
    kopf.alignment = Alignment(wrap_text=True, vertical="center")
    kopf.border = _RAND


def _schreibe_zelle(zelle: Cell | MergedCell, spalte: Spalte, wert: Zellwert) -> None:
    if isinstance(wert, str):
        schreibe_text(zelle, wert)
    elif wert is not None:
        zelle.value = wert
    if spalte.inhalt is Inhalt.datum:
        zelle.number_format = "DD.MM.YYYY"
    elif spalte.inhalt is Inhalt.prozent:
        zelle.number_format = "0"
    elif spalte.ist_antwort:
        zelle.number_format = "@"  # what is typed stays a text too, such as „- erstens“
    mitte = spalte.inhalt in (Inhalt.prozent, Inhalt.datum)
    zelle.font = Font(name=_SCHRIFT, size=11, bold=spalte.key in ("massnahme", "titel"))
    zelle.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center" if mitte else "left")
    zelle.fill = PatternFill("solid", fgColor=_GELB if spalte.ist_antwort else _GRAU)
    zelle.border = _RAND
    zelle.protection = Protection(locked=not spalte.ist_antwort)


def _hoehe(zellen: Mapping[str, Zellwert]) -> float:
    """Return how high a row must be for its longest text, in points; LibreOffice does not work it out by itself."""
    zeilen = max(zeilenzahl(als_text(zellen.get(spalte.key)), spalte.breite) for spalte in SPALTEN)
    return min(max(zeilen, 3) * 15 + 3, 409)


def zeilenzahl(text: str, breite: float) -> int:
    """Return how many lines a text takes in a column; words break before its edge."""
    return sum(max(1, ceil(len(zeile) * 1.05 / breite)) for zeile in text.split("\n"))


def _hebe_fehlendes_hervor(blatt: Worksheet, letzte: int) -> None:
    """Colour the cells that a status makes obligatory as long as they are empty."""
    erste = _KOPF + 1
    for key, worte in (("begruendung", BEGRUENDUNGSPFLICHTIG), ("nachfolger", {"ersetzt"})):
        status, pflicht = _buchstabe("status"), _buchstabe(key)
        einer = ",".join(f'${status}{erste}="{STATUS[wort]}"' for wort in sorted(worte))
        blatt.conditional_formatting.add(
            f"{pflicht}{erste}:{pflicht}{letzte}",
            Rule(
                "expression",
                dxf=DifferentialStyle(fill=PatternFill("solid", bgColor=_ROT)),
                formula=[f'AND(OR({einer}),TRIM(${pflicht}{erste})="")'],
            ),
        )


def _buchstabe(key: str) -> str:
    return get_column_letter(SPALTEN.index(NACH_KEY[key]) + 1)


def _schuetze(blatt: Worksheet) -> None:
    """Lock what is not to be filled in; without a password, for it is a railing and not a lock."""
    blatt.protection.sheet = True
    blatt.protection.formatRows = False
    blatt.protection.formatColumns = False


def _richte_druck_ein(blatt: Worksheet, formular: Formular, letzte: int) -> None:
    blatt.freeze_panes = f"C{_KOPF + 1}"
    blatt.sheet_view.zoomScale = 90
    blatt.page_setup.orientation = "landscape"
    blatt.page_setup.paperSize = 9
    blatt.page_setup.fitToWidth = 1
    blatt.page_setup.fitToHeight = 0
    blatt.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    blatt.print_title_rows = f"{_KOPF - 1}:{_KOPF}"
    blatt.print_area = f"A1:{get_column_letter(len(SPALTEN))}{letzte}"
    for rand in ("left", "right", "top"):
        setattr(blatt.page_margins, rand, 0.4)
    links = f"Jahresbericht {formular.jahr}, {formular.stelle.name.replace('&', '&&')}"
    blatt.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(links), right=_HeaderFooterPart("Seite &P von &N")
    )
