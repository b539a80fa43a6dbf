"""A new Akte: every file it begins with, and in a folder that has some already only those that are missing."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from fgk.checking import check_akte, hindernisse
from fgk.editing.overlay import OverlaySource
from fgk.errors import FgkError
from fgk.finding import find_akte_upwards
from fgk.history.attributes import missing
from fgk.models.arten import art_von
from fgk.scaffolding.anfangsdateien import STELLEN, Vorgaben, anfangsdateien
from fgk.scaffolding.anlegen import TakenError, create_files
from fgk.scaffolding.beigaben import ci_dateien
from fgk.sources import AKTE_FILE, FolderSource, short_path, shown_path
from fgk.writing import FaultyChangeError


class Plan(NamedTuple):
    """The files to be made, those that are there and stay as they are, and lines that those lack.

    ``ci`` are the new ones of a pipeline, ``ci_ordner`` where they lie if not in the Akte.
    """

    neu: dict[Path, bytes]
    vorhanden: list[Path]
    fehlende_zeilen: dict[Path, list[str]]
    ci: list[Path]
    ci_ordner: Path | None


def plan(folder: Path, vorgaben: Vorgaben | None, ci: str | None, stichtag: date) -> Plan:
    """Return what is to be done in a folder; ``vorgaben`` may be ``None`` where there is an Akte already.

    Raises ``FgkError`` for a folder that cannot take an Akte.
    """
    _check_folder(folder)
    if vorgaben is not None and vorgaben.vorgaenger is not None:
        _check_empty(folder)
    has_own = os.path.lexists(folder / STELLEN)
    files = {folder / path: raw for path, raw in anfangsdateien(vorgaben, stichtag, has_own=has_own).items()}
    ci_ordner = _repository(folder) if ci else folder
    pipeline = {ci_ordner / path: raw for path, raw in ci_dateien(ci).items()}
    files |= pipeline
    vorhanden = [path for path in files if os.path.lexists(path)]
    return Plan(
        {path: raw for path, raw in files.items() if path not in vorhanden},
        vorhanden,
        dict(_fehlende_zeilen(folder, files)),
        [path for path in pipeline if path not in vorhanden],
        ci_ordner if ci_ordner != folder else None,
    )


def carry_out(plan: Plan, folder: Path, stichtag: date) -> None:
    """Make the files of a plan: all or none.

    Raises ``FaultyChangeError`` where the new Akte would have faults, and ``FgkError`` where it cannot be written.
    """
    inside = {
        path.relative_to(folder).as_posix(): raw
        for path, raw in plan.neu.items()
        if path.is_relative_to(folder)
    }
    records = {path: raw for path, raw in inside.items() if art_von(path) is not None}
    if AKTE_FILE in records:
        below = FolderSource(folder) if folder.is_dir() else _NochNichts(folder)
        overlay = OverlaySource(below, inside)
        faults = hindernisse(check_akte(overlay, stichtag)[1])
        if any(found.path in {shown_path(overlay, path) for path in records} for found in faults):
            raise FaultyChangeError(faults)
    try:
        create_files(plan.neu)
    except TakenError as error:
        raise FgkError(
            f"„{error.path}“ ist eben erst entstanden; es wurde nichts geschrieben.",
            "Wiederholen Sie den Befehl.",
        ) from error


class _NochNichts(FolderSource):
    """A folder that is not there yet."""

    def paths(self) -> list[str]:
        """Return no file."""
        return []


def _check_folder(folder: Path) -> None:
    if os.path.lexists(folder) and not folder.is_dir():
        raise FgkError(
            f"„{folder}“ ist eine Datei und kein Ordner.", "Nennen Sie einen anderen Ordner für die Akte."
        )
    akte = find_akte_upwards(folder)
    if akte is not None and akte.resolve() != folder.resolve():
        raise FgkError(
            f"„{folder}“ liegt in der Akte „{short_path(akte)}“.",
            "Legen Sie die neue Akte neben die alte, nicht hinein.",
        )


def _check_empty(folder: Path) -> None:
    """Raise ``FgkError`` for a folder in which something lies: what is taken over would get mixed up with it."""
    visible = sorted(path.name for path in folder.glob("*") if not path.name.startswith("."))
    if visible:
        raise FgkError(
            f"In „{folder}“ liegt schon etwas ({', '.join(visible[:3])}).",
            "Nennen Sie für die neue Akte einen neuen oder leeren Ordner; die vorige Akte bleibt, wo sie ist.",
        )


def _repository(folder: Path) -> Path:
    """Return the top of the repository that a folder lies in, where a platform looks for its CI files; else the folder."""
    parents = [folder, *folder.absolute().parents]
    return next((path for path in parents if os.path.lexists(path / ".git")), folder)


def _fehlende_zeilen(folder: Path, files: dict[Path, bytes]) -> Iterator[tuple[Path, list[str]]]:
    """Yield the files of git that are there already, with the lines that fgk would like to see in them."""
    for name in (".gitignore", ".gitattributes"):
        path = folder / name
        if path.is_file():
            wanted = [line for line in files[path].decode().splitlines() if line and not line.startswith("#")]
            lines = missing(path.read_bytes(), wanted)
            if lines:
                yield path, lines
