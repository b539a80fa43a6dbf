"""Say in German what is wrong with a file that is not YAML.

libyaml's sentences are English and change; only its error's place is used. What is wrong is read from the
line at that place, in the order of how often people do it.
"""

import re
from typing import Any

from fgk.positions import START, Span
from fgk.reading.fault import Fault
from fgk.reading.guards import place_in

_TAB = re.compile(r"^[ ]*\t")
_TWO_COLONS = re.compile(r"^\s*(?:- )?[^\"'#:]+: [^\"'\[{|>#].*?(: |:$)")
_BAD_START = re.compile(r"^\s*(?:- )?(?:[\w-]+: +)?([%@`&*!])")
_MISSING_SPACE = re.compile(r"^\s*(?:- )?[A-Za-z_]\w*:\S")


def syntax_fault(error: Any, data: bytes) -> Fault:
    """Return the fault for a ``yaml.YAMLError`` raised on these bytes."""
    text = data.decode("utf-8", errors="replace")
    lines = text.splitlines()
    span = _span(error, text)
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    before = lines[span.line - 2] if 2 <= span.line <= len(lines) + 1 else ""
    return _explain(span, line, before, lines)


def _span(error: Any, text: str) -> Span:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    position = getattr(error, "position", None)
    return START if position is None else place_in(text, int(position))


def _explain(span: Span, line: str, before: str, lines: list[str]) -> Fault:
    for number, candidate in ((span.line, line), (span.line - 1, before)):
        if _TAB.match(candidate):
            column = candidate.index("\t") + 1
            place = Span(number, column, number, column + 1)
            return _fault(
                place, "Die Zeile ist mit einem Tabulator eingerückt.", "Rücken Sie nur mit Leerzeichen ein."
            )
    opened = _open_quote(lines[: span.line])
    if opened:
        return _fault(
            opened,
            "Das hier geöffnete Anführungszeichen wird nicht geschlossen.",
            "Schließen Sie das Anführungszeichen am Ende des Textes.",
        )
    for number, candidate in ((span.line, line), (span.line - 1, before)):
        two = _TWO_COLONS.match(candidate)
        if two:
            place = Span(number, two.start(1) + 1, number, two.start(1) + 2)
            return _fault(
                place,
                "In diesem Text steht ein Doppelpunkt mit Leerzeichen; YAML hält ihn für einen neuen Schlüssel.",
                "Setzen Sie den ganzen Text in Anführungszeichen.",
            )
        bad = _BAD_START.match(candidate)
        if bad:
            place = Span(number, bad.start(1) + 1, number, bad.start(1) + 2)
            return _fault(
                place,
                f"Ein Text darf nicht mit „{bad.group(1)}“ beginnen.",
                "Setzen Sie den Text in Anführungszeichen.",
            )
        if _MISSING_SPACE.match(candidate):
            column = candidate.index(":") + 1
            return _fault(
                Span(number, column, number, column + 1),
                "Hinter dem Doppelpunkt fehlt ein Leerzeichen.",
                "Schreiben Sie „schluessel: Wert“ mit einem Leerzeichen.",
            )
    return _fault(
        span,
        "Hier ist die Datei kein gültiges YAML; Einrückung, Klammern oder Anführungszeichen stimmen nicht.",
        "Prüfen Sie diese und die vorige Zeile; gleiche Ebenen beginnen in derselben Spalte.",
    )


def _open_quote(lines: list[str]) -> Span | None:
    """Return the place of a quote that starts a value and finds no end, if there is one."""
    for number, line in enumerate(lines, start=1):
        match = re.match(r"^\s*(?:- )?(?:[\w-]+: +)?([\"'])", line)
        if match and line.count(match.group(1)) % 2 == 1:
            rest = "\n".join(lines[number:])
            if rest.count(match.group(1)) % 2 == 0:
                return Span(number, match.end(1), number, match.end(1) + 1)
    return None


def _fault(span: Span, was: str, tun: str) -> Fault:
    return Fault("FGK003", span, was, tun)
