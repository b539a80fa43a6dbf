"""fgk set: change fields of a record, and nothing else in its file."""

from pathlib import Path
from typing import Annotated

import typer

from fgk.commands.common import AkteOption, StichtagOption, one_akte, parse_stichtag, refuse, show_changes


def set_(
    kennung: Annotated[
        str,
        typer.Argument(
            metavar="KENNUNG",
            help="Kennung des Datensatzes, z. B. M-3.1.2; ohne eigene Kennung sein Name, z. B. gestaltung.",
        ),
    ],
    felder: Annotated[
        list[str],
        typer.Argument(metavar="FELD=WERT", help="Was sich ändert, auch mehrfach; „FELD=“ leert ein Feld."),
    ],
    akte: AkteOption = Path(),
    *,
    stichtag: StichtagOption = None,
) -> None:
    """Ändert Felder eines Datensatzes; alles andere in der Datei bleibt, wie es ist, auch Kommentare.

    Beispiele: „fgk set M-3.1.2 ende=2020-06-30 titel="Neuer Titel"“, „fgk set M-3.1.2 kosten.einmalig=25000 beteiligte+=OE-40“,
    „fgk set J-2020 M-3.1.2.status=umgesetzt“.
    Geschrieben wird nur, wenn die Akte dadurch keine neuen Fehler bekommt.
    """
    from fgk.setting import with_fields
    from fgk.sources import short_path
    from fgk.writing import FaultyChangeError, preview, write_files

    folder = one_akte(akte, has_option=True)
    day = parse_stichtag(stichtag)
    files = with_fields(folder, kennung, felder)
    changes = preview(folder, {path: change.after for path, change in files.items()})
    try:
        written = write_files(folder, files, day)
    except FaultyChangeError as error:
        refuse(
            error.faults,
            "Nichts geschrieben: Mit dieser Änderung hätte die Akte neue Fehler.",
            "Ändern Sie die Angabe, und wiederholen Sie den Befehl.",
        )
    show_changes(changes)
    for path in written:
        typer.echo(f"geschrieben: {short_path(path).as_posix()}")
    if not written:
        typer.echo("Nichts zu ändern: So steht es schon da.")
