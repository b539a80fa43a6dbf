"""What the rules about the order of steps share: which step comes before which, and what contradicts it.

Steps of one phase may overlap with those of the next, and only their beginnings are compared; a few steps follow each
other without exception. Compared is only what is certain.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeAlias

from fgk.models.audit import SCHRITT
from fgk.models.datum import fruehestens, spaetestens
from fgk.rules.kontext import Kontext
from fgk.schreibweise import aufzaehlung, datum
from fgk.sources import AKTE_FILE
from fgk.stand.schrittstand import JEDERZEIT
from fgk.stand.schritttage import schritttage

#: each of these comes after the one before it
_STRENG = (
    "teilnahmebeschluss",
    "zielvereinbarungsworkshop",
    "zielvereinbarungsbeschluss",
    "einreichung",
    "begutachtung",
    "zertifizierung",
    "verleihung",
)
#: step -> its phase, and its place among those that follow each other for certain (-1: none)
Rang: TypeAlias = dict[str, tuple[int, int]]
_GUTACHTEN = "begutachtung.yaml"
#: steps of records that say nothing about a gate: participation may begin while the analysis goes on
_NUR_HIER = frozenset(
    {"teilnahmebeschluss", "vertrag", "strategieworkshop", "beteiligung", "zielvereinbarungsworkshop"}
)


class Schritt(NamedTuple):
    """A step with its day, actual or planned, and where that stands."""

    schritt: str
    am: date | str
    datei: str
    route: tuple[str | int, ...]
    ist_geplant: bool = False

    def __str__(self) -> str:
        """„Begutachtung (08.11.2017)“."""
        return f"{SCHRITT[self.schritt]} ({'geplant ' if self.ist_geplant else ''}{datum(self.am)})"


class Widerspruch(NamedTuple):
    """A step whose day does not fit to those of others: those that it would have to follow, or to precede."""

    schritt: Schritt
    frueher: list[Schritt]
    spaeter: list[Schritt]


def widersprueche(kontext: Kontext, *, geplant: bool) -> Iterator[Widerspruch]:
    """Yield the fewest steps that explain what is out of order: a wrong year is one fault, not ten."""
    rang = _rang(kontext)
    erste = _erste(s for s in _schritte(kontext, geplant=geplant) if s.schritt in rang)
    paare = [paar for paar in _verkehrte(erste, rang) if any(s.ist_geplant for s in paar) == geplant]
    while paare:
        schritt = max(
            (s for paar in paare for s in paar if s.ist_geplant == geplant),
            key=lambda s: (sum(s in paar for paar in paare), sum(s is b for _, b in paare)),
        )
        eigene = [paar for paar in paare if schritt in paar]
        frueher = [a for a, b in eigene if b is schritt]
        yield Widerspruch(schritt, frueher, [b for a, b in eigene if a is schritt])
        paare = [paar for paar in paare if schritt not in paar]


def _rang(kontext: Kontext) -> Rang:
    """Return the order of the steps in the stage of the Akte."""
    audit, verfahren = kontext.akte.audit, kontext.verfahren
    phasen = verfahren.phasen_in(audit.stufe) if audit and verfahren else []
    return {
        schritt: (nummer, _STRENG.index(schritt) if schritt in _STRENG else -1)
        for nummer, phase in enumerate(phasen)
        for schritt in phase.schritte
        if schritt not in JEDERZEIT
    }


def _schritte(kontext: Kontext, *, geplant: bool) -> Iterator[Schritt]:
    """Yield all steps with a day. A record of its own says more than a date in audit.yaml, so it comes first."""
    for tag in schritttage(kontext.akte):
        if tag.schritt in _NUR_HIER and tag.datum is not None:
            yield Schritt(tag.schritt, tag.datum, tag.datei, tag.route)
    gefunden = [Schritt(*beleg) for beleg in kontext.belege]
    yield from sorted(
        (s for s in gefunden if not _ist_strittig(kontext, s)), key=lambda s: s.datei == AKTE_FILE
    )
    yield from _geplante(kontext) if geplant else ()


def _ist_strittig(kontext: Kontext, schritt: Schritt) -> bool:
    """Say whether the sources of a date do not agree, and the Akte says so."""
    audit = kontext.akte.audit
    if audit is None or schritt.datei != AKTE_FILE:
        return False
    return audit.termine[int(schritt.route[1])].quellenkonflikt is not None


def _geplante(kontext: Kontext) -> Iterator[Schritt]:
    audit = kontext.akte.audit
    for nummer, termin in enumerate(audit.termine if audit else ()):
        if termin.datum is None and termin.geplant_am is not None:
            route = ("termine", nummer, "geplant_am")
            yield Schritt(termin.schritt, termin.geplant_am, AKTE_FILE, route, ist_geplant=True)


def _erste(schritte: Iterator[Schritt]) -> list[Schritt]:
    """Return the beginning of each step: as its own record has it, else as audit.yaml has it, else as planned."""
    nach: dict[str, list[Schritt]] = {}
    for schritt in schritte:
        gleiche = nach.setdefault(schritt.schritt, [])
        if (
            not gleiche
            or (gleiche[0].datei, gleiche[0].ist_geplant) == (schritt.datei, schritt.ist_geplant)
            or schritt.datei != AKTE_FILE
        ):
            gleiche.append(schritt)
    return [min(gleiche, key=lambda schritt: fruehestens(schritt.am)) for gleiche in nach.values()]


def _verkehrte(schritte: list[Schritt], rang: Rang) -> list[tuple[Schritt, Schritt]]:
    """Return the pairs of which one comes first by the procedure, and certainly second by the days."""
    anfang: dict[int, Schritt] = {}
    for schritt in sorted(schritte, key=lambda s: fruehestens(s.am)):
        anfang.setdefault(rang[schritt.schritt][0], schritt)
    grenzen = [(schritt, fruehestens(schritt.am), spaetestens(schritt.am)) for schritt in schritte]
    return [
        (a, b)
        for a, fruehestes, _ in grenzen
        for b, _, spaetestes in grenzen
        if spaetestes < fruehestes and _geht_voraus(a, b, rang, anfang) and not _sagt_eine_andere(a, b)
    ]


def _geht_voraus(a: Schritt, b: Schritt, rang: Rang, anfang: dict[int, Schritt]) -> bool:
    (phase_a, streng_a), (phase_b, streng_b) = rang[a.schritt], rang[b.schritt]
    if streng_a == 0 or (streng_a > 0 and streng_b > 0):
        return (phase_a, streng_a) < (phase_b, streng_b) or (streng_a == 0 and a is not b)
    return phase_a < phase_b and anfang[phase_a] is a


def _sagt_eine_andere(a: Schritt, b: Schritt) -> bool:
    """Say whether FGK301 compares the two already, or FGK309."""
    if b.datei != _GUTACHTEN:
        return False
    ist_beschlossen = a.schritt == "zielvereinbarungsbeschluss" and a.datei != AKTE_FILE
    return (a.datei == b.datei and a.route[:-1] == b.route[:-1]) or (ist_beschlossen and len(b.route) > 1)


def in_worten(widerspruch: Widerspruch) -> str:
    """Return the sentence: „Begutachtung (08.11.2017) liegt vor Einreichung zur Begutachtung (05.12.2017).“"""
    seiten = [
        ("vor", widerspruch.frueher, "folgt aber darauf"),
        ("nach", widerspruch.spaeter, "geht dem aber voraus"),
    ]
    teile = [
        f"{wort} {aufzaehlung(list(map(str, andere)))}, {folge}" for wort, andere, folge in seiten if andere
    ]
    return f"{widerspruch.schritt} liegt {'; und '.join(teile)}."
