"""The files for pipelines: valid, without a finding of zizmor, nothing that a pull request could reach into."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hilfen import WURZEL

CI = WURZEL / "templates" / "ci"
GITHUB = CI / "github" / ".github" / "workflows" / "fgk.yml"
FORGEJO = CI / "forgejo" / ".forgejo" / "workflows" / "fgk.yml"
GITLAB = CI / "gitlab" / ".gitlab-ci.yml"
BAUSTEIN = WURZEL / "templates" / "fgk.yml"
AKTION = WURZEL / "action.yml"
HAKEN = WURZEL / ".pre-commit-hooks.yaml"


def programm(name: str, *argumente: str | Path) -> str:
    """Run a program of this environment that must find nothing to complain about, and return what it says."""
    befehl = [Path(sys.executable).with_name(name), *argumente]
    lauf = subprocess.run(befehl, capture_output=True, text=True, check=False)
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    return lauf.stdout


def schritte(datei: Path) -> list[dict[str, Any]]:
    inhalt = yaml.safe_load(datei.read_text(encoding="utf-8"))
    teile = [inhalt["runs"]] if "runs" in inhalt else list(inhalt["jobs"].values())
    return [schritt for teil in teile for schritt in teil["steps"]]


def gitlab_auftrag(datei: Path) -> dict[str, Any]:
    *_, inhalt = yaml.safe_load_all(datei.read_text(encoding="utf-8"))
    auftrag: dict[str, Any] = inhalt["fgk"]
    return auftrag


@pytest.mark.parametrize(
    ("schema", "datei"),
    [
        ("github-workflows", GITHUB),
        ("github-workflows", FORGEJO),
        ("github-actions", AKTION),
        ("gitlab-ci", GITLAB),
    ],
    ids=["github", "forgejo", "action", "gitlab"],
)
def test_each_file_is_what_its_platform_reads(schema: str, datei: Path) -> None:
    assert "ok" in programm("check-jsonschema", "--builtin-schema", f"vendor.{schema}", datei)


def test_the_component_is_what_gitlab_reads(tmp_path: Path) -> None:
    kopf, auftrag = BAUSTEIN.read_text(encoding="utf-8").split("\n---\n")
    for name, teil in (("kopf", kopf), ("auftrag", auftrag)):
        datei = tmp_path / f"{name}.yml"
        datei.write_text(f"{teil}\n", encoding="utf-8")
        assert "ok" in programm("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", datei)
    genannt = set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", auftrag))
    assert genannt == set(yaml.safe_load(kopf)["spec"]["inputs"])


@pytest.mark.parametrize("datei", [GITHUB, FORGEJO, AKTION], ids=["github", "forgejo", "action"])
def test_zizmor_finds_nothing(datei: Path) -> None:
    assert "No findings" in programm("zizmor", "--offline", "--no-progress", "--persona=auditor", datei)


def test_our_own_pipeline_is_no_worse() -> None:
    eigene = WURZEL / ".github" / "workflows" / "ci.yml"
    assert "No findings" in programm("zizmor", "--offline", "--no-progress", eigene)
    assert "ok" in programm("check-jsonschema", "--builtin-schema", "vendor.github-workflows", eigene)


def test_pre_commit_takes_the_hooks() -> None:
    assert programm("pre-commit", "validate-manifest", HAKEN) == ""
    for haken in yaml.safe_load(HAKEN.read_text(encoding="utf-8")):
        assert haken["pass_filenames"] is False
        assert haken["require_serial"] is True
        assert haken["always_run"] is True, "also for a commit that only deletes"


@pytest.mark.parametrize("datei", [GITHUB, FORGEJO, AKTION], ids=["github", "forgejo", "action"])
def test_no_script_takes_in_an_expression_and_every_action_is_pinned(datei: Path) -> None:
    for schritt in schritte(datei):
        assert "${{" not in schritt.get("run", "")
        if "uses" in schritt:
            assert re.search(r"@[0-9a-f]{40}$", schritt["uses"])


@pytest.mark.parametrize("datei", [GITHUB, FORGEJO], ids=["github", "forgejo"])
def test_a_workflow_may_read_and_comment_and_keeps_no_token(datei: Path) -> None:
    inhalt = yaml.safe_load(datei.read_text(encoding="utf-8"))
    assert inhalt["permissions"] == {}
    [auftrag] = inhalt["jobs"].values()
    assert auftrag["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert "pull_request_target" not in datei.read_text(encoding="utf-8")
    [holen] = [schritt for schritt in auftrag["steps"] if "/checkout@" in schritt.get("uses", "")]
    assert holen["with"] == {"fetch-depth": 0, "persist-credentials": False}
    mit_token = [schritt["name"] for schritt in auftrag["steps"] if "github.token" in str(schritt)]
    assert mit_token == ["Kommentar schreiben"]


@pytest.mark.parametrize("datei", [GITHUB, FORGEJO, AKTION], ids=["github", "forgejo", "action"])
def test_python_never_starts_in_the_checkout_as_if_it_were_ours(datei: Path) -> None:
    for schritt in schritte(datei):
        for zeile in schritt.get("run", "").splitlines():
            if re.search(r'\bpython"? |PYTHON" ', zeile) and not zeile.lstrip().startswith("python="):
                assert re.search(r" -[PI] ", zeile), zeile
        if "-m pip" in schritt.get("run", ""):
            assert schritt["working-directory"] == "${{ runner.temp }}"


def test_the_component_does_what_the_file_to_copy_does() -> None:
    kopie, baustein = gitlab_auftrag(GITLAB), gitlab_auftrag(BAUSTEIN)
    for teil in ("script", "rules", "artifacts", "timeout"):
        assert kopie[teil] == baustein[teil]


def test_no_file_installs_a_package_by_its_bare_name() -> None:
    """Somebody else's package is called fgk, too."""
    for datei in (GITHUB, FORGEJO, GITLAB, BAUSTEIN, AKTION):
        text = datei.read_text(encoding="utf-8")
        assert not re.search(r"pip install[^\n]* fgk\b", text)
        assert "*.whl | *://*) ;;" in text or datei == AKTION
