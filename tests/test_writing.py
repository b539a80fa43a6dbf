"""A change of an Akte is checked as a whole, and written as a whole or not at all."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, STICHTAG, lege_an, ohne_vorrechte

from fgk.errors import FgkError
from fgk.reading.reader import read_yaml
from fgk.sources import FolderSource
from fgk.writing import Change, FaultyChangeError, check_files, read_file, write_files

ZIEL = "ziele/Z-1.1.yaml"
Ordner = Callable[..., Path]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _changes(folder: Path, files: Mapping[str, bytes]) -> dict[str, Change]:
    return {path: Change(raw, read_file(FolderSource(folder), path)) for path, raw in files.items()}


def test_what_somebody_wrote_since_the_change_was_worked_out_stays(akte: Ordner) -> None:
    folder = akte({})
    changes = _changes(folder, {MASSNAHME: KOPF.replace("Steuerungsgruppe", "Lenkungskreis").encode()})
    anders = KOPF.replace("einrichten", "berufen").encode()
    (folder / MASSNAHME).write_bytes(anders)
    with pytest.raises(FgkError, match="hat sich geändert, während der Befehl lief"):
        write_files(folder, changes, STICHTAG)
    assert (folder / MASSNAHME).read_bytes() == anders


def test_a_change_without_faults_is_written_and_told(akte: Ordner) -> None:
    folder = akte({})
    neu = KOPF.replace("Steuerungsgruppe", "Lenkungskreis").encode()
    assert write_files(
        folder, _changes(folder, {MASSNAHME: neu, ZIEL: (folder / ZIEL).read_bytes()}), STICHTAG
    ) == [folder / MASSNAHME]
    assert (folder / MASSNAHME).read_bytes() == neu
    assert write_files(folder, _changes(folder, {MASSNAHME: neu}), STICHTAG) == []


def test_a_fault_that_is_there_and_names_another_line_than_before_is_no_new_one(akte: Ordner) -> None:
    einheiten = "organisationseinheiten.yaml"
    folder = akte({})
    raw = (folder / einheiten).read_bytes()
    doppelt = raw + b"  - kennung: OE-10\n    name: Amt\n    art: amt\n"
    (folder / einheiten).write_bytes(doppelt)
    assert write_files(folder, _changes(folder, {einheiten: b"# Alle Stellen\n" + doppelt}), STICHTAG)


def test_a_change_that_brings_faults_writes_nothing(akte: Ordner) -> None:
    folder = akte({})
    before = _bytes(folder)
    with pytest.raises(FaultyChangeError) as error:
        write_files(
            folder,
            _changes(
                folder,
                {
                    ZIEL: (folder / ZIEL).read_bytes() + b"# Kommentar\n",
                    MASSNAHME: KOPF.replace("Z-1.1", "Z-9.9").encode(),
                },
            ),
            STICHTAG,
        )
    assert [(fault.code, fault.span.line) for fault in error.value.faults] == [("FGK202", 2)]
    assert _bytes(folder) == before


def test_faults_that_are_there_already_do_not_hinder_mending_one(akte: Ordner) -> None:
    folder = akte({MASSNAHME: KOPF + "prioritaet: sehr hoch\n", "ziele/Z-1.2.yaml": "kennung: Z-1.2\n"})
    assert check_files(folder, {MASSNAHME: KOPF.encode() + b"# oben\n" * 3}, STICHTAG) == []
    write_files(folder, _changes(folder, {MASSNAHME: KOPF.encode()}), STICHTAG)
    assert (folder / MASSNAHME).read_text(encoding="utf-8") == KOPF
    zweimal = check_files(folder, {"ziele/Z-1.3.yaml": b"kennung: Z-1.3\n"}, STICHTAG)
    assert {fault.path.endswith("Z-1.3.yaml") for fault in zweimal} == {True}


def test_a_fault_that_quotes_what_changed_is_the_same_fault(akte: Ordner) -> None:
    folder = akte({MASSNAHME: KOPF + "bemerkung: TODO\n"})
    neu = KOPF.replace("Steuerungsgruppe", "Lenkungskreis").replace("OE-10", "OE-77").encode()
    (folder / MASSNAHME).write_text(KOPF.replace("OE-10", "OE-99"), encoding="utf-8")
    assert check_files(folder, {MASSNAHME: neu}, STICHTAG) == []
    zwei = neu + b"beteiligte: [OE-78]\n"
    assert [fault.code for fault in check_files(folder, {MASSNAHME: zwei}, STICHTAG)] == ["FGK201"]


def test_a_kennung_that_stands_twice_stays_the_same_fault_when_lines_move(akte: Ordner) -> None:
    stellen = "organisationseinheiten.yaml"
    zwei = "organisationseinheiten:\n" + "  - kennung: OE-10\n    name: Hauptamt\n    art: amt\n" * 2
    folder = akte({stellen: zwei})
    assert check_files(folder, {stellen: f"# oben\n{zwei}".encode()}, STICHTAG) == []
    drei = zwei + "  - kennung: OE-10\n    name: Hauptamt\n    art: amt\n"
    [neu] = check_files(folder, {stellen: drei.encode()}, STICHTAG)
    assert (neu.code, neu.was) == ("FGK211", "Die Kennung OE-10 gibt es schon in dieser Datei.")


def test_one_file_that_cannot_be_written_keeps_all_as_they_were(offener_ordner: Path) -> None:
    folder = lege_an(offener_ordner / "a")
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o777)
    (folder / ZIEL).chmod(0o444)
    before = _bytes(folder)
    neu = {path: (folder / path).read_bytes() + b"# Kommentar\n" for path in (MASSNAHME, ZIEL)}
    with ohne_vorrechte(), pytest.raises(FgkError, match="ist schreibgeschützt"):
        write_files(folder, _changes(folder, neu), STICHTAG)
    assert _bytes(folder) == before


def test_a_file_that_another_program_holds_takes_back_the_ones_before(
    akte: Ordner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace an open file; here the system call is made to."""
    folder = akte({})
    before = _bytes(folder)
    echt = Path.replace

    def gehalten(self: Path, target: Path) -> Path:
        if target.name == "Z-1.1.yaml":
            raise PermissionError(13, "in use")
        return echt(self, target)

    monkeypatch.setattr(Path, "replace", gehalten)
    neu = {path: before[path] + b"# Kommentar\n" for path in (MASSNAHME, ZIEL)}
    with pytest.raises(FgkError, match="lässt sich nicht schreiben") as error:
        write_files(
            folder,
            _changes(folder, neu | {"ziele/Z-1.2.yaml": before[ZIEL].replace(b"Z-1.1", b"Z-1.2")}),
            STICHTAG,
        )
    assert "Schließen Sie die Datei" in error.value.tun
    assert _bytes(folder) == before


_SCHREIBE = """
import sys
from datetime import date
from pathlib import Path
from fgk.writing import Change, write_files
folder = Path(sys.argv[1])
raw = (folder / "massnahmen/M-1.1.1.yaml").read_bytes()
write_files(folder, {"massnahmen/M-1.1.1.yaml": Change(raw + b"# " + b"x" * 500_000 + b"\\n", raw)}, date(2024, 6, 30))
"""


def test_a_disk_that_fills_up_leaves_the_old_file_whole(akte: Ordner) -> None:
    folder = akte({})
    before = _bytes(folder)

    def klein() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    umgebung = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    ergebnis = subprocess.run(
        [sys.executable, "-c", _SCHREIBE, folder],
        capture_output=True, text=True, preexec_fn=klein, env=umgebung, check=False,
    )  # fmt: skip
    assert "lässt sich nicht schreiben" in ergebnis.stderr
    assert _bytes(folder) == before


def test_a_kill_in_the_middle_of_a_write_leaves_the_old_file_whole(akte: Ordner) -> None:
    folder = akte({})
    before = _bytes(folder)
    mitten = _SCHREIBE.replace(
        "write_files(folder",
        "import os, signal\nos.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\nwrite_files(folder",
    )
    ergebnis = subprocess.run([sys.executable, "-c", mitten, folder], capture_output=True, check=False)
    assert ergebnis.returncode == -signal.SIGKILL
    after = _bytes(folder)
    assert {path: after.get(path) for path in before} == before
    for rest in after.keys() - before.keys():  # what lies beside it is no part of the Akte
        assert Path(rest).name.startswith(".fgk-")
        (folder / rest).unlink()
    assert write_files(
        folder, _changes(folder, {MASSNAHME: before[MASSNAHME] + b"# danach\n"}), STICHTAG
    ) == [folder / MASSNAHME]


def test_two_edits_at_once_lose_nothing(akte: Ordner) -> None:
    """Each of them is in the file in the end, or has been told to try again."""
    folder = akte({})
    felder = {
        "titel": "Lenkungskreis", "text": "Kurz.", "bemerkung": "Intern", "prioritaet": "hoch", "ende": "2025-12-31",
        "beginn": "2024-01-01", "wirkung": "mittelbar", "veroeffentlichung": "gremien",
    }  # fmt: skip
    laeufe = {
        feld: subprocess.Popen(
            [sys.executable, "-m", "fgk", "set", "M-1.1.1", f"{feld}={wert}", "--akte", folder],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        )
        for feld, wert in felder.items()
    }  # fmt: skip
    ergebnisse = {feld: (*lauf.communicate(), lauf.returncode) for feld, lauf in laeufe.items()}
    daten = read_yaml((folder / MASSNAHME).read_bytes()).data
    for feld, wert in felder.items():
        _, fehler, code = ergebnisse[feld]
        assert code in (0, 2)
        assert (str(daten.get(feld)) == wert) == (code == 0), (feld, fehler)
        assert code == 0 or "hat sich geändert, während der Befehl lief" in fehler
    assert any(code == 0 for *_, code in ergebnisse.values())
