"""A YAML text in pieces: what belongs to which key or entry, so that pieces of two texts can be put together.

A piece is a pair of a mapping or an entry of a list, written in block style: its ``head`` are the lines of comments
before it, its ``body`` everything from its first sign to the end of its last line. Joined again in the same order,
pieces give the same text, byte by byte.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from fgk.plaindata import normal

_LONE_CR = re.compile("\r(?!\n)")


class NoPiecesError(Exception):
    """This text is written in a way that cannot be taken apart; its parts are merged as a whole."""


class Text(NamedTuple):
    """The lines of a text, each with its end."""

    lines: list[str]

    def cut(self, start: tuple[int, int], end: int) -> str:
        """Return what stands from a place (line and column) to the line before ``end``."""
        line, column = start
        return "".join(self.lines[line:end])[column:] if line < end else ""


class Piece(NamedTuple):
    """A pair or an entry: its text, its value in normal form, and what it takes to look inside."""

    head: str
    body: str
    data: Any
    text: Text
    node: Any
    start: tuple[int, int]
    end: int


class Group(NamedTuple):
    """All pieces of a mapping or a list. ``is_inline``: the first begins behind the dash of its entry."""

    prefix: str
    pieces: list[Piece]
    names: list[str] | None
    column: int
    is_inline: bool
    tail: str

    def named(self, names: Sequence[str]) -> dict[str, Piece]:
        """Return the pieces by these names."""
        return dict(zip(names, self.pieces, strict=True))

    def join(self, pieces: Iterable[Piece]) -> str:
        """Return the text of other pieces in the place of these; with its own pieces a group is as it was."""
        parts = [self.prefix]
        for number, piece in enumerate(pieces):
            if self.is_inline and number == 0:
                if piece.head.strip():
                    raise NoPiecesError
                parts.append(piece.body)
            else:
                parts.append(f"{piece.head}{' ' * self.column}{piece.body}")
        return "".join([*parts, self.tail])


def split(raw: str, root: Any, data: Any) -> Group:
    """Return the pieces of a whole file; raises ``NoPiecesError``."""
    if _LONE_CR.search(raw):  # an end of line for YAML, none for the lines below
        raise NoPiecesError
    text = Text([f"{line}\n" for line in raw.split("\n")])
    text.lines[-1] = text.lines[-1].removesuffix("\n")
    if root is None:
        return Group("", [], [], 0, is_inline=False, tail=raw)
    group = _group(text, root, normal(data), None)
    return group._replace(tail=text.cut((group.pieces[-1].end, 0), len(text.lines)))


def split_piece(piece: Piece) -> Group:
    """Return the pieces inside a piece; raises ``NoPiecesError``."""
    return _group(piece.text, piece.node, piece.data, piece.start)


def is_block(node: Any) -> bool:
    """Say whether a node is a mapping or list with a line for each of its parts."""
    return not isinstance(node.value, str) and not node.flow_style and bool(node.value)


def is_mapping(node: Any) -> bool:
    """Say whether a block node is a mapping, and not a list."""
    return isinstance(node.value[0], tuple)


def _group(text: Text, node: Any, data: Any, start: tuple[int, int] | None) -> Group:
    if not is_block(node):
        raise NoPiecesError
    parts = list(_parts(text, node, data))
    first = parts[0][1]
    is_inline = start is not None and first[0] == start[0]
    if start is None:
        prefix, before = "", 0
    elif is_inline:
        prefix, before = text.lines[first[0]][start[1] : first[1]], first[0]
    else:
        prefix, before = text.cut(start, start[0] + 1), start[0] + 1
    pieces: list[Piece] = []
    for _, place, inner, value in parts:
        stands_alone = not text.lines[place[0]][: place[1]].strip()
        if place[0] < before or not (stands_alone or (is_inline and not pieces)):
            raise NoPiecesError
        end = last_line(inner, text) + 1
        pieces.append(
            Piece(text.cut((before, 0), place[0]), text.cut(place, end), value, text, inner, place, end)
        )
        before = end
    names = [name for name, *_ in parts] if is_mapping(node) else None
    return Group(prefix, pieces, names, first[1], is_inline, tail="")


def _parts(text: Text, node: Any, data: Any) -> Iterator[tuple[str, tuple[int, int], Any, Any]]:
    """Yield name, place, node of the value and value of everything in a mapping or list."""
    if is_mapping(node):
        for key, value in node.value:
            if not isinstance(key.value, str):  # a list or a mapping as key, which is a fault but can be read
                raise NoPiecesError
            name = normal(key.value)
            inner = (data or {}).get(name)
            yield name, (key.start_mark.line, key.start_mark.column), value, inner
        return
    column = node.start_mark.column
    for number, item in enumerate(node.value):
        line = item.start_mark.line
        while text.lines[line][column : column + 1] != "-" or text.lines[line][:column].strip(" -"):
            line -= 1
        yield str(number), (line, column), item, data[number]


def last_line(node: Any, text: Text) -> int:
    """Return the last line that belongs to a node, counted from 0, without comments and empty lines behind it."""
    while is_block(node):
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    line: int = node.end_mark.line
    if getattr(node, "style", None) in ("|", ">"):  # ends where the next thing begins
        line -= node.end_mark.column == 0
        while line > node.start_mark.line and not text.lines[line].strip():
            line -= 1
    return line
