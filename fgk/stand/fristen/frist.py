"""One deadline, and how it stands on a day: only what is certain is called overdue."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from fgk.models.datum import fruehestens, ist_sicher_vor
from fgk.models.werte import Vokabular

FRISTENSTAND = Vokabular(
    ueberfaellig="überfällig", faellig="fällig", bald="fällig bald", offen="offen", erledigt="erledigt"
)
#: what a deadline is about -> under which heading a calendar files it
FRISTART: Mapping[str, str] = {
    "jahresbericht": "Jahresbericht",
    "pruefung": "Prüfung durch den Verein",
    "massnahme": "Maßnahme",
    "zertifikat": "Zertifikat",
    "auflage": "Auflage",
    "pflicht": "Vertrag",
    "rate": "Vertrag",
    "termin": "Termin",
    "erhaltungsworkshop": "Erhaltungsworkshop",
    "laufzeit": "Laufzeit",
}
#: a council paper takes that long from draft to meeting
BALD = timedelta(days=90)
#: an audit takes about a year, and whoever wants no gap between two certificates begins in time
VORLAUF = {"zertifikat": timedelta(days=365)}


class Frist(NamedTuple):
    """Something that is to be done by a day, or without one as soon as possible; ``art`` is a word of ``FRISTART``.

    ``marke`` tells it from all others of its kind in an Akte, and stays when its day moves. ``ist_abgeleitet`` says that
    nobody has written the day down: it follows from what ``hinweis`` says.
    """

    art: str
    marke: str
    was: str
    datei: str
    schluessel: str = ""
    kennung: str | None = None
    faellig_am: date | str | None = None
    erledigt_am: date | str | None = None
    ist_erledigt: bool = False
    ist_abgeleitet: bool = False
    hinweis: str = ""
    zustaendig: str = ""

    @property
    def vorlauf(self) -> timedelta:
        """How long before its day it needs attention."""
        return VORLAUF.get(self.art, BALD)

    def am(self, stichtag: date) -> "Frist":
        """Return it as it stood on a day: what was done later is still open."""
        return self._replace(erledigt_am=None) if ist_sicher_vor(stichtag, self.erledigt_am) else self

    def stand(self, stichtag: date) -> str:
        """Return how it stands, a word of ``FRISTENSTAND``."""
        if self.ist_erledigt or self.erledigt_am is not None:
            return "erledigt"
        if self.faellig_am is None:
            return "faellig"
        if ist_sicher_vor(self.faellig_am, stichtag):
            # nobody has set a day that could have been missed
            return "faellig" if self.ist_abgeleitet else "ueberfaellig"
        return "bald" if fruehestens(self.faellig_am) - stichtag <= self.vorlauf else "offen"


def nach_tagen(frist: Frist) -> tuple[date, str]:
    """Sort key: the day first; what has none is due at any time and comes first."""
    return (fruehestens(frist.faellig_am) if frist.faellig_am else date.min, frist.marke)
