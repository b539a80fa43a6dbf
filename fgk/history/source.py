"""An Akte as it stood at a commit. Works on objects alone: nothing is checked out."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from fgk.errors import FgkError
from fgk.history.commits import History, read_commits
from fgk.history.objekte import ObjectSource, aktenordner
from fgk.history.repository import Entry, Repository
from fgk.history.umzug import ordner_der_akte, umzug
from fgk.sources import AKTE_FILE, FolderSource, Source


class CommitSource(ObjectSource):
    """The files below one folder of a commit; ``shown`` is how messages name it."""

    def __init__(self, repository: Repository, commit: str, prefix: str, shown: str) -> None:
        super().__init__(repository, prefix)
        self._commit = commit
        self._shown = shown

    @property
    def day(self) -> date:
        """The day of the commit, where its committer was."""
        return read_commits(self._repository, [self._commit])[self._commit].committer.when.date()

    @property
    def commit(self) -> str:
        """The id of the commit."""
        return self._commit

    def at(self, commit: str) -> "CommitSource":
        """Return the same folder at another commit."""
        return CommitSource(self._repository, commit, self._prefix, commit[:8])

    def anderswo(self, commit: str) -> "CommitSource | None":
        """Return this Akte at another commit, in whatever folder its Kennung is found; ``None`` if it is not there."""
        folder = ordner_der_akte(self._repository, commit, self._files[AKTE_FILE])
        return None if folder is None else CommitSource(self._repository, commit, folder, commit[:8])

    def staende(self) -> Iterator["CommitSource"]:
        """Yield this Akte after every step of the main line that changed it, oldest first, in the folder of that time."""
        history = self.history
        main = history.main
        herkunft = umzug(history)
        if herkunft is not None:
            davor = herkunft.davor
            yield from CommitSource(self._repository, davor.tip, davor.prefix, davor.tip[:8]).staende()
            main = main[main.index(herkunft.schritt) :]
        yield from (self.at(commit) for commit in main if commit in history.changes)

    @cached_property
    def history(self) -> History:
        """How this Akte came about."""
        return History(self._repository, self._commit, self._prefix)

    @property
    def label(self) -> str:
        """Revision and folder, as git writes them: ``HEAD~1:akten/stolberg``."""
        return f"{self._shown}:{self._prefix}"

    def _listed(self, prefix: str) -> Mapping[str, Entry]:
        return self._repository.files(self._commit, prefix)

    def _in(self, folder: str) -> "CommitSource":
        return CommitSource(self._repository, self._commit, folder, self._shown)

    def workspace(self) -> "CommitSource | None":
        """Return the nearest folder above that holds an ``fgk.yaml`` in this commit."""
        folder = self._workspace_folder()
        return None if folder is None else self._in(folder)


def history_of(source: Source) -> History:
    """Return how an Akte came about: up to the commit that it was read from, or up to ``HEAD`` for a folder.

    Raises ``FgkError`` where the folder lies in no repository, or was never committed.
    """
    if isinstance(source, CommitSource):
        return source.history
    if not isinstance(source, FolderSource):
        raise TypeError(f"no history of {source!r}")
    return akten_at(source.root, "HEAD")[0].history


def akten_at(folder: Path, rev: str) -> list[CommitSource]:
    """Return all Akten that lay at or below a folder at a revision; raises ``FgkError`` where there is none."""
    repository = Repository.around(folder)
    return akten_in(repository, repository.commit(rev), repository.path_of(folder), rev)


def akten_in(repository: Repository, commit: str, prefix: str, shown: str) -> list[CommitSource]:
    """Return all Akten at or below a folder of a commit; raises ``FgkError`` where there is none."""
    found = finde_akten(repository, commit, prefix, shown)
    if not found:
        raise FgkError(
            f"Im Stand „{shown}“ liegt in „{prefix or '.'}“ keine Akte: Es gibt dort keine Datei {AKTE_FILE}.",
            "Nennen Sie einen anderen Stand oder einen anderen Ordner.",
        )
    return found


def finde_akten(repository: Repository, commit: str, prefix: str, shown: str) -> list[CommitSource]:
    """Return all Akten at or below a folder of a commit, or the one around it; there may be none."""
    folders = aktenordner(repository.files(commit, ""), prefix)
    return [CommitSource(repository, commit, folder, shown) for folder in folders]
