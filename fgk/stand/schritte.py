"""The steps of the procedure with their planned and their actual days, wherever in the Akte these stand.

audit.yaml names them as Termine; workshops, decisions, contract, assessment and reports have days of their own. A day
that stands in both places is one step.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from fgk.akte import Akte
from fgk.models.audit import SCHRITT
from fgk.models.datum import fruehestens, ist_sicher_vor, spaetestens
from fgk.sources import AKTE_FILE
from fgk.stand.rueckblick import termin_am
from fgk.stand.schrittstand import Schrittstand
from fgk.stand.schritttage import schritttage

#: these take place more than once, so that a planned one is not the one that has been
_MEHRMALS = frozenset({"beteiligung", "erhaltungsworkshop", "netzwerktreffen", "jahresbericht", "sonstiges"})


def schritte(akte: Akte, stichtag: date) -> list[Schrittstand]:
    """Return all steps in the order of their days; those without any come last."""
    gefunden = list(_termine(akte, stichtag))
    for beleg in schritttage(akte):
        if not ist_sicher_vor(stichtag, beleg.datum):
            _ergaenze(gefunden, beleg)
    return sorted(gefunden, key=lambda s: fruehestens(s.tag) if s.tag else date.max)


def _termine(akte: Akte, stichtag: date) -> Iterator[Schrittstand]:
    audit = akte.audit
    anzahl = Counter[str]()
    for platz, termin in enumerate(audit.termine if audit else ()):
        anzahl[termin.schritt] += 1
        stand = termin_am(termin, stichtag)
        yield Schrittstand(
            stand.schritt,
            stand.bezeichnung or SCHRITT[stand.schritt],
            stand.geplant_am,
            stand.datum,
            AKTE_FILE,
            f"termine[{platz}]",
            anzahl[termin.schritt],
        )


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
