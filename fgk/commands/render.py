"""fgk render: one document of one Akte, in one or several formats."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from fgk.commands.common import ERRORS, StichtagOption, parse_stichtag, relative, terminal_width
from fgk.diagnostic import Diagnostic, Severity
from fgk.errors import FgkError


def render(
    dokument: Annotated[
        str,
        typer.Argument(metavar="DOKUMENT", help="zielvereinbarung oder jahresbericht", show_default=False),
    ],
    akte: Annotated[
        Path | None,
        typer.Argument(metavar="AKTE", help="Ordner der Akte; ohne Angabe der aktuelle.", show_default=False),
    ] = None,
    *,
    jahr: Annotated[
        str | None,
        typer.Option(
            "--jahr",
            metavar="JAHR",
            help="Jahr des Jahresberichts, z. B. 2018 oder 2020-2021.",
            show_default=False,
        ),
    ] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format", metavar="pdf,docx,…", help="pdf, docx, odt, html, md, mit Komma getrennt, oder all."
        ),
    ] = "pdf",
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="ORDNER", help="Wohin geschrieben wird.")
    ] = Path("ausgabe"),
    entwurf: Annotated[
        bool, typer.Option("--entwurf", help="Auch mit Fehlern; jede Seite ist als Entwurf gekennzeichnet.")
    ] = False,
    stichtag: StichtagOption = None,
) -> None:
    """Erzeugt ein Dokument aus der Akte.

    Beispiele: „fgk render zielvereinbarung“, „fgk render jahresbericht --jahr 2018 --format pdf,md“.
    """
    from fgk.checking import check_akte
    from fgk.documents import Auftrag, erzeuge
    from fgk.documents.files import write_files
    from fgk.loading.load import load_akte
    from fgk.sources import FolderSource, find_workspace

    _check_document(dokument)
    wanted = _formats(formats)
    day = parse_stichtag(stichtag)
    source = FolderSource(_akte(akte))
    loaded, diagnostics = check_akte(source, day)
    faults = [d for d in diagnostics if d.severity is Severity.FEHLER]
    if faults and not entwurf:
        _refuse(faults)
    if faults:
        loaded, _ = load_akte(source, als_entwurf=True)
    workspace = find_workspace(source.root)
    contents = erzeuge(
        loaded,
        Auftrag(dokument, jahr, wanted),
        day,
        ist_entwurf=entwurf,
        workspace=FolderSource(relative(workspace)) if workspace else None,
    )
    for path in write_files(output, contents):
        typer.echo(f"geschrieben: {relative(path).as_posix()}")
    _mention_faults(faults)
    _mention_replaced(diagnostics)


def _check_document(name: str) -> None:
    from fgk.documents import DOKUMENTE

    if name not in DOKUMENTE:
        raise FgkError(
            f"Ein Dokument „{name}“ gibt es nicht.",
            f"Hinter „fgk render“ steht zuerst das Dokument: {' oder '.join(DOKUMENTE)}.",
        )


def _formats(text: str) -> list[str]:
    from fgk.documents import SCHREIBER

    words = list(dict.fromkeys(word.strip().lower() for word in text.split(",") if word.strip()))
    wanted = list(SCHREIBER) if "all" in words else words
    unknown = [word for word in wanted if word not in SCHREIBER]
    if unknown or not wanted:
        raise FgkError(
            f"Das Format „{unknown[0] if unknown else text}“ gibt es nicht.",
            f"Es gibt: {', '.join(SCHREIBER)} und all.",
        )
    return wanted


def _akte(path: Path | None) -> Path:
    from fgk.sources import AKTE_FILE, find_akte_upwards

    if path is not None and not os.path.lexists(path):
        # without this, a misspelled path would render the Akte around the current folder
        raise FgkError(f"„{path}“ gibt es nicht.", "Prüfen Sie die Schreibweise des Pfads.")
    folder = find_akte_upwards(path or Path())
    if folder is None:
        raise FgkError(
            f"In „{path or '.'}“ und darüber liegt keine Akte: Es gibt dort keine Datei {AKTE_FILE}.",
            "Wechseln Sie in den Ordner der Akte oder nennen Sie ihn hinter dem Dokument.",
        )
    return relative(folder)


def _refuse(faults: Sequence[Diagnostic]) -> None:
    from fgk.output.summary import anzahl
    from fgk.output.text import TextOutput

    formatter = TextOutput(width=terminal_width(), color=False)
    for fault in faults:
        typer.echo(formatter.format(fault) + "\n", err=True)
    typer.echo(
        f"Kein Dokument erzeugt: {anzahl(len(faults), 'Fehler', 'Fehler')} in der Akte.\n"
        "  → Beheben Sie die Fehler, oder erzeugen Sie mit --entwurf einen gekennzeichneten Entwurf.",
        err=True,
    )
    raise typer.Exit(ERRORS)


def _mention_faults(faults: Sequence[Diagnostic]) -> None:
    """Say which files a draft shows without their faulty parts."""
    if not faults:
        return
    from fgk.output.summary import anzahl

    files = ", ".join(dict.fromkeys(fault.path for fault in faults))
    typer.echo(
        f"Entwurf mit {anzahl(len(faults), 'Fehler', 'Fehlern')} in: {files}.\n"
        "  → Alle Fehler nennt „fgk validate“.",
        err=True,
    )


def _mention_replaced(diagnostics: Sequence[Diagnostic]) -> None:
    """Say where the document shows a replacement sign, because no font has the character."""
    replaced = [d for d in diagnostics if d.code == "FGK501"]
    for diagnostic in replaced:
        span = diagnostic.span
        typer.echo(f"Hinweis: {diagnostic.path}:{span.line}:{span.column}: {diagnostic.was}", err=True)
