"""Everything that there is to say about where an audit stands on a Stichtag."""

from dataclasses import dataclass
from datetime import date

from fgk.models.audit import Audit, Mitglied
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.verfahren import Ablauf, Stufe, Verfahren
from fgk.stand.felder import Feldstand
from fgk.stand.fristen.frist import Frist
from fgk.stand.phasen import laufende
from fgk.stand.phasenstand import Phasenstand
from fgk.stand.schrittstand import Schrittstand
from fgk.stand.zeitpunkt import Monate
from fgk.stand.zertifikatsstand import Zertifikatsstand


@dataclass(frozen=True)
class Mitgliedsstand:
    """A member of a Kreis; ``stand`` is that of its own Akte, ``None`` where it has none or that does not lie here."""

    mitglied: Mitglied
    stand: "Stand | None"


@dataclass(frozen=True)
class Stand:
    """Where an audit stands. ``phasen`` and ``felder`` are empty where nothing can or shall be said of them."""

    audit: Audit
    verfahren: Verfahren
    stufe: Stufe | None
    stichtag: date
    schritte: list[Schrittstand]
    phasen: list[Phasenstand]
    zertifikat: Zertifikatsstand
    fristen: list[Frist]
    felder: list[Feldstand]
    entworfen: tuple[int, int]
    """How many goals and measures are on file, agreed or not."""
    fassung: int
    """Which version of the agreement is on file, 0 while there is none in force."""
    bericht: Jahresbericht | None
    mitglieder: list[Mitgliedsstand]
    traeger: list[str]
    wirkungen: dict[str, int]
    zertifikat_nach: Monate | None
    """How many months after the beginning the certificate came, or for how many it has been waited for."""
    fehlerhaft: list[str]

    @property
    def ist_kurz(self) -> bool:
        """Say whether the Akte holds no more than dates and certificate, on purpose."""
        return self.audit.fuehrung == "kurz"

    @property
    def phase(self) -> Phasenstand | None:
        """The phase that runs."""
        return laufende(self.phasen)

    @property
    def ablauf(self) -> Ablauf | None:
        """Whose lengths of phases are the usual ones here."""
        return self.verfahren.ablauf(self.audit.ablauf)

    @property
    def ist_befristet(self) -> bool:
        """Say whether the stage comes to an end."""
        return self.verfahren.ist_befristet(self.audit.stufe)

    def fristen_die(self, *worte: str) -> list[Frist]:
        """Return the deadlines that stand so."""
        return [frist for frist in self.fristen if frist.stand(self.stichtag) in worte]
