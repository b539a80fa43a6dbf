"""Where the files of an Akte come from: the protocol, and the folder on disk.

A later source is a commit; whatever reads an Akte asks only for ``paths()`` and ``read(path)``.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

from fgk.models.arten import ARTEN

#: one byte more than the reader accepts, so that it can see "too large" without reading 50 MB
READ_LIMIT = 1024 * 1024 + 1
AKTE_FILE = "audit.yaml"
WORKSPACE_FILE = "fgk.yaml"
#: what lies at the top of an Akte; a folder with two of these and no audit.yaml has lost it
SIGNS = frozenset(art.pfad.partition("/")[0] for art in ARTEN if not art.ist_fuer_alle) - {AKTE_FILE}
#: no Akte lies or goes deeper; whatever does is a mistake, and would end the search with Python's own limit
MAX_DEPTH = 40
SKIPPED = frozenset({"ausgabe", "node_modules", "__pycache__"})
#: without it Windows would change the ends of lines
_AS_IT_IS = getattr(os, "O_BINARY", 0)
#: editors on Windows like to add the last two, and do not show it
_ENDINGS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")


class UnreadableFileError(Exception):
    """A file that is there and cannot be read; becomes a diagnostic with this code and sentences."""

    def __init__(self, code: str, was: str, tun: str) -> None:
        super().__init__(was)
        self.code = code
        self.was = was
        self.tun = tun


class Source(Protocol):
    """The files of one Akte, by paths relative to it with ``/`` between the parts."""

    @property
    def label(self) -> str:
        """How messages name the Akte's folder, as the user typed it."""

    @property
    def day(self) -> date | None:
        """The day on which it stood like this; ``None`` for what stands now."""

    def paths(self) -> Iterable[str]:
        """Return the paths of all YAML files, sorted."""

    def exists(self, path: str) -> bool:
        """Say whether anything lies at this path, readable or not."""

    def names(self, folder: str) -> list[str]:
        """Return the names of what lies in a folder, sorted; nothing where there is no such folder."""

    def workspace(self) -> "Source | None":
        """Return the nearest folder above that holds an ``fgk.yaml``."""

    def read(self, path: str, limit: int = READ_LIMIT) -> bytes:
        """Return a file's bytes (at most ``limit``); raises ``UnreadableFileError``."""


class FolderSource:
    """An Akte in a folder. Reads, never writes; never follows a link out of the folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._root = os.fspath(root)
        self._links: dict[str, bool] = {"": False}
        self.day = None

    @property
    def label(self) -> str:
        """The folder as the user typed it, with ``/`` between the parts."""
        return self.root.as_posix()

    def paths(self) -> list[str]:
        """Return the paths of all YAML files; folders and links that pretend to be one are included."""
        return sorted(_walk(self._root, ""))

    def exists(self, path: str) -> bool:
        """Say whether anything lies at this path, readable or not."""
        return os.path.lexists(self.root / path)

    def names(self, folder: str) -> list[str]:
        """Return the names of what lies in a folder, sorted; nothing where there is no folder to look into."""
        try:
            return sorted(os.listdir(self.root / folder))  # noqa: PTH208 - names are all that is wanted
        except OSError:
            return []

    def workspace(self) -> "FolderSource | None":
        """Return the nearest folder above that holds an ``fgk.yaml``."""
        parents = self.root.resolve().parents
        found = next((folder for folder in parents if os.path.lexists(folder / WORKSPACE_FILE)), None)
        return None if found is None else FolderSource(short_path(found))

    def read(self, path: str, limit: int = READ_LIMIT) -> bytes:
        """Return a file's bytes; raises ``UnreadableFileError`` for links, folders and locked files.

        What lies outside of the folder, by a link or by its path, is not read.
        """
        full = os.path.join(self._root, path)  # noqa: PTH118 - read for every file of every Akte
        try:
            status = os.lstat(full)
            is_link = stat.S_ISLNK(status.st_mode)
            if is_link or ".." in path or path.startswith("/") or self._leads_out(path.rpartition("/")[0]):
                self._check_link(full, path)
                status = os.stat(full)  # noqa: PTH116 - as above
            if stat.S_ISDIR(status.st_mode):
                raise _is_folder(full, is_link=is_link)
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableFileError(
                    "FGK018", "Dies ist keine gewöhnliche Datei.", "Entfernen Sie sie aus der Akte."
                )
            # asking for READ_LIMIT alone would make room for a megabyte for every small file
            return _read(full, min(status.st_size + 1, limit))
        except OSError as error:
            raise UnreadableFileError(
                "FGK018",
                f"„{os.path.basename(os.path.abspath(full))}“ lässt sich nicht lesen ({reason_of(error)}).",  # noqa: PTH100, PTH119
                "Prüfen Sie, was dort liegt und ob Sie es öffnen dürfen.",
            ) from error

    def _leads_out(self, folder: str) -> bool:
        """Say whether a folder is or lies behind a link; asked for every file, so each folder is looked at once."""
        if folder not in self._links:
            parent = folder.rpartition("/")[0]
            is_link = os.path.islink(os.path.join(self._root, folder))  # noqa: PTH114, PTH118 - as above
            self._links[folder] = is_link or self._leads_out(parent)
        return self._links[folder]

    def _check_link(self, full: str, path: str) -> None:
        target = Path(os.path.realpath(full))
        if target.is_relative_to(os.path.realpath(self._root)):
            return
        if ".." not in path and not path.startswith("/"):
            raise UnreadableFileError(
                "FGK019",
                "Hier liegt eine Verknüpfung, die aus der Akte hinausführt.",
                "Ersetzen Sie die Verknüpfung durch das, worauf sie zeigt.",
            )
        raise UnreadableFileError(
            "FGK019",
            "Der Pfad führt aus dem Ordner hinaus.",
            "Legen Sie die Datei in den Ordner, und nennen Sie den Pfad von dort aus.",
        )


def _read(full: str, most: int) -> bytes:
    """Return the first bytes of a file; a file object would cost as much again as reading."""
    file = os.open(full, os.O_RDONLY | _AS_IT_IS)
    try:
        return os.read(file, most)
    finally:
        os.close(file)


def _is_folder(full: str, *, is_link: bool) -> UnreadableFileError:
    """Return what to say of a folder where a file should be; raises ``OSError`` if it is locked."""
    os.scandir(full).close()
    if is_link:
        return UnreadableFileError(
            "FGK018",
            "Hier führt eine Verknüpfung zu einem Ordner; sein Inhalt wurde nicht geprüft.",
            "Ersetzen Sie die Verknüpfung durch den Ordner selbst.",
        )
    return UnreadableFileError(
        "FGK018",
        "Hier liegt ein Ordner, wo eine Datei hingehört.",
        "Benennen Sie den Ordner um oder legen Sie die Datei an.",
    )


def is_record_path(path: str) -> bool:
    """Say whether a path inside a folder is one that ``paths()`` of the folder would return, if it is a file."""
    parts = path.split("/")
    is_hidden = any(part.startswith(".") or part in SKIPPED for part in parts)
    return parts[-1].lower().endswith(_ENDINGS) and not is_hidden


def _walk(folder: str, prefix: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        # the folder itself is the news: reading "…/" fails and says why
        yield prefix.rstrip("/") or "."
        return
    for entry in entries:
        name = entry.name
        if name.startswith(".") or name in SKIPPED:
            continue
        if name.lower().endswith(_ENDINGS):
            yield prefix + name
        elif entry.is_dir(follow_symlinks=False):
            if prefix.count("/") < MAX_DEPTH and not os.path.lexists(os.path.join(entry.path, AKTE_FILE)):  # noqa: PTH118
                yield from _walk(entry.path, f"{prefix}{name}/")
        elif entry.is_symlink() and _may_be_folder(entry):
            yield prefix + name


def _may_be_folder(entry: "os.DirEntry[str]") -> bool:
    """Say whether a link leads to a folder, or to what nobody can look at: reading it then says why."""
    try:
        return entry.is_dir()
    except OSError:
        return True


_REASONS = {
    errno.EACCES: "keine Berechtigung",
    errno.EPERM: "keine Berechtigung",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
    errno.ENOENT: "nicht gefunden",
    errno.ELOOP: "die Verknüpfung führt im Kreis",
    errno.EISDIR: "dort liegt ein Ordner",
    errno.ENOTDIR: "ein Teil des Pfads ist eine Datei",
    errno.EEXIST: "dort liegt eine Datei",
    errno.ENOSPC: "der Datenträger ist voll",
    errno.EFBIG: "die Datei wäre größer, als hier erlaubt ist",
    errno.EDQUOT: "Ihr Speicherplatz ist aufgebraucht",
    errno.ENAMETOOLONG: "der Name ist zu lang",
}


def reason_of(error: OSError) -> str:
    """Return in German why the operating system refused."""
    return _REASONS.get(error.errno or 0, f"Meldung des Betriebssystems: {error.strerror}")


def git_top(folder: Path) -> Path | None:
    """Return the top of the git repository that a folder lies in, told by its ``.git`` alone: no git is started."""
    start = folder.resolve()
    return next((path for path in (start, *start.parents) if os.path.lexists(path / ".git")), None)


def shown_path(source: Source, path: str) -> str:
    """Return how messages name a file of an Akte: as the user would type it, for git too."""
    label = source.label
    if path == ".":  # the folder itself is meant, when it cannot be looked into
        return label
    if label.endswith(":"):  # the top of a commit
        return label + path
    return path if label == "." else f"{label}/{path}"


def short_path(path: Path) -> Path:
    """Return a path as short as it can be typed from here."""
    try:
        return path.absolute().relative_to(Path.cwd())
    except ValueError:
        return path
