"""Many Akten at once: find them, and check them in one process or several."""

import gc
import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from fgk.checking import ALL, Selection, check_akte, check_workspace
from fgk.diagnostic import Diagnostic
from fgk.finding import find_akten
from fgk.loading.nachbarn import vergiss
from fgk.sources import FolderSource, Source, short_path

if TYPE_CHECKING:
    from fgk.akte import Akte
    from fgk.bases import Basisvergleich
    from fgk.history.source import CommitSource
    from fgk.rules.kontext import Vergleichsstand

#: below this a second process costs more than it brings
_MANY = 8
_CHUNK = 4


class Job(NamedTuple):
    """What one worker needs to check one Akte, or what a workspace has for all of its Akten.

    ``lists_records`` asks for the names of what was checked: most outputs have no use for them.
    """

    source: Source
    stichtag: date
    selection: Selection
    is_workspace: bool = False
    base: "CommitSource | None" = None
    lists_records: bool = False


class Result(NamedTuple):
    """What came out of one Akte: ``records`` are path and name of each, where they were asked for."""

    diagnostics: list[Diagnostic]
    files: int
    label: str = ""
    records: tuple[tuple[str, str], ...] = ()


def find_all(paths: Iterable[Path]) -> list[Path]:
    """Return every Akte at or below ``paths`` once, as short to type as can be.

    Raises ``FgkError`` for a path that holds none.
    """
    found = {folder.resolve(): short_path(folder) for path in paths for folder in find_akten(path)}
    return sorted(found.values())


def staged_sources(paths: Iterable[Path], index: str | None = None) -> list[Source]:
    """Return every Akte at or below ``paths`` once, as it would be committed; ``index`` is another than git's own.

    Raises ``FgkError`` for a path that holds none.
    """
    from fgk.history.index import akten_im_index

    found = {source.label: source for path in paths for source in akten_im_index(path, index)}
    return [found[label] for label in sorted(found)]


def sources_of(paths: Iterable[Path], at: str | None = None) -> list[Source]:
    """Return every Akte at or below ``paths`` once, as it is or as it stood ``at`` a revision.

    Raises ``FgkError`` for a path that holds none, and for a revision that is none.
    """
    if at is None:
        return [FolderSource(folder) for folder in find_all(paths)]
    from fgk.history.source import akten_at

    found = {source.label: source for path in paths for source in akten_at(path, at)}
    return [found[label] for label in sorted(found)]


def workspaces_of(akten: Iterable[Source]) -> list[Source]:
    """Return the workspaces that Akten lie in, each once."""
    found = {workspace.label: workspace for akte in akten if (workspace := akte.workspace())}
    return [found[label] for label in sorted(found)]


def jobs_for(
    akten: Iterable[Source],
    stichtag: date,
    selection: Selection = ALL,
    against: "Basisvergleich | None" = None,
    *,
    lists_records: bool = False,
) -> list[Job]:
    """Return what there is to do for Akten: first the workspaces they lie in, then each one, held against its base."""
    akten = list(akten)
    vorher = against.vorher if against else {}
    todo = [Job(workspace, stichtag, selection, is_workspace=True) for workspace in workspaces_of(akten)]
    todo += [Job(akte, stichtag, selection, base=vorher.get(akte.label)) for akte in akten]
    return [job._replace(lists_records=lists_records) for job in todo]


def check_gone(against: "Basisvergleich | None", selection: Selection = ALL) -> Iterator[Result]:
    """Yield what is to be said of the Akten that the base has and this state has not."""
    if against is None:
        return
    from fgk.bases import fehlende_akte

    for source in against.entfernt:
        yield Result([d for d in fehlende_akte(source) if selection.takes(d.code)], 0, source.label)


def check_all(todo: list[Job], workers: int = 0) -> Iterator[Result]:
    """Yield what came out of each Akte, in their order; 0 workers means: choose by their number."""
    vergiss()
    workers = min(workers or (os.cpu_count() or 1 if len(todo) >= _MANY else 1), len(todo))
    if workers <= 1:
        yield from map(_check, todo)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=gc.disable) as pool:
        yield from pool.map(_check, todo, chunksize=_CHUNK)


def _basis(job: Job) -> "Vergleichsstand | None":
    if job.base is None:
        return None
    from fgk.bases import vergleichsstand

    return vergleichsstand(job.base)


def _check(job: Job) -> Result:
    if job.is_workspace:
        akte, diagnostics = check_workspace(job.source, job.stichtag, job.selection)
    else:
        akte, diagnostics = check_akte(job.source, job.stichtag, job.selection, _basis(job))
    files = sum(map(len, akte.records.values())) + len(akte.fehlerhaft)
    return Result(diagnostics, files, job.source.label, _records(akte) if job.lists_records else ())


def _records(akte: "Akte") -> tuple[tuple[str, str], ...]:
    """Return path and name of every record, faulty ones included: its Kennung, or its file where it has none."""
    from fgk.models.arten import art_von

    named = {record.path: record.kennung for records in akte.records.values() for record in records}
    for path in akte.fehlerhaft - named.keys():
        art = art_von(path)
        named[path] = art.kennung_aus_pfad(path) if art else None
    return tuple((akte.shown_path(path), named[path] or path) for path in sorted(named))
