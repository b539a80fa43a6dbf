"""The sheet that explains the form, in words for people who fill in one a year."""

from collections.abc import Iterator

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from fgk.exchange.formular import Formular
from fgk.exchange.spalten import ANTWORTEN
from fgk.models.stand import STATUS
from fgk.schreibweise import datum

_BREITEN = {"A": 22, "B": 84}
_STATUS = {
    "geplant": "Die Maßnahme hat noch nicht begonnen und liegt im Plan.",
    "in_umsetzung": "Sie läuft. Auch Daueraufgaben, die laufen, sind in Umsetzung.",
    "umgesetzt": "Sie ist abgeschlossen. Nennen Sie möglichst einen Nachweis.",
    "teilweise_umgesetzt": "Ein Teil ist erreicht, mehr wird es nicht oder vorerst nicht. Mit Begründung.",
    "verschoben": "Sie beginnt oder endet später als vereinbart. Mit Begründung und neuer Frist.",
    "ruht": "Sie ist unterbrochen, soll aber weitergehen. Mit Begründung.",
    "ersetzt": "Andere Maßnahmen treten an ihre Stelle. Mit Begründung und Nachfolger.",
    "entfallen": "Sie wird nicht mehr umgesetzt. Mit Begründung.",
}


def schreibe_anleitung(blatt: Worksheet, formular: Formular) -> None:
    """Write the sheet: two columns, printed on one page upright."""
    from fgk.exchange.maske import schreibe_text, zeilenzahl

    for nummer, (links, rechts) in enumerate(_zeilen(formular), start=1):
        for spalte, text in enumerate((links, rechts), start=1):
            zelle = blatt.cell(nummer, spalte)
            schreibe_text(zelle, text)
            ist_titel = not rechts and spalte == 1
            zelle.font = Font(name="Calibri", size=14 if nummer == 1 else 11, bold=spalte == 1)
            zelle.alignment = Alignment(wrap_text=not ist_titel, vertical="top")
        blatt.row_dimensions[nummer].height = (
            15 * max(zeilenzahl(rechts, _BREITEN["B"]), 1) + (nummer == 1) * 9
        )
    for buchstabe, breite in _BREITEN.items():
        blatt.column_dimensions[buchstabe].width = breite
    blatt.protection.sheet = True
    blatt.page_setup.paperSize = 9
    blatt.page_setup.fitToHeight = 0
    blatt.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _zeilen(formular: Formular) -> Iterator[tuple[str, str]]:
    yield f"So füllen Sie das Formular zum Jahresbericht {formular.jahr} aus", ""
    yield "", ""
    yield (
        "Worum es geht",
        (
            f"{formular.ort} berichtet einmal im Jahr, was aus den vereinbarten Maßnahmen geworden ist. Auf dem Blatt "
            "„Maßnahmen“ stehen die Maßnahmen, für die Ihre Stelle federführend ist."
        ),
    )
    yield (
        "Was Sie tun",
        (
            "Füllen Sie die gelben Felder aus. Was schon eingetragen ist, dürfen Sie ändern. Die grauen Felder zeigen, was "
            "vereinbart und zuletzt berichtet wurde; sie sind gesperrt. Bitte fügen Sie keine Zeilen ein."
        ),
    )
    zurueck = f"bis zum {datum(formular.bis)}" if formular.bis else "ausgefüllt"
    yield (
        "Rückgabe",
        (
            f"Speichern Sie die Datei als Excel-Arbeitsmappe (.xlsx), und senden Sie sie {zurueck} "
            f"{f'an {formular.postfach}' if formular.postfach else 'an die Projektleitung'} zurück."
        ),
    )
    yield (
        "Formeln",
        "Bitte keine Formeln und keine Verweise auf andere Dateien: Tragen Sie den Wert selbst ein.",
    )
    yield "Personen", "Nennen Sie Ämter und Funktionen, keine Namen: Der Bericht kann veröffentlicht werden."
    yield "", ""
    yield "Die Felder", ""
    for spalte in ANTWORTEN:
        yield spalte.titel, spalte.hilfe
    yield "", ""
    yield "Die Wörter für den Status", ""
    for wort, titel in STATUS.worte.items():
        yield titel, _STATUS[wort]
