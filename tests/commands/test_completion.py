"""Completion in a shell: the scripts, what is proposed by the protocol of each shell, and a real bash."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from hilfen import BEISPIEL, Aufruf, fgk, lege_an
from terminal import im_terminal

from fgk.cli import app
from fgk.documents import DOKUMENTE
from fgk.scaffolding.neu import arten

SHELLS = ("bash", "zsh", "fish", "powershell")
FISH_VALUES = {"_TYPER_COMPLETE_FISH_ACTION": "get-args"}


def vorschlaege(zeile: str, cwd: Path) -> list[str]:
    """Return what bash is told could follow a line."""
    worte = zeile.split(" ")
    umgebung = {
        "_FGK_COMPLETE": "complete_bash",
        "COMP_WORDS": "\n".join(worte),
        "COMP_CWORD": str(len(worte) - 1),
    }
    ergebnis = fgk(cwd=cwd, env=umgebung)
    assert (ergebnis.returncode, ergebnis.stderr) == (0, "")
    return ergebnis.stdout.split()


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell_asks_fgk(aufruf: Aufruf, shell: str) -> None:
    ergebnis = aufruf("completion", shell)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert "_FGK_COMPLETE" in ergebnis.aus
    assert f"complete_{shell}" in ergebnis.aus


def test_another_shell_is_refused_with_those_there_are(aufruf: Aufruf) -> None:
    ergebnis = aufruf("completion", "cmd")
    assert ergebnis.code == 2
    assert "bash, zsh, fish oder powershell" in ergebnis.fehler


@pytest.mark.parametrize(
    ("zeile", "erwartet"),
    [
        ("fgk lo", ["log"]),
        ("fgk validate --str", ["--strict"]),
        ("fgk new jah", ["jahresbericht"]),
        ("fgk new jahresbericht ", []),
        ("fgk new massnahme --ziel Z-6", ["Z-6.1", "Z-6.2", "Z-6.3"]),
        ("fgk new massnahme --kennung ", []),
        ("fgk new massnahme --federfuehrung OE-6", ["OE-60", "OE-61", "OE-65", "OE-66", "OE-68"]),
        ("fgk export formular --organisationseinheit OE-vh", ["OE-vhs"]),
        ("fgk save --stelle OE-BM", ["OE-BM"]),
        ("fgk new ziel --handlungsfeld ", [f"HF{nummer}" for nummer in range(1, 7)]),
        ("fgk new beschluss --art jahres", ["jahresbericht"]),
        ("fgk new organisationseinheit --art am", ["amt"]),
        ("fgk new ziel --art ", []),
        ("fgk init --ci ", ["forgejo", "github", "gitlab"]),
        ("fgk log --format ", ["text", "md", "html", "json"]),
        ("fgk log M-3.5", ["M-3.5.1", "M-3.5.2", "M-3.5.3"]),
        ("fgk log ZV", ["ZV-2017"]),
        ("fgk log J-", ["J-2018", "J-2019", "J-2020"]),
        ("fgk log AN-HF1", ["AN-HF1"]),
        ("fgk decide B-2017", ["B-2017-01"]),
        ("fgk decide M", []),
        ("fgk render ", list(DOKUMENTE)),
        ("fgk render beschlussvorlage --beschluss B-2016", ["B-2016-01"]),
        ("fgk render jahresbericht --jahr ", ["2018", "2019", "2020"]),
        ("fgk render zielvereinbarung --format pdf,d", ["pdf,docx"]),
        ("fgk render zielvereinbarung --format pdf,p", []),
        ("fgk diff 2018 2", ["2018", "2019", "2020"]),
        ("fgk rule FGK11", [f"FGK11{ziffer}" for ziffer in range(1, 10)]),
        ("fgk rule fgk009", ["FGK009"]),
        ("fgk validate --select FGK111,FGK112", ["FGK111,FGK112"]),
    ],
)
def test_what_could_follow_is_proposed(zeile: str, erwartet: list[str]) -> None:
    assert vorschlaege(zeile, BEISPIEL) == erwartet


def test_what_new_can_create_is_proposed() -> None:
    assert sorted(vorschlaege("fgk new ", BEISPIEL)) == sorted(arten())


def test_every_parameter_that_stands_for_something_known_proposes_it() -> None:
    gruppe: Any = typer.main.get_command(app)
    bekannt = {"KENNUNG", "CODE", "DOKUMENT", "JAHR"}
    geprueft = 0
    for name in gruppe.list_commands(None):
        befehl = gruppe.get_command(None, name)
        kontext = befehl.make_context(name, [], resilient_parsing=True)
        for parameter in befehl.get_params(kontext):
            if parameter.metavar in bekannt:
                assert "_completer" in parameter.shell_complete.__qualname__, (name, parameter.name)
                geprueft += 1
    assert geprueft >= 8


def test_the_akte_around_a_folder_inside_it_is_meant_or_the_one_that_is_named(tmp_path: Path) -> None:
    assert vorschlaege("fgk log Z-1.1", BEISPIEL / "massnahmen") == ["Z-1.1"]
    assert vorschlaege(f"fgk log --akte {BEISPIEL} Z-1.1", tmp_path) == ["Z-1.1"]


def test_outside_of_an_akte_and_behind_an_unknown_command_nothing_is_proposed_and_nothing_said(
    tmp_path: Path,
) -> None:
    assert vorschlaege("fgk log M", tmp_path) == []
    assert vorschlaege("fgk new ziel --handlungsfeld ", tmp_path) == []
    assert vorschlaege("fgk new massnahme --federfuehrung ", tmp_path) == []
    umgebung = {"_FGK_COMPLETE": "complete_bash", "COMP_WORDS": "fgk\nquatsch\n", "COMP_CWORD": "2"}
    ergebnis = fgk(cwd=tmp_path, env=umgebung)
    assert (ergebnis.stdout, ergebnis.stderr) == ("", "")


def test_a_broken_akte_still_proposes_what_its_files_are_called(tmp_path: Path) -> None:
    akte = lege_an(
        tmp_path / "akte",
        {
            "massnahmen/M-1.1.1.yaml": b"\xff\xfe\x00: [",
            "massnahmen/M-1.1.2.yaml": "titel: [\n",
            "massnahmen/M-1.1.3.yaml": "",
            "audit.yaml": b"\x00",
            "organisationseinheiten.yaml": b"- kennung: OE-10\n  name: [\n- name: \xff\n  kennung: OE-51\n",
        },
    )
    assert vorschlaege("fgk save --stelle ", akte) == ["OE-10", "OE-51"]
    assert vorschlaege("fgk new ziel --handlungsfeld ", akte) == []
    (akte / "massnahmen" / "M-1.1.4.yaml").mkdir()
    (akte / "massnahmen" / "M-1.1.5.yaml").symlink_to(tmp_path / "nirgends")
    assert vorschlaege("fgk log M", akte) == [f"M-1.1.{nummer}" for nummer in range(1, 6)]


@pytest.mark.parametrize(
    ("umgebung", "erwartet"),
    [
        (
            {"_FGK_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "fgk log M-3.5.1"},
            r'\(\("M-3\.5\.1":"[A-ZÄÖÜ].+"\)\)',
        ),
        (
            {
                "_FGK_COMPLETE": "complete_fish",
                "_TYPER_COMPLETE_ARGS": "fgk log M-3.5.1",
                **FISH_VALUES,
            },
            r"^M-3\.5\.1\t[A-ZÄÖÜ].+$",
        ),
        (
            {
                "_FGK_COMPLETE": "complete_powershell",
                "_TYPER_COMPLETE_ARGS": "fgk log M-3.5.1",
                "_TYPER_COMPLETE_WORD_TO_COMPLETE": "M-3.5.1",
            },
            r"^M-3\.5\.1:::[A-ZÄÖÜ].+$",
        ),
        (
            {"_FGK_COMPLETE": "complete_fish", "_TYPER_COMPLETE_ARGS": "fgk rul", **FISH_VALUES},
            r"^rule\tListet alle Regeln",
        ),
    ],
)
def test_zsh_fish_and_powershell_see_what_a_proposal_is(umgebung: dict[str, str], erwartet: str) -> None:
    ergebnis = fgk(cwd=BEISPIEL, env=umgebung)
    assert (ergebnis.returncode, ergebnis.stderr) == (0, "")
    assert re.search(erwartet, ergebnis.stdout.rstrip("\n"))
    assert "\n" not in ergebnis.stdout.rstrip("\n"), "one proposal, one line"


def test_fish_is_told_when_files_are_meant() -> None:
    for zeile, code in [("fgk log M", 0), ("fgk validate x", 1)]:
        umgebung = {
            "_FGK_COMPLETE": "complete_fish",
            "_TYPER_COMPLETE_FISH_ACTION": "is-args",
            "_TYPER_COMPLETE_ARGS": zeile,
        }
        assert fgk(cwd=BEISPIEL, env=umgebung).returncode == code, zeile


def test_bash_itself_completes_with_the_tabulator(tmp_path: Path) -> None:
    programm = tmp_path / "bin" / "fgk"
    programm.parent.mkdir()
    programm.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m fgk "$@"\n', encoding="utf-8")
    programm.chmod(0o755)
    (tmp_path / "fgk.bash").write_text(fgk("completion", "bash").stdout, encoding="utf-8")
    pfad = f"{programm.parent}{os.pathsep}{os.environ['PATH']}"
    befehl = ["bash", "--norc", "--noprofile", "-i"]
    env = {"PATH": pfad, "PS1": "bereit ", "TERM": "dumb", "HOME": str(tmp_path)}
    with im_terminal(befehl, breite=120, cwd=BEISPIEL, env=env) as bash:
        bash.warte_auf("bereit ")
        bash.schreibe(f"source {tmp_path}/fgk.bash; echo gelesen\n")
        bash.schreibe("fgk ru\t")
        bash.warte_auf("fgk rule ")
        bash.schreibe("FGK009\n")
        bash.warte_auf("tag-gibt-es-nicht")
        bash.schreibe("exit\n")
        assert bash.bis_zum_ende().code == 0
