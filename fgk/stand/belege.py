"""What shows that a phase was reached, and which gates before it lack something.

A gate is judged when it is claimed: a day, a decision, a certificate or a report of a later phase claims it. Nothing
is claimed in a fresh Akte.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from fgk.akte import Akte
from fgk.models.audit import SCHRITT
from fgk.models.datum import fruehestens, ist_sicher_vor
from fgk.models.verfahren import Phase, Verfahren, Voraussetzung
from fgk.sources import AKTE_FILE
from fgk.stand.beschlusslage import erste_annahme
from fgk.stand.schrittstand import JEDERZEIT
from fgk.stand.schritttage import schritttage
from fgk.stand.tore import Erfuellung, art_des_nachweises, erfuellungen

Route = tuple[str | int, ...]

#: steps that prove themselves by the record in which they stand
_MIT_DATENSATZ = frozenset({"einreichung", "begutachtung", "zertifizierung", "verleihung", "jahresbericht"})


class Beleg(NamedTuple):
    """A step that took place: the day, and where it is on file."""

    schritt: str
    am: date | str
    datei: str
    route: Route

    @property
    def titel(self) -> str:
        """How messages name the step."""
        return SCHRITT[self.schritt]


class OffenesTor(NamedTuple):
    """A phase whose gate lacks something, though a later phase has begun."""

    phase: Phase
    spaeter: Phase
    beleg: Beleg
    fehlt: list[Erfuellung]


def belege(akte: Akte, stichtag: date) -> Iterator[Beleg]:
    """Yield every step that certainly does not lie after the Stichtag."""
    return (beleg for beleg in _alle(akte, stichtag) if not ist_sicher_vor(stichtag, beleg.am))


def _alle(akte: Akte, stichtag: date) -> Iterator[Beleg]:
    audit = akte.audit
    for nummer, termin in enumerate(audit.termine if audit else ()):
        if termin.datum is not None:
            yield Beleg(termin.schritt, termin.datum, AKTE_FILE, ("termine", nummer, "datum"))
    annahme = erste_annahme(akte, stichtag)
    if annahme is not None and annahme.beratung.datum is not None:
        nummer = annahme.beschluss.beratungen.index(annahme.beratung)
        route = ("beratungen", nummer, "datum")
        yield Beleg("zielvereinbarungsbeschluss", annahme.beratung.datum, annahme.datei, route)
    for tag in schritttage(akte):
        if tag.schritt in _MIT_DATENSATZ and tag.datum is not None:
            yield Beleg(tag.schritt, tag.datum, tag.datei, tag.route)


def offene_tore(
    akte: Akte, verfahren: Verfahren, gesehen: Iterable[Beleg], stichtag: date
) -> list[OffenesTor]:
    """Return every gate that a later phase has passed and that lacks something, each with what shows it first."""
    audit = akte.audit
    phasen = verfahren.phasen_in(audit.stufe) if audit else []
    phase_von = {s: n for n, phase in enumerate(phasen) for s in phase.schritte if s not in JEDERZEIT}
    gefunden = [(phase_von[b.schritt], b) for b in gesehen if b.schritt in phase_von]
    gefunden.sort(key=lambda paar: (paar[0], fruehestens(paar[1].am)))
    return [
        OffenesTor(phasen[nummer], phasen[spaeter], beleg, fehlt)
        for nummer in range(gefunden[-1][0] if gefunden else 0)
        for spaeter, beleg in [next(paar for paar in gefunden if paar[0] > nummer)]
        if (fehlt := _fehlend(akte, verfahren, phasen[nummer], stichtag))
    ]


def _fehlend(akte: Akte, verfahren: Verfahren, phase: Phase, stichtag: date) -> list[Erfuellung]:
    """Return what a gate lacks; what a faulty file may hold is not known to be missing."""
    return [
        erfuellung
        for erfuellung in erfuellungen(akte, verfahren, phase, stichtag)
        if not erfuellung.ist_erfuellt
        and (verfahren.ist_beschluss_noetig or erfuellung.voraussetzung.beschluss is None)
        and not _ist_verborgen(akte, erfuellung.voraussetzung)
    ]


def _ist_verborgen(akte: Akte, v: Voraussetzung) -> bool:
    return any(
        art.name in akte.unlesbar
        or any(art.pfad == path or (art.ordner and path.startswith(art.ordner)) for path in akte.fehlerhaft)
        for art in art_des_nachweises(v)
    )
