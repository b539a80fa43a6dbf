"""fgk validate --base: what was decided in the base holds; a pull request cannot loosen it."""

from pathlib import Path

import pytest
from hilfen import Aufruf, fgk
from repos import BESCHLUSS, DATEI, RAT, TAG, UMGEBUNG, Repo, mit_beschluss


@pytest.fixture
def repo(tmp_path: Path, aufruf: Aufruf) -> Repo:
    return mit_beschluss(tmp_path / "repo", aufruf)


def text(repo: Repo, datei: str = DATEI) -> str:
    return (repo.ordner / datei).read_text(encoding="utf-8")


def codes(aufruf: Aufruf, repo: Repo, *mehr: str) -> list[str]:
    ergebnis = aufruf("validate", repo.ordner, "--base", "main", *TAG, *mehr)
    return sorted({wort for wort in ergebnis.aus.split() if wort.startswith("FGK4")})


def test_what_is_as_decided_passes(repo: Repo, aufruf: Aufruf) -> None:
    repo.lege({DATEI: "# anders geschrieben\n" + text(repo) + "bemerkung: intern\n"})
    assert codes(aufruf, repo) == []


@pytest.mark.parametrize(
    ("aenderung", "erwartet"),
    [
        ({DATEI: ("ende: 2024-12-31", "ende: 2025-12-31")}, ["FGK401"]),
        ({DATEI: None}, ["FGK402"]),
        ({BESCHLUSS: None, DATEI: ("ende: 2024-12-31", "ende: 2025-12-31")}, ["FGK401", "FGK404"]),
        ({BESCHLUSS: ("2024-04-18", "2024-04-19")}, ["FGK404"]),
        ({BESCHLUSS: ("festlegung:", "bemerkung: weg\nfestlegung:")}, []),
    ],
)
def test_what_is_no_longer_as_decided_is_named(
    repo: Repo, aufruf: Aufruf, aenderung: dict[str, tuple[str, str] | None], erwartet: list[str]
) -> None:
    for datei, wie in aenderung.items():
        repo.lege({datei: None if wie is None else text(repo, datei).replace(*wie)})
    assert codes(aufruf, repo) == erwartet


def test_a_festlegung_cannot_be_loosened_by_hand(repo: Repo, aufruf: Aufruf) -> None:
    """The record of the decision is made to fit the new content: the base knows better."""
    vorher = text(repo, BESCHLUSS)
    repo.lege({BESCHLUSS: None, DATEI: text(repo).replace("ende: 2024-12-31", "ende: 2025-12-31")})
    assert aufruf("decide", "B-2024-01", repo.ordner / "akte", *RAT, *TAG).code == 0
    assert text(repo, BESCHLUSS) != vorher
    assert codes(aufruf, repo) == ["FGK401", "FGK404"]


def test_a_later_decision_that_names_what_it_amends_is_the_way(repo: Repo, aufruf: Aufruf) -> None:
    neu = text(repo).replace("ende: 2024-12-31", "ende: 2025-12-31")
    spaeter = text(repo, BESCHLUSS).partition("festlegung:")[0].replace("B-2024-01", "B-2024-02")
    spaeter = spaeter.replace("2024-04-18", "2024-06-20").replace(
        "art: aenderung\n", "art: aenderung\naendert: [B-2024-01]\n"
    )
    repo.lege({DATEI: neu, "akte/beschluesse/B-2024-02.yaml": spaeter})
    assert codes(aufruf, repo) == ["FGK401"], "not yet bound"
    assert aufruf("decide", "B-2024-02", repo.ordner / "akte", *TAG).code == 0
    assert codes(aufruf, repo) == []


def test_what_the_council_adds_is_bound_and_stays_an_addition(repo: Repo, aufruf: Aufruf) -> None:
    """A measure that came after the Zielvereinbarung is decided by name; what was part of it cannot become one."""
    zweite = "akte/massnahmen/M-1.1.2.yaml"
    repo.lege({zweite: text(repo).replace("M-1.1.1", "M-1.1.2") + "herkunft: ergaenzt\n"})
    wann = ("--gremium", "Rat", "--datum", "2024-06-20", "--ergebnis", "unveraendert")
    ordner = repo.ordner / "akte"
    assert aufruf("decide", "B-2024-02", ordner, *wann, "--betrifft", "M-1.1.2", *TAG).code == 0
    assert codes(aufruf, repo) == []
    repo.commit("Ergänzung")
    assert codes(aufruf, repo) == []
    repo.lege({DATEI: text(repo) + "herkunft: ergaenzt\n"})
    assert codes(aufruf, repo) == ["FGK402"]


def test_a_kennung_of_something_deleted_is_not_used_again(repo: Repo, aufruf: Aufruf) -> None:
    zweite = text(repo).replace("M-1.1.1", "M-1.1.2")
    repo.commit("Zweite", {"akte/massnahmen/M-1.1.2.yaml": zweite})
    repo.commit("weg", {"akte/massnahmen/M-1.1.2.yaml": None})
    repo.lege(
        {"akte/massnahmen/M-1.1.2.yaml": zweite.replace("Steuerungsgruppe einrichten", "Etwas anderes")}
    )
    assert codes(aufruf, repo) == ["FGK403"]


def test_an_akte_with_decisions_does_not_vanish(repo: Repo, aufruf: Aufruf) -> None:
    repo.git("mv", "akte", "umgezogen")
    assert codes(aufruf, repo) == []
    repo.git("rm", "-q", "-r", "-f", "umgezogen")
    repo.lege(
        {
            "andere/audit.yaml": repo.git("show", "main:akte/audit.yaml").replace(
                "A-musterstadt-2024", "A-neu-2024"
            )
        }
    )
    assert "war im Vergleichsstand da" in aufruf("validate", repo.ordner, "--base", "main", *TAG).aus


def test_objects_alone_are_enough(repo: Repo, aufruf: Aufruf) -> None:
    """In CI nothing of the pull request is checked out: its commit is named instead."""
    repo.git("switch", "-q", "-c", "pr")
    repo.commit("Frist", {DATEI: text(repo).replace("ende: 2024-12-31", "ende: 2025-12-31")})
    repo.git("switch", "-q", "main")
    assert codes(aufruf, repo) == []
    assert codes(aufruf, repo, "--at", "pr") == ["FGK401"]


def test_a_pull_request_is_checked_by_itself(repo: Repo) -> None:
    repo.git("switch", "-q", "-c", "amt")
    repo.commit("Frist", {DATEI: text(repo).replace("ende: 2024-12-31", "ende: 2025-12-31")})
    repo.git("switch", "-q", "main")
    repo.commit("Hauptlinie", {"x.md": "x"})
    befehl = ("validate", str(repo.ordner), *TAG)
    umgebung = UMGEBUNG | {"GITHUB_EVENT_NAME": "pull_request"}
    ohne_merge = fgk(*befehl, env=umgebung)
    assert (ohne_merge.returncode, "kein Merge-Commit" in ohne_merge.stderr) == (2, True)
    repo.git("switch", "-q", "-c", "pr")
    repo.merge("amt")
    mit_merge = fgk(*befehl, env=umgebung)
    assert (mit_merge.returncode, "FGK401" in mit_merge.stdout) == (1, True)
    assert fgk(*befehl, env={"GITHUB_EVENT_NAME": "push"}).returncode == 0


def test_a_base_that_is_missing_is_no_pass(repo: Repo, aufruf: Aufruf) -> None:
    ergebnis = aufruf("validate", repo.ordner, "--base", "origin/main", *TAG)
    assert ergebnis.code == 2
    assert "Einen Stand „origin/main“ gibt es" in ergebnis.fehler
