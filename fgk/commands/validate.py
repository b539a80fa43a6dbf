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
    StichtagAtOption,
    parse_stichtag,
    terminal_width,
    wants_color,
)
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.bases import Basisvergleich
    from fgk.sources import Source
    from fgk.workspace import Result

#: they say that this is a pull request
_PULL_REQUEST = ("GITHUB_EVENT_NAME", "CI_MERGE_REQUEST_IID")


class Format(StrEnum):
    """How the result is printed."""

    text = "text"
    json = "json"
    github = "github"
    gitlab = "gitlab"
    junit = "junit"
    sarif = "sarif"
    rdjson = "rdjson"


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
        Format,
        typer.Option(
            "--format",
            metavar="FORM",
            help="Form der Ausgabe: text, json, github, gitlab, junit, sarif oder rdjson.",
        ),
    ] = Format.text,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DATEI",
            help="Schreibt diese Form in eine Datei; auf dem Bildschirm steht dann der Text.",
            show_default=False,
        ),
    ] = None,
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
    stichtag: StichtagAtOption = None,
    at: AtOption = None,
    staged: Annotated[
        bool,
        typer.Option("--staged", help="Prüft, was in git vorgemerkt ist, und nicht, was im Ordner liegt."),
    ] = False,
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
    In einer Pipeline: „fgk validate --format github“ oder „fgk validate --format junit -o fgk.xml“.
    Ergebnis: 0 ohne Fehler, 1 mit Fehlern, 2 wenn der Aufruf nicht geht.
    """
    from fgk.checking import make_selection, worst
    from fgk.diagnostic import Severity
    from fgk.output.progress import progress
    from fgk.workspace import check_all, check_gone, jobs_for

    selection = make_selection(select or (), ignore or ())
    paths = list(map(_path, pfade or ["."]))
    akten = _sources(paths, at, staged=staged)
    day = parse_stichtag(stichtag, akten[0])
    against = _base(akten, paths, base)
    todo = jobs_for(akten, day, selection, against, lists_records=output_format is Format.junit)
    results: Iterator[Result] = chain(
        progress(check_all(todo, jobs), len(todo), "Geprüft"), check_gone(against, selection)
    )
    is_text = output_format is Format.text or output is not None
    found = list(_printing(results) if is_text else results)
    diagnostics = [diagnostic for result in found for diagnostic in result.diagnostics]
    limit = Severity.WARNUNG if strict else Severity.FEHLER
    if is_text:
        from fgk.output.summary import summary_line

        files = sum(result.files for result in found)
        typer.echo(summary_line(diagnostics, len(akten), files, selection.in_words))
    if output_format is not Format.text or output is not None:
        from fgk.commands.reports import Lauf, write_report

        staende = [stand for stand in (at, against and against.basis.name) if stand]
        lauf = Lauf(found, len(akten), selection.in_words, staende, limit)
        write_report(output_format.value, lauf, output)
    raise typer.Exit(ERRORS if (worst(diagnostics) or 0) >= limit else OK)


def _sources(paths: Sequence[Path], at: str | None, *, staged: bool) -> "list[Source]":
    """Return the Akten as they lie in the folder, as a commit has them, or as the next one will."""
    from fgk.workspace import sources_of, staged_sources

    if not staged:
        return sources_of(paths, at)
    if at is not None:
        raise FgkError(
            "--staged und --at meinen zweierlei Stände.",
            "Nennen Sie --staged für das Vorgemerkte oder --at für einen Commit.",
        )
    # of the repository's own variables it is the only one that counts: „git commit DATEI“ prepares another index
    return staged_sources(paths, os.environ.get("GIT_INDEX_FILE") or None)


def _base(akten: "Sequence[Source]", paths: Sequence[Path], base: str | None) -> "Basisvergleich | None":
    """Return what the Akten are held against: what the user names, or the base of a pull request."""
    if base is None and not any(name in os.environ for name in _PULL_REQUEST):
        return None
    from fgk.bases import vergleichsbasis

    return vergleichsbasis(akten, paths, base)


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
