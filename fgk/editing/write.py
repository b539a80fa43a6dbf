"""Put changed files in their places: whole or not at all, all of them or none, and never over what somebody else wrote."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from fgk.beside import write_beside
from fgk.errors import FgkError
from fgk.sources import reason_of

#: seconds to wait for another command, which needs a few milliseconds
_PATIENCE = 10


class _Prepared(NamedTuple):
    """A file that lies ready beside the one it is to replace."""

    path: Path
    target: Path
    temporary: Path
    before: bytes | None


def replace_file(path: Path, data: bytes, before: bytes | None) -> None:
    """Write a file that holds ``before`` now, or is not there where that is ``None``.

    Raises ``FgkError`` where it cannot be written or has changed since it was read; then the old file is whole.
    """
    replace_files({path: (data, before)})


def replace_files(files: Mapping[Path, tuple[bytes, bytes | None]]) -> None:
    """Write several files, each with what it holds now, as ``replace_file`` does; all of them or none.

    Everything is written beside the files first, so that a full disk or a kill leaves the old ones. A kill between two
    renames can leave some old and some new, but each of them whole.
    """
    ready: list[_Prepared] = []
    try:
        for path, (data, before) in files.items():
            with _explained(path):
                ready.append(_prepare(path, data, before))
        with _one_at_a_time():
            for file in ready:
                with _explained(file.path):
                    _check_unchanged(file.path, file.target, file.before)
            _put_in_place(ready)
    finally:
        for file in ready:
            _clear_away(file.temporary)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Keep other commands of this user from writing between the last look at a file and its replacement."""
    from filelock import FileLock, Timeout

    path = _lock_file()
    lock = FileLock(path, timeout=_PATIENCE)
    try:
        with _explained(path):
            lock.acquire()
    except Timeout as error:
        raise FgkError(
            "Ein anderer fgk-Befehl schreibt gerade und wird nicht fertig.",
            "Warten Sie, bis er fertig ist, oder beenden Sie ihn; dann wiederholen Sie den Befehl.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _lock_file() -> Path:
    user = os.geteuid() if hasattr(os, "geteuid") else ""
    try:
        return Path(tempfile.gettempdir()) / f"fgk{user}.lock"
    except FileNotFoundError as error:
        raise FgkError(
            "Es gibt keinen Ordner für vorübergehende Dateien, in den fgk schreiben darf.",
            "Nennen Sie einen in der Umgebungsvariablen TMPDIR, und wiederholen Sie den Befehl.",
        ) from error


def _put_in_place(ready: list[_Prepared]) -> None:
    for number, file in enumerate(ready):
        try:
            with _explained(file.path):
                file.temporary.replace(file.target)
        except FgkError:
            for done in ready[:number]:
                _take_back(done)
            raise


def _take_back(file: _Prepared) -> None:
    """Give a file back what it held; the reason why a later one could not be written is the one to tell."""
    with suppress(FgkError, OSError):
        if file.before is None:
            file.target.unlink(missing_ok=True)
        else:
            _prepare(file.path, file.before, file.before).temporary.replace(file.target)


def _prepare(path: Path, data: bytes, before: bytes | None) -> _Prepared:
    target = Path(os.path.realpath(path))  # a link stays one
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not os.access(
        target, os.W_OK, effective_ids=os.access in os.supports_effective_ids
    ):
        raise FgkError(
            f"„{path}“ ist schreibgeschützt.",
            "Heben Sie den Schreibschutz auf, und wiederholen Sie den Befehl.",
        )
    temporary = write_beside(target, data)
    if before is not None and target.exists():
        try:
            shutil.copymode(target, temporary)
        except BaseException:
            _clear_away(temporary)
            raise
    return _Prepared(path, target, temporary, before)


def _clear_away(temporary: Path) -> None:
    """Remove a temporary file that may be gone; where that fails, what happened before is what there is to tell."""
    with suppress(OSError):
        temporary.unlink()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into ``FgkError``."""
    try:
        yield
    except OSError as error:
        raise FgkError(
            f"„{path}“ lässt sich nicht schreiben ({reason_of(error)}).",
            "Schließen Sie die Datei, falls sie geöffnet ist, und prüfen Sie, ob Sie dort schreiben dürfen.",
        ) from error


def _check_unchanged(path: Path, target: Path, before: bytes | None) -> None:
    now = target.read_bytes() if os.path.lexists(target) else None
    if now != before:
        raise FgkError(
            f"„{path}“ hat sich geändert, während der Befehl lief; es wurde nichts geschrieben.",
            "Wiederholen Sie den Befehl.",
        )
