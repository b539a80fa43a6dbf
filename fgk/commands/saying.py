"""Sentences for people, broken where the terminal ends; for whoever reads a pipe what is wrong stays on one line."""

import os
import sys

#: narrower than this nothing can be read any more
_NARROWEST = 40
#: wider than this nobody reads with ease
_MOST = 100


def sentences(was: str, tun: str, begin: str = "") -> str:
    """Return what is wrong and, in a line of its own, what to do; ``begin`` stands before the first."""
    paragraphs = [(begin, " " * len(begin), was), ("  → ", "    ", tun)]
    if sys.stderr is None or not sys.stderr.isatty():
        return "\n".join(f"{first}{text}" for first, _, text in paragraphs)
    from fgk.output.umbruch import umbrochen

    width = max(_width(), _NARROWEST)
    return "\n".join(
        "\n".join(umbrochen(line, width, rest if number else first, rest))
        for first, rest, text in paragraphs
        for number, line in enumerate(text.split("\n"))  # such as a list of what somebody can choose from
    )


def _width() -> int:
    """Return the columns of the terminal behind the error stream, also while the output goes elsewhere."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and int(wanted):
        return int(wanted)
    return os.get_terminal_size(sys.stderr.fileno()).columns or 80


def say(text: str, following: str = "", *, err: bool = False) -> None:
    """Print a sentence, wrapped to the terminal; ``following`` stands before its further lines. No word is broken."""
    import typer

    from fgk.commands.common import terminal_width
    from fgk.output.umbruch import umbrochen

    first = text[: len(text) - len(text.lstrip(" "))]
    lines = umbrochen(text.strip(), min(terminal_width(), _MOST), first, following)
    typer.echo("\n".join(lines), err=err)
