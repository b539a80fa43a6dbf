"""How many measures have which status, counted by Handlungsfeld and by effect."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fgk.documents.gliederung import Feld
from fgk.models.jahresbericht import Massnahmenbericht
from fgk.models.massnahme import WIRKUNG, Massnahme
from fgk.stand.berichtsstand import zaehle


@dataclass(frozen=True, slots=True)
class Statuszeile:
    """How many measures of a Handlungsfeld have which status."""

    bezeichnung: str
    anzahl: dict[str, int]

    @property
    def summe(self) -> int:
        """All measures of the row."""
        return sum(self.anzahl.values())


def statuszeilen(felder: Iterable[Feld], eintraege: Mapping[str, Massnahmenbericht]) -> Iterator[Statuszeile]:
    """Yield a row for each Handlungsfeld that is reported on, and one for measures that the Akte lacks."""
    bekannt: set[str] = set()
    for feld in felder:
        bekannt |= {massnahme.kennung for massnahme in feld.massnahmen}
        berichtet = [eintraege[m.kennung] for m in feld.massnahmen if m.kennung in eintraege]
        if berichtet:
            yield Statuszeile(f"{feld.nummer} {feld.bezeichnung}", zaehle(berichtet))
    rest = [eintrag for kennung, eintrag in eintraege.items() if kennung not in bekannt]
    if rest:
        yield Statuszeile("Maßnahmen, die in der Akte fehlen", zaehle(rest))


def wirkungszeilen(
    massnahmen: Iterable[Massnahme], eintraege: Mapping[str, Massnahmenbericht]
) -> Iterator[Statuszeile]:
    """Yield how far the measures of each effect are, those without one last; what nobody has done is left out."""
    massnahmen = list(massnahmen)
    for wirkung, name in (*WIRKUNG.worte.items(), (None, "ohne Angabe zur Wirkung")):
        berichtet = [
            eintraege[m.kennung] for m in massnahmen if m.wirkung == wirkung and m.kennung in eintraege
        ]
        if berichtet:
            yield Statuszeile(name, zaehle(berichtet))
