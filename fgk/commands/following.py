"""What ``fgk watch`` says after each change: what is wrong now, what is repaired, and which documents are new."""

import os
from collections.abc import Sequence

import typer

from fgk.commands.common import terminal_width, time_of_day, wants_color
from fgk.commands.saying import sentences
from fgk.diagnostic import Diagnostic, Severity
from fgk.output.summary import anzahl, counted
from fgk.output.text import TextOutput
from fgk.serie import pruefe
from fgk.sources import FolderSource, short_path
from fgk.watching.documents import Documents, Made

#: files that a line names before it only counts
_NAMED = 3
#: faults that are shown at once; more of them have one cause, as a folder that was moved
_SHOWN = 10


class Follower:
    """Says after each change what is wrong now and what was made anew; knows what was said before."""

    def __init__(self, source: FolderSource, documents: Documents) -> None:
        self._source = source
        self._documents = documents
        self._said: set[tuple[str, str, str]] = set()

    def look(self, changed: Sequence[str]) -> None:
        """Check the Akte and bring its documents up to date."""
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
        gone = [path for path in changed if not os.path.lexists(path)]
        there = [path for path in changed if path not in gone]
        parts = [
            f"{word}: {_named(paths)}" for word, paths in (("Geändert", there), ("Gelöscht", gone)) if paths
        ]
        return f"\n{time_of_day()} {'. '.join(parts)}"

    def _say_faults(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Print all faults, and what is new of everything else; then what there is in all."""
        formatter = TextOutput(width=terminal_width(), color=wants_color())
        now = {d.identity: d for d in diagnostics}
        shown = [d for key, d in now.items() if d.severity is Severity.FEHLER or key not in self._said]
        for diagnostic in shown[:_SHOWN]:
            typer.echo(formatter.format(diagnostic) + "\n")
        if len(shown) > _SHOWN:
            typer.echo(f"Und {len(shown) - _SHOWN} weitere; „fgk validate“ zeigt alle.\n")
        over = [path for code, path, was in self._said if (code, path, was) not in now]
        self._said = set(now)
        gone = sum(not os.path.lexists(path) for path in over)
        typer.echo(_summary(diagnostics, len(over) - gone, gone))

    def _say_made(self, made: Made) -> None:
        for path in made.dateien:
            typer.echo(f"geschrieben: {short_path(path).as_posix()}")
        if made.fehler:
            typer.echo(sentences(f"{made.titel}: {made.fehler.was}", made.fehler.tun), err=True)


def _named(paths: Sequence[str]) -> str:
    more = len(paths) - _NAMED
    return f"{', '.join(paths[:_NAMED])}{f' und {more} weitere' if more > 0 else ''}"


def _summary(diagnostics: Sequence[Diagnostic], solved: int, gone: int) -> str:
    numbers = counted(diagnostics)
    if not any(diagnostic.severity is Severity.FEHLER for diagnostic in diagnostics):
        numbers.insert(0, "Ohne Fehler")
    behoben = f" {anzahl(solved, 'Meldung ist', 'Meldungen sind')} behoben." if solved else ""
    entfallen = f" {anzahl(gone, 'Meldung entfällt', 'Meldungen entfallen')} mit Gelöschtem." if gone else ""
    return f"{', '.join(numbers)}.{behoben}{entfallen}"
