"""fgk log: what changed, since when it counts, who set it, under which decision."""

import json
from pathlib import Path

import pytest
from hilfen import MASSNAHME, Aufruf
from markdown_it import MarkdownIt
from repos import Repo, mit_akte

DATEI = f"akte/{MASSNAHME}"
BERICHT = "akte/jahresberichte/{jahr}.yaml"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = mit_akte(tmp_path / "repo")
    text = (repo.ordner / DATEI).read_text(encoding="utf-8")
    repo.git("switch", "-q", "-c", "amt")
    neu = text.replace("ende: 2024-12-31", "ende: 2025-12-31")
    repo.commit("Frist\n\nStelle: OE-10", {DATEI: neu}, GIT_AUTHOR_NAME="Frau Beispiel")
    repo.git("switch", "-q", "main")
    repo.commit("Anderes", {"LIESMICH.md": "x"})
    repo.merge("amt", nachricht="Zusammenführen\n\nBeschluss: B-2024-07")
    for jahr, status in ((2024, "geplant"), (2025, "in_umsetzung")):
        bericht = f"kennung: J-{jahr}\nvon: {jahr}-01-01\nbis: {jahr}-12-31\nmassnahmen:\n  - massnahme: M-1.1.1\n    status: {status}\n"
        repo.commit(f"Bericht {jahr}", {BERICHT.format(jahr=jahr): bericht})
    return repo


def test_the_trail_of_a_measure(repo: Repo, aufruf: Aufruf) -> None:
    ergebnis = aufruf("log", "M-1.1.1", "--akte", repo.ordner / "akte")
    assert ergebnis.code == 0
    zeilen = [" ".join(zeile.split()) for zeile in ergebnis.aus.splitlines()]
    assert zeilen[0] == "Verlauf von M-1.1.1"
    assert (
        "Status: geplant → in Umsetzung (vorangekommen)" in zeilen
    )  # what was asked for is not said in each line
    text = " ".join(zeilen)
    assert "Status: geplant → in Umsetzung (vorangekommen)" in text
    assert "31.12.2024 → 31.12.2025 (Frist um 12 Monate verschoben)" in text
    assert "gesetzt von Verwaltung am 01.03.2024" in text or "gesetzt von" in text
    assert "Beschluss B-2024-07" in text
    assert "Frau Beispiel" not in text
    assert (
        text.index("in Umsetzung")
        < text.index("um 12 Monate")
        < text.index("Steuerungsgruppe einrichten (neu)")
    )
    assert zeilen[-1] == "4 Schritte."


def test_persons_are_named_only_when_asked_for(repo: Repo, aufruf: Aufruf) -> None:
    assert "gesetzt von Frau Beispiel" in aufruf("log", "M-1.1.1", "--akte", repo.ordner, "--personen").aus
    alle = aufruf("log", "--akte", repo.ordner, "--format", "json").aus
    assert "Frau Beispiel" not in alle
    assert "projektleitung@stadt.example" not in alle


def test_days_and_fields_choose(repo: Repo, aufruf: Aufruf) -> None:
    def schritte(*optionen: str) -> str:
        return aufruf("log", "--akte", repo.ordner, *optionen).aus.splitlines()[-1]

    assert schritte() == "4 Schritte."
    assert schritte("--feld", "status") == "2 Schritte."
    assert schritte("--feld", "ende") == "1 Schritt."
    assert schritte("--seit", "2024-03-02") == schritte("--bis", "2024-02-29") == "Keine Änderungen."
    assert schritte("--seit", "2024-03-01", "--bis", "2024-03-01") == "4 Schritte."
    assert schritte("--at", "HEAD~2") == "2 Schritte."


def test_json_is_for_programs(repo: Repo, aufruf: Aufruf) -> None:
    spur = json.loads(aufruf("log", "M-1.1.1", "--akte", repo.ordner, "--format", "json").aus)
    frist = spur["abschnitte"][2]
    assert (spur["art"], frist["beschluesse"]) == ("verlauf", ["B-2024-07"])
    assert frist["wirksam_commit"] == repo.git("rev-parse", "HEAD~2")
    assert frist["gesetzt_commit"] == repo.git("rev-parse", "amt")
    assert frist["wirksam_seit"].startswith("2024-03-01T")
    [aenderung] = frist["eintraege"][0]["aenderungen"]
    assert (aenderung["pfad"], aenderung["vorher"], aenderung["nachher"]) == (
        ["ende"],
        "2024-12-31",
        "2025-12-31",
    )


def test_nothing_in_a_trail_becomes_markdown(repo: Repo, aufruf: Aufruf) -> None:
    text = (repo.ordner / DATEI).read_text(encoding="utf-8")
    boese = 'titel: "@alle | # [x](https://boese.example) <img src=x>"'
    repo.commit("böse", {DATEI: text.replace("titel: Steuerungsgruppe einrichten", boese)})
    markdown = aufruf("log", "M-1.1.1", "--akte", repo.ordner, "--format", "md").aus
    assert markdown.startswith("<!-- fgk-log -->\n")
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown.partition("\n")[2])
    arten = {kind.type for token in tokens for kind in (token.children or [token])}
    assert not arten & {"link_open", "image", "html_inline", "html_block"}
    assert "@alle" not in markdown


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_old_versions_that_no_schema_allows_stop_nothing(repo: Repo, aufruf: Aufruf, form: str) -> None:
    text = (repo.ordner / DATEI).read_text(encoding="utf-8")
    for wert in (
        "ende: bald",
        "ende: [1, {a: 2}]",
        "kosten: viel",
        "kosten: {einmalig: [1]}",
        "unbekannt: {x: 1}",
        "ziel: 7",
    ):
        schluessel = wert.partition(":")[0]
        rest = "".join(z for z in text.splitlines(keepends=True) if not z.startswith(f"{schluessel}:"))
        repo.commit(wert, {DATEI: f"{rest}{wert}\n"})
    repo.commit("heil", {DATEI: text})
    for befehl in (("log", "M-1.1.1"), ("log",)):
        ergebnis = aufruf(*befehl, "--akte", repo.ordner, "--format", form)
        assert ergebnis.code == 0, ergebnis.fehler


@pytest.mark.parametrize(
    ("argumente", "was"),
    [
        (("M-9.9.9",), "kommt „M-9.9.9“ nicht vor"),
        (("--seit", "bald"), "„bald“ ist kein Tag"),
        (("--seit", "2024-03-02", "--bis", "2024-03-01"), "--seit liegt nach --bis"),
        (("--at", "nirgends"), "Einen Stand „nirgends“ gibt es"),
    ],
)
def test_what_does_not_work_is_said(repo: Repo, aufruf: Aufruf, argumente: tuple[str, ...], was: str) -> None:
    ergebnis = aufruf("log", *argumente, "--akte", repo.ordner)
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert was in ergebnis.fehler


def test_outside_of_git_it_says_so(aufruf: Aufruf, tmp_path: Path) -> None:
    assert "liegt in keinem git-Repository" in aufruf("log", "--akte", tmp_path).fehler


def test_a_field_is_found_by_its_name_and_not_by_the_name_of_an_entry(
    geschichte: Path, aufruf: Aufruf
) -> None:
    """„ende“ is in „Alleinerziehende“ too; whoever asks for deadlines does not mean her."""

    def schritte(feld: str) -> str:
        return aufruf("log", "--akte", geschichte, "--feld", feld, "--seit", "2018-01-01").aus

    assert schritte("ende").splitlines()[-1] == "1 Schritt."
    assert "Alleinerziehende" not in schritte("Ende")
    assert schritte("neue_frist") == schritte("Neue Frist") == schritte("frist")
    assert "Keine Änderungen." in schritte("Alleinerziehende")
