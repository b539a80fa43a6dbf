"""What a shell proposes behind ``fgk``: the Kennungen of the Akte around, codes of rules, documents, formats, years.

An option or argument gets its proposals by the word that stands for it in the help (KENNUNG, CODE, …), so that a new
command has them without asking. What is read are names of files and a line here and there: between two keys nobody
waits for YAML.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from textwrap import shorten
from typing import Any, NamedTuple

_KENNUNG = re.compile(rb"""^kennung: *["']?([A-Z]+-[A-Za-z0-9.-]+)""", re.MULTILINE)
_TITEL = re.compile(rb"""^titel: *["']?([^"'>|&*\s][^"'#\r\n]*)""", re.MULTILINE)
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


def _records(context: Any) -> Iterator[tuple[str, str, str]]:
    """Yield kind, Kennung and title of every record of the Akte that is meant."""
    from fgk.finding import find_akte_upwards
    from fgk.models.arten import art_von
    from fgk.sources import FolderSource

    named = context.params.get("akte")
    folder = find_akte_upwards(Path(named) if isinstance(named, (str, Path)) else Path())
    source = FolderSource(folder) if folder else None
    for path in source.paths() if source else ():
        art = art_von(path)
        if art:
            content = _content(source, path)
            kennung = art.kennung_aus_pfad(path) or _written(_KENNUNG, content)
            if kennung:
                yield art.name, kennung, _written(_TITEL, content) or art.titel


def _content(source: Any, path: str) -> bytes:
    from fgk.sources import UnreadableFileError

    try:
        content: bytes = source.read(path)
    except UnreadableFileError:  # nobody completes a command to be told of faults
        return b""
    return content


def _written(pattern: re.Pattern[bytes], content: bytes) -> str | None:
    """Return what a line of a file says, where it says it in the plainest way."""
    found = pattern.search(content)
    return found[1].decode(errors="replace").strip() if found else None


def _kennungen(context: Any) -> Iterator[tuple[str, str]]:
    return ((kennung, titel) for _, kennung, titel in _records(context))


def _beschluesse(context: Any) -> Iterator[tuple[str, str]]:
    return ((kennung, titel) for art, kennung, titel in _records(context) if art == "beschluss")


def _ziele(context: Any) -> Iterator[tuple[str, str]]:
    return ((kennung, titel) for art, kennung, titel in _records(context) if art == "ziel")


def _arten(_context: Any) -> Iterator[tuple[str, None]]:
    """Yield what ``fgk new`` creates; its own table would bring half of fgk with it."""
    from fgk.models.arten import ARTEN

    namen = [art.name for art in ARTEN if art.name != "audit"]
    return ((name, None) for name in (*namen, "organisationseinheit"))


def _keine(_context: Any) -> Iterator[tuple[str, None]]:
    """Propose nothing: what is new is none of what is there."""
    return iter(())


def _jahre(context: Any) -> Iterator[tuple[str, str]]:
    return (
        (kennung.removeprefix("J-"), titel)
        for art, kennung, titel in _records(context)
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
_BY_OPTION: dict[str, _Values] = {"--beschluss": _beschluesse, "--ziel": _ziele}
_BY_COMMAND: dict[tuple[str, str | None], _Values] = {
    ("decide", "KENNUNG"): _beschluesse,
    ("new", "ART"): _arten,
    ("new", "JAHR"): _keine,
    ("new", "KENNUNG"): _keine,
    ("diff", "A"): _jahre,
    ("diff", "B"): _jahre,
}
