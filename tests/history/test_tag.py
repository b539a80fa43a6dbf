"""A tag is added and never moved; and which branch is the main line."""

import subprocess
from pathlib import Path

import pytest
from repos import Repo, mit_akte

from fgk.errors import FgkError
from fgk.history.hauptlinie import hauptlinie
from fgk.history.repository import Repository
from fgk.history.tag import lege_tag_an


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "amt")], check=True)
    return tmp_path / "amt"


def mit_schluessel(repo: Repo, key: Path) -> Repo:
    for name, wert in {
        "gpg.format": "ssh",
        "user.signingkey": str(key),
        "user.name": "Ratsbüro",
        "user.email": "rat@stadt.example",
    }.items():
        repo.git("config", name, wert)
    return repo


@pytest.fixture
def repo(tmp_path: Path, key: Path) -> Repo:
    return mit_schluessel(mit_akte(tmp_path / "repo"), key)


@pytest.mark.parametrize("vorhanden", ["beschluss/B-2024-01", "beschluss"])
def test_a_tag_that_somebody_makes_meanwhile_stays(repo: Repo, vorhanden: str) -> None:
    repo.git("tag", vorhanden)
    vorher = repo.git("for-each-ref")
    git = Repository.around(repo.ordner)
    with pytest.raises(FgkError, match="git kann das Tag nicht anlegen"):
        lege_tag_an(git, "beschluss/B-2024-01", git.commit("HEAD"), "x")
    assert repo.git("for-each-ref") == vorher


def test_ids_of_sha256_and_worktrees(tmp_path: Path, repo: Repo, key: Path) -> None:
    lang = mit_schluessel(mit_akte(tmp_path / "lang", "--object-format=sha256"), key)
    repo.git("worktree", "add", "-q", "-b", "zweig", str(tmp_path / "baum"))
    for ordner in (lang.ordner, tmp_path / "baum"):
        git = Repository.around(ordner)
        assert (
            lege_tag_an(git, "beschluss/B-2024-01", git.commit("HEAD"), "x") == "Ratsbüro <rat@stadt.example>"
        )
        assert git.has("refs/tags/beschluss/B-2024-01")
    assert repo.git("tag") == lang.git("tag") == "beschluss/B-2024-01"
    assert lang.git("fsck", "--strict") == ""


def test_the_main_line_is_found(repo: Repo, tmp_path: Path) -> None:
    git = Repository.around(repo.ordner)
    assert hauptlinie(git) == "main"
    repo.git("branch", "a")
    assert hauptlinie(git) == "main"
    repo.git("branch", "-m", "main", "stand")
    assert hauptlinie(git) is None
    repo.git("clone", "-q", str(repo.ordner), str(tmp_path / "klon"))
    assert hauptlinie(Repository.around(tmp_path / "klon")) == "stand"
    repo.git("branch", "-D", "a")
    assert hauptlinie(git) == "stand"
