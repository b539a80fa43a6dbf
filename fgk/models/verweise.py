"""Find every reference in a record by the types of its fields, so that no rule lists fields by hand."""

from collections.abc import Callable, Iterator
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


_Walker = Callable[[Any, Route], Iterator[Fundstelle]]


def verweise(record: BaseModel) -> Iterator[Fundstelle]:
    """Yield every reference of a record, in the order of its fields."""
    for name, walk in _plan(type(record)):
        value = getattr(record, name)
        if value is not None and value != ():
            yield from walk(value, (name,))


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
            return lambda value, route: iter((Fundstelle(ziel, value, route),))
        return _walker(args[0])
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _walk_model if _plan(hint) else None
    walkers = [walker for arg in args if (walker := _walker(arg)) is not None]
    if not walkers:
        return None
    inner = walkers[0]
    return _in_list(inner) if origin is tuple else inner


def _walk_model(value: BaseModel, route: Route) -> Iterator[Fundstelle]:
    for name, walk in _plan(type(value)):
        part = getattr(value, name)
        if part is not None and part != ():
            yield from walk(part, (*route, name))


def _in_list(inner: _Walker) -> _Walker:
    def walk(values: Any, route: Route) -> Iterator[Fundstelle]:
        for index, value in enumerate(values):
            yield from inner(value, (*route, index))

    return walk
