"""Record the state of some files as a commit, and nothing else: what is staged elsewhere stays staged and out of it.

``git commit`` would start hooks, an editor, a signing program and filters that the configuration names. So the files are
put into an index of our own, and git only stores what comes of it. Conversions that are no programs (ends of lines by
``.gitattributes``) are git's own and stay, or every file would look changed afterwards.
"""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fgk.errors import FgkError
from fgk.history.repository import Entry, Repository
from fgk.history.runner import run_git
from fgk.history.worktree import WorkTree

#: how every commit of ours is made, whatever the configuration says
_COMMIT = ("-c", "user.useConfigOnly=true", "-c", "i18n.commitEncoding=UTF-8")
_FIRST_IGNORED = "# fgk: was nie gespeichert wird\nausgabe/\n~$*\n.~lock.*#\n"


def make_repository(folder: Path) -> None:
    """Make a repository of a folder; raises ``FgkError`` where that is not possible."""
    # without a template, which may bring hooks
    answer = run_git(["-C", str(folder)], ["-c", "init.defaultBranch=main", "init", "--quiet", "--template="])
    if answer.code != 0:
        why = answer.err.removeprefix("fatal: ") or "git hat abgebrochen, ohne zu sagen, warum."
        raise FgkError(
            f"In „{folder}“ lässt sich kein git-Repository anlegen: {why}",
            "Prüfen Sie, ob Sie in den Ordner schreiben dürfen und ob Platz ist.",
        )
    exclude = WorkTree(Repository.around(folder)).path("info/exclude")
    exclude.parent.mkdir(parents=True, exist_ok=True)
    exclude.write_text(_FIRST_IGNORED, encoding="utf-8", newline="\n")


class Draft:
    """What a commit of some files would hold, before it is made."""

    def __init__(self, tree: WorkTree, paths: Sequence[str]) -> None:
        self._tree = tree
        self._paths = sorted(paths)
        self.head = tree.head
        self.id = self._stored()

    @property
    def is_empty(self) -> bool:
        """Say whether nothing has changed since the last commit."""
        repository = self._tree.repository
        if self.head is None:
            return self.id == repository.empty_tree
        return self.id == repository.ask("rev-parse", f"{self.head}^{{tree}}").decode().strip()

    def files(self, prefix: str) -> tuple[dict[str, Entry], dict[str, Entry]]:
        """Return path -> file below a folder, as in the last commit and as it would be."""
        repository = self._tree.repository
        return ({} if self.head is None else repository.files(self.head, prefix)), repository.files(
            self.id, prefix
        )

    def _stored(self) -> str:
        with _own_index(self._tree) as variables:
            before = ["--empty"] if self.head is None else [self.head]
            self._tree.ask("read-tree", *before, variables=variables)
            asked = "".join(f"{path}\0" for path in self._paths).encode("utf-8", "surrogateescape")
            update = ("update-index", "--add", "--remove", "--replace", "-z", "--stdin")
            self._tree.ask(*update, stdin=asked, variables={**variables, **_without_programs(self._tree)})
            return self._tree.ask("write-tree", variables=variables).decode().strip()

    def commit(self, message: str) -> str:
        """Make the commit the last one of its branch, and return its id.

        Raises ``FgkError`` where somebody else was faster; then nothing has changed.
        """
        parents = [] if self.head is None else ["-p", self.head]
        made = self._tree.ask(
            *_COMMIT, "commit-tree", self.id, *parents, "-F", "-", stdin=f"{message}\n".encode()
        )
        commit = made.decode().strip()
        before = self.head or "0" * len(commit)
        self._tree.ask("update-ref", "-m", f"commit: {message.splitlines()[0]}", "HEAD", commit, before)
        return commit

    def refresh_index(self) -> bool:
        """Let git's own index hold of our files what was recorded, and say whether it does; all others stay as they are."""
        new = self._tree.repository.files(self.id, "")
        zeros = "0" * len(self.id)
        # what has gone comes first: a folder may have taken its place
        gone = [f"0 {zeros}\t{path}\0" for path in self._paths if path not in new]
        there = [f"{new[path].mode} {new[path].blob}\t{path}\0" for path in self._paths if path in new]
        lines = "".join(gone + there).encode("utf-8", "surrogateescape")
        done = self._tree.try_to("update-index", "-z", "--index-info", stdin=lines).code == 0
        # so that no command has to read all files again; it answers 1 where others have changed
        self._tree.try_to("update-index", "-q", "--refresh", variables=_without_programs(self._tree))
        return done


@contextmanager
def _own_index(tree: WorkTree) -> Iterator[dict[str, str]]:
    path = tree.repository.git_dir / f"fgk-index-{secrets.token_hex(6)}"
    try:
        yield {"GIT_INDEX_FILE": str(path)}
    finally:
        for name in (path, path.with_name(f"{path.name}.lock")):
            name.unlink(missing_ok=True)


def _without_programs(tree: WorkTree) -> dict[str, str]:
    """Return the variables under which no filter of the configuration is run; ends of lines are no program's.

    They are no options, because a name may hold ``=``.
    """
    settings = {"core.safecrlf": "false", "core.splitIndex": "false"}
    for name in tree.filters():
        settings |= {
            f"filter.{name}.clean": "",
            f"filter.{name}.process": "",
            f"filter.{name}.required": "false",
        }
    variables = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (key, value) in enumerate(settings.items()):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return variables
