"""fgk diff: two annual reports, or two Akten, and what differs in their content."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import ERRORS, OK, AtOption, OutputFileOption, terminal_width, wants_color

if TYPE_CHECKING:
    from fgk.vergleich import Vergleich


class Format(StrEnum):
    """How the comparison is written."""

    text = "text"
    md = "md"
    html = "html"
    json = "json"


def diff(
    a: Annotated[
        str,
        typer.Argument(
            metavar="A",
            help="Vorher: ein Jahr wie 2018, der Ordner einer Akte oder ein Stand wie HEAD~1.",
            show_default=False,
        ),
    ],
    b: Annotated[
        str,
        typer.Argument(
            metavar="B", help="Nachher: ein Jahr wie 2019, ein Ordner oder ein Stand.", show_default=False
        ),
    ],
    *,
    akte: Annotated[
        Path | None,
        typer.Option(
            "--akte",
            metavar="ORDNER",
            help="Akte, deren Jahresberichte gemeint sind; ohne Angabe die im aktuellen Ordner.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="Form der Ausgabe: text, md, html oder json.")
    ] = Format.text,
    output: OutputFileOption = None,
    at: AtOption = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Endet mit 1, wenn es Unterschiede gibt, sonst mit 0.")
    ] = False,
) -> None:
    """Vergleicht zwei Jahresberichte oder zwei Fassungen einer Akte nach ihrem Inhalt.

    Beispiele: „fgk diff 2018 2019“ im Ordner der Akte, „fgk diff HEAD~1 .“, „fgk diff alt/ neu/ --format md“.
    Umbenannte Dateien, andere Reihenfolge und Kommentare sind keine Unterschiede.
    """
    from fgk.commands.vergleichsseiten import Aktenpaar, vergleichsseiten
    from fgk.comparing.akten import vergleiche_akten
    from fgk.comparing.berichte import vergleiche_berichte

    seiten = vergleichsseiten(a, b, akte, at)
    vergleich = vergleiche_akten(*seiten) if isinstance(seiten, Aktenpaar) else vergleiche_berichte(seiten)
    text = _geschrieben(vergleich, output_format, is_file=output is not None)
    if output is None:
        typer.echo(text)
    else:
        _write(output, text)
    raise typer.Exit(ERRORS if exit_code and vergleich.anzahl else OK)


def _geschrieben(vergleich: "Vergleich", output_format: Format, *, is_file: bool) -> str:
    match output_format:
        case Format.md:
            from fgk.output.vergleich_markdown import vergleich_markdown

            return vergleich_markdown(vergleich)
        case Format.html:
            from fgk.output.vergleich_html import vergleich_html

            return vergleich_html(vergleich)
        case Format.json:
            from fgk.output.vergleich_json import vergleich_json

            return vergleich_json(vergleich)
        case Format.text:
            from fgk.output.vergleich_text import VergleichText

            return VergleichText(width=terminal_width(), color=wants_color() and not is_file).format(
                vergleich
            )


def _write(path: Path, text: str) -> None:
    from fgk.documents.files import write_files
    from fgk.errors import FgkError
    from fgk.sources import short_path

    if path.is_dir():
        raise FgkError(f"„{path}“ ist ein Ordner und keine Datei.", "Nennen Sie mit -o eine Datei.")
    for written in write_files(path.parent, {path.name: f"{text}\n".encode()}):
        typer.echo(f"geschrieben: {short_path(written).as_posix()}")
