"""An Akte as it stood at a commit. Works on objects alone: nothing is checked out."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

from fgk.errors import FgkError
from fgk.history.commits import History, read_commits
from fgk.history.repository import Entry, Repository
from fgk.history.umzug import ordner_der_akte, umzug
from fgk.sources import (
    AKTE_FILE,
    READ_LIMIT,
    WORKSPACE_FILE,
    FolderSource,
    Source,
    UnreadableFileError,
    is_record_path,
)


class CommitSource:
    """The files below one folder of a commit; ``shown`` is how messages name it."""

    def __init__(self, repository: Repository, commit: str, prefix: str, shown: str) -> None:
        self._repository = repository
        self._commit = commit
        self._prefix = prefix
        self._shown = shown

    @property
    def day(self) -> date:
        """The day of the commit, where its committer was."""
        return read_commits(self._repository, [self._commit])[self._commit].committer.when.date()

    @property
    def commit(self) -> str:
        """The id of the commit."""
        return self._commit

    @property
    def ordner(self) -> str:
        """The folder of the Akte inside the repository; empty for its top."""
        return self._prefix

    @property
    def repository(self) -> Repository:
        """The repository it lies in."""
        return self._repository

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

    @cached_property
    def _files(self) -> Mapping[str, Entry]:
        return self._repository.files(self._commit, self._prefix)

    @cached_property
    def _contents(self) -> Mapping[str, bytes]:
        """Blob -> bytes of all records: read at once, because asking for each would start git each time."""
        return self._repository.blobs(
            self._files[path].blob for path in self.paths() if self._files[path].is_file
        )

    def paths(self) -> list[str]:
        """Return the paths of all YAML files of this Akte, links that pretend to be one included."""
        inner = {path.removesuffix(AKTE_FILE) for path in self._files if path.endswith(f"/{AKTE_FILE}")}
        return sorted(
            path
            for path in self._files
            if is_record_path(path) and not any(path.startswith(folder) for folder in inner)
        )

    def exists(self, path: str) -> bool:
        """Say whether a file or folder lies at this path."""
        return path in self._files or any(other.startswith(f"{path}/") for other in self._files)

    def names(self, folder: str) -> list[str]:
        """Return the names of what lies in a folder, sorted."""
        inside = (path.removeprefix(f"{folder}/") for path in self._files if path.startswith(f"{folder}/"))
        return sorted({path.partition("/")[0] for path in inside})

    def workspace(self) -> "CommitSource | None":
        """Return the nearest folder above that holds an ``fgk.yaml`` in this commit."""
        files = self._repository.files(self._commit, "")
        above = [parent.as_posix().removeprefix(".") for parent in PurePosixPath(self._prefix).parents]
        found = (
            folder
            for folder in above
            if (f"{folder}/{WORKSPACE_FILE}" if folder else WORKSPACE_FILE) in files
        )
        folder = next(found, None) if self._prefix else None
        return None if folder is None else CommitSource(self._repository, self._commit, folder, self._shown)

    def read(self, path: str, limit: int = READ_LIMIT) -> bytes:
        """Return a file's bytes (at most ``limit``); raises ``UnreadableFileError``."""
        entry = self._files.get(path)
        if entry is None:
            raise UnreadableFileError(
                "FGK018", f"„{path}“ gibt es in diesem Stand nicht.", "Prüfen Sie die Schreibweise des Pfads."
            )
        if not entry.is_file:
            raise UnreadableFileError(
                "FGK019",
                "Hier liegt in git eine Verknüpfung oder ein anderes Repository.",
                "Legen Sie an ihre Stelle die Datei selbst.",
            )
        if entry.blob in self._contents:
            return self._contents[entry.blob][:limit]
        return self._repository.blobs([entry.blob])[entry.blob][:limit]


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
    files = repository.files(commit, "")
    folders = [path.removesuffix(AKTE_FILE).removesuffix("/") for path in files if _is_named(path, AKTE_FILE)]
    inside = [
        folder for folder in folders if not prefix or folder == prefix or folder.startswith(f"{prefix}/")
    ]
    # a path inside of an Akte means this Akte
    around = [folder for folder in folders if not folder or prefix.startswith(f"{folder}/")]
    found = sorted(inside) or sorted(around, key=len)[-1:]
    return [CommitSource(repository, commit, folder, shown) for folder in found]


def _is_named(path: str, name: str) -> bool:
    return path == name or path.endswith(f"/{name}")
