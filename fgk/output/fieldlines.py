"""A record as one sorted line a field: what git compares, so that ways of writing it make no difference.

    massnahmen.M-1.1.1.status: umgesetzt

The same content always gives the same lines. A file that has no such form is
handed on as it is, behind a line that says why: what cannot be read must not look unchanged.
"""

import json
from datetime import date
from typing import Any

from fgk.plaindata import unterschiede
from fgk.reading.fault import Fault
from fgk.reading.reader import read_yaml
from fgk.reading.scalars import NoSuchDayError, resolve

_SPACES = "\u00a0\u2009\u202f"
#: stands for the end of a line inside a text
ZEILENENDE = "⏎"
#: no reason by itself, but it may stand before one
_HINWEIS = frozenset({"FGK020"})
#: with these faults a part of the file is missing from its data
_VERLUST = frozenset({"FGK004", "FGK005", "FGK008"})


def field_lines(raw: bytes) -> bytes:
    """Return the bytes of a YAML file as sorted lines, or as they are behind a line that says why."""
    result = read_yaml(raw)
    serious = (
        f for f in result.faults if f.code in _VERLUST or not (result.is_readable or f.code in _HINWEIS)
    )
    reason = next(serious, None)
    if reason is not None:
        return _as_it_is(raw, f"{_place(reason)}{reason.was}")
    if result.data is None:
        return b""
    if not isinstance(result.data, dict):
        return _as_it_is(raw, "Sie besteht nicht aus Schlüsseln und Werten.")
    lines = sorted((u.pfad, _value(u.nachher)) for u in unterschiede(None, result.data))
    return "".join(f"{_escaped('.'.join(path))}: {value}\n" for path, value in lines).encode()


def _place(fault: Fault) -> str:
    return f"Zeile {fault.span.line}: "


def _as_it_is(raw: bytes, reason: str) -> bytes:
    return f"# fgk kann diese Datei nicht feldweise zeigen. {reason}\n".encode() + raw


def _value(value: Any) -> str:
    """Return a value on one line; what could be taken for something else is put in quotes."""
    if isinstance(value, list):
        return f"[{', '.join(sorted(map(_quoted, value)))}]"  # their order is no content, as in plaindata
    if not isinstance(value, str):
        return _quoted(value)
    is_plain = value == value.strip() and ZEILENENDE not in value and _reads_as_text(value)
    line = value.replace("\n", f" {ZEILENENDE} ")
    return line if is_plain and line == _escaped(line) else _quoted(value)


def _reads_as_text(text: str) -> bool:
    """Say whether a text without quotes would still be one; a day is the same content as its text."""
    try:
        return isinstance(resolve(text), str | date)
    except NoSuchDayError:
        return True


def _quoted(value: Any) -> str:
    return _escaped(json.dumps(value, ensure_ascii=False, sort_keys=True))


def one_line(text: str, longest: int = 100) -> str:
    """Return a text for a sentence of one line, shortened."""
    line = _escaped(text.replace("\n", f" {ZEILENENDE} "))
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _escaped(line: str) -> str:
    """Write out what a terminal would obey or nobody sees. Protected spaces may stay."""
    return "".join(sign if sign.isprintable() or sign in _SPACES else f"\\u{ord(sign):04x}" for sign in line)
