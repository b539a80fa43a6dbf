"""fgk comment: what a pull request changes, as Markdown for the comment below it."""

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from fgk.commands.common import AtOption, OutputFileOption, StichtagAtOption, parse_stichtag


def comment(
    pfade: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PFAD", help="Ordner mit Akten; ohne Angabe der aktuelle Ordner.", show_default=False
        ),
    ] = None,
    *,
    base: Annotated[
        str,
        typer.Option(
            "--base",
            metavar="REV",
            help="Stand, mit dem verglichen wird; ohne Angabe der des Pull-Requests oder der Abzweig vom Hauptzweig.",
            show_default=False,
        ),
    ] = "auto",
    at: AtOption = None,
    output: OutputFileOption = None,
    stichtag: StichtagAtOption = None,
) -> None:
    """Schreibt den Kommentar zu einem Pull-Request: Fehler, Änderungen nach Inhalt, neue Jahresberichte.

    Beispiele: „fgk comment“ auf dem Zweig eines Vorschlags, „fgk comment --base main -o kommentar.md“.
    Gesendet wird nichts; das tun die Vorlagen für GitHub, GitLab und Forgejo. Endet mit 0, auch wenn es Fehler gibt.
    """
    from fgk.bases import vergleichsbasis
    from fgk.errors import FgkError
    from fgk.output.kommentar import kommentar_markdown
    from fgk.output.orte import Orte
    from fgk.vorschlag import vorschlag
    from fgk.workspace import check_all, check_gone, jobs_for, sources_of

    paths = pfade or [Path()]
    akten = sources_of(paths, at)
    gegen = vergleichsbasis(akten, paths, base)
    if gegen is None:
        raise FgkError("Es gibt keinen Vergleichsstand.", "Nennen Sie ihn mit --base.")
    tag = parse_stichtag(stichtag, akten[0])
    todo = jobs_for(akten, tag, against=gegen)
    results = chain(check_all(todo), check_gone(gegen))
    diagnostics = [diagnostic for result in results for diagnostic in result.diagnostics]
    orte = Orte(stand for stand in (at, gegen.basis.name) if stand)
    text = kommentar_markdown(vorschlag(akten, gegen, diagnostics, tag), orte)
    if output is None:
        typer.echo(text, nl=False)
    else:
        from fgk.commands.reports import write_text

        write_text(output, text)
