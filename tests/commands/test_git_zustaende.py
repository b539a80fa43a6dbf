"""Every state that git allows: what each command says to it, that it fails closed, and that nothing is ever written."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hilfen import Aufruf, fgk
from repos import BESCHLUSS, DATEI, RAT, TAG, UMGEBUNG, Repo, mit_akte, mit_beschluss, zeichen

from fgk.history import runner


@pytest.fixture
def repo(tmp_path: Path, aufruf: Aufruf) -> Repo:
    """A branch ``pr`` that changed what ``main`` decided."""
    repo = mit_beschluss(tmp_path / "repo", aufruf)
    repo.git("switch", "-q", "-c", "pr")
    text = (repo.ordner / DATEI).read_text(encoding="utf-8")
    repo.commit("Frist", {DATEI: text.replace("ende: 2024-12-31", "ende: 2025-12-31")})
    return repo


def befehle(ordner: Path) -> dict[str, tuple[str | Path, ...]]:
    """Every command that reads from git, on an Akte below a folder."""
    akte = ordner / "akte"
    return {
        "log": ("log", "M-1.1.1", "--akte", akte),
        "diff": ("diff", "HEAD", akte, "--akte", akte),
        "validate --at": ("validate", akte, "--at", "HEAD", *TAG),
        "validate --base": ("validate", akte, "--base", "HEAD", *TAG),
        "verify --history": ("verify", "--history", "--akte", akte),
        "render --at": ("render", "zielvereinbarung", akte, "--at", "HEAD", "-o", ordner.parent / "aus"),
    }


def loesche(repo: Repo, objekt: str) -> None:
    oid = repo.git("rev-parse", objekt)
    (repo.ordner / ".git" / "objects" / oid[:2] / oid[2:]).unlink()


def unborn(repo: Repo, ziel: Path) -> None:
    Repo(ziel)
    shutil.copytree(repo.ordner / "akte", ziel / "akte")


def nackt(repo: Repo, ziel: Path) -> None:
    repo.git("clone", "-q", "--bare", ".", str(ziel))
    shutil.copytree(repo.ordner / "akte", ziel / "akte")


def keines(repo: Repo, ziel: Path) -> None:
    shutil.copytree(repo.ordner / "akte", ziel / "akte")


@pytest.mark.parametrize(
    ("baue", "was", "tun"),
    [
        (unborn, "hat noch keinen Commit", "Speichern Sie den ersten Stand mit „fgk save“."),
        (nackt, "in einem Repository ohne Arbeitsordner (bare)", "Klonen Sie es, und arbeiten Sie im Klon."),
        (keines, "liegt in keinem git-Repository", "Wechseln Sie in einen Ordner"),
    ],
)
def test_where_nothing_can_be_read_every_command_says_so(
    repo: Repo, aufruf: Aufruf, baue: object, was: str, tun: str
) -> None:
    assert callable(baue)
    ziel = repo.ordner.parent / "anders"
    baue(repo, ziel)
    for name, befehl in befehle(ziel).items():
        ergebnis = aufruf(*befehl)
        assert ergebnis.code == 2, name
        if name != "diff":
            assert was in ergebnis.fehler, name
            assert tun in ergebnis.fehler, name
    # a Prüfzeichen can still be read, but proves nothing
    ergebnis = aufruf("verify", zeichen(repo.ordner), "--akte", ziel / "akte")
    assert (ergebnis.code, was in ergebnis.aus) == (1, True)


def test_a_repository_of_somebody_else_is_not_read(repo: Repo) -> None:
    for name, befehl in befehle(repo.ordner).items():
        ergebnis = fgk(*befehl, env=UMGEBUNG | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})
        assert ergebnis.returncode == 2, name
        assert "gehört einem anderen Benutzer; git liest es nicht" in ergebnis.stderr, name
        assert "safe.directory" in ergebnis.stderr, name


def test_what_is_cut_off_is_said(repo: Repo, aufruf: Aufruf, tmp_path: Path) -> None:
    flach = tmp_path / "flach"
    repo.git("clone", "-q", "--depth=1", "-b", "main", repo.ordner.as_uri(), str(flach))
    log = aufruf("log", "M-1.1.1", "--akte", flach / "akte")
    assert (log.code, "git fetch --unshallow" in log.fehler) == (0, True)
    basis = aufruf("validate", flach, "--base", "HEAD~1", *TAG)
    assert (basis.code, "git fetch --unshallow" in basis.fehler) == (2, True)
    bewiesen = aufruf("verify", zeichen(flach), "--akte", flach)
    assert "✓ auf der Hauptlinie spätestens seit 01.03.2024" in bewiesen.aus
    assert "git fetch --unshallow" in bewiesen.aus
    assert "git fetch" not in aufruf("log", "M-1.1.1", "--akte", repo.ordner).fehler
    assert (
        "spätestens" not in aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner, "--at", "main").aus
    )


@pytest.mark.parametrize("objekt", ["main:akte/massnahmen", f"main:{BESCHLUSS}", "main:akte"])
def test_a_base_that_is_not_complete_is_no_pass(repo: Repo, aufruf: Aufruf, objekt: str) -> None:
    """Not even that of a folder: it must not look like a base that had no Akte yet."""
    repo.git("rm", "-q", "-r", "akte/beschluesse")
    repo.commit("weg")
    loesche(repo, objekt)
    ergebnis = aufruf("validate", repo.ordner, "--base", "main", *TAG)
    assert ergebnis.code == 2
    assert re_eines(ergebnis.fehler)
    assert "hint:" not in ergebnis.fehler
    assert aufruf("verify", "--history", "--akte", repo.ordner).code == 2


def re_eines(fehler: str) -> bool:
    return any(wort in fehler for wort in ("fehlt das Objekt", "nicht lesen"))


def test_a_commit_that_is_missing_is_an_error(repo: Repo, aufruf: Aufruf) -> None:
    loesche(repo, "main~1")
    for befehl in (("log",), ("verify", "--history")):
        ergebnis = aufruf(*befehl, "--akte", repo.ordner)
        assert (ergebnis.code, "git fsck" in ergebnis.fehler) == (2, True), befehl
        assert "hint:" not in ergebnis.fehler


def test_pull_request_target_does_not_check_its_target_and_pass(repo: Repo) -> None:
    umgebung = UMGEBUNG | {"GITHUB_EVENT_NAME": "pull_request_target"}
    ergebnis = fgk("validate", repo.ordner, *TAG, env=umgebung)
    assert (ergebnis.returncode, "--at" in ergebnis.stderr) == (2, True)
    repo.git("switch", "-q", "main")
    ergebnis = fgk("validate", repo.ordner, "--at", "pr", "--base", "main", *TAG, env=umgebung)
    assert (ergebnis.returncode, "FGK401" in ergebnis.stdout) == (1, True)


@pytest.mark.parametrize("datei", ["config", "HEAD"])
def test_a_broken_repository_is_not_taken_for_none(repo: Repo, aufruf: Aufruf, datei: str) -> None:
    (repo.ordner / ".git" / datei).write_text("kaputt[", encoding="ascii")
    ergebnis = aufruf("validate", repo.ordner, "--base", "main", *TAG)
    assert (ergebnis.code, "lässt sich nicht lesen (Meldung von git: " in ergebnis.fehler) == (2, True)


def test_a_bare_repository_inside_an_akte_is_not_used(repo: Repo, tmp_path: Path, aufruf: Aufruf) -> None:
    innen = repo.ordner / "akte" / "innen"
    repo.git("clone", "-q", "--bare", ".", str(innen))
    repo.git(f"--git-dir={innen}", "config", "core.fsmonitor", f"touch '{tmp_path / 'gestartet'}'")
    ergebnis = aufruf("log", "--akte", innen)
    assert (ergebnis.code, "ohne Arbeitsordner (bare)" in ergebnis.fehler) == (2, True)
    assert aufruf("log", "--akte", repo.ordner / "akte").code == 0
    assert not (tmp_path / "gestartet").exists()


# what would lead git astray


@pytest.mark.parametrize(
    ("name", "wert"),
    [
        ("GIT_DIR", "/nirgends"),
        ("GIT_WORK_TREE", "/nirgends"),
        ("GIT_INDEX_FILE", "/nirgends"),
        ("GIT_OBJECT_DIRECTORY", "/nirgends"),
        ("GIT_COMMON_DIR", "/nirgends"),
        ("GIT_NAMESPACE", "x"),
        ("GIT_GLOB_PATHSPECS", "1"),
        ("GIT_ICASE_PATHSPECS", "1"),
        ("GIT_SHALLOW_FILE", "{kopf}"),
        ("GIT_GRAFT_FILE", "{kopf}"),
        ("GIT_REPLACE_REF_BASE", "refs/heads/"),
        ("GIT_INTERNAL_SUPER_PREFIX", "x/"),
        ("GIT_CONFIG_PARAMETERS", "'core.bare=true'"),
        ("GIT_EXTERNAL_DIFF", "false"),
        ("GIT_TRACE", "{spur}"),
        ("GIT_TRACE2", "{spur}"),
    ],
)
def test_no_variable_of_git_changes_what_is_found(repo: Repo, tmp_path: Path, name: str, wert: str) -> None:
    """A hook sets some of them, a CI machine others; each could hide the step that went round a decision."""
    kopf = tmp_path / "kopf"
    kopf.write_text(repo.git("rev-parse", "HEAD") + "\n", encoding="ascii")
    umgebung = {name: wert.format(kopf=kopf, spur=tmp_path / "spur")}
    basis = fgk("validate", repo.ordner, "--base", "main", *TAG, env=umgebung)
    assert (basis.returncode, "FGK401" in basis.stdout, basis.stderr) == (1, True, "")
    schritte = fgk("verify", "--history", "--akte", repo.ordner, env=umgebung)
    assert (schritte.returncode, "FGK401" in schritte.stdout, schritte.stderr) == (1, True, "")
    assert not (tmp_path / "spur").exists()


def test_a_graft_does_not_cut_off_the_history(repo: Repo, aufruf: Aufruf) -> None:
    (repo.ordner / ".git" / "info").mkdir(exist_ok=True)
    (repo.ordner / ".git" / "info" / "grafts").write_text(repo.git("rev-parse", "HEAD") + "\n")
    assert repo.git("rev-list", "--count", "HEAD") == "1", "git itself is taken in"
    ergebnis = aufruf("verify", "--history", "--akte", repo.ordner)
    assert (ergebnis.code, "FGK401" in ergebnis.aus) == (1, True)
    assert "3 Schritte" in ergebnis.aus


def test_a_replaced_commit_does_not_hide_a_step(repo: Repo, aufruf: Aufruf) -> None:
    repo.git("replace", "--graft", "HEAD")
    ergebnis = aufruf("verify", "--history", "--akte", repo.ordner)
    assert (ergebnis.code, "FGK401" in ergebnis.aus) == (1, True)


@pytest.mark.parametrize("name", ["mit\nZeile", "mit\ttab", '"quer"', "-x", "ä ✓"])
def test_the_folder_of_the_repository_may_have_any_name(repo: Repo, tmp_path: Path, name: str) -> None:
    ordner = tmp_path / name
    shutil.copytree(repo.ordner, ordner)
    assert fgk("log", "M-1.1.1", "--akte", ordner / "akte").returncode == 0
    assert fgk("diff", "main", ".", cwd=ordner / "akte").returncode == 0
    ergebnis = fgk("validate", ordner, "--base", "main", *TAG)
    assert (ergebnis.returncode, "FGK401" in ergebnis.stdout) == (1, True)


@pytest.mark.parametrize("init", [(), ("--object-format=sha256",)])
def test_every_command_works_in_worktrees_and_with_long_ids(
    tmp_path: Path, aufruf: Aufruf, init: tuple[str, ...]
) -> None:
    repo = mit_akte(tmp_path / "repo", *init)
    assert aufruf("decide", "B-2024-01", repo.ordner / "akte", *RAT, *TAG).code == 0
    repo.commit("Beschluss", {"akte/zielvereinbarung.yaml": ZV})
    repo.git("worktree", "add", "-q", str(tmp_path / "baum"))
    for ordner in (repo.ordner, tmp_path / "baum"):
        for name, befehl in befehle(ordner).items():
            assert aufruf(*befehl).code == 0, name
        assert aufruf("verify", zeichen(ordner), "--akte", ordner).code == 0


ZV = "kennung: ZV-2024\nlaufzeit:\n  von: 2024-03-01\n  bis: 2027-02-28\n"


def test_no_program_that_the_repository_names_is_started_by_any_command(
    repo: Repo, tmp_path: Path, aufruf: Aufruf
) -> None:
    repo.commit("ZV", {"akte/zielvereinbarung.yaml": ZV})
    spur, programm, hooks = tmp_path / "gestartet", tmp_path / "programm", tmp_path / "hooks"
    programm.write_text(f"#!/bin/sh\necho $0 >> '{spur}'\ncat\n", encoding="utf-8")
    programm.chmod(0o755)
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc"):
        shutil.copy(programm, hooks / name)
    for name in (
        "core.fsmonitor", "diff.external", "core.pager", "gpg.program", "gpg.ssh.program", "diff.x.textconv",
        "filter.x.clean", "filter.x.smudge", "filter.x.process", "merge.x.driver", "core.sshCommand",
        "credential.helper", "core.askPass", "core.editor", "uploadpack.packObjectsHook",
    ):  # fmt: skip
        repo.git("config", name, str(programm))
    repo.git("config", "core.hooksPath", str(hooks))
    repo.git("config", "log.showSignature", "true")
    repo.git("config", "alias.log", f"!{programm}")
    attribute = "*.yaml diff=x filter=x merge=x export-ignore\n"
    (repo.ordner / ".git" / "info").mkdir(exist_ok=True)
    (repo.ordner / ".git" / "info" / "attributes").write_text(attribute, encoding="utf-8")
    (repo.ordner / ".gitattributes").write_text(attribute, encoding="utf-8")
    subprocess.run(["git", "diff"], cwd=repo.ordner, capture_output=True, check=False)
    assert spur.exists(), "the traps work"
    spur.unlink()
    for name, befehl in befehle(repo.ordner).items():
        assert aufruf(*befehl).code in (0, 1), name
    assert aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner).code == 0
    assert not spur.exists()


# nothing is written


def abbild(ordner: Path) -> dict[str, tuple[str, int, int]]:
    """Every file, folder and link below a folder, ``.git`` included: what is in it, its mode, when it was changed."""
    gefunden = {}
    for pfad in [ordner, *ordner.rglob("*")]:
        status = pfad.lstat()
        inhalt = os.fsencode(pfad.readlink()) if pfad.is_symlink() else b""
        if not inhalt and pfad.is_file():
            inhalt = pfad.read_bytes()
        gefunden[str(pfad.relative_to(ordner))] = (
            hashlib.sha256(inhalt).hexdigest(),
            status.st_mode,
            status.st_mtime_ns,
        )
    return gefunden


def test_nothing_is_written_in_the_repository(repo: Repo, aufruf: Aufruf, tmp_path: Path) -> None:
    repo.commit("ZV", {"akte/zielvereinbarung.yaml": ZV})
    repo.lege(
        {DATEI: (repo.ordner / DATEI).read_text(encoding="utf-8") + "bemerkung: noch nicht committet\n"}
    )
    # an index whose times no longer fit: git would like to refresh it
    os.utime(repo.ordner / "akte" / "audit.yaml", (1, 1))
    runner._shell.cache_clear()
    vorher = abbild(repo.ordner)
    assert ".git/index" in vorher
    akte, aus = repo.ordner / "akte", ("-o", tmp_path / "aus")
    aufrufe = [
        *befehle(repo.ordner).values(),
        *(("log", "--akte", akte, "--format", form) for form in ("text", "md", "html", "json")),
        ("diff", "main", "pr", "--akte", akte),
        ("validate", repo.ordner, *TAG),
        ("validate", repo.ordner, "--at", "pr", "--base", "main", "--format", "json", *TAG),
        ("verify", zeichen(repo.ordner), "--akte", akte),
        ("render", "zielvereinbarung", akte, "--format", "md", *aus, *TAG),
        ("render", "--all", akte, "--at", "HEAD", "--format", "md", *aus),
    ]
    for befehl in aufrufe:
        assert aufruf(*befehl).code in (0, 1), befehl
        assert abbild(repo.ordner) == vorher, befehl
    assert list((tmp_path / "aus").iterdir())
    subprocess.run(["git", "status"], cwd=repo.ordner, capture_output=True, check=True)
    assert abbild(repo.ordner) != vorher, "git status would have written the index"
