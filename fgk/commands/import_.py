"""fgk import: answers from Excel back into the Akte: returned forms, or a Maßnahmenliste for the first time."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import (
    ERRORS,
    OK,
    AkteOption,
    StichtagOption,
    one_akte,
    parse_stichtag,
    refuse,
    terminal_width,
)
from fgk.commands.fragen import agree
from fgk.commands.import_liste import Angaben, import_liste
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.exchange.abgleich import Abgleich
    from fgk.exchange.einlesen import Eingelesen


def import_(
    dateien: Annotated[
        list[Path],
        typer.Argument(
            metavar="DATEI|ORDNER …",
            help="Ausgefüllte Formulare, oder ein Ordner mit ihnen.",
            show_default=False,
        ),
    ],
    *,
    akte: AkteOption = Path(),
    ja: Annotated[
        bool, typer.Option("--ja", help="Übernimmt ohne Rückfrage, was sich übernehmen lässt.")
    ] = False,
    zuordnung: Annotated[
        Path | None,
        typer.Option(
            "--zuordnung",
            metavar="DATEI",
            help="Nur für eine Maßnahmenliste: welche Spalte was enthält.",
            show_default=False,
        ),
    ] = None,
    spalte: Annotated[
        list[str] | None,
        typer.Option(
            "--spalte",
            metavar="ÜBERSCHRIFT=FELD",
            help="Nur für eine Maßnahmenliste: was eine Spalte ist, z. B. „Was?=titel“. Auch mehrfach.",
            show_default=False,
        ),
    ] = None,
    blatt: Annotated[
        str | None,
        typer.Option(
            "--blatt",
            metavar="NAME",
            help="Nur für eine Maßnahmenliste: das Blatt, in dem sie steht.",
            show_default=False,
        ),
    ] = None,
    stichtag: StichtagOption = None,
) -> None:
    """Liest ausgefüllte Formulare ein, oder eine Maßnahmenliste zum ersten Mal.

    Beispiele: „fgk import formular-2020-jugendamt.xlsx“, „fgk import ruecklauf/ --ja“, „fgk import massnahmen.xlsx“. Ohne --ja zeigt fgk, was sich
    ändern würde, und fragt am Bildschirm nach.
    """
    from fgk.exchange.dateien import finde_dateien, lies_dateien
    from fgk.exchange.einlesen import einlesen
    from fgk.exchange.ruecksendung import KeinFormularError
    from fgk.loading.load import load_akte
    from fgk.sources import FolderSource

    ordner, day = one_akte(akte, has_option=True), parse_stichtag(stichtag)
    angaben = Angaben(spalte or (), zuordnung, blatt)
    if any(angaben):
        _liste(dateien, ordner, angaben, day, ja=ja)
        return
    gefunden, hinweise = finde_dateien(dateien)
    if not gefunden:
        raise FgkError(
            "Hier liegt keine Arbeitsmappe.",
            "Nennen Sie die ausgefüllten Formulare oder den Ordner, in dem sie liegen.",
        )
    try:
        ruecksendungen, ablehnungen = lies_dateien(gefunden, ist_eine=len(gefunden) == 1)
    except KeinFormularError:
        _liste(gefunden, ordner, angaben, day, ja=ja)
        return
    eingelesen = einlesen(ordner, load_akte(FolderSource(ordner))[0], ruecksendungen, day)
    eingelesen.abgleich.ablehnungen[:0] = ablehnungen
    eingelesen.abgleich.hinweise[:0] = hinweise
    _show(eingelesen.abgleich, len(ruecksendungen))
    _uebernimm(ordner, eingelesen, day, ja=ja)
    raise typer.Exit(ERRORS if eingelesen.abgleich.ablehnungen else OK)


def _show(abgleich: "Abgleich", gelesen: int) -> None:
    from fgk.exchange.anzeige import bilanz, zeige

    zeilen = [*zeige(abgleich, width=terminal_width()), "", bilanz(abgleich, gelesen)]
    typer.echo("\n".join(zeilen).removeprefix("\n"))


def _uebernimm(ordner: Path, eingelesen: "Eingelesen", stichtag: date, *, ja: bool) -> None:
    """Ask, and write what would change."""
    from fgk.writing import Change, FaultyChangeError, write_files

    if not eingelesen.dateien:
        typer.echo("Es gibt nichts zu übernehmen; geschrieben wurde nichts.")
        return
    if not ja and not agree("Übernehmen?"):
        typer.echo("Geschrieben wurde nichts. Mit --ja übernimmt derselbe Befehl die Tabelle oben.")
        return
    dateien = {name: Change(raw, eingelesen.vorher[name]) for name, raw in eingelesen.dateien.items()}
    try:
        geschrieben = write_files(ordner, dateien, stichtag)
    except FaultyChangeError as error:
        refuse(error.faults, "Nichts übernommen.", "Beheben Sie die Fehler, und wiederholen Sie den Befehl.")
    for path in geschrieben:
        typer.echo(f"geschrieben: {path.as_posix()}")


def _liste(dateien: list[Path], akte: Path, angaben: Angaben, stichtag: date, *, ja: bool) -> None:
    """Hand a file that is no form over to the import of Maßnahmenlisten."""
    if len(dateien) > 1:
        raise FgkError("Eine Maßnahmenliste wird für sich allein eingelesen.", "Nennen Sie nur eine Datei.")
    import_liste(dateien[0], akte, angaben, stichtag, ja=ja)
