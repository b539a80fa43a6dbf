"""What is said about a file that is no YAML: the right place, and the mistake people make there."""

import time

import pytest

from fgk.reading.reader import read_yaml


@pytest.mark.parametrize(
    ("text", "zeile", "spalte", "worte"),
    [
        ("titel: Ziel: mehr Plätze\n", 1, 12, "Doppelpunkt mit Leerzeichen"),
        ("a: 1\nüber: Die Lösung: größer\n", 2, 17, "Doppelpunkt mit Leerzeichen"),
        ("liste:\n  - titel: Ziel: mehr\n", 2, 16, "Doppelpunkt mit Leerzeichen"),
        ("titel: Fazit:\n", 1, 13, "Doppelpunkt mit Leerzeichen"),
        ("kosten:\n\teinmalig: 3\n", 2, 1, "Tabulator"),
        ("kosten:\n  a: 3\n \tb: 3\n", 3, 2, "Tabulator"),
        ("kosten:\n \u00a0a: 3\n  b: 3\n", 2, 2, "geschützten Leerzeichen"),
        ('a: "nicht zu\nb: 1\n', 1, 4, "nicht geschlossen"),
        ("a: 'nicht zu\nb: 1\n", 1, 4, "nicht geschlossen"),
        ('a: 1\nb:\n  - "x\n  - y\n', 3, 5, "nicht geschlossen"),
        ('a: "So" sagt man\nb: 1\n', 1, 9, "schließenden Anführungszeichen"),
        ("a: 'So' sagt man\nb: 1\n", 1, 9, "schließenden Anführungszeichen"),
        ("einheit: % der Kinder\n", 1, 10, "nicht mit „%“ beginnen"),
        ("a: @amt\n", 1, 4, "nicht mit „@“ beginnen"),
        ("a: `x`\n", 1, 4, "nicht mit „`“ beginnen"),
        ("a: *wichtig* ist\n", 1, 4, "nicht mit „*“ beginnen"),
        ("a: & mehr\n", 1, 4, "nicht mit „&“ beginnen"),
        ("a: 1\nende:2024-12-31\n", 2, 5, "fehlt ein Leerzeichen"),
        ("a: [1, 2\nb: 3\n", 1, 4, "Klammer"),
        ("a: {b: 2\nc: 3\n", 1, 4, "Klammer"),
        ("titel: [Entwurf] Bericht\n", 1, 8, "Klammer"),
        ("a: 1\n b: 2\n", 2, 2, "weiter eingerückt"),
        ("x:\n  a: 1\n    b: 2\n", 3, 5, "weiter eingerückt"),
        ('pfad: "C:\\Daten"\n', 1, 10, "eigene Bedeutung"),
        ("a:\n  - b\n  c: d\n", 3, 3, "kein gültiges YAML"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\n", 2, 1, "Git-Konflikts"),
        ("a: 1\r\n<<<<<<< HEAD\r\nb: Ziel: x\r\n=======\r\nb: 3\r\n>>>>>>> main\r\n", 2, 1, "Git-Konflikts"),
        ("a: 1\nb: 2\n=======\nb: 3\n", 3, 1, "Git-Konflikts"),
        ("a: 1\n>>>>>>> main\n", 2, 1, "Git-Konflikts"),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> main\n", 1, 1, "Git-Konflikts"),
        ("a: |\n  =======\nb: c: d\n", 3, 5, "Doppelpunkt"),
        ("a: 1\n]\n", 2, 1, "kein gültiges YAML"),
    ],
)
def test_a_mistake_is_named_at_its_place(text: str, zeile: int, spalte: int, worte: str) -> None:
    [fault] = read_yaml(text.encode()).faults
    assert (fault.code, fault.span.line, fault.span.column) == ("FGK003", zeile, spalte)
    assert worte in fault.was
    assert fault.tun.endswith(".")


@pytest.mark.parametrize(
    "daten",
    [
        b" " * 1_000_000 + b"%",
        b"a" * 1_000_000 + b": b: c",
        b"- 'a\n  b'\n" * 90_000 + b"]",
        b"a: " + b'"\\' * 400_000,
        b"a: " + b"[" * 900 + b"x" * 900_000,
    ],
    ids=["blanks", "long key", "many quotes", "backslashes", "brackets"],
)
def test_explaining_a_huge_broken_file_takes_no_time_to_speak_of(daten: bytes) -> None:
    # Not a benchmark: before lines were cut for the patterns, the first of these took hours.
    start = time.process_time()
    assert [fault.code for fault in read_yaml(daten).faults] == ["FGK003"]
    assert time.process_time() - start < 5
