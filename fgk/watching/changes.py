"""Which files of an Akte changed, time after time, while somebody writes.

A message of the operating system only says that it is worth a look; what changed is seen in the files themselves. So
a swap file, a touched file or one that was saved as it was is no change, a folder that has gone is one, and where no
message comes at all (network drives), a look once a second finds it too.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from fgk.errors import FgkError
from fgk.watching.snapshot import Snapshot, snapshot

#: milliseconds without a further message until we look: an editor saves in several steps
_STEP = 100
#: milliseconds after which we look without a message
_PATIENCE = 1000


def changes(folders: Sequence[Path]) -> Iterator[list[str]]:
    """Yield which files changed in an Akte, the first of these folders, and in what its workspace has for all.

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
