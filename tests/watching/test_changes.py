"""Which files of an Akte changed: what counts, and what is only noise."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import MASSNAHME, lege_an

from fgk.errors import FgkError
from fgk.watching.changes import changes
from fgk.watching.snapshot import snapshot


def namen(folder: Path, *weitere: Path) -> set[str]:
    return {os.path.relpath(pfad, folder.parent) for pfad in snapshot([folder, *weitere], {})}


def test_records_images_and_templates_count_and_nothing_else(tmp_path: Path) -> None:
    akte = lege_an(
        tmp_path / "akte",
        {
            "gestaltung.yaml": "farbe: '#1f4e79'\n",
            "bilder/logo.svg": "<svg/>",
            "vorlagen/jahresbericht.md.j2": "x",
            "vorlagen/schriften/haus.ttf": "x",
            "vorlagen/.lock": "x",
            "README.md": "x",
            "daten.xlsx": "x",
            "ausgabe/zielvereinbarung.pdf": "x",
            "ausgabe/fremd.yaml": "x: 1\n",
            ".git/config.yaml": "x: 1\n",
            "massnahmen/.M-1.1.1.yaml.swp": "x",
            "massnahmen/M-1.1.1.yaml~": "x",
            "massnahmen/4913": "",
        },
    )
    ohne = namen(lege_an(tmp_path / "leer"))
    dazu = {name.removeprefix("akte/") for name in namen(akte)} - {
        name.removeprefix("leer/") for name in ohne
    }
    assert dazu == {
        "gestaltung.yaml",
        "bilder/logo.svg",
        "vorlagen/jahresbericht.md.j2",
        "vorlagen/schriften/haus.ttf",
    }
    assert {name.removeprefix("leer/") for name in ohne} >= {"audit.yaml", MASSNAHME}


def test_of_the_workspace_counts_what_it_has_for_all(tmp_path: Path) -> None:
    akte = lege_an(tmp_path / "akte")
    for name in (
        "fgk.yaml",
        "gestaltung.yaml",
        "vorlagen/brief.docx",
        "vorlagen/logo.png",
        "verfahren/region.yaml",
        "tarif.yaml",
        "andere/audit.yaml",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    dazu = namen(akte, tmp_path) - namen(akte)
    assert dazu == {
        "fgk.yaml",
        "gestaltung.yaml",
        "vorlagen/brief.docx",
        "vorlagen/logo.png",
        "verfahren/region.yaml",
        "tarif.yaml",
    }


Tat = Callable[[Path], object]


def _speichere_neu(akte: Path) -> None:
    """As many editors do: write beside it, and put that in its place."""
    daneben = akte / "massnahmen" / ".M-1.1.1.yaml.neu"
    daneben.write_bytes((akte / MASSNAHME).read_bytes() + b"# neu\n")
    daneben.replace(akte / MASSNAHME)


@pytest.mark.parametrize(
    ("tat", "erwartet"),
    [
        (lambda akte: (akte / MASSNAHME).write_text("x: 1\n"), {MASSNAHME}),
        (_speichere_neu, {MASSNAHME}),
        (lambda akte: (akte / MASSNAHME).unlink(), {MASSNAHME}),
        (lambda akte: (akte / MASSNAHME).rename(akte / "massnahmen/M-1.1.2.yaml"), {MASSNAHME, "massnahmen/M-1.1.2.yaml"}),
        (lambda akte: shutil.rmtree(akte / "massnahmen"), {MASSNAHME}),
        (lambda akte: (akte / "ziele/Z-9.1.yaml").write_text(""), {"ziele/Z-9.1.yaml"}),
    ],
)  # fmt: skip
def test_what_was_done_is_named(tmp_path: Path, tat: Tat, erwartet: set[str]) -> None:
    akte = lege_an(tmp_path / "akte")
    folge = changes([akte])
    assert next(folge) == []
    tat(akte)
    assert {os.path.relpath(pfad, akte) for pfad in next(folge)} == erwartet


def test_what_changes_nothing_is_no_change(tmp_path: Path) -> None:
    akte = lege_an(tmp_path / "akte")
    folge = changes([akte])
    assert next(folge) == []
    (akte / MASSNAHME).touch()
    (akte / MASSNAHME).write_bytes((akte / MASSNAHME).read_bytes())
    (akte / "massnahmen/.M-1.1.1.yaml.swp").write_text("x", encoding="utf-8")
    (akte / "massnahmen/4913").write_text("", encoding="utf-8")
    (akte / "ausgabe").mkdir()
    (akte / "ausgabe" / "a.pdf").write_text("x", encoding="utf-8")
    (akte / "audit.yaml").write_bytes((akte / "audit.yaml").read_bytes() + b"# zuletzt\n")
    gesehen = [os.path.relpath(pfad, akte) for pfad in next(folge)]
    assert gesehen == ["audit.yaml"]


def test_without_messages_of_the_system_a_look_finds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fgk.watching.changes._signals", lambda _ordner: iter(range(3)))
    akte = lege_an(tmp_path / "akte")
    folge = changes([akte])
    assert next(folge) == []
    (akte / MASSNAHME).unlink()
    assert [os.path.relpath(pfad, akte) for pfad in next(folge)] == [MASSNAHME]


def test_a_folder_that_has_gone_ends_it(tmp_path: Path) -> None:
    akte = lege_an(tmp_path / "akte")
    folge = changes([akte])
    assert next(folge) == []
    akte.rename(tmp_path / "weg")
    with pytest.raises(FgkError) as gefangen:
        next(folge)
    assert gefangen.value.was == f"Den Ordner „{akte}“ gibt es nicht mehr."
