"""What the handbook shows is true: its YAML is valid, its commands print what stands below them."""

import json
import re
import runpy
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer

from fgk.checking import check_akte
from fgk.cli import app
from fgk.diagnostic import Severity
from fgk.models.arten import ARTEN, art_von
from fgk.sources import FolderSource

WURZEL = Path(__file__).resolve().parents[2]
WERKZEUG = runpy.run_path(str(WURZEL / "tools" / "handbuch.py"))
SEITEN = {path.name: path.read_text(encoding="utf-8") for path in WERKZEUG["SEITEN"]}
STICHTAG = date(2026, 3, 1)
#: the picture that the pages' gestaltung.yaml names
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>'


def blocks(page: str, kind: str) -> list[Any]:
    return [block for block in WERKZEUG["bloecke"](SEITEN[page]) if block.art == kind]


def good_yaml(page: str) -> list[Any]:
    return [block for block in blocks(page, "yaml") if not (block.ist_fehlerhaft or block.ist_geschrieben)]


@pytest.fixture
def minimal(tmp_path: Path) -> Path:
    akte = Path(shutil.copytree(WURZEL / "tests" / "akten" / "minimal", tmp_path / "akte"))
    (akte / "vorlagen").mkdir()
    (akte / "vorlagen" / "logo.svg").write_text(LOGO, encoding="utf-8")
    return akte


@pytest.mark.parametrize("page", [page for page in SEITEN if good_yaml(page)])
def test_yaml_of_a_page_together_has_no_faults(page: str, minimal: Path) -> None:
    for block in good_yaml(page):
        WERKZEUG["lege"](minimal, block)
    _, diagnostics = check_akte(FolderSource(minimal), STICHTAG)
    bad = [(d.code, d.path, d.span.line, d.was) for d in diagnostics if d.severity is Severity.FEHLER]
    assert bad == []


@pytest.mark.parametrize(
    "page", [page for page in SEITEN if any(b.ist_fehlerhaft for b in blocks(page, "yaml"))]
)
def test_what_is_called_faulty_is(page: str, tmp_path: Path) -> None:
    for number, block in enumerate(b for b in blocks(page, "yaml") if b.ist_fehlerhaft):
        akte = Path(shutil.copytree(WURZEL / "tests" / "akten" / "minimal", tmp_path / str(number)))
        WERKZEUG["lege"](akte, block)
        _, diagnostics = check_akte(FolderSource(akte), STICHTAG)
        assert any(d.severity is Severity.FEHLER for d in diagnostics)


@pytest.mark.parametrize("page", [page for page in SEITEN if blocks(page, "console")])
def test_commands_print_what_the_page_shows(page: str) -> None:
    assert WERKZEUG["erneuere"](SEITEN[page]) == SEITEN[page], "Aufruf: python tools/handbuch.py"


def test_every_kind_of_record_is_shown() -> None:
    shown = {art_von(block.datei) for block in good_yaml("02-die-akte.md")}
    assert shown == set(ARTEN)


def test_one_file_a_block_and_no_file_twice() -> None:
    for page in SEITEN:
        files = [block.datei for block in good_yaml(page)]
        assert len(files) == len(set(files)), page


def test_every_option_that_is_named_exists() -> None:
    group: Any = typer.main.get_command(app)
    commands = [group.get_command(None, name) for name in group.list_commands(None)]
    known = {name for command in commands for param in command.params for name in param.opts}
    for page, text in SEITEN.items():
        prose = re.sub(r"^```sh\n.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
        prose = re.sub(r"^\$ git .*$|`git [^`]*`|„git [^“]*“|^diff --git .*$", "", prose, flags=re.MULTILINE)
        named = set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", re.sub(r"<!--|-->", "", prose)))
        assert named <= known | {"--version", "--help"}, page


def test_every_link_leads_to_a_file() -> None:
    for page, text in SEITEN.items():
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (WURZEL / "docs" / "handbuch" / target).exists(), f"{page}: {target}"


def test_every_page_is_in_the_contents() -> None:
    for page in SEITEN:
        assert page == "README.md" or f"]({page})" in SEITEN["README.md"]


def test_the_settings_for_an_editor_name_every_kind_of_record_and_its_files() -> None:
    (settings,) = re.findall(r"^```json\n(.*?)^```$", SEITEN["10-editor.md"], re.MULTILINE | re.DOTALL)
    assert json.loads(settings)["yaml.schemas"] == {
        f"./.fgk/schemas/{art.name}.schema.json": art.pfad.replace("{kennung}", "*") for art in ARTEN
    }
