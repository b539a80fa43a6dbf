"""The numbers of a Bestandsaufnahme: by Handlungsfeld, each with its area, level and source."""

from collections.abc import Iterator
from dataclasses import dataclass

from fgk.bild import Bild
from fgk.documents.indikatortabelle import (
    Indikatorzeile,
    im_lauf_der_jahre,
    indikatorzeile,
    jahre_der,
    nachkommastellen,
)
from fgk.documents.indikatorteil import indikatorbilder
from fgk.documents.sicht import Sicht
from fgk.katalog import lade_katalog
from fgk.models.base import Quelle, Quellenkonflikt
from fgk.models.indikatoren import RAUMEBENE, Indikatoren, Reihe, Wert
from fgk.schreibweise import datum

#: the catalogues whose Handlungsfelder the catalogue of indicators names
_MIT_FELDERN = frozenset({"fgk-2009", "fgk-2013"})


@dataclass(frozen=True, slots=True)
class Kennzahl:
    """A series as a row; ``quelle`` is the number of its source, ``stand`` the day or year of a single value."""

    zeile: Indikatorzeile
    ebene: str
    quelle: int
    stand: str = ""


@dataclass(frozen=True, slots=True)
class Kennzahlgruppe:
    """The series of a Handlungsfeld, or of none: those with a history apart from those with a single number."""

    kennung: str
    jahre: list[int]
    lauf: list[Kennzahl]
    einzelne: list[Kennzahl]
    bilder: list[str]


@dataclass(frozen=True, slots=True)
class Kennzahlen:
    """All groups by the Kennung of their Handlungsfeld (empty for none), the sources in the order of their numbers, and the diagrams by name."""

    gruppen: dict[str, Kennzahlgruppe]
    quellen: list[Quelle]
    bilder: dict[str, Bild]
    reihen: list[Reihe]

    @property
    def hat_klammern(self) -> bool:
        """Whether a number is in brackets, because it is only of limited use."""
        return any(wert.merker == "eingeschraenkt" for reihe in self.reihen for wert in reihe.werte)

    @property
    def konflikte(self) -> list[tuple[Reihe, Wert, Quellenkonflikt]]:
        """Values about which sources disagree."""
        return [
            (r, wert, wert.quellenkonflikt) for r in self.reihen for wert in r.werte if wert.quellenkonflikt
        ]

    @property
    def jahre(self) -> list[int]:
        """All years with a value."""
        return jahre_der(self.reihen)


def kennzahlen(sicht: Sicht) -> Kennzahlen:
    """Return what the Akte knows in numbers; values of years after the Stichtag are left out."""
    reihen = list(_reihen(sicht))
    quellen = list(dict.fromkeys(reihe.quelle for reihe in reihen))
    bilder: dict[str, Bild] = {}
    gruppen = {}
    for kennung in ("", *(feld.kennung for feld in sicht.felder)):
        eigene = [reihe for reihe in reihen if _feld(sicht, reihe) == kennung]
        if eigene:
            eigene_bilder = dict(indikatorbilder(sicht, eigene, f"kurven{kennung or '-'}", "-"))
            bilder |= eigene_bilder
            gruppen[kennung] = _gruppe(sicht, kennung, eigene, quellen, list(eigene_bilder))
    return Kennzahlen(gruppen, quellen, bilder, reihen)


def _reihen(sicht: Sicht) -> Iterator[Reihe]:
    record = sicht.akte.einzeln(Indikatoren)
    for reihe in record.modell.reihen if record else ():
        werte = tuple(wert for wert in reihe.werte if wert.jahr <= sicht.stichtag.year)
        if werte:
            yield reihe.model_copy(update={"werte": werte})


def _feld(sicht: Sicht, reihe: Reihe) -> str:
    indikator = lade_katalog().get(reihe.indikator)
    if indikator is None or sicht.audit.katalog not in _MIT_FELDERN:
        return ""
    return indikator.handlungsfeld or ""


def _gruppe(
    sicht: Sicht, kennung: str, reihen: list[Reihe], quellen: list[Quelle], bilder: list[str]
) -> Kennzahlgruppe:
    lauf, einzelne = im_lauf_der_jahre((), reihen)
    stellen = nachkommastellen(lauf)
    jahre = jahre_der(lauf)
    return Kennzahlgruppe(
        kennung,
        jahre,
        [_kennzahl(sicht, reihe, jahre, stellen[reihe.einheit], quellen) for reihe in lauf],
        [_letzter(sicht, reihe, quellen) for reihe in einzelne],
        bilder,
    )


def _kennzahl(sicht: Sicht, reihe: Reihe, jahre: list[int], stellen: int, quellen: list[Quelle]) -> Kennzahl:
    zeile = indikatorzeile(sicht, reihe, jahre, stellen)
    return Kennzahl(zeile, RAUMEBENE[reihe.raumebene], quellen.index(reihe.quelle) + 1)


def _letzter(sicht: Sicht, reihe: Reihe, quellen: list[Quelle]) -> Kennzahl:
    """Return the last value that there is as a number, else the last one."""
    mit_zahl = [wert for wert in reihe.werte if wert.wert is not None]
    letzter = max(mit_zahl or reihe.werte, key=lambda wert: wert.jahr)
    stellen = nachkommastellen([reihe])[reihe.einheit]
    kennzahl = _kennzahl(sicht, reihe, [letzter.jahr], stellen, quellen)
    stand = datum(letzter.stichtag) if letzter.stichtag else str(letzter.jahr)
    return Kennzahl(kennzahl.zeile, kennzahl.ebene, kennzahl.quelle, stand)
