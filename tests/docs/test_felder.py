"""docs/handbuch/05-felder.md is what tools/feldreferenz.py makes of the models, and its links lead somewhere."""

import re
import runpy
from pathlib import Path

from fgk.models.arten import ARTEN

WURZEL = Path(__file__).resolve().parents[2]
WERKZEUG = runpy.run_path(str(WURZEL / "tools" / "feldreferenz.py"))
SEITE = WERKZEUG["feldreferenz"]()


def test_the_page_is_what_the_tool_writes() -> None:
    stored = (WURZEL / "docs" / "handbuch" / "05-felder.md").read_text(encoding="utf-8")
    assert stored == SEITE, "Veraltet. Aufruf: python tools/feldreferenz.py"


def test_every_kind_and_each_of_its_keys_is_there() -> None:
    parts = dict(zip(*[iter(re.split(r"^## (.+)$", SEITE, flags=re.MULTILINE)[1:])] * 2, strict=True))
    common = parts["In jedem Datensatz"]
    for art in ARTEN:
        listed = re.findall(r"^\| `(\w+)` \|", common + parts[art.titel], re.MULTILINE)
        assert set(art.modell.model_fields) <= set(listed), art.name


def test_every_link_has_one_heading() -> None:
    titles = re.findall(r"^#+ (.+)$", SEITE, re.MULTILINE)
    anchors = [WERKZEUG["_anker"](title) for title in titles]
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\]\(#([^)]+)\)", SEITE)) <= set(anchors)
