"""fgk diff: what A and B may be, where the result goes, exit codes, and what is said when it does not work."""

import json
import shutil
from pathlib import Path

import pytest
from hilfen import BEISPIEL, KOPF, MASSNAHME, Aufruf, fgk, lege_an

BERICHT = (
    "kennung: J-{0}\nvon: {0}-01-01\nbis: {0}-12-31\nmassnahmen:\n  - massnahme: M-1.1.1\n    status: {1}\n"
)
ZWEI = {
    "jahresberichte/2024.yaml": BERICHT.format(2024, "geplant"),
    "jahresberichte/2025.yaml": BERICHT.format(2025, "in_umsetzung"),
}


@pytest.fixture
def voll(tmp_path: Path) -> Path:
    return lege_an(tmp_path / "akte", ZWEI)


@pytest.fixture
def paar(tmp_path: Path) -> tuple[Path, Path]:
    return lege_an(tmp_path / "alt"), lege_an(tmp_path / "neu", {MASSNAHME: KOPF + "ende: 2031-01-31\n"})


def test_two_years_of_the_akte_around(aufruf: Aufruf, voll: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(voll / "ziele")
    ergebnis = aufruf("diff", "2024", "2025")
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert "Status: geplant → in Umsetzung (vorangekommen)" in ergebnis.aus
    assert aufruf("diff", "J-2024", "2025").aus == ergebnis.aus


def test_two_years_of_another_akte(aufruf: Aufruf, voll: Path) -> None:
    assert "Statuswechsel (1)" in aufruf("diff", "2024", "2025", "--akte", voll).aus


def test_a_report_on_two_years(aufruf: Aufruf, voll: Path) -> None:
    datei = (
        BERICHT.format(2025, "umgesetzt").replace("J-2025", "J-2025-2026").replace("2025-12-31", "2026-12-31")
    )
    lege_an(voll, {"jahresberichte/2025.yaml": None, "jahresberichte/2025-2026.yaml": datei})
    for wort in ("2025-2026", "2025/2026"):
        assert (
            "Die Jahresberichte 2024 und 2025/2026 im Vergleich"
            in aufruf("diff", "2024", wort, "--akte", voll).aus
        )


def test_two_folders(aufruf: Aufruf, paar: tuple[Path, Path]) -> None:
    ergebnis = aufruf("diff", *paar)
    assert ergebnis.code == 0
    assert "Ende: " in ergebnis.aus
    assert "31.01.2031" in ergebnis.aus


def test_a_folder_with_one_akte_below_it(aufruf: Aufruf, tmp_path: Path) -> None:
    for name in ("a", "b"):
        lege_an(tmp_path / name / "stadt")
    assert aufruf("diff", tmp_path / "a", tmp_path / "b").aus.endswith("Keine Unterschiede.\n")


def test_nothing_is_written_unless_asked(aufruf: Aufruf, paar: tuple[Path, Path], tmp_path: Path) -> None:
    vorher = {pfad: pfad.read_bytes() for pfad in tmp_path.rglob("*") if pfad.is_file()}
    for form in ("text", "md", "html", "json"):
        assert aufruf("diff", *paar, "--format", form).code == 0
    assert {pfad: pfad.read_bytes() for pfad in tmp_path.rglob("*") if pfad.is_file()} == vorher


def test_the_exit_code_is_1_only_if_asked_and_only_for_differences(
    aufruf: Aufruf, paar: tuple[Path, Path]
) -> None:
    alt, neu = paar
    assert aufruf("diff", alt, neu).code == 0
    assert aufruf("diff", alt, neu, "--exit-code").code == 1
    assert aufruf("diff", alt, alt, "--exit-code").code == 0
    assert aufruf("diff", alt, neu, "--exit-code", "--format", "json").code == 1


def test_faults_are_said_and_the_rest_is_compared(aufruf: Aufruf, paar: tuple[Path, Path]) -> None:
    alt, neu = paar
    lege_an(neu, {"ziele/Z-1.1.yaml": "kennung: [\n", MASSNAHME: KOPF + "ende: 2031-01-31\n"})
    ergebnis = aufruf("diff", alt, neu)
    assert ergebnis.code == 0
    assert "31.01.2031" in ergebnis.aus
    assert "(wegen Fehlern nicht vergleichbar)" in ergebnis.aus
    assert "nicht mehr da" not in ergebnis.aus
    assert aufruf("diff", alt, neu, "--exit-code").code == 1


def test_a_file_instead_of_the_screen(aufruf: Aufruf, voll: Path, tmp_path: Path) -> None:
    ziel = tmp_path / "tief" / "vergleich.json"
    ergebnis = aufruf("diff", "2024", "2025", "--akte", voll, "--format", "json", "-o", ziel)
    assert ergebnis.aus == f"geschrieben: {ziel}\n"
    assert json.loads(ziel.read_text(encoding="utf-8"))["unterschiede"] == 1
    assert aufruf("diff", "2024", "2025", "--akte", voll, "-o", ziel.parent).fehler == (
        f"fgk: „{ziel.parent}“ ist ein Ordner und keine Datei.\n  → Nennen Sie mit -o eine Datei.\n"
    )


def test_the_same_input_gives_the_same_bytes(aufruf: Aufruf) -> None:
    for form in ("md", "html", "json"):
        befehl = ("diff", "2018", "2020", "--akte", BEISPIEL, "--format", form)
        assert aufruf(*befehl).aus == aufruf(*befehl).aus


def test_not_on_a_terminal_there_are_no_colours_and_80_columns_suffice() -> None:
    lauf = fgk("diff", "2018", "2019", "--akte", BEISPIEL, env={"COLUMNS": "80"})
    assert lauf.returncode == 0
    assert "\x1b" not in lauf.stdout
    assert max(map(len, lauf.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("argumente", "saetze"),
    [
        (("2024", "2030"), ("Die Akte enthält keinen Jahresbericht 2030.", "Sie enthält: 2024, 2025.")),
        (("2024", "main"), ("„2024“ ist ein Jahr, „main“ aber keines.", "Nennen Sie zwei Jahre")),
        (
            ("main", "2024"),
            ("„2024“ ist ein Jahr, „main“ aber keines.", "Nennen Sie zwei Jahre"),
        ),
        (
            ("nirgends", "."),
            (
                "„nirgends“ ist weder ein Jahr mit Jahresbericht noch ein Ordner noch ein Stand in git.",
                "HEAD~1",
            ),
        ),
        (("alt", "neu", "--at", "HEAD"), ("--at gehört zu zwei Jahren.", "fgk diff HEAD~1 HEAD")),
        (("", "2024"), ("Eine der beiden Seiten ist leer.", "Nennen Sie zwei Jahre")),
        (("ziele", "massnahmen"), ("In „ziele“ liegt keine Akte.", "Nennen Sie zwei Ordner")),
        (("..", "."), ("In „..“ liegen 2 Akten.", "Nennen Sie zwei Ordner")),
        ((".", ".", "--akte", "."), ("Zwei Ordner brauchen kein --akte.", "Lassen Sie --akte weg")),
        (
            ("2024", "2025", "--akte", "gibtesnicht"),
            ("In „gibtesnicht“ liegt keine Akte", "Nennen Sie hinter --akte"),
        ),
        (("2024",), ("Die Angabe B fehlt.", "Ordner")),
    ],
)
def test_what_does_not_work_is_said_in_sentences(
    aufruf: Aufruf,
    voll: Path,
    monkeypatch: pytest.MonkeyPatch,
    argumente: tuple[str, ...],
    saetze: tuple[str, str],
) -> None:
    lege_an(voll.parent / "zweite")
    monkeypatch.chdir(voll)
    ergebnis = aufruf("diff", *argumente)
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert ergebnis.fehler.startswith(f"fgk: {saetze[0]}")
    assert saetze[1] in ergebnis.fehler


def test_years_without_an_akte_around(
    aufruf: Aufruf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert aufruf("diff", "2018", "2019").fehler == (
        "fgk: Hier liegt keine Akte mit Jahresberichten für 2018 und 2019.\n"
        "  → Wechseln Sie in den Ordner der Akte, oder nennen Sie ihn mit --akte.\n"
    )
    for jahr in ("2018", "2019"):
        shutil.copytree(BEISPIEL, tmp_path / jahr)
    assert aufruf("diff", "2018", "2019").aus.endswith("Keine Unterschiede.\n"), (
        "folders that are called like years"
    )


def test_a_faulty_report_is_not_compared(aufruf: Aufruf, voll: Path) -> None:
    lege_an(voll, {**ZWEI, "jahresberichte/2025.yaml": ZWEI["jahresberichte/2025.yaml"] + "falsch: 1\n"})
    ergebnis = aufruf("diff", "2024", "2025", "--akte", voll)
    assert ergebnis.code == 2
    assert ergebnis.fehler.startswith(
        "fgk: Der Jahresbericht 2025 hat Fehler und lässt sich so nicht vergleichen.\n"
    )
    assert f"„fgk validate {voll}“ zu „jahresberichte/2025.yaml“" in ergebnis.fehler


def test_an_akte_without_reports(aufruf: Aufruf, paar: tuple[Path, Path]) -> None:
    ergebnis = aufruf("diff", "2024", "2025", "--akte", paar[0])
    assert "Sie enthält noch keinen Jahresbericht." in ergebnis.fehler
