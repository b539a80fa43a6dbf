"""What a shell proposes behind ``fgk``: the Kennungen of the Akte around, codes of rules, documents, formats, years.

An option or argument gets its proposals by the word that stands for it in the help (KENNUNG, CODE, …), so that a new
command has them without asking. Only names of files are read: between two keys nobody waits for YAML.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple


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
            Proposal(f"{done}{comma}{value}", text)
            for value, text in source(context)
            if value.lower().startswith(begun.lower()) and value not in chosen
        ]

    return complete


_Values = Callable[[Any], Iterable[tuple[str, str | None]]]


def _records(context: Any) -> Iterator[tuple[str, str, str]]:
    """Yield kind, title of the kind and Kennung of every record of the Akte that is meant."""
    from fgk.finding import find_akte_upwards
    from fgk.models.arten import art_von
    from fgk.sources import FolderSource

    named = context.params.get("akte")
    folder = find_akte_upwards(named if isinstance(named, Path) else Path())
    for path in FolderSource(folder).paths() if folder else ():
        art = art_von(path)
        kennung = art.kennung_aus_pfad(path) if art else None
        if art and kennung:
            yield art.name, art.titel, kennung


def _kennungen(context: Any) -> Iterator[tuple[str, str]]:
    return ((kennung, titel) for _, titel, kennung in _records(context))


def _beschluesse(context: Any) -> Iterator[tuple[str, str]]:
    return ((kennung, titel) for art, titel, kennung in _records(context) if art == "beschluss")


def _jahre(context: Any) -> Iterator[tuple[str, str]]:
    return (
        (kennung.removeprefix("J-"), titel)
        for art, titel, kennung in _records(context)
        if art == "jahresbericht"
    )


def _codes(_context: Any) -> Iterator[tuple[str, str]]:
    from fgk.checking import all_rules

    return ((info.code, info.satz) for info in all_rules())


def _dokumente(_context: Any) -> Iterator[tuple[str, str]]:
    from fgk.documents import DOKUMENTE

    return ((name, art.titel) for name, art in DOKUMENTE.items())


def _formate(_context: Any) -> Iterator[tuple[str, None]]:
    from fgk.documents import SCHREIBER

    return ((name, None) for name in (*SCHREIBER, "all"))


_BY_WORD: dict[str | None, _Values] = {
    "KENNUNG": _kennungen,
    "CODE": _codes,
    "DOKUMENT": _dokumente,
    "JAHR": _jahre,
    "pdf,docx,…": _formate,
}
_BY_OPTION: dict[str, _Values] = {"--beschluss": _beschluesse}
_BY_COMMAND: dict[tuple[str, str | None], _Values] = {
    ("decide", "KENNUNG"): _kennungen,
    ("diff", "A"): _jahre,
    ("diff", "B"): _jahre,
}
