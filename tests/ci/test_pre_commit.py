"""The pre-commit hook, run by pre-commit and git: the commit is checked, whatever lies in the folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hilfen import WURZEL, lege_an
from repos import DATEI, UMGEBUNG, Repo

HAKEN = WURZEL / ".pre-commit-hooks.yaml"
ANDERE = "akte/massnahmen/M-1.1.2.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository whose commits pre-commit checks with our hooks, in this environment instead of one it makes."""
    haken = Repo(tmp_path / "haken")
    haken.commit("Haken", {".pre-commit-hooks.yaml": HAKEN.read_text(encoding="utf-8")})
    ids = [haken["id"] for haken in yaml.safe_load(HAKEN.read_text(encoding="utf-8"))]
    assert ids == ["fgk", "fgk-push"]
    eingestellt = {
        "default_install_hook_types": ["pre-commit", "pre-push"],
        "repos": [
            {
                "repo": str(haken.ordner),
                "rev": haken.git("rev-parse", "HEAD"),
                "hooks": [{"id": name, "language": "system"} for name in ids],
            }
        ],
    }
    repo = Repo(tmp_path / "repo")
    lege_an(repo.ordner / "akte")
    repo.commit("Akte", {".pre-commit-config.yaml": yaml.safe_dump(eingestellt)})
    return repo


@pytest.fixture
def git(repo: Repo, tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Return a function that runs git with the hooks installed, and says how it ended."""
    umgebung = {
        name: wert for name, wert in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))
    }
    umgebung |= UMGEBUNG | {
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "HOME": str(tmp_path), "COLUMNS": "200",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip

    def rufe(*befehl: str) -> tuple[int, str]:
        lauf = subprocess.run(
            befehl, cwd=repo.ordner, env=umgebung, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", check=False,
        )  # fmt: skip
        return lauf.returncode, lauf.stdout

    code, gesagt = rufe(sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    assert code == 0, gesagt
    return lambda *befehl: rufe("git", *befehl)


def falsch(repo: Repo, datei: str = DATEI) -> None:
    text = (repo.ordner / datei).read_text(encoding="utf-8")
    repo.lege({datei: f"{text}tittel: x\n"})


def richtig(repo: Repo, datei: str = DATEI) -> None:
    text = (repo.ordner / datei).read_text(encoding="utf-8")
    repo.lege({datei: text.replace("tittel: x\n", "")})


def test_a_commit_with_a_fault_is_refused_and_one_without_goes_through(
    repo: Repo, git: Callable[..., tuple[int, str]]
) -> None:
    falsch(repo)
    repo.git("add", "-A")
    code, gesagt = git("commit", "-m", "falsch")
    assert code == 1
    assert f"{DATEI}:" in gesagt
    assert "FGK010" in gesagt
    richtig(repo)
    repo.lege({ANDERE: (repo.ordner / DATEI).read_text(encoding="utf-8").replace("M-1.1.1", "M-1.1.2")})
    repo.git("add", "-A")
    code, gesagt = git("commit", "-m", "richtig")
    assert (code, "Passed" in gesagt) == (0, True), gesagt


def test_what_is_not_part_of_the_commit_neither_stops_nor_saves_it(
    repo: Repo, git: Callable[..., tuple[int, str]]
) -> None:
    falsch(repo)
    repo.git("add", "-A")
    richtig(repo)  # in the folder alone
    assert git("commit", "-m", "falsch")[0] == 1
    repo.git("add", "-A")
    falsch(repo)
    repo.lege({"notiz.md": "x"})
    repo.git("add", "notiz.md")
    assert git("commit", "-m", "richtig")[0] == 0


def test_a_commit_of_one_file_is_checked_with_the_index_that_git_makes_for_it(
    repo: Repo, git: Callable[..., tuple[int, str]]
) -> None:
    repo.lege({ANDERE: (repo.ordner / DATEI).read_text(encoding="utf-8").replace("M-1.1.1", "M-1.1.2")})
    repo.git("add", "-A")
    assert git("commit", "-m", "zweite")[0] == 0
    falsch(repo, ANDERE)
    repo.git("add", ANDERE)
    repo.lege({DATEI: (repo.ordner / DATEI).read_text(encoding="utf-8") + "bemerkung: x\n"})
    code, gesagt = git("commit", "-m", "nur diese", "--", DATEI)
    assert code == 0, gesagt
    assert git("commit", "-m", "die andere")[0] == 1


def test_a_commit_that_only_deletes_is_checked_too(repo: Repo, git: Callable[..., tuple[int, str]]) -> None:
    repo.git("rm", "-q", "akte/organisationseinheiten.yaml")
    code, gesagt = git("commit", "-m", "weg")
    assert (code, "FGK2" in gesagt or "FGK0" in gesagt) == (1, True), gesagt


def test_a_push_is_checked_as_it_was_committed(
    repo: Repo, git: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    repo.git("init", "-q", "--bare", str(tmp_path / "server"))
    repo.git("remote", "add", "origin", str(tmp_path / "server"))
    falsch(repo)
    repo.git("add", "-A")
    assert git("push", "origin", "main")[0] == 0, "what is only staged is not pushed"
    assert git("commit", "--no-verify", "-q", "-m", "falsch")[0] == 0
    code, gesagt = git("push", "origin", "main")
    assert (code != 0, "FGK010" in gesagt) == (True, True), gesagt
