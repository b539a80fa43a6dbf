"""Find every group of keys in a record that can hold a date, by its model and not by walking all data."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from fgk.models.aufbau import aufbau

Route = tuple[str | int, ...]

_KEYS = frozenset({"von", "bis", "beginn", "ende", "datum"})
#: when somebody looked at a source is no event of the audit
_KEIN_EREIGNIS = "abgerufen_am"


class _Plan(NamedTuple):
    """Whether a model is such a group itself, and which of its fields hold some."""

    is_group: bool
    fields: tuple[tuple[str, type[BaseModel]], ...]


def datumsgruppen(
    model: type[BaseModel], data: Mapping[str, Any]
) -> Iterator[tuple[Route, Mapping[str, Any]]]:
    """Yield route and plain data of every group in a record that has keys for dates."""
    return _walk(_plan(model), data, ())


def is_date_key(key: str) -> bool:
    """Say whether a key stands for the day of an event: von, bis, beginn, ende, datum, …_am."""
    return key in _KEYS or (key.endswith("_am") and key != _KEIN_EREIGNIS)


def _walk(plan: _Plan, data: Mapping[str, Any], route: Route) -> Iterator[tuple[Route, Mapping[str, Any]]]:
    if plan.is_group:
        yield route, data
    for name, model in plan.fields:
        value = data.get(name)
        if value.__class__ is dict:
            yield from _walk(_plan(model), value, (*route, name))
        elif value.__class__ is list:
            inner = _plan(model)
            for index, item in enumerate(value):
                yield from _walk(inner, item, (*route, name, index))


@cache
def _plan(model: type[BaseModel]) -> _Plan:
    teile = ((feld.name, feld.modell) for feld in aufbau(model) if feld.modell)
    fields = tuple((name, modell) for name, modell in teile if any(_plan(modell)))
    return _Plan(any(map(is_date_key, model.model_fields)), fields)
