"""The new annual report: every measure with its last status, a period that goes on, and room for twelve departments."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, ablage, git, lege_ab, lege_an, pruefe

from fgk.diagnostic import Severity
from fgk.errors import FgkError
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.stand import BEGRUENDUNGSPFLICHTIG
from fgk.scaffolding.neu import art_fuer, create_record
from fgk.scaffolding.vorhaben import Vorhaben

TAG = date(2024, 6, 30)
VEREINBARUNG = "kennung: ZV-2023\nlaufzeit:\n  von: 2023-10-01\n  bis: 2026-09-30\n"


def massnahme(nummer: int, *zeilen: str) -> tuple[str, str]:
    kennung = f"M-1.1.{nummer}"
    kopf = f"kennung: {kennung}\nziel: Z-1.1\ntitel: Maßnahme {nummer}\nfederfuehrung: OE-10\n"
    return f"massnahmen/{kennung}.yaml", kopf + "".join(f"{zeile}\n" for zeile in zeilen)


def bericht(jahr: str, von: str, bis: str, *eintraege: str, mehr: str = "") -> tuple[str, str]:
    text = f"kennung: J-{jahr}\nvon: {von}\nbis: {bis}\n{mehr}massnahmen:\n"
    return f"jahresberichte/{jahr}.yaml", text + "".join(f"  - massnahme: {e}\n" for e in eintraege)


def neu(ordner: Path, jahr: str, **angaben: object) -> Jahresbericht:
    vorhaben = Vorhaben(ordner, art_fuer("jahresbericht"), TAG, {"jahr": jahr, **angaben})
    angelegt = create_record(vorhaben)
    danach = Vorhaben(ordner, art_fuer("jahresbericht"), TAG).akte
    gefunden = danach.finde(Jahresbericht, angelegt.kennung)
    assert gefunden is not None
    return gefunden


@pytest.fixture
def akte(tmp_path: Path):
    def angelegt(*dateien: tuple[str, str]) -> Path:
        return lege_an(tmp_path / "akte", {"zielvereinbarung.yaml": VEREINBARUNG} | dict(dateien))

    return angelegt


def fehler(ordner: Path) -> list[tuple[str, str]]:
    return [(m.code, m.was) for m in pruefe(ordner, TAG) if m.severity is Severity.FEHLER]


def test_the_first_begins_with_the_agreement_and_names_all_measures_as_planned(akte) -> None:
    ordner = akte(massnahme(10, "ende: 2025-12-31"), massnahme(2, "ist_fortlaufend: true"))
    gefunden = neu(ordner, "2024")
    assert (gefunden.von, gefunden.bis) == (date(2023, 10, 1), date(2024, 12, 31))
    assert [(e.massnahme, e.status) for e in gefunden.massnahmen] == [
        ("M-1.1.1", "geplant"),
        ("M-1.1.2", "geplant"),
        ("M-1.1.10", "geplant"),
    ]
    assert fehler(ordner) == []


def test_what_the_last_report_said_is_carried_over(akte) -> None:
    begruendung = "\n    begruendung: Das Personal fehlte."
    ordner = akte(
        *(massnahme(n) for n in range(2, 8)),
        bericht(
            "2023", "2023-10-01", "2023-12-31",
            "M-1.1.1\n    status: umgesetzt\n    text: Die Gruppe tagt.",
            "M-1.1.2\n    status: in_umsetzung\n    text: Es läuft an.",
            f"M-1.1.3\n    status: verschoben\n    neue_frist: 2025-06-30{begruendung}",
            f"M-1.1.4\n    status: ersetzt\n    nachfolger: [M-1.1.5]{begruendung}",
            "M-1.1.5\n    status: geplant",
            f"M-1.1.6\n    status: teilweise_umgesetzt{begruendung}",
            f"M-1.1.7\n    status: entfallen{begruendung}",
        ),
    )  # fmt: skip
    gefunden = neu(ordner, "2024")
    assert (gefunden.von, gefunden.bis) == (date(2024, 1, 1), date(2024, 12, 31))
    assert [e.status for e in gefunden.massnahmen] == [
        "umgesetzt", "in_umsetzung", "verschoben", "ersetzt", "geplant", "teilweise_umgesetzt", "entfallen",
    ]  # fmt: skip
    for eintrag in gefunden.massnahmen:
        assert bool(eintrag.begruendung) == (eintrag.status in BEGRUENDUNGSPFLICHTIG)
        assert eintrag.text is None
    assert gefunden.massnahmen[2].neue_frist == date(2025, 6, 30)
    assert gefunden.massnahmen[3].nachfolger == ("M-1.1.5",)
    assert fehler(ordner) == []
    text = (ordner / "jahresberichte/2024.yaml").read_text(encoding="utf-8")
    assert "  # 2023: Es läuft an.\n" in text
    assert "# Beendet laut Jahresbericht 2023;" in text


def test_no_sign_in_a_text_ends_the_remark_that_it_stands_in(akte) -> None:
    text = "Erst \\N massnahme: x \\L - y \\P # z \\t w"
    ordner = akte(
        massnahme(2, f'text: "{text}"'),
        bericht("2023", "2023-10-01", "2023-12-31", f'M-1.1.1\n    status: geplant\n    text: "{text}"'),
    )
    datei = ordner / "massnahmen/M-1.1.1.yaml"
    datei.write_text(f'kennung: M-1.1.1\nziel: Z-1.1\ntitel: "{text}"\n', encoding="utf-8")
    assert [e.massnahme for e in neu(ordner, "2024").massnahmen] == ["M-1.1.1", "M-1.1.2"]


def test_an_added_measure_is_in_it_once_it_has_begun(akte) -> None:
    ordner = akte(
        massnahme(2, "beginn: 2024-05-01", "herkunft: ergaenzt"),
        massnahme(3, "beginn: 2025-02-01", "herkunft: ergaenzt"),
        massnahme(4, "herkunft: ergaenzt"),
    )
    assert [e.massnahme for e in neu(ordner, "2024").massnahmen] == ["M-1.1.1", "M-1.1.2"]
    assert fehler(ordner) == []


def test_the_last_ends_with_the_agreement(akte) -> None:
    ordner = akte(bericht("2024-2025", "2023-10-01", "2025-12-31", "M-1.1.1\n    status: geplant"))
    gefunden = neu(ordner, "2026")
    assert (gefunden.von, gefunden.bis) == (date(2026, 1, 1), date(2026, 9, 30))


def test_two_years_can_be_one_report(akte) -> None:
    gefunden = neu(akte(), "2024-2025")
    assert (gefunden.kennung, gefunden.von, gefunden.bis) == (
        "J-2024-2025",
        date(2023, 10, 1),
        date(2025, 12, 31),
    )


def test_when_it_is_due_the_contract_says_or_the_last_report(akte) -> None:
    vertrag = "kennung: V-2023\npartner: Verein\npflichten:\n  - text: Jahresbericht 2024\n    faellig_am: 2025-02-28\n"
    ordner = akte(
        ("vertrag.yaml", vertrag),
        bericht(
            "2023",
            "2023-10-01",
            "2023-12-31",
            "M-1.1.1\n    status: geplant",
            mehr="faellig_am: 2024-03-31\n",
        ),
    )
    assert neu(ordner, "2024").faellig_am == date(2025, 2, 28)
    assert neu(ordner, "2025").faellig_am == date(2026, 2, 28)


def test_other_fields_can_be_said(akte) -> None:
    gefunden = neu(akte(), "2024", von="2024-01-01", feld=["ausblick=Es geht weiter."])
    assert (gefunden.von, gefunden.ausblick) == (date(2024, 1, 1), "Es geht weiter.")


@pytest.mark.parametrize(
    ("jahr", "was"),
    [
        ("2024", "Über 2024 ist schon berichtet: „jahresberichte/2024.yaml“ geht vom 01.10.2023 bis zum 31.12.2024."),
        ("2024-2025", "Über 2024-2025 ist schon berichtet"),
        ("2022", "Die Zielvereinbarung gilt vom 01.10.2023 bis zum 30.09.2026."),
        ("2027", "Die Zielvereinbarung gilt vom 01.10.2023 bis zum 30.09.2026."),
        ("voriges", "„voriges“ ist kein Jahr."),
        ("2026-2025", "„2026-2025“ ist kein Jahr."),
    ],
)  # fmt: skip
def test_a_year_that_cannot_be_is_refused(akte, jahr: str, was: str) -> None:
    ordner = akte(bericht("2024", "2023-10-01", "2024-12-31", "M-1.1.1\n    status: geplant"))
    with pytest.raises(FgkError, match=r".+") as grund:
        neu(ordner, jahr)
    assert grund.value.was.startswith(was)


def test_a_gap_is_refused_unless_it_is_meant(akte) -> None:
    ordner = akte(bericht("2023", "2023-10-01", "2023-12-31", "M-1.1.1\n    status: geplant"))
    with pytest.raises(FgkError) as grund:
        neu(ordner, "2026")
    assert grund.value.was == "Über die Zeit ab dem 01.01.2024 ist noch nicht berichtet."
    assert "fgk new jahresbericht 2024-2026" in grund.value.tun
    assert neu(ordner, "2026", von="2026-01-01").von == date(2026, 1, 1)


def test_without_an_agreement_there_is_nothing_to_report_on(tmp_path: Path) -> None:
    with pytest.raises(FgkError) as grund:
        neu(lege_an(tmp_path / "akte"), "2024")
    assert grund.value.was == "Die Akte hat noch keine Zielvereinbarung, über die zu berichten wäre."
    assert "fgk new zielvereinbarung" in grund.value.tun


def test_without_measures_there_is_nothing_to_report_on(akte) -> None:
    ordner = akte()
    (ordner / "massnahmen/M-1.1.1.yaml").unlink()
    with pytest.raises(FgkError) as grund:
        neu(ordner, "2024")
    assert "noch keine Maßnahmen" in grund.value.was


def test_the_example_goes_on_without_faults(tmp_path: Path) -> None:
    ordner = shutil.copytree(BEISPIEL, tmp_path / "akte")
    for weg in ("jahresberichte/2020.yaml", "beschluesse/B-2021-01.yaml"):
        (ordner / weg).unlink()
    gefunden = neu(ordner, "2020")
    assert (gefunden.von, gefunden.bis) == (date(2020, 1, 1), date(2020, 9, 30))
    assert len(gefunden.massnahmen) == 51
    assert gefunden.faellig_am == date(2021, 3, 31)
    assert fehler(ordner) == []


def test_twelve_departments_fill_it_in_without_a_conflict(akte) -> None:
    ordner = akte(*(massnahme(n) for n in range(2, 13)))
    neu(ordner, "2024")
    ablage(ordner)
    path = ordner / "jahresberichte/2024.yaml"
    for nummer in range(1, 13):
        git(ordner, "switch", "--quiet", "--create", f"amt-{nummer}", "main")
        vor, kopf, nach = path.read_text(encoding="utf-8").partition(f"- massnahme: M-1.1.{nummer}")
        nach = nach.replace("status: geplant", "status: in_umsetzung", 1)
        nach = nach.replace("# text: …", f"text: Amt {nummer} hat begonnen.", 1)
        path.write_text(vor + kopf + nach, encoding="utf-8")
        lege_ab(ordner, f"Amt {nummer}")
    git(ordner, "switch", "--quiet", "main")
    for nummer in range(1, 13):
        git(ordner, "merge", "--quiet", "--no-edit", f"amt-{nummer}")
    gefunden = Vorhaben(ordner, art_fuer("jahresbericht"), TAG).akte.alle(Jahresbericht)[0].modell
    assert [e.text for e in gefunden.massnahmen] == [f"Amt {n} hat begonnen." for n in range(1, 13)]
    assert fehler(ordner) == []
