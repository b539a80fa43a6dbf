"""Plain data -> lines of YAML as the house writes it: block style, short lists in brackets, quotes only where needed."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

_WIDTH = 100
#: what every YAML reader takes for the same text without quotation marks
_PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß](?:[\w./()+-]|:(?=\w)| (?=[\w(]))*\Z")
_KEY = re.compile(r"[A-Za-z][\w.-]*\Z")
#: words that some reader takes for something else
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


class Quoted(str):
    """A text that always stands in quotation marks, so that all of its kind look alike."""

    __slots__ = ()


def emit(data: Mapping[str, Any], indent: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping of texts, numbers, dates, lists and mappings; nothing for what is ``None``."""
    margin = " " * indent
    for key, value in data.items():
        name = key if _KEY.match(key) else _quoted(key)
        if isinstance(value, Mapping):
            yield f"{margin}{name}:"
            yield from emit(value, indent + 2)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield from _list(f"{margin}{name}:", value, indent)
        elif value is not None:
            yield f"{margin}{name}: {_scalar(value)}"


def _list(head: str, values: Sequence[Any], indent: int) -> Iterator[str]:
    if not any(isinstance(value, Mapping) for value in values):
        yield from _in_brackets(head, [_scalar(value) for value in values], indent)
        return
    yield head
    for value in values:
        first, *others = emit(value, indent + 4)
        yield f"{' ' * (indent + 2)}- {first.lstrip()}"
        yield from others


def _in_brackets(head: str, words: Sequence[str], indent: int) -> Iterator[str]:
    """Yield a list in brackets, over several lines where it is long; no word is broken."""
    line = f"{head} ["
    for place, word in enumerate(words):
        end = "]" if place == len(words) - 1 else ","
        gap = "" if line.endswith("[") else " "
        if len(line) + len(gap + word + end) > _WIDTH and not line.endswith("["):
            yield line
            line, gap = " " * (indent + 2), ""
        line += gap + word + end
    yield line if words else f"{head} []"


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    is_plain = not isinstance(value, Quoted) and _PLAIN.match(text) and text.lower() not in _WORDS
    return text if is_plain else _quoted(text)


def _quoted(text: str) -> str:
    """Return a text in quotation marks; what JSON writes is YAML too."""
    return json.dumps(text, ensure_ascii=False)
