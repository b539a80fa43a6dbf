"""Put a new key at the end of a record; every byte before it stays."""

from collections.abc import Mapping
from typing import Any

from fgk.editing.emit import emit
from fgk.errors import FgkError
from fgk.plaindata import normal
from fgk.reading.marks import span_of
from fgk.reading.reader import read_yaml


def append_key(raw: bytes, key: str, value: Mapping[str, Any]) -> bytes:
    """Return a file with one more key, in its own kind of line ends and its own indentation.

    What comes out is read again: it must hold the old data and the key, and nothing else. Raises ``FgkError`` where
    that cannot be, as in a file written in braces.
    """
    before = read_yaml(raw)
    if before.root is None or not isinstance(before.data, dict) or getattr(before.root, "flow_style", False):
        raise _cannot_append("Sie ist in geschweiften Klammern geschrieben oder enthält keinen Datensatz.")
    newline = _line_end(raw)
    indent = span_of(before.root).column - 1
    head = b"" if raw.endswith((b"\n", b"\r")) else newline
    text = "".join(line + newline.decode() for line in emit({key: value}, indent))
    after = raw + head + text.encode()
    result = read_yaml(after)
    if not isinstance(result.data, dict) or normal(result.data) != normal({**before.data, key: value}):
        raise _cannot_append("Was dabei herauskäme, enthielte nicht mehr dasselbe wie vorher.")
    return after


def _line_end(raw: bytes) -> bytes:
    if b"\r\n" in raw:
        return b"\r\n"
    return b"\r" if b"\r" in raw and b"\n" not in raw else b"\n"


def _cannot_append(why: str) -> FgkError:
    return FgkError(
        f"Die Datei lässt sich nicht ergänzen. {why}",
        "Schreiben Sie sie so um, dass jeder Schlüssel in einer eigenen Zeile am Zeilenanfang steht.",
    )
