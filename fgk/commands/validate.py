"""fgk validate: find every Akte below the paths, check all of it, print every fault."""

import gc
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from fgk.checking import Selection, check_akte, make_selection, worst
from fgk.commands.common import (
    ERRORS,
    OK,
    StichtagOption,
    parse_stichtag,
    relative,
    terminal_width,
    wants_color,
)
from fgk.diagnostic import Diagnostic, Severity
from fgk.output.summary import summary_line
from fgk.output.text import TextOutput
from fgk.sources import FolderSource, find_akten

_MANY = 8
_CHUNK = 4


class Format(StrEnum):
    """How the result is printed."""

    text = "text"
    json = "json"


class Job(NamedTuple):
    """What one worker needs to check one Akte."""

    folder: Path
    stichtag: date
    selection: Selection


class Result(NamedTuple):
    """What came out of one Akte."""

    diagnostics: list[Diagnostic]
    files: int


def validate(
    pfade: Annotated[
        list[Path] | None,
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
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=0, help="Zahl der Prozesse; 0 wählt selbst.", show_default=False),
    ] = 0,
) -> None:
    """Prüft alle Akten und nennt alle Fehler in einem Lauf; ändert nichts.

    Beispiele: „fgk validate“ im Ordner der Akte, „fgk validate akten/ --strict“ für viele Akten.
    Ergebnis: 0 ohne Fehler, 1 mit Fehlern, 2 wenn der Aufruf nicht geht.
    """
    gc.disable()  # what is built here is thrown away Akte by Akte; the collector only costs
    day = parse_stichtag(stichtag)
    selection = make_selection(select or (), ignore or ())
    folders = _find(pfade or [Path()])
    results = _check_all([Job(folder, day, selection) for folder in folders], jobs)
    if output_format is Format.json:
        diagnostics, files = _collect(results)
        from fgk.output.json import json_report

        typer.echo(json_report(diagnostics, len(folders), files))
    else:
        diagnostics, files = _collect(_printing(results))
        typer.echo(summary_line(diagnostics, len(folders), files))
    limit = Severity.WARNUNG if strict else Severity.FEHLER
    raise typer.Exit(ERRORS if (worst(diagnostics) or 0) >= limit else OK)


def _find(paths: list[Path]) -> list[Path]:
    """Return every Akte once, as short to type as can be."""
    found = {folder.resolve(): relative(folder) for path in paths for folder in find_akten(path)}
    return sorted(found.values())


def _check_all(todo: list[Job], jobs: int) -> Iterator[Result]:
    workers = jobs or (os.cpu_count() or 1 if len(todo) >= _MANY else 1)
    workers = min(workers, len(todo))
    if workers <= 1:
        yield from map(_check, todo)
        return
    with ProcessPoolExecutor(workers, initializer=gc.disable) as pool:
        yield from pool.map(_check, todo, chunksize=_CHUNK)


def _check(job: Job) -> Result:
    akte, diagnostics = check_akte(FolderSource(job.folder), job.stichtag, job.selection)
    files = sum(map(len, akte.records.values())) + len(akte.fehlerhaft)
    return Result(diagnostics, files)


def _printing(results: Iterable[Result]) -> Iterator[Result]:
    """Print diagnostics as they come, so that many Akten show their faults at once."""
    output = TextOutput(width=terminal_width(), color=wants_color())
    for result in results:
        for diagnostic in result.diagnostics:
            typer.echo(output.format(diagnostic) + "\n")
        yield result


def _collect(results: Iterable[Result]) -> tuple[list[Diagnostic], int]:
    diagnostics: list[Diagnostic] = []
    files = 0
    for result in results:
        diagnostics += result.diagnostics
        files += result.files
    return diagnostics, files
