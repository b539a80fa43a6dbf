"""fgk set: fields change, everything else stays, and nothing is written that brings faults."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, Aufruf, lege_an, ohne_vorrechte

Ordner = Callable[..., Path]
KOMMENTIERT = f"# Kopf\n{KOPF}\n# Ende\n"
TAG = ("--stichtag", "2024-06-30")


def test_fields_change_and_everything_else_stays(aufruf: Aufruf, akte: Ordner) -> None:
    folder = akte({MASSNAHME: KOMMENTIERT})
    ergebnis = aufruf(
        "set", "M-1.1.1", "titel=Lenkungskreis einrichten", "ende=31.12.2025", "--akte", folder, *TAG
    )
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert ergebnis.aus.splitlines()[:3] == [
        "  M-1.1.1 Lenkungskreis einrichten",
        "    Titel: Steuerungsgruppe einrichten → Lenkungskreis einrichten",
        "    Ende: – → 31.12.2025 (Frist neu gesetzt)",
    ]
    assert ergebnis.aus.splitlines()[3].startswith("geschrieben: ")
    assert (folder / MASSNAHME).read_text(encoding="utf-8") == KOMMENTIERT.replace(
        "Steuerungsgruppe", "Lenkungskreis"
    ).replace("OE-10\n", "OE-10\nende: 2025-12-31\n")


def test_crlf_and_a_missing_last_line_end_stay(aufruf: Aufruf, akte: Ordner) -> None:
    folder = akte({})
    (folder / MASSNAHME).write_bytes(KOPF.replace("\n", "\r\n").encode()[:-2])
    assert aufruf("set", "M-1.1.1", "federfuehrung=OE-20", "--akte", folder, *TAG).code == 1
    assert aufruf("set", "M-1.1.1", "titel=Neu", "--akte", folder, *TAG).code == 0
    neu = KOPF.replace("Steuerungsgruppe einrichten", "Neu").replace("\n", "\r\n").encode()[:-2]
    assert (folder / MASSNAHME).read_bytes() == neu


def test_the_same_again_is_nothing_to_do(aufruf: Aufruf, akte: Ordner) -> None:
    folder = akte({})
    ergebnis = aufruf("set", "M-1.1.1", "titel=Steuerungsgruppe einrichten", "--akte", folder, *TAG)
    assert (ergebnis.code, ergebnis.aus) == (0, "Nichts zu ändern: So steht es schon da.\n")


def test_a_change_that_brings_a_fault_is_shown_and_not_written(aufruf: Aufruf, akte: Ordner) -> None:
    folder = akte({})
    before = (folder / MASSNAHME).read_bytes()
    ergebnis = aufruf("set", "M-1.1.1", "federfuehrung=OE-99", "--akte", folder, *TAG)
    assert (ergebnis.code, ergebnis.aus) == (1, "")
    assert "M-1.1.1.yaml:4:16: FGK201 Fehler:" in ergebnis.fehler
    assert "> 4 │ federfuehrung: OE-99" in ergebnis.fehler
    assert "Nichts geschrieben: Mit dieser Änderung hätte die Akte neue Fehler." in ergebnis.fehler
    assert (folder / MASSNAHME).read_bytes() == before


def test_an_akte_with_other_faults_can_be_mended_step_by_step(aufruf: Aufruf, akte: Ordner) -> None:
    folder = akte({MASSNAHME: KOPF + "prioritaet: sehr hoch\n", "ziele/Z-1.2.yaml": "kennung: Z-1.2\n"})
    assert aufruf("set", "M-1.1.1", "prioritaet=hoch", "--akte", folder, *TAG).code == 0
    assert (folder / MASSNAHME).read_text(encoding="utf-8") == KOPF + "prioritaet: hoch\n"


@pytest.mark.parametrize(
    ("argumente", "was", "tun"),
    [
        (["M-9.9.9", "titel=x"], "M-9.9.9 gibt es in dieser Akte nicht.", "„fgk new“"),
        (["M-1.1.2", "titel=x"], "M-1.1.2 gibt es in dieser Akte nicht.", "Meinten Sie M-1.1.1?"),
        (["M-1.1.1", "titel"], "„titel“ ist keine Änderung.", "FELD=WERT"),
        (["M-1.1.1"], "Die Angabe FELD=WERT fehlt.", "auch mehrfach"),
        (["gestaltung", "farbe=#1f4e79"], "gestaltung gibt es in dieser Akte nicht.", "„fgk new“"),
    ],
)
def test_a_wrong_call_is_explained(
    aufruf: Aufruf, akte: Ordner, argumente: list[str], was: str, tun: str
) -> None:
    ergebnis = aufruf("set", *argumente, "--akte", akte({}))
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert was in ergebnis.fehler
    assert tun in ergebnis.fehler


def test_a_kennung_that_stands_twice_is_refused(aufruf: Aufruf, akte: Ordner) -> None:
    folder = akte({"massnahmen/M-1.1.2.yaml": KOPF})
    ergebnis = aufruf("set", "M-1.1.1", "titel=x", "--akte", folder)
    assert ergebnis.code == 2
    assert "steht an mehreren Stellen: massnahmen/M-1.1.1.yaml, massnahmen/M-1.1.2.yaml" in ergebnis.fehler


@pytest.mark.parametrize(
    "inhalt", ["kennung: M-1.1.1\n\ttitel: x\n", "kennung: [\n", "{kennung: M-1.1.1, titel: y}\n"]
)
def test_a_file_that_cannot_be_changed_stays(aufruf: Aufruf, akte: Ordner, inhalt: str) -> None:
    folder = akte({MASSNAHME: inhalt})
    ergebnis = aufruf("set", "M-1.1.1", "titel=x", "--akte", folder)
    assert ergebnis.code == 2
    assert "lässt sich" in ergebnis.fehler
    assert (folder / MASSNAHME).read_text(encoding="utf-8") == inhalt


def test_a_read_only_file_is_named(aufruf: Aufruf, offener_ordner: Path) -> None:
    folder = lege_an(offener_ordner / "a")
    (folder / MASSNAHME).chmod(0o444)
    with ohne_vorrechte():
        ergebnis = aufruf("set", "M-1.1.1", "titel=x", "--akte", folder, *TAG)
    assert ergebnis.code == 2
    assert "ist schreibgeschützt" in ergebnis.fehler


def test_records_without_a_kennung_are_called_by_their_name(aufruf: Aufruf, akte: Ordner) -> None:
    folder = akte({"gestaltung.yaml": '# Farben\nfarbe: "#000000"\n'})
    assert (
        aufruf(
            "set", "gestaltung", "farbe=#1f4e79", "absender+=Rathaus, Platz 1", "--akte", folder, *TAG
        ).code
        == 0
    )
    assert (folder / "gestaltung.yaml").read_text(encoding="utf-8") == (
        '# Farben\nfarbe: "#1f4e79"\nabsender:\n  - Rathaus, Platz 1\n'
    )


def test_what_a_decision_binds_is_said_to_differ_from_it(
    aufruf: Aufruf, geschichte: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "akte"
    shutil.copytree(geschichte, folder)
    ergebnis = aufruf("set", "M-3.1.2", "titel=Anders", "--akte", folder)
    assert ergebnis.code == 0
    assert (
        "Achtung: M-3.1.2 ist damit nicht mehr so, wie der Beschluss B-2017-01 es festlegt."
        in ergebnis.fehler
    )
    ergebnis = aufruf("set", "M-3.1.2", "bemerkung=Intern", "--akte", folder)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")


def test_from_the_folder_above_the_akten_there_are_named(tmp_path: Path, aufruf: Aufruf) -> None:
    for name in ("bad-muenstereifel", "zülpich"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "audit.yaml").write_text("kennung: A-x-2024\n", encoding="utf-8")
    ergebnis = aufruf("set", "Z-1.1", "titel=Neu", "--akte", tmp_path)
    assert ergebnis.code == 2
    assert "Hier liegen: „bad-muenstereifel“, „zülpich“." in ergebnis.fehler
