"""The text of a help: paragraphs that wrap at any width, and every example on a line of its own, ready to be copied.

Docstrings hold it in one piece: ``Beispiele: „fgk validate“ im Ordner der Akte, „fgk rule FGK112“. …``.
"""

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import NamedTuple

from fgk.output.umbruch import umbrochen

_BEGINNING = re.compile(r"Beispiele?: (?=„fgk)")
#: a command in quotation marks, what is said of it, and whether another one follows
_EXAMPLE = re.compile(r"„(?P<befehl>fgk[^“]*)“(?P<wozu>.*?)(?P<ende>, (?=„fgk)|\.(?: |$)|$)")
_RESULT = re.compile(r" (?=Ergebnis(?: mit \S+)?: )")

#: left and right of the text of a help
_MARGINS = 2


class Example(NamedTuple):
    """One call of fgk, and what it is for."""

    befehl: str
    wozu: str


class Hilfe(NamedTuple):
    """A docstring taken apart."""

    absaetze: list[str]
    beispiele: list[Example]


def read_docstring(docstring: str) -> Hilfe:
    """Take a docstring apart: what a command does in paragraphs, and its examples."""
    absaetze: list[str] = []
    beispiele: list[Example] = []
    for block in cleandoc(docstring).split("\n\n"):
        text = " ".join(block.split())
        beginning = _BEGINNING.search(text)
        if beginning:
            found = list(_examples(text, beginning.end()))
            beispiele += [Example(match["befehl"], match["wozu"].strip()) for match in found]
            text = f"{text[: beginning.start()]}{text[found[-1].end() :]}"
        absaetze += [part.strip() for part in _RESULT.split(f" {text}") if part.strip()]
    return Hilfe(absaetze, beispiele)


def _examples(text: str, start: int) -> Iterator[re.Match[str]]:
    while match := _EXAMPLE.match(text, start):
        yield match
        if not match["ende"].startswith(","):
            return
        start = match.end()


def help_text(docstring: str, width: int) -> str:
    """Return the text of the help for ``width`` columns, as rich's markup: what is for the shell is no markup."""
    from rich.markup import escape

    hilfe = read_docstring(docstring)
    parts = list(map(escape, hilfe.absaetze))
    if hilfe.beispiele:
        # the markup stands before the indentation too, because Typer takes away blanks that begin every line
        lines = (f"[not dim]{escape(line)}[/not dim]" for line in _lines(hilfe.beispiele, width))
        parts.append("\n".join(["Beispiele:" if len(hilfe.beispiele) > 1 else "Beispiel:", *lines]))
    return "\n\n".join(parts)


def _lines(beispiele: list[Example], width: int) -> Iterator[str]:
    for befehl, wozu in beispiele:
        yield from umbrochen(f"{befehl}  # {wozu}" if wozu else befehl, width - _MARGINS, "  ", "      ")
