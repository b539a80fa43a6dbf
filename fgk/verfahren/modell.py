"""What a Verfahren is: Handlungsfelder by catalogue version, Querschnittsthemen, phases, what is due when.

The files are shipped with fgk, so a test judges them against these types and no run does it again: building
pydantic models for them would be a fiftieth of a small check.
"""

from typing import Annotated, NamedTuple

from fgk.models.audit import SCHRITT
from fgk.models.kennungen import HANDLUNGSFELD
from fgk.models.werte import Anzahl, Text


class Handlungsfeld(NamedTuple):
    """One of the fields that structure the audit."""

    kennung: Annotated[str, HANDLUNGSFELD]
    bezeichnung: Text


class Katalog(NamedTuple):
    """The Handlungsfelder as they were called at one time."""

    kennung: Text
    bezeichnung: Text
    quelle: Text
    handlungsfelder: tuple[Handlungsfeld, ...]


class Querschnittsthema(NamedTuple):
    """A theme that crosses the Handlungsfelder."""

    kennung: Text
    bezeichnung: Text


class Phase(NamedTuple):
    """A phase with its usual length in months; lengths are advice, never a fault."""

    kennung: Text
    bezeichnung: Text
    beschreibung: Text
    monate_von: Anzahl
    monate_bis: Anzahl
    schritte: tuple[Annotated[str, SCHRITT], ...]


class Verfahren(NamedTuple):
    """A procedure of the Verein; ``ergebnisdokument`` is how it calls its Zielvereinbarung."""

    kennung: Text
    bezeichnung: Text
    zertifikat: Text
    ergebnisdokument: Text
    ortsarten: tuple[Text, ...]
    ist_beschluss_noetig: bool
    laufzeit_jahre: Anzahl
    quellen: tuple[Text, ...]
    kataloge: tuple[Katalog, ...]
    querschnittsthemen: tuple[Querschnittsthema, ...]
    phasen: tuple[Phase, ...]

    def katalog(self, kennung: str) -> Katalog | None:
        """Return the catalogue version called ``kennung``."""
        return next((katalog for katalog in self.kataloge if katalog.kennung == kennung), None)
