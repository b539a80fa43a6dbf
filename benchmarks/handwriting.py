"""Data -> YAML as a careful person writes it: comments, folded texts, quotes only where they are needed."""

import re
from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from typing import Any, NamedTuple

_WIDTH = 96
_PLAIN = re.compile(r"[^\W\d_](?!.*(?:: | #))[^\n]*[^:\s]\Z")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off"}
_SHORT = re.compile(r"[A-Za-z][\w.-]*\Z")


class Remark(NamedTuple):
    """A value with a comment behind it on its line."""

    value: Any
    comment: str


def write(data: dict[str, Any]) -> str:
    """Return the YAML text; a key that starts with # becomes a comment line."""
    return "\n".join(_mapping(data, "")) + "\n"


def _mapping(data: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        if key.startswith("#"):
            yield f"{indent}# {value}"
        else:
            yield from _entry(f"{indent}{key}:", value, indent + "  ")


def _entry(start: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Remark):
        yield f"{start} {_scalar(value.value)}  # {value.comment}"
    elif isinstance(value, dict):
        yield start
        yield from _mapping(value, indent)
    elif isinstance(value, list) and not all(isinstance(item, str) and _SHORT.match(item) for item in value):
        yield start
        for item in value:
            yield from _item(item, indent)
    elif isinstance(value, list):
        yield f"{start} [{', '.join(value)}]"
    elif isinstance(value, str) and ("\n" in value or len(start) + len(value) > _WIDTH):
        yield from _long(start, value, indent)
    else:
        yield f"{start} {_scalar(value)}"


def _item(item: Any, indent: str) -> Iterator[str]:
    if not isinstance(item, dict):
        yield from _entry(f"{indent}-", item, indent + "  ")
        return
    lines = _mapping(item, indent + "  ")
    yield f"{indent}- {next(lines).lstrip()}"
    yield from lines


def _long(start: str, value: str, indent: str) -> Iterator[str]:
    """A paragraph folded (>-), several as they stand (|-)."""
    yield f"{start} {'|-' if chr(10) in value else '>-'}"
    for number, paragraph in enumerate(value.split("\n\n")):
        if number:
            yield ""
        yield from (indent + line for line in wrap(paragraph, _WIDTH - len(indent), break_on_hyphens=False))


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float, date)):
        return str(value)
    if _PLAIN.match(value) and value.lower() not in _WORDS:
        return str(value)
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
