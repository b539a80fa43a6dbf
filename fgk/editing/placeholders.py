"""Comments that fgk has written for somebody to fill in: a new value takes the place of the one that shows it.

``# ende: 2026-12-31  # Bis wann sie umgesetzt ist.`` becomes ``ende: 2020-06-30  # Bis wann sie umgesetzt ist.``, also where the
explanation stands in the lines above. What is shown of a group becomes its own comments. A note that somebody has written
themselves stays.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from fgk.editing.pieces import Text, is_block, is_mapping, last_line
from fgk.models.felder import Route, field_at
from fgk.reading.reader import read_yaml

_SHOWN = r"[ ]{{{}}}# ?{}:(?P<wert>[^#]*?)(?P<erklaerung>[ ]+#[ ].*?)?[ ]*\r?\n?\Z"
#: of an explanation above its line so much must be ours
_SURE = 30


class _Pair(NamedTuple):
    """A new pair in the text: the lines from its key to behind its value, and the column of the key."""

    key: str
    first: int
    behind: int
    column: int
    is_group: bool


def fill_in(text: str, routes: Iterable[Route], modell: type[BaseModel]) -> tuple[str, list[str]]:
    """Return a text in which each new key of ``routes`` stands where a comment shows it, and the comments that have gone."""
    gone: list[str] = []
    root = read_yaml(text.encode()).root
    if root is None:  # it has become too large to read; whoever asked finds out
        return text, gone
    # from below, so that no other new key stands between one and its comment; a group before what is in it
    new = sorted(dict.fromkeys(routes), key=lambda route: _from_below(root, route))
    for route in new:
        siblings = [other for other in new if other != route and other[:-1] == route[:-1]]
        text = _fill_one(text, route, siblings, modell, gone)
    return text, gone


def _from_below(node: Any, route: Route) -> tuple[int, ...]:
    """Return a key that sorts routes by where they begin, the last first."""
    lines = []
    for step in route:
        if isinstance(node.value, str) or (isinstance(step, int) and step >= len(node.value)):
            break
        key, node = (
            (node.value[step], node.value[step])
            if isinstance(step, int)
            else next((pair for pair in node.value if pair[0].value == step), (node, node))
        )
        lines.append(-key.start_mark.line)
    return tuple(lines)


def _fill_one(
    text: str, route: Route, siblings: Iterable[Route], modell: type[BaseModel], gone: list[str]
) -> str:
    result = read_yaml(text.encode())
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    pair = _pair_at(result.root, route, lines)
    if pair is None:
        return text
    form = _SHOWN.format(pair.column, re.escape(pair.key))
    others = [other for sibling in siblings if (other := _pair_at(result.root, sibling, lines))]
    passed = {line for other in others for line in range(other.first, other.behind)}
    place = pair.behind
    while place < len(lines) and (
        place in passed or lines[place].lstrip().startswith("#") or not lines[place].strip()
    ):
        shown = re.match(form, lines[place])
        if shown and _is_ours(shown, lines[pair.behind : place], field_at(modell, route, result.data)):
            return _filled(lines, pair, place, shown["erklaerung"] or "", gone)
        place += 1
    return _below_the_value_before(lines, pair)


def _pair_at(root: Any, route: Route, lines: list[str]) -> _Pair | None:
    """Return the pair at the end of a route; ``None`` for none, and for a list of groups, which nothing shows in one line."""
    key, node = None, root
    for step in route if root is not None else ():  # a text that has become too long cannot be read
        if isinstance(step, int):
            if isinstance(node.value, str) or step >= len(node.value):
                return None
            key, node = None, node.value[step]
        else:
            key, node = next((pair for pair in node.value if pair[0].value == step), (None, None))
        if node is None:
            return None
    if key is None or (is_block(node) and not is_mapping(node) and not isinstance(node.value[0].value, str)):
        return None
    mark = key.start_mark
    behind = last_line(node, Text(lines)) + 1
    return _Pair(key.value, mark.line, behind, mark.column, is_block(node) and is_mapping(node))


def _is_ours(shown: re.Match[str], above: Sequence[str], field: Any) -> bool:
    """Say whether a comment is one that fgk has written: for its dots, or because it explains the field as fgk does."""
    description = " ".join((field.description or "").split()) if field is not None else ""
    if shown["wert"].strip() == "…":
        return True
    if len(description) < _SURE and not shown["erklaerung"]:
        return False
    explained = (shown["erklaerung"] or "").strip().removeprefix("# ")
    before = " ".join(line.strip().removeprefix("# ") for line in above)
    return bool(description) and (explained.startswith(description) or description in before)


def _filled(lines: list[str], pair: _Pair, place: int, explanation: str, gone: list[str]) -> str:
    """Return the text with a pair in the place of a comment further down, and its explanation behind the key."""
    head = lines[pair.first]
    bare = head.rstrip("\r\n")
    moved = [f"{bare}{explanation}{head[len(bare) :]}", *lines[pair.first + 1 : pair.behind]]
    gone.append(lines[place].strip())
    after = place + 1
    while after < len(lines) and _is_inside(lines[after], pair.column, is_group=pair.is_group):
        gone.append(lines[after].strip())
        if pair.is_group:
            moved.append(_own_comment(lines[after], pair.column))
        after += 1
    return "".join([*lines[: pair.first], *lines[pair.behind : place], *moved, *lines[after:]])


def _is_inside(line: str, column: int, *, is_group: bool) -> bool:
    """Say whether a comment shows a part of the group that begins at this column, or an entry of a list."""
    start = f"{' ' * column}#   "
    return line.startswith(start) if is_group else line.rstrip() == f"{start}- …"


def _own_comment(line: str, column: int) -> str:
    """Return what showed a part of a group that was a comment as a comment in the group."""
    inner = line[column + 2 :]
    text = inner.lstrip(" ")
    indent = " " * (column + len(inner) - len(text))
    return f"{indent}{text}" if text.startswith("#") else f"{indent}# {text}"


def _below_the_value_before(lines: list[str], pair: _Pair) -> str:
    """Return the text with a pair behind comments that are further in: they show more of the value before it."""
    place = pair.behind
    while place < len(lines) and re.match(rf"[ ]{{{pair.column + 1},}}#", lines[place]):
        place += 1
    moved = lines[pair.first : pair.behind]
    return "".join([*lines[: pair.first], *lines[pair.behind : place], *moved, *lines[place:]])
