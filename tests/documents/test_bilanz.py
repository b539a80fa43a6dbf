"""The Bilanz: what was agreed and what became of it over all years."""

from datetime import date
from pathlib import Path

import pytest
from berichtsakten import kommune, quartier, schreibe
from documents.entwerfen import erzeugt, fehlendes, text
from documents.test_dokumente import pdf_text
from hilfen import BEISPIEL


def test_every_measure_shows_its_status_year_by_year(tmp_path: Path) -> None:
    gesagt = text(schreibe(tmp_path / "akte", kommune(3)), "bilanz")
    assert "| 2022: ▷ in Umsetzung<br>2023: ✓ umgesetzt<br>2024: ✓ umgesetzt | Gut. |" in gesagt
    assert "| 2022: ▷ in Umsetzung<br>2023: → verschoben<br>2024: ✗ entfallen |" in gesagt
    assert "| Plätze | 100 | 150 | 150 | ja |" in gesagt
    assert "Dazu gehören 3 Ziele und 3 Maßnahmen." in gesagt
    assert "Grundlage sind die Jahresberichte 2022, 2023 und 2024." in gesagt
    assert "kein Jahresbericht" not in gesagt


def test_what_is_dropped_has_its_reason_and_what_is_open_its_deadline(tmp_path: Path) -> None:
    gesagt = text(schreibe(tmp_path / "akte", kommune(3)), "bilanz")
    assert "| 3.1.1 | Lesepaten gewinnen 3.1.1 | ✗ entfallen | Gut. |" in gesagt
    offen = gesagt.partition("Tabelle: Offene Maßnahmen")[2].partition("\n#")[0]
    assert "| 2.1.1 | Lesepaten gewinnen 2.1.1 | ▷ in Umsetzung | 30.06.2023 | Hauptamt |" in offen
    assert "1.1.1" not in offen
    assert "3.1.1" not in offen
    assert "## Empfehlungen für die nächste Stufe: Bilanzierungs-Audit" in gesagt


def test_a_year_without_a_report_is_named(tmp_path: Path) -> None:
    gesagt = text(schreibe(tmp_path / "akte", kommune(3, jahre=(2022, 2024))), "bilanz")
    assert "Für das Jahr 2023 liegt kein Jahresbericht vor." in gesagt


def test_no_report_is_missed_of_a_year_that_is_still_running(tmp_path: Path) -> None:
    akte = schreibe(tmp_path / "akte", kommune(3, jahre=(2022, 2023)))
    assert "kein Jahresbericht" not in text(akte, "bilanz", tag=date(2024, 10, 1))
    assert "Für das Jahr 2024 liegt kein Jahresbericht vor." in text(akte, "bilanz", tag=date(2025, 1, 2))


def test_two_years_in_one_report_leave_no_gap(tmp_path: Path) -> None:
    daten = kommune(3, jahre=(2022, 2023))
    zweiter = daten.pop("jahresberichte/2023.yaml")
    daten["jahresberichte/2023-2024.yaml"] = zweiter | {"kennung": "J-2023-2024", "bis": date(2024, 12, 31)}
    gesagt = text(schreibe(tmp_path / "akte", daten), "bilanz")
    assert "Grundlage sind die Jahresberichte 2022 und 2023/2024." in gesagt
    assert "kein Jahresbericht" not in gesagt


def test_a_report_that_nobody_has_presented_yet_is_named() -> None:
    offen = "Noch nicht vorgelegt ist der Jahresbericht 2020; was darin steht, kann sich noch ändern."
    assert offen in text(BEISPIEL, "bilanz", tag=date(2021, 1, 15))
    assert "Noch nicht vorgelegt" not in text(BEISPIEL, "bilanz", tag=date(2021, 6, 30))


def test_what_comes_after_the_stichtag_stays_out(tmp_path: Path) -> None:
    gesagt = text(schreibe(tmp_path / "akte", kommune(3)), "bilanz", tag=date(2023, 11, 1))
    assert "Grundlage sind die Jahresberichte 2022 und 2023." in gesagt
    assert "2024:" not in gesagt


def test_network_structures_and_members_of_all_years_are_there(tmp_path: Path) -> None:
    gesagt = text(schreibe(tmp_path / "akte", kommune(3)), "bilanz")
    for jahr in (2022, 2023, 2024):
        assert f"| 07.05.{jahr} | Netzwerktreffen | Übergänge gestalten | – | – |" in gesagt
        assert f"Im Jahr {jahr} tagte die Steuerungsgruppe viermal." in gesagt


def test_the_example_compares_its_indicators_and_shows_what_was_added() -> None:
    gesagt = text(BEISPIEL, "bilanz", tag=date(2021, 6, 30))
    werte = gesagt.partition("Tabelle: Indikatoren zu Beginn und zuletzt")[2].partition("\n\n## ")[0]
    assert "| Betreuungsquote" in werte
    assert "gestiegen (besser)" in werte
    assert "### Später ergänzt" in gesagt
    assert "umgesetzt (Beschluss B-2020-02)" in gesagt


def test_in_a_quartier_the_effect_is_counted_and_no_decision_asked_for(tmp_path: Path) -> None:
    gesagt = text(schreibe(tmp_path / "akte", quartier()), "bilanz")
    assert "der Umsetzung des Quartierskonzepts" in gesagt
    assert "was mit dem Quartierskonzept vereinbart war" in gesagt
    wirkung = gesagt.partition("Tabelle: Stand der Maßnahmen nach ihrer Wirkung (Anzahl)")[2].partition(
        "\n\n## "
    )[0]
    assert "| unmittelbar (selbst umsetzbar) | 1 | – | – | 1 | 2 |" in wirkung
    assert "## Beschluss" not in gesagt


def test_it_lacks_agreement_and_reports_and_a_draft_names_both(tmp_path: Path) -> None:
    daten = kommune(0, jahre=())
    akte = schreibe(tmp_path / "akte", daten)
    assert fehlendes(akte, "bilanz") == [("jahresberichte", "")]
    (akte / "zielvereinbarung.yaml").unlink()
    assert fehlendes(akte, "bilanz") == [("zielvereinbarung.yaml", ""), ("jahresberichte", "")]
    entwurf = text(akte, "bilanz", entwurf=True)
    assert "Es liegt noch kein Jahresbericht vor." in entwurf
    assert "| Wenigstens ein Jahresbericht | jahresberichte | eine neue Datei darin |" in entwurf


@pytest.mark.parametrize("anzahl", [0, 3, 60])
def test_it_is_set_at_every_size(tmp_path: Path, anzahl: int) -> None:
    akte = schreibe(tmp_path / "akte", kommune(anzahl, ist_lang=True))
    ganz = " ".join(pdf_text(erzeugt(akte, "bilanz", format_="pdf")))
    assert ganz.count("Łódź-Straße, Şehir-Treff und Café Zoé") >= anzahl
    assert "Ziel im Handlungsfeld 1" in ganz


def test_a_later_report_that_is_silent_takes_no_words_away(tmp_path: Path) -> None:
    daten = kommune(3)
    daten["jahresberichte/2024.yaml"]["massnahmen"][0] = {"massnahme": "M-1.1.1", "status": "umgesetzt"}
    gesagt = text(schreibe(tmp_path / "akte", daten), "bilanz")
    assert "2023: ✓ umgesetzt<br>2024: ✓ umgesetzt | **2023:** Gut. |" in gesagt


def test_what_nobody_ever_wrote_about_says_so(tmp_path: Path) -> None:
    daten = kommune(1)
    for jahr in (2022, 2023, 2024):
        daten[f"jahresberichte/{jahr}.yaml"]["massnahmen"] = [
            {"massnahme": "M-1.1.1", "status": "in_umsetzung"}
        ]
    assert "2024: ▷ in Umsetzung | Kein Bericht. |" in text(schreibe(tmp_path / "akte", daten), "bilanz")


def test_a_report_says_since_when_a_measure_is_done_that_it_has_no_words_on(tmp_path: Path) -> None:
    daten = kommune(3)
    daten["jahresberichte/2024.yaml"]["massnahmen"][0] = {"massnahme": "M-1.1.1", "status": "umgesetzt"}
    gesagt = text(schreibe(tmp_path / "akte", daten), "jahresbericht", "2024")
    assert "Umgesetzt seit dem Jahresbericht 2023. |" in gesagt
    assert "seit dem Jahresbericht" not in text(tmp_path / "akte", "jahresbericht", "2023")
