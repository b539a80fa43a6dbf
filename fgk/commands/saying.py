"""Sentences for people, broken where the terminal ends."""

from textwrap import wrap

import typer

from fgk.commands.common import terminal_width

_MOST = 100


def say(text: str, first: str = "", following: str = "") -> None:
    """Print a text with these indentations of its first and its following lines; no word is broken."""
    width = min(terminal_width(), _MOST)
    lines = wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for line in lines:
        typer.echo(line)
