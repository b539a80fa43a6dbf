"""What a shell proposes behind ``fgk``: the Kennungen of the Akte around, codes of rules, documents, formats, years.

An option or argument gets its proposals by the word that stands for it in the help (KENNUNG, CODE, …), so that a new
command has them without asking.
"""

from collections.abc import Callable, Iterable
from textwrap import shorten
from typing import Any, NamedTuple

from fgk.commands.proposals import (
    arten,
    beschluesse,
    codes,
    dokumente,
    formate,
    handlungsfelder,
    jahre,
    kennungen,
    nothing,
    organisationseinheiten,
    plattformen,
    woerter_der_art,
    ziele,
)

#: shells show a proposal in one line, and Typer would break a longer text
_LONGEST = 60


class Proposal(NamedTuple):
    """One proposal, as Typer's classes for shells read it."""

    value: str
    help: str | None = None
    type: str = "plain"


def attach(command: str, parameters: Iterable[Any]) -> None:
    """Let the parameters of a command propose what belongs there."""
    for parameter in parameters:
        source = _source_of(command, parameter)
        if source is not None:
            parameter.shell_complete = _completer(source)


def _source_of(command: str, parameter: Any) -> "_Values | None":
    by_name = next((_BY_OPTION[name] for name in parameter.opts if name in _BY_OPTION), None)
    return by_name or _BY_COMMAND.get((command, parameter.metavar)) or _BY_WORD.get(parameter.metavar)


def _completer(source: "_Values") -> Callable[[Any, str], list[Proposal]]:
    def complete(context: Any, incomplete: str) -> list[Proposal]:
        # behind a comma the next of several begins: pdf,docx
        done, comma, begun = incomplete.rpartition(",")
        chosen = done.split(",")
        return [
            Proposal(f"{done}{comma}{value}", shorten(text, _LONGEST, placeholder=" …") if text else None)
            for value, text in source(context)
            if value.lower().startswith(begun.lower()) and value not in chosen
        ]

    return complete


_Values = Callable[[Any], Iterable[tuple[str, str | None]]]


_BY_WORD: dict[str | None, _Values] = {
    "KENNUNG": kennungen,
    "CODE": codes,
    "DOKUMENT": dokumente,
    "JAHR": jahre,
    "pdf,docx,…": formate,
}
_BY_OPTION: dict[str, _Values] = {
    "--beschluss": beschluesse,
    "--ziel": ziele,
    "--organisationseinheit": organisationseinheiten,
    "--federfuehrung": organisationseinheiten,
    "--stelle": organisationseinheiten,
    "--handlungsfeld": handlungsfelder,
    "--ci": plattformen,
    "--art": woerter_der_art,
}
_BY_COMMAND: dict[tuple[str, str | None], _Values] = {
    ("decide", "KENNUNG"): beschluesse,
    ("new", "ART"): arten,
    ("new", "JAHR"): nothing,
    ("new", "KENNUNG"): nothing,
    ("diff", "A"): jahre,
    ("diff", "B"): jahre,
}
