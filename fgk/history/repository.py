"""A git repository as a store of commits, trees and bytes."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from fgk.errors import FgkError
from fgk.history.runner import Answer, run_git
from fgk.sources import git_top

_GITLINK, _LINK = "160000", "120000"


class Entry(NamedTuple):
    """A file of a tree."""

    mode: str
    blob: str

    @property
    def is_file(self) -> bool:
        """Say whether it is a plain file, neither a link nor another repository."""
        return self.mode not in {_GITLINK, _LINK}


class Repository:
    """One repository, named by its git directory; ``root`` is the top of its work tree."""

    def __init__(self, git_dir: Path, root: Path) -> None:
        self.git_dir = git_dir
        self.root = root

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """Return the repository that a folder lies in; raises ``FgkError`` where there is none."""
        start = next((path for path in (folder, *folder.absolute().parents) if path.is_dir()), Path())
        found = []
        for what in ("--absolute-git-dir", "--show-toplevel"):  # one by one: a path may hold a line break
            answer = run_git(["-C", os.fspath(start.absolute())], ["rev-parse", what])
            if answer.code != 0:
                raise _no_repository(folder, answer)
            found.append(Path(answer.out.decode("utf-8", "surrogateescape").removesuffix("\n")))
        return cls(*found)

    def path_of(self, folder: Path) -> str:
        """Return the path of a folder inside the repository, with ``/`` between its parts; empty for the top."""
        inside = Path(os.path.realpath(folder)).relative_to(os.path.realpath(self.root))
        return "" if inside == Path() else inside.as_posix()

    def ask(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """Return what a command prints; raises ``FgkError`` with git's own words where it fails."""
        answer = self.try_to(*arguments, stdin=stdin)
        if answer.code != 0:
            raise FgkError(
                f"git kann in „{self.root}“ nicht lesen: {answer.err.removeprefix('fatal: ')}",
                "Prüfen Sie das Repository mit „git fsck“, oder klonen Sie es neu und vollständig.",
            )
        return answer.out

    def try_to(self, *arguments: str, stdin: bytes = b"") -> Answer:
        """Return the answer to a command that may fail."""
        return run_git([f"--git-dir={self.git_dir}"], arguments, stdin)

    # revisions

    def commit(self, rev: str) -> str:
        """Return the id of the commit that ``rev`` names; raises ``FgkError``."""
        answer = self.try_to("rev-parse", "--verify", "--end-of-options", f"{rev}^{{commit}}")
        if answer.code == 0 and "is ambiguous" in answer.err:
            raise FgkError(
                f"„{rev}“ ist im Repository „{self.root}“ mehrdeutig: So heißen ein Zweig und ein Tag.",
                f"Nennen Sie „refs/heads/{rev}“ für den Zweig oder „refs/tags/{rev}“ für das Tag.",
            )
        if answer.code == 0:
            return answer.out.decode().strip()
        if rev == "HEAD" and not self.try_to("rev-parse", "--verify", "--quiet", "HEAD").out:
            raise FgkError(
                f"Das Repository „{self.root}“ hat noch keinen Commit.",
                "Speichern Sie den ersten Stand mit „fgk save“.",
            )
        hint = (
            " Es ist ein flacher Klon; holen Sie die Geschichte mit „git fetch --unshallow“."
            if self.is_shallow
            else ""
        )
        raise FgkError(
            f"Einen Stand „{rev}“ gibt es im Repository „{self.root}“ nicht.",
            f"Nennen Sie einen Commit, einen Zweig oder ein Tag, z. B. HEAD~1.{hint}",
        )

    def has(self, ref: str) -> bool:
        """Say whether there is a ref of this full name: ``refs/heads/main``."""
        return self.try_to("rev-parse", "--verify", "--quiet", "--end-of-options", ref).code == 0

    @cached_property
    def is_shallow(self) -> bool:
        """Say whether the history is cut off, as CI systems like to do."""
        return self.ask("rev-parse", "--is-shallow-repository").strip() == b"true"

    @cached_property
    def empty_tree(self) -> str:
        """The id of the empty tree, which depends on the kind of ids."""
        return self.ask("hash-object", "-t", "tree", "--stdin").decode().strip()

    @cached_property
    def empty_blob(self) -> str:
        """The id of an empty file."""
        return self.ask("hash-object", "-t", "blob", "--stdin").decode().strip()

    # objects

    def files(self, commit: str, prefix: str) -> dict[str, Entry]:
        """Return path (relative to ``prefix``) -> file for everything below a folder of a commit (or tree)."""
        paths = ["--", f"{prefix}/"] if prefix else []
        listed = self.ask("ls-tree", "-r", "-z", "--full-tree", commit, *paths)
        found = {}
        for line in filter(None, listed.split(b"\0")):
            meta, _, path = line.partition(b"\t")
            mode, _, blob = meta.decode().split(" ")
            name = path.decode("utf-8", "surrogateescape")
            found[name.removeprefix(f"{prefix}/") if prefix else name] = Entry(mode, blob)
        return found

    def blobs(self, ids: Iterable[str]) -> Mapping[str, bytes]:
        """Return id -> bytes of objects; raises ``FgkError`` for one that is missing."""
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return {}
        out = self.ask("cat-file", "--batch", "--buffer", stdin="".join(f"{i}\n" for i in wanted).encode())
        return dict(self._split(wanted, out))

    def _split(self, wanted: list[str], out: bytes) -> Iterator[tuple[str, bytes]]:
        place = 0
        for name in wanted:
            end = out.index(b"\n", place)
            words = out[place:end].split()
            if len(words) != 3:
                raise FgkError(
                    f"Im Repository „{self.root}“ fehlt das Objekt {name}.",
                    "Der Klon ist unvollständig. Klonen Sie das Repository neu, ohne --filter und ohne --depth.",
                )
            size = int(words[2])
            yield name, out[end + 1 : end + 1 + size]
            place = end + 1 + size + 1


def _no_repository(folder: Path, answer: Answer) -> FgkError:
    if "dubious ownership" in answer.err:
        return FgkError(
            f"Das Repository um „{folder}“ gehört einem anderen Benutzer; git liest es nicht.",
            "Wenn Sie ihm vertrauen, sagen Sie es git: „git config --global --add safe.directory <Ordner>“.",
        )
    if "must be run in a work tree" in answer.err or "bare" in answer.err:
        return FgkError(
            f"„{folder}“ liegt in einem Repository ohne Arbeitsordner (bare).",
            "Klonen Sie es, und arbeiten Sie im Klon.",
        )
    if git_top(folder) is not None:
        return FgkError(
            f"Das Repository um „{folder}“ lässt sich nicht lesen (Meldung von git: {answer.err.removeprefix('fatal: ')}).",
            "Prüfen Sie seine Dateien „.git/config“ und „.git/HEAD“, oder klonen Sie es neu.",
        )
    return FgkError(
        f"„{folder}“ liegt in keinem git-Repository.",
        "Wechseln Sie in einen Ordner, der mit „git clone“ oder „fgk save“ angelegt wurde.",
    )
