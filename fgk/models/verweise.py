"""Find every reference in a record by the types of its fields, so that no rule lists fields by hand."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from fgk.models.werte import Verweis

Route = tuple[str | int, ...]


class Fundstelle(NamedTuple):
    """A reference: what kind it names, which Kennung, and where it stands in the record."""

    ziel: str
    kennung: str
    route: Route


#: adds the references in a value that stands at a route (collecting is twice as fast as yielding)
_Walker = Callable[[Any, Route, list[Fundstelle]], None]


def verweise(record: BaseModel) -> list[Fundstelle]:
    """Return every reference of a record, in the order of its fields."""
    found: list[Fundstelle] = []
    _walk_model(record, (), found)
    return found


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, _Walker], ...]:
    """Return the fields of ``model`` that can hold references, each with how to walk it."""
    plan = []
    for name, field in model.model_fields.items():
        hint: Any = field.annotation
        for extra in field.metadata:
            hint = Annotated[hint, extra]
        walker = _walker(hint)
        if walker is not None:
            plan.append((name, walker))
    return tuple(plan)


def _walker(hint: Any) -> _Walker | None:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        verweis = next((extra for extra in args[1:] if isinstance(extra, Verweis)), None)
        if verweis is not None:
            ziel = verweis.ziel
            return lambda value, route, found: found.append(Fundstelle(ziel, value, route))
        return _walker(args[0])
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _walk_model if _plan(hint) else None
    walkers = [walker for arg in args if (walker := _walker(arg)) is not None]
    if not walkers:
        return None
    inner = walkers[0]
    return _in_list(inner) if origin is tuple else inner


def _walk_model(value: BaseModel, route: Route, found: list[Fundstelle]) -> None:
    for name, walk in _plan(value.__class__):
        part = getattr(value, name)
        if part is not None and part != ():
            walk(part, (*route, name), found)


def _in_list(inner: _Walker) -> _Walker:
    def walk(values: Any, route: Route, found: list[Fundstelle]) -> None:
        for index, value in enumerate(values):
            inner(value, (*route, index), found)

    return walk
