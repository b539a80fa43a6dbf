"""Change an Akte: what it would be is checked before a byte is written, and all files are written or none."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from fgk.akte import Akte
from fgk.checking import check_akte, hindernisse
from fgk.comparing.akten import vergleiche_akten
from fgk.diagnostic import Diagnostic, told_apart
from fgk.editing.overlay import OverlaySource
from fgk.editing.write import replace_files
from fgk.errors import FgkError
from fgk.festlegung.geltung import abweichende
from fgk.loading.load import load_akte
from fgk.sources import FolderSource, Source, UnreadableFileError
from fgk.vergleich import Vergleich


class FaultyChangeError(Exception):
    """The change would bring faults into the Akte that it does not have now."""

    def __init__(self, faults: list[Diagnostic]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def check_files(folder: Path, files: Mapping[str, bytes], stichtag: date) -> list[Diagnostic]:
    """Return the faults that the Akte would have with these files (by their paths in it) and does not have now.

    Faults that are there already are no reason to refuse: whoever mends one of them comes here too.
    """
    source = FolderSource(folder)
    return new_faults(source, OverlaySource(source, files), stichtag)


def new_faults(now: Source, then: Source, stichtag: date) -> list[Diagnostic]:
    """Return the faults that an Akte has in one state and not in another.

    What is wrong may say it in other words afterwards, where they quote what has changed: of as many faults of a
    code in a file as before none is new.
    """
    before, after = _faults(now, stichtag), _faults(then, stichtag)
    new, gone = told_apart(after, before)[0], told_apart(before, after)[0]
    return told_apart(new, gone, lambda fault: (fault.code, fault.path))[0]


class Change(NamedTuple):
    """What a file is to hold, and what it held when that was worked out; ``None`` where there was no file."""

    after: bytes
    before: bytes | None


def write_files(folder: Path, changes: Mapping[str, Change], stichtag: date) -> list[Path]:
    """Write files of an Akte (by their paths in it), and return where those that differ from before were written.

    Raises ``FaultyChangeError`` for a change that brings faults with it, and ``FgkError`` where a file cannot be
    written or no longer holds what it held before. Then nothing is written.
    """
    real = {path: change for path, change in changes.items() if change.after != change.before}
    faults = (
        check_files(folder, {path: change.after for path, change in real.items()}, stichtag) if real else []
    )
    if faults:
        raise FaultyChangeError(faults)
    replace_files({folder / path: change for path, change in real.items()})
    return [folder / path for path in real]


class Preview(NamedTuple):
    """What a change comes to: what differs, and the records (Kennung, decision) that are no longer as decided."""

    vergleich: Vergleich
    nicht_wie_beschlossen: list[tuple[str, str]]


def preview(folder: Path, files: Mapping[str, bytes]) -> Preview:
    """Return what would change in the Akte with these files, record by record and field by field."""
    source = FolderSource(folder)
    return preview_of(load_akte(source)[0], load_akte(OverlaySource(source, files))[0])


def preview_of(now: Akte, then: Akte) -> Preview:
    """Return what an Akte would differ in from what it is."""
    return Preview(
        vergleiche_akten(now, then, ("jetzt", "danach")), sorted(abweichende(then) - abweichende(now))
    )


def read_file(source: FolderSource, path: str) -> bytes | None:
    """Return the bytes of a file of the Akte, ``None`` where there is none; raises ``FgkError``."""
    if not source.exists(path):
        return None
    try:
        return source.read(path)
    except UnreadableFileError as error:
        raise FgkError(f"„{path}“: {error.was}", error.tun) from error


def _faults(source: Source, stichtag: date) -> list[Diagnostic]:
    return hindernisse(check_akte(source, stichtag)[1])
