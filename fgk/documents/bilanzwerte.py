"""The rows of a Bilanz on indicators: where each series began, and where it is now."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fgk.documents.indikatortabelle import indikatorzeile
from fgk.documents.sicht import Sicht
from fgk.models.indikatoren import Reihe
from fgk.models.jahresbericht import Jahresbericht


class Wertzeile(NamedTuple):
    """A series of an indicator: its first and its last number with their years."""

    bezeichnung: str
    gebiet: str
    einheit: str
    anfang: str
    zuletzt: str
    entwicklung: str
    ist_muster: bool


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
