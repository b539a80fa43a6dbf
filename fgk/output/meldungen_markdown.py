"""Diagnostics as a table in Markdown, for a comment on a pull request and for the summary of a pipeline's step.

Nothing that users wrote can become more than text (``markdown.inert``); what does not fit is counted.
"""

from collections.abc import Callable, Sequence

from fgk.diagnostic import Diagnostic, Severity
from fgk.markdown import inert
from fgk.output.orte import Orte
from fgk.output.sauber import clean

_WORTE = {Severity.FEHLER: "Fehler", Severity.WARNUNG: "Warnung", Severity.HINWEIS: "Hinweis"}
_TABELLE = "| | Stelle | Meldung |\n| --- | --- | --- |\n"
#: room for the sentence about the rest
_RESERVE = 200


def size_in_bytes(text: str) -> int:
    """Return how many bytes a text takes in a file."""
    return len(text.encode("utf-8", "replace"))


def meldungen_markdown(diagnostics: Sequence[Diagnostic], summary: str, orte: Orte, hoechstens: int) -> str:
    """Return a section of at most this many bytes; empty where not even its heading fits."""
    head = f"## fgk validate\n\n{inert(summary)}\n"
    room = hoechstens - size_in_bytes(head) - 1
    if room < 0:
        return ""
    return f"{head}\n{meldungstabelle(diagnostics, orte, room, size_in_bytes)}" if diagnostics else head


def meldungstabelle(
    diagnostics: Sequence[Diagnostic], orte: Orte, hoechstens: int, size: Callable[[str], int] = len
) -> str:
    """Return the table of these diagnostics, the worst first, with a sentence about those that do not fit."""
    room = hoechstens - size(_TABELLE) - _RESERVE
    rows: list[str] = []
    for diagnostic in sorted(diagnostics, key=lambda d: -d.severity):
        row = _zeile(diagnostic, orte)
        room -= size(row)
        if room < 0:
            break
        rows.append(row)
    rest = len(diagnostics) - len(rows)
    if not rest:
        return _TABELLE + "".join(rows)
    was = "Eine weitere Meldung passt" if rest == 1 else f"{rest} weitere Meldungen passen"
    table = f"{_TABELLE}{''.join(rows)}\n" if rows else ""
    satz = f"**Gekürzt:** {was} hier nicht hinein. Alle nennt `fgk validate`.\n"
    return f"{table}{satz}" if hoechstens > _RESERVE else ""


def _zeile(diagnostic: Diagnostic, orte: Orte) -> str:
    wort = _WORTE[diagnostic.severity]
    stelle = f"{orte.von(diagnostic.path)}:{diagnostic.span.line}"
    was, tun = inert(clean(diagnostic.was)), inert(clean(diagnostic.tun))
    return f"| {wort} {diagnostic.code} | {inert(clean(stelle))} | {was}<br>{tun} |\n"
