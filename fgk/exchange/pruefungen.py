"""What Excel checks while somebody fills in the form, and the help it shows beside each answer cell."""

from collections.abc import Iterator
from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from fgk.exchange.spalten import FRUEHESTENS, SPAETESTENS, SPALTEN, Inhalt, Spalte
from fgk.models.stand import STATUS


def pruefungen(erste: int, letzte: int) -> Iterator[DataValidation]:
    """Yield the checks of all answer columns from one row to another."""
    for nummer, spalte in enumerate(SPALTEN, start=1):
        if not spalte.ist_antwort:
            continue
        buchstabe = get_column_letter(nummer)
        pruefung = _pruefung(spalte)
        pruefung.sqref = f"{buchstabe}{erste}:{buchstabe}{letzte}"
        pruefung.allowBlank = pruefung.showInputMessage = pruefung.showErrorMessage = True
        pruefung.promptTitle = pruefung.errorTitle = spalte.titel
        pruefung.prompt = spalte.hilfe
        yield pruefung


def _pruefung(spalte: Spalte) -> DataValidation:
    match spalte.inhalt:
        case Inhalt.status:
            worte = ",".join(STATUS.worte.values())
            return DataValidation(
                "list", formula1=f'"{worte}"', error="Bitte wählen Sie einen Status aus der Liste."
            )
        case Inhalt.prozent:
            fehler = "Bitte geben Sie eine ganze Zahl von 0 bis 100 ein."
            return DataValidation("whole", formula1="0", formula2="100", operator="between", error=fehler)
        case Inhalt.datum:
            von, bis = _seriell(FRUEHESTENS), _seriell(SPAETESTENS)
            fehler = "Bitte geben Sie einen Tag ein, z. B. 31.12.2022."
            return DataValidation("date", formula1=von, formula2=bis, operator="between", error=fehler)
    return DataValidation()


def _seriell(tag: date) -> str:
    """Return a day as Excel counts it."""
    return str((tag - date(1899, 12, 30)).days)
