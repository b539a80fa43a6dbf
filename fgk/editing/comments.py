"""Where the comments of a YAML text are: what an edit must never lose."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from fgk.reading.marks import is_quoted, quoted_spans

_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")


class Comment(NamedTuple):
    """A comment: line and column counted from 0, and its text from the number sign on."""

    line: int
    column: int
    text: str


def comments_in(text: str, root: Any) -> Iterator[Comment]:
    """Yield every comment of a text, of which ``root`` is the node; a # inside a quoted text is none."""
    quoted = [] if root is None else list(quoted_spans(root))
    for number, line in enumerate(text.split("\n")):
        for match in _SIGN.finditer(line):
            if not is_quoted(number + 1, match.start() + 1, quoted):
                yield Comment(number, match.start(), line[match.start() :].rstrip())
                break
