"""The history of the example: the same each time, and every commit of it an Akte without errors."""

import os
import runpy
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, WURZEL, Aufruf, git

from fgk.checking import check_akte
from fgk.diagnostic import Severity
from fgk.output.fieldlines import field_lines
from fgk.sources import FolderSource

SKRIPT = WURZEL / "examples" / "geschichte.py"
#: what fgk decide has written into, beyond the example
FESTGELEGT = {
    f"beschluesse/{kennung}.yaml"
    for kennung in ("B-2017-01", "B-2019-01", "B-2019-02", "B-2020-01", "B-2020-02", "B-2021-01")
}


def commits(ordner: Path, *worte: str) -> list[tuple[str, str, str]]:
    """Return hash, day and subject of commits, the oldest first."""
    zeilen = git(ordner, "log", "--reverse", "--topo-order", "--format=%H %cs %s", *worte).splitlines()
    return [tuple(zeile.split(" ", 2)) for zeile in zeilen]  # type: ignore[misc]


def test_it_ends_with_the_example_and_the_amendment(geschichte: Path) -> None:
    entstanden = {p.relative_to(geschichte).as_posix() for p in geschichte.rglob("*") if p.is_file()}
    entstanden = {name for name in entstanden if not name.startswith(".git/")}
    gegeben = set(git(BEISPIEL, "ls-files", ".").splitlines())
    assert entstanden - gegeben == {"beschluesse/B-2019-02.yaml"}
    assert gegeben - entstanden == set()
    anders = {name for name in gegeben if (geschichte / name).read_bytes() != (BEISPIEL / name).read_bytes()}
    assert anders - FESTGELEGT == {"massnahmen/M-5.1.1.yaml"}
    assert git(geschichte, "status", "--short") == ""


def test_what_was_bound_lies_over_the_example_and_only_there(geschichte: Path) -> None:
    """Page 7 of the handbook binds a decision of the example, which is therefore left unbound."""
    for pfad in sorted((geschichte / "beschluesse").iterdir()):
        name = f"beschluesse/{pfad.name}"
        vorher, wort, danach = pfad.read_bytes().partition(b"festlegung:\n")
        assert bool(wort) == (name in FESTGELEGT), name
        assert all(zeile.startswith(b"  ") for zeile in danach.splitlines()), name
        if (BEISPIEL / name).exists():
            assert vorher == (BEISPIEL / name).read_bytes(), name


def test_each_decision_is_bound_in_the_step_that_records_it(geschichte: Path) -> None:
    for name in FESTGELEGT:
        worte = (
            "log",
            "--format=%(trailers:key=Beschluss,valueonly)",
            "-S",
            "festlegung:",
            "main",
            "--",
            name,
        )
        assert git(geschichte, *worte).split() == [Path(name).stem]


@pytest.mark.parametrize("zurueck", range(1, 5))
def test_the_last_commits_keep_what_was_decided(
    geschichte: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch, zurueck: int
) -> None:
    monkeypatch.chdir(geschichte)
    ergebnis = aufruf("validate", "--strict", "--base", f"main~{zurueck}", "--select", "FGK4")
    assert ergebnis.code == 0, ergebnis.aus


def test_a_pruefzeichen_of_the_history_is_proven_and_its_amendment_named(
    geschichte: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(geschichte)
    text = (geschichte / "beschluesse/B-2017-01.yaml").read_text(encoding="utf-8")
    ergebnis = aufruf("verify", text.rpartition('pruefzeichen: "')[2].partition('"')[0])
    assert ergebnis.code == 0, ergebnis.aus
    assert "auf der Hauptlinie seit 25.08.2017" in ergebnis.aus
    assert "69 Datensätze stimmen" in ergebnis.aus
    assert "geändert durch B-2019-02" in ergebnis.aus


def test_the_deadline_that_was_bound_cannot_be_moved(
    geschichte: Path, aufruf: Aufruf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    akte = Path(shutil.copytree(geschichte, tmp_path / "akte"))
    monkeypatch.chdir(akte)
    datei = akte / "massnahmen/M-5.1.1.yaml"
    text = datei.read_text(encoding="utf-8")
    datei.write_text(text.replace("ende: 2019-04-30", "ende: 2019-12-31"), encoding="utf-8", newline="\n")
    ergebnis = aufruf("validate", "--base", "main", "--select", "FGK4")
    assert (ergebnis.code, "FGK401" in ergebnis.aus, "B-2019-02" in ergebnis.aus) == (1, True, True)


def test_it_is_the_same_each_time_whatever_git_is_told_elsewhere(geschichte: Path, tmp_path: Path) -> None:
    einstellung = tmp_path / "gitconfig"
    einstellung.write_text("[core]\n autocrlf = true\n[commit]\n gpgsign = true\n[merge]\n ff = only\n")
    umgebung = {
        "GIT_CONFIG_GLOBAL": str(einstellung),
        "GIT_DIR": str(tmp_path / "nirgends"),
        "TZ": "Asia/Tokyo",
    }
    subprocess.run(
        [sys.executable, SKRIPT, tmp_path / "zwei"],
        check=True,
        capture_output=True,
        env={**umgebung, "PATH": os.environ["PATH"]},
    )
    assert git(tmp_path / "zwei", "for-each-ref") == git(geschichte, "for-each-ref")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "da.txt").touch()
    lauf = subprocess.run([sys.executable, SKRIPT, tmp_path], capture_output=True, text=True, check=False)
    assert (lauf.returncode, "ist nicht leer" in lauf.stderr) == (1, True)
    assert [p.name for p in tmp_path.iterdir()] == ["da.txt"]


def test_every_commit_is_an_akte_without_errors(geschichte: Path, tmp_path: Path) -> None:
    arbeit = tmp_path / "arbeit"
    git(geschichte, "worktree", "add", "--quiet", "--detach", str(arbeit))
    falsch = []
    for kennung, tag, betreff in commits(geschichte, "main"):
        git(arbeit, "checkout", "--quiet", "--detach", kennung)
        _, meldungen = check_akte(FolderSource(arbeit), date.fromisoformat(tag))
        falsch += [
            (tag, betreff, m.code, m.path.removeprefix(str(arbeit)), m.was)
            for m in meldungen
            if m.severity is Severity.FEHLER or m.code == "FGK310"
        ]
    git(geschichte, "worktree", "remove", "--force", str(arbeit))
    assert falsch == []


def test_days_run_forwards_and_offices_commit(geschichte: Path) -> None:
    tage = [tag for _, tag, _ in commits(geschichte, "--first-parent", "main")]
    assert tage == sorted(tage)
    wer = set(git(geschichte, "log", "--format=%an <%ae>").splitlines())
    assert "Projektleitung <projektleitung@stolberg.example>" in wer
    assert all(postfach.endswith("@stolberg.example>") for postfach in wer)


@pytest.mark.parametrize(
    ("betreff", "dateien"),
    [
        ("Kommentare für neue Kolleginnen und Kollegen", 4),
        ("Schulwegpläne einheitlich schreiben", 1),
    ],
)
def test_two_commits_change_bytes_and_no_field(geschichte: Path, betreff: str, dateien: int) -> None:
    [kennung] = [kennung for kennung, _, subject in commits(geschichte, "main") if subject == betreff]
    namen = git(geschichte, "diff", "--name-only", f"{kennung}^", kennung).splitlines()
    assert len(namen) == dateien
    for name in namen:
        vorher, nachher = (git(geschichte, "show", f"{k}:{name}").encode() for k in (f"{kennung}^", kennung))
        assert field_lines(vorher) == field_lines(nachher)


def test_what_changed_is_told_by_the_history(geschichte: Path) -> None:
    frist = git(geschichte, "log", "--format=%s", "-S", "ende: 2019-04-30", "--", "massnahmen/M-5.1.1.yaml")
    assert frist == "Vorlage: Frist für den Spielflächenplan verlängern\n"
    merges = git(geschichte, "rev-list", "--merges", "--count", "main").strip()
    assert merges == str(sum(bool(schritt.aus) for schritt in runpy.run_path(str(SKRIPT))["schritte"]()))


@pytest.mark.parametrize("kennung", ["M-5.2.1", "M-3.1.1"])
def test_the_trail_knows_nothing_of_commits_that_change_no_field(
    geschichte: Path, aufruf: Aufruf, kennung: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(geschichte)
    verlauf = aufruf("log", kennung)
    assert verlauf.code == 0
    assert "Wirksam seit 23.08.2017" in verlauf.aus
    for tag in ("03.06.2019", "04.05.2020"):
        assert tag not in verlauf.aus


def test_the_trail_names_the_decision_that_moved_a_deadline(
    geschichte: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(geschichte)
    verlauf = aufruf("log", "M-5.1.1").aus
    assert "Beschluss B-2019-02" in verlauf
    assert "Ende: 31.12.2018 → 30.04.2019" in verlauf
