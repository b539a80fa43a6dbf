"""Deadlines, for the terminal."""

from rich.console import RenderableType
from rich.text import Text

from fgk.output.stand.fristenworte import fristwort, fristzeit, spaeter
from fgk.output.stand.phasenworte import datei
from fgk.output.stand.tabelle import FARBEN, tabelle
from fgk.stand.fristen.frist import FRISTENSTAND, Frist
from fgk.stand.lage import Stand


def fristenteile(stand: Stand, *, mit_erledigten: bool) -> list[RenderableType]:
    """Return those that need attention, and how many come later."""
    naechste = ("ueberfaellig", "faellig", "bald")
    gezeigt = stand.fristen_die(*FRISTENSTAND.worte if mit_erledigten else naechste)
    table = tabelle(3, fest=(0, 1))
    for frist in gezeigt:
        wort = frist.stand(stand.stichtag)
        table.add_row(
            Text(FRISTENSTAND[wort], FARBEN.get(wort, "")), Text(fristzeit(frist)), Text(_was(frist))
        )
    teile: list[RenderableType] = [table] if gezeigt else [Text("Nichts ist überfällig oder bald fällig.")]
    weitere = "" if mit_erledigten else spaeter(stand)
    return [*teile, Text(weitere)] if weitere else teile


def _was(frist: Frist) -> str:
    """Return what is due; a measure says by its Kennung in which file it stands."""
    return fristwort(frist) if frist.art == "massnahme" else f"{fristwort(frist)} ({datei(frist.datei)})"
