"""The Quartierskonzept as a document: what housing company and Kommune agreed on for a Quartier.

It is a Zielvereinbarung with more in it: the Quartier and who leads, the inventory and the participation in short, and
for every measure whether the company can do it itself (unmittelbar) or can only initiate it (mittelbar).
"""

from collections.abc import Iterator
from typing import NamedTuple

from fgk.documents import vereinbarung
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.gliederung import Feld, Zielgruppierung
from fgk.documents.sicht import Sicht
from fgk.documents.teilnahme import beteiligungen
from fgk.documents.vereinbarung import alle
from fgk.documents.werk import Werk
from fgk.models.massnahme import Massnahme
from fgk.sources import AKTE_FILE
from fgk.stand.stellen import traeger

__all__ = ["alle", "baue", "fehlt"]

#: how the tables of measures are called by their effect
_TITEL = {
    "unmittelbar": "Maßnahmen mit unmittelbarer Wirkung",
    "mittelbar": "Maßnahmen mit mittelbarer Wirkung",
    None: "Maßnahmen noch ohne Angabe zur Wirkung",
}
#: the housing company and the Kommune
_TRAEGER = 2


class Wirkungszeile(NamedTuple):
    """How many measures of a Handlungsfeld have which effect."""

    bezeichnung: str
    unmittelbar: int
    mittelbar: int
    offen: int


def fehlt(sicht: Sicht, _welches: str | None) -> Iterator[Fehlend]:
    """Yield what makes it a joint concept and is not there."""
    yield from vereinbarung.fehlt(sicht)
    if len(sicht.audit.traeger) < _TRAEGER:
        yield Fehlend(AKTE_FILE, "traeger", "die Träger: das Wohnungsunternehmen und die Kommune")
    konzept = sicht.vereinbarung
    if konzept is not None and not konzept.unterschriften:
        yield Fehlend(vereinbarung.DATEI, "unterschriften", "welche Ämter das Konzept unterzeichnen")


def baue(sicht: Sicht, _welches: str | None) -> Dokument:
    """Return the document; a draft is made without zielvereinbarung.yaml, too."""
    return vereinbarung.setze(
        sicht,
        "quartierskonzept.md.j2",
        [],
        beteiligungen(sicht),
        traeger=traeger(sicht.akte),
        tabellen=_tabellen,
        wirkungen=[_wirkung(feld) for feld in sicht.felder],
        zielgruppen=_zielgruppen(sicht),
    )


def _tabellen(gruppe: Zielgruppierung, werk: Werk) -> list[tuple[str, tuple[Massnahme, ...]]]:
    ziel = gruppe.ziel.kennung.removeprefix("Z-")
    getrennt = [
        (f"{titel} zu Ziel {ziel}", tuple(m for m in gruppe.vereinbart if m.wirkung == wirkung))
        for wirkung, titel in _TITEL.items()
    ]
    spaeter = [(titel, ms) for titel, ms in vereinbarung.tabellen(gruppe, werk) if ms == gruppe.ergaenzt]
    return [(titel, massnahmen) for titel, massnahmen in (*getrennt, *spaeter) if massnahmen]


def _wirkung(feld: Feld) -> Wirkungszeile:
    wirkungen = [m.wirkung for gruppe in feld.ziele for m in gruppe.vereinbart]
    return Wirkungszeile(
        f"{feld.nummer} {feld.bezeichnung}",
        wirkungen.count("unmittelbar"),
        wirkungen.count("mittelbar"),
        wirkungen.count(None),
    )


def _zielgruppen(sicht: Sicht) -> dict[str, list[str]]:
    """Return target group -> numbers of the measures for it, in the order in which they are named."""
    gruppen: dict[str, list[str]] = {}
    for feld in sicht.felder:
        for massnahme in feld.massnahmen:
            for gruppe in massnahme.zielgruppen:
                gruppen.setdefault(gruppe, []).append(massnahme.kennung.removeprefix("M-"))
    return gruppen
