"""Repositories in every state that git allows, and a clear German sentence where nothing can be read."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hilfen import MASSNAHME
from repos import Repo, mit_akte

from fgk.errors import FgkError
from fgk.history.commits import History
from fgk.history.repository import Repository
from fgk.history.runner import Answer, run_git
from fgk.history.source import CommitSource, akten_in
from fgk.history.verlauf import verlauf
from fgk.loading.load import load_akte
from fgk.sources import UnreadableFileError

DATEI = f"akte/{MASSNAHME}"


def stand(ordner: Path, rev: str = "HEAD") -> CommitSource:
    repository = Repository.around(ordner)
    [akte] = akten_in(repository, repository.commit(rev), repository.path_of(ordner), rev)
    return akte


def ereignisse(ordner: Path) -> int:
    repository = Repository.around(ordner)
    history = History(repository, repository.commit("HEAD"), repository.path_of(ordner))
    return len(list(verlauf(history, "M-1.1.1")))


def test_the_akte_as_it_stood(repo: Repo) -> None:
    repo.commit("Anders", {DATEI: None, "akte/vorlagen/x.txt": "x", "akte/.git-weg/y.yaml": "x"})
    akte, faults = load_akte(stand(repo.ordner / "akte", "HEAD~1"))
    assert faults == []
    assert akte.shown_path("audit.yaml") == "HEAD~1:akte/audit.yaml"
    jetzt = stand(repo.ordner / "akte")
    assert MASSNAHME not in jetzt.paths()
    assert not [path for path in jetzt.paths() if "git-weg" in path]
    assert (jetzt.exists("vorlagen"), jetzt.exists("vorlagen/x.txt"), jetzt.exists("nichts")) == (
        True,
        True,
        False,
    )
    assert jetzt.names("vorlagen") == ["x.txt"]
    assert jetzt.read("vorlagen/x.txt") == b"x"
    assert jetzt.read("audit.yaml", 3) == b"ken"
    with pytest.raises(UnreadableFileError, match="gibt es in diesem Stand nicht"):
        jetzt.read(MASSNAHME)


def test_git_is_not_started_anew_for_every_record(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    gestartet = []

    def gezaehlt(where: Sequence[str], arguments: Sequence[str], stdin: bytes = b"") -> Answer:
        gestartet.append(arguments[0])
        return run_git(where, arguments, stdin)

    akte = stand(repo.ordner / "akte")
    monkeypatch.setattr("fgk.history.repository.run_git", gezaehlt)
    assert all(akte.read(path) for path in akte.paths())
    assert gestartet == ["ls-tree", "cat-file"]


def test_links_are_no_files(repo: Repo) -> None:
    (repo.ordner / "akte" / "massnahmen" / "M-1.1.2.yaml").symlink_to("/etc/passwd")
    repo.commit("Verknüpfung")
    with pytest.raises(UnreadableFileError, match="Verknüpfung"):
        stand(repo.ordner / "akte").read("massnahmen/M-1.1.2.yaml")
    _, faults = load_akte(stand(repo.ordner / "akte"))
    assert [(fault.code, fault.path) for fault in faults] == [("FGK019", "HEAD:akte/massnahmen/M-1.1.2.yaml")]


def test_an_akte_inside_another_is_its_own(repo: Repo) -> None:
    shutil.copytree(repo.ordner / "akte", repo.ordner / "akte" / "innen")
    repo.commit("Zwei")
    repository = Repository.around(repo.ordner)
    found = akten_in(repository, repository.commit("HEAD"), "", "HEAD")
    assert [source.label for source in found] == ["HEAD:akte", "HEAD:akte/innen"]
    assert not [path for path in found[0].paths() if path.startswith("innen")]
    [inside] = akten_in(repository, repository.commit("HEAD"), "akte/massnahmen", "HEAD")
    assert inside.label == "HEAD:akte"
    with pytest.raises(FgkError, match="liegt in „weg“ keine Akte"):
        akten_in(repository, repository.commit("HEAD"), "weg", "HEAD")


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(FgkError, match="liegt in keinem git-Repository"):
        Repository.around(tmp_path)


def test_no_commit_yet(tmp_path: Path) -> None:
    Repo(tmp_path)
    with pytest.raises(FgkError, match="hat noch keinen Commit"):
        Repository.around(tmp_path).commit("HEAD")


@pytest.mark.parametrize("rev", ["nirgends", "--output=x", "HEAD~99", "", "HEAD:akte", "@{-9}"])
def test_a_revision_that_is_none_is_named(repo: Repo, rev: str) -> None:
    with pytest.raises(FgkError) as caught:
        Repository.around(repo.ordner).commit(rev)
    assert "gibt es" in caught.value.was
    assert not (repo.ordner / "x").exists()


def test_a_repository_without_a_work_tree(repo: Repo, tmp_path: Path) -> None:
    repo.git("clone", "-q", "--bare", ".", str(tmp_path / "bare"))
    with pytest.raises(FgkError, match="ohne Arbeitsordner"):
        Repository.around(tmp_path / "bare")


@pytest.mark.parametrize("init", [(), ("--object-format=sha256",)])
def test_worktrees_submodules_and_long_ids(tmp_path: Path, init: tuple[str, ...]) -> None:
    repo = mit_akte(tmp_path / "repo", *init)
    repo.git("worktree", "add", "-q", str(tmp_path / "baum"))
    assert ereignisse(tmp_path / "baum" / "akte") == ereignisse(repo.ordner / "akte") == 1
    aussen = Repo(tmp_path / "aussen", *init)
    aussen.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repo.ordner), "teil")
    assert ereignisse(aussen.ordner / "teil" / "akte") == 1


def test_replaced_objects_do_not_fake_the_history(repo: Repo) -> None:
    text = (repo.ordner / DATEI).read_text(encoding="utf-8")
    repo.commit("Frist", {DATEI: text + "prioritaet: hoch\n"})
    repo.git("replace", "--graft", "HEAD")
    assert ereignisse(repo.ordner / "akte") == 2


def test_what_the_environment_points_to_does_not_count(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fgk.history import runner

    other = mit_akte(tmp_path / "anders")
    other.commit("zweiter")
    for name, value in {"GIT_DIR": ".git", "GIT_INDEX_FILE": "index", "GIT_CONFIG_COUNT": "1"}.items():
        monkeypatch.setenv(name, str(other.ordner / value) if name != "GIT_CONFIG_COUNT" else value)
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.bare")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "true")
    runner._shell.cache_clear()
    assert len(History(Repository.around(repo.ordner), "HEAD", "").graph) == 1
    assert "GIT_DIR" not in os.environ


def test_a_shallow_clone_says_so(repo: Repo, tmp_path: Path) -> None:
    repo.commit("zweiter")
    repo.git("clone", "-q", "--depth=1", repo.ordner.as_uri(), str(tmp_path / "flach"))
    flach = Repository.around(tmp_path / "flach")
    assert flach.is_shallow
    with pytest.raises(FgkError) as caught:
        flach.commit("HEAD~1")
    assert "flacher Klon" in caught.value.tun
    assert ereignisse(tmp_path / "flach" / "akte") == 1


def test_a_missing_object_is_an_error_and_never_no_change(repo: Repo) -> None:
    blob = repo.git("rev-parse", f"HEAD:{DATEI}")
    (repo.ordner / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(FgkError, match=f"fehlt das Objekt {blob}"):
        ereignisse(repo.ordner / "akte")


def test_a_clone_without_contents_does_not_ask_the_network(repo: Repo, tmp_path: Path) -> None:
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.git(
        "clone", "-q", "--filter=blob:none", "--no-checkout", repo.ordner.as_uri(), str(tmp_path / "leer")
    )
    (tmp_path / "leer" / "akte").mkdir()
    with pytest.raises(FgkError, match=r"fehlt das Objekt|kann in .* nicht lesen"):
        ereignisse(tmp_path / "leer" / "akte")


def test_no_program_that_the_repository_names_is_started(repo: Repo) -> None:
    spur = repo.ordner.parent / "gestartet"
    programm = repo.ordner.parent / "programm"
    programm.write_text(f"#!/bin/sh\necho $0 >> {spur}\ncat\n", encoding="utf-8")
    programm.chmod(0o755)
    for name in (
        "core.fsmonitor",
        "diff.external",
        "core.pager",
        "gpg.program",
        "diff.x.textconv",
        "filter.x.clean",
    ):
        repo.git("config", name, str(programm))
    repo.git("config", "log.showSignature", "true")
    (repo.ordner / ".git" / "info" / "attributes").write_text("*.yaml diff=x filter=x\n", encoding="utf-8")
    assert ereignisse(repo.ordner / "akte") == 1
    stand(repo.ordner / "akte").read("audit.yaml")
    assert not spur.exists()


def test_a_repository_of_somebody_else(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # git's own way to try this
    with pytest.raises(FgkError, match="gehört einem anderen Benutzer"):
        Repository.around(repo.ordner)
