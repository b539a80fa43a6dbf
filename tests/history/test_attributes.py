"""Lines of .gitattributes: ours come and go, everything else stays, and git reads them as they are meant."""

from pathlib import Path, PurePosixPath

import pytest
from hilfen import git

from fgk.history.attributes import HEADING, lines_for, ours, with_lines, without_lines

ZEILE = "/akten/a/**/*.yaml text eol=lf diff=fgk merge=fgk"


@pytest.mark.parametrize(
    ("vorher", "nachher"),
    [
        (b"", f"{HEADING}\n{ZEILE}\n"),
        (b"*.pdf binary\n", f"*.pdf binary\n{HEADING}\n{ZEILE}\n"),
        (b"*.pdf binary", f"*.pdf binary\n{HEADING}\n{ZEILE}\n"),
        (b"*.pdf binary\r\n", f"*.pdf binary\r\n{HEADING}\r\n{ZEILE}\r\n"),
        (f"{ZEILE}\n*.x -text\n".encode(), f"{ZEILE}\n*.x -text\n"),
    ],
)
def test_lines_come_at_the_end_and_only_once(vorher: bytes, nachher: str) -> None:
    einmal = with_lines(vorher, [ZEILE])
    assert einmal == nachher.encode()
    assert with_lines(einmal, [ZEILE]) == einmal


def test_a_second_akte_gets_no_second_heading() -> None:
    zwei = with_lines(with_lines(b"", [ZEILE]), lines_for(PurePosixPath("b"))).decode()
    assert zwei.splitlines() == [HEADING, ZEILE, ZEILE.replace("/akten/a", "/b")]


def test_taking_away_leaves_what_was_there() -> None:
    vorher = b"# eigene Zeile\n*.pdf binary\n*.yaml diff=fgk\n\xff\n"
    assert without_lines(with_lines(vorher, [ZEILE])) == vorher
    assert ours(vorher) == []


@pytest.mark.parametrize(
    ("akte", "gilt", "gilt_nicht"),
    [
        (
            "",
            ["audit.yaml", "massnahmen/M.yaml", "a/b/c.yaml"],
            [".github/workflows/x.yaml", "a.yml", "a/b.md"],
        ),
        ("akten/a", ["akten/a/x.yaml", "akten/a/b/c.yaml"], ["x.yaml", "akten/x.yaml", "b/akten/a/x.yaml"]),
        ("mit Leer[1]", ["mit Leer[1]/x.yaml"], ["mit Leer1/x.yaml"]),
        ('a"b\\c*', ['a"b\\c*/x.yaml'], ['a"b\\cd/x.yaml']),
        ("#ä", ["#ä/x.yaml"], []),
    ],
)
def test_git_takes_the_files_of_an_akte_and_no_other(
    tmp_path: Path, akte: str, gilt: list[str], gilt_nicht: list[str]
) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / ".gitattributes").write_bytes(with_lines(b"", lines_for(PurePosixPath(akte))))
    for namen, wert in ((gilt, "fgk"), (gilt_nicht, "unspecified")):
        for name in namen:
            assert git(tmp_path, "check-attr", "-z", "merge", name).split("\0")[2] == wert, name
