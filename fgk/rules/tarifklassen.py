"""Which sizes the classes of a tariff are for, and how they lie beside each other."""

from collections.abc import Iterator
from itertools import pairwise

from fgk.models.tarif import Tarif, Tarifklasse

_OHNE_ENDE = 10**9


def ueberschneiden_sich(eine: Tarifklasse, andere: Tarifklasse) -> bool:
    """Say whether two classes are for the same size in the same Verfahren and stage."""
    if not (eine.hat_groesse and andere.hat_groesse):
        return False
    (von, bis), (ab, ende) = _grenzen(eine), _grenzen(andere)
    return (
        von <= ende
        and ab <= bis
        and _gemeinsam(eine.verfahren, andere.verfahren)
        and _gemeinsam(eine.stufen, andere.stufen)
    )


def luecken(tarif: Tarif) -> Iterator[tuple[int, int, int]]:
    """Yield the class behind each gap with the first and the last size that no class is for.

    Only classes for the same Verfahren and stages follow each other.
    """
    gruppen: dict[tuple[frozenset[str], frozenset[str]], list[int]] = {}
    for index, klasse in enumerate(tarif.klassen):
        if klasse.hat_groesse:
            gruppen.setdefault((frozenset(klasse.verfahren), frozenset(klasse.stufen)), []).append(index)
    for gruppe in gruppen.values():
        der_groesse_nach = sorted(gruppe, key=lambda index: _grenzen(tarif.klassen[index]))
        for davor, danach in pairwise(der_groesse_nach):
            bis, von = _grenzen(tarif.klassen[davor])[1], _grenzen(tarif.klassen[danach])[0]
            if von > bis + 1:
                yield danach, bis + 1, von - 1


def _grenzen(klasse: Tarifklasse) -> tuple[int, int]:
    bis = klasse.einwohner_bis
    return klasse.einwohner_von or 0, _OHNE_ENDE if bis is None else bis


def _gemeinsam(eine: tuple[str, ...], andere: tuple[str, ...]) -> bool:
    """Say whether two lists have something in common; an empty one means all there is."""
    return not eine or not andere or not set(eine).isdisjoint(andere)
