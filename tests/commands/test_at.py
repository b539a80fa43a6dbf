"""--at: every command that reads an Akte can read it as it stood."""

import subprocess
import sys
from pathlib import Path

import pytest
from hilfen import MASSNAHME, Aufruf
from repos import Repo, mit_akte


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = mit_akte(tmp_path / "repo")
    repo.commit("kaputt", {f"akte/{MASSNAHME}": "kennung: M-1.1.1\nx: 1\n"})
    return repo


def test_validate_sees_the_akte_as_it_stood(repo: Repo, aufruf: Aufruf) -> None:
    assert aufruf("validate", repo.ordner).code == 1
    damals = aufruf("validate", repo.ordner, "--at", "HEAD~1")
    assert (damals.code, damals.aus) == (0, "1 Akte mit 4 Dateien geprüft: keine Fehler.\n")
    heute = aufruf("validate", repo.ordner / "akte", "--at", "main")
    assert heute.code == 1
    assert f"main:akte/{MASSNAHME}:2:1: FGK010" in heute.aus


def test_what_is_deleted_now_can_be_read_then(repo: Repo, aufruf: Aufruf) -> None:
    repo.git("rm", "-q", "-r", "akte")
    repo.commit("weg")
    assert aufruf("validate", repo.ordner / "akte", "--at", "HEAD~2").code == 0


def test_the_stichtag_is_the_day_of_the_commit(repo: Repo, aufruf: Aufruf, tmp_path: Path) -> None:
    repo.git("reset", "-q", "--hard", "HEAD~1")
    vereinbarung = "kennung: ZV-2024\nlaufzeit:\n  von: 2024-03-01\n  bis: 2027-02-28\n"
    repo.commit("ZV", {"akte/zielvereinbarung.yaml": vereinbarung})
    ziel = tmp_path / "aus"
    assert (
        aufruf(
            "render", "zielvereinbarung", repo.ordner / "akte", "--at", "HEAD", "--format", "md", "-o", ziel
        ).code
        == 0
    )
    [path] = ziel.iterdir()
    assert "| Stand | 1. März 2024 |" in path.read_text(encoding="utf-8")
    alle = aufruf("render", "--all", repo.ordner, "--at", "HEAD", "--format", "md", "-o", ziel)
    assert alle.code == 0
    assert "1 Datei geschrieben" in alle.aus


def test_the_design_of_the_workspace_stands_in_the_commit_too(repo: Repo, aufruf: Aufruf) -> None:
    repo.git("reset", "-q", "--hard", "HEAD~1")
    repo.commit("Gestaltung", {"fgk.yaml": "", "gestaltung.yaml": 'farbe: "#f2c300"\n'})
    repo.lege({"gestaltung.yaml": 'farbe: "#111111"\n'})
    assert aufruf("validate", repo.ordner).code == 0
    damals = aufruf("validate", repo.ordner, "--at", "HEAD")
    assert damals.code == 1
    assert "HEAD:gestaltung.yaml:1:8: FGK504" in damals.aus


@pytest.mark.parametrize(
    ("rev", "was"),
    [("nirgends", "Einen Stand „nirgends“ gibt es"), ("--help", "Einen Stand „--help“ gibt es")],
)
def test_a_revision_that_is_none_is_refused(repo: Repo, aufruf: Aufruf, rev: str, was: str) -> None:
    ergebnis = aufruf("validate", repo.ordner, f"--at={rev}")
    assert ergebnis.code == 2
    assert was in ergebnis.fehler


def test_several_akten_for_one_document_are_refused(repo: Repo, aufruf: Aufruf) -> None:
    repo.commit("Zwei", {"zweite/audit.yaml": (repo.ordner / "akte" / "audit.yaml").read_bytes()})
    ergebnis = aufruf("render", "zielvereinbarung", repo.ordner, "--at", "HEAD")
    assert ergebnis.code == 2
    assert "liegen dort 2 Akten" in ergebnis.fehler


def test_validate_of_a_folder_does_not_load_git() -> None:
    code = (
        "import sys; from fgk.cli import run; run(['validate', 'examples']); sys.exit('git' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_two_states_of_an_akte_are_compared(
    repo: Repo, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.git("reset", "-q", "--hard", "HEAD~1")
    text = (repo.ordner / "akte" / MASSNAHME).read_text(encoding="utf-8")
    repo.commit("Frist", {f"akte/{MASSNAHME}": text.replace("ende: 2024-12-31", "ende: 2025-12-31")})
    monkeypatch.chdir(repo.ordner / "akte")
    for seiten in (("HEAD~1", "HEAD"), ("HEAD~1", "."), ("main~1", "main")):
        ergebnis = aufruf("diff", *seiten)
        assert ergebnis.code == 0
        assert "um 12 Monate" in ergebnis.aus
    assert aufruf("diff", "HEAD", ".", "--exit-code").code == 0
    monkeypatch.chdir(repo.ordner.parent)
    assert "um 12 Monate" in aufruf("diff", "HEAD~1", "HEAD", "--akte", "repo/akte").aus


def test_two_reports_are_compared_as_they_stood(repo: Repo, aufruf: Aufruf) -> None:
    for jahr in (2024, 2025):
        bericht = (
            f"kennung: J-{jahr}\nvon: {jahr}-01-01\nbis: {jahr}-12-31\nmassnahmen:\n  - massnahme: M-1.1.1\n"
            f"    status: {'geplant' if jahr == 2024 else 'in_umsetzung'}\n"
        )
        repo.lege({f"akte/jahresberichte/{jahr}.yaml": bericht})
    repo.commit("Berichte")
    repo.git("rm", "-q", "-r", "akte/jahresberichte")
    repo.commit("weg")
    assert aufruf("diff", "2024", "2025", "--akte", repo.ordner / "akte").code == 2
    damals = aufruf("diff", "2024", "2025", "--akte", repo.ordner / "akte", "--at", "HEAD~1")
    assert damals.code == 0
    assert "geplant → in Umsetzung" in damals.aus
