"""Inline ignores: ``# fgk: ignore FGK112 – Grund`` at the end of a line, or on the line above."""

import re
from typing import Any

from fgk.akte import Ausnahme
from fgk.positions import Span
from fgk.reading.marks import is_quoted, quoted_spans

_IGNORE = re.compile(r"(?:^|\s)#\s*fgk:\s*ignore\b[ :]*(?P<codes>(?:FGK\d{3}[ ,]*)*)[-–—:\s]*(?P<grund>.*)$")


def find_ignores(path: str, raw: bytes, root: Any) -> list[Ausnahme]:
    """Return the ignores of one file. What looks like one inside a text is text."""
    lines = raw.decode("utf-8-sig").splitlines()
    texts = list(quoted_spans(root))
    found = []
    for number, line in enumerate(lines, start=1):
        match = _IGNORE.search(line)
        if match is None or is_quoted(number, match.start() + 1, texts):
            continue
        column = line.index("#", match.start()) + 1
        own_line = not line[: column - 1].strip()
        codes = tuple(re.findall(r"FGK\d{3}", match["codes"]))
        span = Span(number, column, number, len(line) + 1)
        target = _next_content(lines, number) if own_line else number
        found.append(Ausnahme(path, span, target, codes, match["grund"].strip()))
    return found


def _next_content(lines: list[str], number: int) -> int:
    for index in range(number, len(lines)):
        text = lines[index].strip()
        if text and not text.startswith("#"):
            return index + 1
    return number
