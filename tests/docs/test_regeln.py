"""docs/regeln/ is what tools/regelseiten.py makes of the rules."""

import re
import runpy
from pathlib import Path

import pytest

from fgk.checking import all_rules

WURZEL = Path(__file__).resolve().parents[2]
WERKZEUG = runpy.run_path(str(WURZEL / "tools" / "regelseiten.py"))
ORDNER = WURZEL / "docs" / "regeln"


def test_the_folder_is_what_the_tool_writes(tmp_path: Path) -> None:
    WERKZEUG["schreibe"](tmp_path)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in ORDNER.iterdir() if path.suffix == ".md"}
    changed = sorted(name for name in written.keys() | kept.keys() if written.get(name) != kept.get(name))
    assert not changed, f"Veraltet: {', '.join(changed)}. Aufruf: python tools/regelseiten.py docs/regeln"


def test_every_rule_has_its_page_and_its_line_in_the_index() -> None:
    codes = [info.code for info in all_rules()]
    assert codes
    pages = WERKZEUG["regelseiten"](all_rules())
    assert sorted(pages) == sorted([*(f"{code}.md" for code in codes), "README.md"])
    linked = re.findall(r"\[(FGK\d{3})\]\((FGK\d{3})\.md\)", pages["README.md"])
    assert linked == [(code, code) for code in codes]


def test_pages_of_rules_that_are_gone_are_deleted_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "FGK999.md").write_text("alt", encoding="utf-8")
    (tmp_path / "NOTIZ.md").write_text("bleibt", encoding="utf-8")
    WERKZEUG["schreibe"](tmp_path)
    assert not (tmp_path / "FGK999.md").exists()
    assert (tmp_path / "NOTIZ.md").read_text(encoding="utf-8") == "bleibt"


def test_a_family_without_a_heading_fails() -> None:
    families = {info.code[:4] for info in all_rules()}
    assert families <= set(WERKZEUG["FAMILIEN"])


@pytest.mark.parametrize("name", sorted(WERKZEUG["regelseiten"](all_rules())))
def test_pages_end_with_one_newline_and_have_one_title(name: str) -> None:
    text = WERKZEUG["regelseiten"](all_rules())[name]
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert len(re.findall(r"^# \S", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)) == 1
