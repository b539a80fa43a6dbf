"""fgk pack: what is in a pack and what never is, and that the same Akte gives the same bytes."""

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from hilfen import Aufruf, fgk, git, lege_an, ohne_vorrechte
from pakete import aendere

from fgk.sharing.unpack import read_pack


@pytest.fixture
def ordner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    akte = lege_an(tmp_path / "akte", {"LIESMICH.md": "Guten Tag\n", "vorlagen/logo.svg": "<svg/>"})
    monkeypatch.chdir(tmp_path)
    return akte


def namen(pfad: Path) -> list[str]:
    with zipfile.ZipFile(pfad) as archiv:
        return archiv.namelist()


def test_an_akte_becomes_one_file(ordner: Path, aufruf: Aufruf) -> None:
    gesagt = aufruf("pack", ordner)
    stand = read_pack(Path("ausgabe/musterstadt-2024.fgk.zip")).manifest.stand
    assert (gesagt.code, gesagt.aus.splitlines()) == (
        0,
        [
            "geschrieben: ausgabe/musterstadt-2024.fgk.zip (6 Dateien, 2 KB)",
            f"Akte A-musterstadt-2024, Musterstadt, Stand {stand[:8]}",
        ],
    )
    assert namen(Path("ausgabe/musterstadt-2024.fgk.zip")) == [
        "fgk-paket.json",
        "akte/LIESMICH.md",
        "akte/audit.yaml",
        "akte/massnahmen/M-1.1.1.yaml",
        "akte/organisationseinheiten.yaml",
        "akte/vorlagen/logo.svg",
        "akte/ziele/Z-1.1.yaml",
    ]


def test_the_same_akte_gives_the_same_bytes(ordner: Path, aufruf: Aufruf, tmp_path: Path) -> None:
    zweite = shutil.copytree(ordner, tmp_path / "zweite")
    for pfad in zweite.rglob("*"):
        os.utime(pfad, (1, 1))
    for ziel, akte in (("1.zip", ordner), ("2.zip", zweite), ("3.zip", ordner)):
        assert aufruf("pack", akte, "-o", ziel).code == 0
    assert Path("1.zip").read_bytes() == Path("2.zip").read_bytes() == Path("3.zip").read_bytes()


def test_what_changed_since_the_last_exchange_is_said(ordner: Path, aufruf: Aufruf) -> None:
    aufruf("pack", ordner)
    aendere(ordner, "titel: Steuerungsgruppe einrichten", "titel: Lenkungskreis")
    assert aufruf("pack", ordner).aus.splitlines()[2:] == [
        "",
        "Seit dem Austausch davor: 1 Feld in 1 Datensatz geändert.",
        "  M-1.1.1 Lenkungskreis",
        "    Titel: Steuerungsgruppe einrichten → Lenkungskreis",
    ]


def test_files_that_are_no_records_are_counted_too(ordner: Path, aufruf: Aufruf) -> None:
    (ordner / "plan.md").write_text("1", encoding="utf-8")
    aufruf("pack", ordner)
    (ordner / "LIESMICH.md").write_text("Guten Morgen\n", encoding="utf-8")
    (ordner / "plan.md").unlink()
    (ordner / "foto.png").write_bytes(b"\x89PNG")
    (ordner / "tabelle.csv").write_text("a", encoding="utf-8")
    zeilen = aufruf("pack", ordner).aus.split("\n\n")[1]
    assert " ".join(zeilen.split()) == (
        "Seit dem Austausch davor: 2 andere Dateien neu, 1 andere Datei geändert, 1 andere Datei nicht mehr da. "
        "Andere Dateien, neu: foto.png, tabelle.csv Andere Dateien, geändert: LIESMICH.md "
        "Andere Dateien, nicht mehr da: plan.md"
    )


def test_what_stays_out_is_out_and_said_where_somebody_may_miss_it(ordner: Path, aufruf: Aufruf) -> None:
    (ordner / ".gitignore").write_text("entwurf*\n", encoding="utf-8")
    for name in (
        "ausgabe/x.pdf", ".git/config", ".fgk/x", "~$x.docx", "entwurf.txt", ".versteckt", "namen.yaml", "zugang.key",
        "alt.fgk.zip", "Thumbs.db",
    ):  # fmt: skip
        (ordner / name).parent.mkdir(exist_ok=True)
        (ordner / name).write_text("x", encoding="utf-8")
    (ordner / "fremd.txt").symlink_to("/etc/hostname")
    lege_an(ordner / "innen")
    with (ordner / "film.mp4").open("wb") as datei:
        datei.truncate(51 * 1024 * 1024)
    gesagt = aufruf("pack", ordner, "-o", "p.zip")
    assert gesagt.code == 0
    assert len(namen(Path("p.zip"))) == 7
    assert [zeile for zeile in gesagt.aus.splitlines() if zeile.startswith("Nicht im Paket")] == [
        "Nicht im Paket: alt.fgk.zip (ist selbst ein Paket).",
        "Nicht im Paket: film.mp4 (ist größer als 50 MB).",
        "Nicht im Paket: fremd.txt (ist eine Verknüpfung oder keine gewöhnliche Datei).",
        "Nicht im Paket: innen (ist eine eigene Akte).",
        "Nicht im Paket: namen.yaml (enthält Namen von Personen).",
        "Nicht im Paket: zugang.key (sieht nach Zugangsdaten aus).",
    ]


def test_an_ignored_names_file_is_said_to_be_left_out(ordner: Path, aufruf: Aufruf) -> None:
    (ordner / ".gitignore").write_text("namen.yaml\n", encoding="utf-8")
    (ordner / "namen.yaml").write_text("x", encoding="utf-8")
    assert "Nicht im Paket: namen.yaml (enthält Namen von Personen)." in aufruf("pack", ordner).aus


@pytest.mark.parametrize("name", ["aux.txt", "a:b.txt", "ende ", "frage?.md"])
def test_a_name_that_not_every_machine_takes_is_refused(name: str, ordner: Path, aufruf: Aufruf) -> None:
    (ordner / name).write_text("x", encoding="utf-8")
    gesagt = aufruf("pack", ordner)
    assert (gesagt.code, f"„{name}“ lässt sich nicht packen. Der Name" in gesagt.fehler) == (2, True)
    assert not Path("ausgabe").exists()


def test_two_names_that_are_one_on_windows_are_refused(ordner: Path, aufruf: Aufruf) -> None:
    (ordner / "liesmich.MD").write_text("x", encoding="utf-8")
    gesagt = aufruf("pack", ordner)
    assert (gesagt.code, "sind unter Windows und macOS derselbe Name" in gesagt.fehler) == (2, True)


def test_an_akte_without_a_head_is_refused(ordner: Path, aufruf: Aufruf) -> None:
    (ordner / "audit.yaml").write_text("kennung: [", encoding="utf-8")
    gesagt = aufruf("pack", ordner)
    assert (gesagt.code, "hat keine lesbare audit.yaml" in gesagt.fehler) == (2, True)


def test_a_faulty_akte_is_packed_with_a_warning(ordner: Path, aufruf: Aufruf) -> None:
    aendere(ordner, "ziel: Z-1.1", "ziel: Z-9.9")
    gesagt = aufruf("pack", ordner)
    assert gesagt.code == 0
    assert "Achtung: Die Akte „akte“ hat 1 Fehler. Sie ist trotzdem gepackt;" in gesagt.aus


def test_a_folder_is_no_file_to_write_to(ordner: Path, aufruf: Aufruf, tmp_path: Path) -> None:
    gesagt = aufruf("pack", ordner, "-o", tmp_path)
    assert (gesagt.code, "ist ein Ordner und keine Datei" in gesagt.fehler) == (2, True)


def test_the_last_commit_is_named_where_there_is_one(ordner: Path, aufruf: Aufruf) -> None:
    aufruf("pack", ordner, "-o", "1.zip")
    git(ordner, "init", "--quiet")
    aufruf("pack", ordner, "-o", "2.zip")
    git(ordner, "add", "--all")
    git(ordner, "commit", "--quiet", "-m", "x")
    aufruf("pack", ordner, "-o", "3.zip")
    commits = [read_pack(Path(f"{n}.zip")).manifest.commit for n in (1, 2, 3)]
    assert commits == [None, None, git(ordner, "rev-parse", "HEAD").strip()]
    assert git(ordner, "status", "--short") == ""  # what is remembered is no change


def test_it_works_without_git(ordner: Path, tmp_path: Path) -> None:
    (ordner / ".git").mkdir()
    (tmp_path / "leer").mkdir()
    gesagt = fgk("pack", "akte", "-o", "p.zip", cwd=tmp_path, env={"PATH": str(tmp_path / "leer")})
    assert (gesagt.returncode, gesagt.stderr) == (0, "")
    assert read_pack(tmp_path / "p.zip").manifest.commit is None


def test_an_akte_that_only_others_may_write_to_is_packed(offener_ordner: Path, aufruf: Aufruf) -> None:
    akte = lege_an(offener_ordner / "akte")
    (offener_ordner / "ziel").mkdir(mode=0o777)
    (offener_ordner / "ziel").chmod(0o777)
    akte.chmod(0o555)
    with ohne_vorrechte():
        gesagt = aufruf("pack", akte, "-o", offener_ordner / "ziel" / "p.zip")
    assert gesagt.fehler == ""
    assert (
        gesagt.code,
        "deshalb kann sich fgk diesen Stand nicht merken" in " ".join(gesagt.aus.split()),
    ) == (0, True)
    assert read_pack(offener_ordner / "ziel" / "p.zip").manifest.akte == "A-musterstadt-2024"


def test_a_damaged_memory_is_said(ordner: Path, aufruf: Aufruf) -> None:
    aufruf("pack", ordner)
    daten = json.loads((ordner / ".fgk" / "austausch" / "staende.json").read_text(encoding="utf-8"))
    (ordner / ".fgk" / "austausch" / "staende.json").write_text(
        json.dumps({**daten, "staende": 7}), encoding="utf-8"
    )
    gesagt = aufruf("pack", ordner)
    assert (gesagt.code, "ihr Inhalt ist beschädigt" in gesagt.fehler) == (2, True)
    assert "Löschen Sie den Ordner" in gesagt.fehler


def test_a_pipe_is_not_read_to_be_written_over(tmp_path: Path, aufruf: Aufruf) -> None:
    os.mkfifo(tmp_path / "rohr")
    gesagt = aufruf("pack", lege_an(tmp_path / "akte"), "-o", tmp_path / "rohr")
    assert (gesagt.code, "ist keine gewöhnliche Datei" in gesagt.fehler) == (2, True)
