"""The files below one folder of a repository, read from its objects: nothing is checked out.

A commit and the index are such places; they differ in where the list of files comes from.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import Self

from fgk.history.repository import Entry, Repository
from fgk.sources import AKTE_FILE, READ_LIMIT, WORKSPACE_FILE, UnreadableFileError, is_record_path


class ObjectSource(ABC):
    """The files of one Akte as git's objects hold them."""

    def __init__(self, repository: Repository, prefix: str) -> None:
        self._repository = repository
        self._prefix = prefix

    @property
    def ordner(self) -> str:
        """The folder of the Akte inside the repository; empty for its top."""
        return self._prefix

    @property
    def repository(self) -> Repository:
        """The repository it lies in."""
        return self._repository

    @abstractmethod
    def _in(self, folder: str) -> Self:
        """Return the same place in another folder of the repository."""

    def akten(self) -> list[Self]:
        """Return all Akten at or below this folder."""
        return [self._in(folder) for folder in aktenordner(self._listed(""), self._prefix)]

    @abstractmethod
    def _listed(self, prefix: str) -> Mapping[str, Entry]:
        """Return path (relative to ``prefix``) -> file for everything below a folder of the repository."""

    @cached_property
    def _files(self) -> Mapping[str, Entry]:
        return self._listed(self._prefix)

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

    def _workspace_folder(self) -> str | None:
        """Return the nearest folder above that holds an ``fgk.yaml``; empty for the top."""
        if not self._prefix:
            return None
        files = self._listed("")
        above = [parent.as_posix().removeprefix(".") for parent in PurePosixPath(self._prefix).parents]
        return next(
            (folder for folder in above if f"{folder}/{WORKSPACE_FILE}".removeprefix("/") in files), None
        )

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


def aktenordner(files: Iterable[str], prefix: str) -> list[str]:
    """Return the folders of all Akten at or below a folder, or of the one around it, sorted; there may be none."""
    folders = [path.removesuffix(AKTE_FILE).removesuffix("/") for path in files if _is_named(path, AKTE_FILE)]
    inside = [
        folder for folder in folders if not prefix or folder == prefix or folder.startswith(f"{prefix}/")
    ]
    # a path inside of an Akte means this Akte
    around = [folder for folder in folders if not folder or prefix.startswith(f"{folder}/")]
    return sorted(inside) or sorted(around, key=len)[-1:]


def _is_named(path: str, name: str) -> bool:
    return path == name or path.endswith(f"/{name}")
