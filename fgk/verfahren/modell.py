"""What a Verfahren is: Handlungsfelder by catalogue version, Querschnittsthemen, phases, what is due when."""

from typing import Annotated

from pydantic import Field

from fgk.models.audit import SCHRITT
from fgk.models.base import Teil
from fgk.models.kennungen import HANDLUNGSFELD
from fgk.models.werte import Anzahl, Liste, Text

HandlungsfeldKennung = Annotated[str, HANDLUNGSFELD]


class Handlungsfeld(Teil):
    """One of the fields that structure the audit."""

    kennung: HandlungsfeldKennung = Field(title="Kennung")
    bezeichnung: Text = Field(title="Bezeichnung")


class Katalog(Teil):
    """The Handlungsfelder as they were called at one time."""

    kennung: Text = Field(title="Kennung")
    bezeichnung: Text = Field(title="Bezeichnung")
    quelle: Text = Field(title="Quelle")
    handlungsfelder: Liste[Handlungsfeld] = Field(title="Handlungsfelder")


class Querschnittsthema(Teil):
    """A theme that crosses the Handlungsfelder."""

    kennung: Text = Field(title="Kennung")
    bezeichnung: Text = Field(title="Bezeichnung")


class Phase(Teil):
    """A phase with its usual length in months; lengths are advice, never a fault."""

    kennung: Text = Field(title="Kennung")
    bezeichnung: Text = Field(title="Bezeichnung")
    beschreibung: Text = Field(title="Beschreibung")
    monate_von: Anzahl = Field(title="Übliche Dauer von (Monate)")
    monate_bis: Anzahl = Field(title="Übliche Dauer bis (Monate)")
    schritte: Liste[Annotated[str, SCHRITT]] = Field(title="Schritte")


class Verfahren(Teil):
    """A procedure of the Verein."""

    kennung: Text = Field(title="Kennung")
    bezeichnung: Text = Field(title="Bezeichnung")
    zertifikat: Text = Field(title="Zertifikat")
    ergebnisdokument: Text = Field(title="Ergebnisdokument")
    ortsarten: Liste[Text] = Field(title="Arten von Orten")
    ist_beschluss_noetig: bool = Field(title="Beschluss eines Rats nötig")
    laufzeit_jahre: Anzahl = Field(title="Laufzeit in Jahren")
    quellen: Liste[Text] = Field(title="Quellen")
    kataloge: Liste[Katalog] = Field(title="Kataloge")
    querschnittsthemen: Liste[Querschnittsthema] = Field(title="Querschnittsthemen")
    phasen: Liste[Phase] = Field(title="Phasen")

    def katalog(self, kennung: str) -> Katalog | None:
        """Return the catalogue version called ``kennung``."""
        return next((katalog for katalog in self.kataloge if katalog.kennung == kennung), None)
