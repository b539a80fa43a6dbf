"""Packs that somebody has damaged, made to do harm, or did not make with fgk: each is refused with its sentence."""

import io
import json
import random
import struct
import zipfile
from pathlib import Path

import pytest
from pakete import AKTE, minimal, paket, verzeichnis

from fgk.errors import FgkError
from fgk.sharing.unpack import read_pack

KLEIN = minimal()


def satz(pfad: Path) -> str:
    with pytest.raises(FgkError) as gefangen:
        read_pack(pfad)
    assert gefangen.value.tun
    return gefangen.value.was


def test_a_good_one_is_read(tmp_path: Path) -> None:
    pack = read_pack(paket(tmp_path / "p.zip", KLEIN))
    assert {path: v.raw for path, v in pack.files.items()} == KLEIN
    assert (pack.manifest.akte, pack.manifest.vorgaenger) == (AKTE, [])
    assert read_pack(paket(tmp_path / "q.zip", KLEIN, art=zipfile.ZIP_DEFLATED)).files == pack.files


@pytest.mark.parametrize(
    ("name", "grund"),
    [
        ("../boese.txt", "führt aus der Akte hinaus"),
        ("a/../../boese.txt", "führt aus der Akte hinaus"),
        (">../boese.txt", "führt aus der Akte hinaus"),
        (">/etc/boese.txt", "führt aus der Akte hinaus"),
        (">akte//boese.txt", "führt aus der Akte hinaus"),
        (">akte/./boese.txt", "führt aus der Akte hinaus"),
        (">C:/boese.txt", "Zeichen, die unter Windows nicht erlaubt sind"),
        ("a\\..\\boese.txt", "Zeichen, die unter Windows nicht erlaubt sind"),
        ("a\x1b[31m.txt", "Zeichen, die unter Windows nicht erlaubt sind"),
        ("x.txt:strom", "Zeichen, die unter Windows nicht erlaubt sind"),
        ("a\u202ecod.exe", "enthält unsichtbare Zeichen"),
        ("CON", "unter Windows ein Gerät"),
        ("vorlagen/aux.yaml", "unter Windows ein Gerät"),
        ("com1.txt", "unter Windows ein Gerät"),
        ("a.txt.", "beginnt oder endet mit einem Leerzeichen oder Punkt"),
        ("a /b.txt", "beginnt oder endet mit einem Leerzeichen oder Punkt"),
        ("x" * 201, "zu lang"),
        ("/".join("x" * 50), "geht zu tief"),
        (">fremd.txt", "gehört nicht in ein Paket"),
        (">", "führt aus der Akte hinaus"),
        (".git/config", "gehört nicht in eine Akte"),
        (".git/hooks/post-checkout", "gehört nicht in eine Akte"),
        (".fgk/austausch.json", "gehört nicht in eine Akte"),
        ("massnahmen/.gitattributes", "gehört nicht in eine Akte"),
        ("ausgabe/bericht.pdf", "gehört nicht in eine Akte"),
        ("namen.yaml", "gehört nicht in eine Akte"),
        ("innen.fgk.zip", "gehört nicht in eine Akte"),
    ],
)
def test_a_name_that_does_harm_is_refused(name: str, grund: str, tmp_path: Path) -> None:
    gesagt = satz(paket(tmp_path / "p.zip", {**KLEIN, name: b"x"}))
    assert gesagt.startswith("Das Paket wird nicht ausgepackt. „")
    assert grund in gesagt
    assert "\x1b" not in gesagt


@pytest.mark.parametrize(
    ("eins", "zwei"),
    [
        ("Notiz.md", "notiz.md"),
        ("gr\u00f6\u00dfe.md", "gro\u0308\u00dfe.md"),
        ("stra\u00dfe.md", "strasse.md"),
        ("a", "a/b.txt"),
        ("A", "a/b.txt"),
    ],
)
def test_two_names_that_are_one_elsewhere_are_refused(eins: str, zwei: str, tmp_path: Path) -> None:
    gesagt = satz(paket(tmp_path / "p.zip", {**KLEIN, eins: b"x", zwei: b"y"}))
    assert "sind unter Windows und macOS derselbe Name" in gesagt


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    pfad = paket(tmp_path / "p.zip", KLEIN)
    with zipfile.ZipFile(pfad, "a") as archiv, pytest.warns(UserWarning, match="Duplicate name"):
        archiv.writestr("akte/audit.yaml", b"kennung: X")
    assert "„akte/audit.yaml“ steht zweimal darin" in satz(pfad)


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    for mode in (0o120777, 0o020666, 0o010644, 0o060666):

        def dreh(info: zipfile.ZipInfo, mode: int = mode) -> None:
            if info.filename.endswith("audit.yaml"):
                info.external_attr = mode << 16

        gesagt = satz(paket(tmp_path / "p.zip", KLEIN, dreh=dreh))
        assert "„akte/audit.yaml“ ist eine Verknüpfung oder keine gewöhnliche Datei" in gesagt


def test_what_grows_too_much_is_refused_unread(tmp_path: Path) -> None:
    bombe = {**KLEIN, "bombe.txt": bytes(20 * 1024 * 1024)}
    gesagt = satz(paket(tmp_path / "p.zip", bombe, art=zipfile.ZIP_DEFLATED))
    assert "„akte/bombe.txt“ wächst beim Auspacken auf das 200-Fache und mehr" in gesagt


def test_a_size_that_lies_does_not_fill_the_memory(tmp_path: Path) -> None:
    bombe = {**KLEIN, "bombe.txt": bytes(20 * 1024 * 1024)}
    raw = bytearray(paket(tmp_path / "p.zip", bombe, art=zipfile.ZIP_DEFLATED).read_bytes())
    echt = struct.pack("<L", 20 * 1024 * 1024)
    assert raw.count(echt) == 2
    (tmp_path / "p.zip").write_bytes(bytes(raw.replace(echt, struct.pack("<L", 900))))
    assert "ist beschädigt" in satz(tmp_path / "p.zip")


def test_too_many_files_and_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    viele = {**KLEIN, **{f"a/{n}.txt": b"" for n in range(5001)}}
    assert "Es enthält 5006 Dateien; erlaubt sind 5000" in satz(paket(tmp_path / "p.zip", viele))
    monkeypatch.setattr("fgk.sharing.unpack.LARGEST_FILE", 100_000)
    gross = {**KLEIN, "gross.bin": bytes(100_001)}
    assert "„akte/gross.bin“ ist größer als" in satz(paket(tmp_path / "p.zip", gross))
    monkeypatch.setattr("fgk.sharing.unpack.LARGEST", -4 * 1024 * 1024)
    assert "Ausgepackt wäre es größer als" in satz(paket(tmp_path / "p.zip", KLEIN))


def test_an_encrypted_one_is_refused(tmp_path: Path) -> None:
    raw = bytearray(paket(tmp_path / "p.zip", KLEIN).read_bytes())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(sign)
        while at >= 0:
            raw[at + place] |= 1
            at = raw.find(sign, at + 1)
    (tmp_path / "p.zip").write_bytes(bytes(raw))
    assert satz(tmp_path / "p.zip") == "Das Paket ist verschlüsselt."


def test_another_way_of_packing_is_refused(tmp_path: Path) -> None:
    assert "in einer Weise gepackt" in satz(paket(tmp_path / "p.zip", KLEIN, art=zipfile.ZIP_LZMA))


@pytest.mark.parametrize("raw", [b"", b"PK", b"%PDF-1.7", b"kennung: A-x\n", bytes(range(256)) * 40])
def test_what_is_no_zip_is_no_pack(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(raw)
    assert "ist kein Paket von fgk" in satz(tmp_path / "p.zip")


def test_another_zip_is_no_pack(tmp_path: Path) -> None:
    assert "Ihr fehlt fgk-paket.json" in satz(paket(tmp_path / "p.zip", KLEIN, None))
    leer = io.BytesIO()
    zipfile.ZipFile(leer, "w").close()
    (tmp_path / "leer.zip").write_bytes(leer.getvalue())
    assert "Ihr fehlt fgk-paket.json" in satz(tmp_path / "leer.zip")


def test_what_is_not_there_or_a_folder_is_said(tmp_path: Path) -> None:
    assert "gibt es nicht" in satz(tmp_path / "nichts.zip")
    assert "lässt sich nicht lesen (dort liegt ein Ordner)" in satz(tmp_path)


@pytest.mark.parametrize(
    "tabelle",
    [
        b"",
        b"{",
        b"[]",
        b'{"format": "anderes", "version": 1}',
        b'{"format": "fgk-paket", "version": 0}',
        b"\xff\xfe",
    ],
)
def test_a_table_that_is_none_is_refused(tabelle: bytes, tmp_path: Path) -> None:
    assert "Inhaltsverzeichnis ist keines von fgk" in satz(paket(tmp_path / "p.zip", KLEIN, tabelle))


def test_a_later_form_asks_for_a_later_fgk(tmp_path: Path) -> None:
    gesagt = satz(paket(tmp_path / "p.zip", KLEIN, verzeichnis(KLEIN, version=2, neues=True)))
    assert gesagt == "Das Paket hat eine neuere Form (Version 2), die dieses fgk nicht kennt."


@pytest.mark.parametrize(
    "anders",
    [
        {"akte": 7},
        {"dateien": []},
        {"stand": "x"},
        {"commit": "HEAD; rm"},
        {"neues": 1},
        {"vorgaenger": ["../x"]},
    ],
)
def test_a_table_with_wrong_values_is_refused(anders: dict[str, object], tmp_path: Path) -> None:
    daten = json.loads(verzeichnis(KLEIN)) | anders
    gesagt = satz(paket(tmp_path / "p.zip", KLEIN, json.dumps(daten).encode()))
    assert "Inhaltsverzeichnis ist unvollständig oder verändert" in gesagt


def test_a_table_whose_state_does_not_fit_is_refused(tmp_path: Path) -> None:
    tabelle = verzeichnis(KLEIN, vorgaenger=["0" * 64])
    assert "Der Stand passt nicht zu den Dateien" in satz(paket(tmp_path / "p.zip", KLEIN, tabelle))


def test_a_changed_file_is_found(tmp_path: Path) -> None:
    anders = {**KLEIN, "audit.yaml": KLEIN["audit.yaml"].replace(b"Musterstadt", b"Mustersdorf")}
    gesagt = satz(paket(tmp_path / "p.zip", anders, verzeichnis(KLEIN)))
    assert gesagt == (
        "Das Paket ist beschädigt. „audit.yaml“ ist nicht die Datei, die gepackt wurde: Die Prüfsumme stimmt nicht."
    )


def test_missing_and_added_files_are_found(tmp_path: Path) -> None:
    mehr = {**KLEIN, "mehr.txt": b"x"}
    assert "„mehr.txt“ fehlt darin" in satz(paket(tmp_path / "p.zip", KLEIN, verzeichnis(mehr)))
    assert "„mehr.txt“ steht nicht im Inhaltsverzeichnis" in satz(
        paket(tmp_path / "p.zip", mehr, verzeichnis(KLEIN))
    )


def test_a_pack_without_an_akte_is_refused(tmp_path: Path) -> None:
    ohne = {name: raw for name, raw in KLEIN.items() if name != "audit.yaml"}
    assert "Seine audit.yaml fehlt oder hat Fehler" in satz(paket(tmp_path / "p.zip", ohne))
    tabelle = verzeichnis(KLEIN, akte="A-anderswo-2024")
    assert "nennt die Akte „A-anderswo-2024“, die audit.yaml eine andere" in satz(
        paket(tmp_path / "p.zip", KLEIN, tabelle)
    )


def test_a_pack_damaged_anywhere_is_never_taken_for_whole(tmp_path: Path) -> None:
    ganz = paket(tmp_path / "p.zip", KLEIN, art=zipfile.ZIP_DEFLATED).read_bytes()
    heil = read_pack(tmp_path / "p.zip")
    wuerfel = random.Random(2024)
    abgelehnt = 0
    for _ in range(400):
        raw = bytearray(ganz)
        for _ in range(wuerfel.choice((1, 1, 3))):
            raw[wuerfel.randrange(len(raw))] ^= 1 << wuerfel.randrange(8)
        if wuerfel.random() < 0.2:
            del raw[wuerfel.randrange(len(raw)) :]
        (tmp_path / "p.zip").write_bytes(bytes(raw))
        try:
            assert read_pack(tmp_path / "p.zip") == heil
        except FgkError:
            abgelehnt += 1
    assert abgelehnt > 300


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "p.zip").symlink_to(tmp_path / "p.zip")
    assert "die Verknüpfung führt im Kreis" in satz(tmp_path / "p.zip")
