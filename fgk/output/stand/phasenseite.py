"""Phases, their steps and their gates, for the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from fgk.output.stand.phasenworte import phasensatz, schrittzeit, stelle
from fgk.output.stand.tabelle import FARBEN, tabelle
from fgk.stand.lage import Stand
from fgk.stand.phasenstand import PHASENSTAND, Phasenstand
from fgk.stand.tore import Erfuellung


def phasentabelle(stand: Stand, phasen: Sequence[Phasenstand]) -> Table:
    """Return the phases with their steps below each."""
    table = tabelle(2, fest=())
    for phase in phasen:
        satz = Text(phasensatz(phase, stand.stichtag))
        satz.stylize(FARBEN.get(phase.zustand, "dim"), 0, len(PHASENSTAND[phase.zustand]))
        if phase.ist_lang or phase.ist_kurz:
            satz.stylize("yellow", len(PHASENSTAND[phase.zustand]))
        table.add_row(Text(phase.phase.bezeichnung, "bold"), satz)
        for schritt in phase.schritte:
            table.add_row(Padding(Text(schritt.name), (0, 0, 0, 2)), Text(schrittzeit(schritt)))
    return table


def tore(stand: Stand) -> Iterator[tuple[str, list[RenderableType]]]:
    """Yield what the next gate asks for, and what earlier ones still do."""
    if stand.phase is not None and stand.phase.tor:
        yield (
            f"Nächstes Tor: Ende der Phase „{stand.phase.phase.bezeichnung}“",
            [_tor([*stand.phase.tor])],
        )
    fruehere = [e for phase in stand.phasen if phase.zustand == "unvollstaendig" for e in phase.fehlt]
    if fruehere:
        yield "Aus früheren Phasen nachzutragen", [_tor(fruehere)]


def _tor(erfuellungen: Sequence[Erfuellung]) -> Table:
    table = tabelle(2)
    for erfuellung in erfuellungen:
        if erfuellung.ist_erfuellt:
            table.add_row(Text("liegt vor", "green"), Text(erfuellung.voraussetzung.text))
        else:
            wo = f"{erfuellung.voraussetzung.text} ({stelle(erfuellung)})"
            table.add_row(Text("fehlt", "bold yellow"), Text(wo))
    return table


def schritttabelle(stand: Stand) -> Table:
    """Return all steps, for an Akte without phases."""
    table = tabelle(2, fest=())
    for schritt in stand.schritte:
        table.add_row(Text(schritt.name), Text(schrittzeit(schritt)))
    return table
