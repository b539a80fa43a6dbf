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


class TextOutput:
    """Formats diagnostics for a terminal or file of ``width`` columns."""

    def __init__(self, *, width: int, color: bool) -> None:
        self.width = max(width, _MIN_WIDTH)
        self._color = color

    def format(self, diagnostic: Diagnostic) -> str:
        """Return one diagnostic as lines of text, without a newline at the end."""
        return "\n".join(self._lines(diagnostic))

    def _lines(self, diagnostic: Diagnostic) -> Iterator[str]:
        span = diagnostic.span
        place = f"{diagnostic.path}:{span.line}:{span.column}:"
        word = _WORDS[diagnostic.severity]
        color = _COLORS[diagnostic.severity]
        head = f"{place} {diagnostic.code} {word}: {diagnostic.was}"
        colored = (
            f"{self._paint('1', place)} {self._paint(color, f'{diagnostic.code} {word}:')} {diagnostic.was}"
        )
        if len(head) <= self.width:
            yield colored
        else:
            yield f"{self._paint('1', place)} {self._paint(color, f'{diagnostic.code} {word}:')}"
            yield from self._wrap(diagnostic.was, "  ")
        yield from self._frame(diagnostic, color)
        yield from self._wrap(diagnostic.tun, "  → ", "    ")

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
            text = _clip(line, shift, room)
            yield f"{'>' if marked else ' '} {number:>{gutter}} │ {text}".rstrip()
            if marked:
                start = _cells(line[shift : span.column - 1]) + (1 if shift else 0)
                end = span.end_column - 1 if span.end_line == span.line else len(line)
                length = max(1, min(_cells(line[span.column - 1 : end]), room - start))
                yield f"  {' ' * gutter} │ {' ' * start}{self._paint(color, '^' * length)}"

    def _paint(self, color: str, text: str) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if self._color else text


def _printable(line: str) -> str:
    """Replace what would move the cursor: control characters, and tabs so that the mark fits."""
    return "".join(c if c.isprintable() else (" " if c == "\t" else "\ufffd") for c in line)


def _shift(line: str, column: int, room: int) -> int:
    return 0 if column < room - 10 or len(line) <= room else max(0, column - room // 2)


def _clip(line: str, shift: int, room: int) -> str:
    text = ("…" if shift else "") + line[shift:]
    if _cells(text) <= room:
        return text
    while _cells(text) > room - 1:
        text = text[:-1]
    return text + "…"


def _cells(text: str) -> int:
    """Return how many columns a terminal needs: wide characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
