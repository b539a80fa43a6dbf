"""Where an audit stands, for the terminal; rich does the layout, and every colour has a word beside it."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from fgk.output.stand.auditworte import eigene_akte, mitwirkung, stichtag, titel
from fgk.output.stand.fortschrittsseite import fortschritt
from fgk.output.stand.fristenseite import fristenteile
from fgk.output.stand.hinweise import hinweise
from fgk.output.stand.phasenseite import phasentabelle, schritttabelle, tore
from fgk.output.stand.tabelle import tabelle
from fgk.output.stand.zertifikatsworte import zertifikatssatz
from fgk.stand.lage import Stand

#: longer lines are hard to read, however wide the terminal is
_WIDEST = 120


def als_text(stand: Stand, *, width: int, color: bool, mit_erledigten: bool = False) -> str:
    """Return the page for a terminal that is so wide."""
    width = min(width, _WIDEST)
    teile: list[RenderableType] = list(_kopf(stand))
    for ueberschrift, inhalt in _abschnitte(stand, width, mit_erledigten=mit_erledigten):
        teile += ["", Text(ueberschrift, "bold"), *(Padding(teil, (0, 0, 0, 2)) for teil in inhalt)]
    saetze = [Text(satz) for satz in hinweise(stand)]
    return rendered(Group(*teile, *([""] if saetze else []), *saetze), width, color)


def rendered(renderable: RenderableType, width: int, color: bool) -> str:
    """Return what rich makes of it, without blanks at the ends of lines."""
    buffer = StringIO()
    console = Console(file=buffer, width=width, force_terminal=color, no_color=not color, highlight=False)
    console.print(renderable)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines())


def _kopf(stand: Stand) -> Iterator[Text]:
    yield Text(stand.audit.ort.anzeigename, "bold")
    yield Text(titel(stand))
    if stand.traeger:
        yield Text(f"Träger: {' und '.join(stand.traeger)}")
    yield Text(stichtag(stand))


def _abschnitte(
    stand: Stand, width: int, *, mit_erledigten: bool
) -> Iterator[tuple[str, list[RenderableType]]]:
    yield "Zertifikat", [Text(zertifikatssatz(stand.zertifikat))]
    if stand.phasen:
        yield "Phasen", [phasentabelle(stand, stand.phasen)]
        yield from tore(stand)
    elif stand.schritte:
        yield "Schritte", [schritttabelle(stand)]
    yield "Fristen", fristenteile(stand, mit_erledigten=mit_erledigten)
    yield from fortschritt(stand, width)
    if stand.mitglieder:
        yield "Gemeinden", [_mitglieder(stand)]


def _mitglieder(stand: Stand) -> Table:
    table = tabelle(3, fest=())
    for mitglied in stand.mitglieder:
        wer = f"{mitglied.mitglied.name} ({mitglied.mitglied.ags})"
        table.add_row(Text(wer), Text(mitwirkung(mitglied)), Text(eigene_akte(mitglied)))
    return table
