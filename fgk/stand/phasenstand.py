"""One phase on a Stichtag: how it stands, when it was, and whether its length differs from the usual one."""

from typing import NamedTuple

from fgk.models.verfahren import Dauer, Phase
from fgk.models.werte import Vokabular
from fgk.stand.schrittstand import Schrittstand
from fgk.stand.tore import Erfuellung
from fgk.stand.zeitpunkt import Monate, Zeitpunkt

PHASENSTAND = Vokabular(
    abgeschlossen="abgeschlossen", laeuft="läuft", unvollstaendig="unvollständig", offen="offen"
)

#: published lengths are round ones: eleven months are not remarkable where twelve are usual
SPIELRAUM = 0.1


class Phasenstand(NamedTuple):
    """One phase on a Stichtag. ``monate`` is how long it took or has taken, ``ueblich`` how long it usually takes."""

    phase: Phase
    zustand: str
    beginn: Zeitpunkt | None
    ende: Zeitpunkt | None
    schritte: tuple[Schrittstand, ...]
    tor: tuple[Erfuellung, ...]
    monate: Monate | None = None
    ueblich: Dauer | None = None

    @property
    def fehlt(self) -> list[Erfuellung]:
        """What its gate still asks for."""
        return [erfuellung for erfuellung in self.tor if not erfuellung.ist_erfuellt]

    @property
    def ist_lang(self) -> bool:
        """Say whether it certainly takes or took longer than usual."""
        return bool(
            self.monate and self.ueblich and self.monate.von > self.ueblich.monate_bis * (1 + SPIELRAUM)
        )

    @property
    def ist_kurz(self) -> bool:
        """Say whether it is over and was certainly shorter than usual."""
        if self.monate is None or self.ueblich is None or self.zustand != "abgeschlossen":
            return False
        return self.monate.bis < self.ueblich.monate_von * (1 - SPIELRAUM)
