"""Documents on disk: the old ones stay whole until all new ones are."""

import errno
import os
from pathlib import Path

import pytest
from hilfen import ohne_vorrechte

from fgk.documents.files import write_files
from fgk.errors import FgkError


def test_new_files_take_the_place_of_the_old(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"alt")
    paths = write_files(tmp_path / "neu" / "tief", {"a.md": b"eins"})
    paths += write_files(tmp_path, {"a.md": b"zwei", "a.pdf": b"drei"})
    assert [path.read_bytes() for path in paths] == [b"eins", b"zwei", b"drei"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "a.pdf", "neu"]


def test_a_disk_that_fills_up_at_the_second_file_leaves_both_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alte = {name: tmp_path / name for name in ("a.md", "a.pdf")}
    for path in alte.values():
        path.write_bytes(b"alt")
    synced = []

    def fsync(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(FgkError) as caught:
        write_files(tmp_path, {"a.md": b"neu", "a.pdf": b"neu"})
    assert "a.pdf“ lässt sich nicht schreiben (der Datenträger ist voll)" in caught.value.was
    assert [path.read_bytes() for path in alte.values()] == [b"alt", b"alt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "a.pdf"], (
        "no rest is left lying about"
    )


def test_one_protected_file_holds_up_all(tmp_path: Path) -> None:
    for path in (tmp_path.parent.parent, tmp_path.parent):
        path.chmod(0o755)
    tmp_path.chmod(0o777)
    (tmp_path / "b").write_bytes(b"alt")
    (tmp_path / "b").chmod(0o444)
    with ohne_vorrechte(), pytest.raises(FgkError, match="schreibgeschützt"):
        write_files(tmp_path, {"a": b"neu", "b": b"neu"})
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_what_is_no_plain_file_keeps_its_place(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr")
    with pytest.raises(FgkError, match="ist keine gewöhnliche Datei"):
        write_files(tmp_path, {"rohr": b"neu"})
    assert (tmp_path / "rohr").is_fifo()


def test_no_file_takes_the_place_of_a_device() -> None:
    with pytest.raises(FgkError, match="ist keine gewöhnliche Datei"):
        write_files(Path("/dev"), {"fgk-gibt-es-nicht": b"neu"})
    assert not Path("/dev/fgk-gibt-es-nicht").exists()


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    """It may have come with a folder from somebody else."""
    (tmp_path / "ziel").write_bytes(b"alt")
    (tmp_path / "a").symlink_to("ziel")
    assert write_files(tmp_path, {"a": b"neu"}) == [tmp_path / "a"]
    assert ((tmp_path / "ziel").read_bytes(), (tmp_path / "a").read_bytes()) == (b"alt", b"neu")
