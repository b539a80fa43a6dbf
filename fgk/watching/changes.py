"""Which files of an Akte changed, time after time, while somebody writes.

A message of the operating system only says that it is worth a look; what changed is seen in the files themselves. So
a swap file, a touched file or one that was saved as it was is no change, a folder that has gone is one, and where no
message comes at all (network drives), a look once a second finds it too.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from fgk.errors import FgkError
from fgk.sources import SKIPPED, FolderSource

#: what documents take from beside the records, wherever it lies
_IMAGES = (".svg", ".png", ".jpg", ".jpeg")
#: all in here is read: templates, typefaces, Word and OpenDocument files
_TEMPLATES = "vorlagen"
#: milliseconds without a further message until we look: an editor saves in several steps
_STEP = 100
#: milliseconds after which we look without a message
_PATIENCE = 1000
_TOO_LARGE = 16 * 1024 * 1024


class _Seen(NamedTuple):
    """A file as it was: what the file system says, and its content."""

    mtime: int
    size: int
    digest: bytes


Snapshot = Mapping[str, _Seen]


def changes(folders: Sequence[Path]) -> Iterator[list[str]]:
    """Yield which files changed in an Akte, the first of these folders, and in the design of its workspace.

    Yields an empty list first, when all that follows will be noticed. Never ends by itself; raises ``FgkError`` when
    the Akte's folder is no longer there.
    """
    before = snapshot(folders, {})
    yield []
    for _ in _signals(folders):
        after = snapshot(folders, before)
        changed = sorted(path for path in before.keys() | after.keys() if _differ(before, after, path))
        before = after
        if not folders[0].is_dir():
            raise FgkError(
                f"Den Ordner „{folders[0]}“ gibt es nicht mehr.", "Wechseln Sie in den Ordner der Akte."
            )
        if changed:
            yield changed


def _differ(before: Snapshot, after: Snapshot, path: str) -> bool:
    if path not in before or path not in after:
        return True
    return before[path].digest != after[path].digest


def _signals(folders: Sequence[Path]) -> Iterator[object]:
    """Yield whenever something may have changed, at the latest after a second."""
    from watchfiles import watch

    look = partial(
        watch,
        *folders,
        watch_filter=None,
        step=_STEP,
        rust_timeout=_PATIENCE,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )
    try:
        yield from look()
    except (OSError, RuntimeError):  # no messages from this drive, or no more of them for this user
        yield from look(force_polling=True)


def snapshot(folders: Sequence[Path], known: Snapshot) -> Snapshot:
    """Return every file that counts as it is now; what looks as ``known`` is not read again."""
    akte, *others = folders
    seen = dict(_files(akte, akte, known))
    for folder in others:
        seen |= _files(folder, folder / _TEMPLATES, known)
        seen |= _look(folder / "gestaltung.yaml", known)
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
