"""Without git: what needs no history works in a plain folder on a machine that has no git; the rest says so."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from hilfen import BEISPIEL, MASSNAHME, fgk, lege_an
from terminal import im_terminal

from fgk.cli import app
from fgk.commands.german import GermanGroup
from fgk.sharing.pack import pack

OHNE = "fgk: Dafür braucht fgk das Programm git, und das ist auf diesem Rechner nicht eingerichtet.\n  → Richten Sie git ein"

#: what is run in the example, and what its answer must hold
GEHT = {
    "validate": "96 Dateien geprüft: keine Fehler",
    "validate --format json": '"meldungen": []',
    "render zielvereinbarung --format md": "geschrieben: ",
    "render jahresbericht --jahr 2018 --format html": "geschrieben: ",
    "render beschlussvorlage --beschluss B-2017-01 --format docx": "geschrieben: ",
    "rule FGK101": "dateiname-passt-nicht",
    "diff 2018 2019": "57 Unterschiede",
    "diff . ../zwei": "1 Unterschied: Maßnahmen 1.",
    "decide B-2017-01": "geschrieben: beschluesse/B-2017-01.yaml",
    "decide B-2025-01 --gremium Rat --datum 2025-03-27 --ergebnis unveraendert": "B-2025-01 ist festgelegt",
    "textconv massnahmen/M-1.1.1.yaml": "kennung: M-1.1.1",
    "merge-file massnahmen/M-1.1.1.yaml massnahmen/M-1.1.1.yaml massnahmen/M-1.1.1.yaml": "",
    "schema -o ../schemas": "massnahme",
    "set M-1.1.1 prioritaet=mittel": "geschrieben: massnahmen/M-1.1.1.yaml",
    "fmt": "96 Dateien",
    "init ../neu --ags 05334032 --jahr 2024": "Angelegt:",
    "init ../folge --vorgaenger . --jahr 2024": "Übernommen aus A-stolberg-2016: 20 Ziele",
    "new ziel --handlungsfeld HF3 --titel Neu": "angelegt: ziele/Z-3.",
    "export formular --jahr 2020": "geschrieben: ausgabe/formular-2020-",
    "import ../liste.csv --spalte Was?=titel --spalte Feld=handlungsfeld": "Titel der Maßnahme",
    "status --stichtag 2019-12-31": "Fortschritt (nach dem Jahresbericht 2018)",
    "status --ics": "BEGIN:VCALENDAR",
    "status --ruecklauf 2020": "Rücklauf zum Jahresbericht 2020",
    "kostenbeitrag --einwohner 400000": "48.750,00 €",
    "render beschlussvorlage --textbausteine": "══ Beschlussvorschlag ══",
    "render mitteilungsvorlage --format md": "beschlussvorlage-B-2021-01_stolberg-2016.md",
    "completion bash": "complete",
    "pack": "geschrieben: ausgabe/stolberg-2016.fgk.zip",
    "unpack ../p.fgk.zip --ja": "Übernommen.",
}
BRAUCHT_GIT = (
    "log",
    "log M-1.1.1",
    "diff HEAD~1 .",
    "validate --base auto",
    "validate --at HEAD",
    "validate --staged",
    "comment",
    "render zielvereinbarung --at HEAD --format md",
    "status --at HEAD",
    "verify --history",
    "git-setup",
    "save Text --stelle OE-51",
)


@pytest.fixture
def ordner(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """The example in a plain folder beside a copy with one change, and an environment whose PATH holds no git."""
    leer = tmp_path / "leer"
    leer.mkdir()
    assert shutil.which("git", path=str(leer)) is None
    shutil.copytree(BEISPIEL, tmp_path / "akte")
    pack(tmp_path / "akte", tmp_path / "p.fgk.zip")
    (tmp_path / "liste.csv").write_text("Feld;Was?;Wer?\nHF3;Spielfest;Jugendamt\n", encoding="utf-8")
    zwei = Path(shutil.copytree(tmp_path / "akte", tmp_path / "zwei")) / MASSNAHME
    zwei.write_bytes(zwei.read_bytes().replace(b"prioritaet: hoch", b"prioritaet: mittel"))
    pack(tmp_path / "zwei", tmp_path / "p.fgk.zip")
    return tmp_path / "akte", {"PATH": str(leer), "GIT_CEILING_DIRECTORIES": str(tmp_path)}


def test_no_command_is_forgotten() -> None:
    """A new command needs a line above: what it prints without git, or that it asks for it."""
    group = typer.main.get_command(app)
    assert isinstance(group, GermanGroup)
    genannt = {befehl.split()[0] for befehl in (*GEHT, *BRAUCHT_GIT)} | {
        "watch"
    }  # it does not end, see below
    assert genannt == {entry.name for entry in group.table}


def test_watching_works(ordner: tuple[Path, dict[str, str]]) -> None:
    befehl = [sys.executable, "-m", "fgk", "watch"]
    with im_terminal(befehl, cwd=ordner[0], env=ordner[1]) as terminal:
        terminal.warte_auf("Ohne Fehler.")


@pytest.mark.parametrize("befehl", GEHT)
def test_it_works(befehl: str, ordner: tuple[Path, dict[str, str]]) -> None:
    gesagt = fgk(*befehl.split(), cwd=ordner[0], env=ordner[1])
    assert (gesagt.returncode, gesagt.stderr) == (0, "")
    assert GEHT[befehl] in gesagt.stdout


@pytest.mark.parametrize("befehl", BRAUCHT_GIT)
def test_what_needs_git_says_so_and_what_to_do(befehl: str, ordner: tuple[Path, dict[str, str]]) -> None:
    gesagt = fgk(*befehl.split(), cwd=ordner[0], env=ordner[1])
    assert (gesagt.returncode, gesagt.stdout) == (2, "")
    assert gesagt.stderr.startswith(OHNE)


def test_a_decision_is_recorded_without_git_and_signed_with_it(ordner: tuple[Path, dict[str, str]]) -> None:
    assert fgk("decide", "B-2017-01", cwd=ordner[0], env=ordner[1]).returncode == 0
    gesagt = fgk("decide", "B-2017-01", "--tag", cwd=ordner[0], env=ordner[1])
    assert (gesagt.returncode, gesagt.stderr.startswith(OHNE)) == (2, True)


def test_a_pruefzeichen_can_still_be_read(ordner: tuple[Path, dict[str, str]]) -> None:
    gesagt = fgk("verify", "3YJC-27CF-31FW-0637-T", cwd=ordner[0], env=ordner[1])
    assert "(richtig geschrieben)" in gesagt.stdout
    assert "braucht fgk das Programm git" in gesagt.stdout


def test_conflicts_of_a_merge_are_named_before_git_is_missed(ordner: tuple[Path, dict[str, str]]) -> None:
    akte, umgebung = ordner
    (akte / "b.txt").write_text("titel: A\n", encoding="utf-8")
    (akte / "o.txt").write_text("titel: B\n", encoding="utf-8")
    (akte / "t.txt").write_text("titel: C\n", encoding="utf-8")
    gesagt = fgk("merge-file", "b.txt", "o.txt", "t.txt", cwd=akte, env=umgebung)
    assert (gesagt.returncode, "titel: hier „B“, dort „C“, vorher „A“" in gesagt.stderr) == (2, True)
    assert OHNE in gesagt.stderr


@pytest.mark.parametrize("befehl", ["log", "verify --history", "validate --base auto", "diff HEAD~1 ."])
def test_with_git_but_outside_of_a_repository_it_says_so(befehl: str, tmp_path: Path) -> None:
    akte = lege_an(tmp_path / "akte")
    gesagt = fgk(*befehl.split(), cwd=akte, env={"GIT_CEILING_DIRECTORIES": str(tmp_path)})
    assert gesagt.returncode == 2
    assert "git" in gesagt.stderr
    assert "\n  → " in gesagt.stderr
    assert subprocess.run(["git", "rev-parse"], cwd=akte, capture_output=True, check=False).returncode != 0
