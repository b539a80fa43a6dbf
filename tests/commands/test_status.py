"""fgk status --ruecklauf: who has answered, who has not, and which forms lie there unread."""

import json
from pathlib import Path

import pytest
from formulare import TAG, akte_mit_bericht, fuelle, schreibe_formulare
from hilfen import Aufruf


@pytest.fixture
def akte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    ordner = akte_mit_bericht(tmp_path / "akte")
    monkeypatch.chdir(ordner)
    return ordner


def test_it_says_who_has_not_answered(aufruf: Aufruf, akte: Path) -> None:
    ergebnis = aufruf("status", "--ruecklauf", "2025", "--stichtag", TAG)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert ergebnis.aus.splitlines() == [
        "Rücklauf zum Jahresbericht 2025, Musterstadt",
        "",
        "Stelle                                            Maßnahmen  beantwortet  beendet  offen",
        "────────────────────────────────────────────────  ─────────  ───────────  ───────  ─────",
        "Hauptamt (OE-10)                                          1            0        0      1",
        "Jugendamt (OE-51), jugendamt@musterstadt.example          3            1        1      1",
        "ohne Federführung                                         1            0        0      1",
        "",
        "Es fehlen:",
        "  Hauptamt (OE-10): M-1.1.1",
        "  Jugendamt (OE-51), jugendamt@musterstadt.example: M-1.1.3",
        "  ohne Federführung: M-1.1.4",
        "",
        "Offen: 3 von 5 Maßnahmen, von 3 Stellen.",
    ]


def test_it_fits_a_narrow_terminal(aufruf: Aufruf, akte: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, aufruf("status", "--ruecklauf", "2025", "--stichtag", TAG).aus.splitlines())) <= 80


def test_forms_that_are_not_read_in_yet_are_named(aufruf: Aufruf, akte: Path) -> None:
    form = fuelle(schreibe_formulare(akte, akte / "zurück"), {"H8": "Läuft.", "G7": 150, "A15": "M-9.9.9"})
    form.with_name("kaputt.xlsx").write_bytes(b"PK")
    ergebnis = aufruf("status", "--ruecklauf", "2025", "--formulare", "zurück", "--stichtag", TAG)
    assert ergebnis.code == 0
    assert (
        "Formulare im Ordner:\n"
        "  formular-2025-hauptamt.xlsx (OE-10): nichts Neues\n"
        "  formular-2025-jugendamt.xlsx (OE-51): 2 Maßnahmen noch nicht eingelesen\n"
        "  formular-2025-ohne-federfuehrung.xlsx: nichts Neues\n"
        "  kaputt.xlsx: Die Datei ist beschädigt oder unvollständig."
    ) in ergebnis.aus


def test_before_the_first_form_comes_back_there_is_none(aufruf: Aufruf, akte: Path) -> None:
    (akte / "zurück").mkdir()
    ergebnis = aufruf("status", "--ruecklauf", "2025", "--formulare", "zurück", "--stichtag", TAG)
    assert (ergebnis.code, "Im Ordner liegt kein Formular.\n" in ergebnis.aus) == (0, True)


def test_for_programs_it_is_json(aufruf: Aufruf, akte: Path) -> None:
    schreibe_formulare(akte, akte / "zurück")
    worte = ("status", "--ruecklauf", "J-2025", "--format", "json", "--stichtag", TAG)
    gelesen = json.loads(aufruf(*worte, "--formulare", "zurück").aus)
    assert (gelesen["version"], gelesen["art"], gelesen["jahresbericht"]) == (1, "ruecklauf", "J-2025")
    assert gelesen["stellen"][1] == {
        "kennung": "OE-51",
        "name": "Amt für Jugend & Soziales",
        "postfach": "jugendamt@musterstadt.example",
        "beantwortet": ["M-1.1.2"],
        "beendet": ["M-1.1.5"],
        "offen": ["M-1.1.3"],
    }
    assert gelesen["stellen"][2]["kennung"] is None
    assert gelesen["formulare"][0] == {
        "datei": "formular-2025-hauptamt.xlsx",
        "stelle": "OE-10",
        "neu": 0,
        "nicht_lesbar": None,
    }
    assert "formulare" not in json.loads(aufruf(*worte).aus)


def test_for_a_mail_it_is_markdown(aufruf: Aufruf, akte: Path) -> None:
    zeilen = aufruf("status", "--ruecklauf", "2025", "--format", "md", "--stichtag", TAG).aus.splitlines()
    assert zeilen[0] == "# Rücklauf zum Jahresbericht 2025, Musterstadt"
    assert "| Jugendamt (OE-51) | jugendamt@musterstadt.example | 3 | 1 | 1 | M-1.1.3 |" in zeilen


def test_the_name_of_a_file_that_somebody_sent_is_no_markup(aufruf: Aufruf, akte: Path) -> None:
    (akte / "zurück").mkdir()
    (akte / "zurück" / "<b>*hier*.xlsx").write_bytes(b"PK")
    aus = aufruf(
        "status", "--ruecklauf", "2025", "--formulare", "zurück", "--format", "md", "--stichtag", TAG
    ).aus
    assert "- \\<b>\\*hier\\*.xlsx: Die Datei ist beschädigt" in aus


@pytest.mark.parametrize(
    ("worte", "was"),
    [
        (["--formulare", "."], "--formulare gehört zu --ruecklauf."),
        (["--ruecklauf", "2025", "--ics"], "Zu --ruecklauf passen nur --formulare, --format und --stichtag."),
        (["--ruecklauf", "2025", "-o", "x"], "Zu --ruecklauf passen nur"),
        (["--ruecklauf", "2025", "--at", "HEAD"], "Zu --ruecklauf passen nur"),
        (["--ruecklauf", "2025", "--erledigte"], "Zu --ruecklauf passen nur"),
        (["--ruecklauf", "2031"], "Einen Jahresbericht J-2031 gibt es in dieser Akte nicht."),
        (["--ruecklauf", "2025", "--formulare", "nirgends"], "„nirgends“ ist kein Ordner."),
    ],
)
def test_what_cannot_be_shown_is_said(aufruf: Aufruf, akte: Path, worte: list[str], was: str) -> None:
    ergebnis = aufruf("status", *worte)
    assert ergebnis.code == 2
    assert was in ergebnis.fehler
