"""fgk import for a list of measures that fgk did not make: show what would come of it, and write it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from fgk.commands.common import ERRORS, refuse, terminal_width
from fgk.commands.fragen import agree
from fgk.commands.saying import say

if TYPE_CHECKING:
    from fgk.akte import Akte
    from fgk.exchange.liste.einlesen import Eingelesen
    from fgk.writing import Change

_WIDEST = 120


class Angaben(NamedTuple):
    """What somebody says of the list: its columns, a file that tells them, its sheet."""

    spalten: Sequence[str] = ()
    zuordnung: Path | None = None
    blatt: str | None = None


def import_liste(path: Path, folder: Path, angaben: Angaben, day: date, *, ja: bool) -> None:
    """Show what would come of a list, and write it where that is wanted."""
    from fgk.exchange.liste.angaben import lies_zuordnung
    from fgk.exchange.liste.einlesen import dateien, lies_liste

    stand = _lade(folder)
    gelesen = lies_liste(path, stand, lies_zuordnung(angaben.spalten, angaben.zuordnung, angaben.blatt))
    _zeige(gelesen, path)
    _erinnere_an_beschluss(stand, day)
    files = dateien(gelesen.plan, _organisation(folder))
    if not files:
        typer.echo("\nNichts zu schreiben.")
    elif ja or agree("\nSchreiben?"):
        _schreibe(folder, files, day)
    else:
        typer.echo("\nNichts geschrieben. Mit --ja schreibt fgk, was oben steht.")
    if _fehlt_etwas(gelesen):
        raise typer.Exit(ERRORS)


def _lade(folder: Path) -> "Akte":
    from fgk.loading.load import load_akte
    from fgk.sources import FolderSource

    return load_akte(FolderSource(folder))[0]


def _organisation(folder: Path) -> bytes | None:
    from fgk.models.arten import art_namens
    from fgk.sources import FolderSource
    from fgk.writing import read_file

    return read_file(FolderSource(folder), art_namens("organisationseinheiten").pfad)


def _zeige(gelesen: "Eingelesen", path: Path) -> None:
    from fgk.commands.liste_text import vorschau

    for line in vorschau(gelesen, path.name, min(terminal_width(), _WIDEST)):
        typer.echo(line)


def _erinnere_an_beschluss(akte: "Akte", day: date) -> None:
    """Say that what comes now was not decided; whether the list was, fgk cannot know."""
    from fgk.stand.beschlusslage import annahme_der_zielvereinbarung

    if annahme_der_zielvereinbarung(akte, day) is not None:
        typer.echo("")
        say(
            "Die Zielvereinbarung ist schon beschlossen. Was der Rat nicht mitbeschlossen hat, braucht nach dem Einlesen "
            "„herkunft: ergaenzt“."
        )


def _fehlt_etwas(gelesen: "Eingelesen") -> bool:
    from fgk.exchange.liste.eintrag import Schwere

    return any(meldung.schwere is Schwere.fehlt for meldung in gelesen.plan.meldungen)


def _schreibe(folder: Path, files: "dict[str, Change]", day: date) -> None:
    from fgk.sources import short_path
    from fgk.writing import FaultyChangeError, write_files

    try:
        written = write_files(folder, files, day)
    except FaultyChangeError as error:
        refuse(
            error.faults,
            "Nichts geschrieben: Mit dieser Liste hätte die Akte neue Fehler.",
            "Ändern Sie die genannten Angaben in der Liste, und wiederholen Sie den Befehl.",
        )
    typer.echo("")
    for folder_name in dict.fromkeys(path.parent for path in written):
        names = [path for path in written if path.parent == folder_name]
        where = names[0] if len(names) == 1 else folder_name
        count = "" if len(names) == 1 else f"/ ({len(names)})"
        typer.echo(f"geschrieben: {short_path(where).as_posix()}{count}")
    typer.echo("Prüfen Sie die Akte jetzt mit „fgk validate“.")
