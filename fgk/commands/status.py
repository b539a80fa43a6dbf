"""fgk status: where the audit stands, what is due, and as a calendar; which answers to a report are missing."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import (
    AkteArgument,
    AtOption,
    OutputFileOption,
    StichtagAtOption,
    one_akte,
    parse_stichtag,
    terminal_width,
    wants_color,
)
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.output.ruecklauf import Ruecklaufbericht
    from fgk.output.stand.liste import Standliste
    from fgk.sources import Source
    from fgk.stand.lage import Stand


class Format(StrEnum):
    """How it is written."""

    text = "text"
    json = "json"
    md = "md"


def status(
    akte: AkteArgument = None,
    *,
    ics: Annotated[
        bool, typer.Option("--ics", help="Schreibt die offenen Fristen als Kalender (iCalendar).")
    ] = False,
    erledigte: Annotated[
        bool, typer.Option("--erledigte", help="Zeigt auch Fristen, die erledigt sind.")
    ] = False,
    ruecklauf: Annotated[
        str | None,
        typer.Option(
            "--ruecklauf",
            metavar="JAHR",
            help="Wer zu diesem Jahresbericht noch nicht geantwortet hat.",
            show_default=False,
        ),
    ] = None,
    formulare: Annotated[
        Path | None,
        typer.Option(
            "--formulare",
            metavar="ORDNER",
            help="Zeigt zum Rücklauf auch, welche ausgefüllten Formulare hier liegen und noch nicht eingelesen sind.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="Form der Ausgabe: text, json oder md.")
    ] = Format.text,
    output: OutputFileOption = None,
    stichtag: StichtagAtOption = None,
    at: AtOption = None,
) -> None:
    """Zeigt, wo das Audit steht: Phase, was fehlt, was fällig ist, und wie weit die Maßnahmen sind.

    Beispiele: „fgk status“, „fgk status --stichtag 2019-12-31“, „fgk status --ics -o fristen.ics“, „fgk status --ruecklauf 2020“,
    „fgk status --ruecklauf 2020 --formulare ruecklauf/“. Liegen in einem Ordner mehrere Akten, bekommt jede eine Zeile.
    Beantwortet ist beim Rücklauf eine Maßnahme, wenn ihr Eintrag einen Bericht, eine Abweichung oder eine Begründung hat,
    die nicht vom Vorjahr ist.
    """
    _check(ruecklauf, formulare, output_format, ics=ics, has_more=bool(at or output or erledigte))
    if ruecklauf is not None:
        from fgk.commands.status_ruecklauf import ruecklaufbericht

        day = parse_stichtag(stichtag)
        _echo_ruecklauf(ruecklaufbericht(one_akte(akte), ruecklauf, formulare, day), output_format)
        return
    sources = _sources(akte, at)
    day = parse_stichtag(stichtag, sources[0])
    liste = _staende(sources, day)
    if ics:
        from fgk.output.stand.kalender import als_kalender

        _write(als_kalender(liste.staende, mit_erledigten=erledigte), output)
        return
    text = _liste(liste, output_format, day) if len(sources) > 1 else ""
    text = text or _einer(
        liste.staende[0], output_format, mit_erledigten=erledigte, is_file=output is not None
    )
    _write(f"{text}\n", output)


def _check(
    ruecklauf: str | None, formulare: Path | None, output_format: Format, *, ics: bool, has_more: bool
) -> None:
    """Refuse options that do not go together."""
    if ics and output_format is not Format.text:
        raise FgkError(
            "--ics und --format passen nicht zusammen: Ein Kalender hat seine eigene Form.",
            "Lassen Sie eines von beiden weg.",
        )
    if ruecklauf is None and formulare is not None:
        raise FgkError(
            "--formulare gehört zu --ruecklauf.", "Nennen Sie dazu ein Jahr, z. B. --ruecklauf 2020."
        )
    if ruecklauf is not None and (ics or has_more):
        raise FgkError(
            "Zu --ruecklauf passen nur --formulare, --format und --stichtag.",
            "Lassen Sie die anderen Angaben weg, oder fragen Sie ohne --ruecklauf nach dem Stand.",
        )


def _sources(path: Path | None, at: str | None) -> "Sequence[Source]":
    """Return the Akte at or around a folder, else all below it; as they are or as they stood at a revision."""
    from fgk.finding import find_akte_upwards
    from fgk.workspace import sources_of

    if at is None and (path is None or path.exists()) and find_akte_upwards(path or Path()) is None:
        return sources_of([path or Path()])
    return sources_of([path or Path()], at) if at else sources_of([one_akte(path)])


def _staende(sources: "Sequence[Source]", day: date) -> "Standliste":
    """Return where Akten stand; of several, one with a faulty head does not keep the others away."""
    from fgk.loading.load import load_akte
    from fgk.loading.nachbarn import vergiss
    from fgk.output.stand.liste import Standliste
    from fgk.stand.ueberblick import stand_von

    vergiss()
    staende: list[Stand] = []
    unlesbar: list[str] = []
    for source in sources:
        try:
            staende.append(stand_von(load_akte(source)[0], day))
        except FgkError:
            if len(sources) == 1:
                raise
            unlesbar.append(source.label)
    return Standliste(staende, unlesbar)


def _einer(stand: "Stand", output_format: Format, *, mit_erledigten: bool, is_file: bool) -> str:
    match output_format:
        case Format.json:
            from fgk.output.stand.json import als_json

            return als_json(stand)
        case Format.md:
            from fgk.output.stand.markdown import als_markdown

            return "\n".join(als_markdown(stand, mit_erledigten=mit_erledigten))
        case Format.text:
            from fgk.output.stand.text import als_text

            color = wants_color() and not is_file
            return als_text(stand, width=terminal_width(), color=color, mit_erledigten=mit_erledigten)


def _liste(liste: "Standliste", output_format: Format, day: date) -> str:
    from fgk.output.stand.liste import liste_als_markdown, liste_als_text

    match output_format:
        case Format.json:
            from fgk.output.stand.json import alle_als_json

            return alle_als_json(liste.staende, liste.unlesbar, day)
        case Format.md:
            return "\n".join(liste_als_markdown(liste))
        case Format.text:
            return "\n".join(liste_als_text(liste, width=terminal_width()))


def _write(data: str | bytes, output: Path | None) -> None:
    """Write a file as a whole, or onto the screen as it is: the line ends of a calendar are not ours."""
    if output is None:
        typer.echo(data, nl=False)
        return
    from fgk.documents.files import write_files
    from fgk.sources import short_path

    if output.is_dir():
        raise FgkError(f"„{output}“ ist ein Ordner und keine Datei.", "Nennen Sie mit -o eine Datei.")
    for written in write_files(
        output.parent, {output.name: data.encode() if isinstance(data, str) else data}
    ):
        typer.echo(f"geschrieben: {short_path(written).as_posix()}")


def _echo_ruecklauf(bericht: "Ruecklaufbericht", output_format: Format) -> None:
    from fgk.output.ruecklauf import als_json, als_markdown, als_text

    match output_format:
        case Format.json:
            typer.echo(als_json(bericht))
        case Format.md:
            typer.echo("\n".join(als_markdown(bericht)))
        case Format.text:
            typer.echo("\n".join(als_text(bericht, width=terminal_width())))
