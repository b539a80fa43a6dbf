"""An Akte as it would be committed now: what ``git add`` took, not what lies in the work tree.

Reads the index alone. ``git write-tree`` would make a commit's tree of it, but writes objects, and checking writes nothing.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from fgk.errors import FgkError
from fgk.history.objekte import ObjectSource, aktenordner
from fgk.history.repository import Entry, Repository
from fgk.history.runner import run_git
from fgk.sources import AKTE_FILE, short_path


class Index:
    """The index of a repository; ``datei`` is the one that a hook was told of, as for ``git commit DATEI``."""

    def __init__(self, repository: Repository, datei: str | None = None) -> None:
        self.repository = repository
        # git names it from the top of the work tree, whatever folder the hook works in
        self._file = None if datei is None else repository.root / datei
        self._entries: dict[str, Entry] | None = None

    def files(self) -> Mapping[str, Entry]:
        """Return path -> file for everything that would be committed; raises ``FgkError`` during a conflict."""
        if self._entries is None:
            self._entries = dict(self._read())
            self._drop_announced(self._entries)
        return self._entries

    def _read(self) -> Iterator[tuple[str, Entry]]:
        for line in filter(
            None, self._ask("ls-files", "--cached", "--stage", "--full-name", "-z").split(b"\0")
        ):
            meta, _, path = line.partition(b"\t")
            mode, blob, stage = meta.decode().split(" ")
            name = path.decode("utf-8", "surrogateescape")
            if stage != "0":
                raise FgkError(
                    f"Die Datei „{name}“ ist in git noch im Konflikt.",
                    "Lösen Sie den Konflikt, und nehmen Sie die Datei mit „git add“ auf.",
                )
            yield name, Entry(mode, blob)

    def _drop_announced(self, entries: dict[str, Entry]) -> None:
        """Take out what ``git add --intent-to-add`` only announced: it stands there empty and is not committed."""
        empty = self.repository.empty_blob
        suspects = {name for name, entry in entries.items() if entry.blob == empty}
        if not suspects:
            return
        head = self.repository.try_to("rev-parse", "--verify", "--quiet", "HEAD^{tree}").out.decode().strip()
        known = set(self.repository.files(head, "")) if head else set()
        against = head or self.repository.empty_tree
        asked = (
            "diff-index",
            "--cached",
            "--ita-invisible-in-index",
            "--name-only",
            "--no-renames",
            "-z",
            against,
        )
        added = self._ask(*asked).split(b"\0")
        for name in suspects - known - {path.decode("utf-8", "surrogateescape") for path in added}:
            del entries[name]

    def _ask(self, *arguments: str) -> bytes:
        variables = {} if self._file is None else {"GIT_INDEX_FILE": os.fspath(self._file)}
        answer = run_git([f"--git-dir={self.repository.git_dir}"], arguments, variables=variables)
        if answer.code != 0:
            raise FgkError(
                f"git kann den Index von „{self.repository.root}“ nicht lesen: {answer.err.removeprefix('fatal: ')}",
                "Prüfen Sie das Repository mit „git status“.",
            )
        return answer.out


class IndexSource(ObjectSource):
    """The files of one Akte in the index. Messages name them as the files in the work tree, where they are mended."""

    day = None

    def __init__(self, index: Index, prefix: str) -> None:
        super().__init__(index.repository, prefix)
        self._index = index

    @property
    def label(self) -> str:
        """The folder as the user would type it."""
        return short_path(self._repository.root / PurePosixPath(self._prefix)).as_posix()

    def _in(self, folder: str) -> "IndexSource":
        return IndexSource(self._index, folder)

    def workspace(self) -> "IndexSource | None":
        """Return the nearest folder above that holds an ``fgk.yaml`` in the index."""
        folder = self._workspace_folder()
        return None if folder is None else self._in(folder)

    def _listed(self, prefix: str) -> Mapping[str, Entry]:
        inside = f"{prefix}/" if prefix else ""
        return {
            name.removeprefix(inside): entry
            for name, entry in self._index.files().items()
            if name.startswith(inside)
        }


def akten_im_index(folder: Path, datei: str | None = None) -> list[IndexSource]:
    """Return all Akten at or below a folder that the index holds; raises ``FgkError`` where there is none."""
    repository = Repository.around(folder)
    index = Index(repository, datei)
    prefix = repository.path_of(folder)
    found = aktenordner(index.files(), prefix)
    if not found:
        raise FgkError(
            f"In „{folder}“ ist keine Akte in git vorgemerkt: Es gibt dort keine Datei {AKTE_FILE}.",
            "Nehmen Sie die Dateien der Akte mit „git add“ auf.",
        )
    return [IndexSource(index, name) for name in found]
