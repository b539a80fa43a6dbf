"""Many Akten at once: each found once, checked in their order, by one process or several."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, STICHTAG, lege_an

from fgk.checking import ALL
from fgk.sources import FolderSource
from fgk.workspace import Job, check_all, find_all, sources_of, workspaces_of


@pytest.fixture
def viele(tmp_path: Path) -> Path:
    for nummer in range(10):
        lege_an(tmp_path / f"akte{nummer}", {MASSNAHME: KOPF + f"x{nummer}: 1\n"} if nummer % 3 == 0 else {})
    return tmp_path


def test_an_akte_named_in_several_ways_is_found_once(viele: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(viele)
    (viele / "verweis").symlink_to("akte1")
    pfade = [
        Path("akte1"),
        viele / "akte1",
        Path("akte1/massnahmen"),
        Path("verweis"),
        Path("akte0/../akte1"),
    ]
    assert len(find_all(pfade)) == 1
    assert find_all([Path("akte2"), Path("akte1")]) == [Path("akte1"), Path("akte2")]
    assert find_all([Path()]) == [Path(f"akte{nummer}") for nummer in range(10)]


@pytest.mark.parametrize("prozesse", [0, 1, 2, 99])
def test_the_results_come_in_the_order_of_the_akten(viele: Path, prozesse: int) -> None:
    auftraege = [Job(akte, STICHTAG, ALL) for akte in sources_of([viele])]
    ergebnisse = list(check_all(auftraege, prozesse))
    assert [ergebnis.files for ergebnis in ergebnisse] == [4] * 10
    genannt = [[m.was for m in ergebnis.diagnostics if m.code == "FGK010"] for ergebnis in ergebnisse]
    assert genannt == [
        [f"Den Schlüssel „x{nummer}“ gibt es hier nicht."] if nummer % 3 == 0 else [] for nummer in range(10)
    ]


def test_nothing_to_check_is_no_work() -> None:
    assert list(check_all([])) == []
    assert list(check_all([], 2)) == []


def test_a_faulty_file_counts_as_one(akte: Callable[..., Path]) -> None:
    [ergebnis] = check_all([Job(FolderSource(akte({MASSNAHME: "", "zettel.yaml": "x"})), STICHTAG, ALL)])
    assert ergebnis.files == 4


def test_the_design_of_a_workspace_is_checked_once_for_all_its_akten(viele: Path) -> None:
    akten = sources_of([viele])
    assert workspaces_of(akten) == []
    (viele / "fgk.yaml").touch()
    (viele / "gestaltung.yaml").write_text('farbe: "#f2c300"\nlogo: fehlt.png\n', encoding="utf-8")
    [workspace] = workspaces_of(akten)
    [ergebnis] = check_all([Job(workspace, STICHTAG, ALL, is_workspace=True)])
    assert [(m.code, m.path) for m in ergebnis.diagnostics] == [
        (code, (viele / "gestaltung.yaml").as_posix()) for code in ("FGK504", "FGK505")
    ]
    assert ergebnis.files == 2


def test_a_workspace_with_nothing_but_its_mark_has_no_faults(viele: Path) -> None:
    (viele / "fgk.yaml").touch()
    [ergebnis] = check_all([Job(FolderSource(viele), STICHTAG, ALL, is_workspace=True)])
    assert (ergebnis.diagnostics, ergebnis.files) == ([], 1)
