"""Creating files: all or none, and never over what is there."""

import errno
import os
from pathlib import Path

import pytest
from hilfen import ohne_vorrechte

from fgk.errors import FgkError
from fgk.scaffolding.anlegen import TakenError, create_files


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    create_files({tmp_path / "a/b/eins": b"1", tmp_path / "zwei": b"2"})
    assert (tmp_path / "a/b/eins").read_bytes() == b"1"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b", "eins", "zwei"]
    maske = os.umask(0)
    os.umask(maske)
    assert (tmp_path / "zwei").stat().st_mode & 0o777 == 0o666 & ~maske


def test_nothing_is_left_where_one_is_there_already(tmp_path: Path) -> None:
    (tmp_path / "zwei").write_bytes(b"alt")
    with pytest.raises(TakenError) as grund:
        create_files({tmp_path / "neu/eins": b"1", tmp_path / "zwei": b"2", tmp_path / "drei": b"3"})
    assert grund.value.path == tmp_path / "zwei"
    assert (tmp_path / "zwei").read_bytes() == b"alt"
    assert [path.name for path in tmp_path.rglob("*")] == ["zwei"]


def test_a_link_to_nowhere_is_there_too(tmp_path: Path) -> None:
    (tmp_path / "eins").symlink_to(tmp_path / "nirgends")
    with pytest.raises(TakenError):
        create_files({tmp_path / "eins": b"1"})
    assert not (tmp_path / "nirgends").exists()


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(FgkError) as grund:
        create_files({tmp_path / "zuerst": b"1", tmp_path / "a/b": b"1"})
    assert "ein Teil des Pfads ist eine Datei" in grund.value.was
    assert [path.name for path in tmp_path.rglob("*")] == ["a"]


def test_a_locked_folder(offener_ordner: Path) -> None:
    zu = offener_ordner / "zu"
    zu.mkdir(mode=0o555)
    offener_ordner.chmod(0o777)
    with ohne_vorrechte(), pytest.raises(FgkError) as grund:
        create_files({offener_ordner / "auf": b"1", zu / "b": b"1"})
    assert "keine Berechtigung" in grund.value.was
    assert [path.name for path in offener_ordner.rglob("*")] == ["zu"]


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    geschrieben = []

    def voll(handle: int) -> None:
        geschrieben.append(handle)
        if len(geschrieben) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", voll)
    with pytest.raises(FgkError) as grund:
        create_files({tmp_path / "a/eins": b"1", tmp_path / "a/zwei": b"2"})
    assert "der Datenträger ist voll" in grund.value.was
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_links_takes_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def geht_nicht(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", geht_nicht)
    create_files({tmp_path / "eins": b"1"})
    assert (tmp_path / "eins").read_bytes() == b"1"
    with pytest.raises(TakenError):
        create_files({tmp_path / "eins": b"2"})
    assert (tmp_path / "eins").read_bytes() == b"1"
