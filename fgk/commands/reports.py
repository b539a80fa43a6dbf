"""What ``fgk validate`` says to programs: the form of each platform, on the screen or in a file."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from fgk.commands.common import terminal_width
from fgk.diagnostic import Diagnostic, Severity
from fgk.errors import FgkError
from fgk.output.orte import Orte
from fgk.output.summary import summary_line
from fgk.workspace import Result

if TYPE_CHECKING:
    from fgk.output.junit import Checked

#: GitHub drops a summary that is too large without a word; a little below its limit too
_SUMMARY_BYTES = 1_000_000
_SUMMARY = "GITHUB_STEP_SUMMARY"


class Lauf(NamedTuple):
    """A run over Akten: what came out, how many there were, which rules, at which revisions, and what is a failure."""

    results: Sequence[Result]
    akten: int
    auswahl: str
    staende: Sequence[str]
    limit: Severity

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Everything that was found, in order."""
        return [diagnostic for result in self.results for diagnostic in result.diagnostics]

    @property
    def summary(self) -> str:
        """The line that ends the text output."""
        return summary_line(self.diagnostics, self.akten, sum(r.files for r in self.results), self.auswahl)


def write_report(form: str, lauf: Lauf, output: Path | None) -> None:
    """Print the report in this form, or write it to a file; raises ``FgkError`` where that does not go."""
    text = _report(form, lauf, Orte(lauf.staende))
    if output is None:
        typer.echo(text)
    else:
        write_text(output, f"{text}\n")
    if form == "github":
        _write_summary(lauf)


def _report(form: str, lauf: Lauf, orte: Orte) -> str:
    match form:
        case "json":
            from fgk.output.json import json_report

            return json_report(lauf.diagnostics, lauf.akten, sum(r.files for r in lauf.results))
        case "github":
            return _github(lauf, orte)
        case "gitlab":
            from fgk.output.gitlab import gitlab_report

            return gitlab_report(lauf.diagnostics, orte)
        case "junit":
            from fgk.output.junit import junit_report

            return junit_report(map(_checked, lauf.results), orte, lauf.limit)
        case "sarif":
            from fgk.checking import all_rules
            from fgk.output.sarif import sarif_report

            return sarif_report(lauf.diagnostics, orte, all_rules())
        case "rdjson":
            from fgk.output.rdjson import rdjson_report

            return rdjson_report(lauf.diagnostics, orte)
    return _text(lauf)


def _checked(result: Result) -> "Checked":
    from fgk.output.junit import Checked

    return Checked(result.label, result.records, result.diagnostics)


def _text(lauf: Lauf) -> str:
    from fgk.output.text import TextOutput

    output = TextOutput(width=terminal_width(), color=False)
    return "\n\n".join([*map(output.format, lauf.diagnostics), lauf.summary])


def _github(lauf: Lauf, orte: Orte) -> str:
    """Return the log of a step: the text, out of which nobody can make a command, and the annotations."""
    import secrets

    from fgk.output.github import annotations, resume_commands, stop_commands

    token = secrets.token_hex(16)
    log = [stop_commands(token), _text(lauf), resume_commands(token)]
    return "\n".join([*log, *annotations(lauf.diagnostics, orte)])


def write_text(path: Path, text: str) -> None:
    """Write a file as a whole; raises ``FgkError`` where that does not go."""
    from fgk.documents.files import write_files

    if path.is_dir():
        raise FgkError(f"„{path}“ ist ein Ordner und keine Datei.", "Nennen Sie mit -o eine Datei.")
    write_files(path.parent, {path.name: text.encode("utf-8", "replace")})


def _write_summary(lauf: Lauf) -> None:
    """Put the table of faults into the summary of GitHub's step, where there is one."""
    name = os.environ.get(_SUMMARY)
    if not name:
        return
    from fgk.output.meldungen_markdown import meldungen_markdown

    path = Path(name)
    try:
        room = _SUMMARY_BYTES - 1 - (path.stat().st_size if path.exists() else 0)
        text = meldungen_markdown(lauf.diagnostics, lauf.summary, Orte(lauf.staende), room)
        with path.open("ab") as file:
            file.write(text.encode())
    except OSError as error:
        raise FgkError(
            f"Die Zusammenfassung „{name}“ lässt sich nicht schreiben.",
            f"Prüfen Sie, wohin die Variable {_SUMMARY} zeigt.",
        ) from error
