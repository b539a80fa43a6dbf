"""Check one Akte: load, run the rules, apply ignores, select, sort. One run shows every fault."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from fgk.akte import Akte, Ausnahme
from fgk.diagnostic import Diagnostic, RuleInfo, Severity
from fgk.errors import FgkError
from fgk.loading.ablagen import shared_files
from fgk.loading.codes import CODES
from fgk.loading.load import load_akte, load_files
from fgk.rules import RULES
from fgk.rules.ignores import IGNORE_CODES, ignore_diagnostics, is_ignorable
from fgk.rules.kontext import Kontext, Vergleichsstand
from fgk.rules.tor_ohne_beschluss import tor_ohne_beschluss
from fgk.sources import Source, UnreadableFileError

_FRAME = 2


class Selection(NamedTuple):
    """Which codes count. Prefixes work too: ``FGK2`` means all references."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """Say for the summary which rules were left out, so that "no faults" is not taken for more than it is."""
        teile = [f"nur {', '.join(self.select)}"] if self.select else []
        teile += [f"ohne {', '.join(self.ignore)}"] if self.ignore else []
        return f" ({' '.join(teile)})" if teile else ""

    def takes(self, code: str) -> bool:
        """Say whether diagnostics of this code are shown."""
        return (not self.select or code.startswith(self.select)) and not (
            self.ignore and code.startswith(self.ignore)
        )


ALL = Selection()


def all_rules() -> list[RuleInfo]:
    """Return what is known about every code, sorted by code."""
    infos = [*CODES.values(), *(rule.info for rule in RULES), *IGNORE_CODES]
    return sorted(infos, key=lambda info: info.code)


def make_selection(select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """Return a selection; raises ``FgkError`` for a code that no rule begins with."""
    known = [info.code for info in all_rules()]
    chosen = []
    for words in (select, ignore):
        codes = tuple(code.strip().upper() for word in words for code in word.split(",") if code.strip())
        if not codes and list(words):
            raise FgkError(
                "Hinter --select oder --ignore steht kein Code.", "Schreiben Sie z. B. --select FGK2."
            )
        for code in codes:
            if not any(candidate.startswith(code) for candidate in known):
                raise FgkError(
                    f"Eine Regel „{code}“ gibt es nicht.", "Alle Regeln zeigt der Befehl „fgk rule“."
                )
        chosen.append(codes)
    return Selection(*chosen)


def check_akte(
    source: Source, stichtag: date, selection: Selection = ALL, basis: Vergleichsstand | None = None
) -> tuple[Akte, list[Diagnostic]]:
    """Return the Akte and all its diagnostics, sorted by file and place, each with the lines around it.

    With a ``basis``, also what is no longer as it was decided there.
    """
    return _check(*load_akte(source), stichtag, selection, basis)


def check_workspace(
    source: Source, stichtag: date, selection: Selection = ALL
) -> tuple[Akte, list[Diagnostic]]:
    """Return what a workspace has for all its Akten, such as their design, and its diagnostics as of an Akte."""
    return _check(*load_files(source, shared_files(source)), stichtag, selection)


def _check(
    akte: Akte,
    diagnostics: list[Diagnostic],
    stichtag: date,
    selection: Selection,
    basis: Vergleichsstand | None = None,
) -> tuple[Akte, list[Diagnostic]]:
    kontext = Kontext(akte, stichtag, basis)
    for rule in RULES:
        if selection.takes(rule.info.code):
            diagnostics += rule.check(kontext)
    if akte.ausnahmen:
        diagnostics = _without_ignored(akte, diagnostics, selection)
    shown = sorted((d for d in diagnostics if selection.takes(d.code)), key=lambda d: d.sort_key)
    return akte, _with_frames(akte, shown)


def _without_ignored(akte: Akte, diagnostics: list[Diagnostic], selection: Selection) -> list[Diagnostic]:
    used: set[tuple[Ausnahme, str]] = set()
    kept = []
    for diagnostic in diagnostics:
        ausnahme = _ignoring(akte, diagnostic)
        if ausnahme is None:
            kept.append(diagnostic)
        else:
            used.add((ausnahme, diagnostic.code))
    known = {info.code for info in all_rules()}
    return kept + list(ignore_diagnostics(akte, used, known, selection.takes))


def _ignoring(akte: Akte, diagnostic: Diagnostic) -> Ausnahme | None:
    if not is_ignorable(diagnostic.code):
        return None
    for ausnahme in akte.ausnahmen:
        if (
            ausnahme.grund
            and diagnostic.code in ausnahme.codes
            and ausnahme.line == diagnostic.span.line
            and akte.shown_path(ausnahme.path) == diagnostic.path
        ):
            return ausnahme
    return None


def _with_frames(akte: Akte, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    lines: dict[str, list[str]] = {}
    prefix = akte.shown_path("")
    framed = []
    for diagnostic in diagnostics:
        path = diagnostic.path
        if path not in lines:
            lines[path] = _lines(akte.source, path.removeprefix(prefix))
        first = max(1, diagnostic.span.line - _FRAME)
        frame = tuple(lines[path][first - 1 : diagnostic.span.line + _FRAME])
        framed.append(diagnostic._replace(zeilen=frame, erste_zeile=first))
    return framed


def _lines(source: Source, path: str) -> list[str]:
    """Return the lines of a file for frames; of what is no text there is nothing to show."""
    try:
        text = source.read(path).decode("utf-8-sig")
    except (UnreadableFileError, UnicodeDecodeError):
        return []
    # only what an editor takes for the end of a line, or numbers and marks would not fit
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    return [] if "\x00" in text or not text else lines


def hindernisse(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the faults that keep an Akte from being changed, decided on or made a document of.

    A decision that is not on file yet (FGK315) is a fault of the Akte as a whole, and of nothing in it: whoever enters
    what happened in another order than it happened must be able to.
    """
    fehler = (d for d in diagnostics if d.severity is Severity.FEHLER)
    return [d for d in fehler if d.code != tor_ohne_beschluss.info.code]


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """Return the highest severity, ``None`` where there is nothing."""
    return max((diagnostic.severity for diagnostic in diagnostics), default=None)
