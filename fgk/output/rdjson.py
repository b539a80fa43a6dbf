"""Diagnostics in reviewdog's Diagnostic Format, for the many platforms that it comments on.

Its columns count bytes of UTF-8, ours code points, so the line itself is needed to tell one from the other.
"""

import json
from collections.abc import Sequence
from typing import Any

from fgk.diagnostic import Diagnostic, Severity
from fgk.output.orte import Orte
from fgk.output.sauber import clean

_SEVERITY = {Severity.FEHLER: "ERROR", Severity.WARNUNG: "WARNING", Severity.HINWEIS: "INFO"}


def rdjson_report(diagnostics: Sequence[Diagnostic], orte: Orte) -> str:
    """Return one JSON document with all diagnostics in order."""
    document = {
        "source": {"name": "fgk"},
        "diagnostics": [_entry(diagnostic, orte) for diagnostic in diagnostics],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _entry(diagnostic: Diagnostic, orte: Orte) -> dict[str, Any]:
    return {
        "message": clean(f"{diagnostic.was} {diagnostic.tun}"),
        "location": {"path": clean(orte.von(diagnostic.path)), "range": _range(diagnostic)},
        "severity": _SEVERITY[diagnostic.severity],
        "code": {"value": diagnostic.code},
    }


def _range(diagnostic: Diagnostic) -> dict[str, Any]:
    span = diagnostic.span
    found = {
        name: {"line": line, "column": column}
        for name, line, column in (
            ("start", span.line, _bytes(diagnostic, span.line, span.column)),
            ("end", span.end_line, _bytes(diagnostic, span.end_line, span.end_column)),
        )
        if column
    }
    return found if "start" in found else {"start": {"line": span.line}}


def _bytes(diagnostic: Diagnostic, line: int, column: int) -> int | None:
    """Return the column in bytes, from 1; ``None`` where the line is not at hand."""
    if column == 1:
        return 1
    place = line - diagnostic.erste_zeile
    if not 0 <= place < len(diagnostic.zeilen):
        return None
    return len(diagnostic.zeilen[place][: column - 1].encode("utf-8", "surrogatepass")) + 1
