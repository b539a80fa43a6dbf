"""What the pipelines do, run for real: the very scripts of the files, on real repositories, against a real server."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from forge import Server, laufend
from hilfen import WURZEL, Aufruf, baue_wheel, lege_an
from plattformen import runner
from repos import DATEI, RAT, TAG, Repo

CI = WURZEL / "templates" / "ci"
WORKFLOWS = {
    "github": CI / "github" / ".github" / "workflows" / "fgk.yml",
    "forgejo": CI / "forgejo" / ".forgejo" / "workflows" / "fgk.yml",
}


class Lauf(NamedTuple):
    """What a script did."""

    code: int
    log: str


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return baue_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def temp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder beside the checkout; fgk is set up there once for all workflows, whose script for it is the same."""
    return tmp_path_factory.mktemp("temp")


@pytest.fixture
def umgebung(tmp_path: Path, temp: Path, wheel: Path) -> dict[str, str]:
    """The variables that every platform sets, and pip told to take nothing from outside."""
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path), "TMPDIR": str(temp), "LC_ALL": "C.UTF-8", "RUNNER_TEMP": str(temp),
        "PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", "FGK_PAKET": f"{wheel.as_uri()}", "FGK_AKTEN": ".",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "no_proxy": "*",
    }  # fmt: skip


def richte_ein(skript: str, umgebung: Mapping[str, str]) -> None:
    """Set fgk up as the script does, and lend it the third-party packages of this environment."""
    ordner = Path(umgebung["RUNNER_TEMP"])
    if (ordner / "fgk").exists():
        return
    lauf = laufe(skript, ordner, umgebung)
    assert lauf.code == 0, lauf.log
    [pakete] = (ordner / "fgk").glob("lib/python*/site-packages")
    (pakete / "geborgt.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")


def test_both_workflows_set_fgk_up_in_the_same_way() -> None:
    github, forgejo = (schritte(name)["fgk einrichten"]["run"] for name in WORKFLOWS)
    assert github == forgejo


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with an Akte on its main branch and a proposal, and the server's main branch as a clone knows it."""
    repo = Repo(tmp_path / "repo")
    lege_an(repo.ordner / "akte")
    repo.commit("Akte anlegen")
    repo.git("update-ref", "refs/remotes/origin/main", "main")
    repo.git("switch", "-q", "-c", "amt")
    return repo


def aendere(repo: Repo, *wie: str) -> str:
    text = (repo.ordner / DATEI).read_text(encoding="utf-8")
    return repo.commit("Änderung", {DATEI: text.replace(*wie)})


def schritte(plattform: str) -> dict[str, dict[str, Any]]:
    inhalt = yaml.safe_load(WORKFLOWS[plattform].read_text(encoding="utf-8"))
    [auftrag] = inhalt["jobs"].values()
    return {schritt["name"]: schritt for schritt in auftrag["steps"]}


def laufe(skript: str, ordner: Path, umgebung: Mapping[str, str]) -> Lauf:
    """Run a script as the platforms do."""
    befehl = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", skript]
    lauf = subprocess.run(
        befehl, cwd=ordner, env=dict(umgebung), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        check=False,
    )  # fmt: skip
    return Lauf(lauf.returncode, lauf.stdout)


@pytest.fixture(params=["github", "forgejo"])
def plattform(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def server(plattform: str) -> Iterator[Server]:
    with laufend(Server(plattform)) as einer:
        yield einer


def workflow(
    plattform: str, repo: Repo, umgebung: Mapping[str, str], server: Server, ereignis: str = "pull_request"
) -> dict[str, Lauf]:
    """Run the scripts that a workflow has for the pull request ``amt`` or a push, as the platform checks it out."""
    werte = {
        "GITHUB_EVENT_NAME": ereignis, "GITHUB_BASE_REF": "main", "GITHUB_REPOSITORY": "stadt/akten",
        "GITHUB_API_URL": server.adresse, "FGK_TOKEN": "geheim", "FGK_NUMMER": "12",
    }  # fmt: skip
    repo.git("switch", "-q", "--detach", "main" if ereignis == "push" else "amt")
    if plattform == "github" and ereignis == "pull_request":
        repo.git("switch", "-q", "--detach", "main")
        repo.merge("amt")
    laeufe = {}
    for name, schritt in schritte(plattform).items():
        bedingung = schritt.get("if", "")
        if "run" not in schritt or (bedingung and f"github.event_name == '{ereignis}'" not in bedingung):
            continue
        if name == "fgk einrichten":
            richte_ein(schritt["run"], umgebung)
        else:
            laeufe[name] = laufe(schritt["run"], repo.ordner, umgebung | werte)
    repo.git("switch", "-q", "amt")
    return laeufe


def test_a_pull_request_is_checked_and_has_one_comment_that_is_written_anew(
    plattform: str, repo: Repo, umgebung: dict[str, str], server: Server, tmp_path: Path
) -> None:
    aendere(repo, "titel: Steuerungsgruppe einrichten", "titel: Runder Tisch @rat\ntittel: x")
    erster = workflow(plattform, repo, umgebung, server)
    assert {name: lauf.code for name, lauf in erster.items()} == {
        name: int(name == "Akten prüfen") for name in erster
    }, erster
    assert "FGK010" in erster["Akten prüfen"].log
    [kommentar] = server.kommentare
    assert kommentar["body"].startswith("<!-- fgk-diff -->\n## fgk: 1 Fehler\n")
    aendere(repo, "tittel: x\n", "")
    zweiter = workflow(plattform, repo, umgebung, server)
    assert {lauf.code for lauf in zweiter.values()} == {0}, zweiter
    [kommentar] = server.kommentare
    assert kommentar["body"].startswith("<!-- fgk-diff -->\n## fgk: keine Fehler\n")
    assert "| Runder Tisch @&#8203;rat |" in kommentar["body"]
    assert repo.git("status", "--porcelain") == "", "nothing is left in the repository"


def mit_umgehung(repo: Repo, aufruf: Aufruf) -> None:
    """Bind a decision on the main branch, and change there what it binds: nobody made a pull request of it."""
    repo.git("switch", "-q", "--discard-changes", "main")
    assert aufruf("decide", "B-2024-01", repo.ordner / "akte", *RAT, *TAG).code == 0
    repo.commit("Beschluss")
    aendere(repo, "ende: 2024-12-31", "ende: 2025-12-31")
    aendere(repo, "ende: 2025-12-31", "ende: 2024-12-31")  # and back again, when it had done its work


def test_a_push_past_the_check_is_found_on_the_main_branch(
    plattform: str, repo: Repo, umgebung: dict[str, str], server: Server, aufruf: Aufruf
) -> None:
    vorher = workflow(plattform, repo, umgebung, server, "push")
    assert {lauf.code for lauf in vorher.values()} == {0}, vorher
    assert "keiner verletzt" in vorher["Geschichte nachprüfen"].log
    mit_umgehung(repo, aufruf)
    nachher = workflow(plattform, repo, umgebung, server, "push")
    assert {name: lauf.code for name, lauf in nachher.items()} == {
        "Akten prüfen": 0, "Geschichte nachprüfen": 1,
    }, nachher  # fmt: skip
    assert "FGK401" in nachher["Geschichte nachprüfen"].log
    assert runner(nachher["Geschichte nachprüfen"].log) == []
    assert server.anfragen == []


def test_github_shows_faults_as_annotations_and_in_the_summary(
    repo: Repo, umgebung: dict[str, str], tmp_path: Path
) -> None:
    aendere(repo, "titel:", "tittel: x\ntitel:")
    with laufend(Server("github")) as server:
        laeufe = workflow("github", repo, umgebung, server)
    [befehl] = runner(laeufe["Akten prüfen"].log)
    assert (befehl.name, befehl.angaben["file"], befehl.angaben["title"]) == ("error", DATEI, "FGK010")
    zusammenfassung = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert zusammenfassung.startswith("## fgk validate\n")
    assert "<!-- fgk-diff -->" in zusammenfassung


def test_the_action_checks_comments_and_says_where_the_comment_is(
    repo: Repo, umgebung: dict[str, str], tmp_path: Path
) -> None:
    richte_ein(schritte("github")["fgk einrichten"]["run"], umgebung)
    inhalt = yaml.safe_load((WURZEL / "action.yml").read_text(encoding="utf-8"))
    skripte = {schritt["name"]: schritt["run"] for schritt in inhalt["runs"]["steps"] if "run" in schritt}
    aendere(repo, "ende: 2024-12-31\n", "")  # FGK112, a warning
    with laufend(Server("github")) as server:
        werte = umgebung | {
            "GITHUB_EVENT_NAME": "pull_request", "GITHUB_REPOSITORY": "stadt/akten", "GITHUB_API_URL": server.adresse,
            "GITHUB_ACTION_PATH": str(WURZEL), "GITHUB_OUTPUT": str(tmp_path / "output"), "FGK_TOKEN": "geheim",
            "FGK_NUMMER": "12", "FGK_AKTEN": "akte", "FGK_BASE": "main", "FGK_STRICT": "false",
        }  # fmt: skip
        locker = laufe(skripte["Akten prüfen"], repo.ordner, werte)
        streng = laufe(skripte["Akten prüfen"], repo.ordner, werte | {"FGK_STRICT": "true"})
        assert (locker.code, streng.code) == (0, 1), locker.log + streng.log
        assert [befehl.name for befehl in runner(locker.log)] == ["warning"]
        for name in ("Kommentar erzeugen", "Kommentar schreiben"):
            lauf = laufe(skripte[name], repo.ordner, werte)
            assert lauf.code == 0, lauf.log
        assert "**Neu mit diesem Vorschlag:** 1 Warnung." in server.kommentare[0]["body"]
    ort = (tmp_path / "output").read_text(encoding="utf-8").strip().removeprefix("datei=")
    assert Path(ort).read_text(encoding="utf-8") == server.kommentare[0]["body"]


def test_a_foreign_package_of_our_name_is_refused(
    plattform: str, umgebung: dict[str, str], tmp_path: Path
) -> None:
    skript = schritte(plattform)["fgk einrichten"]["run"]
    for paket in ("", "fgk", "fgk==0.1.0"):
        lauf = laufe(skript, tmp_path, umgebung | {"FGK_PAKET": paket})
        assert (lauf.code, "muss die Adresse eines Wheels sein" in lauf.log) == (2, True)


def test_gitlab_reports_and_comments(repo: Repo, umgebung: dict[str, str], aufruf: Aufruf) -> None:
    inhalt = yaml.safe_load((CI / "gitlab" / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    [skript] = inhalt["fgk"]["script"]
    # the packages that pip is kept from fetching, put where the script makes its environment
    skript = skript.replace('fgk="$umgebung/bin/fgk"', 'fgk="$umgebung/bin/fgk"; eval "$BORGEN"')
    assert "$BORGEN" in skript
    borgen = 'echo "$PAKETE" > "$(echo "$umgebung"/lib/python*/site-packages)/geborgt.pth"'
    ziel = repo.git("rev-parse", "main")
    aendere(repo, "titel: Steuerungsgruppe einrichten", "titel: Runder Tisch\ntittel: x")
    with laufend(Server("gitlab")) as server:
        werte = umgebung | {
            "CI_PROJECT_DIR": str(repo.ordner), "CI_API_V4_URL": server.adresse, "CI_PROJECT_ID": "5",
            "CI_MERGE_REQUEST_IID": "12", "CI_MERGE_REQUEST_DIFF_BASE_SHA": ziel, "FGK_TOKEN": "geheim",
            "BORGEN": borgen, "PAKETE": sysconfig.get_path("purelib"),
        }  # fmt: skip
        lauf = laufe(skript, repo.ordner, werte)
        assert (lauf.code, "FGK010" in lauf.log) == (1, True), lauf.log
        assert "1 Fehler" in server.kommentare[0]["body"]
        junit = (repo.ordner / "fgk-junit.xml").read_text(encoding="utf-8")
        assert f'name="M-1.1.1" file="{DATEI}" time="0">\n<failure ' in junit
        assert DATEI in (repo.ordner / "gl-code-quality-report.json").read_text(encoding="utf-8")
        aendere(repo, "tittel: x\n", "")
        ohne_token = laufe(skript, repo.ordner, werte | {"FGK_TOKEN": ""})
        assert (ohne_token.code, len(server.anfragen)) == (0, 3), "without a token nobody is asked"
        assert laufe(skript, repo.ordner, werte).code == 0
        assert len(server.kommentare) == 1
        assert "keine Fehler" in server.kommentare[0]["body"]
    assert laufe(skript, repo.ordner, werte | {"FGK_PAKET": "fgk"}).code == 2
    auf_main = {name: wert for name, wert in werte.items() if not name.startswith("CI_MERGE_REQUEST")}
    mit_umgehung(repo, aufruf)
    lauf = laufe(skript, repo.ordner, auf_main)
    assert (lauf.code, "FGK401" in lauf.log) == (1, True), lauf.log
