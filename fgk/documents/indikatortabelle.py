"""The tables of indicators in a Jahresbericht: series over the years, and the values of the baseline."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fgk.documents.schaubilder import Kurve, Kurvenbild
from fgk.documents.sicht import Sicht
from fgk.katalog import lade_katalog
from fgk.models.indikatoren import Indikatoren, Reihe, Wert
from fgk.models.jahresbericht import Jahresbericht
from fgk.schreibweise import zahl


@dataclass(frozen=True, slots=True)
class Indikatorzeile:
    """A series as a row: one cell a year, and what the first and last number say."""

    bezeichnung: str
    einheit: str
    gebiet: str
    zellen: tuple[str, ...]
    entwicklung: str
    ist_muster: bool


@dataclass(frozen=True, slots=True)
class Ausgangswert:
    """The last value of a series of the baseline, as it is printed."""

    indikator: str
    gebiet: str | None
    einheit: str
    jahr: int
    wert: str
    musterdaten: bool


def jahre_der(reihen: Iterable[Reihe]) -> list[int]:
    """Return the years that any of the series has a value for."""
    return sorted({wert.jahr for reihe in reihen for wert in reihe.werte})


def nachkommastellen(reihen: Iterable[Reihe]) -> dict[str, int]:
    """Return unit -> decimals of its most exact value, so that all numbers of a unit show as many."""
    stellen: dict[str, int] = {}
    for reihe in reihen:
        texte = [zahl(wert.wert) for wert in reihe.werte if wert.wert is not None]
        genaueste = max((len(text.partition(",")[2]) for text in texte), default=0)
        stellen[reihe.einheit] = max(stellen.get(reihe.einheit, 0), genaueste)
    return stellen


def indikatorzeile(sicht: Sicht, reihe: Reihe, jahre: list[int], stellen: int) -> Indikatorzeile:
    """Return a series as a row with a cell for each of ``jahre``; numbers show ``stellen`` decimals."""
    werte = {wert.jahr: wert for wert in reihe.werte}
    return Indikatorzeile(
        sicht.indikator(reihe.indikator),
        reihe.einheit,
        reihe.gebiet or sicht.ort,
        tuple(_zelle(werte.get(jahr), stellen) for jahr in jahre),
        _entwicklung(reihe),
        reihe.musterdaten,
    )


def _zelle(wert: Wert | None, stellen: int) -> str:
    if wert is None or wert.wert is None:
        return "–"
    text = zahl(wert.wert, stellen)
    return f"({text})" if wert.merker == "eingeschraenkt" else text


def _entwicklung(reihe: Reihe) -> str:
    """Say in words whether first and last value differ, and whether that is better."""
    zahlen = [wert.wert for wert in sorted(reihe.werte, key=lambda wert: wert.jahr) if wert.wert is not None]
    if len(zahlen) < 2 or zahlen[0] == zahlen[-1]:
        return "gleich" if len(zahlen) > 1 else "–"
    steigt = zahlen[-1] > zahlen[0]
    wort = "gestiegen" if steigt else "gesunken"
    indikator = lade_katalog().get(reihe.indikator)
    richtung = indikator.richtung if indikator else "neutral"
    if richtung == "neutral":
        return wort
    return f"{wort} (besser)" if steigt == (richtung == "hoeher_besser") else f"{wort} (schlechter)"


def ausgangsreihen(sicht: Sicht, bericht: Jahresbericht) -> list[Reihe]:
    """Return the series of the baseline without what was not yet known when the period ended."""
    record = sicht.akte.einzeln(Indikatoren)
    gekuerzt = [
        (reihe, tuple(wert for wert in reihe.werte if wert.jahr <= bericht.bis.year))
        for reihe in (record.modell.reihen if record else ())
    ]
    return [reihe.model_copy(update={"werte": werte}) for reihe, werte in gekuerzt if werte]


def im_lauf_der_jahre(berichtet: Iterable[Reihe], davor: Iterable[Reihe]) -> tuple[list[Reihe], list[Reihe]]:
    """Return the series with a history, and those of the baseline with a single number.

    What the report goes on with is one series with its baseline, where area and unit are the same and both or
    neither are invented; where both have a year, the report's value counts. Series of one indicator stand together.
    """
    rest = list(davor)
    lauf = []
    for reihe in berichtet:
        vorher = next((r for r in rest if _gilt_fuer(r) == _gilt_fuer(reihe)), None)
        if vorher is not None:
            rest.remove(vorher)
        werte = {wert.jahr: wert for r in (vorher, reihe) if r for wert in r.werte}
        lauf.append(reihe.model_copy(update={"werte": tuple(werte[jahr] for jahr in sorted(werte))}))
    lauf += [reihe for reihe in rest if _hat_verlauf(reihe)]
    folge = list(dict.fromkeys(reihe.indikator for reihe in lauf))
    return (
        sorted(lauf, key=lambda reihe: folge.index(reihe.indikator)),
        [reihe for reihe in rest if not _hat_verlauf(reihe)],
    )


def _gilt_fuer(reihe: Reihe) -> tuple[object, ...]:
    return reihe.indikator, reihe.einheit, reihe.raumebene, reihe.gebiet, reihe.musterdaten


def _hat_verlauf(reihe: Reihe) -> bool:
    return sum(wert.wert is not None for wert in reihe.werte) > 1


def ausgangswert(reihe: Reihe, stellen: int) -> Ausgangswert:
    """Return the last value of a series with ``stellen`` decimals."""
    letzter = max(reihe.werte, key=lambda wert: wert.jahr)
    wert = _zelle(letzter, stellen)
    return Ausgangswert(
        reihe.indikator, reihe.gebiet, reihe.einheit, letzter.jahr, wert, musterdaten=reihe.musterdaten
    )


def hinweise_zu(sicht: Sicht, reihen: Iterable[Reihe]) -> Iterator[tuple[str, str]]:
    """Yield what is to be said about the series and about single values."""
    for reihe in reihen:
        name = sicht.indikator(reihe.indikator) + (f" ({reihe.gebiet})" if reihe.gebiet else "")
        if reihe.hinweis:
            yield name, reihe.hinweis
        for wert in reihe.werte:
            if wert.hinweis:
                yield f"{name}, {wert.jahr}", wert.hinweis


def kurvenbilder(sicht: Sicht, reihen: Iterable[Reihe]) -> Iterator[Kurvenbild]:
    """Yield a diagram for each indicator of which the place has at least two numbers.

    Other areas are drawn beside it for comparison, so far as they have as many.
    """
    gruppen: dict[tuple[str, str], list[Reihe]] = {}
    for reihe in reihen:
        gruppen.setdefault((reihe.indikator, reihe.einheit), []).append(reihe)
    for (indikator, einheit), gruppe in gruppen.items():
        eigene = [kurve for reihe in gruppe if reihe.gebiet is None for kurve in _kurve(sicht, reihe)]
        andere = [kurve for reihe in gruppe if reihe.gebiet is not None for kurve in _kurve(sicht, reihe)]
        if eigene:
            muster = " – Muster" if any(reihe.musterdaten for reihe in gruppe) else ""
            yield Kurvenbild(f"{sicht.indikator(indikator)} ({einheit}){muster}", (*eigene[:1], *andere[:1]))


def _kurve(sicht: Sicht, reihe: Reihe) -> Iterator[Kurve]:
    werte = {wert.jahr: wert.wert for wert in reihe.werte if wert.wert is not None}
    if len(werte) > 1:
        yield Kurve(reihe.gebiet or sicht.ort, werte)
