"""A record as an earlier decision bound it: found in git by its digest, where git knows it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
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


class Fassungen:
    """The earlier versions of an Akte's files; its history is asked for once, and only if somebody wants to know."""

    def __init__(self, akte: Akte) -> None:
        self._source = akte.source

    @cached_property
    def _history(self) -> History | None:
        try:
            return history_of(self._source)
        except FgkError:
            return None  # without git an earlier version is not known, and the paper says so

    def mit_summe(self, path: str, summe: str, felder: Sequence[str]) -> Record[Datensatz] | None:
        """Return the version of the file at ``path`` with this digest; ``None`` where git knows none."""
        if self._history is None:
            return None
        for source in _fassungen(self._history, path):
            record = _einziger(load_files(source, [path])[0])
            if record is not None and digest(record, felder) == summe:
                return record
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
