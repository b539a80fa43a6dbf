"""docs/vorlagen.md: its examples give what it shows, and it names every filter, word table and macro."""

import re
from pathlib import Path

import pytest

from fgk import templating
from fgk.documents import vorlage
from fgk.documents.sicht import Sicht

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "vorlagen.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```jinja\n(.*?)^```\n\n```markdown\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
NAMED = set(re.findall(r"`(\w+)(?:\([^`]*\))?`", PAGE))


def test_there_are_examples_and_each_has_its_result() -> None:
    assert len(EXAMPLES) == len(re.findall(r"^```jinja$", PAGE, re.MULTILINE)) > 2


@pytest.mark.parametrize(("template", "markdown"), EXAMPLES)
def test_examples_give_what_the_page_shows(template: str, markdown: str, tmp_path: Path) -> None:
    (tmp_path / "beispiel.md.j2").write_text(template, encoding="utf-8")
    assert templating.render(templating.environment([tmp_path]), "beispiel.md.j2") == markdown


def test_every_filter_of_ours_is_named_and_every_refused_one() -> None:
    filters = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert set(filters) == set(templating._FILTERS)
    assert set(templating._HTML_FILTERS) <= NAMED


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
