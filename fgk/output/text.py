"""Diagnostics as text: ``datei:zeile:spalte: FGK201 …``, a frame of the YAML, what to do.

Plain strings with ANSI colours only where wanted: the output of a clean run must not pay for importing
a library, and what is printed must look the same in a log as on a screen.
"""

import textwrap
import unicodedata
from collections.abc import Iterator

from fgk.diagnostic import Diagnostic, Severity

_WORDS = {Severity.FEHLER: "Fehler", Severity.WARNUNG: "Warnung", Severity.HINWEIS: "Hinweis"}
_COLORS = {Severity.FEHLER: "31;1", Severity.WARNUNG: "33;1", Severity.HINWEIS: "36;1"}
_MIN_WIDTH = 40
_NO_CELL = frozenset({"Mn", "Me", "Cf"})


class TextOutput:
    """Formats diagnostics for a terminal or file of ``width`` columns."""

    def __init__(self, *, width: int, color: bool) -> None:
        self.width = max(width, _MIN_WIDTH)
        self._color = color

    def format(self, diagnostic: Diagnostic) -> str:
        """Return one diagnostic as lines of text, without a newline at the end."""
        return "\n".join(self._lines(diagnostic))

    def _lines(self, diagnostic: Diagnostic) -> Iterator[str]:
        span, color = diagnostic.span, _COLORS[diagnostic.severity]
        place = _printable(f"{diagnostic.path}:{span.line}:{span.column}:")
        kind = f"{diagnostic.code} {_WORDS[diagnostic.severity]}:"
        was = _printable(diagnostic.was)
        bold, colored = self._paint("1", place), self._paint(color, kind)
        if len(place) + len(kind) + len(was) + 2 <= self.width:
            yield f"{bold} {colored} {was}"
        else:
            # place and code stay together however long the path: editors and grep look for them
            yield f"{bold} {colored}"
            yield from self._wrap(was, "  ")
        yield from self._frame(diagnostic, color)
        yield from self._wrap(_printable(diagnostic.tun), "  → ", "    ")

    def _wrap(self, text: str, first: str, rest: str | None = None) -> list[str]:
        return textwrap.wrap(
            text,
            self.width,
            initial_indent=first,
            subsequent_indent=first if rest is None else rest,
            break_on_hyphens=False,
        )

    def _frame(self, diagnostic: Diagnostic, color: str) -> Iterator[str]:
        span = diagnostic.span
        last = diagnostic.erste_zeile + len(diagnostic.zeilen) - 1
        gutter = len(str(last))
        room = self.width - gutter - 5
        for offset, raw in enumerate(diagnostic.zeilen):
            number = diagnostic.erste_zeile + offset
            line = _printable(raw)
            marked = number == span.line
            shift = _shift(line, span.column - 1, room) if marked else 0
            text = _clip("…" + line[shift:] if shift else line, room)
            yield f"{'>' if marked else ' '} {number:>{gutter}} │ {text}".rstrip()
            if marked:
                start = _cells(line[shift : span.column - 1]) + (1 if shift else 0)
                end = span.end_column - 1 if span.end_line == span.line else len(line)
                length = max(1, min(_cells(line[span.column - 1 : end]), room - start))
                yield f"  {' ' * gutter} │ {' ' * start}{self._paint(color, '^' * length)}"

    def _paint(self, color: str, text: str) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if self._color else text


def _printable(line: str) -> str:
    """Replace what would move the cursor: control characters, and other blanks so that the mark fits."""
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() else (" " if c.isspace() else "\ufffd") for c in line)


def _shift(line: str, column: int, room: int) -> int:
    """Return how many characters to leave out at the beginning, so that the mark at ``column`` shows."""
    if _cells(line[:column]) < room - 10 or (column < len(line) and _cells(line) <= room):
        return 0
    shift, before = column, room // 2
    while shift > 0 and before > 0:
        shift -= 1
        before -= _cells(line[shift])
    return shift


def _clip(text: str, room: int) -> str:
    """Return as much of a text as fits into ``room`` columns, with a sign where more follows."""
    used = 0
    for index, character in enumerate(text):
        used += _cells(character)
        if used > room:
            kept = text[:index]
            while _cells(kept) > room - 1:
                kept = kept[:-1]
            return kept + "…"
    return text


def _cells(text: str) -> int:
    """Return how many columns a terminal needs: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(c) in _NO_CELL else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
