"""fgk render --all: every document of many Akten, and what became of each."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from fgk.commands.common import ERRORS, OK
from fgk.commands.faults import mention_faults, mention_replaced
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.serie import Serienergebnis
    from fgk.sources import Source


def only_paths(dokument: str | None, options: Mapping[str, object]) -> None:
    """Refuse what --all would have to overlook."""
    from fgk.documents import DOKUMENTE

    too_much = [option for option, value in options.items() if value is not None]
    if dokument and dokument in DOKUMENTE and not os.path.lexists(dokument):
        too_much.append(f"„{dokument}“")
    if too_much:
        raise FgkError(
            f"Mit --all entstehen alle Dokumente; {too_much[0]} passt nicht dazu.",
            "Lassen Sie eines von beiden weg. Hinter --all stehen nur Ordner.",
        )


def render_all(
    akten: Sequence["Source"],
    output: Path,
    wanted: Sequence[str],
    day: date,
    *,
    ist_entwurf: bool,
    anhang: bool,
) -> int:
    """Make all documents of Akten, list them, and return the exit code."""
    from fgk.documents.files import check_folder
    from fgk.output.progress import progress
    from fgk.output.summary import anzahl
    from fgk.serie import Serienauftrag, erzeuge_alle

    check_folder(output)
    jobs = [Serienauftrag(akte, output, tuple(wanted), day, ist_entwurf, anhang) for akte in akten]
    results: list[Serienergebnis] = []
    try:
        for result in progress(erzeuge_alle(jobs), len(jobs), "Akten"):
            results.append(result)  # noqa: PERF402 - what is done must be known when the next one fails
    finally:  # whoever interrupts, or has a full disk, wants to know what is there already
        _list(results)
    dateien = sum(len(result.dateien) for result in results)
    left_out = sum(len(result.ausgelassen) for result in results)
    typer.echo(
        f"{anzahl(len(results), 'Akte', 'Akten')}: {anzahl(dateien, 'Datei', 'Dateien')} geschrieben, {left_out} ausgelassen."
    )
    return ERRORS if any(result.ist_fehlerhaft for result in results) else OK


def _list(results: "Sequence[Serienergebnis]") -> None:
    from fgk.checking import hindernisse
    from fgk.sources import short_path

    for result in results:
        for path in result.dateien:
            typer.echo(f"geschrieben: {short_path(path).as_posix()}")
        for was, grund in result.ausgelassen:
            typer.echo(f"ausgelassen: {f'{result.akte}: ' if result.akte != '.' else ''}{was}. {grund}")
        mention_faults(hindernisse(result.diagnostics))
        mention_replaced(result.diagnostics)
