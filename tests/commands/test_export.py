"""fgk export: which forms are written where, and what is said when none can be."""

from pathlib import Path

import pytest
from formulare import BERICHT, TAG, TEXT, akte_mit_bericht, fuelle, oeffne, schreibe_formulare
from hilfen import MINIMAL, Aufruf, fgk


@pytest.fixture
def akte(tmp_path: Path) -> Path:
    return akte_mit_bericht(tmp_path / "akte")


def test_it_says_which_files_are_for_whom(
    aufruf: Aufruf, akte: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(akte)
    ergebnis = aufruf("export", "formular", "--jahr", "2025", "--stichtag", TAG)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert ergebnis.aus.splitlines() == [
        "geschrieben: ausgabe/formular-2025-hauptamt.xlsx (Hauptamt, 1 Maßnahme)",
        "geschrieben: ausgabe/formular-2025-jugendamt.xlsx (Jugendamt, 3 Maßnahmen)",
        "geschrieben: ausgabe/formular-2025-ohne-federfuehrung.xlsx (ohne Federführung, 1 Maßnahme)",
    ]


def test_forms_that_nobody_could_read_in_are_told_of(aufruf: Aufruf, akte: Path, tmp_path: Path) -> None:
    ergebnis = aufruf("export", "formular", akte, "--jahr", "2024", "--stichtag", TAG, "-o", tmp_path / "aus")
    assert ergebnis.code == 0
    satz = "Einlesen lassen sich nur Formulare zum jüngsten Bericht, J-2025; diese gehören zu J-2024."
    assert satz in " ".join(ergebnis.aus.split())


@pytest.mark.parametrize("kennung", ["OE-51", "OE-50"])
def test_one_department_is_asked_for_also_by_one_that_was_dissolved(
    aufruf: Aufruf, akte: Path, tmp_path: Path, kennung: str
) -> None:
    ziel = tmp_path / "aus"
    ergebnis = aufruf(
        "export", "formular", akte, "--jahr", "2025", "--organisationseinheit", kennung, "--stichtag", TAG, "-o", ziel
    )  # fmt: skip
    assert ergebnis.code == 0
    assert [path.name for path in ziel.iterdir()] == ["formular-2025-jugendamt.xlsx"]


def test_before_it_was_dissolved_a_department_answers_itself(
    aufruf: Aufruf, akte: Path, tmp_path: Path
) -> None:
    ziel = tmp_path / "aus"
    aufruf("export", "formular", akte, "--jahr", "2025", "--stichtag", "2025-06-30", "-o", ziel)
    assert "formular-2025-sozialamt.xlsx" in [path.name for path in ziel.iterdir()]


def test_a_report_over_two_years_is_meant_by_each_of_them(
    aufruf: Aufruf, akte: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(akte)
    text = TEXT.replace("J-2025", "J-2025-2026").replace("bis: 2025-12-31", "bis: 2026-12-31")
    akte_mit_bericht(akte, {BERICHT: None, "jahresberichte/2025-2026.yaml": text})
    for jahr in ("2025", "2026", "J-2025-2026"):
        ergebnis = aufruf("export", "formular", "--jahr", jahr)
        assert "ausgabe/formular-2025-2026-jugendamt.xlsx" in ergebnis.aus, jahr
    assert "Rücklauf zum Jahresbericht 2025-2026" in aufruf("status", "--ruecklauf", "2026").aus
    assert "J-2027 gibt es in dieser Akte nicht" in aufruf("export", "formular", "--jahr", "2027").fehler


@pytest.mark.parametrize(
    ("worte", "was"),
    [
        (["export", "formular"], "Es fehlt, für welchen Jahresbericht."),
        (["export", "kuchen", "--jahr", "2025"], "„kuchen“ kann fgk nicht schreiben."),
        (["export", "formular", "--jahr", "2031"], "Einen Jahresbericht J-2031 gibt es in dieser Akte nicht."),
        (["export", "formular", "--jahr", "2025", "--organisationseinheit", "OE-99"], "Eine Organisationseinheit „OE-99“ gibt es"),
        (["export", "formular", "--jahr", "2024", "--organisationseinheit", "OE-11"], "Eine Organisationseinheit „OE-11“ gibt es"),
        (["export", "formular", "--jahr", "2025", "--bis", "31.02.2026"], "„31.02.2026“ ist kein Tag."),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_said(
    aufruf: Aufruf, akte: Path, monkeypatch: pytest.MonkeyPatch, worte: list[str], was: str
) -> None:
    monkeypatch.chdir(akte)
    ergebnis = aufruf(*worte)
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert was in ergebnis.fehler
    assert not (akte / "ausgabe").exists()


def test_a_department_without_measures_is_told_who_has_some(aufruf: Aufruf, akte: Path) -> None:
    pfad = akte / "massnahmen/M-1.1.1.yaml"
    pfad.write_text(pfad.read_text(encoding="utf-8").replace("OE-10", "OE-51"), encoding="utf-8")
    ergebnis = aufruf("export", "formular", akte, "--jahr", "2025", "--organisationseinheit", "OE-10")
    assert ergebnis.code == 2
    assert "Für OE-10 enthält der Jahresbericht keine Maßnahme." in ergebnis.fehler
    assert "Federführend sind: OE-51." in ergebnis.fehler


def test_a_faulty_report_is_named(aufruf: Aufruf, akte: Path) -> None:
    (akte / BERICHT).write_text(TEXT.replace("status: geplant", "status: irgendwie"), encoding="utf-8")
    ergebnis = aufruf("export", "formular", akte, "--jahr", "2025")
    assert ergebnis.code == 2
    assert "jahresberichte/2025.yaml“ hat Fehler." in ergebnis.fehler


def test_an_akte_without_its_head_is_named(aufruf: Aufruf, akte: Path) -> None:
    pfad = akte / "audit.yaml"
    pfad.write_text(pfad.read_text(encoding="utf-8").replace("stufe: grund", "stufe: hoch"), encoding="utf-8")
    ergebnis = aufruf("export", "formular", akte, "--jahr", "2025")
    assert ergebnis.code == 2
    assert "audit.yaml der Akte hat Fehler" in ergebnis.fehler


def test_forms_are_written_again_over_those_nobody_has_touched(
    aufruf: Aufruf, akte: Path, tmp_path: Path
) -> None:
    datei = schreibe_formulare(akte, tmp_path / "aus")
    (akte / BERICHT).write_text(TEXT.replace("fortschritt: 40", "fortschritt: 50"), encoding="utf-8")
    assert aufruf("export", "formular", akte, "--jahr", "2025", "-o", tmp_path / "aus").code == 0
    assert oeffne(datei)["Maßnahmen"]["G7"].value == 50


@pytest.mark.parametrize("inhalt", [{"G7": 70}, {"N7": "Notiz"}, {"A12": "M-1.1.9"}, None])
def test_a_form_with_answers_is_never_written_over(
    aufruf: Aufruf, akte: Path, tmp_path: Path, inhalt: dict[str, object] | None
) -> None:
    datei = schreibe_formulare(akte, tmp_path / "aus")
    if inhalt:
        fuelle(datei, inhalt)
    else:
        datei.write_bytes(b"etwas anderes")
    vorher = datei.read_bytes()
    ergebnis = aufruf("export", "formular", akte, "--jahr", "2025", "-o", tmp_path / "aus")
    assert ergebnis.code == 2
    assert "ist schon da und nicht mehr so, wie fgk es geschrieben hat" in ergebnis.fehler
    assert datei.read_bytes() == vorher


def test_reading_commands_load_no_library_for_tables() -> None:
    """Excel is nothing that ``fgk validate`` should wait for."""
    probe = (
        "import sys; from fgk.cli import run; run(['validate', {!r}]); sys.exit('openpyxl' in sys.modules)"
    )
    import subprocess
    import sys

    assert subprocess.run([sys.executable, "-c", probe.format(str(MINIMAL))], check=False).returncode == 0
    assert fgk("export", "--help").returncode == 0
