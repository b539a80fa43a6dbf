"""fgk watch in a process of its own: somebody writes, and it says what is wrong and makes documents anew."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, MINIMAL, WURZEL, Aufruf, lege_an
from terminal import GEDULD, Terminal, im_terminal, umgebung

GUT = KOPF + "ende: 2024-12-31\n"
KLEIN = WURZEL / "tests" / "akten" / "klein"


@contextmanager
def watch(akte: Path, *argumente: str, env: dict[str, str] | None = None) -> Iterator[Terminal]:
    befehl = [sys.executable, "-m", "fgk", "watch", *argumente]
    with im_terminal(befehl, cwd=akte, env={"NO_COLOR": "1", **(env or {})}) as terminal:
        yield terminal


def beende(terminal: Terminal) -> str:
    """Press Ctrl-C and return all that was said."""
    terminal.schreibe("\x03")
    lauf = terminal.bis_zum_ende()
    assert lauf.code == 0
    assert lauf.text.endswith("Beendet.\n")
    assert "Traceback" not in lauf.text
    assert "\x1b" not in lauf.text, "NO_COLOR was asked for"
    return lauf.text


@pytest.mark.parametrize("env", [{}, {"WATCHFILES_FORCE_POLLING": "true"}], ids=["messages", "polling"])
def test_a_fault_is_shown_when_it_is_saved_and_again_when_it_is_gone(
    tmp_path: Path, env: dict[str, str]
) -> None:
    akte = lege_an(tmp_path / "akte", {MASSNAHME: GUT})
    with watch(akte, env=env) as terminal:
        stelle = terminal.warte_auf("Ohne Fehler")
        (akte / MASSNAHME).write_text(GUT + "tittel: x\n", encoding="utf-8")
        stelle = terminal.warte_auf(f"Geändert: {MASSNAHME}", stelle)
        stelle = terminal.warte_auf(f"{MASSNAHME}:6:1: FGK010 Fehler:", stelle)
        stelle = terminal.warte_auf("1 Fehler.", stelle)
        (akte / MASSNAHME).write_text(GUT, encoding="utf-8")
        stelle = terminal.warte_auf("Ohne Fehler. 1 Meldung ist behoben.", stelle)
        text = beende(terminal)
    assert text.startswith(tuple("012"))  # the time
    assert "Beobachtet wird „.“. Strg+C beendet." in text


def test_the_way_editors_save_makes_one_round_and_no_noise(tmp_path: Path) -> None:
    akte = lege_an(tmp_path / "akte", {MASSNAHME: GUT})
    ordner = akte / "massnahmen"
    with watch(akte) as terminal:
        stelle = terminal.warte_auf("Ohne Fehler")
        (ordner / ".M-1.1.1.yaml.swp").write_text("x", encoding="utf-8")
        (ordner / "4913").write_text("", encoding="utf-8")
        (ordner / "4913").unlink()
        (ordner / "M-1.1.1.yaml").rename(ordner / "M-1.1.1.yaml~")
        (ordner / "M-1.1.1.yaml").write_text(GUT + "text: neu\n", encoding="utf-8")
        terminal.warte_auf("Ohne Fehler", stelle)
        # what follows is no change, so the next round is that of the audit.yaml
        stelle = len(terminal.text)
        (ordner / "M-1.1.1.yaml~").unlink()
        (ordner / ".M-1.1.1.yaml.swp").unlink()
        (ordner / "M-1.1.1.yaml").touch()
        (akte / "ausgabe").mkdir()
        (akte / "ausgabe" / "x.yaml").write_text("x: 1\n", encoding="utf-8")
        (akte / "audit.yaml").write_bytes((MINIMAL / "audit.yaml").read_bytes() + b"# neu\n")
        stelle = terminal.warte_auf("Geändert: ", stelle)
        ende = terminal.warte_auf("\r\n", stelle)
        assert terminal.text[stelle:ende].strip() == "audit.yaml"
        text = beende(terminal)
    assert "x.yaml" not in text
    assert "swp" not in text


def test_files_half_written_deleted_and_renamed_and_a_folder_removed_are_survived(tmp_path: Path) -> None:
    akte = lege_an(tmp_path / "akte", {MASSNAHME: GUT})
    with watch(akte) as terminal:
        stelle = terminal.warte_auf("Ohne Fehler")
        (akte / MASSNAHME).write_bytes(GUT.encode()[:40] + b"\xc3")  # in the midst of a letter
        stelle = terminal.warte_auf("FGK001 Fehler", stelle)
        (akte / MASSNAHME).write_text(GUT, encoding="utf-8")
        stelle = terminal.warte_auf("Ohne Fehler", stelle)
        (akte / "organisationseinheiten.yaml").unlink()
        stelle = terminal.warte_auf("FGK", stelle)
        shutil.copy(MINIMAL / "organisationseinheiten.yaml", akte)
        stelle = terminal.warte_auf("Ohne Fehler", stelle)
        (akte / MASSNAHME).rename(akte / "massnahmen" / "M-1.1.9.yaml")
        anfang = len(terminal.text)
        stelle = terminal.warte_auf("FGK101 Fehler", stelle)
        assert f"Geändert: massnahmen/M-1.1.9.yaml. Gelöscht: {MASSNAHME}\r\n" in terminal.text[anfang:stelle]
        shutil.rmtree(akte / "massnahmen")
        stelle = terminal.warte_auf(" Gelöscht: massnahmen/M-1.1.9.yaml\r\n", stelle)
        stelle = terminal.warte_auf(" mit Gelöschtem.", stelle)
        assert "behoben" not in terminal.text[anfang:]
        beende(terminal)


def test_an_akte_that_is_moved_away_ends_it_with_a_sentence(tmp_path: Path) -> None:
    akte = lege_an(tmp_path / "akte", {MASSNAHME: GUT})
    befehl = [sys.executable, "-m", "fgk", "watch", "akte"]
    with im_terminal(befehl, cwd=tmp_path) as terminal:
        terminal.warte_auf("Ohne Fehler")
        akte.rename(tmp_path / "anderswo")
        lauf = terminal.bis_zum_ende()
    assert lauf.code == 2
    assert "fgk: Den Ordner „akte“ gibt es nicht mehr." in lauf.text


def test_documents_follow_what_is_written_and_wait_while_there_are_faults(tmp_path: Path) -> None:
    akte = lege_an(tmp_path / "akte", {MASSNAHME: GUT})
    shutil.copytree(KLEIN, akte, dirs_exist_ok=True)
    quelle = akte / "massnahmen" / "M-2.1.1.yaml"
    alt = quelle.read_text(encoding="utf-8")
    neu = alt.replace("titel: Maßnahme im Handlungsfeld 2", "titel: Ganz anders")
    assert neu != alt
    argumente = ("--render", "jahresbericht", "--jahr", "2024", "--format", "md", "--entwurf")
    with watch(akte, *argumente) as terminal:
        stelle = terminal.warte_auf("geschrieben: ausgabe/jahresbericht-2024_klein-2024.md")
        quelle.write_text(neu, encoding="utf-8")
        stelle = terminal.warte_auf("geschrieben: ausgabe/jahresbericht-2024_klein-2024.md", stelle)
        assert "Ganz anders" in (akte / "ausgabe" / "jahresbericht-2024_klein-2024.md").read_text()
        quelle.write_text(neu + "# nur ein Kommentar\n", encoding="utf-8")
        danach = terminal.warte_auf("Geändert: massnahmen/M-2.1.1.yaml", stelle)
        (akte / "audit.yaml").write_bytes((akte / "audit.yaml").read_bytes() + b"# auch einer\n")
        # when the next round begins, the one before it is done
        ende = terminal.warte_auf("Geändert: audit.yaml", danach)
        assert "geschrieben" not in terminal.text[danach:ende]
        beende(terminal)


def test_with_faults_documents_stay_as_they_are(tmp_path: Path) -> None:
    akte = lege_an(tmp_path / "akte", {MASSNAHME: GUT + "tittel: x\n"})
    with watch(akte, "--render", "zielvereinbarung", "--format", "md") as terminal:
        terminal.warte_auf("Die Dokumente bleiben, wie sie sind, bis die Fehler behoben sind.")
        beende(terminal)
    assert not (akte / "ausgabe").exists()


def test_ctrl_c_ends_it_in_a_pipe_too(tmp_path: Path) -> None:
    akte = lege_an(tmp_path / "akte", {MASSNAHME: GUT})
    befehl = [sys.executable, "-m", "fgk", "watch"]
    with subprocess.Popen(
        befehl, cwd=akte, env=umgebung(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as prozess:
        assert prozess.stdout is not None
        assert prozess.stderr is not None
        while "Ohne Fehler" not in prozess.stdout.readline().decode():
            assert prozess.poll() is None
        prozess.send_signal(signal.SIGINT)
        assert prozess.wait(timeout=GEDULD) == 0
        assert prozess.stdout.read().decode().endswith("Beendet.\n")
        assert prozess.stderr.read() == b""


@pytest.mark.parametrize(
    ("argumente", "was"),
    [
        (("--render", "quatsch"), "Ein Dokument „quatsch“ gibt es nicht."),
        (("--format", "xml"), "Das Format „xml“ gibt es nicht."),
        (("gibtesnicht",), "„gibtesnicht“ gibt es nicht."),
        (("--stichtag", "morgen"), "„morgen“ ist kein Tag."),
    ],
)
def test_a_wrong_call_ends_at_once(
    aufruf: Aufruf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argumente: tuple[str, ...], was: str
) -> None:
    monkeypatch.chdir(lege_an(tmp_path / "akte"))
    ergebnis = aufruf("watch", *argumente)
    assert ergebnis.code == 2
    assert was in ergebnis.fehler
