"""A goal or measure with what the last report said of it, as a later Akte keeps it (``uebernommen``)."""

from typing import Any, NamedTuple

from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht, Zielbericht
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel
from fgk.stand.fortschritt import BEENDET


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
