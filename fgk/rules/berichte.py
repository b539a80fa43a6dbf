"""What the rules about annual reports share."""

from collections.abc import Iterator
from typing import NamedTuple

from fgk.akte import Record
from fgk.models.arten import art_namens
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht
from fgk.rules.kontext import Kontext
from fgk.stand.fortschritt import berichte

BEENDET = frozenset({"ersetzt", "entfallen"})


class Eintrag(NamedTuple):
    """What one report says about one measure, and where."""

    record: Record[Jahresbericht]
    nummer: int
    bericht: Massnahmenbericht

    def route(self, *keys: str | int) -> tuple[str | int, ...]:
        """Return the route to a key of the entry."""
        return ("massnahmen", self.nummer, *keys)


def eintraege(kontext: Kontext) -> Iterator[Eintrag]:
    """Yield what all reports say about measures, in the order of the reports."""
    for record in berichte(kontext.akte):
        for nummer, bericht in enumerate(record.modell.massnahmen):
            yield Eintrag(record, nummer, bericht)


def verlaeufe(kontext: Kontext) -> Iterator[list[Eintrag]]:
    """Yield for every measure what the reports say about it, one entry a report, in their order."""
    found: dict[str, dict[str, Eintrag]] = {}
    for eintrag in eintraege(kontext):
        found.setdefault(eintrag.bericht.massnahme, {}).setdefault(eintrag.record.path, eintrag)
    for verlauf in found.values():
        yield list(verlauf.values())


def faulty_between(kontext: Kontext, frueher: str, spaeter: str) -> bool:
    """Say whether a faulty report may lie between two (by their Kennungen), so that its word is unknown."""
    art = art_namens("jahresbericht")
    faulty = (art.kennung_aus_pfad(path) for path in kontext.akte.fehlerhaft)
    return any(kennung is not None and frueher < kennung < spaeter for kennung in faulty)


def berichtsname(record: Record[Jahresbericht]) -> str:
    """Return how messages name a report: „Jahresbericht 2020–2021“."""
    return "Jahresbericht " + record.modell.kennung.removeprefix("J-").replace("-", "–")
