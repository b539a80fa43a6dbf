"""An Akte as it would be with some files changed: to be checked before anything is written."""

from collections.abc import Mapping
from datetime import date

from fgk.sources import READ_LIMIT, Source, is_record_path


class OverlaySource:
    """A source in which some files have other bytes, or are there at all."""

    def __init__(self, below: Source, files: Mapping[str, bytes]) -> None:
        self._below = below
        self._files = files

    @property
    def label(self) -> str:
        """How messages name the Akte's folder."""
        return self._below.label

    @property
    def day(self) -> date | None:
        """The day on which it stood like this."""
        return self._below.day

    def workspace(self) -> Source | None:
        """Return the nearest folder above that holds an ``fgk.yaml``."""
        return self._below.workspace()

    def paths(self) -> list[str]:
        """Return the paths of all YAML files, sorted."""
        return sorted({*self._below.paths(), *filter(is_record_path, self._files)})

    def exists(self, path: str) -> bool:
        """Say whether anything lies at this path."""
        return path in self._files or self._below.exists(path)

    def names(self, folder: str) -> list[str]:
        """Return the names of what lies in a folder, sorted."""
        ours = {path.rpartition("/")[2] for path in self._files if path.rpartition("/")[0] == folder}
        return sorted({*self._below.names(folder), *ours})

    def read(self, path: str, limit: int = READ_LIMIT) -> bytes:
        """Return a file's bytes (at most ``limit``); raises ``UnreadableFileError``."""
        return self._files[path][:limit] if path in self._files else self._below.read(path, limit)
