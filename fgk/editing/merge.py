"""Merge two states of a record into one text: fields by their keys, with comments, and every other byte as it was.

The data are merged first (``model``); then the text is put together from whole pieces of the three texts, and read
again: only a text that says what the model says, and has lost no comment, is a merge.
"""

import re
from collections import Counter
from contextlib import suppress
from typing import Any, NamedTuple

from fgk.editing.model import Conflict, is_same, merge_data, order
from fgk.editing.pieces import Group, NoPiecesError, Piece, is_block, is_mapping, split, split_piece
from fgk.plaindata import eindeutige_namen, normal
from fgk.reading.reader import ReadResult, read_yaml

_COMMENT = re.compile(r"(?:^|[ \t])(#.*)$", re.MULTILINE)
#: with these faults a part of the file is missing from its data
_LOSS = frozenset({"FGK004", "FGK005", "FGK008"})


class Merge(NamedTuple):
    """What came out: a text, or the conflicts, or neither, where the texts cannot be put together by fields.

    ``data`` is what the merge must come to, ``None`` where nobody can say.
    """

    text: bytes | None
    conflicts: list[Conflict]
    data: Any


def merge(base: bytes, ours: bytes, theirs: bytes) -> Merge:
    """Merge the bytes of three files; an empty base stands for a file that both sides have made."""
    results = [read_yaml(raw) for raw in (base, ours, theirs)]
    if not all(map(_is_usable, results)):
        return Merge(None, [], None)
    b, o, t = (normal(result.data) for result in results)
    data, conflicts = (
        (o, [Conflict((), None, o, t)]) if b is None and not is_same(o, t) else merge_data(b, o, t)
    )
    if conflicts:
        return Merge(None, conflicts, None)
    data = data or {}
    try:
        groups = [
            split(raw.decode(), result.root, result.data)
            for raw, result in zip((base, ours, theirs), results, strict=True)
        ]
        text = _merge_groups(*groups)
    except (NoPiecesError, UnicodeDecodeError):
        return Merge(None, [], data)
    is_right = says(text.encode(), data) and _keeps_comments(
        text, *(raw.decode() for raw in (base, ours, theirs))
    )
    return Merge(text.encode() if is_right else None, [], data)


def says(raw: bytes, data: Any) -> bool:
    """Say whether a file can be read and holds these data."""
    result = read_yaml(raw)
    return _is_usable(result) and is_same(normal(result.data) or {}, data)


def is_whole(result: ReadResult) -> bool:
    """Say whether a file could be read, and all that it says is in its data."""
    has_lost = any(fault.code in _LOSS for fault in result.faults)
    return result.is_readable and not has_lost and isinstance(result.data, dict | None)


def _is_usable(result: ReadResult) -> bool:
    return is_whole(result) and not any(fault.code == "FGK020" for fault in result.faults)


def _merge_groups(base: Group | None, ours: Group, theirs: Group) -> str:
    groups = [
        base or Group("", [], None if ours.names is None else [], 0, is_inline=False, tail=""),
        ours,
        theirs,
    ]
    keys = [group.names for group in groups if group.names is not None]
    found = keys or eindeutige_namen(*([piece.data for piece in group.pieces] for group in groups))
    if found is None:
        raise NoPiecesError
    b, o, t = (group.named(names) for group, names in zip(groups, found, strict=True))
    shift = ours.column - theirs.column
    merged = [_merge_piece(b.get(name), o.get(name), t.get(name), shift) for name in order(*found)]
    frame = ours._replace(
        prefix=_three(base and base.prefix, ours.prefix, theirs.prefix),
        tail=_three(base and base.tail, ours.tail, theirs.tail),
    )
    return frame.join(piece for piece in merged if piece is not None)


def _merge_piece(base: Piece | None, ours: Piece | None, theirs: Piece | None, shift: int) -> Piece | None:
    """Return the merge of a pair or entry, ``None`` where it has gone; ``shift`` takes theirs to our column."""
    if ours is None or theirs is None:
        there = ours or (theirs and _shifted(theirs, shift))
        was_empty = base is None or (base.data is None and there is not None and there.data is not None)
        return there if was_empty else None
    head = _three(base and base.head, ours.head, theirs.head)
    body = _merge_body(base, ours, theirs, shift)
    return ours._replace(head=head, body=body)


def _merge_body(base: Piece | None, ours: Piece, theirs: Piece, shift: int) -> str:
    if ours.body == theirs.body or (base and base.body == theirs.body):
        return ours.body
    if base and base.body == ours.body:
        return _shifted(theirs, shift).body
    pieces = [ours, theirs] if base is None else [base, ours, theirs]
    if all(is_block(piece.node) for piece in pieces) and len({is_mapping(p.node) for p in pieces}) == 1:
        with suppress(NoPiecesError):
            return _merge_groups(base and split_piece(base), split_piece(ours), split_piece(theirs))
    if base and is_same(base.data, ours.data) and not is_same(ours.data, theirs.data):
        return _shifted(theirs, shift).body
    if is_same(ours.data, theirs.data) or (base and is_same(base.data, theirs.data)):
        return ours.body
    raise NoPiecesError


def _three(base: str | None, ours: str, theirs: str) -> str:
    """Merge comments, which are no data: the side that has changed them wins; empty lines count for nothing."""
    if ours == theirs or theirs.strip() == (base or "").strip():
        return ours
    if ours.strip() == (base or "").strip():
        return theirs
    raise NoPiecesError


def _shifted(piece: Piece, columns: int) -> Piece:
    """Return a piece moved to the right or left, where it stood at another column."""
    if columns == 0:
        return piece
    first, *rest = piece.body.splitlines(keepends=True)
    if any(line.strip() and len(line) - len(line.lstrip(" ")) < -columns for line in rest):
        raise NoPiecesError
    moved = [" " * columns + line if columns > 0 else line[-columns:] for line in rest]
    return piece._replace(
        body="".join([first, *(m if o.strip() else o for m, o in zip(moved, rest, strict=True))])
    )


def _keeps_comments(text: str, base: str, ours: str, theirs: str) -> bool:
    """Say whether every comment is there that one side has added or none has taken away."""
    now, before, o, t = (
        Counter(map(str.strip, _COMMENT.findall(part))) for part in (text, base, ours, theirs)
    )
    for comment in o.keys() | t.keys():
        was, here, there = before[comment], o[comment], t[comment]
        wanted = max(here, there) if min(here, there) >= was else here + there - was
        if now[comment] < wanted:
            return False
    return True
