"""The files of a work tree as git sees them, and the states in which nobody should record one. Reads only.

Unlike ``repository.py`` this looks at the work tree and the index; no program that the configuration names is run.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from fgk.errors import FgkError
from fgk.history.repository import Repository
from fgk.history.runner import Answer, run_git

_UNDER_WAY = {
    "MERGE_HEAD": ("ein Zusammenführen (merge)", "git merge --abort"),
    "rebase-merge": ("ein Umsetzen (rebase)", "git rebase --abort"),
    "rebase-apply": ("ein Umsetzen (rebase)", "git rebase --abort"),
    "CHERRY_PICK_HEAD": ("ein Übernehmen (cherry-pick)", "git cherry-pick --abort"),
    "REVERT_HEAD": ("ein Zurücknehmen (revert)", "git revert --abort"),
}


class WorkTree:
    """The files beside a repository."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        root = os.fspath(repository.root)
        self._where = ["-C", root, f"--git-dir={repository.git_dir}", f"--work-tree={root}"]

    def try_to(
        self, *arguments: str, stdin: bytes = b"", variables: Mapping[str, str] = MappingProxyType({})
    ) -> Answer:
        """Return the answer to a command that may fail."""
        return run_git(self._where, arguments, stdin, variables)

    def ask(
        self, *arguments: str, stdin: bytes = b"", variables: Mapping[str, str] = MappingProxyType({})
    ) -> bytes:
        """Return what a command prints; raises ``FgkError`` with git's own words where it fails."""
        answer = self.try_to(*arguments, stdin=stdin, variables=variables)
        if answer.code != 0:
            worte = answer.err.removeprefix("fatal: ").removeprefix("error: ")
            raise FgkError(
                f"git meldet in „{self.repository.root}“: {worte}",
                "Es wurde nichts gespeichert. Prüfen Sie, ob Sie die Dateien lesen und in das Repository schreiben dürfen.",
            )
        return answer.out

    def path(self, name: str) -> Path:
        """Return where a file of the repository itself lies, also for a worktree."""
        answer = self.ask("rev-parse", "--git-path", name)
        return self.repository.root / answer.decode("utf-8", "surrogateescape").removesuffix("\n")

    def check_free(self) -> None:
        """Raise ``FgkError`` in a state in which a new one would go astray: half a merge, no branch, a locked index."""
        for name, (was, zurueck) in _UNDER_WAY.items():
            if (self.repository.git_dir / name).exists():
                raise FgkError(
                    f"In diesem Repository ist {was} noch nicht beendet.",
                    f"Beenden Sie es mit git, oder brechen Sie es mit „{zurueck}“ ab. Wiederholen Sie dann diesen Befehl.",
                )
        if self.ask("ls-files", "--unmerged"):
            raise FgkError(
                "In diesem Repository sind Dateien mit Konflikten.",
                "„git status“ nennt sie. Lösen Sie die Konflikte, und wiederholen Sie dann diesen Befehl.",
            )
        if not self.branch:
            raise FgkError(
                "Das Repository zeigt gerade einen früheren Stand und keinen Zweig; ein neuer Stand ginge dort verloren.",
                "Kehren Sie mit „git switch -“ zurück, oder legen Sie hier mit „git switch -c <Name>“ einen Zweig an.",
            )
        if self.path("index.lock").exists():
            raise FgkError(
                "git arbeitet gerade in diesem Repository, oder ein Programm ist darin abgestürzt.",
                f"Warten Sie einen Augenblick. Läuft kein git mehr, löschen Sie „{self.path('index.lock')}“.",
            )

    @property
    def branch(self) -> str:
        """The name of the branch, which may have no commit yet; empty where there is none."""
        answer = self.try_to("symbolic-ref", "--quiet", "HEAD")
        return answer.out.decode("utf-8", "replace").strip().removeprefix("refs/heads/")

    @property
    def head(self) -> str | None:
        """The id of the last commit, ``None`` before the first."""
        answer = self.try_to("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        return answer.out.decode().strip() if answer.code == 0 else None

    def setting(self, key: str, *options: str) -> str | None:
        """Return a value of the configuration, ``None`` where it is not set."""
        answer = self.try_to("config", *options, "--get", key)
        return answer.out.decode("utf-8", "replace").removesuffix("\n") if answer.code == 0 else None

    def tracked(self, prefix: str) -> set[str]:
        """Return the paths below a folder that the index knows, without those that are not checked out on purpose."""
        lines = _split(self.ask("ls-files", "-z", "-t", "--cached", *_below(prefix)))
        return {line[2:] for line in lines if not line.startswith("S ")}

    def untracked(self, prefix: str) -> set[str]:
        """Return the paths below a folder that are new and not ignored; a repository in it ends with ``/``."""
        return set(_split(self.ask("ls-files", "-z", "--others", "--exclude-standard", *_below(prefix))))

    def filters(self) -> list[str]:
        """Return the names of the filters in the configuration: programs that change what is stored."""
        answer = self.try_to(
            "config", "-z", "--name-only", "--get-regexp", r"^filter\..*\.(clean|process|required)$"
        )
        names = (key.removeprefix("filter.").rpartition(".")[0] for key in _split(answer.out))
        return sorted(set(names))

    def filtered(self, paths: Iterable[str]) -> set[str]:
        """Return the paths whose content only one of these programs could store."""
        names = {name.casefold() for name in self.filters()}
        if not names:
            return set()
        asked = "".join(f"{path}\0" for path in paths).encode("utf-8", "surrogateescape")
        parts = _split(self.ask("check-attr", "-z", "--stdin", "filter", stdin=asked))
        return {
            path for path, value in zip(parts[::3], parts[2::3], strict=True) if value.casefold() in names
        }


def _below(prefix: str) -> list[str]:
    return ["--", prefix] if prefix else []


def _split(out: bytes) -> list[str]:
    return [part.decode("utf-8", "surrogateescape") for part in out.split(b"\0") if part]
