"""What ``fgk watch`` says after each change: what is wrong now, what is repaired, and which documents are new."""

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
        self._said: set[object] = set()

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
        named = ", ".join(changed[:_NAMED])
        more = len(changed) - _NAMED
        return f"\n{time_of_day()} Geändert: {named}{f' und {more} weitere' if more > 0 else ''}"

    def _say_faults(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Print all faults, and what is new of everything else; then what there is in all."""
        formatter = TextOutput(width=terminal_width(), color=wants_color())
        now = {d.identity: d for d in diagnostics}
        shown = [d for key, d in now.items() if d.severity is Severity.FEHLER or key not in self._said]
        for diagnostic in shown[:_SHOWN]:
            typer.echo(formatter.format(diagnostic) + "\n")
        if len(shown) > _SHOWN:
            typer.echo(f"Und {len(shown) - _SHOWN} weitere; „fgk validate“ zeigt alle.\n")
        solved = sum(1 for key in self._said if key not in now)
        self._said = set(now)
        typer.echo(_summary(diagnostics, solved))

    def _say_made(self, made: Made) -> None:
        for path in made.dateien:
            typer.echo(f"geschrieben: {short_path(path).as_posix()}")
        if made.fehler:
            typer.echo(sentences(f"{made.titel}: {made.fehler.was}", made.fehler.tun), err=True)


def _summary(diagnostics: Sequence[Diagnostic], solved: int) -> str:
    numbers = counted(diagnostics)
    if not any(diagnostic.severity is Severity.FEHLER for diagnostic in diagnostics):
        numbers.insert(0, "Ohne Fehler")
    behoben = f" {anzahl(solved, 'Meldung ist', 'Meldungen sind')} behoben." if solved else ""
    return f"{', '.join(numbers)}.{behoben}"
