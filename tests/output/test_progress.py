"""How far a long run is: seen on a terminal while it lasts, gone afterwards, and never in what goes elsewhere."""

import shutil
import sys
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, fgk, lege_an
from terminal import fgk_im_terminal, im_terminal

from fgk.output.progress import progress


@pytest.fixture
def akten(tmp_path: Path) -> Path:
    """Three Akten, the second of them faulty."""
    for nummer in (1, 2, 3):
        fehler = {MASSNAHME: KOPF + "tittel: x\n"} if nummer == 2 else {}
        lege_an(tmp_path / "akten" / f"a{nummer}", fehler)
    return tmp_path / "akten"


def zu_sehen(text: str, breite: int) -> list[str]:
    """Return the lines that stay on a terminal: what is written after a carriage return covers what was there."""
    zeilen = []
    for zeile in text.split("\n"):
        stehen = [" "] * breite
        for teil in zeile.split("\r"):
            stehen[: len(teil)] = teil
        zeilen.append("".join(stehen).rstrip())
    return zeilen


@pytest.mark.parametrize("breite", [80, 200])
def test_validate_shows_how_far_it_is_and_leaves_nothing_of_it(akten: Path, breite: int) -> None:
    lauf = fgk_im_terminal("validate", breite=breite, cwd=akten, env={"NO_COLOR": "1"})
    assert "Geprüft ░" in lauf.text
    assert "█ 3/3" in lauf.text
    ohne = fgk("validate", cwd=akten, env={"COLUMNS": str(breite)})
    assert zu_sehen(lauf.text, breite) == ohne.stdout.split("\n")
    assert (lauf.code, ohne.stderr) == (1, "")


def test_what_goes_into_a_file_goes_there_while_the_terminal_shows_how_far_it_is(
    akten: Path, tmp_path: Path
) -> None:
    ziel = tmp_path / "bericht.txt"
    befehl = ["sh", "-c", f"'{sys.executable}' -m fgk validate > '{ziel}'"]
    with im_terminal(befehl, cwd=akten) as terminal:
        lauf = terminal.bis_zum_ende()
    assert "3/3" in lauf.text
    assert set(zu_sehen(lauf.text, 80)) == {""}
    assert ziel.read_text(encoding="utf-8") == fgk("validate", cwd=akten).stdout


@pytest.mark.parametrize(
    ("ruf", "was"),
    [
        (("log",), "Schritte"),
        (("verify", "--history"), "Schritte"),
        (("render", "--all", ".", "kopie", "--format", "md"), "Akten"),
        (("fmt", "--check"), "Gelesen"),
        (("import", "formulare"), "Gelesen"),
    ],
)
def test_other_long_runs_show_it_too(
    geschichte: Path, tmp_path: Path, ruf: tuple[str, ...], was: str
) -> None:
    akte = Path(shutil.copytree(geschichte, tmp_path / "akte"))
    if ruf[0] == "import":
        assert fgk("export", "formular", "--jahr", "2020", "-o", "formulare", cwd=akte).returncode == 0
    if ruf[0] == "render":
        shutil.copytree(akte / "massnahmen", akte / "kopie" / "massnahmen")
        shutil.copy(akte / "audit.yaml", akte / "kopie")
        audit = (akte / "kopie" / "audit.yaml").read_text(encoding="utf-8")
        (akte / "kopie" / "audit.yaml").write_text(audit.replace("A-stolberg-2016", "A-kopie-2016"))
    lauf = fgk_im_terminal(*ruf, cwd=akte, env={"NO_COLOR": "1"})
    assert f"{was} ░" in lauf.text
    assert not any(zeile.startswith(f"{was} █") for zeile in zu_sehen(lauf.text, 80))


def test_without_a_terminal_the_items_just_come() -> None:
    assert list(progress(iter("abc"), 3, "Dinge")) == ["a", "b", "c"]
