"""Ways round what was decided, each tried in a real pull request: none passes fgk validate --base or verify --history."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import MASSNAHME, Aufruf
from repos import BESCHLUSS, DATEI, TAG, Repo, mit_beschluss

ZWEITER = "akte/beschluesse/B-2024-02.yaml"


@pytest.fixture
def repo(tmp_path: Path, aufruf: Aufruf) -> Repo:
    """A branch ``pr`` that begins where ``main`` has a decision."""
    repo = mit_beschluss(tmp_path / "repo", aufruf)
    repo.git("switch", "-q", "-c", "pr")
    return repo


def text(repo: Repo, datei: str = DATEI) -> str:
    return (repo.ordner / datei).read_text(encoding="utf-8")


def boese(alt: str) -> str:
    return alt.replace("ende: 2024-12-31", "ende: 2025-12-31")


def codes(ausgabe: str) -> set[str]:
    return set(re.findall(r"FGK\d{3}", ausgabe))


def geprueft(aufruf: Aufruf, repo: Repo, *wo: str) -> set[str]:
    ergebnis = aufruf("validate", repo.ordner, "--base", "main", *TAG, *wo)
    assert ergebnis.code == 1, ergebnis
    return codes(ergebnis.aus)


def umbenannt(repo: Repo) -> None:
    repo.git("mv", DATEI, "akte/massnahmen/M-1.1.9.yaml")
    repo.lege({"akte/massnahmen/M-1.1.9.yaml": boese(text(repo, "akte/massnahmen/M-1.1.9.yaml"))})


def nur_gross_und_klein(repo: Repo) -> None:
    repo.git("mv", DATEI, "akte/massnahmen/m-1.1.1.yaml")
    repo.lege({"akte/massnahmen/m-1.1.1.yaml": boese(text(repo, "akte/massnahmen/m-1.1.1.yaml"))})


def ordner_gross(repo: Repo) -> None:
    repo.git("mv", "akte/massnahmen", "akte/Massnahmen")


def umgezogen(repo: Repo) -> None:
    repo.git("mv", "akte", "neu")
    repo.lege({f"neu/{MASSNAHME}": boese(text(repo, f"neu/{MASSNAHME}"))})


def ausnahme(repo: Repo) -> None:
    neu = boese(text(repo)).replace("2025-12-31", "2025-12-31  # fgk: ignore FGK401 – so gewollt")
    repo.lege({DATEI: neu})


def ausnahme_vom_loeschen(repo: Repo) -> None:
    neu = re.sub(r"(    M-1\.1\.1: fgk1.*)", r"\1  # fgk: ignore FGK402 – so gewollt", text(repo, BESCHLUSS))
    repo.lege({DATEI: None, BESCHLUSS: neu})


def andere_kennung(repo: Repo) -> None:
    neu = text(repo).replace(
        "kennung: M-1.1.1", "kennung: M-1.1.9  # fgk: ignore FGK101 – wird noch umbenannt"
    )
    repo.lege({DATEI: neu})


def anderer_beschluss(repo: Repo) -> None:
    neu = text(repo, BESCHLUSS).replace(
        "kennung: B-2024-01", "kennung: B-2024-09  # fgk: ignore FGK101 – x", 1
    )
    repo.lege({BESCHLUSS: neu})


def doppelt(repo: Repo) -> None:
    neu = boese(text(repo)).replace("kennung: M-1.1.1", "kennung: M-1.1.1  # fgk: ignore FGK101, FGK211 – x")
    repo.lege({"akte/massnahmen/M-1.1.2.yaml": neu})


def beides_geloescht(repo: Repo) -> None:
    repo.lege({DATEI: None, BESCHLUSS: None})


def nur_noch_ergaenzt(repo: Repo) -> None:
    repo.lege({DATEI: boese(text(repo)) + "herkunft: ergaenzt\n"})


def anderes_audit(repo: Repo) -> None:
    audit = text(repo, "akte/audit.yaml").replace("A-musterstadt-2024", "A-anders-2024")
    repo.lege({DATEI: boese(text(repo)), "akte/audit.yaml": audit})


def mit_bom(repo: Repo) -> None:
    repo.lege({DATEI: b"\xef\xbb\xbf" + boese(text(repo)).encode()})


def maskiert(repo: Repo) -> None:
    repo.lege({DATEI: boese(text(repo)).replace("ende:", '"\\x65nde":')})


def unterzeichner(repo: Repo) -> None:
    repo.lege({DATEI: boese(text(repo)), ".fgk/unterzeichner": "x", ".gitattributes": "* export-ignore\n"})


def utf16(repo: Repo) -> None:
    repo.lege({DATEI: boese(text(repo)).encode("utf-16")})


def anker(repo: Repo) -> None:
    repo.lege({DATEI: text(repo).replace("ende: 2024-12-31", "<<: {ende: 2025-12-31}")})


def zweites_dokument(repo: Repo) -> None:
    repo.lege({DATEI: text(repo) + "---\nende: 2025-12-31\n"})


def zweimal_derselbe_schluessel(repo: Repo) -> None:
    repo.lege({DATEI: text(repo) + "ende: 2025-12-31\n"})


def verknuepft(repo: Repo) -> None:
    repo.lege({"fremd.yaml": boese(text(repo)), DATEI: None})
    (repo.ordner / DATEI).symlink_to("../../fremd.yaml")


def fremdes_repository(repo: Repo) -> None:
    inhalt = boese(text(repo))
    repo.git("rm", "-q", "-r", "akte/massnahmen")
    Repo(repo.ordner / "akte" / "massnahmen").commit("fremd", {"M-1.1.1.yaml": inhalt})


GEAENDERT = [umbenannt, nur_gross_und_klein, umgezogen, ausnahme, doppelt, mit_bom, maskiert, unterzeichner]
GELOESCHT = [ordner_gross, ausnahme_vom_loeschen, andere_kennung, beides_geloescht, nur_noch_ergaenzt]
UNLESBAR = [utf16, anker, zweites_dokument, zweimal_derselbe_schluessel, verknuepft]


@pytest.mark.parametrize(
    ("wie", "erwartet", "in_der_geschichte"),
    [
        *((wie, "FGK401", "FGK401") for wie in GEAENDERT),
        *((wie, "FGK402", "FGK402") for wie in GELOESCHT),
        *((wie, "FGK0", "FGK402") for wie in UNLESBAR),
        (anderer_beschluss, "FGK404", "FGK404"),
        (anderes_audit, "FGK402", "FGK401"),
    ],
)
def test_no_pull_request_gets_round_it(
    repo: Repo, aufruf: Aufruf, wie: Callable[[Repo], None], erwartet: str, in_der_geschichte: str
) -> None:
    wie(repo)
    assert any(code.startswith(erwartet) for code in geprueft(aufruf, repo))
    repo.commit("Pull-Request")
    assert any(code.startswith(erwartet) for code in geprueft(aufruf, repo, "--at", "pr"))
    geschichte = aufruf("verify", "--history", "--akte", repo.ordner)
    assert (geschichte.code, in_der_geschichte in codes(geschichte.aus)) == (1, True), geschichte


def test_another_repository_in_place_of_a_folder_hides_nothing(repo: Repo, aufruf: Aufruf) -> None:
    fremdes_repository(repo)
    assert "FGK401" in geprueft(aufruf, repo)
    repo.commit("Pull-Request")
    assert "FGK402" in geprueft(aufruf, repo, "--at", "pr")


@pytest.mark.parametrize("name", ["aa", "zz"])
def test_a_second_akte_with_the_same_kennung_hides_nothing(repo: Repo, aufruf: Aufruf, name: str) -> None:
    shutil.copytree(repo.ordner / "akte", repo.ordner / name)
    repo.lege({DATEI: boese(text(repo))})
    assert "FGK401" in geprueft(aufruf, repo)
    repo.commit("Pull-Request")
    assert "FGK401" in geprueft(aufruf, repo, "--at", "pr")


def test_an_akte_is_found_in_the_base_wherever_it_lay(repo: Repo, aufruf: Aufruf) -> None:
    umgezogen(repo)
    ergebnis = aufruf("validate", repo.ordner / "neu", "--base", "main", *TAG)
    assert (ergebnis.code, codes(ergebnis.aus)) == (1, {"FGK401"})


def aendernder(repo: Repo, aufruf: Aufruf) -> str:
    """Change the measure, and bind the change by a decision that names what it amends."""
    neuer = text(repo, BESCHLUSS).partition("festlegung:")[0].replace("B-2024-01", "B-2024-02")
    neuer = neuer.replace("art: aenderung\n", "art: aenderung\naendert: [B-2024-01]\n")
    repo.lege({DATEI: boese(text(repo)), ZWEITER: neuer.replace("2024-04-18", "2024-06-20")})
    assert aufruf("decide", "B-2024-02", repo.ordner / "akte", *TAG).code == 0
    return text(repo, ZWEITER)


@pytest.mark.parametrize(
    ("alt", "neu", "erwartet"),
    [
        ("ergebnis: unveraendert", "ergebnis: abgelehnt", {"FGK406"}),
        ("ergebnis: unveraendert", "ergebnis: vertagt", {"FGK406"}),
        ("datum: 2024-06-20", "datum: 2024-01-20", {"FGK406"}),
        ("aendert: [B-2024-01]\n", "", {"FGK401", "FGK405"}),
        ("ende,", "", {"FGK401", "FGK406"}),
    ],
)
def test_only_a_real_later_decision_frees_what_is_bound(
    repo: Repo, aufruf: Aufruf, alt: str, neu: str, erwartet: set[str]
) -> None:
    guter = aendernder(repo, aufruf)
    assert aufruf("validate", repo.ordner, "--base", "main", *TAG).code == 0
    assert alt in guter
    repo.lege({ZWEITER: guter.replace(alt, neu)})
    assert geprueft(aufruf, repo) == erwartet
    # and no comment in the pull request helps
    for zeile in ("festlegung:", "aendert:", "pruefzeichen:"):
        repo.lege(
            {
                ZWEITER: re.sub(
                    f"({zeile}.*)", r"\1  # fgk: ignore FGK406 – x", guter.replace(alt, neu), count=1
                )
            }
        )
        assert erwartet <= geprueft(aufruf, repo)


def test_an_amendment_that_binds_nothing_frees_nothing(repo: Repo, aufruf: Aufruf) -> None:
    guter = aendernder(repo, aufruf)
    repo.lege({ZWEITER: guter.partition("festlegung:")[0]})
    assert geprueft(aufruf, repo) == {"FGK401"}


# what verify --history sees on the main line


def schritte(aufruf: Aufruf, repo: Repo) -> tuple[int, set[str]]:
    ergebnis = aufruf("verify", "--history", "--akte", repo.ordner / "akte")
    return ergebnis.code, codes(ergebnis.aus)


def test_a_step_that_cannot_be_read_does_not_hide_the_next(repo: Repo, aufruf: Aufruf) -> None:
    alt = text(repo, BESCHLUSS)
    repo.commit("kaputt", {BESCHLUSS: alt + "x: [\n"})
    repo.commit("heil, aber anders", {BESCHLUSS: alt.replace("2024-04-18", "2024-04-19")})
    assert schritte(aufruf, repo) == (1, {"FGK402", "FGK404"})


def test_an_akte_that_is_gone_for_a_step_is_told(repo: Repo, aufruf: Aufruf) -> None:
    audit, alt = text(repo, "akte/audit.yaml"), text(repo)
    repo.commit("weg", {"akte/audit.yaml": None})
    repo.commit("wieder da", {"akte/audit.yaml": audit, DATEI: boese(alt)})
    assert schritte(aufruf, repo) == (1, {"FGK401", "FGK402"})


def test_a_folder_that_is_moved_and_moved_back_is_the_same_akte(repo: Repo, aufruf: Aufruf) -> None:
    repo.git("mv", "akte", "neu")
    repo.commit("hin")
    repo.git("mv", "neu", "akte")
    repo.commit("zurück")
    assert schritte(aufruf, repo) == (0, set())


def test_a_merge_that_changes_by_itself_is_found(repo: Repo, aufruf: Aufruf) -> None:
    repo.commit("harmlos", {"x.md": "x"})
    repo.git("switch", "-q", "main")
    repo.commit("Hauptlinie", {"y.md": "y"})
    repo.git("merge", "-q", "--no-ff", "--no-commit", "pr")
    repo.commit("Zusammenführen", {DATEI: boese(text(repo))})
    assert schritte(aufruf, repo) == (1, {"FGK401"})


def test_a_merge_the_wrong_way_round_is_found(repo: Repo, aufruf: Aufruf) -> None:
    """The branch began before the decision; its merge of main becomes the main line (a foxtrot merge)."""
    repo.git("switch", "-q", "-c", "alt", "main~1")
    repo.commit("Frist", {DATEI: boese(text(repo))})
    repo.merge("main")
    assert schritte(aufruf, repo) == (1, {"FGK401"})
    assert geprueft(aufruf, repo) == {"FGK401"}


@pytest.mark.parametrize("umgeschrieben", [True, False])
def test_a_main_line_that_lost_the_decision_is_found_by_who_still_has_it(
    repo: Repo, aufruf: Aufruf, umgeschrieben: bool
) -> None:
    """A forced push, or a merge that drops main: the new line alone shows nothing, the base does."""
    repo.git("switch", "-q", "-c", "alt", "main~1")
    repo.commit("Frist", {DATEI: boese(text(repo))})
    if not umgeschrieben:
        repo.merge("main", "-s", "ours")
    assert schritte(aufruf, repo) == (0, set())
    assert geprueft(aufruf, repo) == {"FGK401", "FGK404"}


BERICHT = "akte/jahresberichte/2024.yaml"
VORGELEGT = """kennung: J-2024
von: 2024-03-01
bis: 2024-05-31
vorgelegt_am: 2024-06-10
massnahmen:
  - massnahme: M-1.1.1
    status: umgesetzt
    text: Die Steuerungsgruppe tagt.
    nachweise:
      - bezeichnung: Niederschriften
"""
ANDERER = "  - massnahme: M-1.1.2\n    status: geplant\n"


@pytest.mark.parametrize(
    "neu",
    [
        VORGELEGT.replace("umgesetzt", "in_umsetzung"),
        VORGELEGT.partition("  - massnahme")[0] + ANDERER,
        VORGELEGT.replace("vorgelegt_am: 2024-06-10\n", "").replace("umgesetzt", "in_umsetzung"),
        None,
    ],
)
def test_a_presented_report_does_not_lose_what_has_ended(repo: Repo, aufruf: Aufruf, neu: str | None) -> None:
    repo.git("switch", "-q", "main")
    repo.commit("Bericht", {BERICHT: VORGELEGT})
    repo.git("switch", "-q", "-C", "pr")
    # what the phases before ask for is not in this small Akte
    assert aufruf("validate", repo.ordner, "--base", "main", "--ignore", "FGK315,FGK316", *TAG).code == 0
    repo.commit("Pull-Request", {BERICHT: neu})
    assert "FGK407" in geprueft(aufruf, repo)
    assert schritte(aufruf, repo) == (1, {"FGK407"})


def test_a_tag_with_the_name_of_the_base_is_not_taken_for_it(repo: Repo, aufruf: Aufruf) -> None:
    repo.commit("Frist", {DATEI: boese(text(repo))})
    repo.git("tag", "main")
    ergebnis = aufruf("validate", repo.ordner, "--base", "main", *TAG)
    assert (ergebnis.code, "mehrdeutig" in ergebnis.fehler, "refs/heads/main" in ergebnis.fehler) == (
        2,
        True,
        True,
    )
    assert aufruf("validate", repo.ordner, "--base", "refs/heads/main", *TAG).code == 1
