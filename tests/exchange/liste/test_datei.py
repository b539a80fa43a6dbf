"""A list is opened, or it is said what the file is instead and what to do."""

import os
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from fgk.errors import FgkError
from fgk.exchange.liste.datei import lies_blaetter


def _texte(pfad: Path) -> list[list[str]]:
    return [[zelle.text for zelle in zeile.zellen.values()] for zeile in lies_blaetter(pfad)[0].zeilen]


def _fehler(pfad: Path) -> tuple[str, str]:
    with pytest.raises(FgkError) as fehler:
        lies_blaetter(pfad)
    return fehler.value.was, fehler.value.tun


def _mappe(pfad: Path) -> Path:
    buch = openpyxl.Workbook()
    buch.worksheets[0].append(["Maßnahme", "Ende"])
    buch.worksheets[0].append(["Lotsendienst", 2019])
    buch.save(pfad)
    return pfad


def test_values_of_all_kinds_become_text(tmp_path: Path) -> None:
    buch = openpyxl.Workbook()
    buch.worksheets[0].append(
        [
            date(2019, 12, 31),
            1234.5,
            7,
            True,
            " a  b \nc_x000D_\u00a0",
            "–",
            "k.A.",
            None,
            "x\u0308\u200b\ufeff",
        ]
    )
    buch.save(tmp_path / "a.xlsx")
    assert _texte(tmp_path / "a.xlsx") == [["31.12.2019", "1234,5", "7", "WAHR", "a b\nc", "ẍ"]]


def test_merged_cells_say_what_their_first_says(tmp_path: Path) -> None:
    buch = openpyxl.Workbook()
    blatt = buch.worksheets[0]
    blatt["A1"], blatt["B1"], blatt["B2"] = "Feld", "eins", "zwei"
    blatt.merge_cells("A1:A2")
    buch.save(tmp_path / "a.xlsx")
    eins, zwei = lies_blaetter(tmp_path / "a.xlsx")[0].zeilen
    assert [(z.adresse, z.text, z.ist_gefuellt) for z in (eins.zellen[1], zwei.zellen[1])] == [
        ("A1", "Feld", False),
        ("A2", "Feld", True),
    ]


def test_hidden_and_empty_sheets_are_skipped_and_empty_rows_too(tmp_path: Path) -> None:
    buch = openpyxl.Workbook()
    buch.create_sheet("leer")
    versteckt, liste = buch.create_sheet("alt"), buch.create_sheet("neu")
    versteckt.sheet_state = "hidden"
    versteckt["A1"] = "Maßnahme"
    liste["B3"], liste["B9"] = "Maßnahme", "Lotsendienst"
    buch.save(tmp_path / "a.xlsx")
    (blatt,) = lies_blaetter(tmp_path / "a.xlsx")
    assert (blatt.name, [zeile.nummer for zeile in blatt.zeilen]) == ("neu", [3, 9])


def test_formulas_have_their_last_result_or_say_that_it_is_missing(tmp_path: Path) -> None:
    buch = openpyxl.Workbook()
    buch.worksheets[0].append(["=1+1", "#REF!", "da"])
    buch.save(tmp_path / "a.xlsx")
    zellen = lies_blaetter(tmp_path / "a.xlsx")[0].zeilen[0].zellen
    assert zellen[1].problem is not None
    assert zellen[1].problem.startswith(
        "Die Zelle enthält eine Formel, deren Ergebnis nicht gespeichert ist."
    )
    assert zellen[2].problem == "Die Zelle zeigt den Fehler #REF!."
    assert [zelle.text for zelle in zellen.values()] == ["", "", "da"]


@pytest.mark.parametrize(
    ("inhalt", "erwartet"),
    [
        ("Maßnahme;Ende\r\nCafé;2019\r\n".encode("cp1252"), [["Maßnahme", "Ende"], ["Café", "2019"]]),
        ('\ufeffMaßnahme,Ende\n"a, b",2019\n'.encode(), [["Maßnahme", "Ende"], ["a, b", "2019"]]),
        ("Maßnahme\tEnde\n\n x \t-\n".encode(), [["Maßnahme", "Ende"], ["x"]]),
    ],
)
def test_csv_is_read_in_the_ways_that_excel_writes_it(
    tmp_path: Path, inhalt: bytes, erwartet: object
) -> None:
    (tmp_path / "a.csv").write_bytes(inhalt)
    assert _texte(tmp_path / "a.csv") == erwartet
    assert lies_blaetter(tmp_path / "a.csv")[0].zeilen[0].zellen[2].adresse == "B1"


def test_an_old_workbook_is_named_and_one_with_a_password_too(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    (tmp_path / "a.xls").write_bytes(ole + b"\0" * 600 + "Workbook".encode("utf-16-le"))
    assert _fehler(tmp_path / "a.xls")[0].endswith("Die Datei ist eine alte Excel-Datei (.xls).")
    (tmp_path / "b.xlsx").write_bytes(ole + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    was, tun = _fehler(tmp_path / "b.xlsx")
    assert was.endswith("ist mit einem Kennwort geschützt.")
    assert tun == "Öffnen Sie sie mit dem Kennwort in Excel, und speichern Sie sie ohne Kennwort."


def test_a_damaged_workbook_is_no_bug_of_ours(tmp_path: Path) -> None:
    ganz = _mappe(tmp_path / "ganz.xlsx").read_bytes()
    (tmp_path / "halb.xlsx").write_bytes(ganz[: len(ganz) // 2])
    assert _fehler(tmp_path / "halb.xlsx")[0].endswith("ist beschädigt oder unvollständig.")
    with zipfile.ZipFile(tmp_path / "ganz.xlsx") as alt:
        teile = {name: alt.read(name) for name in alt.namelist()}
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"):
        for schaden in (b"<kaputt", b""):
            with zipfile.ZipFile(tmp_path / "kaputt.xlsx", "w") as neu:
                for teil, inhalt in teile.items():
                    neu.writestr(teil, schaden if teil == name else inhalt)
            assert _fehler(tmp_path / "kaputt.xlsx")[0].endswith("ist beschädigt oder unvollständig."), name


@pytest.mark.parametrize(
    ("name", "teile", "erwartet"),
    [
        (
            "a.ods",
            {"content.xml": b"<x/>", "mimetype": b"application/vnd.oasis.opendocument.spreadsheet"},
            "Die Datei ist eine OpenDocument-Tabelle (.ods).",
        ),
        ("a.docx", {"word/document.xml": b"<x/>"}, "Die Datei ist ein Textdokument und keine Arbeitsmappe."),
    ],
)
def test_other_archives_are_named(tmp_path: Path, name: str, teile: dict[str, bytes], erwartet: str) -> None:
    with zipfile.ZipFile(tmp_path / name, "w") as archiv:
        for teil, inhalt in teile.items():
            archiv.writestr(teil, inhalt)
    assert _fehler(tmp_path / name)[0].endswith(erwartet)


@pytest.mark.parametrize(
    ("name", "inhalt", "erwartet"),
    [
        ("a.pdf", b"%PDF-1.7\0", "Die Datei ist keine Excel-Arbeitsmappe."),
        ("a.xlsx", b"", "Die Datei ist leer."),
        ("a.xlsx", b"nur Text", "Die Datei ist eine Textdatei (z. B. CSV) und keine Excel-Arbeitsmappe."),
        ("a.csv", b"a;b\0c", "Die Datei ist keine Excel-Arbeitsmappe."),
        ("a.csv", b" ; \n", "ist leer."),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, inhalt: bytes, erwartet: str) -> None:
    (tmp_path / name).write_bytes(inhalt)
    assert _fehler(tmp_path / name)[0].endswith(erwartet)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert "lässt sich nicht lesen" in _fehler(tmp_path / "fehlt.xlsx")[0]
    assert _fehler(tmp_path)[0].endswith("Das ist keine gewöhnliche Datei.")


def test_more_rows_than_any_list_has_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x\n" * 20_001, encoding="utf-8")
    assert _fehler(tmp_path / "a.csv")[0].endswith("hat mehr als 20.000 Zeilen.")


def test_more_columns_than_any_list_has_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"Maßnahme{';' * 20_000}x\n", encoding="utf-8")
    assert _fehler(tmp_path / "a.csv")[0].endswith("hat in Zeile 1 mehr als 500 Spalten.")


def test_what_has_no_end_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    assert _fehler(tmp_path / "a.csv")[0].endswith("Das ist keine gewöhnliche Datei.")


def test_a_range_over_the_whole_sheet_is_not_filled(tmp_path: Path) -> None:
    buch = openpyxl.Workbook()
    blatt = buch.worksheets[0]
    blatt["A1"], blatt["A19000"] = "Maßnahme", "Lotsendienst"
    blatt.merged_cells.add("B1:SF19000")
    buch.save(tmp_path / "a.xlsx")
    assert _fehler(tmp_path / "a.xlsx")[0].endswith("sind sehr viele Zellen verbunden.")


def test_a_sheet_that_is_formatted_to_its_last_row_is_read_to_its_end_of_content(tmp_path: Path) -> None:
    buch = openpyxl.Workbook()
    blatt = buch.worksheets[0]
    blatt["A1"], blatt["A2"] = "Maßnahme", "Lotsendienst"
    blatt["A1048576"].font = openpyxl.styles.Font(bold=True)
    buch.save(tmp_path / "a.xlsx")
    assert _texte(tmp_path / "a.xlsx") == [["Maßnahme"], ["Lotsendienst"]]
