"""fgk import: preview, question, writing, exit codes; and what else than a form somebody may hand over."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from formulare import BERICHT, TEXT, akte_mit_bericht, fuelle, oeffne, schreibe_formulare
from hilfen import WURZEL, Aufruf
from openpyxl import Workbook

STICHTAG = ("--stichtag", "2026-01-20")


@pytest.fixture
def akte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    ordner = akte_mit_bericht(tmp_path / "akte")
    monkeypatch.chdir(ordner)
    return ordner


@pytest.fixture
def form(akte: Path) -> Path:
    return fuelle(
        schreibe_formulare(akte, Path("aus")),
        {"G7": 70, "H7": "Der Bericht ist fertig und liegt dem Ausschuss vor."},
    )


def test_without_ja_it_only_shows_what_would_change(aufruf: Aufruf, akte: Path, form: Path) -> None:
    ergebnis = aufruf("import", form, *STICHTAG)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert ergebnis.aus.splitlines() == [
        "Maßnahme  Feld         bisher                             neu",
        "────────  ───────────  ─────────────────────────────────  ─────────────────────────────────────",
        "M-1.1.2   Fortschritt  40 %                               70 %",
        "          Bericht      Der Bericht liegt im Entwurf vor.  Der Bericht ist fertig und liegt dem",
        "                                                          Ausschuss vor.",
        "",
        "1 Formular gelesen: 2 neue Angaben zu 1 Maßnahme.",
        "Geschrieben wurde nichts. Mit --ja übernimmt derselbe Befehl die Tabelle oben.",
    ]
    assert (akte / BERICHT).read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("breite", [80, 120])
def test_the_table_fits_the_terminal(
    aufruf: Aufruf, form: Path, monkeypatch: pytest.MonkeyPatch, breite: int
) -> None:
    fuelle(form, {"H7": "Wort " * 60, "A12": "M-9.9.9", "B7": "Anders", "F8": "fertig"})
    monkeypatch.setenv("COLUMNS", str(breite))
    zeilen = aufruf("import", form, *STICHTAG).aus.splitlines()
    assert max(map(len, zeilen)) <= breite
    assert max(map(len, zeilen[2:8])) > breite - 30


def test_with_ja_it_writes_and_says_where(aufruf: Aufruf, akte: Path, form: Path) -> None:
    ergebnis = aufruf("import", form, "--ja", *STICHTAG)
    assert ergebnis.code == 0
    assert ergebnis.aus.splitlines()[-1] == f"geschrieben: {BERICHT}"
    assert "fortschritt: 70   # geschätzt" in (akte / BERICHT).read_text(encoding="utf-8")
    # and a second time there is nothing left to do
    assert aufruf("import", form, "--ja", *STICHTAG).aus == (
        "1 Formular gelesen: keine neuen Angaben.\nEs gibt nichts zu übernehmen; geschrieben wurde nichts.\n"
    )


def test_refused_rows_end_with_1_and_the_others_are_written(aufruf: Aufruf, akte: Path, form: Path) -> None:
    fuelle(form, {"G8": 150})
    ergebnis = aufruf("import", form, "--ja", *STICHTAG)
    assert ergebnis.code == 1
    assert (
        "\nNicht übernommen wird, jeweils mit der ganzen Zeile:\n  aus/formular-2025-jugendamt.xlsx\n"
        "    Zelle G8 (M-1.1.3): „150“ ist keine ganze Zahl von 0 bis 100.\n"
        "\n1 Formular gelesen: 2 neue Angaben zu 1 Maßnahme, 1 Fall nicht zu übernehmen.\n"
    ) in ergebnis.aus
    assert "fortschritt: 70" in (akte / BERICHT).read_text(encoding="utf-8")
    assert aufruf("import", form, *STICHTAG).code == 1


@pytest.mark.parametrize(("antwort", "uebernommen"), [("j", True), ("ja", True), ("n", False), ("", False)])
def test_on_a_terminal_it_asks(akte: Path, form: Path, antwort: str, uebernommen: bool) -> None:
    haupt, neben = pty.openpty()
    os.write(haupt, f"{antwort}\n".encode())
    lauf = subprocess.run(
        [sys.executable, "-m", "fgk", "import", str(form), *STICHTAG],
        cwd=akte,
        stdin=neben,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(WURZEL)},
        timeout=60,
        check=False,
    )
    os.close(haupt)
    os.close(neben)
    assert (lauf.returncode, lauf.stderr) == (0, "")
    assert "Übernehmen? (j/n)" in lauf.stdout
    assert ("fortschritt: 70" in (akte / BERICHT).read_text(encoding="utf-8")) is uebernommen


def test_a_folder_of_returns_is_read_in_one_go(aufruf: Aufruf, akte: Path, form: Path) -> None:
    fuelle(form.with_name("formular-2025-hauptamt.xlsx"), {"H7": "Die Gruppe tagt."})
    (form.parent / "~$formular-2025-hauptamt.xlsx").write_bytes(b"x")
    ergebnis = aufruf("import", form.parent, "--ja", *STICHTAG)
    assert ergebnis.code == 0
    assert "3 Formulare gelesen: 3 neue Angaben zu 2 Maßnahmen." in ergebnis.aus
    assert "nur der Vermerk, dass die Arbeitsmappe gerade geöffnet ist" in ergebnis.aus
    assert "text: Die Gruppe tagt." in (akte / BERICHT).read_text(encoding="utf-8")


def test_a_damaged_file_among_others_is_named_and_the_others_are_taken(
    aufruf: Aufruf, akte: Path, form: Path
) -> None:
    (form.parent / "kaputt.xlsx").write_bytes(form.read_bytes()[:2000])
    ergebnis = aufruf("import", form.parent, "--ja", *STICHTAG)
    assert ergebnis.code == 1
    assert "aus/kaputt.xlsx\n    Die Datei ist beschädigt oder unvollständig." in ergebnis.aus
    assert "fortschritt: 70" in (akte / BERICHT).read_text(encoding="utf-8")


def _mappe(akte: Path, name: str = "liste.xlsx") -> Path:
    buch = Workbook()
    buch.worksheets[0]["A1"] = "Maßnahme"
    puffer = io.BytesIO()
    buch.save(puffer)
    (akte / name).write_bytes(puffer.getvalue())
    return akte / name


def test_two_workbooks_one_of_which_is_no_form_leave_the_other_to_be_taken(
    aufruf: Aufruf, akte: Path, form: Path
) -> None:
    ergebnis = aufruf("import", form, _mappe(akte), *STICHTAG)
    assert ergebnis.code == 1
    assert "Die Arbeitsmappe ist kein Formular von fgk." in " ".join(ergebnis.aus.split())
    assert "2 neue Angaben" in ergebnis.aus


def test_two_lists_are_told_that_each_is_read_alone(aufruf: Aufruf, akte: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (akte / name).write_text("Maßnahme;Wer?\nFamilienbüro;Jugendamt\n", encoding="utf-8")
    ergebnis = aufruf("import", "a.csv", "b.csv", *STICHTAG)
    assert ergebnis.code == 1
    assert ergebnis.aus.startswith("Nicht übernommen wird"), "no empty line before"
    assert " ".join(ergebnis.aus.split()).count("Eine Maßnahmenliste wird für sich allein eingelesen.") == 2


@pytest.mark.parametrize("titel", ["Musterstadt: Formular zum Jahresbericht 2025", "Rücklauf Jugendamt"])
def test_a_form_without_its_hidden_sheet_is_not_taken_for_a_list_of_measures(
    aufruf: Aufruf, akte: Path, form: Path, titel: str
) -> None:
    buch = oeffne(form)
    buch.remove(buch["_fgk"])
    buch.worksheets[0]["A1"] = titel
    buch.save(form)
    ergebnis = aufruf("import", form, "--ja", *STICHTAG)
    worte = " ".join(ergebnis.aus.split())
    assert (ergebnis.code, ergebnis.fehler) == (1, "")
    assert "Blatt „Maßnahmen“ war ein Formular von fgk. Ihm fehlt das verborgene Blatt" in worte
    assert "Bitten Sie um die Mappe selbst." in worte
    assert (akte / BERICHT).read_text(encoding="utf-8") == TEXT


def test_a_form_saved_as_csv_is_not_taken_for_a_list_of_measures(aufruf: Aufruf, akte: Path) -> None:
    text = "Formular\nKennung;Maßnahme;Status;Bericht\nM-1.1.2;Familienbericht;umgesetzt;Fertig.\n"
    (akte / "formular.csv").write_text(text, encoding="utf-8")
    ergebnis = aufruf("import", "formular.csv", "--ja", *STICHTAG)
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert "war wohl ein Formular zum Jahresbericht" in ergebnis.fehler
    ergebnis = aufruf("import", "formular.csv", "--spalte", "Bericht=text", *STICHTAG)
    assert "„Familienbericht“ ist in der Akte M-1.1.2" in ergebnis.aus


def test_what_is_no_form_is_taken_for_a_list_of_measures(aufruf: Aufruf, akte: Path) -> None:
    (akte / "liste.csv").write_text("Was?;Wer?\nFamilienbüro eröffnen;Jugendamt\n", encoding="utf-8")
    ergebnis = aufruf("import", "liste.csv", "--spalte", "Was?=titel", *STICHTAG)
    assert "A  Was?                        Titel der Maßnahme" in ergebnis.aus
    ergebnis = aufruf("import", "liste.csv", "liste.csv", "--spalte", "Was?=titel")
    assert ergebnis.code == 2
    assert "Eine Maßnahmenliste wird für sich allein eingelesen." in ergebnis.fehler


@pytest.mark.parametrize(
    ("worte", "was"),
    [
        (["gibt-es-nicht.xlsx"], "„gibt-es-nicht.xlsx“ gibt es nicht."),
        (["leer"], "Hier liegt keine Arbeitsmappe."),
        ([], "Die Angabe DATEI|ORDNER … fehlt."),
        (["audit.yaml", "fgk.yaml", "--blatt", "X"], "Eine Maßnahmenliste wird für sich allein eingelesen."),
        (["audit.yaml", "--akte", ".."], "liegt keine Akte"),
    ],
)
def test_a_call_that_leads_nowhere_is_said(aufruf: Aufruf, akte: Path, worte: list[str], was: str) -> None:
    (akte / "leer").mkdir()
    ergebnis = aufruf("import", *worte)
    assert ergebnis.code == 2
    assert was in ergebnis.fehler


def test_a_file_that_may_not_be_written_leaves_everything_as_it_was(
    aufruf: Aufruf, akte: Path, form: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fgk.errors import FgkError

    def verweigert(*_: object) -> None:
        raise FgkError("Die Datei ist schreibgeschützt.", "Heben Sie den Schreibschutz auf.")

    monkeypatch.setattr("fgk.writing.replace_files", verweigert)
    assert aufruf("import", form, "--ja", *STICHTAG).code == 2
    assert (akte / BERICHT).read_text(encoding="utf-8") == TEXT


def test_a_report_that_changes_while_somebody_thinks_is_not_written_over(akte: Path, form: Path) -> None:
    haupt, neben = pty.openpty()
    lauf = subprocess.Popen(
        [sys.executable, "-m", "fgk", "import", str(form), *STICHTAG],
        cwd=akte,
        stdin=neben,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(WURZEL), "PYTHONUNBUFFERED": "1"},
    )
    assert lauf.stdout is not None
    gesagt = ""
    while "(j/n)" not in gesagt:
        gesagt += lauf.stdout.read(1)
    anders = TEXT.replace("ausblick: Es geht weiter.", "ausblick: Von Hand geändert.")
    (akte / BERICHT).write_text(anders, encoding="utf-8")
    os.write(haupt, b"ja\n")
    _, fehler = lauf.communicate(timeout=60)
    os.close(haupt)
    os.close(neben)
    assert lauf.returncode == 2
    assert "hat sich geändert, während der Befehl lief" in fehler
    assert (akte / BERICHT).read_text(encoding="utf-8") == anders
