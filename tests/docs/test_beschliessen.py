"""What the page about decisions says beyond its console blocks."""

import re
from pathlib import Path

import pytest
from hilfen import WURZEL, Aufruf

from fgk.errors import FgkError
from fgk.festlegung.pruefzeichen import lies

HANDBUCH = WURZEL / "docs" / "handbuch"
SEITE = (HANDBUCH / "07-beschliessen.md").read_text(encoding="utf-8")


def test_a_missing_base_is_said_as_the_page_says(
    geschichte: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request")
    monkeypatch.chdir(geschichte)
    ergebnis = aufruf("validate")
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert f"```text\n{ergebnis.fehler}```\n" in SEITE


def test_every_rule_about_what_was_decided_is_listed() -> None:
    gelistet = re.findall(r"^\| \[(FGK4\d\d)\]\(\.\./regeln/\1\.md\)", SEITE, re.MULTILINE)
    assert gelistet == sorted(path.stem for path in (WURZEL / "docs" / "regeln").glob("FGK4*.md"))


def test_every_pruefzeichen_is_spelt_right_but_the_one_that_is_not() -> None:
    zeichen = {z for path in HANDBUCH.glob("*.md") for z in _zeichen(path.read_text(encoding="utf-8"))}
    verschrieben = set()
    for einzelnes in zeichen:
        try:
            assert lies(einzelnes) == einzelnes
        except FgkError:
            verschrieben.add(einzelnes)
    assert verschrieben == {"WFMY-E6E7-DJA6-S7F6-8"}


def _zeichen(text: str) -> list[str]:
    return re.findall(r"\b(?:[0-9A-Z]{4}-){4}[0-9A-Z]\b", text)
