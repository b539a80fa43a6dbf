"""A draft shows what is left of faulty records, and says which files are incomplete."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from fgk.cli import run
from fgk.loading.entwurf import salvage
from fgk.loading.load import load_akte
from fgk.models.arten import art_namens
from fgk.models.jahresbericht import Jahresbericht
from fgk.sources import FolderSource

KLEIN = Path(__file__).parent.parent / "akten" / "klein"
BERICHT = art_namens("jahresbericht")


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KLEIN, tmp_path / "klein"))


def test_faulty_parts_go_and_the_rest_stays() -> None:
    data = {
        "kennung": "J-2024",
        "von": date(2024, 1, 1),
        "bis": date(2024, 12, 31),
        "unbekannt": 1,
        "massnahmen": [
            {"massnahme": "M-1.1.1", "status": "fertig"},
            {"massnahme": "M-1.1.2", "status": "umgesetzt", "fortschritt": 120},
            {"massnahme": "M-1.1.3", "status": "geplant"},
        ],
    }
    rest = salvage(BERICHT, data)
    assert isinstance(rest, Jahresbericht)
    assert [(e.massnahme, e.fortschritt) for e in rest.massnahmen] == [("M-1.1.2", None), ("M-1.1.3", None)]
    assert data["unbekannt"] == 1, "the data are judged, never repaired"


def test_without_what_it_needs_nothing_is_left() -> None:
    assert salvage(BERICHT, {"kennung": "J-2024"}) is None
    assert salvage(BERICHT, ["keine", "Gruppe"]) is None


def test_checking_never_sees_the_rest(klein: Path) -> None:
    path = klein / "jahresberichte" / "2025.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: ruht", "status: pausiert"), encoding="utf-8"
    )
    source = FolderSource(klein)
    assert [r.kennung for r in load_akte(source)[0].alle(Jahresbericht)] == ["J-2024"]
    assert [r.kennung for r in load_akte(source, als_entwurf=True)[0].alle(Jahresbericht)] == [
        "J-2024",
        "J-2025",
    ]


def test_a_draft_of_a_faulty_report_names_what_is_missing(
    klein: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = klein / "jahresberichte" / "2025.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: ruht", "status: pausiert"), encoding="utf-8"
    )
    (klein / "massnahmen" / "M-6.1.1.yaml").write_text("kaputt: [", encoding="utf-8")
    call = [
        "render",
        "jahresbericht",
        str(klein),
        "--jahr",
        "2025",
        "--format",
        "md",
        "-o",
        str(tmp_path / "aus"),
    ]
    assert run(call) == 1
    assert run([*call, "--entwurf"]) == 0
    assert "Entwurf mit 2 Fehlern in: " in capsys.readouterr().err
    text = (tmp_path / "aus" / "jahresbericht-2025_klein-2024.md").read_text(encoding="utf-8")
    assert "fehlen Angaben aus diesen Dateien: jahresberichte/2025.yaml, massnahmen/M-6.1.1.yaml." in text
    assert "| Maßnahmen, die in der Akte fehlen | – | – | – | 1 | – | – | – | 1 |" in text
    assert "| **Zusammen** | **1** | **1** | **1** | **1** | **1** | **1** | **1** | **7** |" in text
    assert "Keine Maßnahme hat den Stand „ruht“.\n" in text
