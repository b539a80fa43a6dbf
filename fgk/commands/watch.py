"""fgk watch: check an Akte, and make its documents anew, whenever somebody saves a file."""

import gc
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import AkteArgument, OutputOption, StichtagOption, one_akte, parse_stichtag

if TYPE_CHECKING:
    from fgk.watching.documents import Wanted


def watch(
    akte: AkteArgument = None,
    *,
    dokumente: Annotated[
        list[str] | None,
        typer.Option(
            "--render",
            metavar="DOKUMENT",
            help="Erzeugt dieses Dokument neu, sobald sich sein Inhalt ändert; auch mehrfach.",
            show_default=False,
        ),
    ] = None,
    jahr: Annotated[
        str | None,
        typer.Option(
            "--jahr",
            metavar="JAHR",
            help="Nur der Jahresbericht dieses Jahrs; ohne Angabe alle.",
            show_default=False,
        ),
    ] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format", metavar="pdf,docx,…", help="pdf, docx, odt, html, md, mit Komma getrennt, oder all."
        ),
    ] = "pdf",
    output: OutputOption = Path("ausgabe"),
    entwurf: Annotated[
        bool, typer.Option("--entwurf", help="Auch mit Fehlern; jede Seite ist als Entwurf gekennzeichnet.")
    ] = False,
    stichtag: StichtagOption = None,
) -> None:
    """Prüft die Akte bei jedem Speichern und erzeugt Dokumente neu, während Sie schreiben.

    Beispiele: „fgk watch“ im Ordner der Akte, „fgk watch --render zielvereinbarung“, „fgk watch --render jahresbericht
    --jahr 2020 --format html“. Strg+C beendet den Befehl.
    """
    from fgk.commands.following import Follower
    from fgk.sources import FolderSource
    from fgk.watching.changes import changes
    from fgk.watching.documents import Documents

    source = FolderSource(one_akte(akte))
    workspace = source.workspace()
    folders = [source.root, *([workspace.root] if workspace else [])]
    wanted = _wanted(dokumente or (), jahr, formats, output, stichtag, ist_entwurf=entwurf)
    with suppress(KeyboardInterrupt), Documents(wanted) as documents:
        following = Follower(source, documents)
        for changed in changes(folders):
            following.look(changed)
            gc.collect()  # it is switched off elsewhere, where nothing runs as long
    typer.echo("\nBeendet.")


def _wanted(
    names: Sequence[str],
    jahr: str | None,
    formats: str,
    output: Path,
    stichtag: str | None,
    *,
    ist_entwurf: bool,
) -> "Wanted":
    from fgk.commands.render_wahl import document_name, wanted_formats
    from fgk.documents.files import check_folder
    from fgk.watching.documents import Wanted

    words = [word.strip() for name in names for word in name.split(",")]
    dokumente = list(dict.fromkeys(map(document_name, words)))
    check_folder(output)
    return Wanted(
        dokumente, jahr, tuple(wanted_formats(formats)), output, parse_stichtag(stichtag), ist_entwurf
    )
