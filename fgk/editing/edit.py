"""Change values of a record in its text: what is not meant stays as it was, byte by byte, and no comment is lost.

The text is taken apart into pieces (``pieces``); only those whose data change are written anew (``rewriting``). What comes
out is read again: only a text that says what was wanted, with all comments of before, is returned.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from fgk.editing.comments import comments_in
from fgk.editing.merge import is_whole, says
from fgk.editing.model import is_same
from fgk.editing.pieces import NoPiecesError
from fgk.editing.placeholders import fill_in
from fgk.editing.rewriting import rewritten
from fgk.errors import FgkError
from fgk.models.felder import Route, value_at
from fgk.plaindata import normal
from fgk.reading.reader import read_yaml

_BOM = "\ufeff"


def edit(raw: bytes, values: Mapping[Route, Any], modell: type[BaseModel]) -> bytes:
    """Return a record's text with other values at these routes of keys and list indexes.

    ``None`` removes a key or an entry, an index just behind a list adds one, and what lies above a new value is made. A
    new key stands where the order of ``modell`` puts it. Where entries of a list are removed, all indexes are
    those of before.

    Raises ``FgkError`` for a file that cannot be read, or is written in a way in which this is not possible.
    """
    before = read_yaml(raw)
    if not is_whole(before):
        raise _cannot_edit("Sie enthält keinen lesbaren Datensatz.")
    if getattr(before.root, "flow_style", False):
        raise _cannot_edit("Sie ist in geschweiften Klammern geschrieben.")
    data = changed(before.data or {}, values)
    wanted = normal(data)
    if is_same(normal(before.data or {}), wanted):
        return raw
    text = raw.decode("utf-8-sig")
    comments = list(comments_in(text, before.root))
    try:
        after = rewritten(text, before, data, modell, comments)
    except NoPiecesError as error:
        raise _cannot_edit(
            "Sie ist an dieser Stelle in einer Form geschrieben, die fgk nicht ändert."
        ) from error
    after, replaced = fill_in(after, _new_keys(before.data or {}, values), modell)
    if not says(after.encode(), wanted):
        raise _cannot_edit("Was dabei herauskäme, wäre nicht das Gewünschte.")
    there = Counter(comment.text for comment in comments_in(after, read_yaml(after.encode()).root))
    if Counter(comment.text for comment in comments) - Counter(replaced) - there:
        raise _cannot_edit("Dabei ginge ein Kommentar verloren.")
    return (_BOM * raw.startswith(_BOM.encode()) + after).encode()


def _new_keys(data: Any, values: Mapping[Route, Any]) -> Iterator[Route]:
    """Yield the keys that come to be: where a whole group is new, first the group's."""
    for route, value in values.items():
        for length in range(1, len(route) + 1):
            if (
                value is not None
                and isinstance(route[length - 1], str)
                and value_at(data, route[:length]) is None
            ):
                yield route[:length]


def changed(data: Any, values: Mapping[Route, Any]) -> Any:
    """Return plain data with other values at these routes; the data that were given stay as they were."""
    result = _copy(data)
    gone: list[tuple[list[Any], int]] = []
    for route, value in values.items():
        _put(result, route, value, gone)
    for entries, index in sorted(gone, key=lambda place: -place[1]):
        del entries[index]
    return result


def _copy(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return [_copy(value) for value in data] if isinstance(data, list) else data


def _put(data: Any, route: Route, value: Any, gone: list[tuple[list[Any], int]]) -> None:
    step, *rest = route
    _check_step(data, step, route)
    if isinstance(data, list) and step == len(data):
        data.append(None)
    if rest:
        inner = data.get(step) if isinstance(data, dict) else data[step]
        if inner is None:
            inner = data[step] = [] if isinstance(rest[0], int) else {}
        _put(inner, tuple(rest), value, gone)
    elif value is not None:
        data[step] = value
    elif isinstance(data, list):
        gone.append((data, int(step)))
    else:
        data.pop(step, None)


def _check_step(data: Any, step: str | int, route: Route) -> None:
    if isinstance(step, int):
        fits = isinstance(data, list) and 0 <= step <= len(data)
    else:
        fits = isinstance(data, dict)
    if not fits:
        raise _cannot_edit(f"Für „{'.'.join(map(str, route))}“ ist dort kein Platz.")


def _cannot_edit(why: str) -> FgkError:
    return FgkError(
        f"Die Datei lässt sich so nicht ändern. {why}",
        "Ändern Sie sie von Hand, oder schreiben Sie sie so um, dass jeder Schlüssel in einer eigenen Zeile steht.",
    )
