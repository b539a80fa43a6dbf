"""What the page about git shows for people without fgk works: plain git, and no setting of fgk."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from hilfen import WURZEL, Aufruf, git, lege_ab

SEITE = (WURZEL / "docs" / "handbuch" / "08-git.md").read_text(encoding="utf-8")
BEFEHLE = [befehl for befehl in re.findall(r"```sh\n(git .*)\n```", SEITE) if " -L " in befehl]


def test_the_page_shows_two_ways() -> None:
    assert len(BEFEHLE) == 2


@pytest.fixture
def ohne_fgk(aufruf: Aufruf, geschichte: Path, tmp_path: Path) -> Path:
    """The history, with the lines that are for everybody and without the settings of a clone."""
    akte = Path(shutil.copytree(geschichte, tmp_path / "akte"))
    assert aufruf("git-setup", akte).code == 0
    lege_ab(akte, "Einrichten")
    for abschnitt in ("diff.fgk", "merge.fgk"):
        git(akte, "config", "--remove-section", abschnitt)
    return akte


@pytest.mark.parametrize("befehl", BEFEHLE)
def test_plain_git_shows_the_history_of_one_measure(ohne_fgk: Path, befehl: str) -> None:
    programm, *worte = shlex.split(befehl)
    assert programm == "git"
    log = git(ohne_fgk, *worte)
    assert "Jahresbericht 2018: Handlungsfeld 3" in log
    assert "Jahresbericht 2018: Handlungsfeld 6" not in log
    assert "+    status: in_umsetzung" in log
    assert "M-3.1.4" not in log


def test_the_conflict_on_the_page_is_what_fgk_says(aufruf: Aufruf, geschichte: Path, tmp_path: Path) -> None:
    bericht = "jahresberichte/2018.yaml"
    angelegt, ausgefuellt = (
        "main^{/Jahresbericht 2018 anlegen}",
        "main^{/Jahresbericht 2018: Handlungsfeld 3}",
    )
    basis, unsere = (git(geschichte, "show", f"{commit}:{bericht}") for commit in (angelegt, ausgefuellt))
    ihre = basis.replace("M-3.1.2\n    status: geplant", "M-3.1.2\n    status: ruht")
    for name, text in (("O", basis), ("A", unsere), ("B", ihre)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    ergebnis = aufruf("merge-file", *(tmp_path / name for name in "OAB"), bericht)
    assert ergebnis.code == 1
    assert f"```text\n{ergebnis.fehler}```\n" in SEITE
