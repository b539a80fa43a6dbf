"""fgk validate: find every Akte below the paths, check all of it, print every fault."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import (
    ERRORS,
    OK,
    AtOption,
    StichtagOption,
    parse_stichtag,
    terminal_width,
    wants_color,
)
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.diagnostic import Diagnostic
    from fgk.workspace import Result


class Format(StrEnum):
    """How the result is printed."""

    text = "text"
    json = "json"


def validate(
    pfade: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PFAD",
            help="Ordner oder Dateien; ohne Angabe der aktuelle Ordner.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="Form der Ausgabe: text oder json.")
    ] = Format.text,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Auch Warnungen gelten als Fehler.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="CODE",
            help="Nur diese Regeln, z. B. FGK2 oder FGK112,FGK201.",
            show_default=False,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODE", help="Diese Regeln nicht.", show_default=False),
    ] = None,
    stichtag: StichtagOption = None,
    at: AtOption = None,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs",
            "-j",
            min=0,
            metavar="ZAHL",
            help="Zahl der Prozesse; 0 wählt selbst.",
            show_default=False,
        ),
    ] = 0,
) -> None:
    """Prüft alle Akten und nennt alle Fehler in einem Lauf; ändert nichts.

    Beispiele: „fgk validate“ im Ordner der Akte, „fgk validate akten/ --strict“ für viele Akten.
    Ergebnis: 0 ohne Fehler, 1 mit Fehlern, 2 wenn der Aufruf nicht geht.
    """
    from fgk.checking import make_selection, worst
    from fgk.diagnostic import Severity
    from fgk.output.summary import summary_line
    from fgk.workspace import Job, check_all, sources_of, workspaces_of

    selection = make_selection(select or (), ignore or ())
    akten = sources_of(map(_path, pfade or ["."]), at)
    day = parse_stichtag(stichtag, akten[0])
    todo = [Job(workspace, day, selection, is_workspace=True) for workspace in workspaces_of(akten)]
    todo += [Job(akte, day, selection) for akte in akten]
    results = check_all(todo, jobs)
    if output_format is Format.json:
        from fgk.output.json import json_report

        diagnostics, files = _collect(results)
        typer.echo(json_report(diagnostics, len(akten), files))
    else:
        diagnostics, files = _collect(_printing(results))
        typer.echo(summary_line(diagnostics, len(akten), files, selection.in_words))
    limit = Severity.WARNUNG if strict else Severity.FEHLER
    raise typer.Exit(ERRORS if (worst(diagnostics) or 0) >= limit else OK)


def _path(text: str) -> Path:
    """Return a path; raises ``FgkError`` for an empty one, which would silently mean the current folder."""
    if not text.strip():
        raise FgkError("Ein Pfad ist leer.", "Nennen Sie einen Ordner, oder lassen Sie die Angabe weg.")
    return Path(text)


def _printing(results: "Iterable[Result]") -> "Iterator[Result]":
    """Print diagnostics as they come, so that many Akten show their faults at once."""
    for result in results:
        if result.diagnostics:
            from fgk.output.text import TextOutput

            output = TextOutput(width=terminal_width(), color=wants_color())
            for diagnostic in result.diagnostics:
                typer.echo(output.format(diagnostic) + "\n")
        yield result


def _collect(results: "Iterable[Result]") -> "tuple[list[Diagnostic], int]":
    diagnostics: list[Diagnostic] = []
    files = 0
    for result in results:
        diagnostics += result.diagnostics
        files += result.files
    return diagnostics, files
