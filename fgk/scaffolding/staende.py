"""How far the goals and measures of an Akte had come, by the last report that names each."""

from collections.abc import Iterator
from typing import Any

from fgk.akte import Akte
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel
from fgk.scaffolding.letzter_stand import Massnahmenstand, Zielstand
from fgk.stand.fortschritt import berichte, eintrag_zu


def massnahmenstaende(akte: Akte) -> Iterator[Massnahmenstand]:
    """Yield every measure with its last status, in the order of the Kennungen."""
    rueckwaerts = [record.modell for record in reversed(berichte(akte))]
    for record in akte.alle(Massnahme):
        kennung = record.modell.kennung
        gefunden = ((b, e) for b in rueckwaerts if (e := eintrag_zu(b, kennung)) is not None)
        bericht, eintrag = next(gefunden, (None, None))
        yield Massnahmenstand(record.modell, bericht, eintrag)


def zielstaende(akte: Akte) -> Iterator[Zielstand]:
    """Yield every goal with its last stand, in the order of the Kennungen."""
    rueckwaerts = [record.modell for record in reversed(berichte(akte))]
    for record in akte.alle(Ziel):
        eintraege = ((b, z) for b in rueckwaerts for z in b.ziele if z.ziel == record.modell.kennung)
        bericht, eintrag = next(eintraege, (None, None))
        yield Zielstand(record.modell, bericht, eintrag)


def letzte_werte(akte: Akte, ziel: str) -> dict[str, Any]:
    """Return the last reported value of each Messkriterium of a goal, by its name, as plain data."""
    werte: dict[str, Any] = {}
    for record in berichte(akte):
        for bericht in record.data.get("ziele") or ():
            if bericht["ziel"] == ziel:
                werte |= {w["messkriterium"]: w["wert"] for w in bericht.get("werte") or ()}
    return werte
