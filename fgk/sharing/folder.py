"""The files of an Akte's folder that belong to it, read into memory; what stays out, and why."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fgk.errors import FgkError
from fgk.sharing.belongs import LeftOut, why_left_out
from fgk.sharing.ignored import Pattern, is_ignored, patterns_above, read_patterns
from fgk.sharing.versions import Version, version
from fgk.sources import AKTE_FILE, MAX_DEPTH, reason_of

#: a mailbox takes no more, and nobody should keep films in an Akte
LARGEST_FILE = 50 * 1024 * 1024
LARGEST = 200 * 1024 * 1024
MOST_FILES = 5000


class Content(NamedTuple):
    """The files of an Akte, and what of its folder is left out and should be said."""

    files: dict[str, Version]
    left_out: list[LeftOut]

    @property
    def size(self) -> int:
        """How many bytes the files have together."""
        return sum(len(v.raw or b"") for v in self.files.values())


def read_folder(folder: Path) -> Content:
    """Return what belongs to an Akte; raises ``FgkError`` for a file that cannot be read, and for too much."""
    files: dict[str, Version] = {}
    left_out: list[LeftOut] = []
    for path, why in _walk(folder, "", patterns_above(folder)):
        if why is None:
            files[path] = version(_read(folder / path))
        elif why:
            left_out.append(LeftOut(path, why))
    content = Content(dict(sorted(files.items())), sorted(left_out))
    if content.size > LARGEST or len(files) > MOST_FILES:
        raise FgkError(
            f"Die Akte „{folder}“ ist zu groß: {len(files)} Dateien mit {content.size // 1024 // 1024} MB.",
            f"Erlaubt sind {MOST_FILES} Dateien und {LARGEST // 1024 // 1024} MB. Legen Sie große Dateien anderswo ab.",
        )
    return content


def _walk(folder: Path, prefix: str, patterns: list[Pattern]) -> Iterator[tuple[str, str | None]]:
    """Yield path and why it stays out, ``None`` for what belongs to the Akte."""
    here = folder / prefix
    if prefix:
        patterns = [*patterns, *read_patterns(here / ".gitignore", prefix.rstrip("/"))]
    try:
        entries = sorted(os.scandir(here), key=lambda entry: entry.name)
    except OSError as error:
        raise _cannot_read(here, error) from error
    for entry in entries:
        path = f"{prefix}{entry.name}"
        is_folder = entry.is_dir(follow_symlinks=False)
        why = _why_not(entry, path, patterns, is_folder=is_folder)
        if why is not None or not is_folder:
            yield path, why
        elif prefix.count("/") < MAX_DEPTH:
            yield from _walk(folder, f"{path}/", patterns)


def _why_not(entry: "os.DirEntry[str]", path: str, patterns: list[Pattern], *, is_folder: bool) -> str | None:
    # hidden files are settings of this machine or of git, and no part of what others shall get
    if entry.name.startswith(".") or is_ignored(path, patterns, is_folder=is_folder):
        why = why_left_out(path) if not is_folder else ""
        return why or ""
    why = why_left_out(path)
    if why is not None:
        return why
    if is_folder:
        inner = os.path.lexists(Path(entry.path) / AKTE_FILE)
        return "ist eine eigene Akte" if inner else None
    status = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(status.st_mode):
        return "ist eine Verknüpfung oder keine gewöhnliche Datei"
    return None if status.st_size <= LARGEST_FILE else f"ist größer als {LARGEST_FILE // 1024 // 1024} MB"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _cannot_read(path, error) from error


def _cannot_read(path: Path, error: OSError) -> FgkError:
    return FgkError(
        f"„{path}“ lässt sich nicht lesen ({reason_of(error)}).",
        "Prüfen Sie, ob Sie die Datei öffnen dürfen, und wiederholen Sie den Befehl.",
    )
