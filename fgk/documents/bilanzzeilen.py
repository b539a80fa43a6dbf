"""The rows of a Bilanz: what became of every measure and goal over all reports, and of the indicators."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from fgk.documents.berichtsworte import berichtszeilen, kriteriumsstand
from fgk.documents.gliederung import Feld, Zielgruppierung
from fgk.documents.indikatortabelle import indikatorzeile
from fgk.documents.sicht import Sicht
from fgk.models.indikatoren import Reihe
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


class Wertzeile(NamedTuple):
    """A series of an indicator: its first and its last number with their years."""

    bezeichnung: str
    gebiet: str
    einheit: str
    anfang: str
    zuletzt: str
    entwicklung: str
    ist_muster: bool


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
    zeilen = berichtszeilen(letzter) if letzter else [("", "Darüber wurde nie berichtet.")]
    return Massnahmenzeile(
        massnahme,
        tuple((jahr, eintrag.status) for jahr, eintrag in eintraege.items()),
        letzter,
        tuple((name, text) for name, text in zeilen if name != "Nachweise") or (("", "Kein Bericht."),),
    )


def reihen_aller(berichte: Iterable[Jahresbericht]) -> list[Reihe]:
    """Return the series of all reports, each continued through them; a later report corrects an earlier one."""
    reihen: dict[tuple[object, ...], Reihe] = {}
    for reihe in (reihe for bericht in berichte for reihe in bericht.reihen):
        schluessel = (reihe.indikator, reihe.einheit, reihe.raumebene, reihe.gebiet, reihe.musterdaten)
        frueher = reihen.get(schluessel)
        werte = {wert.jahr: wert for r in (frueher, reihe) if r for wert in r.werte}
        fortgesetzt = tuple(werte[jahr] for jahr in sorted(werte))
        reihen[schluessel] = reihe.model_copy(update={"werte": fortgesetzt})
    return list(reihen.values())


def wertzeilen(sicht: Sicht, reihen: Iterable[Reihe], stellen: dict[str, int]) -> Iterator[Wertzeile]:
    """Yield the first and the last number of each series that has two."""
    for reihe in reihen:
        jahre = sorted(wert.jahr for wert in reihe.werte if wert.wert is not None)
        if len(jahre) < 2:
            continue
        zeile = indikatorzeile(sicht, reihe, [jahre[0], jahre[-1]], stellen[reihe.einheit])
        anfang, zuletzt = (f"{z} ({j})" for z, j in zip(zeile.zellen, (jahre[0], jahre[-1]), strict=True))
        yield Wertzeile(
            zeile.bezeichnung,
            zeile.gebiet,
            zeile.einheit,
            anfang,
            zuletzt,
            zeile.entwicklung,
            zeile.ist_muster,
        )
