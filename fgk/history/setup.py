"""What ``fgk git-setup`` writes: settings of one clone, and lines of ``.gitattributes`` for everybody."""

import os
import shlex
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from fgk.errors import FgkError
from fgk.history import attributes
from fgk.history.config import Clone, read_settings, run_git, write_setting
from fgk.sources import reason_of

#: where a record, or an entry that is about a measure, begins; deeper ones are only references. It is what
#: ``git log -L ':M-3.1.2:…'`` and the heads of hunks go by, for people without fgk too.
XFUNCNAME = r"""^[ -]{0,6}kennung: *"?([^" ]+).*$
^[ -]{0,6}massnahme: *"?([^" ]+).*$
^ {0,4}- +ziel: *"?([^" ]+).*$"""
#: where git keeps what ``fgk textconv`` said
CACHE = "refs/notes/textconv/fgk"


class Plan(NamedTuple):
    """What is to be written: settings (``None``: taken away) and the new content of ``.gitattributes``."""

    clone: Clone
    settings: dict[str, str | None]
    lines: list[str]
    attributes: bytes | None
    has_cache: bool

    @property
    def path(self) -> Path:
        """The file of attributes, which is shared by everybody."""
        return self.clone.root / ".gitattributes"

    @property
    def is_empty(self) -> bool:
        """Say whether all is as it shall be."""
        return not self.settings and self.attributes is None and not self.has_cache


def settings() -> dict[str, str]:
    """Return the settings that one clone needs."""
    fgk = command()
    return {
        "diff.fgk.textconv": f"{fgk} textconv",
        "diff.fgk.cachetextconv": "true",
        "diff.fgk.xfuncname": XFUNCNAME,
        "merge.fgk.name": "Akten feldweise zusammenführen",
        "merge.fgk.driver": f"{fgk} merge-file %O %A %B %P",
    }


def command() -> str:
    """Return how git shall call fgk: by its name where that is found, else by this Python."""
    if shutil.which("fgk") is not None:
        return "fgk"
    return f"{shlex.quote(sys.executable)} -P -m fgk"


def plan_setup(clone: Clone, akten: Iterable[Path]) -> Plan:
    """Return what is missing for these Akten."""
    wanted = settings()
    there = read_settings(clone.root, wanted)
    lines = [line for akte in _inside(clone.root, akten) for line in attributes.lines_for(akte)]
    raw = _read(clone.root / ".gitattributes")
    new = attributes.missing(raw, lines)
    return Plan(
        clone,
        {key: value for key, value in wanted.items() if there.get(key) != value},
        new,
        attributes.with_lines(raw, lines) if new else None,
        _has_cache(clone.root),
    )


def plan_removal(clone: Clone) -> Plan:
    """Return what has to go so that nothing of fgk is left."""
    raw = _read(clone.root / ".gitattributes")
    lines = attributes.ours(raw)
    there: dict[str, str | None] = dict.fromkeys(read_settings(clone.root, settings()))
    left = attributes.without_lines(raw) if lines else None
    return Plan(clone, there, lines, left, _has_cache(clone.root))


def carry_out(plan: Plan) -> None:
    """Write what the plan says; raises ``FgkError`` where that is not possible."""
    if plan.attributes is not None:
        try:
            if plan.attributes:
                plan.path.write_bytes(plan.attributes)
            else:
                plan.path.unlink()
        except OSError as error:
            raise FgkError(
                f"„{plan.path}“ lässt sich nicht schreiben ({reason_of(error)}).",
                "Prüfen Sie, ob Sie in den Ordner schreiben dürfen.",
            ) from error
    for key, value in plan.settings.items():
        write_setting(plan.clone.root, key, value)
    if plan.has_cache:  # another fgk may show fields in another way; what git has kept of it must not stay
        run_git(plan.clone.root, "update-ref", "-d", CACHE)


def _has_cache(root: Path) -> bool:
    return run_git(root, "rev-parse", "--verify", "--quiet", CACHE).code == 0


def _inside(root: Path, akten: Iterable[Path]) -> Iterator[PurePosixPath]:
    """Yield the Akten as seen from the top of the repository; raises ``FgkError`` for one of another repository."""
    top = root.resolve()
    for akte in akten:
        folder = akte.resolve()
        between = [folder, *folder.parents]
        inner = between[: between.index(top)] if top in between else None
        if inner is None or any(os.path.lexists(parent / ".git") for parent in inner):
            raise FgkError(
                f"Die Akte „{akte}“ gehört zu einem anderen Repository.",
                "Rufen Sie „fgk git-setup“ für jedes Repository einzeln auf.",
            )
        yield PurePosixPath(folder.relative_to(top).as_posix())


def _read(path: Path) -> bytes:
    if path.is_symlink():
        raise FgkError(
            f"„{path.name}“ ist eine Verknüpfung, die git nicht liest.",
            "Ersetzen Sie die Verknüpfung durch eine Datei.",
        )
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise FgkError(
            f"„{path}“ lässt sich nicht lesen ({reason_of(error)}).", "Prüfen Sie, was dort liegt."
        ) from error
