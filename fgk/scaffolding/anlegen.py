"""Create files: all of them or none, and never one that is there already, whoever was faster."""

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from fgk.beside import write_beside
from fgk.errors import FgkError
from fgk.sources import reason_of


class TakenError(Exception):
    """A file is there already; nothing was created."""

    def __init__(self, path: Path) -> None:
        super().__init__(os.fspath(path))
        self.path = path


def create_files(files: Mapping[Path, bytes]) -> None:
    """Create all files, with the folders they need.

    Raises ``TakenError`` for one that is there, and ``FgkError`` where it cannot be written; then none is left behind.
    """
    made: list[Path] = []
    temporary: dict[Path, Path] = {}
    path = Path()
    try:
        for path, data in files.items():
            _make_folders(path.parent, made)
            temporary[path] = write_beside(path, data)
        for path, written in temporary.items():
            _put(written, path)
            made.append(path)
    except BaseException as error:
        _undo([*made, *temporary.values()])
        if isinstance(error, FileExistsError) and os.path.lexists(path):
            raise TakenError(path) from error
        if isinstance(error, OSError):
            raise _cannot_write(path, error) from error
        raise
    _undo([*temporary.values()])


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and add the new ones to ``made``."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        try:
            path.mkdir()
            made.append(path)
        except FileExistsError:  # somebody else was faster, or a link leads nowhere
            if not path.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "not a directory", os.fspath(path)) from None


def _put(written: Path, path: Path) -> None:
    """Give a file its name, which it gets only while nobody else has it."""
    try:
        os.link(written, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links, such as a USB stick
        with path.open("xb") as file:
            try:
                file.write(written.read_bytes())
                file.flush()
            except OSError:
                path.unlink()
                raise


def _undo(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):  # somebody else may have put something into the folder meanwhile
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def _cannot_write(path: Path, error: OSError) -> FgkError:
    return FgkError(
        f"„{path}“ lässt sich nicht anlegen ({reason_of(error)}).",
        "Es wurde nichts geschrieben. Prüfen Sie, ob Sie dort schreiben dürfen und ob Platz ist, und wiederholen Sie den "
        "Befehl.",
    )
