"""The index as a source: what the next commit holds, and nothing else."""

from pathlib import Path
from subprocess import CalledProcessError

import pytest
from hilfen import Aufruf
from repos import DATEI, RAT, TAG, Repo, mit_akte

from fgk.history.index import akten_im_index


def codes(aufruf: Aufruf, ordner: Path, *mehr: str) -> list[str]:
    ergebnis = aufruf("validate", "--staged", ordner, *TAG, *mehr)
    assert ergebnis.code in (0, 1), ergebnis.fehler
    return sorted({wort for wort in ergebnis.aus.split() if wort.startswith("FGK")})


def falsch(repo: Repo) -> str:
    return (repo.ordner / DATEI).read_text(encoding="utf-8") + "tittel: x\n"


def test_only_what_was_added_counts(repo: Repo, aufruf: Aufruf) -> None:
    gut = (repo.ordner / DATEI).read_text(encoding="utf-8")
    repo.lege({DATEI: falsch(repo)})
    assert codes(aufruf, repo.ordner) == []
    repo.git("add", "-A")
    repo.lege({DATEI: gut})
    assert codes(aufruf, repo.ordner) == ["FGK010"]


def test_nothing_in_the_repository_changes(repo: Repo, aufruf: Aufruf) -> None:
    repo.lege({DATEI: falsch(repo)})
    repo.git("add", "-A")
    vorher = {p: p.read_bytes() for p in (repo.ordner / ".git").rglob("*") if p.is_file()}
    assert codes(aufruf, repo.ordner / "akte") == ["FGK010"]
    assert {p: p.read_bytes() for p in (repo.ordner / ".git").rglob("*") if p.is_file()} == vorher


def test_faults_are_named_by_the_files_in_the_folder(
    repo: Repo, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.lege({DATEI: falsch(repo)})
    repo.git("add", "-A")
    monkeypatch.chdir(repo.ordner)
    assert "\n> 7 │ tittel: x" in aufruf("validate", "--staged", *TAG).aus
    assert aufruf("validate", "--staged", *TAG).aus.startswith(f"{DATEI}:7:1: FGK010")
    monkeypatch.chdir(repo.ordner / "akte")
    assert aufruf("validate", "--staged", *TAG).aus.startswith("massnahmen/M-1.1.1.yaml:7:1: FGK010")


def test_another_index_counts_where_git_says_so(
    repo: Repo, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So does ``git commit DATEI``: the hook is told of an index of its own."""
    repo.git("read-tree", "HEAD", GIT_INDEX_FILE=str(repo.ordner / ".git" / "anderer"))
    repo.lege({DATEI: falsch(repo)})
    repo.git("add", "-A")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/anderer")
    assert codes(aufruf, repo.ordner) == []
    monkeypatch.delenv("GIT_INDEX_FILE", raising=False)
    assert codes(aufruf, repo.ordner) == ["FGK010"]


def test_what_is_only_announced_is_not_committed(repo: Repo) -> None:
    repo.lege({"akte/massnahmen/M-1.1.2.yaml": "kennung: M-1.1.2\n", "akte/massnahmen/M-1.1.3.yaml": ""})
    repo.git("add", "--intent-to-add", "akte/massnahmen/M-1.1.2.yaml")
    repo.git("add", "akte/massnahmen/M-1.1.3.yaml")
    [akte] = akten_im_index(repo.ordner)
    assert akte.exists("massnahmen/M-1.1.3.yaml"), "an empty file that is added is one"
    assert not akte.exists("massnahmen/M-1.1.2.yaml")


def test_before_the_first_commit_too(tmp_path: Path, aufruf: Aufruf) -> None:
    anfang = mit_akte(tmp_path / "neu")
    anfang.git("update-ref", "-d", "HEAD")
    anfang.lege({"akte/massnahmen/M-1.1.2.yaml": "kennung: M-1.1.2\n"})
    anfang.git("add", "--intent-to-add", "akte/massnahmen/M-1.1.2.yaml")
    assert codes(aufruf, anfang.ordner) == []


def test_the_design_of_the_workspace_is_read_from_the_index(repo: Repo, aufruf: Aufruf) -> None:
    repo.lege({"fgk.yaml": "", "gestaltung.yaml": "fabre: x\n"})
    assert codes(aufruf, repo.ordner) == []
    repo.git("add", "-A")
    assert codes(aufruf, repo.ordner) == ["FGK010"]


def test_a_link_in_the_index_is_a_fault(repo: Repo, aufruf: Aufruf) -> None:
    (repo.ordner / "akte" / "massnahmen" / "M-1.1.2.yaml").symlink_to("M-1.1.1.yaml")
    repo.git("add", "-A")
    assert codes(aufruf, repo.ordner) == ["FGK019"]


def test_a_conflict_is_named(repo: Repo, aufruf: Aufruf) -> None:
    repo.git("switch", "-q", "-c", "amt")
    gut = (repo.ordner / DATEI).read_text(encoding="utf-8")
    repo.commit("a", {DATEI: gut + "bemerkung: a\n"})
    repo.git("switch", "-q", "main")
    repo.commit("b", {DATEI: gut + "bemerkung: b\n"})
    with pytest.raises(CalledProcessError):
        repo.git("merge", "-q", "amt")
    ergebnis = aufruf("validate", "--staged", repo.ordner, *TAG)
    assert (ergebnis.code, f"„{DATEI}“ ist in git noch im Konflikt" in ergebnis.fehler) == (2, True)


def test_what_was_decided_holds_for_what_is_staged(repo: Repo, aufruf: Aufruf) -> None:
    assert aufruf("decide", "B-2024-01", repo.ordner / "akte", *RAT, *TAG).code == 0
    repo.commit("Beschluss")
    text = (repo.ordner / DATEI).read_text(encoding="utf-8")
    repo.lege({DATEI: text.replace("ende: 2024-12-31", "ende: 2025-12-31")})
    assert "FGK401" not in codes(aufruf, repo.ordner, "--base", "HEAD")
    repo.git("add", "-A")
    assert "FGK401" in codes(aufruf, repo.ordner, "--base", "HEAD")


def test_no_akte_and_two_answers_are_refused(repo: Repo, aufruf: Aufruf) -> None:
    zwei = aufruf("validate", "--staged", "--at", "HEAD", repo.ordner)
    assert (zwei.code, "--staged und --at meinen zweierlei" in zwei.fehler) == (2, True)
    repo.git("rm", "-q", "-r", "--cached", "akte")
    keine = aufruf("validate", "--staged", repo.ordner)
    assert (keine.code, "keine Akte in git vorgemerkt" in keine.fehler) == (2, True)
