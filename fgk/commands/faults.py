"""What fgk render says of faults: why there is no document, and what a draft leaves out."""

import posixpath
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

import typer

from fgk.commands.common import refuse
from fgk.commands.saying import say, sentences
from fgk.diagnostic import Diagnostic

if TYPE_CHECKING:
    from fgk.akte import Akte
    from fgk.documents.fehlend import LackingError

#: what is shown otherwise than it was written
_REPLACED = ("FGK501", "FGK506")


def refuse_document(faults: Sequence[Diagnostic]) -> NoReturn:
    """List the faults and end with exit code 1: with them there is a draft at most."""
    from fgk.output.summary import anzahl

    refuse(
        faults,
        f"Kein Dokument erzeugt: {anzahl(len(faults), 'Fehler', 'Fehler')}.",
        "Beheben Sie die Fehler, oder erzeugen Sie mit --entwurf einen gekennzeichneten Entwurf.",
    )


def mention_faults(faults: Sequence[Diagnostic]) -> None:
    """Say which files a draft shows without their faulty parts."""
    if not faults:
        return
    from fgk.output.summary import anzahl

    files = ", ".join(dict.fromkeys(fault.path for fault in faults))
    was = f"Entwurf mit {anzahl(len(faults), 'Fehler', 'Fehlern')} in: {files}."
    typer.echo(sentences(was, "Alle Fehler nennt „fgk validate“."), err=True)


def mention_replaced(diagnostics: Sequence[Diagnostic]) -> None:
    """Say where the document shows a replacement sign or another typeface, because no font is there for it."""
    for diagnostic in diagnostics:
        if diagnostic.code not in _REPLACED:
            continue
        span = diagnostic.span
        typer.echo(f"Hinweis: {diagnostic.path}:{span.line}:{span.column}: {diagnostic.was}", err=True)


def say_missing(error: "LackingError", akte: "Akte") -> None:
    """List what a document lacks, each with its file and key."""
    say(f"fgk: {error.was}", "     ", err=True)
    for fehlend in error.fehlend:
        is_file = "." in fehlend.datei
        place = ("" if is_file else "Ordner ") + posixpath.normpath(akte.shown_path(fehlend.datei))
        say(f"  - {fehlend.was}: {place}, {fehlend.stelle}", "    ", err=True)
    say(f"  → {error.tun}", "    ", err=True)
