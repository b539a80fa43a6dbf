"""fgk validate: find every Akte below the paths, check all of it, print every fault."""

import os
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain
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
    from fgk.bases import Basisvergleich
    from fgk.checking import Selection
    from fgk.diagnostic import Diagnostic
    from fgk.sources import Source
    from fgk.workspace import Result

#: they say that this is a pull request
_PULL_REQUEST = ("GITHUB_EVENT_NAME", "CI_MERGE_REQUEST_IID")


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
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="REV",
            help="Vergleichsstand, gegen den Beschlossenes geprüft wird, oder auto; im Pull-Request von selbst.",
            show_default=False,
        ),
    ] = None,
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

    Beispiele: „fgk validate“ im Ordner der Akte, „fgk validate akten/ --strict“ für viele Akten,
    „fgk validate --base origin/main“ gegen das, was dort beschlossen ist.
    Ergebnis: 0 ohne Fehler, 1 mit Fehlern, 2 wenn der Aufruf nicht geht.
    """
    from fgk.checking import make_selection, worst
    from fgk.diagnostic import Severity
    from fgk.output.progress import progress
    from fgk.output.summary import summary_line
    from fgk.workspace import Job, check_all, sources_of, workspaces_of

    selection = make_selection(select or (), ignore or ())
    paths = list(map(_path, pfade or ["."]))
    akten = sources_of(paths, at)
    day = parse_stichtag(stichtag, akten[0])
    against = _base(akten, paths, base)
    todo = [Job(workspace, day, selection, is_workspace=True) for workspace in workspaces_of(akten)]
    todo += [
        Job(akte, day, selection, base=against.vorher.get(akte.label) if against else None) for akte in akten
    ]
    results = chain(progress(check_all(todo, jobs), len(todo), "Geprüft"), _gone(against, selection))
    if output_format is Format.json:
        from fgk.output.json import json_report

        diagnostics, files = _collect(results)
        typer.echo(json_report(diagnostics, len(akten), files))
    else:
        diagnostics, files = _collect(_printing(results))
        typer.echo(summary_line(diagnostics, len(akten), files, selection.in_words))
    limit = Severity.WARNUNG if strict else Severity.FEHLER
    raise typer.Exit(ERRORS if (worst(diagnostics) or 0) >= limit else OK)


def _base(akten: "Sequence[Source]", paths: Sequence[Path], base: str | None) -> "Basisvergleich | None":
    """Return what the Akten are held against: what the user names, or the base of a pull request."""
    if base is None and not any(name in os.environ for name in _PULL_REQUEST):
        return None
    from fgk.bases import vergleichsbasis

    return vergleichsbasis(akten, paths, base)


def _gone(against: "Basisvergleich | None", selection: "Selection") -> "Iterator[Result]":
    """Yield the Akten that the base has and this state has not."""
    if against is None:
        return
    from fgk.bases import fehlende_akte
    from fgk.workspace import Result

    for source in against.entfernt:
        yield Result([d for d in fehlende_akte(source) if selection.takes(d.code)], 0)


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
