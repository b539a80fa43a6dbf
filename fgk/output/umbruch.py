"""Sentences for the terminal, broken at its width; what can be copied stays in one piece: paths, commands, addresses."""

import textwrap


def umbrochen(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return a text in lines: ``first`` stands before its first line, ``rest`` before the others."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=False,
    )
