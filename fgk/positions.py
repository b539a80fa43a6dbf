"""A place in a text file. Lines and columns count from 1, columns in code points."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text; the end is the first place behind it."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
