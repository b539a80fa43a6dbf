"""A document made with an earlier Stichtag knows nothing of what came later."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from fgk.checking import check_akte
from fgk.documents import Auftrag, erzeuge
from fgk.sources import FolderSource

KLEIN = Path(__file__).parent.parent / "akten" / "klein"


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KLEIN, tmp_path / "klein"))


def markdown(folder: Path, auftrag: Auftrag, stichtag: date) -> str:
    akte, _ = check_akte(FolderSource(folder), stichtag)
    return next(iter(erzeuge(akte, auftrag, stichtag, ist_entwurf=False).values())).decode()


ZIELVEREINBARUNG = Auftrag("zielvereinbarung", None, ["md"])
BERICHT = Auftrag("jahresbericht", "2025", ["md"])


def test_before_the_council_met_its_vote_is_open(klein: Path) -> None:
    text = markdown(klein, ZIELVEREINBARUNG, date(2024, 6, 10))
    assert "| Jugendhilfeausschuss | 06.06.2024 | Empfehlung | unverändert empfohlen | einstimmig |" in text
    assert "| Rat | 20.06.2024 | Entscheidung | noch offen | – |" in text
    assert "| Beschluss | noch nicht beschlossen |" in text


def test_on_the_day_of_the_council_it_is_decided(klein: Path) -> None:
    text = markdown(klein, ZIELVEREINBARUNG, date(2024, 6, 20))
    assert "| Rat | 20.06.2024 | Entscheidung | geändert beschlossen | mehrheitlich" in text
    assert "| Beschluss | Rat, 20. Juni 2024: geändert beschlossen |" in text


def test_steps_that_lie_ahead_are_planned(klein: Path) -> None:
    text = markdown(klein, ZIELVEREINBARUNG, date(2024, 2, 1))
    assert "| Strategieworkshop | geplant: 01.02.2024 |  |" in text
    assert "Schwerpunkt frühe Bildung" not in text


def test_reservations_settled_later_are_open(klein: Path) -> None:
    assert "Förderzusage (offen): Landesmittel" in markdown(klein, ZIELVEREINBARUNG, date(2024, 4, 30))
    assert "Förderzusage (erfüllt am 01.05.2024)" in markdown(klein, ZIELVEREINBARUNG, date(2024, 5, 1))


def test_a_measure_added_later_is_not_there_yet(klein: Path) -> None:
    assert "Digitale Lesestunde" not in markdown(klein, ZIELVEREINBARUNG, date(2025, 1, 31))
    assert "Digitale Lesestunde" in markdown(klein, ZIELVEREINBARUNG, date(2025, 2, 1))


def test_a_measure_added_by_a_decision_is_there_from_the_decision(klein: Path) -> None:
    path = klein / "massnahmen" / "M-3.1.3.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "beschluss: B-2025-01\n", encoding="utf-8")
    assert "Digitale Lesestunde" not in markdown(klein, ZIELVEREINBARUNG, date(2025, 3, 12))
    assert "Digitale Lesestunde" in markdown(klein, ZIELVEREINBARUNG, date(2025, 3, 13))


def test_a_report_not_yet_presented_says_so(klein: Path) -> None:
    text = markdown(klein, BERICHT, date(2026, 3, 1))
    assert "Vorgelegt am" not in text
    assert "Prüfung durch den Verein" not in text
    assert "Prüfung durch den Verein" in markdown(klein, BERICHT, date(2026, 4, 15))
