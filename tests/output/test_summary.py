"""The summary line: numbers and words agree."""

import pytest

from fgk.checking import Selection
from fgk.diagnostic import Diagnostic, Severity
from fgk.output.summary import summary_line


@pytest.mark.parametrize(
    ("schweren", "akten", "dateien", "erwartet"),
    [
        ([], 1, 1, "1 Akte mit 1 Datei geprüft: keine Fehler."),
        ([], 200, 11250, "200 Akten mit 11250 Dateien geprüft: keine Fehler."),
        ([Severity.FEHLER], 1, 2, "1 Akte mit 2 Dateien geprüft: 1 Fehler."),
        ([Severity.WARNUNG], 1, 2, "1 Akte mit 2 Dateien geprüft: 1 Warnung."),
        (
            [Severity.HINWEIS] * 2 + [Severity.FEHLER] * 3 + [Severity.WARNUNG] * 2,
            2, 9, "2 Akten mit 9 Dateien geprüft: 3 Fehler, 2 Warnungen, 2 Hinweise.",
        ),
        ([Severity.HINWEIS], 0, 0, "0 Akten mit 0 Dateien geprüft: 1 Hinweis."),
    ],
)  # fmt: skip
def test_the_summary_counts_akten_files_and_faults(
    schweren: list[Severity], akten: int, dateien: int, erwartet: str
) -> None:
    meldungen = [Diagnostic("FGK010", schwere, "a", "Was.", "Tun.") for schwere in schweren]
    assert summary_line(meldungen, akten, dateien) == erwartet


def test_the_summary_says_what_was_left_out() -> None:
    auswahl = Selection(("FGK2",), ("FGK201", "FGK202")).in_words
    assert summary_line([], 1, 4, auswahl) == (
        "1 Akte mit 4 Dateien geprüft (nur FGK2 ohne FGK201, FGK202): keine Fehler."
    )
