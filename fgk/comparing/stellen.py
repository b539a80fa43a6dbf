"""Follow the path of a difference through the model: German titles, the type of the value, the list entry it is in."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from fgk.models.werte import Vokabular
from fgk.plaindata import Pfad


class Schritt(NamedTuple):
    """One step of a path: a field of ``modell``, or an entry of a list of ``modell``."""

    name: str
    modell: type[BaseModel] | None
    feld: FieldInfo | None

    @property
    def ist_eintrag(self) -> bool:
        """Say whether the step is an entry of a list and not a field."""
        return self.feld is None


def schritte(modell: type[BaseModel], pfad: Pfad) -> list[Schritt]:
    """Return what each step of a path stands for; a step that the model does not know is an entry."""
    found: list[Schritt] = []
    modelle: tuple[type[BaseModel], ...] = (modell,)
    ist_liste = False
    for name in pfad:
        feld = None if ist_liste else _feld(modelle, name)
        found.append(Schritt(name, next(iter(modelle), None), feld))
        if feld is None:
            ist_liste = False
            continue
        modelle, ist_liste = teile(feld)
    return found


def _feld(modelle: tuple[type[BaseModel], ...], name: str) -> FieldInfo | None:
    return next((m.model_fields[name] for m in modelle if name in m.model_fields), None)


def teile(feld: FieldInfo) -> tuple[tuple[type[BaseModel], ...], bool]:
    """Return the models that a field holds, and whether it is a list of them."""
    return tuple(_modelle(feld.annotation)), _ist_liste(feld.annotation)


def _modelle(hint: Any) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and get_origin(hint) is None:
        if issubclass(hint, BaseModel):
            yield hint
    else:
        for arg in get_args(hint):
            yield from _modelle(arg)


def _ist_liste(hint: Any) -> bool:
    return get_origin(hint) is tuple or any(map(_ist_liste, get_args(hint)))


def merkmale(feld: FieldInfo) -> list[Any]:
    """Return everything that the type of a field carries: vocabularies, references, checks."""
    return [*feld.metadata, *_merkmale(feld.annotation)]


def _merkmale(hint: Any) -> Iterator[Any]:
    yield from getattr(hint, "__metadata__", ())
    for arg in get_args(hint):
        yield from _merkmale(arg)


def vokabular(feld: FieldInfo) -> Vokabular | None:
    """Return the closed list of words that a field takes one of."""
    return next((m for m in merkmale(feld) if isinstance(m, Vokabular)), None)


@cache
def pflichtfelder(modell: type[BaseModel]) -> frozenset[str]:
    """Return the fields without which there is no such part."""
    return frozenset(name for name, feld in modell.model_fields.items() if feld.is_required())
