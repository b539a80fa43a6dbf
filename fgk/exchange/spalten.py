"""The one table of the form's columns, from which it is written and by which it is read again."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from fgk.models.felder import title_of
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.stand import BEGRUENDUNGSPFLICHTIG, STATUS

#: raised when a form of before could not be read any more as it was meant
FASSUNG = "1"
#: what stands in the first cell of the hidden sheet
MARKE = "fgk-formular"
#: Excel holds no more characters in one cell
LAENGSTER_TEXT = 32767
#: a new deadline before or after is a slip, such as a year typed alone, which Excel takes for a day in 1905
FRUEHESTENS, SPAETESTENS = date(2000, 1, 1), date(2099, 12, 31)
#: which row of the hidden sheet names the columns, and in which column those with a digest begin
KOPFZEILE, ERSTE_SPALTE = 6, 3


class Inhalt(StrEnum):
    """What an answer cell holds."""

    nur_lesen = "nur lesen"
    text = "text"
    status = "status"
    prozent = "prozent"
    datum = "datum"
    kennungen = "kennungen"
    nachweise = "nachweise"


class Spalte(NamedTuple):
    """A column: the key of the report's entry it stands for (or of what it shows), heading, width, help."""

    key: str
    titel: str
    breite: float
    inhalt: Inhalt = Inhalt.nur_lesen
    hilfe: str = ""

    @property
    def ist_antwort(self) -> bool:
        """Say whether the department fills it in."""
        return self.inhalt is not Inhalt.nur_lesen


def _feld(key: str) -> str:
    return title_of(Jahresbericht, ("massnahmen", 0, key))


_PFLICHT = ", ".join(STATUS[wort] for wort in STATUS.worte if wort in BEGRUENDUNGSPFLICHTIG)

SPALTEN = (
    Spalte("massnahme", "Kennung", 9),
    Spalte("titel", "Maßnahme", 21),
    Spalte("vereinbart", "Vereinbart", 32),
    Spalte("frist", "Frist", 12),
    Spalte("vorjahr", "Letzter Stand", 14),
    Spalte(
        "status",
        _feld("status"),
        14,
        Inhalt.status,
        "Wie steht es am Ende des Berichtszeitraums? Bitte aus der Liste wählen.",
    ),
    Spalte(
        "fortschritt", _feld("fortschritt"), 11, Inhalt.prozent, "In Prozent: eine ganze Zahl von 0 bis 100."
    ),
    Spalte(
        "text",
        _feld("text"),
        40,
        Inhalt.text,
        "Was wurde getan, was wurde erreicht? Zwei bis fünf Sätze, bitte ohne Namen von Personen. Neue Zeile: Alt und Eingabe.",
    ),
    Spalte(
        "abweichung",
        _feld("abweichung"),
        20,
        Inhalt.text,
        "Was kam anders als vereinbart? Sonst leer lassen.",
    ),
    Spalte("begruendung", _feld("begruendung"), 20, Inhalt.text, f"Pflicht bei: {_PFLICHT}."),
    Spalte(
        "nachfolger",
        _feld("nachfolger"),
        11,
        Inhalt.kennungen,
        "Nur bei „ersetzt“: Kennungen der Maßnahmen, die an die Stelle treten, z. B. M-3.1.4, M-3.1.5.",
    ),
    Spalte(
        "neue_frist",
        _feld("neue_frist"),
        12,
        Inhalt.datum,
        "Nur wenn sich das Ende verschiebt: Tag, z. B. 31.12.2022.",
    ),
    Spalte(
        "nachweise",
        _feld("nachweise"),
        22,
        Inhalt.nachweise,
        "Je Nachweis eine Zeile: Bezeichnung; Datum; Internetadresse. Datum und Adresse dürfen fehlen.",
    ),
)
ANTWORTEN = tuple(spalte for spalte in SPALTEN if spalte.ist_antwort)
NACH_KEY = {spalte.key: spalte for spalte in SPALTEN}
