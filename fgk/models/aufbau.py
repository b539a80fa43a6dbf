"""What the fields of a model hold: references, or parts of the record. Worked out once from their types."""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from fgk.models.werte import Verweis


class Feld(NamedTuple):
    """A field: the kind of record it refers to, or the model of its parts, and whether it is a list of them."""

    name: str
    verweis: str | None
    modell: type[BaseModel] | None
    ist_liste: bool


@cache
def aufbau(model: type[BaseModel]) -> tuple[Feld, ...]:
    """Return the fields that hold references or parts. Of a union of models the first stands for all."""
    felder = (Feld(name, *_inhalt(f.annotation, f.metadata)) for name, f in model.model_fields.items())
    return tuple(feld for feld in felder if feld.verweis or feld.modell)


def _inhalt(hint: Any, extras: Iterable[Any] = ()) -> tuple[str | None, type[BaseModel] | None, bool]:
    for extra in extras:
        if isinstance(extra, Verweis):
            return extra.ziel, None, False
    if isinstance(hint, type):
        return None, hint if issubclass(hint, BaseModel) else None, False
    if hasattr(hint, "__metadata__"):
        return _inhalt(hint.__origin__, hint.__metadata__)
    for arg in getattr(hint, "__args__", ()):
        verweis, modell, ist_liste = _inhalt(arg)
        if verweis or modell:
            return verweis, modell, ist_liste or getattr(hint, "__origin__", None) is tuple
    return None, None, False
