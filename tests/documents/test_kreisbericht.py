"""The Kreisbericht: a Kreis and its members, in the order in which the Akte lists them."""

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from berichtsakten import kommune, kreis, schreibe
from documents.entwerfen import fehlendes, text

from fgk.errors import FgkError


@pytest.fixture
def akte(tmp_path: Path) -> Path:
    return kreis(tmp_path / "raum")


def test_a_member_shows_its_own_audit_its_part_and_its_contribution(akte: Path) -> None:
    gesagt = text(akte, "kreisbericht", "2024")
    assert (
        "| **Zoénau** | 05998008 | Bilanzierungs-Audit | Aufbauzertifikat, abgelaufen am 1. November 2024 | "
        "Bericht 2024: 1 umgesetzt, 1 in Umsetzung, 1 entfallen |"
    ) in gesagt
    zoenau = gesagt.partition("### Zoénau")[2].partition("### ")[0]
    assert "Mitwirkung: Gastgeberin der Kreiskonferenz" in zoenau
    assert "- Kreiskonferenz Familie (04.03.2021)" in zoenau
    assert zoenau.index("| 1.1.1 | Lesepaten") < zoenau.index("| 2.1.1 | Lesepaten")
    assert "Einen eigenen Beitrag nennt der Jahresbericht nicht." in zoenau
    assert "Łanken hat 2024 zwei Familientage veranstaltet." in gesagt.partition("### Łanken")[2]


def test_an_akte_that_is_elsewhere_is_said_to_be(akte: Path) -> None:
    assert "| **Łanken** | 05998004 | Akte A-lanken-2019: nicht in diesem Arbeitsbereich | – | – |" in text(
        akte, "kreisbericht", "2024"
    )


def test_while_a_new_audit_has_no_certificate_that_of_the_audit_before_is_named(akte: Path) -> None:
    neu, alt = akte.parent / "zoenau", akte.parent / "zoenau-alt"
    shutil.copytree(neu, alt)
    kopf = yaml.safe_load((neu / "audit.yaml").read_text(encoding="utf-8"))
    for ordner, anders in (
        (neu, {"vorgaenger": "A-zoenau-2016"}),
        (alt, {"kennung": "A-zoenau-2016", "stufe": "grund"}),
    ):
        (ordner / "audit.yaml").write_text(
            yaml.safe_dump(kopf | anders, allow_unicode=True), encoding="utf-8"
        )
    (neu / "begutachtung.yaml").unlink()
    gesagt = text(akte, "kreisbericht", "2024", tag=date(2024, 10, 31))
    assert "| aus dem vorigen Audit: Aufbauzertifikat, gültig bis 1. November 2024 |" in gesagt
    (alt / "begutachtung.yaml").unlink()
    assert "| Bilanzierungs-Audit | noch kein Zertifikat |" in text(akte, "kreisbericht", "2024")


def test_the_certificate_counts_on_through_an_audit_that_was_broken_off(akte: Path) -> None:
    """As „fgk status“ says it: the last certificate of the audits before, however many there were."""
    neu = akte.parent / "zoenau"
    kopf = yaml.safe_load((neu / "audit.yaml").read_text(encoding="utf-8"))
    for name in ("zoenau-mitte", "zoenau-alt"):
        shutil.copytree(neu, akte.parent / name)
    for ordner, anders in (
        (neu, {"vorgaenger": "A-zoenau-2018"}),
        (akte.parent / "zoenau-mitte", {"kennung": "A-zoenau-2018", "vorgaenger": "A-zoenau-2016"}),
        (akte.parent / "zoenau-alt", {"kennung": "A-zoenau-2016", "stufe": "grund"}),
    ):
        (ordner / "audit.yaml").write_text(
            yaml.safe_dump(kopf | anders, allow_unicode=True), encoding="utf-8"
        )
    (neu / "begutachtung.yaml").unlink()
    (akte.parent / "zoenau-mitte" / "begutachtung.yaml").unlink()
    gesagt = text(akte, "kreisbericht", "2024", tag=date(2024, 10, 31))
    assert "| aus dem vorigen Audit: Aufbauzertifikat, gültig bis 1. November 2024 |" in gesagt


def test_members_stand_as_listed_and_not_by_success(akte: Path) -> None:
    gesagt = text(akte, "kreisbericht", "2024")
    assert gesagt.index("| **Zoénau**") < gesagt.index("| **Łanken**")
    kopf = yaml.safe_load((akte / "audit.yaml").read_text(encoding="utf-8"))
    kopf["mitglieder"].reverse()
    (akte / "audit.yaml").write_text(yaml.safe_dump(kopf, allow_unicode=True), encoding="utf-8")
    umgekehrt = text(akte, "kreisbericht", "2024")
    assert umgekehrt.index("| **Łanken**") < umgekehrt.index("| **Zoénau**")
    assert "die Reihenfolge ist keine Wertung" in umgekehrt


def test_the_guarded_records_of_a_member_guard_the_report(akte: Path) -> None:
    for pfad in akte.rglob("*.yaml"):
        pfad.write_text(
            f"{pfad.read_text(encoding='utf-8')}veroeffentlichung: oeffentlich\n", encoding="utf-8"
        )
    assert "| Veröffentlichung | nur intern |" in text(akte, "kreisbericht", "2024")


def test_it_lacks_its_members_and_only_a_kreis_has_one(akte: Path, tmp_path: Path) -> None:
    kopf = yaml.safe_load((akte / "audit.yaml").read_text(encoding="utf-8"))
    del kopf["mitglieder"]
    (akte / "audit.yaml").write_text(yaml.safe_dump(kopf, allow_unicode=True), encoding="utf-8")
    assert fehlendes(akte, "kreisbericht", "2025") == [
        ("jahresberichte/2025.yaml", ""),
        ("audit.yaml", "mitglieder"),
    ]
    entwurf = text(akte, "kreisbericht", "2025", entwurf=True)
    assert "Die Akte nennt noch keine teilnehmenden Gemeinden." in entwurf
    with pytest.raises(
        FgkError, match="„Kreisbericht“ gibt es im Verfahren „Audit Familiengerechte Kommune“ nicht"
    ):
        text(schreibe(tmp_path / "kommune", kommune(3)), "kreisbericht", "2024")


def test_report_agreement_and_bilanz_of_a_kreis_show_its_members(akte: Path) -> None:
    assert "### Łanken\n\nŁanken hat 2023 zwei Familientage veranstaltet." in text(
        akte, "jahresbericht", "2023"
    )
    vereinbarung = text(akte, "zielvereinbarung")
    assert "| **Łanken** | 05998004 | – | – | 3.1.1 Lesepaten gewinnen 3.1.1 |" in vereinbarung
    assert "| Kreiskonferenz Familie (04.03.2021) | 1.1.1 Lesepaten" in vereinbarung
    assert "**Łanken:** Łanken hat 2022 zwei Familientage veranstaltet." in text(akte, "bilanz")


def test_the_jahresbericht_too_names_part_and_own_audit_of_every_member(akte: Path) -> None:
    teil = (
        text(akte, "jahresbericht", "2024").partition("## Beiträge der Gemeinden\n")[2].partition("\n## ")[0]
    )
    assert "| Gemeinde | AGS | Mitwirkung | Beteiligung | Maßnahmen |" in teil
    assert "Gastgeberin der Kreiskonferenz" in teil
    assert "Kreiskonferenz Familie (04.03.2021)" in teil
    assert "| Gemeinde | Eigenes Audit | Zertifikat | Stand der eigenen Maßnahmen |" in teil
