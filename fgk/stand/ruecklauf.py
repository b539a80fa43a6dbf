"""Who has answered for the annual report, and who has not yet.

A measure counts as answered once its entry says in words what became of it: a Bericht (``text``), an Abweichung or a
Begründung that is not the one of the report before. Status, Fortschritt and what was taken over from last year do not
count: ``fgk new jahresbericht`` has filled them in beforehand. No answer is needed for a measure that an earlier report
says is done, replaced or dropped, and whose status is still that one.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from fgk.akte import Akte, Record
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht
from fgk.plaindata import normal
from fgk.stand.fortschritt import BEENDET, berichte, eintrag_zu
from fgk.stand.stellen import Stelle, nach_stellen

#: the fields in which somebody says what became of a measure
_IN_WORTEN = ("text", "abweichung", "begruendung")
#: what a new report holds where a text must be and nobody has written one yet
_PLATZHALTER = "…"


class Ruecklauf(NamedTuple):
    """What one department has answered: the Kennungen of its measures."""

    stelle: Stelle
    beantwortet: list[str]
    offen: list[str]
    beendet: list[str]

    @property
    def anzahl(self) -> int:
        """All its measures in the report."""
        return len(self.beantwortet) + len(self.offen) + len(self.beendet)


def ruecklauf(akte: Akte, record: Record[Jahresbericht], stichtag: date) -> list[Ruecklauf]:
    """Return for every department that answers for measures on a day which of them it has answered."""
    bericht = record.modell
    frueher = [r.modell for r in berichte(akte) if r.modell.von < bericht.von]
    eintraege = {eintrag.massnahme: eintrag for eintrag in bericht.massnahmen}
    stand = {kennung: _stand(eintrag, frueher) for kennung, eintrag in eintraege.items()}
    return [
        Ruecklauf(
            stelle,
            *([k for k in kennungen if stand[k] == wort] for wort in ("beantwortet", "offen", "beendet")),
        )
        for stelle, kennungen in nach_stellen(akte, eintraege, stichtag)
    ]


def _stand(eintrag: Massnahmenbericht, frueher: Iterable[Jahresbericht]) -> str:
    alle = (eintrag_zu(bericht, eintrag.massnahme) for bericht in reversed([*frueher]))
    letzter = next((frueherer for frueherer in alle if frueherer is not None), None)
    if any(_ist_neu(getattr(eintrag, feld), getattr(letzter, feld, None)) for feld in _IN_WORTEN):
        return "beantwortet"
    if letzter is not None and letzter.status in BEENDET and eintrag.status == letzter.status:
        return "beendet"
    return "offen"


def _ist_neu(text: str | None, frueher: str | None) -> bool:
    """Say whether a text is there and says something else than last year's, if there was one."""
    return bool(text) and text != _PLATZHALTER and normal(text) != normal(frueher)
