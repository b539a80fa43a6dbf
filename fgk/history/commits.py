"""The commits that lead to a revision: who, when, why, and which files each one changed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from functools import cached_property
from typing import NamedTuple

from fgk.history.repository import Entry, Repository

_NO_FILE = "0" * 6


class Person(NamedTuple):
    """Who made a commit, as written in it."""

    name: str
    mail: str
    when: datetime


class Commit(NamedTuple):
    """A commit, read from its raw object: a subject may hold any byte, and a mailmap may come from anybody."""

    id: str
    tree: str
    parents: tuple[str, ...]
    author: Person
    committer: Person
    message: str

    @property
    def short(self) -> str:
        """The id as people quote it."""
        return self.id[:8]

    def trailer(self, name: str) -> str | None:
        """Return the value of a line such as ``Beschluss: B-2017-01`` in the message, the last one counts."""
        lines = (line.partition(":") for line in self.message.splitlines())
        found = [value.strip() for key, sign, value in lines if sign and key.strip() == name]
        return found[-1] if found else None


class Change(NamedTuple):
    """A file that a commit changed: its path below the Akte, and its blob before and after."""

    path: str
    old: Entry | None
    new: Entry | None


class History:
    """All commits up to ``tip`` that touch a folder, and what each changed there against its first parent."""

    def __init__(self, repository: Repository, tip: str, prefix: str) -> None:
        self.repository = repository
        self.tip = tip
        self.prefix = prefix

    @cached_property
    def graph(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """Commit -> tree and parents, newest first; of a shallow clone, what is there."""
        lines = self.repository.ask(
            "log", "--topo-order", "--no-show-signature", "--format=%H %T %P", "--end-of-options", self.tip
        )
        found = {}
        for line in lines.decode().splitlines():
            commit, tree, *parents = line.split(" ")
            found[commit] = tree, tuple(filter(None, parents))
        return found

    @cached_property
    def main(self) -> list[str]:
        """The first-parent line, oldest first: what counted, step by step."""
        line = [self.tip]
        while parents := self.graph[line[-1]][1]:
            if parents[0] not in self.graph:
                break
            line.append(parents[0])
        return line[::-1]

    @cached_property
    def changes(self) -> Mapping[str, list[Change]]:
        """Commit -> what it changed against its first parent; commits that changed nothing here are left out."""
        empty = self.repository.empty_tree
        pairs: dict[tuple[str, str], list[str]] = {}
        for commit, (tree, parents) in self.graph.items():
            before = self.graph[parents[0]][0] if parents and parents[0] in self.graph else empty
            pairs.setdefault((before, tree), []).append(commit)
        found = {}
        for pair, changes in self._diffs([pair for pair in pairs if pair[0] != pair[1]]):
            for commit in pairs[pair]:
                if changes:
                    found[commit] = changes
        return found

    def _diffs(self, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], list[Change]]]:
        asked = list(pairs)
        paths = ["--", f"{self.prefix}/"] if self.prefix else []
        out = self.repository.ask(
            "diff-tree", "--stdin", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff",
            "--no-textconv", *paths, stdin="".join(f"{a} {b}\n" for a, b in asked).encode(),
        )  # fmt: skip
        # of every pair that differs its two trees come first, then its files, all of it between NULs
        pair: tuple[str, str] | None = None
        changes: list[Change] = []
        parts = iter(out.split(b"\0"))
        for part in parts:
            while part and not part.startswith(b":"):
                header, _, part = part.partition(b"\n")  # noqa: PLW2901 - a header runs into the first entry
                if pair:
                    yield pair, changes
                first, second = header.decode().split()
                pair, changes = (first, second), []
            if part:
                changes.append(self._change(part, next(parts)))
        if pair:
            yield pair, changes

    def _change(self, meta: bytes, path: bytes) -> Change:
        old_mode, new_mode, old, new, _ = meta.decode().removeprefix(":").split(" ")
        name = path.decode("utf-8", "surrogateescape")
        return Change(
            name.removeprefix(f"{self.prefix}/") if self.prefix else name,
            None if old_mode == _NO_FILE else Entry(old_mode, old),
            None if new_mode == _NO_FILE else Entry(new_mode, new),
        )


def read_commits(repository: Repository, ids: Iterable[str]) -> dict[str, Commit]:
    """Return id -> commit."""
    return {name: _parsed(name, raw) for name, raw in repository.blobs(ids).items()}


def _parsed(name: str, raw: bytes) -> Commit:
    head, _, message = raw.partition(b"\n\n")
    headers: dict[str, list[bytes]] = {}
    for line in head.split(b"\n"):
        key, _, value = line.partition(b" ")
        if key:  # a line that begins with a blank goes on with a signature
            headers.setdefault(key.decode("ascii", "replace"), []).append(value)
    encoding = headers.get("encoding", [b"utf-8"])[0].decode("ascii", "replace")
    return Commit(
        name,
        headers["tree"][0].decode(),
        tuple(parent.decode() for parent in headers.get("parent", [])),
        _person(headers["author"][0], encoding),
        _person(headers["committer"][0], encoding),
        _text(message, encoding),
    )


def _person(value: bytes, encoding: str) -> Person:
    who, _, when = value.rpartition(b"> ")
    name, _, mail = who.partition(b" <")
    seconds, _, zone = when.partition(b" ")
    try:
        offset = timedelta(minutes=int(zone[:3]) * 60 + int(zone[:1] + zone[3:]))
        moment = datetime.fromtimestamp(int(seconds), timezone(offset))
    except (ValueError, OverflowError, OSError):  # a forged date is no reason to lose the commit
        moment = datetime.fromtimestamp(0, UTC)
    return Person(_text(name, encoding), _text(mail, encoding), moment)


def _text(value: bytes, encoding: str) -> str:
    try:
        return value.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return value.decode("utf-8", "replace")
