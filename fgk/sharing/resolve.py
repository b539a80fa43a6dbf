"""Decide a conflict of fields for one side: the other is given its values there, and then both can be merged."""

from collections.abc import Iterable, Sequence
from typing import Any

from fgk.editing.edit import edit
from fgk.editing.merge import merge
from fgk.editing.model import Conflict
from fgk.errors import FgkError
from fgk.models.arten import art_von
from fgk.models.felder import Route, value_at
from fgk.plaindata import Pfad, eindeutige_namen
from fgk.reading.reader import read_yaml
from fgk.sharing.versions import Version, version


def resolved(
    path: str, base: Version | None, sides: tuple[Version, Version], conflicts: Iterable[Conflict]
) -> Version | None:
    """Return the merge in which the first side counts at each conflict; ``None`` where a text cannot be changed so."""
    art = art_von(path)
    winner, loser = sides
    raws = [(base.raw if base else None) or b"", winner.raw or b"", loser.raw or b""]
    datas = [read_yaml(raw).data or {} for raw in raws]
    if art is None:
        return None
    try:
        values = {_route(c.path, datas, 2): value_at(datas[1], _route(c.path, datas, 1)) for c in conflicts}
        given = edit(raws[2], values, art.modell)
    except (FgkError, LookupError):  # then somebody has to do it by hand, and is told so
        return None
    merged = merge(raws[0], raws[1], given)
    return version(merged.text) if merged.text is not None else None


def _route(pfad: Pfad, datas: Sequence[Any], side: int) -> Route:
    """Return the way of keys and indexes to a conflict in one of three states; entries go by what tells them apart."""
    route: list[str | int] = []
    here = list(datas)
    for name in pfad:
        if any(isinstance(data, list) for data in here):
            lists = [data if isinstance(data, list) else [] for data in here]
            names = eindeutige_namen(*lists)
            if names is None:
                raise LookupError(name)
            places = [found.index(name) if name in found else len(found) for found in names]
            route.append(places[side])
            here = [
                entries[place] if place < len(entries) else None
                for entries, place in zip(lists, places, strict=True)
            ]
        else:
            route.append(name)
            here = [data.get(name) if isinstance(data, dict) else None for data in here]
    return tuple(route)
