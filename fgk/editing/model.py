"""Merge plain data three ways: what a merge of two states of a record must come to, whatever their texts look like.

``ours`` is the side that git merges into, ``theirs`` the one that comes in. Fields are merged by their keys, entries
of lists by what tells them apart (``fgk.plaindata``); any other list is one value.
"""

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from fgk.plaindata import Pfad, eindeutige_namen


class Conflict(NamedTuple):
    """A place where both sides want something else; ``None`` for what is not there."""

    path: Pfad
    base: Any
    ours: Any
    theirs: Any


def is_same(one: Any, other: Any) -> bool:
    """Say whether two values in normal form are the same; ``true`` is not 1, and lists have an order."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def merge_data(base: Any, ours: Any, theirs: Any) -> tuple[Any, list[Conflict]]:
    """Return the merge of three values in normal form, and where there can be none."""
    conflicts: list[Conflict] = []
    return _merge((), base, ours, theirs, conflicts), conflicts


def _merge(path: Pfad, base: Any, ours: Any, theirs: Any, conflicts: list[Conflict]) -> Any:
    if is_same(ours, theirs) or is_same(base, theirs):
        return ours
    if is_same(base, ours):
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict) and isinstance(base, dict | None):
        before = base or {}
        keys = dict.fromkeys([*ours, *theirs])
        merged = {
            key: _merge((*path, key), before.get(key), ours.get(key), theirs.get(key), conflicts)
            for key in keys
        }
        return {key: value for key, value in merged.items() if value is not None} or None
    if isinstance(ours, list) and isinstance(theirs, list) and isinstance(base, list | None):
        return _merge_lists(path, base or [], ours, theirs, conflicts)
    conflicts.append(Conflict(path, base, ours, theirs))
    return ours


def _merge_lists(
    path: Pfad, base: list[Any], ours: list[Any], theirs: list[Any], conflicts: list[Conflict]
) -> Any:
    named = eindeutige_namen(base, ours, theirs)
    if named is None or _is_reordered(named[0], named[2]):
        conflicts.append(Conflict(path, base or None, ours, theirs))
        return ours
    b, o, t = (
        dict(zip(names, entries, strict=True))
        for names, entries in zip(named, (base, ours, theirs), strict=True)
    )
    merged = []
    gone = [
        name for name in named[2] if name in b and name not in o
    ]  # gone from ours, and perhaps changed there
    for name in [*order(*named), *gone]:
        sides = (b.get(name), o.get(name), t.get(name))
        if name not in b and name in o and name in t and not is_same(o[name], t[name]):
            conflicts.append(Conflict((*path, name), *sides))
        else:
            merged.append(_merge((*path, name), *sides, conflicts))
    return [entry for entry in merged if entry is not None] or None


def _is_reordered(before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether names stand in another order than before."""
    both = {*before} & {*after}
    return [name for name in before if name in both] != [name for name in after if name in both]


def order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return all names in the order of ours; what theirs has added stands behind what it stood behind there.

    Where both have added something at one place, it is sorted as a reader counts: M-1.1.9 before M-1.1.10.
    """
    result, there, old = list(ours), {*ours}, {*base}
    before: str | None = None
    for name in theirs:
        if name not in there and name not in old:
            place = 0 if before is None else result.index(before) + 1
            while (
                place < len(result) and result[place] not in old and _counted(result[place]) < _counted(name)
            ):
                place += 1
            result.insert(place, name)
            there.add(name)
        before = name if name in there else before
    return result


def _counted(name: str) -> tuple[str | int, ...]:
    parts = re.split("([0-9]+)", name)
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))
