"""fgk watch: check an Akte, and make its documents anew, whenever somebody saves a file."""

import gc
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import (
    StichtagOption,
    one_akte,
    parse_stichtag,
    terminal_width,
    time_of_day,
    wants_color,
)
from fgk.commands.saying import sentences

if TYPE_CHECKING:
    from fgk.diagnostic import Diagnostic
    from fgk.sources import FolderSource
    from fgk.watching.documents import Documents, Made, Wanted

#: files that a line names before it only counts
_NAMED = 3
#: faults that are shown at once; more of them have one cause, as a folder that was moved
_SHOWN = 10


def watch(
    akte: Annotated[
        Path | None,
        typer.Argument(metavar="AKTE", help="Ordner der Akte; ohne Angabe der aktuelle.", show_default=False),
    ] = None,
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
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="ORDNER", help="Wohin geschrieben wird.")
    ] = Path("ausgabe"),
    entwurf: Annotated[
        bool, typer.Option("--entwurf", help="Auch mit Fehlern; jede Seite ist als Entwurf gekennzeichnet.")
    ] = False,
    stichtag: StichtagOption = None,
) -> None:
    """Prüft die Akte bei jedem Speichern und erzeugt Dokumente neu, während Sie schreiben.

    Beispiele: „fgk watch“ im Ordner der Akte, „fgk watch --render zielvereinbarung“, „fgk watch --render jahresbericht
    --jahr 2020 --format html“. Strg+C beendet den Befehl.
    """
    from fgk.sources import FolderSource
    from fgk.watching.changes import changes
    from fgk.watching.documents import Documents

    source = FolderSource(one_akte(akte))
    workspace = source.workspace()
    folders = [source.root, *([workspace.root] if workspace else [])]
    wanted = _wanted(dokumente or (), jahr, formats, output, stichtag, ist_entwurf=entwurf)
    with suppress(KeyboardInterrupt), Documents(wanted) as documents:
        following = _Follower(source, documents)
        for changed in changes(folders):
            following.look(changed)
            gc.collect()  # it is switched off elsewhere, where nothing runs as long
    typer.echo("\nBeendet.")


class _Follower:
    """Says after each change what is wrong now and what was made anew; knows what was said before."""

    def __init__(self, source: "FolderSource", documents: "Documents") -> None:
        self._source = source
        self._documents = documents
        self._said: set[object] = set()

    def look(self, changed: Sequence[str]) -> None:
        """Check the Akte and bring its documents up to date."""
        from fgk.serie import pruefe

        wanted = self._documents.wanted
        typer.echo(self._heading(changed))
        checked = pruefe(self._source, wanted.stichtag, ist_entwurf=wanted.ist_entwurf)
        self._say_faults(checked.diagnostics)
        if checked.fehler and not wanted.ist_entwurf:
            if wanted.dokumente:
                typer.echo("Die Dokumente bleiben, wie sie sind, bis die Fehler behoben sind.")
            return
        for made in self._documents.update(checked, changed):
            self._say_made(made)

    def _heading(self, changed: Sequence[str]) -> str:
        if not changed:
            return f"{time_of_day()} Beobachtet wird „{self._source.label}“. Strg+C beendet."
        named = ", ".join(changed[:_NAMED])
        more = len(changed) - _NAMED
        return f"\n{time_of_day()} Geändert: {named}{f' und {more} weitere' if more > 0 else ''}"

    def _say_faults(self, diagnostics: Sequence["Diagnostic"]) -> None:
        """Print all faults, and what is new of everything else; then what there is in all."""
        from fgk.diagnostic import Severity
        from fgk.output.text import TextOutput

        formatter = TextOutput(width=terminal_width(), color=wants_color())
        now = {(d.path, d.code, d.was): d for d in diagnostics}
        shown = [d for key, d in now.items() if d.severity is Severity.FEHLER or key not in self._said]
        for diagnostic in shown[:_SHOWN]:
            typer.echo(formatter.format(diagnostic) + "\n")
        if len(shown) > _SHOWN:
            typer.echo(f"Und {len(shown) - _SHOWN} weitere; „fgk validate“ zeigt alle.\n")
        solved = sum(1 for key in self._said if key not in now)
        self._said = set(now)
        typer.echo(_summary(diagnostics, solved))

    def _say_made(self, made: "Made") -> None:
        from fgk.sources import short_path

        for path in made.dateien:
            typer.echo(f"geschrieben: {short_path(path).as_posix()}")
        if made.fehler:
            typer.echo(sentences(f"{made.titel}: {made.fehler.was}", made.fehler.tun), err=True)


def _summary(diagnostics: Sequence["Diagnostic"], solved: int) -> str:
    from fgk.diagnostic import Severity
    from fgk.output.summary import anzahl, counted

    numbers = counted(diagnostics)
    if not any(diagnostic.severity is Severity.FEHLER for diagnostic in diagnostics):
        numbers.insert(0, "Ohne Fehler")
    behoben = f" {anzahl(solved, 'Meldung ist', 'Meldungen sind')} behoben." if solved else ""
    return f"{', '.join(numbers)}.{behoben}"


def _wanted(
    names: Sequence[str],
    jahr: str | None,
    formats: str,
    output: Path,
    stichtag: str | None,
    *,
    ist_entwurf: bool,
) -> "Wanted":
    from fgk.commands.render import document_name, wanted_formats
    from fgk.documents.files import check_folder
    from fgk.watching.documents import Wanted

    words = [word.strip() for name in names for word in name.split(",")]
    dokumente = list(dict.fromkeys(map(document_name, words)))
    check_folder(output)
    return Wanted(
        dokumente, jahr, tuple(wanted_formats(formats)), output, parse_stichtag(stichtag), ist_entwurf
    )
