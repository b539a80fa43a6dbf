"""Write what a plan says: checked before, all files or none; and make a new Akte of a pack."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from fgk.diagnostic import Diagnostic
from fgk.editing.write import replace_files
from fgk.errors import FgkError
from fgk.sharing.memory import State, make_state, remember
from fgk.sharing.names import colliding
from fgk.sharing.result import FilesSource
from fgk.sharing.taking import Plan
from fgk.sharing.unpack import Pack
from fgk.sharing.versions import Version
from fgk.sources import FolderSource, reason_of
from fgk.writing import new_faults


def faults_of(plan: Plan, stichtag: date) -> list[Diagnostic]:
    """Return the faults that the Akte would have and does not have now."""
    source = FolderSource(plan.folder)
    now, then = (FilesSource(files, source.label, source) for files in (plan.ours, plan.result))
    return new_faults(now, then, stichtag)


def take_in(plan: Plan) -> None:
    """Write all files of a plan or none, and remember the pack; raises ``FgkError``."""
    _check_places(plan)
    gone = {plan.folder / path: _raw(plan.ours[path]) for path, new in plan.changed.items() if new is None}
    written = {
        plan.folder / path: (new.raw or b"", _raw(plan.ours.get(path)))
        for path, new in plan.changed.items()
        if new is not None
    }
    with _parked(gone):
        replace_files(written)
    learn(plan)


def learn(plan: Plan) -> None:
    """Remember the state of the pack, and the one that came of it: both sides know that they go on with it."""
    theirs = _state(plan.pack)._replace(files=plan.theirs)  # as it is called here, so that it is found again
    known = [*(state for state in plan.known if state.id != theirs.id), theirs]
    merged = make_state(plan.pack.manifest.akte, plan.result, known)
    remember(plan.folder, [theirs, merged], plan.known)


def make_akte(pack: Pack, folder: Path) -> None:
    """Make a new Akte of a pack, whole or not at all; raises ``FgkError`` where something lies there already."""
    check_empty(folder)
    try:
        folder.absolute().parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(dir=folder.absolute().parent, prefix=".fgk-"))
    except OSError as error:
        raise _cannot_make(folder, error) from error
    try:
        inside = temporary / folder.absolute().name
        inside.mkdir()
        replace_files({inside / path: (v.raw or b"", None) for path, v in pack.files.items()})
        remember(inside, [_state(pack)], [])
        if folder.exists():
            folder.rmdir()
        inside.replace(folder)
    except OSError as error:
        raise _cannot_make(folder, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def check_empty(folder: Path) -> None:
    """Raise ``FgkError`` for a place where something lies."""
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise FgkError(
            f"„{folder}“ gibt es schon, und dort liegt etwas.",
            "Nennen Sie mit --nach einen neuen Ordner. Liegt dort die Akte, in die das Paket soll, nennen Sie sie mit --akte.",
        )


def _state(pack: Pack) -> State:
    return State(pack.manifest.stand, frozenset(pack.manifest.vorgaenger), pack.files)


def _raw(version: Version | None) -> bytes | None:
    return version.raw if version else None


def _check_places(plan: Plan) -> None:
    """Raise ``FgkError`` where a file cannot lie as it would: behind a link, beside its twin, over what fgk has not read."""
    top = Path(os.path.realpath(plan.folder))
    both = colliding(plan.result)
    if both:
        raise FgkError(
            f"„{both[0]}“ und „{both[1]}“ wären unter Windows und macOS derselbe Name; es wurde nichts übernommen.",
            "Benennen Sie hier eine der beiden Dateien um, und wiederholen Sie den Befehl.",
        )
    for path in plan.changed:
        target = plan.folder / path
        if target.is_symlink() or not Path(os.path.realpath(target)).is_relative_to(top):
            raise FgkError(
                f"„{path}“ ist hier eine Verknüpfung; es wurde nichts übernommen.",
                "Ersetzen Sie die Verknüpfung durch die Datei selbst, und wiederholen Sie den Befehl.",
            )
        if path not in plan.ours and os.path.lexists(target):
            raise FgkError(
                f"„{path}“ liegt hier schon, gehört aber nicht zur Akte; es wurde nichts übernommen.",
                "Vielleicht steht die Datei in „.gitignore“. Benennen Sie sie um, und wiederholen Sie den Befehl.",
            )


@contextmanager
def _parked(files: Mapping[Path, bytes | None]) -> Iterator[None]:
    """Put files aside that shall go, each with what it held when that was decided, and back where what follows fails."""
    moved: list[tuple[Path, Path]] = []
    try:
        for path, before in files.items():
            moved.append((path, _park(path, before)))
        yield
    except BaseException:
        for path, aside in moved:
            aside.replace(path)
        raise
    for _, aside in moved:
        aside.unlink(missing_ok=True)


def _park(path: Path, before: bytes | None) -> Path:
    aside = path.with_name(f".fgk-weg-{path.name}")
    try:
        is_same = path.read_bytes() == before
        if is_same:
            path.replace(aside)
    except OSError as error:
        raise FgkError(
            f"„{path}“ lässt sich nicht entfernen ({reason_of(error)}); es wurde nichts übernommen.",
            "Schließen Sie die Datei, falls sie geöffnet ist, und wiederholen Sie den Befehl.",
        ) from error
    if not is_same:  # somebody has gone on writing while the question stood there
        raise FgkError(
            f"„{path}“ hat sich geändert, während der Befehl lief; es wurde nichts übernommen.",
            "Wiederholen Sie den Befehl.",
        )
    return aside


def _cannot_make(folder: Path, error: OSError) -> FgkError:
    return FgkError(
        f"„{folder}“ lässt sich nicht anlegen ({reason_of(error)}).",
        "Prüfen Sie, ob Sie dort schreiben dürfen, oder nennen Sie mit --nach einen anderen Ordner.",
    )
