"""Say in German what is wrong with a file that is not YAML.

libyaml's sentences are English and change; only its error's place is used. What is wrong is read from the
line at that place and the one before, in the order of how often people do it.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from fgk.positions import START, Span
from fgk.reading.fault import Fault


class _Mistake(NamedTuple):
    """What people do wrong: the first group of ``pattern`` is the place, ``{}`` in ``was`` its text."""

    pattern: re.Pattern[str]
    was: str
    tun: str


#: how much of a line is looked at: nobody types more, and patterns take their time
_LOOKED_AT = 500
_CONFLICT = _Mistake(
    re.compile(r"(<<<<<<< |=======$|>>>>>>> )"),
    "Hier steht die Marke eines ungelösten Git-Konflikts.",
    "Entscheiden Sie sich für eine der beiden Fassungen und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
)
_TAB = _Mistake(
    re.compile(r" *(\t)"),
    "Die Zeile ist mit einem Tabulator eingerückt.",
    "Rücken Sie nur mit Leerzeichen ein.",
)
_NO_BREAK = _Mistake(
    re.compile(r"[ \t-]*([\u00a0\u2000-\u200a\u202f\u3000])"),
    "Die Zeile ist mit geschützten Leerzeichen eingerückt; sie kommen meist aus Word oder von einer Internetseite.",
    "Löschen Sie sie und rücken Sie mit gewöhnlichen Leerzeichen ein.",
)
_NO_BREAK_VALUE = _Mistake(
    re.compile(r"\s*(?:- )?[\w-]+:([\u00a0\u2000-\u200a\u202f\u3000])"),
    "Hinter dem Doppelpunkt steht ein geschütztes Leerzeichen; YAML liest es als Buchstaben.",
    "Löschen Sie es und tippen Sie ein gewöhnliches Leerzeichen.",
)
_MISTAKES = (
    _Mistake(
        re.compile(r"\s*(?:- )?[^\"'#:]+: [^\"'\[{|>#].*?(: |:$)"),
        "In diesem Text steht ein Doppelpunkt mit Leerzeichen; YAML hält ihn für einen neuen Schlüssel.",
        "Setzen Sie den ganzen Text in Anführungszeichen.",
    ),
    _Mistake(
        re.compile(r"\s*(?:- )?(?:[\w-]+: +)?([%@`&*!])"),
        "Ein Text darf nicht mit „{}“ beginnen.",
        "Setzen Sie den Text in Anführungszeichen.",
    ),
    _Mistake(
        re.compile(r"\s*(?:- )?[A-Za-z_]\w*(:)\S"),
        "Hinter dem Doppelpunkt fehlt ein Leerzeichen.",
        "Schreiben Sie „schluessel: Wert“ mit einem Leerzeichen.",
    ),
    _Mistake(
        re.compile(
            r"\s*(?:- )?(?:[\w-]+: +)?(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*') *([^\s#:,\]}])",
        ),
        "Hinter dem schließenden Anführungszeichen steht noch Text.",
        'Setzen Sie den ganzen Text in Anführungszeichen, und darin „ und “ statt ".',
    ),
    _Mistake(
        re.compile(r"\s*(?:- )?(?:[\w-]+: +)?([\[{])"),
        "Hier öffnet sich eine Klammer, die nicht wieder schließt oder hinter der noch Text steht.",
        "Schließen Sie die Klammer, oder setzen Sie den ganzen Text in Anführungszeichen.",
    ),
)
_KEY = re.compile(r"( *)[\w-]+:(?: |$)")
_KEY_WITH_VALUE = re.compile(r"( *)[\w-]+: +[^\s|>#]")
_QUOTED = re.compile(r"\s*(?:- )?(?:[\w-]+: +)?([\"'])")


def syntax_fault(error: Any, data: bytes) -> Fault:
    """Return the fault for a ``yaml.YAMLError`` raised on these bytes."""
    lines = data.decode("utf-8", errors="replace").splitlines()
    return next(_explanations(_span(error, lines), lines))


def _span(error: Any, lines: list[str]) -> Span:
    """Return where libyaml stopped; behind the end of the file that is the end of its last line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return START
    if mark.line >= len(lines) > 0:
        return Span(len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _explanations(span: Span, lines: list[str]) -> Iterator[Fault]:
    near = [
        (number, lines[number - 1][:_LOOKED_AT])
        for number in (span.line, span.line - 1)
        if 1 <= number <= len(lines)
    ]
    for number, line in enumerate(lines, start=1):
        yield from _matching(_CONFLICT, number, line[:_LOOKED_AT])
    for number, line in near:
        yield from _matching(_TAB, number, line)
        yield from _matching(_NO_BREAK, number, line)
        yield from _matching(_NO_BREAK_VALUE, number, line)
    yield from _open_quote(lines[: span.line])
    yield from _backslash(span, lines)
    yield from _deeper_than_before(near)
    for number, line in near:
        for mistake in _MISTAKES:
            yield from _matching(mistake, number, line)
    yield _fault(
        span,
        "Hier ist die Datei kein gültiges YAML; Einrückung, Klammern oder Anführungszeichen stimmen nicht.",
        "Prüfen Sie diese und die vorige Zeile; gleiche Ebenen beginnen in derselben Spalte.",
    )


def _matching(mistake: _Mistake, number: int, line: str) -> Iterator[Fault]:
    match = mistake.pattern.match(line)
    if match:
        yield _fault(_at(number, match.start(1) + 1), mistake.was.format(match.group(1)), mistake.tun)


def _open_quote(lines: list[str]) -> Iterator[Fault]:
    """Yield a fault for a quote that starts a value and finds no end."""
    left = {quote: sum(line.count(quote) for line in lines) for quote in "\"'"}
    for number, line in enumerate(lines, start=1):
        for quote in left:
            left[quote] -= line.count(quote)
        match = _QUOTED.match(line)
        if match and line.count(match.group(1)) % 2 == 1 and left[match.group(1)] % 2 == 0:
            yield _fault(
                _at(number, match.start(1) + 1),
                "Das hier geöffnete Anführungszeichen wird nicht geschlossen.",
                "Schließen Sie das Anführungszeichen am Ende des Textes.",
            )


def _backslash(span: Span, lines: list[str]) -> Iterator[Fault]:
    if span.line <= len(lines) and lines[span.line - 1][span.column - 1 : span.column] == "\\":
        yield _fault(
            span,
            "Zwischen doppelten Anführungszeichen hat „\\“ eine eigene Bedeutung.",
            "Setzen Sie den Text in einfache Anführungszeichen.",
        )


def _deeper_than_before(near: list[tuple[int, str]]) -> Iterator[Fault]:
    if len(near) < 2:
        return
    (number, line), (_, before) = near
    key, value = _KEY.match(line), _KEY_WITH_VALUE.match(before)
    if key and value and len(key.group(1)) > len(value.group(1)):
        yield _fault(
            _at(number, len(key.group(1)) + 1),
            "Die Zeile ist weiter eingerückt als die vorige, in der schon ein Wert steht.",
            "Lassen Sie beide Zeilen in derselben Spalte beginnen.",
        )


def _at(line: int, column: int) -> Span:
    return Span(line, column, line, column + 1)


def _fault(span: Span, was: str, tun: str) -> Fault:
    return Fault("FGK003", span, was, tun)
