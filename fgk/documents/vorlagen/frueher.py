"""A record as an earlier decision bound it: found in git by its digest, where git knows it."""

from collections.abc import Iterator, Sequence
from typing import Any

from fgk.akte import Akte, Record
from fgk.errors import FgkError
from fgk.festlegung.festlegung import digest
from fgk.history.commits import History
from fgk.history.source import CommitSource, history_of
from fgk.loading.load import load_files
from fgk.models.base import Datensatz

#: a file of the Akte changes a few times in four years, not hundreds of times
_MOST_VERSIONS = 100


def beschlossene_fassung(
    akte: Akte, path: str, summe: str, felder: Sequence[str]
) -> Record[Datensatz] | None:
    """Return the version of the file at ``path`` with this digest; ``None`` where git knows none."""
    try:
        history = history_of(akte.source)
        for source in _fassungen(history, path):
            record = _einziger(load_files(source, [path])[0])
            if record is not None and digest(record, felder) == summe:
                return record
    except FgkError:
        return None  # without git an earlier version is not known, and the paper says so
    return None


def _fassungen(history: History, path: str) -> Iterator[CommitSource]:
    """Yield the Akte at each commit that left a version of a file, the newest first."""
    uebrig = _MOST_VERSIONS
    for commit, changes in history.changes.items():
        if uebrig and any(change.path == path and change.new is not None for change in changes):
            uebrig -= 1
            yield CommitSource(history.repository, commit, history.prefix, commit[:8])


def _einziger(akte: Akte) -> Record[Any] | None:
    return next((record for records in akte.records.values() for record in records), None)
