"""Files from outside: what they are, and that none of them harms us."""

import io
import tracemalloc
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from formulare import akte_mit_bericht, schreibe_formulare
from openpyxl import Workbook

from fgk.documents.pakete import entpacke, packe
from fgk.exchange.arbeitsmappe import lies_arbeitsmappe
from fgk.exchange.waechter import UnbrauchbareDateiError, sichte

BLATT = "xl/worksheets/sheet1.xml"
KOPF = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
ENDE = "</sheetData></worksheet>"


def mappe() -> bytes:
    buch = Workbook()
    buch.worksheets[0]["B2"] = "da"
    puffer = io.BytesIO()
    buch.save(puffer)
    return puffer.getvalue()


def mit(teile: Mapping[str, bytes | str]) -> bytes:
    """Return a workbook in which some parts are others."""
    neu = {name: inhalt.encode() if isinstance(inhalt, str) else inhalt for name, inhalt in teile.items()}
    return packe(entpacke(mappe()) | neu)


def ole(inhalt: bytes = b"") -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + inhalt


@pytest.mark.parametrize(
    ("raw", "was"),
    [
        (b"", "Die Datei ist leer."),
        (b"Kennung;Status\nM-1.1.1;umgesetzt\n", "Die Datei ist eine Textdatei (z. B. CSV)"),
        (ole("Workbook".encode("utf-16-le")), "eine alte Excel-Datei (.xls)"),
        (ole("EncryptedPackage".encode("utf-16-le")), "mit einem Kennwort geschützt"),
        (b"\x89PNG\0\0", "keine Excel-Arbeitsmappe"),
        (mappe()[:1000], "beschädigt oder unvollständig"),
        (mappe()[:-30], "beschädigt oder unvollständig"),
        (packe({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "OpenDocument-Tabelle (.ods)"),
        (packe({"mimetype": b"application/vnd.oasis.opendocument.text"}), "ein Textdokument"),
        (packe({"word/document.xml": b"<a/>"}), "ein Textdokument"),
        (packe({"xl/workbook.bin": b""}), "binäre Excel-Arbeitsmappe (.xlsb)"),
        (packe({"readme.txt": b"hallo"}), "keine Excel-Arbeitsmappe"),
        (mit({"xl/workbook.xml": b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'}), "Strict Open XML"),
        (mit({"xl/workbook.xml": b"<workbook"}), "beschädigt oder unvollständig"),
        (mit({"xl/styles.xml": b'<?xml version="1.0" encoding="kisuaheli"?><a/>'}), "beschädigt oder unvollständig"),
        (mit({"xl/styles.xml": b"<styleSheet/>", "[Content_Types].xml": b"<Types/>"}), "lässt sich nicht lesen"),
        (mit({BLATT: f'{KOPF}<row r="1"><c r="A1" t="s"><v>99</v></c></row>{ENDE}'}), "lässt sich nicht lesen"),
    ],
)  # fmt: skip
def test_what_is_no_readable_workbook_is_named(raw: bytes, was: str) -> None:
    with pytest.raises(UnbrauchbareDateiError) as gesagt:
        lies_arbeitsmappe(raw)
    assert was in gesagt.value.was
    assert gesagt.value.tun


def test_a_byte_that_fell_over_is_seen() -> None:
    raw = bytearray(mappe())
    with zipfile.ZipFile(io.BytesIO(raw)) as paket:
        teil = paket.getinfo("xl/styles.xml")
    raw[teil.header_offset + 30 + len(teil.filename) + teil.compress_size // 2] ^= 0xFF
    with pytest.raises(UnbrauchbareDateiError, match="beschädigt"):
        lies_arbeitsmappe(bytes(raw))


def test_a_zip_bomb_is_not_unpacked() -> None:
    bombe = io.BytesIO()
    with zipfile.ZipFile(bombe, "w", zipfile.ZIP_DEFLATED) as paket:
        for name in ("xl/workbook.xml", BLATT):
            paket.writestr(name, b"0" * (40 * 1024 * 1024))
    tracemalloc.start()
    with pytest.raises(UnbrauchbareDateiError, match="entpackt größer als 64 MB"):
        sichte(bombe.getvalue())
    assert tracemalloc.get_traced_memory()[1] < 8 * 1024 * 1024
    tracemalloc.stop()


@pytest.mark.parametrize("teil", ["xl/sharedStrings.xml", BLATT, "xl/styles.xml", "docProps/core.xml"])
def test_entities_are_not_expanded(teil: str) -> None:
    lachen = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    dtd = f'<!DOCTYPE x [<!ENTITY a0 "ha"><!ENTITY aussen SYSTEM "file:///etc/passwd">{lachen}]><x>&a8;</x>'
    with pytest.raises(UnbrauchbareDateiError, match="Dokumenttyp-Definition"):
        lies_arbeitsmappe(mit({teil: dtd}))


def test_a_million_empty_formatted_rows_are_passed_over() -> None:
    leer = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(2, 1_048_577))
    raw = mit({BLATT: f'{KOPF}<row r="1"><c r="A1"><v>7</v></c></row>{leer}{ENDE}'})
    blatt = lies_arbeitsmappe(raw).blaetter[0]
    assert {zeile: [z.wert for z in reihe.values()] for zeile, reihe in blatt.zeilen.items()} == {1: [7]}


@pytest.mark.parametrize("adresse", ["A1048576", "XFD3", "XFD1048576", "A9999999"])
def test_a_cell_far_away_is_named_instead_of_walking_there(adresse: str) -> None:
    zeile = adresse.lstrip("AFXD")
    raw = mit({BLATT: f'{KOPF}<row r="{zeile}"><c r="{adresse}"><v>7</v></c></row>{ENDE}'})
    with pytest.raises(
        UnbrauchbareDateiError, match=f"In Zelle {adresse} steht etwas, weit weg von der Tabelle"
    ):
        lies_arbeitsmappe(raw)


def test_more_cells_than_anybody_types_are_refused() -> None:
    zellen = "".join(f'<row r="{n}">' + "<c><v>1</v></c>" * 20 + "</row>" for n in range(1, 10_100))
    with pytest.raises(UnbrauchbareDateiError, match="mehr als 200000 ausgefüllte Zellen"):
        lies_arbeitsmappe(mit({BLATT: KOPF + zellen + ENDE}))


@pytest.mark.parametrize("ref", ["", "A1:B", "kaputt", "A1:B2:C3"])
def test_a_merged_range_that_is_none_is_seen(ref: str) -> None:
    raw = mit({BLATT: f'{KOPF}</sheetData><mergeCells><mergeCell ref="{ref}"/></mergeCells></worksheet>'})
    with pytest.raises(UnbrauchbareDateiError, match="beschädigt"):
        sichte(raw)


def test_more_merged_ranges_than_anybody_makes_are_refused() -> None:
    viele = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 5002))
    raw = mit({BLATT: f"{KOPF}</sheetData><mergeCells>{viele}</mergeCells></worksheet>"})
    with pytest.raises(UnbrauchbareDateiError, match="sehr viele Zellen verbunden"):
        sichte(raw)


def test_macros_and_links_to_other_files_are_left_alone_and_said() -> None:
    verweis = '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    gelesen = lies_arbeitsmappe(
        mit({"xl/vbaProject.bin": b"\xd0\xcf", "xl/externalLinks/externalLink1.xml": verweis})
    )
    assert gelesen.blaetter[0].text(2, 2) == "da"
    assert gelesen.hinweise == [
        "enthält Makros; sie werden nicht ausgeführt und nicht beachtet",
        "verweist auf andere Dateien; diese Verweise werden nicht verfolgt",
    ]


def test_a_form_of_ours_passes(tmp_path: Path) -> None:
    datei = schreibe_formulare(akte_mit_bericht(tmp_path / "akte"), tmp_path / "aus")
    gesichtet = sichte(datei.read_bytes())
    assert gesichtet.hinweise == []
    assert gesichtet.umfaenge[BLATT][:2] == (9, 13)


def test_prefixed_names_and_cells_without_addresses_are_found() -> None:
    raw = mit(
        {
            BLATT: '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
            "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        }
    )
    assert sichte(raw).umfaenge[BLATT][:2] == (1, 2)
    assert lies_arbeitsmappe(raw).blaetter[0].text(1, 2) == "2"
