"""The form as a workbook: what it shows, what it locks and checks, and that nobody is named in it."""

import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from formulare import BERICHT, BLATT, DATEIEN, TAG, akte_mit_bericht, oeffne, schreibe_formulare
from openpyxl.worksheet.worksheet import Worksheet

from fgk.exchange.spalten import LAENGSTER_TEXT, SPALTEN

KOPF, ERSTE = 6, 7
SPALTE = {spalte.key: "ABCDEFGHIJKLM"[nummer] for nummer, spalte in enumerate(SPALTEN)}


@pytest.fixture
def datei(tmp_path: Path) -> Path:
    return schreibe_formulare(akte_mit_bericht(tmp_path / "akte"), tmp_path / "aus", "--bis", "2026-01-31")


@pytest.fixture
def blatt(datei: Path) -> Worksheet:
    return oeffne(datei)[BLATT]


def test_one_workbook_is_written_for_each_department_and_one_for_what_nobody_answers_for(datei: Path) -> None:
    assert sorted(path.name for path in datei.parent.iterdir()) == [
        "formular-2025-hauptamt.xlsx",
        "formular-2025-jugendamt.xlsx",
        "formular-2025-ohne-federfuehrung.xlsx",
    ]


def test_a_row_shows_what_was_agreed_and_reported_last_and_what_is_answered_already(blatt: Worksheet) -> None:
    kopf, erste, zweite, dritte = ([zelle.value for zelle in blatt[zeile]] for zeile in (KOPF, 7, 8, 9))
    assert kopf == [spalte.titel for spalte in SPALTEN]
    assert erste[:5] == [
        "M-1.1.2",
        "Familienbericht",
        "=Summe der Bedarfe",
        "31.12.2026",
        "2024: in Umsetzung, 10\u00a0%",
    ]
    assert erste[5:8] == ["in Umsetzung", 40, "Der Bericht liegt im Entwurf vor."]
    assert erste[12] == "Entwurf; Fassung 2; November 2025; https://musterstadt.example/entwurf"
    # its department was dissolved in June: the measure has gone to the one that took over
    assert (zweite[0], zweite[3]) == ("M-1.1.3", "30.06.2027\n(vereinbart: 31.12.2026)")
    assert (dritte[0], dritte[4], dritte[5]) == ("M-1.1.5", "2024: umgesetzt, 100\u00a0%", "umgesetzt")


def test_the_head_says_whose_form_it_is_and_when_it_is_due(blatt: Worksheet) -> None:
    assert blatt["A1"].value == "Musterstadt: Formular zum Jahresbericht 2025"
    assert blatt["A2"].value == "Amt für Jugend & Soziales (OE-51)"
    assert "bis zum 31.01.2026" in blatt["A3"].value


@pytest.mark.parametrize("anfang", ["=1+1", "+49 2402", "-1", "@Amt", "#N/A", "=cmd|'/c calc'!A1"])
def test_a_text_stays_a_text_whatever_it_begins_with(tmp_path: Path, anfang: str) -> None:
    akte = akte_mit_bericht(
        tmp_path / "akte", {BERICHT: DATEIEN[BERICHT].replace("    # text:", f"    text: {anfang!r}")}
    )
    blatt = oeffne(schreibe_formulare(akte, tmp_path / "aus"))[BLATT]
    assert (blatt["H8"].value, blatt["H8"].data_type) == (anfang, "s")


def test_only_answer_cells_are_unlocked_and_no_password_is_set(blatt: Worksheet) -> None:
    assert blatt.protection.sheet is True
    assert blatt.protection.password is None
    offen = {key for key, buchstabe in SPALTE.items() if not blatt[f"{buchstabe}{ERSTE}"].protection.locked}
    assert offen == {spalte.key for spalte in SPALTEN if spalte.ist_antwort}
    assert blatt[f"A{KOPF}"].protection.locked


def test_excel_checks_status_percentage_and_date_and_explains_every_answer(blatt: Worksheet) -> None:
    pruefungen = {str(p.sqref): p for p in blatt.data_validations.dataValidation}
    assert set(pruefungen) == {f"{SPALTE[s.key]}7:{SPALTE[s.key]}9" for s in SPALTEN if s.ist_antwort}
    status = pruefungen["F7:F9"]
    assert status.formula1 == (
        '"geplant,in Umsetzung,umgesetzt,teilweise umgesetzt,verschoben,ruht,ersetzt,entfallen"'
    )
    assert (pruefungen["G7:G9"].type, pruefungen["G7:G9"].formula1, pruefungen["G7:G9"].formula2) == (
        "whole",
        "0",
        "100",
    )
    assert pruefungen["L7:L9"].type == "date"
    assert blatt["L7"].number_format == "DD.MM.YYYY"
    # Excel takes no longer ones, and refuses the whole file
    assert all(0 < len(p.prompt) <= 255 and len(p.promptTitle) <= 32 for p in pruefungen.values())


def test_a_date_is_a_date_and_one_known_to_the_month_a_text(tmp_path: Path) -> None:
    text = DATEIEN[BERICHT].replace("    # text:", "    neue_frist: 2027-03-31")
    text = text.replace("M-1.1.5\n", 'M-1.1.5\n    neue_frist: "2027-03"\n')
    blatt = oeffne(
        schreibe_formulare(akte_mit_bericht(tmp_path / "akte", {BERICHT: text}), tmp_path / "aus")
    )[BLATT]
    assert blatt["L8"].value == datetime.fromisoformat("2027-03-31")
    assert blatt["L9"].value == "März 2027"


def test_the_head_stays_on_the_screen_and_on_every_printed_page(blatt: Worksheet) -> None:
    assert blatt.freeze_panes == "C7"
    assert blatt.print_title_rows == "$5:$6"
    assert (blatt.page_setup.orientation, blatt.page_setup.paperSize) == ("landscape", 9)
    assert (blatt.page_setup.fitToWidth, blatt.page_setup.fitToHeight) == (1, 0)
    assert blatt.sheet_properties.pageSetUpPr is not None
    assert blatt.sheet_properties.pageSetUpPr.fitToPage


def test_what_fgk_needs_lies_in_a_sheet_that_excel_does_not_offer_to_show(datei: Path) -> None:
    buch = oeffne(datei)
    assert [blatt.title for blatt in buch.worksheets] == ["Maßnahmen", "Anleitung", "_fgk"]
    verborgen = buch["_fgk"]
    assert verborgen.sheet_state == "veryHidden"
    assert [[zelle.value for zelle in zeile[:2]] for zeile in verborgen["A1:B4"]] == [
        ["fgk-formular", "1"],
        ["akte", "A-musterstadt-2024"],
        ["bericht", "J-2025"],
        ["stelle", "OE-51"],
    ]


def test_the_file_names_no_author_and_no_program_of_others(datei: Path) -> None:
    assert oeffne(datei).properties.modified == datetime.fromisoformat(TAG)
    with zipfile.ZipFile(datei) as paket:
        for name in paket.namelist():
            inhalt = paket.read(name).lower()
            assert b"openpyxl" not in inhalt, name
            assert b"microsoft excel" not in inhalt, name
            assert b"creator" not in inhalt, name
            assert b"lastmodifiedby" not in inhalt, name
        assert {info.date_time for info in paket.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_akte_gives_the_same_bytes(tmp_path: Path) -> None:
    akte = akte_mit_bericht(tmp_path / "akte")
    eins, zwei = (schreibe_formulare(akte, tmp_path / name).read_bytes() for name in ("eins", "zwei"))
    assert eins == zwei


def test_a_row_grows_with_what_is_typed(datei: Path) -> None:
    with zipfile.ZipFile(datei) as paket:
        assert b"customHeight" not in paket.read("xl/worksheets/sheet1.xml")


def test_a_text_longer_than_a_cell_can_hold_is_cut(tmp_path: Path) -> None:
    lang = "Wort " * 8000
    akte = akte_mit_bericht(
        tmp_path / "akte", {BERICHT: DATEIEN[BERICHT].replace("    # text:", f"    text: {lang}")}
    )
    blatt = oeffne(schreibe_formulare(akte, tmp_path / "aus"))[BLATT]
    assert len(blatt["H8"].value) == LAENGSTER_TEXT
    assert blatt["H8"].value.startswith("Wort ")
    assert blatt["H8"].value.endswith("…")


def test_departments_of_one_name_get_files_of_their_own(tmp_path: Path) -> None:
    stellen = DATEIEN["organisationseinheiten.yaml"].replace("name: Hauptamt", "name: 'Jugendamt'")
    ziel = tmp_path / "aus"
    schreibe_formulare(akte_mit_bericht(tmp_path / "akte", {"organisationseinheiten.yaml": stellen}), ziel)
    assert sorted(path.name for path in ziel.iterdir())[:2] == [
        "formular-2025-jugendamt-oe-10.xlsx",
        "formular-2025-jugendamt-oe-51.xlsx",
    ]


def test_a_name_becomes_a_file_name_that_every_system_takes(tmp_path: Path) -> None:
    stellen = DATEIEN["organisationseinheiten.yaml"].replace(
        "name: Hauptamt", 'name: "Amt für Größe / Höhe: \\"Süd\\" ../x ' + "lang" * 30 + '"'
    )
    ziel = tmp_path / "aus"
    schreibe_formulare(akte_mit_bericht(tmp_path / "akte", {"organisationseinheiten.yaml": stellen}), ziel)
    name = min(path.name for path in ziel.iterdir())
    assert name.startswith("formular-2025-amt-fuer-groesse-hoehe-sued-x-lang")
    assert len(name) <= 80
