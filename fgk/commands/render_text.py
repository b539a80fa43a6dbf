"""fgk render --textbausteine: a paper as plain text, to be copied into a session system."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from fgk.commands.common import ERRORS
from fgk.commands.faults import mention_faults, refuse_document, say_missing
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.documents import Auftrag
    from fgk.sources import Source

#: what says how a file looks, of which plain text has nothing
_OTHER_FORMS = {"formats": "--format", "anhang": "--anhang", "mit_verlauf": "--mit-verlauf"}


def check_textbausteine(name: str, said: Collection[str]) -> None:
    """Raise ``FgkError`` for a document that is no paper, and for options that plain text cannot follow."""
    from fgk.documents import DOKUMENTE

    art = DOKUMENTE[name]
    if art.option != "--beschluss":  # only a paper is for a decision
        raise FgkError(
            f"Textbausteine gibt es nur von Vorlagen für den Rat; „{art.titel}“ ist keine.",
            "Lassen Sie --textbausteine weg, oder nehmen Sie beschlussvorlage oder mitteilungsvorlage.",
        )
    for option in _OTHER_FORMS.keys() & set(said):
        raise FgkError(
            f"Textbausteine sind einfacher Text; {_OTHER_FORMS[option]} passt nicht dazu.",
            "Lassen Sie eines von beiden weg.",
        )


def render_text(
    source: "Source", order: "Auftrag", output: Path | None, day: date, *, ist_entwurf: bool
) -> None:
    """Print the blocks of a paper, or write them into a file in the folder ``output``."""
    from fgk.documents import baue
    from fgk.documents.fehlend import LackingError
    from fgk.documents.textbausteine import textbausteine
    from fgk.serie import pruefe

    checked = pruefe(source, day, ist_entwurf=ist_entwurf)
    if checked.fehler and not ist_entwurf:
        refuse_document(checked.fehler)
    try:
        stem, paper = baue(checked.akte, order, day, ist_entwurf=ist_entwurf, workspace=checked.workspace)
    except LackingError as error:
        say_missing(error, checked.akte)
        raise typer.Exit(ERRORS) from error
    text = textbausteine(paper)
    if output is None:
        typer.echo(text, nl=False)
    else:
        _write(output, f"{stem}.txt", text)
    mention_faults(checked.fehler)


def _write(folder: Path, name: str, text: str) -> None:
    """Write a text as the editor of Windows expects it: with its ends of lines, and marked as UTF-8."""
    from fgk.documents.files import check_folder, write_files
    from fgk.sources import short_path

    check_folder(folder)
    contents = {name: text.replace("\n", "\r\n").encode("utf-8-sig")}
    for path in write_files(folder, contents):
        typer.echo(f"geschrieben: {short_path(path).as_posix()}")
