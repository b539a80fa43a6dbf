"""tools/register.py: from the workbook of the Gemeindeverzeichnis to the files that fgk carries."""

import gzip
import importlib.util
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest
from hilfen import WURZEL

ZEILEN = [
    ["Satz-art", "Text-kenn-zeichen", "Amtlicher Regionalschlüssel (ARS)"],
    ["10", None, "05", None, None, None, None, "Nordrhein-Westfalen"],
    ["40", "43", "05", "9", "99", None, None, "Musterkreis"],
    ["50", "50", "05", "9", "99", "0004", None, "Musterstadt (Westf.), Stadt"],
    ["60", "63", "05", "9", "99", "0004", "004", "Musterstadt (Westf.), Stadt ", 10.5, 1234],
    ["50", "53", "05", "9", "99", "5001", None, "Amt Süd"],
    ["60", "64", "05", "9", "99", "5001", "008", "Süd", 3, 99],
    ["60", "66", "05", "9", "99", "9999", "999", "Wald, gemfr. Gebiet", 3, 0],
    ["Quelle: Gemeindeverzeichnis-Informationssystem GV-ISys"],
]


@pytest.fixture
def werkzeug() -> ModuleType:
    spec = importlib.util.spec_from_file_location("werkzeug_register", WURZEL / "tools" / "register.py")
    assert spec is not None
    assert spec.loader is not None
    modul = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(modul)
    return modul


@pytest.fixture
def buch(tmp_path: Path) -> Path:
    mappe = openpyxl.Workbook()
    blatt = mappe.create_sheet("Gemeinden")
    for zeile in ZEILEN:
        blatt.append(zeile)
    mappe.save(tmp_path / "gemeinden.xlsx")
    return tmp_path / "gemeinden.xlsx"


def _lies(datei: Path) -> list[str]:
    return gzip.decompress(datei.read_bytes()).decode().splitlines()


def test_a_workbook_becomes_the_files_of_the_register(
    werkzeug: ModuleType, buch: Path, tmp_path: Path
) -> None:
    (tmp_path / "namen.csv").write_text(
        "ags;eins;zwei\n05999004;Musterstadt (Westf.), Stadt;Musterstadt\n", encoding="utf-8"
    )
    werkzeug.main([str(buch), str(tmp_path / "daten"), "--varianten", str(tmp_path / "namen.csv")])
    assert sorted(datei.name for datei in (tmp_path / "daten").iterdir()) == [
        "05.tsv.gz", "kreise.tsv.gz", "namen.tsv.gz",
    ]  # fmt: skip
    assert _lies(tmp_path / "daten" / "05.tsv.gz") == [
        "05999004\t0004\t63\t1234\tMusterstadt (Westf.), Stadt\tMusterstadt",
        "05999008\t5001\t64\t99\tSüd",
        "059995001\tAmt Süd",
    ]
    assert _lies(tmp_path / "daten" / "kreise.tsv.gz") == [
        "05\t\tNordrhein-Westfalen",
        "05999\t43\tMusterkreis",
    ]
    assert _lies(tmp_path / "daten" / "namen.tsv.gz") == [
        "musterstadt\t05999004",
        "musterstadt westf\t05999004",
        "sued\t05999008",
    ]


def test_the_same_workbook_gives_the_same_bytes(werkzeug: ModuleType, buch: Path, tmp_path: Path) -> None:
    for name in ("eins", "zwei"):
        werkzeug.main([str(buch), str(tmp_path / name)])
    eins, zwei = (
        {datei.name: datei.read_bytes() for datei in (tmp_path / name).iterdir()} for name in ("eins", "zwei")
    )
    assert eins == zwei
    assert len(eins) == 3
