"""Bad news about the user's files: a value, never raised, so that one run shows all of it."""

from collections import Counter
from collections.abc import Callable, Iterable
from enum import IntEnum
from inspect import cleandoc
from typing import NamedTuple

from fgk.positions import START, Span


class Severity(IntEnum):
    """How bad it is. Only ``FEHLER`` makes a run fail; with ``--strict`` ``WARNUNG`` does too."""

    HINWEIS = 1
    WARNUNG = 2
    FEHLER = 3


class Diagnostic(NamedTuple):
    """One fault at one place.

    ``path`` is the file as the user would type it, ``was`` one German sentence that says what is wrong,
    ``tun`` one that says what to do. ``zeilen`` holds the lines of the file around the place, for the
    frame; its first line has the number ``erste_zeile``.
    """

    code: str
    severity: Severity
    path: str
    was: str
    tun: str
    span: Span = START
    zeilen: tuple[str, ...] = ()
    erste_zeile: int = 1

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of output: by file, then by place, then by code."""
        return (self.path, self.span.line, self.span.column, self.code, self.was)

    @property
    def identity(self) -> tuple[str, str, str]:
        """What it is, wherever in its file it stands: lines move."""
        return self.code, self.path, self.was


def told_apart(
    found: Iterable[Diagnostic],
    before: Iterable[Diagnostic],
    name: Callable[[Diagnostic], tuple[str, ...]] = lambda diagnostic: diagnostic.identity,
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return which of these are new and which were there ``before``; of those with the same name as many as there were."""
    there = Counter(map(name, before))
    new: list[Diagnostic] = []
    old: list[Diagnostic] = []
    for diagnostic in found:
        known = there[name(diagnostic)] > 0
        there[name(diagnostic)] -= known
        (old if known else new).append(diagnostic)
    return new, old


class RuleInfo(NamedTuple):
    """What ``fgk rule``, the rule pages and the outputs say about one code.

    ``doc`` is a docstring in German Markdown: a first sentence that states the rule, then the sections
    ``## Warum``, ``## Beispiel`` and ``## Stattdessen``; ``text`` is the same without its indentation.
    """

    code: str
    name: str
    severity: Severity
    since: str
    doc: str

    @property
    def text(self) -> str:
        """The page; worked out only when somebody reads it."""
        return cleandoc(self.doc) + "\n"

    @property
    def satz(self) -> str:
        """The first paragraph: the rule in one sentence."""
        return " ".join(self.text.strip().split("\n\n", 1)[0].split())
