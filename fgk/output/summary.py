"""The summary line: how many Akten, files and faults."""

from collections import Counter
from collections.abc import Iterable, Sequence

from fgk.diagnostic import Diagnostic, Severity

_WORTE = {
    Severity.FEHLER: ("Fehler", "Fehler"),
    Severity.WARNUNG: ("Warnung", "Warnungen"),
    Severity.HINWEIS: ("Hinweis", "Hinweise"),
}


def anzahl(zahl: int, einzahl: str, mehrzahl: str) -> str:
    """Return ``1 Akte`` or ``3 Akten``."""
    return f"{zahl} {einzahl if zahl == 1 else mehrzahl}"


def counts(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """Return how many diagnostics there are of each severity."""
    counted = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {severity: counted[severity] for severity in sorted(Severity, reverse=True)}


def counted(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return ``["1 Fehler", "3 Warnungen"]``, the worst first; nothing for what there is none of."""
    return [anzahl(number, *_WORTE[severity]) for severity, number in counts(diagnostics).items() if number]


def summary_line(diagnostics: Sequence[Diagnostic], akten: int, files: int, auswahl: str = "") -> str:
    """Return the last line of ``fgk validate``; ``auswahl`` says which rules alone were asked for."""
    checked = f"{anzahl(akten, 'Akte', 'Akten')} mit {anzahl(files, 'Datei', 'Dateien')} geprüft{auswahl}: "
    return f"{checked}{befund(diagnostics)}."


def befund(diagnostics: Iterable[Diagnostic]) -> str:
    """Return ``2 Fehler, 1 Warnung``, or that there is nothing."""
    return ", ".join(counted(diagnostics)) or "keine Fehler"
