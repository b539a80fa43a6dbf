"""Progress with bars, for the terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from fgk.output.stand.balken import ABSCHNITTE, laengen, legende
from fgk.output.stand.feldworte import entworfen, grundlage, lichter, umgesetzt, wirkungen
from fgk.output.stand.tabelle import tabelle
from fgk.stand.felder import Feldstand, summe
from fgk.stand.lage import Stand


def fortschritt(stand: Stand, width: int) -> Iterator[tuple[str, list[RenderableType]]]:
    """Yield the section with a bar for each Handlungsfeld."""
    if not any(feld.anzahl for feld in stand.felder):
        if any(stand.entworfen):
            yield (
                "Fortschritt",
                [Text(entworfen(*stand.entworfen))],
            )
        return
    breite = 30 if width >= 110 else 12 if width >= 76 else 8
    table = tabelle(3, fest=(1,))
    for feld in (*stand.felder, summe(stand.felder)):
        name = f"{feld.kennung} {feld.name}".strip()
        zahlen = "\n".join(filter(None, (umgesetzt(feld), lichter(feld, mit_beendeten=False))))
        table.add_row(Text(name, "" if feld.kennung else "bold"), _balken(feld, breite), Text(zahlen))
    unten = [Text(legende(), "dim")]
    if stand.wirkungen:
        unten.append(Text(f"Maßnahmen: {wirkungen(stand)}"))
    yield f"Fortschritt ({grundlage(stand)})", [table, *unten]


def _balken(feld: Feldstand, breite: int) -> Text:
    balken = Text()
    for abschnitt, lang in zip(ABSCHNITTE, laengen(feld.status, breite), strict=True):
        balken.append(abschnitt.zeichen * lang, abschnitt.farbe)
    return balken
