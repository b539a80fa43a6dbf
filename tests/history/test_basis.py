"""The base of a pull request: what the platform says, and an error where it is not there."""

from pathlib import Path

import pytest
from repos import Repo

from fgk.errors import FgkError
from fgk.history.basis import basis
from fgk.history.repository import Repository

GITHUB = {"GITHUB_EVENT_NAME": "pull_request"}


@pytest.fixture
def mit_merge(repo: Repo) -> Repo:
    repo.git("switch", "-q", "-c", "amt")
    repo.commit("Zweig", {"x.md": "x"})
    repo.git("switch", "-q", "main")
    repo.commit("Hauptlinie", {"y.md": "y"})
    repo.git("switch", "-q", "-c", "pr")
    repo.merge("amt")
    return repo


def test_nobody_asked(repo: Repo) -> None:
    assert basis(Repository.around(repo.ordner), None, {}) is None
    assert basis(Repository.around(repo.ordner), None, {"GITHUB_EVENT_NAME": "push"}) is None


def test_what_the_user_names_comes_first(mit_merge: Repo) -> None:
    gefunden = basis(Repository.around(mit_merge.ordner), "amt", GITHUB)
    assert gefunden is not None
    assert (gefunden.commit, gefunden.grund) == (mit_merge.git("rev-parse", "amt"), "--base")
    with pytest.raises(FgkError, match="Einen Stand „nirgends“ gibt es"):
        basis(Repository.around(mit_merge.ordner), "nirgends", {})


def test_auto_is_where_the_branch_left_the_remote(repo: Repo, tmp_path: Path) -> None:
    klon = tmp_path / "klon"
    repo.git("clone", "-q", repo.ordner.as_uri(), str(klon))
    abzweig = repo.git("rev-parse", "HEAD")
    repo.git("-C", str(klon), "commit", "-q", "--allow-empty", "-m", "Amt")
    gefunden = basis(Repository.around(klon), "auto", {})
    assert gefunden is not None
    assert (gefunden.commit, gefunden.name) == (abzweig, "origin/main")
    repo.git("-C", str(klon), "remote", "set-head", "origin", "--delete")
    gefunden = basis(Repository.around(klon), "auto", {})
    assert gefunden is not None
    assert (gefunden.commit, gefunden.name) == (abzweig, "origin/main")


def test_auto_with_a_remote_of_which_nothing_is_known_is_no_pass(repo: Repo) -> None:
    repo.git("remote", "add", "origin", "https://git.stadt.example/akten.git")
    with pytest.raises(FgkError, match="kennt keinen Hauptzweig von „origin“"):
        basis(Repository.around(repo.ordner), "auto", {})


def test_auto_without_any_remote_is_where_the_branch_left_the_own_main_branch(repo: Repo) -> None:
    abzweig = repo.git("rev-parse", "HEAD")
    repo.git("switch", "-q", "-c", "amt")
    repo.commit("Zweig", {"x.md": "x"})
    gefunden = basis(Repository.around(repo.ordner), "auto", {})
    assert gefunden == (abzweig, "main", "Hauptzweig")
    repo.git("branch", "-q", "-m", "main", "eins")
    with pytest.raises(FgkError, match="hat keinen Hauptzweig „main“"):
        basis(Repository.around(repo.ordner), "auto", {})


def test_auto_in_a_pull_request_is_its_base(mit_merge: Repo) -> None:
    gefunden = basis(Repository.around(mit_merge.ordner), "auto", GITHUB)
    assert gefunden is not None
    assert gefunden.name == "HEAD^1"


@pytest.mark.parametrize("ereignis", ["pull_request", "merge_group"])
def test_github_checks_out_a_merge(mit_merge: Repo, ereignis: str) -> None:
    gefunden = basis(Repository.around(mit_merge.ordner), None, {"GITHUB_EVENT_NAME": ereignis})
    assert gefunden is not None
    assert gefunden.commit == mit_merge.git("rev-parse", "main")


def test_a_pull_request_without_a_merge_is_no_pass(repo: Repo) -> None:
    with pytest.raises(FgkError, match="kein Merge-Commit"):
        basis(Repository.around(repo.ordner), None, GITHUB)


def test_a_clone_that_is_too_shallow_is_no_pass(mit_merge: Repo, tmp_path: Path) -> None:
    def geklont(tiefe: int) -> Repository:
        ziel = tmp_path / f"tief{tiefe}"
        mit_merge.git("clone", "-q", f"--depth={tiefe}", "-b", "pr", mit_merge.ordner.as_uri(), str(ziel))
        return Repository.around(ziel)

    with pytest.raises(FgkError) as gefangen:
        basis(geklont(1), None, GITHUB)
    assert "fetch-depth: 2" in gefangen.value.tun
    zwei = basis(geklont(2), None, GITHUB)
    assert zwei is not None
    assert zwei.commit == mit_merge.git("rev-parse", "main")


def test_gitlab_says_which_commit(mit_merge: Repo) -> None:
    repository = Repository.around(mit_merge.ordner)
    ziel, diff = mit_merge.git("rev-parse", "main"), mit_merge.git("rev-parse", "main~1")
    umgebung = {"CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_DIFF_BASE_SHA": diff}
    gefunden = basis(repository, None, umgebung)
    assert gefunden is not None
    assert gefunden.commit == diff
    gefunden = basis(repository, None, umgebung | {"CI_MERGE_REQUEST_TARGET_BRANCH_SHA": ziel})
    assert gefunden is not None
    assert gefunden.commit == ziel
    with pytest.raises(FgkError, match="fehlt im Klon"):
        basis(repository, None, umgebung | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "1" * 40})
    with pytest.raises(FgkError, match="keinen Vergleichsstand"):
        basis(repository, None, {"CI_MERGE_REQUEST_IID": "7"})
