"""fgk log: the trail of an Akte or of one of its records: what changed, since when it counts, and who decided."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from fgk.commands.common import AkteOption, AtOption, parse_tag, terminal_width, wants_color
from fgk.errors import FgkError


class Format(StrEnum):
    """How the trail is written."""

    text = "text"
    md = "md"
    html = "html"
    json = "json"


def log(
    kennung: Annotated[
        str | None,
        typer.Argument(
            metavar="KENNUNG",
            help="Ein Datensatz, z. B. M-3.1.2, Z-3.1, B-2017-01 oder J-2018; ohne Angabe die ganze Akte.",
            show_default=False,
        ),
    ] = None,
    *,
    akte: AkteOption = Path(),
    seit: Annotated[
        str | None,
        typer.Option(
            "--seit", metavar="JJJJ-MM-TT", help="Nur was seit diesem Tag wirksam ist.", show_default=False
        ),
    ] = None,
    bis: Annotated[
        str | None,
        typer.Option(
            "--bis", metavar="JJJJ-MM-TT", help="Nur was bis zu diesem Tag wirksam wurde.", show_default=False
        ),
    ] = None,
    feld: Annotated[
        str | None,
        typer.Option(
            "--feld",
            metavar="FELD",
            help="Nur Felder mit diesem Wort, z. B. status oder ende.",
            show_default=False,
        ),
    ] = None,
    personen: Annotated[
        bool, typer.Option("--personen", help="Nennt die Namen aus den Commits statt der Stellen.")
    ] = False,
    output_format: Annotated[
        Format, typer.Option("--format", help="Form der Ausgabe: text, md, html oder json.")
    ] = Format.text,
    at: AtOption = None,
) -> None:
    """Zeigt, was sich in einer Akte geändert hat, seit wann es gilt und unter welchem Beschluss.

    Beispiele: „fgk log M-3.1.2“, „fgk log --seit 2018-01-01 --feld status“. Umbenannte Dateien, andere Schreibweise,
    Reihenfolge und Kommentare sind keine Änderungen.
    """
    from fgk.comparing.spur import Auswahl, Spur, spur
    from fgk.history.source import akten_at
    from fgk.history.verlauf import verlauf
    from fgk.loading.load import load_akte
    from fgk.output.progress import progress

    auswahl = Auswahl(parse_tag(seit), parse_tag(bis), feld)
    if auswahl.seit and auswahl.bis and auswahl.seit > auswahl.bis:
        raise FgkError("--seit liegt nach --bis.", "Vertauschen Sie die beiden Tage.")
    quellen = akten_at(akte, at or "HEAD")
    if len(quellen) > 1:
        raise FgkError(
            f"In „{akte}“ liegen {len(quellen)} Akten.", "Nennen Sie mit --akte den Ordner von einer."
        )
    ereignisse = list(
        verlauf(quellen[0].history, kennung, lambda steps: progress(steps, len(steps), "Schritte"))
    )
    if kennung and not ereignisse:
        raise FgkError(
            f"In der Geschichte dieser Akte kommt „{kennung}“ nicht vor.",
            "Prüfen Sie die Schreibweise der Kennung; ohne sie zeigt „fgk log“ die ganze Akte.",
        )
    if quellen[0].repository.is_shallow:
        typer.echo(
            "Der Klon ist flach: Was vor seinem ersten Commit war, fehlt hier; holen Sie es mit „git fetch --unshallow“.",
            err=True,
        )
    ergebnis = spur(Spur(ereignisse, load_akte(quellen[0])[0], kennung, personen), auswahl)
    match output_format:
        case Format.md:
            from fgk.output.vergleich_markdown import vergleich_markdown

            typer.echo(vergleich_markdown(ergebnis))
        case Format.html:
            from fgk.output.vergleich_html import vergleich_html

            typer.echo(vergleich_html(ergebnis))
        case Format.json:
            from fgk.output.vergleich_json import vergleich_json

            typer.echo(vergleich_json(ergebnis))
        case Format.text:
            from fgk.output.vergleich_text import VergleichText

            typer.echo(VergleichText(width=terminal_width(), color=wants_color()).format(ergebnis))
