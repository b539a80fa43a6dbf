"""What the last reports of an Akte said of its goals and measures, as a later Akte keeps it (``uebernommen``)."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from fgk.akte import Akte
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht, Zielbericht
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel
from fgk.stand.fortschritt import BEENDET, berichte, eintrag_zu


class Massnahmenstand(NamedTuple):
    """A measure with the last report that names it, and what that says; both ``None`` where none does."""

    massnahme: Massnahme
    bericht: Jahresbericht | None
    eintrag: Massnahmenbericht | None

    @property
    def status(self) -> str | None:
        """The last status, ``None`` where nothing was ever reported."""
        return self.eintrag.status if self.eintrag else None

    @property
    def ist_beendet(self) -> bool:
        """Say whether nothing is left to do, so that the measure is not taken over."""
        return self.status in BEENDET

    def uebernommen(self, akte: str) -> dict[str, Any]:
        """Return what the measure of the new Akte says about the one before."""
        eintrag = self.eintrag
        frist = (eintrag.neue_frist if eintrag else None) or self.massnahme.ende
        werte = {
            "akte": akte,
            "bericht": self.bericht.kennung if self.bericht else None,
            "text": _satz(eintrag),
            "kennung": self.massnahme.kennung,
            "status": self.status,
            "neue_frist": frist,
        }
        return {name: wert for name, wert in werte.items() if wert is not None}


class Zielstand(NamedTuple):
    """A goal with the last report that names it, and what that says."""

    ziel: Ziel
    bericht: Jahresbericht | None
    eintrag: Zielbericht | None

    def uebernommen(self, akte: str) -> dict[str, Any]:
        """Return what the goal of the new Akte says about the one before."""
        werte = {
            "akte": akte,
            "bericht": self.bericht.kennung if self.bericht else None,
            "text": self.eintrag.text if self.eintrag else None,
            "kennung": self.ziel.kennung,
            "stand": self.eintrag.stand if self.eintrag else None,
        }
        return {name: wert for name, wert in werte.items() if wert is not None}


def _satz(eintrag: Massnahmenbericht | None) -> str | None:
    """Return what was reported, with the reason where one was given: it is often the more important half."""
    teile = [teil for teil in (eintrag.text, eintrag.begruendung) if teil] if eintrag else []
    return ("\n\n" if any("\n" in teil for teil in teile) else " ").join(teile) or None


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
