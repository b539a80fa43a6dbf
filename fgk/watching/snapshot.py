"""Which files of an Akte and of what its workspace has for all there are, and what is in them: enough to see a change."""

import os
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from fgk.loading.ablagen import shared_files
from fgk.sources import SKIPPED, FolderSource

#: what documents take from beside the records, wherever it lies
_IMAGES = (".svg", ".png", ".jpg", ".jpeg")
#: all in here is read: templates, typefaces, Word and OpenDocument files
_TEMPLATES = "vorlagen"
_TOO_LARGE = 16 * 1024 * 1024


class _Seen(NamedTuple):
    """A file as it was: what the file system says, and its content."""

    mtime: int
    size: int
    digest: bytes


Snapshot = Mapping[str, _Seen]


def snapshot(folders: Sequence[Path], known: Snapshot) -> Snapshot:
    """Return every file that counts as it is now; what looks as ``known`` is not read again."""
    akte, *others = folders
    seen = dict(_files(akte, akte, known))
    for folder in others:
        seen |= _files(folder, folder / _TEMPLATES, known)
        for path in shared_files(FolderSource(folder)):
            seen |= _look(folder / path, known)
    return seen


def _files(folder: Path, start: Path, known: Snapshot) -> dict[str, _Seen]:
    """Return the files that count at and below ``start``: records, images, and all templates."""
    seen: dict[str, _Seen] = {}
    records = {os.path.normpath(folder / path) for path in FolderSource(folder).paths()}
    for root, folders, names in os.walk(start):
        folders[:] = [name for name in folders if not (name.startswith(".") or name in SKIPPED)]
        is_template = _TEMPLATES in Path(root).relative_to(folder).parts
        for name in names:
            path = Path(root, name)
            is_own = not (name.startswith(".") or name.endswith("~"))
            if os.path.normpath(path) in records or (
                is_own and (is_template or name.lower().endswith(_IMAGES))
            ):
                seen |= _look(path, known)
    return seen


def _look(path: Path, known: Snapshot) -> dict[str, _Seen]:
    """Return one file as it is, nothing where it has gone again meanwhile."""
    shown = path.as_posix()
    try:
        status = path.stat()
        before = known.get(shown)
        if before and (before.mtime, before.size) == (status.st_mtime_ns, status.st_size):
            return {shown: before}
        return {shown: _Seen(status.st_mtime_ns, status.st_size, _digest(path, status))}
    except OSError:  # deleted between two looks, or locked: the check says what is wrong with it
        return {}


def _digest(path: Path, status: os.stat_result) -> bytes:
    if status.st_size > _TOO_LARGE:  # no record and no picture that we take is as large
        return f"{status.st_mtime_ns} {status.st_size}".encode()
    return blake2b(path.read_bytes(), digest_size=16).digest()
