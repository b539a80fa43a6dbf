"""CONTRIBUTING.md leads to places that there are."""

import re

import pytest
from hilfen import WURZEL

_TEXT = (WURZEL / "CONTRIBUTING.md").read_text(encoding="utf-8")
_PFADE = sorted(set(re.findall(r"`((?:fgk|docs|templates|tests)/[^`<]*)`", _TEXT)))


@pytest.mark.parametrize("pfad", _PFADE)
def test_every_place_that_is_named_is_there(pfad: str) -> None:
    assert list(WURZEL.glob(pfad.rstrip("/"))), pfad


@pytest.mark.parametrize(("name", "pfad"), re.findall(r"`([A-Z_]{4,})` in `([^`<]+)`", _TEXT))
def test_every_table_that_is_named_is_in_its_file(name: str, pfad: str) -> None:
    assert re.search(rf"^{name}\b.*=", (WURZEL / pfad).read_text(encoding="utf-8"), re.MULTILINE)
