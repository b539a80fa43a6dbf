"""fgk validate: which Akten, which exit code, and that nothing is changed."""

import hashlib
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, WURZEL, Aufruf, fgk, lege_an

WARNUNG = {MASSNAHME: KOPF}
FEHLER = {MASSNAHME: KOPF + "ende: 2024-02-30\n"}
STICHTAG = ("--stichtag", "2024-06-30")


def abdruck(ordner: Path) -> dict[str, tuple[str, int, int]]:
    """Content, time and mode of everything in a folder."""
    return {
        str(pfad): (
            hashlib.sha256(pfad.read_bytes()).hexdigest() if pfad.is_file() else "",
            pfad.stat().st_mtime_ns,
            pfad.stat().st_mode,
        )
        for pfad in sorted(ordner.rglob("*"))
    }


def test_an_akte_without_errors_is_told_in_one_line(aufruf: Aufruf, akte: Callable[..., Path]) -> None:
    assert aufruf("validate", akte({})) == (0, "1 Akte mit 4 Dateien geprüft: keine Fehler.\n", "")


def test_the_current_folder_is_the_default(
    aufruf: Aufruf, akte: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(akte(FEHLER))
    ergebnis = aufruf("validate", *STICHTAG)
    assert ergebnis.code == 1
    assert ergebnis.aus.splitlines() == [
        f"{MASSNAHME}:5:7: FGK009 Fehler: Den Tag 2024-02-30 gibt es nicht.",
        "  3 │ titel: Steuerungsgruppe einrichten",
        "  4 │ federfuehrung: OE-10",
        "> 5 │ ende: 2024-02-30",
        "    │       ^^^^^^^^^^",
        "  → Prüfen Sie Monat und Tag; ein Datum steht als JJJJ-MM-TT.",
        "",
        "1 Akte mit 4 Dateien geprüft: 1 Fehler.",
    ]


def test_an_empty_folder_holds_no_akte(aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf("validate", tmp_path)
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert "liegt keine Akte" in ergebnis.fehler


def test_one_path_without_an_akte_stops_the_run(
    aufruf: Aufruf, akte: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "leer").mkdir()
    assert aufruf("validate", akte({}), tmp_path / "leer").code == 2


@pytest.mark.parametrize(
    ("dateien", "optionen", "code"),
    [
        ({}, (), 0),
        ({}, ("--strict",), 0),
        (WARNUNG, (), 0),
        (WARNUNG, ("--strict",), 1),
        (WARNUNG, ("--strict", "--ignore", "FGK112"), 0),
        (FEHLER, (), 1),
        (FEHLER, ("--ignore", "FGK009"), 0),
        (FEHLER, ("--select", "FGK2"), 0),
        (FEHLER, ("--select", "FGK0,FGK2"), 1),
        ({MASSNAHME: b"\xef\xbb\xbf" + KOPF.encode() + b"ende: 2024-12-31\n"}, ("--strict",), 0),
    ],
)
def test_the_exit_code_follows_the_worst_fault_that_counts(
    aufruf: Aufruf, akte: Callable[..., Path], dateien: dict[str, str], optionen: tuple[str, ...], code: int
) -> None:
    assert aufruf("validate", akte(dateien), *STICHTAG, *optionen).code == code


def test_several_akten_nested_ones_and_paths_given_twice(aufruf: Aufruf, tmp_path: Path) -> None:
    lege_an(tmp_path / "b")
    eine = lege_an(tmp_path / "a", FEHLER)
    lege_an(eine / "alt" / "2016", WARNUNG)
    argumente = (tmp_path, eine, eine / MASSNAHME, tmp_path / "b" / ".." / "a", tmp_path)
    ergebnis = aufruf("validate", *argumente, *STICHTAG)
    assert ergebnis.code == 1
    koepfe = re.findall(r"^\S+/(\S+):(\d+):(\d+):", ergebnis.aus, re.MULTILINE)
    assert koepfe == [("M-1.1.1.yaml", "5", "7"), ("M-1.1.1.yaml", "1", "1")]
    assert ergebnis.aus.splitlines()[-1] == "3 Akten mit 12 Dateien geprüft: 1 Fehler, 1 Warnung."


def test_a_single_file_means_its_whole_akte(aufruf: Aufruf, akte: Callable[..., Path]) -> None:
    ordner = akte({"ziele/Z-1.1.yaml": ""})
    ergebnis = aufruf("validate", ordner / MASSNAHME)
    assert (ergebnis.code, "ziele/Z-1.1.yaml:1:1: FGK015" in ergebnis.aus) == (1, True)


def test_json_is_valid_and_counts(aufruf: Aufruf, akte: Callable[..., Path]) -> None:
    ordner = akte(FEHLER | {"ziele/Z-1.1.yaml": "ä: 1\n"})
    ergebnis = aufruf("validate", ordner, "--format", "json", *STICHTAG)
    bericht = json.loads(ergebnis.aus)
    assert ergebnis.code == 1
    assert (bericht["akten"], bericht["dateien"]) == (1, 4)
    assert bericht["zusammenfassung"] == {"FEHLER": 5, "WARNUNG": 0, "HINWEIS": 0}
    stellen = [(m["code"], m["zeile"], m["spalte"], m["ende_spalte"]) for m in bericht["meldungen"]]
    assert stellen[0] == ("FGK009", 5, 7, 17)
    assert stellen[1:] == [("FGK010", 1, 1, 2)] + [("FGK011", 1, 1, 2)] * 3
    assert {m["datei"] for m in bericht["meldungen"]} == {
        f"{ordner}/{MASSNAHME}",
        f"{ordner}/ziele/Z-1.1.yaml",
    }


def test_json_of_a_clean_akte(aufruf: Aufruf, akte: Callable[..., Path]) -> None:
    bericht = json.loads(aufruf("validate", akte({}), "--format", "json").aus)
    assert bericht["meldungen"] == []


def test_the_stichtag_decides_what_is_known(aufruf: Aufruf, akte: Callable[..., Path]) -> None:
    assert aufruf("validate", akte({}), "--stichtag", "2024-06-30").code == 0


def test_checking_changes_no_byte_and_no_time(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path / "a", FEHLER | {"ziele/Z-1.2.yaml": b"\xff\xfe", "bild.png": b"x"})
    os.utime(ordner / MASSNAHME, (1_000_000_000, 1_000_000_000))
    vorher = abdruck(tmp_path)
    assert fgk("validate", ordner, cwd=ordner).returncode == 1
    assert abdruck(tmp_path) == vorher


@pytest.mark.parametrize("form", ["text", "json"])
def test_two_processes_find_what_one_finds(tmp_path: Path, form: str) -> None:
    for nummer in range(9):
        lege_an(tmp_path / f"akte{nummer}", FEHLER if nummer % 2 else WARNUNG)
    eins = fgk("validate", ".", "-j", "1", "--format", form, *STICHTAG, cwd=tmp_path)
    zwei = fgk("validate", ".", "-j", "2", "--format", form, *STICHTAG, cwd=tmp_path)
    assert eins.returncode == zwei.returncode == 1
    assert eins.stderr == zwei.stderr == ""
    assert eins.stdout == zwei.stdout
    assert eins.stdout.count("FGK009") == 4


@pytest.mark.parametrize("breite", ["40", "80", "120"])
def test_the_width_of_the_terminal_is_kept(tmp_path: Path, breite: str) -> None:
    lege_an(
        tmp_path, FEHLER | {"ziele/Z-1.1.yaml": f"x: {'y ' * 300}\nkennung: 3\n", "zettel.yaml": "a: 1\n"}
    )
    ergebnis = fgk("validate", *STICHTAG, cwd=tmp_path, env={"COLUMNS": breite})
    zeilen = [z for z in ergebnis.stdout.splitlines() if not re.match(r"\S+:\d+:\d+: FGK\d+ \w+:$", z)]
    assert len(zeilen) > 20
    assert max(map(len, zeilen)) <= int(breite)


def test_without_a_terminal_there_is_no_colour_and_100_columns(tmp_path: Path) -> None:
    lege_an(tmp_path, {MASSNAHME: KOPF + f"ende: {'x' * 300}\n"})
    ergebnis = fgk("validate", cwd=tmp_path, env={"COLUMNS": ""})
    assert "\x1b" not in ergebnis.stdout
    assert max(map(len, ergebnis.stdout.splitlines())) == 100


@pytest.mark.parametrize(("no_color", "bunt"), [("", True), ("1", False)])
def test_a_terminal_gets_colour_unless_no_color_is_set(tmp_path: Path, no_color: str, bunt: bool) -> None:
    lege_an(tmp_path, FEHLER)
    vorne, hinten = pty.openpty()
    umgebung = {
        **os.environ,
        "PYTHONPATH": str(WURZEL),
        "NO_COLOR": no_color,
        "TERM": "xterm",
        "COLUMNS": "100",
    }
    befehl = [sys.executable, "-m", "fgk", "validate", *STICHTAG]
    with subprocess.Popen(befehl, stdout=hinten, cwd=tmp_path, env=umgebung) as prozess:
        os.close(hinten)
        gelesen = b""
        while True:
            try:
                stueck = os.read(vorne, 65536)
            except OSError:  # Linux says so when the other side has closed
                break
            if not stueck:
                break
            gelesen += stueck
    os.close(vorne)
    assert prozess.returncode == 1
    assert b"FGK009 Fehler:" in gelesen
    assert (b"\x1b[" in gelesen) is bunt


def test_the_design_of_the_workspace_is_checked_with_its_akten(aufruf: Aufruf, tmp_path: Path) -> None:
    for name in ("a", "b"):
        lege_an(tmp_path / name)
    (tmp_path / "fgk.yaml").touch()
    (tmp_path / "gestaltung.yaml").write_text('farbe: "#f2c300"\n', encoding="utf-8")
    for was in (tmp_path, tmp_path / "a"):
        ergebnis = aufruf("validate", was)
        assert ergebnis.code == 1
        assert ergebnis.aus.count("FGK504") == 1
