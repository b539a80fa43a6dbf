"""fgk fmt: one form for all files, or only the question whether they have it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, WURZEL, Aufruf

Ordner = Callable[..., Path]
UNFOERMIG = KOPF.replace("titel: ", "titel:    ") + "beteiligte: [ OE-10 ]\n"
FOERMIG = KOPF + "beteiligte: [OE-10]\n"
ZIEL = "ziele/Z-1.1.yaml"


def test_files_are_brought_into_form_and_named(aufruf: Aufruf, akte: Ordner) -> None:
    folder = akte({MASSNAHME: UNFOERMIG})
    ergebnis = aufruf("fmt", folder)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert ergebnis.aus == f"geschrieben: {folder.as_posix()}/{MASSNAHME}\n"
    assert (folder / MASSNAHME).read_text(encoding="utf-8") == FOERMIG
    ergebnis = aufruf("fmt", folder)
    assert ergebnis.code == 0
    assert ergebnis.aus.endswith("Dateien in Form.\n")


def test_check_writes_nothing_and_ends_with_1(aufruf: Aufruf, akte: Ordner) -> None:
    folder = akte({MASSNAHME: UNFOERMIG})
    ergebnis = aufruf("fmt", "--check", folder)
    assert ergebnis.code == 1
    assert f"nicht in Form: {folder.as_posix()}/{MASSNAHME}\n1 Datei ist nicht in Form.\n" in ergebnis.aus
    assert (folder / MASSNAHME).read_text(encoding="utf-8") == UNFOERMIG
    aufruf("fmt", folder)
    assert aufruf("fmt", "--check", folder).code == 0


def test_a_fault_that_names_a_line_is_no_new_one_when_lines_move(aufruf: Aufruf, akte: Ordner) -> None:
    einheiten = "organisationseinheiten.yaml"
    folder = akte({})
    with (folder / einheiten).open("ab") as file:
        file.write(b"  - name: Amt f\xc3\xbcr\n      Kinder\n    kennung: OE-99\n    art: amt\n")
        file.write(b"  - kennung: OE-99\n    name: Amt\n    art: amt\n" * 2)
    ergebnis = aufruf("fmt", folder)
    assert (ergebnis.code, ergebnis.aus) == (0, f"geschrieben: {folder.as_posix()}/{einheiten}\n")


def test_one_file_may_be_meant(aufruf: Aufruf, akte: Ordner) -> None:
    folder = akte({MASSNAHME: UNFOERMIG})
    vorher = (folder / ZIEL).read_bytes()
    (folder / ZIEL).write_bytes(vorher.replace(b": ", b":   ", 1))
    assert aufruf("fmt", folder / MASSNAHME).code == 0
    assert (folder / MASSNAHME).read_text(encoding="utf-8") == FOERMIG
    assert (folder / ZIEL).read_bytes() != vorher


@pytest.mark.parametrize("kaputt", ["kennung: [\n", "kennung: M-1.1.1\n\tziel: x\n"])
def test_a_file_with_faults_is_named_and_stays(aufruf: Aufruf, akte: Ordner, kaputt: str) -> None:
    folder = akte({MASSNAHME: UNFOERMIG, "massnahmen/M-1.1.2.yaml": kaputt})
    ergebnis = aufruf("fmt", folder)
    assert ergebnis.code == 1
    assert f"{folder.as_posix()}/massnahmen/M-1.1.2.yaml: Sie lässt sich nicht lesen." in ergebnis.fehler
    assert (folder / MASSNAHME).read_text(encoding="utf-8") == FOERMIG
    assert (folder / "massnahmen/M-1.1.2.yaml").read_text(encoding="utf-8") == kaputt


def test_what_is_no_file_is_named_and_the_others_are_formatted(aufruf: Aufruf, akte: Ordner) -> None:
    folder = akte({MASSNAHME: UNFOERMIG})
    (folder / "massnahmen" / "M-1.1.2.yaml").mkdir()
    ergebnis = aufruf("fmt", folder)
    assert (ergebnis.code, "„massnahmen/M-1.1.2.yaml“" in ergebnis.fehler) == (1, True)
    assert (folder / MASSNAHME).read_text(encoding="utf-8") == FOERMIG


def test_the_example_is_in_form(aufruf: Aufruf) -> None:
    ergebnis = aufruf("fmt", "--check", WURZEL / "examples")
    assert (ergebnis.code, ergebnis.fehler) == (0, "")


def test_a_folder_without_an_akte_is_said(aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf("fmt", tmp_path)
    assert ergebnis.code == 2
    assert "liegt keine Akte" in ergebnis.fehler
