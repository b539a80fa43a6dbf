"""Small-area values as tables: an area is a row; what is suppressed, and what would be too few people, is no number."""

from collections.abc import Iterator
from typing import NamedTuple

from fgk.documents.sicht import Sicht
from fgk.katalog import lade_katalog
from fgk.models.sozialraeume import Sozialraeume, Sozialraumwert
from fgk.schreibweise import zahl

UNTERDRUECKT = "unterdrückt"
#: so that a table stays readable on an upright page
_SPALTEN = 4


class Raumtabelle(NamedTuple):
    """Some indicators side by side; each row is an area with a cell for each of them."""

    spalten: tuple[str, ...]
    zeilen: tuple[tuple[str, tuple[str, ...]], ...]


def raumtabellen(sicht: Sicht) -> Iterator[Raumtabelle]:
    """Yield the values of all areas that have one, without those of years after the Stichtag."""
    record = sicht.akte.einzeln(Sozialraeume)
    if record is None:
        return
    raeume = record.modell
    werte = [wert for wert in raeume.werte if wert.jahr <= sicht.stichtag.year]
    gruppen = list(dict.fromkeys((wert.indikator, wert.jahr) for wert in werte))
    for i in range(0, len(gruppen), _SPALTEN):
        yield _tabelle(sicht, raeume, werte, gruppen[i : i + _SPALTEN])


def _tabelle(
    sicht: Sicht, raeume: Sozialraeume, werte: list[Sozialraumwert], gruppen: list[tuple[str, int]]
) -> Raumtabelle:
    nach_ort = {(wert.sozialraum, wert.indikator, wert.jahr): wert for wert in werte}
    zeilen = []
    for raum in raeume.sozialraeume:
        eigene = [nach_ort.get((raum.kennung, *gruppe)) for gruppe in gruppen]
        if any(eigene):
            zeilen.append((raum.name, tuple(_zelle(wert, raeume.mindestfallzahl) for wert in eigene)))
    return Raumtabelle(tuple(_kopf(sicht, *gruppe) for gruppe in gruppen), tuple(zeilen))


def _kopf(sicht: Sicht, kennung: str, jahr: int) -> str:
    indikator = lade_katalog().get(kennung)
    einheit = f"{indikator.einheit}, " if indikator else ""
    return f"{sicht.indikator(kennung)} ({einheit}{jahr})"


def _zelle(wert: Sozialraumwert | None, mindestfallzahl: int) -> str:
    if wert is None:
        return "–"
    zu_wenige = wert.fallzahl is not None and wert.fallzahl < mindestfallzahl
    if wert.ist_unterdrueckt or zu_wenige:
        return UNTERDRUECKT
    return "–" if wert.wert is None else zahl(wert.wert)
