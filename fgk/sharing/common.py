"""What two Akten had in common before they went apart: the base that a pack is merged over."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from fgk.errors import FgkError
from fgk.history.repository import Repository
from fgk.history.source import CommitSource, finde_akten
from fgk.history.worktree import WorkTree
from fgk.loading.load import load_akte
from fgk.sharing.belongs import why_left_out
from fgk.sharing.manifest import Manifest
from fgk.sharing.memory import State
from fgk.sharing.versions import Files, Version, three, version
from fgk.sources import FolderSource, git_top

#: stands for a file of which nobody knows what it was: it is like no other
_UNKNOWN = Version("?")


class Base(NamedTuple):
    """The files of the common state, and how messages call it."""

    files: Files
    name: str


def common_base(folder: Path, known: list[State], manifest: Manifest) -> Base | None:
    """Return what an Akte and a pack go back to, ``None`` where nobody knows.

    It is the newest exchange that both know of; where there is none, the commit where their histories parted.
    """
    theirs = {*manifest.vorgaenger, manifest.stand}
    both = _newest([state for state in known if state.id in theirs])
    if both:
        name = " und ".join(state.id[:8] for state in both)
        return Base(_virtual(both, known).files, name)
    return _from_git(folder, manifest)


def _newest(states: Iterable[State]) -> list[State]:
    """Return the states that no other goes on with."""
    states = list(states)
    return [state for state in states if not any(state.id in other.before for other in states)]


def _virtual(states: list[State], known: list[State]) -> State:
    """Return one state for several that stand side by side: their merge, where what clashes is like nothing else."""
    first, *rest = states
    for other in rest:
        older = _newest([s for s in known if s.id in first.before and s.id in other.before])
        base: Mapping[str, Version] = _virtual(older, known).files if older else {}
        merged: dict[str, Version] = {}
        for path in {*first.files, *other.files}:
            outcome = three(path, base.get(path), first.files.get(path), other.files.get(path))
            found = outcome.version if outcome.is_clean else _UNKNOWN
            if found is not None:
                merged[path] = found
        first = State(first.id, first.before | other.before | {other.id}, merged)
    return first


def _from_git(folder: Path, manifest: Manifest) -> Base | None:
    """Return the Akte as it was in the commit that both sides go back to."""
    if manifest.commit is None or git_top(folder) is None:
        return None
    try:
        return _at_merge_base(folder, manifest.commit)
    except FgkError:  # no git on this machine, or a repository that it does not read: then nobody knows
        return None


def _at_merge_base(folder: Path, commit: str) -> Base | None:
    repository = Repository.around(folder)
    answer = WorkTree(repository).try_to("merge-base", "HEAD", commit)
    if answer.code != 0:
        return None
    base = answer.out.decode().strip()
    now = repository.path_of(folder)
    source = next((s for s in finde_akten(repository, base, "", base[:8]) if s.ordner == now), None)
    if source is None or not _is_same_akte(source, folder):
        return None
    entries = {path: e for path, e in repository.files(base, now).items() if e.is_file and _belongs(path)}
    blobs = repository.blobs(entry.blob for entry in entries.values())
    return Base({path: version(blobs[e.blob]) for path, e in entries.items()}, f"Commit {base[:8]}")


def _belongs(path: str) -> bool:
    is_hidden = any(part.startswith(".") for part in path.split("/"))
    return not is_hidden and why_left_out(path) is None


def _is_same_akte(source: CommitSource, folder: Path) -> bool:
    audits = (load_akte(source)[0].audit, load_akte(FolderSource(folder))[0].audit)
    return audits[0] is not None and audits[1] is not None and audits[0].kennung == audits[1].kennung
