"""The Zielvereinbarung: earlier versions, no end, what was taken over, what it lacks."""

from datetime import date
from pathlib import Path

import pytest
from berichtsakten import kommune, schreibe
from documents.entwerfen import fehlendes, text


def test_earlier_versions_stand_in_a_table_with_this_one_last(tmp_path: Path) -> None:
    daten = kommune(3, jahre=())
    daten["zielvereinbarung.yaml"] |= {
        "fassung": 3,
        "fassungen": [
            {
                "nummer": 1,
                "von": "2016",
                "bis": date(2018, 12, 31),
                "anlass": "Start",
                "beschluss": "B-2016-01",
            },
            {"nummer": 2, "von": date(2019, 1, 1)},
        ],
    }
    daten["beschluesse/B-2016-01.yaml"] = {
        "kennung": "B-2016-01", "titel": "Erste Fassung", "art": "sonstiges",
        "beratungen": [{"gremium": "Rat", "datum": date(2016, 5, 12), "rolle": "entscheidung", "ergebnis": "unveraendert"}],
    }  # fmt: skip
    gesagt = text(schreibe(tmp_path / "akte", daten), "zielvereinbarung")
    tabelle = gesagt.partition("## Fassungen der Zielvereinbarung\n")[2].partition("\n## ")[0]
    assert (
        "| 1 | 2016 bis 31. Dezember 2018 | Start | Rat, 12. Mai 2016 |\n| 2 | ab 1. Januar 2019 | – | – |"
        in tabelle
    )
    assert (
        "| 3 (diese Fassung) | 1. Januar 2022 bis 31. Dezember 2024 | – | noch nicht beschlossen |" in tabelle
    )


def test_a_version_is_in_force_from_the_day_after_the_one_before(tmp_path: Path) -> None:
    daten = kommune(3)
    daten["zielvereinbarung.yaml"] |= {
        "fassung": 2,
        "fassungen": [{"nummer": 1, "von": date(2022, 1, 1), "bis": date(2023, 3, 31)}],
    }
    gesagt = text(schreibe(tmp_path / "akte", daten), "zielvereinbarung")
    assert "| 2 (diese Fassung) | 1. April 2023 bis 31. Dezember 2024 |" in gesagt


def test_a_first_version_has_no_table_of_versions(tmp_path: Path) -> None:
    gesagt = text(schreibe(tmp_path / "akte", kommune(3)), "zielvereinbarung")
    assert "## Fassungen" not in gesagt
    assert "## Mitwirkung der Gemeinden" not in gesagt


def test_only_in_the_stage_erhaltung_it_needs_no_end(tmp_path: Path) -> None:
    daten = kommune(3, jahre=())
    daten["zielvereinbarung.yaml"]["laufzeit"] = {"von": date(2022, 1, 1)}
    daten["audit.yaml"]["stufe"] = "erhaltung"
    akte = schreibe(tmp_path / "akte", daten)
    assert "| Laufzeit | seit 1. Januar 2022, unbefristet |" in text(akte, "zielvereinbarung")
    daten["audit.yaml"]["stufe"] = "grund"
    schreibe(akte, daten)
    assert fehlendes(akte, "zielvereinbarung") == [("zielvereinbarung.yaml", "laufzeit.bis")]


def test_what_was_taken_over_shows_where_it_comes_from_and_its_last_status(tmp_path: Path) -> None:
    daten = kommune(3, jahre=())
    daten["massnahmen/M-1.1.1.yaml"]["uebernommen"] = {
        "akte": "A-lang-2016", "kennung": "M-3.1.2", "status": "in_umsetzung", "bericht": "J-2019-2020",
    }  # fmt: skip
    daten["massnahmen/M-2.1.1.yaml"]["uebernommen"] = {"akte": "A-lang-2016", "kennung": "M-4.1.1"}
    daten["ziele/Z-1.1.yaml"]["uebernommen"] = {
        "akte": "A-lang-2016",
        "kennung": "Z-3.1",
        "stand": "auf_kurs",
    }
    gesagt = text(schreibe(tmp_path / "akte", daten), "zielvereinbarung", entwurf=True)
    herkunft = "der Akte A-lang-2016, letzter Stand dort"
    assert f"<br>*Übernommen:* Maßnahme 3.1.2 {herkunft}: in Umsetzung (Jahresbericht 2019/2020) |" in gesagt
    assert "<br>*Übernommen:* Maßnahme 4.1.1 der Akte A-lang-2016 |" in gesagt
    assert f"Übernommen: Ziel 3.1 {herkunft}: auf Kurs\n" in gesagt


@pytest.mark.parametrize(
    ("ohne", "fehlt"),
    [
        (["zielvereinbarung.yaml"], [("zielvereinbarung.yaml", "")]),
        (["ziele", "massnahmen", "jahresberichte"], [("ziele", ""), ("massnahmen", "")]),
        (["massnahmen", "jahresberichte"], [("massnahmen", "")]),
    ],
)
def test_what_it_lacks_is_listed_and_a_draft_is_made_all_the_same(
    tmp_path: Path, ohne: list[str], fehlt: list[tuple[str, str]]
) -> None:
    daten = {name: d for name, d in kommune(3).items() if name.split("/")[0] not in ohne}
    akte = schreibe(tmp_path / "akte", daten)
    assert fehlendes(akte, "zielvereinbarung") == fehlt
    entwurf = text(akte, "zielvereinbarung", entwurf=True)
    assert "## Was noch fehlt" in entwurf
    assert "## Umsetzung und Berichterstattung" in entwurf
