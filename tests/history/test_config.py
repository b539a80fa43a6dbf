"""Starting git: found by its absolute path, led astray by nothing in the environment."""

from pathlib import Path

import pytest
from hilfen import ablage, fgk, git, lege_an

from fgk.errors import FgkError
from fgk.history.config import find_clone, read_settings, write_setting


def test_the_environment_of_a_hook_does_not_count(tmp_path: Path) -> None:
    ordner = ablage(lege_an(tmp_path / "a"))
    umgebung = {"GIT_DIR": str(tmp_path / "b"), "GIT_WORK_TREE": str(tmp_path)}
    assert fgk("git-setup", cwd=ordner, env=umgebung).returncode == 0
    assert (ordner / ".gitattributes").exists()


def test_settings_are_written_read_and_taken_away(tmp_path: Path) -> None:
    ablage(tmp_path)
    write_setting(tmp_path, "diff.fgk.xfuncname", 'a "b"\nc')
    write_setting(tmp_path, "diff.fgk.xfuncname", 'a "b"\nd')
    assert read_settings(tmp_path, ["diff.fgk.xfuncname", "diff.fgk.nichts"]) == {
        "diff.fgk.xfuncname": 'a "b"\nd'
    }
    assert git(tmp_path, "config", "--local", "--get", "diff.fgk.xfuncname") == 'a "b"\nd\n'
    write_setting(tmp_path, "diff.fgk.xfuncname", None)
    assert read_settings(tmp_path, ["diff.fgk.xfuncname"]) == {}


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    ablage(tmp_path)
    (tmp_path / ".git" / "config.lock").touch()
    with pytest.raises(FgkError, match=r"lässt sich nicht schreiben"):
        write_setting(tmp_path, "diff.fgk.textconv", "x")


def test_without_git_a_sentence_says_so(tmp_path: Path) -> None:
    lauf = fgk("git-setup", cwd=lege_an(tmp_path / "a"), env={"PATH": str(tmp_path)})
    assert (lauf.returncode, lauf.stdout) == (2, "")
    assert "das ist auf diesem Rechner nicht eingerichtet." in lauf.stderr


def test_a_folder_in_no_repository(tmp_path: Path) -> None:
    with pytest.raises(FgkError, match="liegt in keinem git-Repository"):
        find_clone(tmp_path)


def test_a_repository_without_files_and_a_broken_one(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "nackt")
    (tmp_path / "kaputt").mkdir()
    (tmp_path / "kaputt" / ".git").write_text("gitdir: nirgends\n")
    for name in ("nackt", "kaputt"):
        with pytest.raises(FgkError, match=r"lässt sich nicht benutzen \(Meldung von git: .+\)"):
            find_clone(tmp_path / name)
