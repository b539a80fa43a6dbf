"""Follow the path of a difference through the model: German titles, the type of the value, the list entry it is in."""

from functools import cache
from typing import NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from fgk.models.felder import is_list, models_in
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
    return tuple(models_in(feld.annotation)), is_list(feld.annotation)


@cache
def pflichtfelder(modell: type[BaseModel]) -> frozenset[str]:
    """Return the fields without which there is no such part."""
    return frozenset(name for name, feld in modell.model_fields.items() if feld.is_required())
