"""What is left of a faulty record for a draft: its parts without faults.

Checking never uses this; a draft says on its cover which files are incomplete.
"""

from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from fgk.models.arten import Art
from fgk.models.base import Datensatz
from fgk.models.felder import Route, value_at

_TRIES = 20


def salvage(art: Art, data: Any) -> Datensatz | None:
    """Return the record without what is faulty in it, ``None`` where too little is left."""
    data = deepcopy(data)
    for _ in range(_TRIES):
        try:
            return art.modell.model_validate(data)
        except ValidationError as error:
            routes = [_existing(details["loc"], data) for details in error.errors(include_url=False)]
        if () in routes:
            return None
        for route in sorted(set(routes), key=lambda r: [str(step).zfill(6) for step in r], reverse=True):
            _drop(data, route)
    return None


def _existing(loc: Route, data: Any) -> Route:
    """Return the longest part of a route that the data have: of a missing key its group."""
    route: Route = ()
    for step in loc:
        here = value_at(data, route)
        if isinstance(here, dict) and step not in here and here.get("art") == step:
            continue
        if not isinstance(here, (dict, list)) or (isinstance(here, dict) and step not in here):
            break
        route = (*route, step)
    return route


def _drop(data: Any, route: Route) -> None:
    *parents, last = route
    group = value_at(data, tuple(parents))
    if isinstance(group, dict):
        group.pop(last, None)
    elif isinstance(group, list) and isinstance(last, int) and last < len(group):
        del group[last]
