"""What an Akte remembers of exchanges: the states that went out and came in, so that a later pack can be told from it.

It lies in the folder ``.fgk/austausch`` of the Akte, which belongs to this machine: no pack holds it, and git ignores it.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from fgk.editing.write import replace_file
from fgk.errors import FgkError
from fgk.models.arten import art_von
from fgk.sharing.belongs import MEMORY
from fgk.sharing.versions import Files, Version
from fgk.sources import reason_of

_FILE = "staende.json"
_CONTENTS = "inhalte"
#: whoever answers to an older state is told that nobody knows any more what was before
_KEPT = 30
_DIGEST = re.compile("[0-9a-f]{64}")


Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class State(NamedTuple):
    """A state of an Akte that was exchanged: its id, the ids of all before it, and its files."""

    id: str
    before: frozenset[str]
    files: Files


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    stand: Digest
    vorgaenger: list[Digest]
    dateien: dict[str, Digest]


class _Memory(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    version: int
    staende: list[_Kept]


def state_id(akte: str, before: Iterable[str], files: Files) -> str:
    """Return the id of a state: it stands for its content and for all that it goes on with."""
    content = [akte, sorted(before), {path: files[path].digest for path in sorted(files)}]
    return hashlib.sha256(json.dumps(content, ensure_ascii=True).encode()).hexdigest()


def make_state(akte: str, files: Files, known: list[State]) -> State:
    """Return the state that a folder is in: the last one, where it is as it was then, else one that follows all."""
    if known and _digests(known[-1].files) == _digests(files):
        return known[-1]._replace(files=files)
    before = frozenset(all_ids(known))
    return State(state_id(akte, before, files), before, files)


def all_ids(known: Iterable[State]) -> set[str]:
    """Return the ids of all states that an Akte goes on with."""
    return {name for state in known for name in (state.id, *state.before)}


def recall(folder: Path) -> list[State]:
    """Return the states that were exchanged, oldest first; raises ``FgkError`` where the memory is damaged."""
    path = folder / MEMORY / _FILE
    _check_own(folder)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _damaged(path, reason_of(error)) from error
    try:
        memory = _Memory.model_validate_json(raw)
    except ValidationError as error:
        raise _damaged(path, "ihr Inhalt ist beschädigt") from error
    # most files are the same in all states, and are read once
    digests = {digest for kept in memory.staende for digest in kept.dateien.values()}
    versions = {digest: Version(digest, _content(folder, digest)) for digest in digests}
    return [
        State(
            kept.stand,
            frozenset(kept.vorgaenger),
            {name: versions[digest] for name, digest in kept.dateien.items()},
        )
        for kept in memory.staende
    ]


def remember(folder: Path, states: Iterable[State], known: list[State]) -> None:
    """Add states to the memory; raises ``FgkError`` where it cannot be written."""
    new = {state.id: state for state in states}
    kept = [*(state for state in known if state.id not in new), *new.values()][-_KEPT:]
    memory = _Memory(
        version=1,
        staende=[_Kept(stand=s.id, vorgaenger=sorted(s.before), dateien=_digests(s.files)) for s in kept],
    )
    _check_own(folder)
    place = folder / MEMORY
    wanted = {
        v.digest: v.raw for s in kept for path, v in s.files.items() if v.raw is not None and art_von(path)
    }
    _write(place / ".gitignore", b"*\n")
    for digest, raw in wanted.items():
        if not (place / _CONTENTS / digest).exists():
            _write(place / _CONTENTS / digest, raw)
    _write(place / _FILE, f"{memory.model_dump_json(indent=1)}\n".encode())
    for path in (place / _CONTENTS).iterdir():
        if _DIGEST.fullmatch(path.name) and path.name not in wanted:
            path.unlink(missing_ok=True)


def _check_own(folder: Path) -> None:
    """Raise ``FgkError`` where the memory is a link: what fgk writes and clears away there would be somebody else's."""
    place = folder / MEMORY
    for path in (place.parent, place, place / _CONTENTS, place / _FILE):
        if path.is_symlink():
            raise FgkError(
                f"„{path}“ ist eine Verknüpfung; fgk schreibt dort nichts hin.",
                "Löschen Sie die Verknüpfung. fgk legt den Ordner neu an.",
            )


def _digests(files: Files) -> dict[str, str]:
    return {path: files[path].digest for path in sorted(files)}


def _content(folder: Path, digest: str) -> bytes | None:
    """Return what a file held; ``None`` where it is not kept, or is no longer what it was."""
    try:
        raw = (folder / MEMORY / _CONTENTS / digest).read_bytes()
    except OSError:
        return None
    return raw if hashlib.sha256(raw).hexdigest() == digest else None


def _write(path: Path, raw: bytes) -> None:
    before = path.read_bytes() if path.exists() else None
    if before != raw:
        replace_file(path, raw, before)


def _damaged(path: Path, why: str) -> FgkError:
    return FgkError(
        f"„{path}“ lässt sich nicht lesen: {why}.",
        f"Löschen Sie den Ordner „{path.parent}“. fgk weiß dann nicht mehr, was zuletzt ausgetauscht wurde, und fragt "
        "bei jedem Unterschied nach.",
    )
