"""The JSON output: valid, complete, counted."""

import json

from fgk.diagnostic import Diagnostic, Severity
from fgk.output.json import json_report
from fgk.positions import Span


def test_the_report_holds_every_diagnostic_with_its_place() -> None:
    eine = Diagnostic("FGK010", Severity.FEHLER, "a/ä.yaml", "„x“ …", "Tun.", Span(2, 3, 4, 5))
    andere = Diagnostic("FGK112", Severity.WARNUNG, "b.yaml", "Was.", "Tun.")
    assert json.loads(json_report([eine, andere], akten=2, files=7)) == {
        "version": 1,
        "akten": 2,
        "dateien": 7,
        "zusammenfassung": {"FEHLER": 1, "WARNUNG": 1, "HINWEIS": 0},
        "meldungen": [
            {
                "code": "FGK010", "schwere": "FEHLER", "datei": "a/ä.yaml", "zeile": 2, "spalte": 3,
                "ende_zeile": 4, "ende_spalte": 5, "was": "„x“ …", "tun": "Tun.",
            },
            {
                "code": "FGK112", "schwere": "WARNUNG", "datei": "b.yaml", "zeile": 1, "spalte": 1,
                "ende_zeile": 1, "ende_spalte": 1, "was": "Was.", "tun": "Tun.",
            },
        ],
    }  # fmt: skip


def test_nothing_found_is_an_empty_list() -> None:
    assert json.loads(json_report([], 1, 4))["meldungen"] == []
