"""From PyYAML's marks (counted from 0) to our spans (counted from 1)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from fgk.positions import Span


def span_of(thing: Any) -> Span:
    """Return the span of a node or event."""
    start, end = thing.start_mark, thing.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def scalars(node: Any) -> Iterator[Any]:
    """Yield every key, text and number below ``node``, in the order of the file."""
    if isinstance(node.value, str):
        yield node
        return
    for item in node.value:
        for part in item if isinstance(item, tuple) else (item,):
            yield from scalars(part)


def quoted_spans(node: Any) -> Iterator[Span]:
    """Yield the extent of every quoted or block text below ``node``: there a # starts no comment."""
    for scalar in scalars(node):
        if scalar.style in ("|", ">"):  # a comment may follow the sign; the text begins on the next line
            yield span_of(scalar)._replace(line=scalar.start_mark.line + 2, column=1)
        elif scalar.style:
            yield span_of(scalar)


def is_quoted(line: int, column: int, texts: Sequence[Span]) -> bool:
    """Say whether a place lies in one of the texts that ``quoted_spans`` has found."""
    before = bisect_right(texts, (line, column), key=lambda text: text[:2])
    return before > 0 and (line, column) < texts[before - 1][2:]
