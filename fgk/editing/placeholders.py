"""Comments that fgk has written for somebody to fill in: a new value takes the place of the one that shows it.

``# ende: 2026-12-31  # Bis wann sie umgesetzt ist.`` becomes ``ende: 2020-06-30  # Bis wann sie umgesetzt ist.``; a note that
somebody has written themselves stays.
"""

import re
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from fgk.editing.pieces import Text, is_block, last_line
from fgk.models.felder import Route, field_at
from fgk.reading.reader import read_yaml

_SHOWN = r"{}# ?{}:(?P<wert>[^#]*?)(?P<erklaerung>[ ]+#[ ].*?)?[ ]*\r?\n?\Z"


def fill_in(text: str, routes: Iterable[Route], modell: type[BaseModel]) -> tuple[str, list[str]]:
    """Return a text in which each new key of ``routes`` stands where a comment shows it, and the comments that have gone."""
    gone = []
    for route in routes:
        text, comment = _fill_one(text, route, modell)
        gone += [comment] if comment else []
    return text, gone


def _fill_one(text: str, route: Route, modell: type[BaseModel]) -> tuple[str, str | None]:
    result = read_yaml(text.encode())
    key, value = _pair_at(result.root, route)
    if key is None or is_block(value):  # what shows a group takes several lines
        return text, None
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    form = _SHOWN.format(" " * key.start_mark.column, re.escape(key.value))
    behind = last_line(value, Text(lines)) + 1
    for place in range(behind, len(lines)):
        if lines[place].strip() and not lines[place].lstrip().startswith("#"):
            break
        shown = re.match(form, lines[place])
        if shown and _is_placeholder(shown, route, modell, result.data):
            moved = _moved(lines, (key.start_mark.line, behind, place), shown["erklaerung"] or "")
            return moved, lines[place].strip()
    return text, None


def _pair_at(root: Any, route: Route) -> tuple[Any, Any]:
    """Return the nodes of the key and the value at the end of a route, ``None`` twice where there is none."""
    key, node = None, root
    for step in route if root is not None else ():  # a text that has become too long cannot be read
        if isinstance(step, int):
            if isinstance(node.value, str) or step >= len(node.value):
                return None, None
            key, node = None, node.value[step]
        else:
            key, node = next((pair for pair in node.value if pair[0].value == step), (None, None))
        if node is None:
            return None, None
    return key, node


def _is_placeholder(shown: re.Match[str], route: Route, modell: type[BaseModel], data: Any) -> bool:
    field = field_at(modell, route, data)
    explained = (shown["erklaerung"] or "").strip().removeprefix("# ")
    is_ours = field is not None and field.description and explained.startswith(field.description)
    return shown["wert"].strip() == "…" or bool(is_ours)


def _moved(lines: list[str], places: tuple[int, int, int], explanation: str) -> str:
    """Return the text with the lines of a pair in the place of a comment further down, and its explanation behind them."""
    first, behind, place = places
    head = lines[first]
    bare = head.rstrip("\r\n")
    pair = [f"{bare}{explanation}{head[len(bare) :]}", *lines[first + 1 : behind]]
    return "".join([*lines[:first], *lines[behind:place], *pair, *lines[place + 1 :]])
