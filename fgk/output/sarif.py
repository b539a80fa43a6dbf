"""Diagnostics as SARIF 2.1.0, for code scanning and for editors that read it.

Within what GitHub takes: one run, at most 25,000 results, the worst of them. Rules carry their whole page instead of an
address: where fgk is used, there may be no network.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from fgk import __version__
from fgk.diagnostic import Diagnostic, RuleInfo, Severity
from fgk.output.fingerabdruck import fingerabdruecke
from fgk.output.orte import Orte
from fgk.output.sauber import clean

_LEVEL = {Severity.FEHLER: "error", Severity.WARNUNG: "warning", Severity.HINWEIS: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: more than that, and GitHub refuses the whole file
HOECHSTENS = 25_000


def sarif_report(diagnostics: Sequence[Diagnostic], orte: Orte, rules: Iterable[RuleInfo]) -> str:
    """Return one SARIF document; of ``rules`` it describes those that have a result."""
    marks = fingerabdruecke(diagnostics, orte)
    pairs = sorted(zip(diagnostics, marks, strict=True), key=lambda pair: -pair[0].severity)
    shown = pairs[:HOECHSTENS]
    used = {diagnostic.code for diagnostic, _ in shown}
    described = [rule for rule in rules if rule.code in used]
    places = {rule.code: index for index, rule in enumerate(described)}
    run = {
        "tool": {
            "driver": {
                "name": "fgk",
                "version": __version__,
                "language": "de",
                "rules": [_rule(rule) for rule in described],
            }
        },
        "automationDetails": {"id": "fgk/validate/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(len(pairs) - len(shown))],
        "results": [_result(diagnostic, mark, orte, places) for diagnostic, mark in shown],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _invocation(left_out: int) -> dict[str, Any]:
    """Say that the run went through, and how much it had to leave out."""
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if left_out:
        text = f"Gekürzt: {left_out} weitere Meldungen stehen hier nicht. Alle nennt „fgk validate“."
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _rule(rule: RuleInfo) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.satz},
        "help": {"text": rule.text, "markdown": rule.text},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _result(diagnostic: Diagnostic, mark: str, orte: Orte, places: dict[str, int]) -> dict[str, Any]:
    span = diagnostic.span
    path = quote(orte.von(diagnostic.path).encode("utf-8", "surrogateescape"))
    place = {"ruleIndex": places[diagnostic.code]} if diagnostic.code in places else {}
    return {
        "ruleId": diagnostic.code,
        **place,
        "level": _LEVEL[diagnostic.severity],
        "message": {"text": clean(f"{diagnostic.was} {diagnostic.tun}")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": path},
                    "region": {
                        "startLine": span.line,
                        "startColumn": span.column,
                        "endLine": span.end_line,
                        "endColumn": span.end_column,
                    },
                }
            }
        ],
        "partialFingerprints": {"fgk/v1": mark},
    }
