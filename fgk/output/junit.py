"""What was checked as a JUnit report: one test a record, so that a platform says „M-3.1.2 failed“.

Errors (with ``--strict`` warnings too) fail a test, everything else is its output.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from fgk.diagnostic import Diagnostic, Severity
from fgk.output.orte import Orte
from fgk.output.sauber import clean

_WORDS = {Severity.FEHLER: "Fehler", Severity.WARNUNG: "Warnung", Severity.HINWEIS: "Hinweis"}


class Checked(NamedTuple):
    """An Akte (or workspace) that was checked: its name, path and name of every record, and what was found."""

    name: str
    records: Sequence[tuple[str, str]]
    diagnostics: Sequence[Diagnostic]


class _Case(NamedTuple):
    path: str
    name: str
    failures: list[Diagnostic]
    others: list[Diagnostic]


def junit_report(checked: Iterable[Checked], orte: Orte, limit: Severity = Severity.FEHLER) -> str:
    """Return one XML document with a suite for each Akte; ``limit`` is what fails a test."""
    suites = [(one, _cases(one, limit)) for one in checked]
    tests = sum(len(cases) for _, cases in suites)
    failures = sum(bool(case.failures) for _, cases in suites for case in cases)
    head = f'<testsuites name="fgk" tests="{tests}" failures="{failures}" errors="0" time="0">'
    lines = [line for one, cases in suites for line in _suite(one, cases, orte)]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *lines, "</testsuites>"])


def _cases(checked: Checked, limit: Severity) -> list[_Case]:
    """Return a case for each record, and for each other place that something is said about."""
    cases = {path: _Case(path, name, [], []) for path, name in checked.records}
    for diagnostic in checked.diagnostics:
        name = diagnostic.path.rpartition("/")[2]
        case = cases.setdefault(diagnostic.path, _Case(diagnostic.path, name, [], []))
        (case.failures if diagnostic.severity >= limit else case.others).append(diagnostic)
    return list(cases.values())


def _suite(checked: Checked, cases: Sequence[_Case], orte: Orte) -> Iterator[str]:
    failures = sum(bool(case.failures) for case in cases)
    name = _attribute(orte.von(checked.name))
    yield f'<testsuite name={name} tests="{len(cases)}" failures="{failures}" errors="0" skipped="0" time="0">'
    for case in cases:
        file = _attribute(orte.von(case.path))
        yield f'<testcase classname={name} name={_attribute(case.name)} file={file} time="0">'
        if case.failures:
            worst = case.failures[0]
            more = f" (und {len(case.failures) - 1} mehr)" if len(case.failures) > 1 else ""
            message = _attribute(f"{worst.was}{more}")
            text = "\n".join(_line(diagnostic, orte) for diagnostic in case.failures)
            yield f'<failure message={message} type="{worst.code}">{text}</failure>'
        if case.others:
            text = "\n".join(_line(diagnostic, orte) for diagnostic in case.others)
            yield f"<system-out>{text}</system-out>"
        yield "</testcase>"
    yield "</testsuite>"


def _line(diagnostic: Diagnostic, orte: Orte) -> str:
    span = diagnostic.span
    place = f"{orte.von(diagnostic.path)}:{span.line}:{span.column}"
    kind = f"{diagnostic.code} {_WORDS[diagnostic.severity]}"
    return escape(clean(f"{place}: {kind}: {diagnostic.was} {diagnostic.tun}"))


def _attribute(text: str) -> str:
    return quoteattr(clean(text))
