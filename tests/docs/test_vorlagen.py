"""docs/vorlagen.md: its examples give what it shows, and it names every filter, word table and macro."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from jinja2.sandbox import MAX_RANGE

from fgk import templating
from fgk.checking import check_akte
from fgk.documents import Auftrag, erzeuge, vorlage
from fgk.documents.sicht import Sicht
from fgk.sources import FolderSource
from fgk.templating import sandbox
from fgk.templating.errors import HTML_FILTER
from fgk.templating.filters import FILTERS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "vorlagen.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"^```jinja\n(.*?)^```\n\n(?:In a small Akte.*?:\n\n)?```markdown\n(.*?)^```$",
    PAGE,
    re.MULTILINE | re.DOTALL,
)
#: those that extend a template of ours, and so need an Akte
EXTENDING = [pair for pair in EXAMPLES if pair[0].startswith("{% extends")]
ALONE = [pair for pair in EXAMPLES if pair not in EXTENDING]
TAG = date(2024, 6, 30)
NAMED = set(re.findall(r"`(\w+)(?:\([^`]*\))?`", PAGE))


def test_there_are_examples_and_each_has_its_result() -> None:
    assert len(EXAMPLES) == len(re.findall(r"^```jinja$", PAGE, re.MULTILINE)) > 2


@pytest.mark.parametrize(("template", "markdown"), ALONE)
def test_examples_give_what_the_page_shows(template: str, markdown: str, tmp_path: Path) -> None:
    (tmp_path / "beispiel.md.j2").write_text(template, encoding="utf-8")
    assert templating.render(templating.environment([tmp_path]), "beispiel.md.j2") == markdown


@pytest.mark.parametrize(("template", "markdown"), EXTENDING)
def test_what_extends_ours_gives_what_the_page_shows(template: str, markdown: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "tests" / "akten" / "klein", tmp_path / "akte"))
    (folder / "vorlagen").mkdir()
    (folder / "vorlagen" / "zielvereinbarung.md.j2").write_text(template, encoding="utf-8")
    akte, _ = check_akte(FolderSource(folder), TAG)
    files = erzeuge(akte, Auftrag("zielvereinbarung", None, ("md",)), TAG, ist_entwurf=False)
    assert markdown in next(iter(files.values())).decode()


def test_every_block_and_every_diagram_is_named() -> None:
    papers = ("bestandsaufnahme", "beteiligung", "begutachtung", "zertifikatsnachweis", "urkunde")
    reports = ("jahresbericht", "kurzfassung", "bilanz", "kreisbericht")
    for name in ("zielvereinbarung", "quartierskonzept", *reports, *papers):
        text = (ROOT / "templates" / f"{name}.md.j2").read_text(encoding="utf-8")
        assert set(re.findall(r"{% block (\w+)(?: scoped)? %}", text)) <= NAMED, name
        assert set(re.findall(r"^```bild\n(\w+)$", text, re.MULTILINE)) <= NAMED, name


def test_the_limits_of_the_sandbox_are_named() -> None:
    assert set(sandbox.GESPERRTE_FILTER) <= NAMED
    assert f"{sandbox.ZEIT:.0f} seconds" in PAGE
    assert f"{MAX_RANGE:,} steps" in PAGE
    assert sandbox.GROESSE == 10_000_000, "ten million characters"


def test_every_filter_of_ours_is_named_and_every_refused_one() -> None:
    filters = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert set(filters) == set(FILTERS)
    assert set(HTML_FILTER) <= NAMED


def test_every_filter_for_records_is_named() -> None:
    assert [f.__name__ for f in vorlage._FILTER if f"|{f.__name__}" not in PAGE] == []


def test_every_table_of_words_is_named() -> None:
    assert set(vorlage._WORTE) <= NAMED


def test_every_macro_is_named_and_every_member_of_the_view_exists() -> None:
    macros = (ROOT / "templates" / "makros.md.j2").read_text(encoding="utf-8")
    assert set(re.findall(r"{% macro (\w+)\(", macros)) <= NAMED
    listed = re.search(r"- `sicht`: (.*?)See\n", PAGE, re.DOTALL)
    assert listed
    for member in re.findall(r"`(\w+)`", listed[1]):
        assert hasattr(Sicht, member), member
