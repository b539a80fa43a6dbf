"""Find Akten on disk: below a folder, or around it."""

import os
from pathlib import Path

from fgk.errors import FgkError
from fgk.sources import AKTE_FILE, MAX_DEPTH, SIGNS, SKIPPED


def find_akten(path: Path) -> list[Path]:
    """Return the folders of all Akten at or below ``path``; for a path inside an Akte, that Akte.

    A folder that looks like an Akte without its audit.yaml counts, and one that cannot be looked into: what is
    wrong with them is said when they are read. Raises ``FgkError`` where there is none.
    """
    if not os.path.lexists(path):
        raise FgkError(f"„{path}“ gibt es nicht.", "Prüfen Sie die Schreibweise des Pfads.")
    akte = find_akte_upwards(path)
    if path.is_dir():
        found = sorted(_find_below(path, is_inside=akte is not None))
        if found:
            return found
    if akte is None:
        raise FgkError(
            f"In „{path}“ liegt keine Akte: Es gibt dort keine Datei {AKTE_FILE}.",
            "Wechseln Sie in den Ordner der Akte oder nennen Sie ihn hinter dem Befehl.",
        )
    return [akte]


def find_akte_upwards(path: Path) -> Path | None:
    """Return the nearest folder at or above ``path`` that holds an ``audit.yaml``."""
    start = path.resolve() if ".." in path.parts else path.absolute()  # parents know nothing of ".."
    for folder in (path, *start.parents):
        if os.path.lexists(folder / AKTE_FILE):
            return folder
    return None


def _find_below(folder: Path, *, is_inside: bool) -> list[Path]:
    """Return the Akten below a folder, which may itself lie in an Akte (``is_inside``)."""
    top = os.fspath(folder).count(os.sep)
    found: list[Path] = []
    locked: list[Path] = []
    outer = (
        [""] if is_inside else []
    )  # the Akten around the folder we are in: what lies there is theirs to report
    for root, folders, files in os.walk(folder, onerror=lambda error: locked.append(Path(error.filename))):
        names = {*folders, *files}
        is_deep = root.count(os.sep) - top > MAX_DEPTH
        folders[:] = sorted(n for n in folders if not (is_deep or n.startswith(".") or n in SKIPPED))
        while outer and not root.startswith(outer[-1]):
            outer.pop()
        if AKTE_FILE in names or (not outer and len(SIGNS & names) > 1):
            outer.append(os.path.join(root, ""))  # noqa: PTH118
            found.append(Path(root))
    return found + [path for path in locked if not (is_inside or any(map(path.is_relative_to, found)))]
