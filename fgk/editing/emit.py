"""Plain data -> lines of YAML as the house writes it: block style, short lists in brackets, quotes only where needed."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from textwrap import wrap
from typing import Any

WIDTH = 100
#: what every YAML reader takes for the same text without quotation marks
_PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß](?:[\w./()+-]|:(?=\w)| (?=[\w(])|,(?= )|[.;](?= \w))*\Z")
_KEY = re.compile(r"[A-Za-z][\w.-]*\Z")
#: words that some reader takes for something else
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
#: lines of a text that a block under ``|-`` or ``>-`` holds as they are
_LINES = re.compile(
    r"[^\s\x00-\x1f\x7f-\xa0\ufeff\u2028\u2029]"
    r"(?:[^\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029]*[^\s\x00-\x1f\x7f-\xa0\ufeff\u2028\u2029])?\Z"
)


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
            yield from _value(f"{margin}{name}:", value, indent)


def _value(head: str, value: Any, indent: int) -> Iterator[str]:
    """Yield a text, number or date behind its key or dash; a long text as a block under it."""
    line = f"{head} {_scalar(value)}"
    if not isinstance(value, str) or isinstance(value, Quoted) or (len(line) <= WIDTH and "\n" not in value):
        yield line
        return
    folded = wrap(value, WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
    if " " in value and "\n" not in value and " ".join(folded) == value and _LINES.match(value):
        yield f"{head} >-"
        yield from (f"{' ' * (indent + 2)}{part}" for part in folded)
    elif all(_LINES.match(part) or not part for part in value.split("\n")) and value[0] != "\n" != value[-1]:
        yield f"{head} |-"
        yield from (f"{' ' * (indent + 2)}{part}" if part else "" for part in value.split("\n"))
    else:
        yield line


def _list(head: str, values: Sequence[Any], indent: int) -> Iterator[str]:
    if not any(isinstance(value, Mapping) or " " in str(value) for value in values):
        yield from in_brackets(head, [_scalar(value) for value in values], indent)
        return
    yield head
    for value in values:
        if isinstance(value, Mapping):
            first, *others = list(emit(value, indent + 4)) or ["{}"]  # an entry whose last value has gone
            yield f"{' ' * (indent + 2)}- {first.lstrip()}"
            yield from others
        else:
            yield from _value(f"{' ' * (indent + 2)}-", value, indent + 2)


def in_brackets(head: str, words: Sequence[str], indent: int) -> Iterator[str]:
    """Yield a list in brackets, over several lines where it is long; no word is broken."""
    line = f"{head} ["
    for place, word in enumerate(words):
        end = "]" if place == len(words) - 1 else ","
        gap = "" if line.endswith("[") else " "
        if len(line) + len(gap + word + end) > WIDTH and not line.endswith("["):
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
    """Return a text in quotation marks; what JSON writes is YAML too, but for signs that end a line or are invisible."""
    return re.sub(
        r"[\x7f-\x9f\ufeff\u2028\u2029]",
        lambda sign: f"\\u{ord(sign[0]):04x}",
        json.dumps(text, ensure_ascii=False),
    )
