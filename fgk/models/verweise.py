"""Find every reference in a record by the types of its fields, so that no rule lists fields by hand."""

from functools import cache, partial
from typing import NamedTuple

from pydantic import BaseModel

from fgk.models.aufbau import aufbau

Route = tuple[str | int, ...]


class Fundstelle(NamedTuple):
    """A reference: what kind it names, which Kennung, and where it stands in the record."""

    ziel: str
    kennung: str
    route: Route


class _Plan(NamedTuple):
    """The fields of a model that can hold references.

    ``einzelne`` and ``listen`` are (field, kind it names), ``teile`` are (field, whether it is a list) of
    models that hold references themselves.
    """

    einzelne: tuple[tuple[str, str], ...]
    listen: tuple[tuple[str, str], ...]
    teile: tuple[tuple[str, bool], ...]


def verweise(record: BaseModel) -> list[Fundstelle]:
    """Return every reference of a record: its own fields first, then those of its parts."""
    found: list[Fundstelle] = []
    _collect(record, (), found)
    return found


#: an Akte has a thousand references: made so, each takes a third of the time
_neu = partial(tuple.__new__, Fundstelle)


def _collect(value: BaseModel, route: Route, found: list[Fundstelle]) -> None:
    einzelne, listen, teile = _plan(value.__class__)
    for name, ziel in einzelne:
        kennung = getattr(value, name)
        if kennung is not None:
            found.append(_neu((ziel, kennung, (*route, name))))
    for name, ziel in listen:
        for index, kennung in enumerate(getattr(value, name)):
            found.append(_neu((ziel, kennung, (*route, name, index))))
    for name, is_list in teile:
        teil = getattr(value, name)
        if is_list:
            for index, item in enumerate(teil):
                _collect(item, (*route, name, index), found)
        elif teil is not None:
            _collect(teil, (*route, name), found)


@cache
def _plan(model: type[BaseModel]) -> _Plan:
    felder = aufbau(model)
    return _Plan(
        tuple((feld.name, feld.verweis) for feld in felder if feld.verweis and not feld.ist_liste),
        tuple((feld.name, feld.verweis) for feld in felder if feld.verweis and feld.ist_liste),
        tuple((feld.name, feld.ist_liste) for feld in felder if feld.modell and any(_plan(feld.modell))),
    )
