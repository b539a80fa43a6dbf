"""A text in pieces, and what it is to say: the text with only the pieces written anew whose data differ."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from pydantic import BaseModel

from fgk.editing.comments import Comment
from fgk.editing.emit import emit
from fgk.editing.model import is_same
from fgk.editing.pieces import (
    Group,
    NoPiecesError,
    Piece,
    is_block,
    is_mapping,
    last_line,
    split,
    split_piece,
)
from fgk.models.base import Datensatz
from fgk.models.felder import Route, known_keys
from fgk.plaindata import eindeutige_namen, normal
from fgk.reading.reader import ReadResult

_LAST = 10_000
#: the keys that every record may have
_SHARED = frozenset(Datensatz.model_fields)


class _Frame(NamedTuple):
    """Where in the record we are, and what holds for all of it."""

    route: Route
    modell: type[BaseModel]
    data: Any
    newline: str
    comments: Sequence[Comment]

    def at(self, step: str | int) -> "_Frame":
        """Return the frame one step further in."""
        return self._replace(route=(*self.route, step))


def rewritten(
    text: str, before: ReadResult, data: Any, modell: type[BaseModel], comments: Sequence[Comment]
) -> str:
    """Return the text of a record that holds other data; raises ``NoPiecesError``."""
    newline = "\r\n" if "\r\n" in text else "\n"
    frame = _Frame((), modell, data, newline, comments)
    return _group(split(text, before.root, before.data), data, frame)


def _group(group: Group, data: Any, frame: _Frame) -> str:
    """Return the text of a mapping or list that holds other data."""
    if isinstance(data, Mapping) and group.names is not None:
        pieces, rest = _pairs(group, {normal(name): value for name, value in data.items()}, frame)
    elif isinstance(data, list) and group.names is None:
        pieces, rest = _settled(group, _entries(group, data, frame), frame)
    else:
        raise NoPiecesError
    ended = [_ended(piece, frame.newline) for piece in pieces[:-1]] + pieces[-1:]
    if rest or (group.tail and ended[-1].body not in [piece.body for piece in group.pieces]):
        ended[-1] = _ended(ended[-1], frame.newline)
    return group._replace(tail=rest or group.tail).join(ended)


def _ended(piece: Piece, newline: str) -> Piece:
    """Return a piece that ends its line, as the last of a file may not."""
    return piece if piece.body.endswith("\n") else piece._replace(body=piece.body + newline)


def _pairs(group: Group, data: Mapping[str, Any], frame: _Frame) -> tuple[list[Piece], str]:
    old = group.named(group.names or [])
    kept: list[tuple[Piece, Piece | None]] = []
    names: list[str] = []
    for name, piece in old.items():
        is_gone = name not in data or (_is_empty(data[name]) and not _is_empty(piece.data))
        kept.append((piece, None if is_gone else _with(piece, data[name], frame.at(name))))
        names += [] if is_gone else [name]
    pieces, rest = _settled(group, kept, frame)
    order = _order(frame)
    for name, value in data.items():
        if name not in names and not _is_empty(value):
            new = _new(emit({name: value}, group.column), group, frame)
            place = _place(name, names, order) or int(group.is_inline)
            if place == 0 and not frame.route:  # what stands at the top of a file is about all of it
                new, pieces[0] = new._replace(head=pieces[0].head), pieces[0]._replace(head="")
            pieces.insert(place, new)
            names.insert(place, name)
    return pieces, rest


def _order(frame: _Frame) -> dict[str, int]:
    """Return where the keys of a group come; what all records have comes last, though their models begin with it."""
    names = known_keys(frame.modell, frame.route, frame.data)
    return {
        name: place
        for place, name in enumerate(sorted(names, key=lambda name: not frame.route and name in _SHARED))
    }


def _place(name: str, names: Sequence[str], order: Mapping[str, int]) -> int:
    """Return the place of a new key: right behind the one that comes next before it; at the end where none comes later."""
    mine = order.get(name, _LAST)
    if name not in _SHARED and all(order.get(other, -1) < mine for other in names if other not in _SHARED):
        return len(names)
    before = [
        (order.get(other, -1), place) for place, other in enumerate(names) if order.get(other, -1) < mine
    ]
    return max(before)[1] + 1 if before else 0


def _entries(group: Group, data: list[Any], frame: _Frame) -> list[tuple[Piece | None, Piece | None]]:
    old, wanted = [piece.data for piece in group.pieces], normal(data)
    names = eindeutige_namen(old, wanted) or [[repr(value) for value in values] for values in (old, wanted)]
    result: list[tuple[Piece | None, Piece | None]] = []
    for kind, a, b, c, d in SequenceMatcher(None, names[0], names[1], autojunk=False).get_opcodes():
        if kind == "equal" or b - a == d - c:
            both = zip(group.pieces[a:b], range(c, d), strict=True)
            result += [(piece, _with(piece, data[n], frame.at(n))) for piece, n in both]
        else:
            result += [(piece, None) for piece in group.pieces[a:b]]
            result += [(None, _new_entry(group, value, frame)) for value in data[c:d]]
    return result


def _settled(
    group: Group, changes: Sequence[tuple[Piece | None, Piece | None]], frame: _Frame
) -> tuple[list[Piece], str]:
    """Return the pieces that stay, and what comes behind them; comments of what has gone stand at its place."""
    pieces: list[Piece] = []
    waiting = ""
    for old, new in changes:
        if new is not None:
            pieces.append(new._replace(head=waiting + new.head))
            waiting = ""
        elif old is not None:
            waiting += old.head + "".join(
                f"{' ' * group.column}{comment.text}{frame.newline}"
                for comment in frame.comments
                if old.start[0] <= comment.line < old.end
            )
    if not pieces:
        raise NoPiecesError
    return pieces, waiting + group.tail if waiting else ""


def _new_entry(group: Group, value: Any, frame: _Frame) -> Piece:
    if not isinstance(value, Mapping):
        first, *more = emit({"x": value}, group.column)
        return _new([f"{' ' * group.column}-{first[group.column + 2 :]}", *more], group, frame)
    first, *more = list(emit(value, group.column + 2)) or ["{}"]
    return _new([f"{' ' * group.column}- {first.lstrip()}", *more], group, frame)


def _new(lines: Iterator[str] | list[str], group: Group, frame: _Frame) -> Piece:
    body = "".join(line + frame.newline for line in lines)[group.column :]
    return group.pieces[0]._replace(head="", body=body)


def _with(piece: Piece, value: Any, frame: _Frame) -> Piece:
    """Return a piece with another value."""
    if is_same(piece.data, normal(value)) or (_is_empty(piece.data) and _is_empty(value)):
        return piece
    if is_block(piece.node):
        if isinstance(value, Mapping) != is_mapping(piece.node):
            raise NoPiecesError
        return piece._replace(body=_group(split_piece(piece), value, frame))
    return piece._replace(body=_with_value(piece, value, frame))


def _with_value(piece: Piece, value: Any, frame: _Frame) -> str:
    """Return the text of a piece whose value is written anew; a comment behind it stays."""
    start, end = _extent(piece)
    rest = piece.body[end:]
    comment = rest.rstrip("\r\n")
    line_end = rest[len(comment) :]
    if getattr(piece.node, "style", None) in ("|", ">"):  # a comment may stand behind the sign
        sign = piece.body[start:end].partition("\n")[0].rstrip("\r")
        comment = sign[sign.index(" ") :] if " " in sign else ""
    column = piece.start[1]
    first, *more = emit({"x": value}, column)
    lines = [piece.body[:start].rstrip() + first[column + 2 :] + comment, *more]
    return frame.newline.join(lines) + line_end


def _extent(piece: Piece) -> tuple[int, int]:
    """Return where in the piece's body its value begins and ends."""
    node = piece.node
    start = _offset(piece, node.start_mark.line, node.start_mark.column)
    if getattr(node, "style", None) not in ("|", ">"):
        return start, _offset(piece, node.end_mark.line, node.end_mark.column)
    last = last_line(node, piece.text)
    return start, _offset(piece, last, len(piece.text.lines[last].rstrip("\r\n")))


def _offset(piece: Piece, line: int, column: int) -> int:
    first = piece.start[0]
    lines = piece.text.lines[first:line]
    return sum(map(len, lines)) + column - piece.start[1]


def _is_empty(value: Any) -> bool:
    return normal(value) in (None, [], {})
