"""Diagnostics as JSON, for programs. Lines and columns count from 1, columns in code points."""

import json
from collections.abc import Sequence
from typing import Any

from fgk.diagnostic import Diagnostic
from fgk.output.summary import counts


def json_report(diagnostics: Sequence[Diagnostic], akten: int, files: int) -> str:
    """Return one JSON document: version, summary, and the diagnostics in order."""
    document = {
        "version": 1,
        "akten": akten,
        "dateien": files,
        "zusammenfassung": {severity.name: number for severity, number in counts(diagnostics).items()},
        "meldungen": [_entry(diagnostic) for diagnostic in diagnostics],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _entry(diagnostic: Diagnostic) -> dict[str, Any]:
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "schwere": diagnostic.severity.name,
        "datei": diagnostic.path,
        "zeile": span.line,
        "spalte": span.column,
        "ende_zeile": span.end_line,
        "ende_spalte": span.end_column,
        "was": diagnostic.was,
        "tun": diagnostic.tun,
    }
