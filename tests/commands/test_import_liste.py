"""fgk import of a list: a list is shown first, and written only when somebody says so; all of it or nothing."""

from pathlib import Path

import pytest
from beschluesse import DATEIEN
from hilfen import Aufruf, lege_an
from listen import KOPF, mappe
from terminal import am_terminal

ZEILEN = [KOPF, ["3.1.2", "HF3", "3.1 Übergänge gestalten", "Lotsendienst", "Neues Amt", "31.12.2019"]]
NEUE = {"massnahmen/M-3.1.2.yaml", "ziele/Z-3.1.yaml"}


def _stand(akte: Path) -> dict[str, bytes]:
    return {
        pfad.relative_to(akte).as_posix(): pfad.read_bytes() for pfad in akte.rglob("*") if pfad.is_file()
    }


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    return lege_an(tmp_path / "akte")


def _lies(aufruf: Aufruf, ordner: Path, *mehr: str | Path):
    return aufruf("import", ordner.parent / "liste.xlsx", "--akte", ordner, "--stichtag", "2018-01-01", *mehr)


def test_without_a_yes_it_only_shows_what_would_come(aufruf: Aufruf, ordner: Path) -> None:
    mappe(ordner.parent, ZEILEN)
    vorher = _stand(ordner)
    ergebnis = _lies(aufruf, ordner)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert ergebnis.aus == (
        "liste.xlsx, Blatt „Maßnahmen“, Überschriften bis Zeile 1\n"
        "\n"
        "  Spalte                         wird\n"
        "  A  Nr.                         Kennung\n"
        "  B  Handlungsfeld               Handlungsfeld\n"
        "  C  Ziel                        Ziel\n"
        "  D  Maßnahme                    Titel der Maßnahme\n"
        "  E  Zuständigkeit               Federführung\n"
        "  F  Bis wann                    Ende\n"
        "\n"
        "Neu: 1 Ziel, 1 Maßnahme, 1 Organisationseinheit\n"
        "  Z-3.1     Übergänge gestalten\n"
        "  M-3.1.2   Lotsendienst\n"
        "  OE-neues-amt Neues Amt\n"
        "\n"
        "Nichts geschrieben. Mit --ja schreibt fgk, was oben steht.\n"
    )
    assert _stand(ordner) == vorher


def test_with_a_yes_it_writes_and_a_second_time_there_is_nothing_new(aufruf: Aufruf, ordner: Path) -> None:
    mappe(ordner.parent, ZEILEN)
    vorher = _stand(ordner)
    ergebnis = _lies(aufruf, ordner, "--ja")
    assert ergebnis.code == 0
    assert ergebnis.aus.endswith("Prüfen Sie die Akte jetzt mit „fgk validate“.\n")
    nachher = _stand(ordner)
    assert "/organisationseinheiten.yaml\n" in ergebnis.aus
    assert set(nachher) - set(vorher) == NEUE
    assert {name for name in vorher if vorher[name] != nachher[name]} == {"organisationseinheiten.yaml"}
    wieder = _lies(aufruf, ordner, "--ja")
    assert wieder.code == 0
    assert (
        "Gibt es schon (1):\n  D2     „Lotsendienst“ ist in der Akte M-3.1.2; daran ändert sich nichts.\n"
        in wieder.aus
    )
    assert wieder.aus.endswith("\nNichts zu schreiben.\n")
    assert _stand(ordner) == nachher


def test_a_row_that_cannot_be_taken_ends_with_1_and_the_others_are_written(
    aufruf: Aufruf, ordner: Path
) -> None:
    mappe(ordner.parent, [*ZEILEN, [None, "HF9", "Z", "Rakete"]])
    ergebnis = _lies(aufruf, ordner, "--ja")
    assert ergebnis.code == 1
    assert "Nicht übernommen (1):\n  B3     „HF9“ ist kein Handlungsfeld dieser Akte" in ergebnis.aus
    assert set(_stand(ordner)) >= NEUE


def test_what_would_make_the_akte_faulty_is_not_written(aufruf: Aufruf, ordner: Path) -> None:
    """Here the user says a goal whose Handlungsfeld the catalogue does not have."""
    mappe(ordner.parent, [["Maßnahme", "Frist"], ["Lotsen", "2019"]])
    zuordnung = ordner.parent / "zuordnung.yaml"
    zuordnung.write_text("vorgaben:\n  ziel: Z-9.1\n", encoding="utf-8")
    vorher = _stand(ordner)
    ergebnis = _lies(aufruf, ordner, "--zuordnung", zuordnung, "--ja")
    assert ergebnis.code == 1
    assert "FGK207" in ergebnis.fehler
    assert "Nichts geschrieben: Mit dieser Liste hätte die Akte neue Fehler." in ergebnis.fehler
    assert _stand(ordner) == vorher


def test_a_file_that_bears_the_name_is_never_overwritten(aufruf: Aufruf, ordner: Path) -> None:
    (ordner / "massnahmen" / "M-3.1.2.yaml").write_text("kaputt: [", encoding="utf-8")
    mappe(ordner.parent, ZEILEN)
    ergebnis = _lies(aufruf, ordner, "--ja")
    assert ergebnis.code == 1
    assert "A2     M-3.1.2 gibt es in der Akte schon" in ergebnis.aus
    assert (ordner / "massnahmen" / "M-3.1.2.yaml").read_text(encoding="utf-8") == "kaputt: ["


def test_mapping_file_columns_and_sheet_can_be_said(aufruf: Aufruf, ordner: Path) -> None:
    mappe(ordner.parent, [["Was", "Bis"], ["Lotsen", "2019"]], blatt="Plan")
    zuordnung = ordner.parent / "zuordnung.yaml"
    zuordnung.write_text("spalten:\n  Was: titel\nvorgaben:\n  ziel: Z-1.1\n", encoding="utf-8")
    ergebnis = _lies(
        aufruf, ordner, "--zuordnung", zuordnung, "--spalte", "Bis=beginn", "--blatt", "Plan", "--ja"
    )
    assert ergebnis.code == 0
    assert (ordner / "massnahmen" / "M-1.1.2.yaml").read_text(encoding="utf-8") == (
        'kennung: M-1.1.2\nziel: Z-1.1\ntitel: Lotsen\nbeginn: "2019"\n'
    )


def test_after_the_decision_it_reminds_of_what_was_not_decided(
    aufruf: Aufruf, ordner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lege_an(ordner, DATEIEN)
    mappe(ordner.parent, ZEILEN)
    erinnerung = "Die Zielvereinbarung ist schon beschlossen."
    monkeypatch.setenv("COLUMNS", "80")
    ausgabe = _lies(aufruf, ordner, "--stichtag", "2024-02-15").aus
    assert erinnerung in ausgabe
    assert max(map(len, ausgabe.splitlines())) <= 80
    assert erinnerung not in _lies(aufruf, ordner, "--stichtag", "2024-02-14").aus


def test_what_is_no_list_ends_with_2(aufruf: Aufruf, ordner: Path) -> None:
    mappe(ordner.parent, [["Kreis", "Einwohner"], ["Düren", 1]])
    ergebnis = _lies(aufruf, ordner)
    assert ergebnis.code == 2
    assert "Auf dem Blatt „Maßnahmen“ ist keine Zeile mit Überschriften zu finden" in ergebnis.fehler
    assert "Zeile 1: „Kreis“, „Einwohner“." in ergebnis.fehler
    assert "Ein Feld „titeln“ gibt es" in _lies(aufruf, ordner, "--spalte", "Was=titeln").fehler
    (ordner.parent / "liste.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    ergebnis = _lies(aufruf, ordner, "--blatt", "Maßnahmen")
    assert (ergebnis.code, "Die Datei ist eine alte Excel-Datei (.xls)." in ergebnis.fehler) == (2, True)


@pytest.mark.parametrize(
    ("antwort", "geschrieben"), [("ja", True), ("j", True), ("nein", False), ("", False)]
)
def test_on_a_terminal_it_asks(ordner: Path, antwort: str, geschrieben: bool) -> None:
    liste = mappe(ordner.parent, ZEILEN)
    ergebnis = am_terminal("import", liste, "--akte", ordner, antworten=[antwort], cwd=ordner.parent)
    assert ergebnis.code == 0
    assert "Schreiben? (j/n)" in ergebnis.aus
    assert (ordner / "massnahmen" / "M-3.1.2.yaml").exists() is geschrieben


def test_ten_thousand_rows_are_read(aufruf: Aufruf, ordner: Path) -> None:
    zeilen = [
        KOPF,
        *(
            [None, f"{n % 6 + 1}", f"Ziel {n % 60}", f"Maßnahme {n}", f"Amt {n % 40}", "31.12.2027"]
            for n in range(10_000)
        ),
    ]
    mappe(ordner.parent, zeilen)
    ergebnis = _lies(aufruf, ordner)
    assert ergebnis.code == 0
    assert "Neu: 60 Ziele, 10000 Maßnahmen, 39 Organisationseinheiten" in ergebnis.aus
    assert "  und 9950 weitere" in ergebnis.aus
