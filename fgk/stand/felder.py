"""How far the measures of each Handlungsfeld are, by what was last reported of each by a Stichtag."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from fgk.akte import Akte
from fgk.models.audit import Audit
from fgk.models.jahresbericht import Massnahmenbericht
from fgk.models.massnahme import Massnahme
from fgk.models.stand import STATUS
from fgk.models.verfahren import Verfahren
from fgk.models.ziel import Ziel
from fgk.stand.fortschritt import AMPEL, ampel
from fgk.stand.rueckblick import ist_da

#: these do not count where a share is asked for: nobody works on them any more
_WEGGEFALLEN = ("ersetzt", "entfallen")


class Feldstand(NamedTuple):
    """Measures of a Handlungsfeld, counted by status and by light; every word of both is there."""

    kennung: str
    name: str
    status: Mapping[str, int]
    ampel: Mapping[str, int]
    fortlaufend: int

    @property
    def anzahl(self) -> int:
        """All measures that were agreed or added."""
        return sum(self.status.values())

    @property
    def zu_leisten(self) -> int:
        """All measures without those that were replaced or dropped."""
        return self.anzahl - sum(self.status[wort] for wort in _WEGGEFALLEN)

    @property
    def prozent(self) -> int | None:
        """The share of those done, never rounded up; ``None`` where there is nothing to do."""
        return 100 * self.status["umgesetzt"] // self.zu_leisten if self.zu_leisten else None


def feldstaende(
    akte: Akte, verfahren: Verfahren, eintraege: Mapping[str, Massnahmenbericht], stichtag: date
) -> list[Feldstand]:
    """Return every Handlungsfeld of the catalogue in its order; ``eintraege`` is the last word on each measure."""
    audit = akte.audit
    if audit is None:
        return []
    feld_von = {record.modell.kennung: record.modell.handlungsfeld for record in akte.alle(Ziel)}
    massnahmen = [r.modell for r in akte.alle(Massnahme) if ist_da(akte, r.modell, stichtag)]
    return [
        _feldstand(
            kennung, name, [m for m in massnahmen if feld_von.get(m.ziel) == kennung], eintraege, stichtag
        )
        for kennung, name in _felder(audit, verfahren)
    ]


def summe(felder: Iterable[Feldstand]) -> Feldstand:
    """Return all Handlungsfelder as one."""
    alle = list(felder)
    status, lichter = Counter(dict.fromkeys(STATUS.worte, 0)), Counter(dict.fromkeys(AMPEL.worte, 0))
    for feld in alle:
        status.update(feld.status)
        lichter.update(feld.ampel)
    return Feldstand("", "Alle Handlungsfelder", status, lichter, sum(feld.fortlaufend for feld in alle))


def _felder(audit: Audit, verfahren: Verfahren) -> list[tuple[str, str]]:
    katalog = verfahren.katalog(audit.katalog)
    lokal = {eintrag.handlungsfeld: eintrag.bezeichnung_lokal for eintrag in audit.handlungsfelder}
    felder = katalog.handlungsfelder if katalog else ()
    return [(feld.kennung, lokal.get(feld.kennung, feld.bezeichnung)) for feld in felder]


def _feldstand(
    kennung: str,
    name: str,
    massnahmen: Iterable[Massnahme],
    eintraege: Mapping[str, Massnahmenbericht],
    stichtag: date,
) -> Feldstand:
    status, lichter, fortlaufend = dict.fromkeys(STATUS.worte, 0), dict.fromkeys(AMPEL.worte, 0), 0
    for massnahme in massnahmen:
        eintrag = eintraege.get(massnahme.kennung)
        status[eintrag.status if eintrag else "geplant"] += 1
        lichter[ampel(massnahme, eintrag, stichtag)] += 1
        fortlaufend += massnahme.ist_fortlaufend
    return Feldstand(kennung, name, status, lichter, fortlaufend)
