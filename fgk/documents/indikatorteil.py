"""The part of a report that shows indicators: its tables, and its curves in as many pictures as they need."""

from collections.abc import Iterable, Iterator, Sequence

from fgk.bild import Bild
from fgk.documents.indikatortabelle import (
    ausgangswert,
    hinweise_zu,
    im_lauf_der_jahre,
    indikatorzeile,
    jahre_der,
    kurvenbilder,
    nachkommastellen,
)
from fgk.documents.schaubilder import kurvenbild
from fgk.documents.sicht import Sicht
from fgk.models.indikatoren import Reihe

#: so that two pictures fill a page
_KURVEN_JE_BILD = 4


def indikatorteil(sicht: Sicht, berichtet: Sequence[Reihe], davor: Sequence[Reihe]) -> dict[str, object]:
    """Return what the macro ``indikatortabellen`` needs: series with a history, and the other values of the baseline."""
    lauf, einzelne = im_lauf_der_jahre(berichtet, davor)
    stellen, stellen_davor = nachkommastellen(lauf), nachkommastellen(einzelne)
    jahre = jahre_der(lauf)
    return {
        "jahre": jahre,
        "kurven": [name for name, _ in indikatorbilder(sicht, lauf)],
        "indikatoren": [indikatorzeile(sicht, r, jahre, stellen[r.einheit]) for r in lauf],
        "ausgangswerte": [ausgangswert(r, stellen_davor[r.einheit]) for r in einzelne],
        "hat_klammern": any(wert.merker == "eingeschraenkt" for r in [*lauf, *einzelne] for wert in r.werte),
        "indikatorhinweise": list(hinweise_zu(sicht, [*berichtet, *davor])),
    }


def indikatorbilder(
    sicht: Sicht, lauf: Iterable[Reihe], name: str = "kurven", trenner: str = ""
) -> Iterator[tuple[str, Bild]]:
    """Yield the curves, a few in each picture: ``name``, then ``name`` with ``trenner`` and a number from 2 on."""
    kurven = list(kurvenbilder(sicht, lauf))
    for i in range(0, len(kurven), _KURVEN_JE_BILD):
        teil = i // _KURVEN_JE_BILD
        yield f"{name}{f'{trenner}{teil + 1}' if teil else ''}", kurvenbild(kurven[i : i + _KURVEN_JE_BILD])
