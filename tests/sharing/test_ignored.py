"""Our reading of .gitignore is git's: what it leaves out, git leaves out, and nothing else."""

from pathlib import Path

import pytest
from hilfen import git

from fgk.sharing.ignored import is_ignored, patterns_above, read_patterns

DATEIEN = (
    "a.txt", "b.pdf", "entwurf.txt", "entwuerfe/x.md", "entwuerfe/tief/y.md", "tief/entwurf.txt", "tief/a/b/c.txt",
    "bau/x.txt", "tief/bau/x.txt", "#raute", "!ruf", "leer zeichen.txt", "ende ", "x[1].txt", "x1.txt", "größe.txt",
    "tief/behalten.pdf", "tief/unten/z.log", "z.log", "c/d/e/f.txt", "foo/bar", "foo/x/bar", "bar", "akten/eins/q.txt",
)  # fmt: skip
ZEILEN = (
    "*.pdf\n!behalten.pdf\n",
    "entwurf*\n",
    "/entwurf.txt\n",
    "entwuerfe/\n",
    "bau/\n",
    "/bau\n",
    "tief/**\n",
    "**/c.txt\n",
    "tief/**/c.txt\n",
    "foo/**/bar\n",
    "a/**\n",
    "\\#raute\n\\!ruf\n",
    "# Kommentar\n\nende\\ \n",
    "leer zeichen.txt   \n",
    "x[0-9].txt\n",
    "x\\[1\\].txt\n",
    "[!a-z]*.txt\n",
    "?.txt\n",
    "*\n!*.txt\n!*/\n",
    "d/e\n",
    "/c/*/e\n",
    "z.log\n!tief/unten/z.log\n",
    "[z-a].txt\n",
    "\ufeffa.txt\r\n",
)


@pytest.mark.parametrize("zeilen", ZEILEN)
def test_it_leaves_out_what_git_leaves_out(zeilen: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    for name in DATEIEN:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / ".gitignore").write_bytes(zeilen.encode())
    git(tmp_path, "config", "core.excludesFile", "/dev/null")
    gelistet = git(tmp_path, "-c", "core.quotePath=false", "ls-files", "-z", "--others", "--exclude-standard")
    sichtbar = {name for name in gelistet.split("\0") if name and name != ".gitignore"}
    muster = patterns_above(tmp_path)

    def bleibt(name: str) -> bool:
        ordner = [name[:i] for i, zeichen in enumerate(name) if zeichen == "/"]
        return not any(is_ignored(o, muster, is_folder=True) for o in ordner) and not is_ignored(
            name, muster, is_folder=False
        )

    assert {name for name in DATEIEN if bleibt(name)} == sichtbar


def test_files_above_and_inside_of_the_akte_count_where_they_stand(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    akte = tmp_path / "akten" / "eins"
    (akte / "tief").mkdir(parents=True)
    (tmp_path / ".gitignore").write_text("/akten/eins/x.txt\n/y.txt\n*.log\n", encoding="utf-8")
    (akte / "tief" / ".gitignore").write_text("/z.txt\n", encoding="utf-8")
    muster = [*patterns_above(akte), *read_patterns(akte / "tief" / ".gitignore", "tief")]
    gefragt = ("x.txt", "y.txt", "tief/a.log", "tief/z.txt", "z.txt")
    assert [is_ignored(name, muster, is_folder=False) for name in gefragt] == [True, False, True, True, False]


def test_without_a_repository_only_the_own_file_counts(tmp_path: Path) -> None:
    (tmp_path / "akte").mkdir()
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    assert patterns_above(tmp_path / "akte") == []
