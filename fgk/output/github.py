"""Diagnostics as annotations of GitHub: lines that its runner reads out of the log.

The runner takes commands from any line of the log, so all other lines stand between ``stop-commands`` and a word that
nobody can guess. Of each level it shows ten annotations in a step and drops the rest in silence: we show nine and say
how many there are.
"""

from collections.abc import Iterator, Sequence

from fgk.diagnostic import Diagnostic, Severity
from fgk.output.orte import Orte
from fgk.output.sauber import clean

_LEVEL = {Severity.FEHLER: "error", Severity.WARNUNG: "warning", Severity.HINWEIS: "notice"}
_WEITERE = {Severity.FEHLER: "Fehler", Severity.WARNUNG: "Warnungen", Severity.HINWEIS: "Hinweise"}
HOECHSTENS = 10


def stop_commands(token: str) -> str:
    """Return the line after which the runner takes no command, until it meets :func:`resume_commands`."""
    return f"::stop-commands::{token}"


def resume_commands(token: str) -> str:
    """Return the line with which the runner takes commands again."""
    return f"::{token}::"


def annotations(diagnostics: Sequence[Diagnostic], orte: Orte) -> Iterator[str]:
    """Yield the lines for a step: the worst first, and never more than the runner shows."""
    for severity in sorted(Severity, reverse=True):
        level = [diagnostic for diagnostic in diagnostics if diagnostic.severity is severity]
        shown = level if len(level) <= HOECHSTENS else level[: HOECHSTENS - 1]
        yield from (_annotation(diagnostic, orte) for diagnostic in shown)
        if len(shown) < len(level):
            text = (
                f"{len(level) - len(shown)} weitere {_WEITERE[severity]}: Alle stehen im Log dieses Schritts."
            )
            yield _command(_LEVEL[severity], {"title": "fgk validate"}, text)


def _annotation(diagnostic: Diagnostic, orte: Orte) -> str:
    span = diagnostic.span
    # an end before the first sign of a line is the end of the line before
    end = span.end_line - 1 if span.end_column == 1 and span.end_line > span.line else span.end_line
    properties = {
        "file": clean(orte.von(diagnostic.path)),
        "line": str(span.line),
        "col": str(span.column),
        "endLine": str(end),
        "title": diagnostic.code,
    }
    return _command(_LEVEL[diagnostic.severity], properties, f"{diagnostic.was} {diagnostic.tun}")


def _command(name: str, properties: dict[str, str], text: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name} {given}::{_data(clean(text))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
