"""The rows of a Bilanz on goals and measures: what became of each over all reports."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fgk.documents.berichtsworte import kriteriumsstand, letzte_worte
from fgk.documents.gliederung import Feld, Zielgruppierung
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht, Zielbericht
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Kriteriumswert, Messkriterium, Ziel
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.stand.fortschritt import eintrag_zu
from fgk.stand.messkriterien import ist_erfuellt

_ERFUELLT = {True: "ja", False: "nein", None: "–"}


class Massnahmenzeile(NamedTuple):
    """A measure with its status in every report that has an entry for it, by year, and the last word on it."""

    massnahme: Massnahme
    staende: tuple[tuple[str, str], ...]
    letzter: Massnahmenbericht | None
    ergebnis: tuple[tuple[str, str], ...]


class Kriteriumszeile(NamedTuple):
    """A Messkriterium: where it began, where it was to come, what was reached, and whether that is as good."""

    kriterium: Messkriterium
    erreicht: Kriteriumswert | None
    ist_erfuellt: str


class Zielzeile(NamedTuple):
    """A goal with the last word on it."""

    ziel: Ziel
    bericht: Zielbericht | None
    kriterien: tuple[Kriteriumszeile, ...]
    massnahmen: tuple[Massnahmenzeile, ...]


def zielzeilen(feld: Feld, berichte: Sequence[Jahresbericht]) -> list[Zielzeile]:
    """Return the goals of a Handlungsfeld."""
    return [_zielzeile(gruppe, berichte) for gruppe in feld.ziele]


def _zielzeile(gruppe: Zielgruppierung, berichte: Sequence[Jahresbericht]) -> Zielzeile:
    ziel = gruppe.ziel
    worte = [z for bericht in berichte for z in bericht.ziele if z.ziel == ziel.kennung]
    return Zielzeile(
        ziel,
        worte[-1] if worte else None,
        tuple(_kriteriumszeile(kriterium, worte) for kriterium in ziel.messkriterien),
        tuple(massnahmenzeile(m, berichte) for m in gruppe.massnahmen),
    )


def _kriteriumszeile(kriterium: Messkriterium, worte: Iterable[Zielbericht]) -> Kriteriumszeile:
    werte = [wert for z in worte if (wert := kriteriumsstand(z, kriterium.bezeichnung)) is not None]
    erreicht = werte[-1] if werte else None
    return Kriteriumszeile(kriterium, erreicht, _ERFUELLT[ist_erfuellt(kriterium, erreicht)])


def massnahmenzeile(massnahme: Massnahme, berichte: Sequence[Jahresbericht]) -> Massnahmenzeile:
    """Return a measure as a row; what proves it is in the reports."""
    eintraege = {
        jahr_in_worten(b): eintrag
        for b in berichte
        if (eintrag := eintrag_zu(b, massnahme.kennung)) is not None
    }
    letzter = next(reversed(eintraege.values()), None)
    return Massnahmenzeile(
        massnahme,
        tuple((jahr, eintrag.status) for jahr, eintrag in eintraege.items()),
        letzter,
        tuple(letzte_worte(eintraege)),
    )
