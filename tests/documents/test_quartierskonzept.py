"""The Quartierskonzept: two that lead, two kinds of effect, and no council that must decide."""

from datetime import date
from pathlib import Path

import pytest
from berichtsakten import quartier, schreibe
from documents.entwerfen import fehlendes, text
from hilfen import WURZEL


@pytest.fixture
def gesagt(tmp_path: Path) -> str:
    return text(schreibe(tmp_path / "akte", quartier()), "quartierskonzept")


def test_it_names_the_quartier_its_place_and_who_leads(gesagt: str) -> None:
    assert "Das Quartier Nordstadt liegt in Łaśice." in gesagt
    assert "- Amt für Soziales der Stadt Łaśice\n- Baugenossenschaft Şelblick eG" in gesagt
    assert "Das Konzept gilt vom 1. Januar 2022 bis zum 31. Dezember 2024." in gesagt
    assert "Herausgeber: Amt für Soziales der Stadt Łaśice und Baugenossenschaft Şelblick eG." in gesagt
    assert "| Gemeinsame Träger | Amt für Soziales der Stadt Łaśice" in gesagt


def test_measures_are_apart_by_effect_and_counted(gesagt: str) -> None:
    assert "Tabelle: Maßnahmen mit unmittelbarer Wirkung zu Ziel 1.1\n" in gesagt
    assert "Tabelle: Maßnahmen mit mittelbarer Wirkung zu Ziel 2.1\n" in gesagt
    assert "| **Zusammen** | **2** | **2** |\n" in gesagt
    assert "| Hochbetagte | 1.1.1, 2.1.1, 3.1.1, 4.1.1 |" in gesagt
    assert "| Kinder | 1.1.1, 3.1.1 |" in gesagt


def test_inventory_and_participation_are_there_in_short(gesagt: str) -> None:
    assert "## Bestandsaufnahme in Kürze" in gesagt
    assert gesagt.count("- Wenige Wohnungen ohne Stufen") == 4, (
        "once for each field, not again with the goals"
    )
    assert (
        "| 04.03.2021 | **Mieterversammlung**<br>Bürgerversammlung | 48 Personen<br>Mieterinnen und Mieter (40) | Mehr Bänke |"
        in gesagt
    )


def test_a_meeting_after_the_stichtag_stays_out(tmp_path: Path) -> None:
    frueher = text(
        schreibe(tmp_path / "akte", quartier()), "quartierskonzept", tag=date(2021, 3, 3), entwurf=True
    )
    assert "Mieterversammlung" not in frueher


def test_no_decision_is_asked_for_but_one_on_file_is_shown(gesagt: str, tmp_path: Path) -> None:
    assert "beschlossen" not in gesagt
    assert "## Beschluss" not in gesagt
    daten = quartier()
    daten["beschluesse/B-2021-01.yaml"] = {
        "kennung": "B-2021-01", "titel": "Quartierskonzept Nordstadt", "art": "zielvereinbarung",
        "beratungen": [{"gremium": "Rat", "datum": daten["beteiligung/W-2021-01.yaml"]["datum"], "rolle": "entscheidung", "ergebnis": "unveraendert"}],
        "beschlusspunkte": [{"nummer": 1, "text": "Zugestimmt.", "betrifft": [{"kennung": "ZV-2021"}]}],
    }  # fmt: skip
    mit = text(schreibe(tmp_path / "mit", daten), "quartierskonzept")
    assert "## Beschluss\n\n### Quartierskonzept Nordstadt" in mit
    assert "| Beschluss | Rat, 4. März 2021: unverändert beschlossen |" in mit


def test_it_lacks_who_leads_and_who_signs(tmp_path: Path) -> None:
    daten = quartier()
    del daten["audit.yaml"]["traeger"], daten["zielvereinbarung.yaml"]["unterschriften"]
    akte = schreibe(tmp_path / "akte", daten)
    assert fehlendes(akte, "quartierskonzept") == [
        ("audit.yaml", "traeger"),
        ("zielvereinbarung.yaml", "unterschriften"),
    ]
    (akte / "zielvereinbarung.yaml").unlink()
    entwurf = text(akte, "quartierskonzept", entwurf=True)
    assert "Wer dieses Konzept gemeinsam trägt, ist noch nicht eingetragen." in entwurf
    assert "| Die Datei des Quartierskonzepts | zielvereinbarung.yaml | die ganze Datei |" in entwurf


def test_a_measure_without_effect_has_a_table_of_its_own(tmp_path: Path) -> None:
    daten = quartier()
    del daten["massnahmen/M-2.1.1.yaml"]["wirkung"]
    gesagt = text(schreibe(tmp_path / "akte", daten), "quartierskonzept", entwurf=True)
    assert "Tabelle: Maßnahmen noch ohne Angabe zur Wirkung zu Ziel 2.1" in gesagt
    assert "| Handlungsfeld | unmittelbar | mittelbar | ohne Angabe |" in gesagt


def test_the_report_on_it_speaks_of_it_by_name(tmp_path: Path) -> None:
    bericht = text(schreibe(tmp_path / "akte", quartier()), "jahresbericht", "2024")
    assert "zur Umsetzung des Quartierskonzepts" in bericht
    assert "<br>*Wirkung:* mittelbar<br>" in bericht
    assert "Tabelle: Stand der Maßnahmen nach ihrer Wirkung (Anzahl)" in bericht
    assert "Kenntnisnahme" not in bericht


@pytest.mark.parametrize("dokument", ["jahresbericht", "kurzfassung", "bilanz", "zertifikatsnachweis"])
def test_every_document_names_both_who_lead(dokument: str) -> None:
    jahr = "2022" if dokument in ("jahresbericht", "kurzfassung") else None
    gesagt = text(WURZEL / "examples" / "quartier-weidenkamp", dokument, jahr)
    assert "| Gemeinsame Träger | Wohnungsgenossenschaft Am Weidenkamp eG<br>Stadt Neuenbrück |" in gesagt


def test_the_bilanz_tells_of_every_measure_whose_it_is() -> None:
    gesagt = text(WURZEL / "examples" / "quartier-weidenkamp", "bilanz")
    assert "**Runder Tisch Weidenkamp** (Muster)<br>*Wirkung:* unmittelbar |" in gesagt
    assert "| 1.1.2 | Quartiersmanagement über 2024 hinaus sichern (mittelbar) |" in gesagt
