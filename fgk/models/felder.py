"""Follow a route of keys through the types of a record: which keys are known there, and their titles."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from fgk.models.werte import Vokabular

Route = tuple[str | int, ...]


def value_at(data: Any, route: Route) -> Any:
    """Return what stands at ``route`` in plain data, ``None`` where there is nothing."""
    for step in route:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def known_keys(model: type[BaseModel], route: Route, data: Any) -> list[str]:
    """Return the keys that the group at ``route`` may have; of a union by ``art`` those of the named member."""
    found = _named(models_in(_hint_at(model, route)), value_at(data, route))
    return list(dict.fromkeys(name for candidate in found for name in candidate.model_fields))


def groups_with(model: type[BaseModel], route: Route, key: str) -> list[str]:
    """Return the groups directly inside the one at ``route`` that know ``key``."""
    outer = {
        name: field.annotation
        for part in models_in(_hint_at(model, route))
        for name, field in part.model_fields.items()
    }
    return [name for name, hint in outer.items() if any(key in part.model_fields for part in models_in(hint))]


def known_arten(model: type[BaseModel], route: Route) -> list[str]:
    """Return the words that ``art`` may have in the union at ``route``."""
    return [_art_of(candidate) for candidate in models_in(_hint_at(model, route))]


def title_of(model: type[BaseModel], route: Route) -> str:
    """Return the German title of the field at ``route``."""
    *parents, last = (step for step in route if isinstance(step, str))
    for candidate in models_in(_hint_at(model, tuple(parents))):
        if last in candidate.model_fields:
            return candidate.model_fields[last].title or last
    return last


def field_at(model: type[BaseModel], route: Route, data: Any) -> FieldInfo | None:
    """Return the field that the key at the end of ``route`` is, ``None`` for a key that is not known there."""
    *parents, last = route
    candidates = _named(models_in(_hint_at(model, tuple(parents))), value_at(data, tuple(parents)))
    return next((c.model_fields[str(last)] for c in candidates if last in c.model_fields), None)


def models_in(hint: Any) -> list[type[BaseModel]]:
    """Return the models of which a type is made."""
    if isinstance(hint, type) and get_origin(hint) is None:
        return [hint] if issubclass(hint, BaseModel) else []
    return [model for arg in get_args(hint) for model in models_in(arg)]


def is_list(hint: Any) -> bool:
    """Say whether a type is a list of something."""
    return get_origin(hint) is tuple or any(map(is_list, get_args(hint)))


def merkmale(feld: FieldInfo) -> list[Any]:
    """Return everything that the type of a field carries: vocabularies, references, checks."""
    return [*feld.metadata, *_merkmale(feld.annotation)]


def vokabular(feld: FieldInfo) -> Vokabular | None:
    """Return the closed list of words that a field takes one of."""
    return next((m for m in merkmale(feld) if isinstance(m, Vokabular)), None)


def _merkmale(hint: Any) -> Iterator[Any]:
    yield from getattr(hint, "__metadata__", ())
    for arg in get_args(hint):
        yield from _merkmale(arg)


def _hint_at(model: type[BaseModel], route: Route) -> Any:
    hint: Any = model
    for step in route:
        fields = [candidate.model_fields for candidate in models_in(hint)]
        hint = next((known[step].annotation for known in fields if step in known), hint)
    return hint


def _named(models: list[type[BaseModel]], data: Any) -> list[type[BaseModel]]:
    if len(models) < 2 or not isinstance(data, dict):
        return models
    return [model for model in models if _art_of(model) == data.get("art")] or models


def _art_of(model: type[BaseModel]) -> str:
    field = model.model_fields.get("art")
    words = get_args(field.annotation) if field else ()
    return str(words[0]) if words else ""
