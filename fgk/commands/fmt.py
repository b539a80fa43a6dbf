"""fgk fmt: bring files into one form, without touching their content."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import ERRORS, OK, StichtagOption, parse_stichtag, refuse
from fgk.commands.saying import sentences
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.sources import FolderSource
    from fgk.writing import Change


def fmt(
    pfade: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PFAD", help="Ordner oder Dateien; ohne Angabe der aktuelle Ordner.", show_default=False
        ),
    ] = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Schreibt nichts; nennt nur die Dateien, die sich ändern würden.")
    ] = False,
    stichtag: StichtagOption = None,
) -> None:
    """Bringt Dateien in eine einheitliche Form: Einrückung, Leerzeichen, Stellung der Kommentare.

    Beispiele: „fgk fmt“ im Ordner der Akte, „fgk fmt massnahmen/M-3.1.2.yaml“, „fgk fmt --check“ für die CI.
    Inhalt, Kommentare und Leerzeilen bleiben, auch die Prüfsummen der Beschlüsse. Zweimal ist wie einmal.
    Ergebnis mit --check: 0, wenn alles in Form ist, sonst 1.
    """
    from fgk.output.summary import anzahl
    from fgk.sources import FolderSource, short_path
    from fgk.writing import FaultyChangeError, write_files

    day = parse_stichtag(stichtag)
    seen = changed = 0
    left: list[FgkError] = []
    for folder, paths in _files(pfade or [Path()]):
        files, odd = _formatted(FolderSource(folder), paths)
        seen += len(paths) - len(odd)
        left += odd
        changed += len(files)
        try:
            written = [folder / path for path in files] if check else write_files(folder, files, day)
        except FaultyChangeError as error:  # an ignore can come to stand beside another line
            refuse(
                error.faults,
                "Nicht geschrieben: In der neuen Form hätte die Akte neue Fehler.",
                "Setzen Sie Kommentare mit „fgk: ignore“ an die Zeile, für die sie gelten, und wiederholen Sie den Befehl.",
            )
        for target in written:
            typer.echo(f"{'nicht in Form' if check else 'geschrieben'}: {short_path(target).as_posix()}")
    for why in left:
        typer.echo(sentences(why.was, why.tun), err=True)
    if check and changed:
        typer.echo(
            f"{anzahl(changed, 'Datei ist', 'Dateien sind')} nicht in Form.\n  → „fgk fmt“ bringt sie in Form."
        )
    elif not changed:
        typer.echo(f"{anzahl(seen, 'Datei', 'Dateien')} in Form.")
    raise typer.Exit(ERRORS if (check and changed) or left else OK)


def _formatted(source: "FolderSource", paths: list[str]) -> "tuple[dict[str, Change], list[FgkError]]":
    """Return what would change of these files, and why some of them stay as they are."""
    from fgk.output.progress import progress

    files: dict[str, Change] = {}
    odd = []
    done = ((path, _in_form(source, path)) for path in paths)
    for path, found in progress(done, len(paths), "Gelesen"):
        if isinstance(found, FgkError):
            odd.append(found)
        elif found.after != found.before:
            files[path] = found
    return files, odd


def _in_form(source: "FolderSource", path: str) -> "Change | FgkError":
    """Return a file in its form, or why it stays as it is."""
    from fgk.editing.formatting import formatted
    from fgk.sources import shown_path
    from fgk.writing import Change, read_file

    try:
        raw = read_file(source, path) or b""
    except FgkError as error:  # it names the file itself
        return error
    try:
        return Change(formatted(raw), raw)
    except FgkError as error:
        return FgkError(f"{shown_path(source, path)}: {error.was}", error.tun)


def _files(paths: list[Path]) -> Iterator[tuple[Path, list[str]]]:
    """Yield every Akte at or below the paths with the files of it that are meant."""
    from fgk.commands.common import one_akte
    from fgk.models.arten import art_von
    from fgk.sources import FolderSource
    from fgk.workspace import find_all

    for path in paths:
        if path.is_file():
            folder = one_akte(path)
            yield folder, [path.resolve().relative_to(folder.resolve()).as_posix()]
            continue
        for folder in find_all([path]):
            yield folder, [inner for inner in FolderSource(folder).paths() if art_von(inner)]
