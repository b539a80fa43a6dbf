"""The steps of the procedure with their planned and their actual days, wherever in the Akte these stand.

audit.yaml names them as Termine; workshops, decisions, contract, assessment and reports have days of their own. A day
that stands in both places is one step.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fgk.akte import Akte
from fgk.models.arten import art_namens
from fgk.models.audit import SCHRITT
from fgk.models.begutachtung import Begutachtung
from fgk.models.beschluss import Beschluss
from fgk.models.beteiligung import Beteiligung
from fgk.models.datum import fruehestens, ist_sicher_vor, spaetestens
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.vertrag import Vertrag
from fgk.sources import AKTE_FILE
from fgk.stand.rueckblick import termin_am
from fgk.stand.tore import schritt_der_beteiligung

#: which decision is which step; the one that begins an audit anew is the step „teilnahmebeschluss“ of the new Akte
_BESCHLUESSE = {
    "teilnahme": "teilnahmebeschluss",
    "zielvereinbarung": "zielvereinbarungsbeschluss",
    "bilanz": "bilanz",
}
#: these take place more than once, so that a planned one is not the one that has been
_MEHRMALS = frozenset({"beteiligung", "erhaltungsworkshop", "netzwerktreffen", "jahresbericht", "sonstiges"})


class Schrittstand(NamedTuple):
    """One step on a Stichtag; ``datum`` is empty while it has not taken place, ``nummer`` counts those of a kind."""

    schritt: str
    name: str
    geplant_am: date | str | None
    datum: date | str | None
    datei: str
    schluessel: str = ""
    nummer: int = 1

    @property
    def tag(self) -> date | str | None:
        """The actual day, else the planned one."""
        return self.datum or self.geplant_am

    @property
    def verspaetung(self) -> int | None:
        """How many days later than planned it took place, where both days are known; less than 0: earlier."""
        if isinstance(self.datum, date) and isinstance(self.geplant_am, date):
            return (self.datum - self.geplant_am).days
        return None


def schritte(akte: Akte, stichtag: date) -> list[Schrittstand]:
    """Return all steps in the order of their days; those without any come last."""
    gefunden = list(_termine(akte, stichtag))
    for beleg in _belege(akte):
        if not ist_sicher_vor(stichtag, beleg.datum):
            _ergaenze(gefunden, beleg)
    geordnet = sorted(gefunden, key=lambda s: fruehestens(s.tag) if s.tag else date.max)
    anzahl: dict[str, int] = {}
    for stelle, schritt in enumerate(geordnet):
        anzahl[schritt.schritt] = anzahl.get(schritt.schritt, 0) + 1
        geordnet[stelle] = schritt._replace(nummer=anzahl[schritt.schritt])
    return geordnet


def _termine(akte: Akte, stichtag: date) -> Iterator[Schrittstand]:
    audit = akte.audit
    for nummer, termin in enumerate(audit.termine if audit else ()):
        stand = termin_am(termin, stichtag)
        name = stand.bezeichnung or SCHRITT[stand.schritt]
        schluessel = f"termine[{nummer}]"
        yield Schrittstand(stand.schritt, name, stand.geplant_am, stand.datum, AKTE_FILE, schluessel)


def _ergaenze(gefunden: list[Schrittstand], beleg: Schrittstand) -> None:
    """Lay what a record says over the Termin of the same step, or append it where there is none."""
    for stelle, schritt in enumerate(gefunden):
        if schritt.schritt == beleg.schritt and _ist_derselbe(schritt, beleg):
            genauer = schritt.datum if isinstance(schritt.datum, date) else beleg.datum
            gefunden[stelle] = schritt._replace(datum=genauer)
            return
    gefunden.append(beleg)


def _ist_derselbe(schritt: Schrittstand, beleg: Schrittstand) -> bool:
    if schritt.datum is None and schritt.schritt not in _MEHRMALS:
        return True
    return _kann_gleich_sein(schritt.tag, beleg.datum)


def _kann_gleich_sein(eins: date | str | None, zwei: date | str | None) -> bool:
    if eins is None or zwei is None:
        return False
    return fruehestens(eins) <= spaetestens(zwei) and fruehestens(zwei) <= spaetestens(eins)


def _belege(akte: Akte) -> Iterator[Schrittstand]:
    for beteiligung in akte.alle(Beteiligung):
        w = beteiligung.modell
        yield Schrittstand(schritt_der_beteiligung(w), w.titel, None, w.datum, beteiligung.path, "datum")
    yield from _beschluesse(akte)
    yield from _tage(akte)


def _beschluesse(akte: Akte) -> Iterator[Schrittstand]:
    stufe = akte.audit.stufe if akte.audit else ""
    for record in akte.alle(Beschluss):
        schritt = _BESCHLUESSE.get(record.modell.art)
        entscheidung = record.modell.entscheidung
        if schritt and entscheidung and entscheidung.datum:
            if (schritt, stufe) == ("bilanz", "bilanzierung"):
                schritt = "teilnahmebeschluss"
            yield Schrittstand(schritt, SCHRITT[schritt], None, entscheidung.datum, record.path, "beratungen")


def _tage(akte: Akte) -> Iterator[Schrittstand]:
    """Yield the days that records of one kind have in a field of their own."""
    if vertrag := akte.einzeln(Vertrag):
        yield from _tag("vertrag", vertrag.modell.unterzeichnet_am, vertrag.path, "unterzeichnet_am")
    if begutachtung := akte.einzeln(Begutachtung):
        g, zertifikat = begutachtung.modell, begutachtung.modell.zertifikat
        yield from _tag("einreichung", g.eingereicht_am, begutachtung.path, "eingereicht_am")
        yield from _tag("begutachtung", g.begutachtet_am, begutachtung.path, "begutachtet_am")
        if zertifikat:
            yield from _tag(
                "zertifizierung", zertifikat.erteilt_am, begutachtung.path, "zertifikat.erteilt_am"
            )
            yield from _tag(
                "verleihung", zertifikat.verliehen_am, begutachtung.path, "zertifikat.verliehen_am"
            )
    for record in akte.alle(Jahresbericht):
        name = f"{art_namens('jahresbericht').titel} {record.modell.kennung[2:].replace('-', '/')} vorgelegt"
        for schritt in _tag("jahresbericht", record.modell.vorgelegt_am, record.path, "vorgelegt_am"):
            yield schritt._replace(name=name)


def _tag(schritt: str, tag: date | str | None, datei: str, schluessel: str) -> Iterator[Schrittstand]:
    if tag is not None:
        yield Schrittstand(schritt, SCHRITT[schritt], None, tag, datei, schluessel)
