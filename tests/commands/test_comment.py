"""fgk comment: what a pull request changes, on real repositories."""

from pathlib import Path

import pytest
from beschluesse import DATEIEN
from hilfen import Aufruf
from repos import DATEI, TAG, Repo, mit_akte


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = mit_akte(tmp_path / "repo")
    repo.git("switch", "-q", "-c", "amt")
    return repo


def kommentar(aufruf: Aufruf, repo: Repo, *mehr: str) -> str:
    gesagt = aufruf("comment", repo.ordner, "--base", "main", *TAG, *mehr)
    assert (gesagt.code, gesagt.fehler) == (0, "")
    return gesagt.aus


def aendere(repo: Repo, *wie: str) -> None:
    repo.lege({DATEI: (repo.ordner / DATEI).read_text(encoding="utf-8").replace(*wie)})


def test_a_changed_field_is_named_with_its_direction(repo: Repo, aufruf: Aufruf) -> None:
    aendere(repo, "ende: 2024-12-31", "ende: 2025-12-31")
    text = kommentar(aufruf, repo)
    stand = repo.git("rev-parse", "main")[:8]
    assert text.startswith("<!-- fgk-diff -->\n## fgk: keine Fehler\n")
    assert f"1 Akte geprüft und mit dem Stand main ({stand}) verglichen." in text
    assert "### Musterstadt, A-musterstadt-2024" in text
    assert "| Ende | 31.12.2024 | 31.12.2025 | Frist um 12 Monate verschoben |" in text


def test_faults_are_in_it_and_do_not_make_it_fail(repo: Repo, aufruf: Aufruf) -> None:
    aendere(repo, "ende:", "tittel: x\nende:")
    text = kommentar(aufruf, repo)
    assert "## fgk: 1 Fehler" in text
    assert f"{DATEI}:6" in text
    assert "nicht vergleichbar" in text


def test_a_fault_that_was_there_before_is_told_from_a_new_one(repo: Repo, aufruf: Aufruf) -> None:
    aendere(repo, "ende:", "tittel: x\nende:")
    repo.commit("falsch")
    repo.git("branch", "-f", "main")
    aendere(repo, "tittel: x\n", "# eine Zeile mehr\ntittel: x\nfarbe: rot\n")
    repo.git("mv", "akte", "umgezogen")
    text = kommentar(aufruf, repo)
    assert "**Neu mit diesem Vorschlag:** 1 Fehler." in text
    assert "**Schon vorher da:** 1 Fehler." in text
    assert "„farbe“" in text
    assert "„tittel“" not in text


def test_a_fault_that_comes_a_second_time_is_new(repo: Repo, aufruf: Aufruf) -> None:
    stellen = "akte/organisationseinheiten.yaml"
    falsch = "  - kennung: OE-{0}\n    name: Amt {0}\n    art: quatsch\n"
    kopf = (repo.ordner / stellen).read_text(encoding="utf-8")
    repo.commit("falsch", {stellen: kopf + falsch.format(90)})
    repo.git("branch", "-f", "main")
    repo.lege({stellen: kopf + falsch.format(90) + falsch.format(91)})
    text = kommentar(aufruf, repo)
    assert "**Neu mit diesem Vorschlag:** 1 Fehler." in text
    assert "**Schon vorher da:** 1 Fehler." in text


def test_another_way_of_writing_is_no_change(repo: Repo, aufruf: Aufruf) -> None:
    aendere(repo, "kennung:", "# Notiz\nkennung:")
    repo.git("mv", "akte", "umgezogen")
    assert "Am Inhalt der Akten ändert sich nichts." in kommentar(aufruf, repo)


def test_a_first_report_is_summed_up_and_the_next_one_held_against_it(repo: Repo, aufruf: Aufruf) -> None:
    repo.commit("Akte", {f"akte/{name}": inhalt for name, inhalt in DATEIEN.items()})
    text = kommentar(aufruf, repo)
    assert "#### Jahresbericht 2024, der erste" in text
    assert "| Maßnahmen nach Status | in Umsetzung | – | 1 |" in text
    repo.git("branch", "-f", "main")
    alt = DATEIEN["jahresberichte/2024.yaml"]
    neu = (
        alt.replace("J-2024", "J-2025")
        .replace("2024-03-01", "2025-01-01")
        .replace("2024-12-31", "2025-12-31")
    )
    neu = neu.replace("in_umsetzung", "umgesetzt\n    nachweise:\n      - bezeichnung: Bericht")
    repo.commit("Bericht", {"akte/jahresberichte/2025.yaml": neu})
    text = kommentar(aufruf, repo)
    assert "#### Jahresbericht 2025 gegenüber 2024" in text
    assert "Familienbericht vorlegen | Status | in Umsetzung | umgesetzt | vorangekommen |" in text
    assert text.index("Jahresbericht 2025 gegenüber") < text.index("#### Änderungen nach Inhalt")
    assert "Jahresbericht 2024" not in text.replace("gegenüber 2024", ""), "it did not change"


def test_an_akte_that_came_and_one_that_went_are_named(repo: Repo, aufruf: Aufruf) -> None:
    audit = (repo.ordner / "akte" / "audit.yaml").read_text(encoding="utf-8")
    repo.git("rm", "-q", "-r", "akte")
    repo.lege({"neu/audit.yaml": audit.replace("A-musterstadt-2024", "A-neu-2024")})
    text = kommentar(aufruf, repo)
    assert "### Musterstadt, A-neu-2024\n\nDiese Akte ist neu und hat 1 Datensatz." in text
    assert (
        "### Musterstadt, A-musterstadt-2024\n\nDiese Akte gibt es nach diesem Vorschlag nicht mehr." in text
    )


def test_objects_alone_are_enough_and_a_file_can_take_it(repo: Repo, aufruf: Aufruf, tmp_path: Path) -> None:
    aendere(repo, "ende: 2024-12-31", "ende: 2025-12-31")
    repo.commit("Frist")
    repo.git("switch", "-q", "main")
    ziel = tmp_path / "k.md"
    assert kommentar(aufruf, repo, "--at", "amt", "-o", str(ziel)) == ""
    assert "Frist um 12 Monate verschoben" in ziel.read_text(encoding="utf-8")


def test_the_base_of_a_pull_request_is_found_or_missed_loudly(repo: Repo, aufruf: Aufruf) -> None:
    assert (
        "verglichen." in aufruf("comment", repo.ordner, *TAG).aus
    )  # a repository of ``fgk save`` has no remote
    repo.git("remote", "add", "origin", "https://git.stadt.example/akten.git")
    ohne = aufruf("comment", repo.ordner, *TAG)
    assert (ohne.code, "Ein Vergleichsstand ist nicht zu finden" in ohne.fehler) == (2, True)
    repo.git("update-ref", "refs/remotes/origin/main", "main")
    repo.commit("Frist", {DATEI: (repo.ordner / DATEI).read_text(encoding="utf-8") + "bemerkung: x\n"})
    assert "verglichen." in aufruf("comment", repo.ordner, *TAG).aus
