"""Diagnostics as a Code Quality report of GitLab."""

import json
from collections.abc import Sequence
from typing import Any

from fgk.diagnostic import Diagnostic, Severity
from fgk.output.fingerabdruck import fingerabdruecke
from fgk.output.orte import Orte
from fgk.output.sauber import clean

_SEVERITY = {Severity.FEHLER: "major", Severity.WARNUNG: "minor", Severity.HINWEIS: "info"}


def gitlab_report(diagnostics: Sequence[Diagnostic], orte: Orte) -> str:
    """Return one JSON list with an entry for each diagnostic."""
    marks = fingerabdruecke(diagnostics, orte)
    entries = [_entry(d, mark, orte) for d, mark in zip(diagnostics, marks, strict=True)]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _entry(diagnostic: Diagnostic, mark: str, orte: Orte) -> dict[str, Any]:
    return {
        "description": clean(f"{diagnostic.was} {diagnostic.tun}"),
        "check_name": diagnostic.code,
        "fingerprint": mark,
        "severity": _SEVERITY[diagnostic.severity],
        "location": {
            "path": clean(orte.von(diagnostic.path)),
            "lines": {"begin": max(1, diagnostic.span.line)},
        },
    }
