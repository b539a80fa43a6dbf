"""What the page about beginning an Akte shows of a new file is how that file begins."""

import re
import runpy
from pathlib import Path

from hilfen import WURZEL, Aufruf

SEITE = (WURZEL / "docs" / "handbuch" / "09-akte-beginnen.md").read_text(encoding="utf-8")
WERKZEUG = runpy.run_path(str(WURZEL / "tools" / "handbuch.py"))


def test_the_new_measure_begins_as_shown(tmp_path: Path, aufruf: Aufruf, monkeypatch) -> None:
    gezeigt = re.search(r"<!-- anfang: (\S+) -->\n```text\n(.*?)```", SEITE, re.DOTALL)
    assert gezeigt
    for block in WERKZEUG["bloecke"](SEITE):
        if block.art == "console" and block.vermerk.startswith("folge: "):
            monkeypatch.chdir(WERKZEUG["_ort"](tmp_path, block.vermerk.removeprefix("folge: ")))
            for befehl in block.befehle:
                aufruf(*WERKZEUG["shlex"].split(befehl)[1:])
    datei = (tmp_path / "kommune-kreuztal" / gezeigt[1]).read_text(encoding="utf-8")
    assert len(gezeigt[2].splitlines()) > 8
    assert datei.startswith(gezeigt[2])


def test_every_kind_that_the_page_lists_exists(tmp_path: Path, aufruf: Aufruf) -> None:
    arten = set(re.findall(r"^\| `fgk new ([a-z]+)", SEITE, re.MULTILINE))
    assert len(arten) == 14
    for art in arten:
        lauf = aufruf("new", art, "--akte", tmp_path)
        assert "liegt keine Akte" in lauf.fehler
