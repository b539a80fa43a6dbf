"""An Akte that lies in no folder: the files of a pack, of an earlier state, or of what a merge would come to."""

from datetime import date

from fgk.sharing.versions import Files
from fgk.sources import READ_LIMIT, Source, UnreadableFileError, is_record_path


class FilesSource:
    """A source of files in memory; ``around`` is the Akte whose workspace they share."""

    def __init__(self, files: Files, label: str, around: Source | None = None) -> None:
        self._files = files
        self._label = label
        self._around = around

    @property
    def label(self) -> str:
        """How messages name it."""
        return self._label

    @property
    def day(self) -> date | None:
        """It stands now."""
        return None

    def workspace(self) -> Source | None:
        """Return the workspace of the Akte that it stands for."""
        return self._around.workspace() if self._around else None

    def paths(self) -> list[str]:
        """Return the paths of all YAML files, sorted."""
        return sorted(filter(is_record_path, self._files))

    def exists(self, path: str) -> bool:
        """Say whether a file or folder lies at this path."""
        return path in self._files or any(other.startswith(f"{path}/") for other in self._files)

    def names(self, folder: str) -> list[str]:
        """Return the names of what lies in a folder, sorted."""
        prefix = f"{folder}/" if folder else ""
        inside = (path.removeprefix(prefix) for path in self._files if path.startswith(prefix))
        return sorted({path.partition("/")[0] for path in inside})

    def read(self, path: str, limit: int = READ_LIMIT) -> bytes:
        """Return a file's bytes (at most ``limit``); raises ``UnreadableFileError``."""
        raw = self._files[path].raw if path in self._files else None
        if raw is None:
            raise UnreadableFileError(
                "FGK018", f"„{path}“ gibt es hier nicht.", "Prüfen Sie die Schreibweise des Pfads."
            )
        return raw[:limit]
