"""Many Akten at once: find them, and check them in one process or several."""

import gc
import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from fgk.checking import Selection, check_akte
from fgk.diagnostic import Diagnostic
from fgk.sources import FolderSource, find_akten

#: below this a second process costs more than it brings
_MANY = 8
_CHUNK = 4


class Job(NamedTuple):
    """What one worker needs to check one Akte."""

    folder: Path
    stichtag: date
    selection: Selection


class Result(NamedTuple):
    """What came out of one Akte."""

    diagnostics: list[Diagnostic]
    files: int


def find_all(paths: Iterable[Path]) -> list[Path]:
    """Return every Akte at or below ``paths`` once, as short to type as can be.

    Raises ``FgkError`` for a path that holds none.
    """
    found = {folder.resolve(): _relative(folder) for path in paths for folder in find_akten(path)}
    return sorted(found.values())


def check_all(todo: list[Job], workers: int = 0) -> Iterator[Result]:
    """Yield what came out of each Akte, in their order; 0 workers means: choose by their number."""
    workers = min(workers or (os.cpu_count() or 1 if len(todo) >= _MANY else 1), len(todo))
    if workers <= 1:
        yield from map(_check, todo)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=gc.disable) as pool:
        yield from pool.map(_check, todo, chunksize=_CHUNK)


def _check(job: Job) -> Result:
    akte, diagnostics = check_akte(FolderSource(job.folder), job.stichtag, job.selection)
    files = sum(map(len, akte.records.values())) + len(akte.fehlerhaft)
    return Result(diagnostics, files)


def _relative(path: Path) -> Path:
    try:
        return path.absolute().relative_to(Path.cwd())
    except ValueError:
        return path
