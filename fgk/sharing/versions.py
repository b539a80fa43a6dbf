"""Versions of files, and what comes of three of them: fields are merged by their keys, all else is taken as a whole."""

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from fgk.editing.merge import merge
from fgk.editing.model import Conflict
from fgk.models.arten import art_von
from fgk.plaindata import normal, unterschiede
from fgk.reading.reader import read_yaml


class Version(NamedTuple):
    """A file as it was: its digest, and its bytes, ``None`` where only the digest is known."""

    digest: str
    raw: bytes | None = None


#: path inside the Akte -> its version
Files = Mapping[str, Version]


class Outcome(NamedTuple):
    """What comes of a file: its version (``None``: there is none), and what both sides want differently.

    ``is_whole`` says that the file cannot be looked into, so that one side or the other has to be taken.
    """

    version: Version | None
    conflicts: tuple[Conflict, ...] = ()
    is_whole: bool = False

    @property
    def is_clean(self) -> bool:
        """Say whether nobody has to decide."""
        return not self.conflicts and not self.is_whole


def version(raw: bytes) -> Version:
    """Return the version with these bytes."""
    return Version(hashlib.sha256(raw).hexdigest(), raw)


class Others(NamedTuple):
    """Paths of files that are no records: new, changed, gone."""

    neu: list[str]
    geaendert: list[str]
    entfernt: list[str]


def others(before: Files, after: Files) -> Others:
    """Return which files that are no records differ between two states."""
    old, new = ({p: v.digest for p, v in files.items() if art_von(p) is None} for files in (before, after))
    return Others(
        sorted(new.keys() - old.keys()),
        sorted(path for path in new.keys() & old.keys() if new[path] != old[path]),
        sorted(old.keys() - new.keys()),
    )


def three(path: str, base: Version | None, ours: Version | None, theirs: Version | None) -> Outcome:
    """Merge three versions of a file; a side that has not changed it leaves it to the other."""
    o, t, b = (side and side.digest for side in (ours, theirs, base))
    if t in (o, b):
        return Outcome(ours)
    if o == b:
        return Outcome(theirs)
    if ours is None or theirs is None or art_von(path) is None:
        return Outcome(ours, is_whole=True)
    if ours.raw is None or theirs.raw is None or (base is not None and base.raw is None):
        return two(path, ours, theirs)  # that both have changed it is known, from what is not
    merged = merge(base.raw or b"" if base else b"", ours.raw, theirs.raw)
    if merged.text is not None:
        return Outcome(version(merged.text))
    if base is None:
        return two(path, ours, theirs)  # both have made it: each difference is a matter of its own
    return Outcome(ours, tuple(merged.conflicts), is_whole=not merged.conflicts)


def two(path: str, ours: Version | None, theirs: Version | None) -> Outcome:
    """Hold two versions against each other where nobody knows what was before: nothing is taken for out of date."""
    if theirs is None or (ours and ours.digest == theirs.digest):
        return Outcome(ours)
    if ours is None:
        return Outcome(theirs)
    if art_von(path) is None or ours.raw is None or theirs.raw is None:
        return Outcome(ours, is_whole=True)
    results = [read_yaml(raw) for raw in (ours.raw, theirs.raw)]
    if not all(r.is_readable and isinstance(r.data, dict) for r in results):
        return Outcome(ours, is_whole=True)
    o, t = (normal(result.data) for result in results)
    return Outcome(ours, tuple(Conflict(u.pfad, None, u.vorher, u.nachher) for u in unterschiede(o, t)))
