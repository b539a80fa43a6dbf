"""fgk validate --format: what each platform gets, on the screen and in a file."""

import json
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, Aufruf, fgk, lege_an
from lxml import etree
from plattformen import runner
from repos import DATEI, TAG, mit_akte

FALSCH = KOPF + "ende: 2024-12-31\ntittel: a\n"


@pytest.fixture
def ordner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one Akte that has one fault, seen from its top."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return lege_an(tmp_path / "akten" / "a", {MASSNAHME: FALSCH})


def test_junit_names_every_record_and_fails_the_faulty_one(ordner: Path, aufruf: Aufruf) -> None:
    gesagt = aufruf("validate", "--format", "junit", "akten", *TAG)
    assert gesagt.code == 1
    baum = etree.fromstring(gesagt.aus.encode())
    faelle = {fall.get("file"): fall for fall in baum.iter("testcase")}
    dateien = {f"akten/a/{pfad.relative_to(ordner).as_posix()}" for pfad in ordner.rglob("*.yaml")}
    assert set(faelle) == dateien
    assert faelle[f"akten/a/{MASSNAHME}"].get("name") == "M-1.1.1", "the name of a faulty record too"
    assert [pfad for pfad, fall in faelle.items() if fall.find("failure") is not None] == [
        f"akten/a/{MASSNAHME}"
    ]


def test_a_warning_fails_a_test_only_with_strict(tmp_path: Path, aufruf: Aufruf) -> None:
    ordner = lege_an(tmp_path / "a", {MASSNAHME: KOPF})  # FGK112: no end
    for mehr, erwartet in (((), "0"), (("--strict",), "1")):
        gesagt = aufruf("validate", "--format", "junit", ordner, *TAG, *mehr)
        assert etree.fromstring(gesagt.aus.encode()).get("failures") == erwartet
        assert gesagt.code == int(erwartet)


@pytest.mark.parametrize("form", ["gitlab", "sarif", "rdjson"])
def test_the_others_are_json_with_the_path_from_the_top_of_the_repository(
    ordner: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(ordner)
    gesagt = aufruf("validate", "--format", form, *TAG)
    assert gesagt.code == 1
    assert f'"akten/a/{MASSNAHME}"' in gesagt.aus
    assert "FGK010" in json.dumps(json.loads(gesagt.aus))


def test_a_file_gets_the_form_and_the_screen_the_text(ordner: Path, aufruf: Aufruf, tmp_path: Path) -> None:
    gesagt = aufruf("validate", "--format", "gitlab", "-o", "berichte/gl.json", "akten", *TAG)
    assert gesagt.code == 1
    assert f"akten/a/{MASSNAHME}:6:1: FGK010 Fehler" in gesagt.aus
    assert gesagt.aus.endswith(": 1 Fehler.\n")
    assert (
        json.loads((tmp_path / "berichte" / "gl.json").read_text(encoding="utf-8"))[0]["check_name"]
        == "FGK010"
    )
    text = aufruf("validate", "-o", "fgk.txt", "akten", *TAG)
    assert (tmp_path / "fgk.txt").read_text(encoding="utf-8") == text.aus
    falsch = aufruf("validate", "-o", "akten", "akten", *TAG)
    assert (falsch.code, "„akten“ ist ein Ordner und keine Datei" in falsch.fehler) == (2, True)


def test_github_gets_a_log_that_commands_nothing_then_annotations_and_a_summary(
    ordner: Path, aufruf: Aufruf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ordner / MASSNAHME).write_text(FALSCH + "# ::error::x ##[error]y\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "s.md"))
    gesagt = aufruf("validate", "--format", "github", "akten", *TAG)
    assert "##[error]y" in gesagt.aus, "it is in the log"
    [befehl] = runner(gesagt.aus)
    assert (befehl.angaben["file"], befehl.angaben["line"]) == (f"akten/a/{MASSNAHME}", "6")
    erste, zweite = (aufruf("validate", "--format", "github", "akten", *TAG).aus for _ in range(2))
    assert erste.split("\n")[0] != zweite.split("\n")[0], "nobody can know the word"
    summary = (tmp_path / "s.md").read_text(encoding="utf-8")
    assert summary.count("| Fehler FGK010 |") == 3


def test_the_summary_stays_below_what_github_drops(
    tmp_path: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordner = lege_an(
        tmp_path / "akte",
        {MASSNAHME: KOPF + "ende: 2024-12-31\n" + "".join(f"{'x' * 200}{n}: 1\n" for n in range(3000))},
    )
    datei = tmp_path / "s.md"
    datei.write_text("vorher\n" * 10, encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(datei))
    gesagt = aufruf("validate", "--format", "github", ordner, *TAG)
    assert len(runner(gesagt.aus)) == 10
    assert 900_000 < datei.stat().st_size < 1_000_000
    text = datei.read_text(encoding="utf-8")
    assert text.startswith("vorher\n")
    gezeigt = text.count("| Fehler FGK010 |")
    assert f"**Gekürzt:** {3000 - gezeigt} weitere Meldungen passen hier nicht hinein." in text
    aufruf("validate", "--format", "github", ordner, *TAG)
    assert datei.stat().st_size < 1_000_000


def test_a_summary_that_cannot_be_written_is_said(
    ordner: Path, aufruf: Aufruf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "gibt" / "es" / "nicht"))
    gesagt = aufruf("validate", "--format", "github", "akten", *TAG)
    assert (gesagt.code, "lässt sich nicht schreiben" in gesagt.fehler) == (2, True)


def test_a_path_in_a_commit_is_one_of_the_repository(
    tmp_path: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = mit_akte(tmp_path / "repo")
    repo.commit("falsch", {DATEI: FALSCH})
    monkeypatch.chdir(tmp_path)
    gesagt = aufruf("validate", "--format", "rdjson", "--at", "HEAD", repo.ordner, *TAG)
    assert [m["location"]["path"] for m in json.loads(gesagt.aus)["diagnostics"]] == [DATEI]


def test_a_plain_run_imports_no_form_of_a_platform(ordner: Path) -> None:
    """Most runs are plain, and every millisecond counts there."""
    gesagt = fgk("validate", "akten", *TAG, cwd=ordner.parents[1], env={"PYTHONPROFILEIMPORTTIME": "1"})
    geladen = {zeile.rpartition("|")[2].strip() for zeile in gesagt.stderr.splitlines()}
    assert "fgk.output.text" in geladen
    fremd = {"github", "gitlab", "sarif", "junit", "rdjson", "json", "orte", "fingerabdruck"}
    assert not geladen & {*(f"fgk.output.{name}" for name in fremd), "fgk.commands.reports"}
