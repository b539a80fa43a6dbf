"""Find every reference in a record by the types of its fields, so that no rule lists fields by hand."""

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


def _collect(value: BaseModel, route: Route, found: list[Fundstelle]) -> None:
    einzelne, listen, teile = _plan(value.__class__)
    for name, ziel in einzelne:
        kennung = getattr(value, name)
        if kennung is not None:
            found.append(Fundstelle(ziel, kennung, (*route, name)))
    for name, ziel in listen:
        for index, kennung in enumerate(getattr(value, name)):
            found.append(Fundstelle(ziel, kennung, (*route, name, index)))
    for name, is_list in teile:
        teil = getattr(value, name)
        if is_list:
            for index, item in enumerate(teil):
                _collect(item, (*route, name, index), found)
        elif teil is not None:
            _collect(teil, (*route, name), found)


@cache
def _plan(model: type[BaseModel]) -> _Plan:
    einzelne: list[tuple[str, str]] = []
    listen: list[tuple[str, str]] = []
    teile: list[tuple[str, bool]] = []
    for name, field in model.model_fields.items():
        hint: Any = field.annotation
        for extra in field.metadata:
            hint = Annotated[hint, extra]
        ziel, is_list = _look_into(hint)
        if isinstance(ziel, str):
            (listen if is_list else einzelne).append((name, ziel))
        elif ziel is not None and any(_plan(ziel)):
            teile.append((name, is_list))
    return _Plan(tuple(einzelne), tuple(listen), tuple(teile))


def _look_into(hint: Any) -> tuple[str | type[BaseModel] | None, bool]:
    """Return what a type holds, a kind of reference or a model, and whether it is a list of it."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        verweis = next((extra for extra in args[1:] if isinstance(extra, Verweis)), None)
        return (verweis.ziel, False) if verweis else _look_into(args[0])
    if isinstance(hint, type) and origin is None:
        return (hint if issubclass(hint, BaseModel) else None), False
    inner = next((found for arg in args if (found := _look_into(arg))[0] is not None), (None, False))
    return inner[0], inner[1] or origin is tuple
