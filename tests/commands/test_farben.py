"""Colours: on a terminal only, never against NO_COLOR; what is said fits the terminal, and a pipe gets whole lines."""

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import typer
from hilfen import BEISPIEL, MASSNAHME, fgk, lege_an
from terminal import fgk_im_terminal

from fgk.cli import app
from fgk.commands.hilfe import read_docstring

GRUPPE: Any = typer.main.get_command(app)
FARBE = re.compile(r"\x1b\[[0-9;]*m")
#: these do not end by themselves, and have tests of their own
ENDLOS = {"watch"}


def beispiele(befehl: str) -> list[list[str]]:
    """Return what fgk gets in the examples of a command, without what is for the shell."""
    rufe = [
        shlex.split(re.split(r" >>? | \| ", beispiel.befehl)[0])[1:]
        for beispiel in read_docstring(GRUPPE.get_command(None, befehl).callback.__doc__).beispiele
    ]
    return [[befehl, "--help"], *(ruf for ruf in rufe if befehl not in ENDLOS)]


@pytest.fixture
def akte(geschichte: Path, tmp_path: Path) -> Path:
    """A copy of the example with its history, that may be written to."""
    return Path(shutil.copytree(geschichte, tmp_path / "akte"))


@pytest.mark.parametrize("befehl", GRUPPE.list_commands(None))
def test_without_colours_none_come_whatever_a_command_says(akte: Path, befehl: str) -> None:
    for ruf in beispiele(befehl):
        lauf = fgk_im_terminal(*ruf, cwd=akte, env={"NO_COLOR": "1"}, hat_tastatur=False)
        assert lauf.text.strip() or "--help" not in ruf, ruf
        assert FARBE.findall(lauf.text) == [], ruf
        assert lauf.code in {0, 1, 2}, ruf


@pytest.mark.parametrize("befehl", GRUPPE.list_commands(None))
def test_a_pipe_gets_no_colours_and_nothing_for_a_terminal(akte: Path, befehl: str) -> None:
    for ruf in beispiele(befehl)[:2]:
        lauf = fgk(*ruf, cwd=akte)
        assert re.findall(r"[\x1b\r\x07]", lauf.stdout + lauf.stderr) == [], ruf
        assert lauf.returncode in {0, 1, 2}, ruf


@pytest.mark.parametrize(
    "ruf", [("validate",), ("rule",), ("rule", "FGK112"), ("--help",), ("diff", "2018", "2019")]
)
def test_on_a_terminal_they_do_come(tmp_path: Path, ruf: tuple[str, ...]) -> None:
    akte = Path(shutil.copytree(BEISPIEL, tmp_path / "akte"))
    (akte / "massnahmen" / "M-1.1.1.yaml").write_text("kennung: 1\n", encoding="utf-8")
    assert FARBE.findall(fgk_im_terminal(*ruf, cwd=akte).text)


@pytest.mark.parametrize("breite", [80, 200])
@pytest.mark.parametrize(
    "ruf", [("validate",), ("rule",), ("rule", "FGK114"), ("diff", "2018", "2019"), ("log", "M-3.1.2")]
)
def test_no_line_is_wider_than_the_terminal(akte: Path, breite: int, ruf: tuple[str, ...]) -> None:
    lauf = fgk_im_terminal(*ruf, breite=breite, cwd=akte, env={"NO_COLOR": "1"})
    zeilen = lauf.text.splitlines()
    assert len(zeilen) >= 1
    assert max(map(len, zeilen)) <= breite
    if ruf[0] != "validate":
        assert max(map(len, zeilen)) > 60


LANG = (
    "validate",
    "ein-ordner/mit-einem-sehr-langen-namen/den-es-ganz-sicher-an-dieser-stelle-gar-nicht-gibt",
)


def test_an_error_wraps_at_the_width_of_the_terminal_and_keeps_a_path_in_one_piece(tmp_path: Path) -> None:
    lauf = fgk_im_terminal("render", "zielvereinbarung", breite=60, cwd=tmp_path)
    assert lauf.code == 2
    assert lauf.text == (
        "fgk: In „.“ und darüber liegt keine Akte: Es gibt dort keine\n"
        "     Datei audit.yaml.\n"
        "  → Wechseln Sie in den Ordner der Akte oder nennen Sie ihn\n"
        "    am Ende des Befehls.\n"
    )
    assert LANG[1] in fgk_im_terminal(*LANG, breite=60, cwd=tmp_path).text.replace("\n", "")


def test_an_error_in_a_pipe_is_one_line_and_what_to_do_another(tmp_path: Path) -> None:
    erste, zweite = fgk(*LANG, cwd=tmp_path, env={"COLUMNS": "40"}).stderr.splitlines()
    assert erste == f"fgk: „{LANG[1]}“ gibt es nicht."
    assert zweite == "  → Prüfen Sie die Schreibweise des Pfads."


def test_why_there_is_no_document_wraps_too(tmp_path: Path) -> None:
    akte = lege_an(tmp_path / "akte", {MASSNAHME: "kennung: 1\n"})
    lauf = fgk_im_terminal("render", "zielvereinbarung", breite=60, cwd=akte)
    assert lauf.code == 1
    assert lauf.text.endswith(
        "  → Beheben Sie die Fehler, oder erzeugen Sie mit --entwurf\n    einen gekennzeichneten Entwurf.\n"
    )
