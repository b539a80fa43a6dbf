"""Put finished documents on disk: the old files stay whole until all new ones are."""

import errno
import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from fgk.beside import write_beside
from fgk.errors import FgkError
from fgk.sources import reason_of

#: a file there would be in the place of what other programs write to
_DEVICES = Path("/dev")


def write_files(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write files into ``folder`` (made if missing) and return their paths.

    All of them are on the disk before the first takes its place, so a full disk leaves the old ones as they were.
    Raises ``FgkError`` where the folder is a file, cannot be made or cannot be written to.
    """
    check_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(folder, error) from error
    with ExitStack() as temporaries:
        finished = [
            (_prepare(folder / name, data, temporaries), folder / name) for name, data in contents.items()
        ]
        for temporary, path in finished:
            try:
                temporary.replace(path)
            except OSError as error:
                raise _cannot_write(path, error) from error
    return [path for _, path in finished]


def check_folder(folder: Path) -> None:
    """Raise ``FgkError`` where no folder can be, before anybody works for it."""
    try:
        for path in (folder, *folder.parents):
            if path.exists() and not path.is_dir():
                raise FgkError(f"„{path}“ ist eine Datei und kein Ordner.", "Nennen Sie mit -o einen Ordner.")
    except OSError as error:  # a name that is too long, or a folder that nobody may look into
        raise _cannot_write(folder, error) from error


def _prepare(path: Path, data: bytes, temporaries: ExitStack) -> Path:
    """Write a file beside its place; what is still there in the end is removed."""
    try:
        if path.is_dir():
            raise FgkError(
                f"„{path}“ ist ein Ordner.",
                "Benennen Sie ihn um, oder nennen Sie mit -o einen anderen Ordner.",
            )
        # such as /dev/stdout, whose place a file would take, also where it leads to one
        if (path.exists() and not path.is_file()) or path.parent == _DEVICES:
            raise FgkError(
                f"„{path}“ ist keine gewöhnliche Datei.", "Nennen Sie mit -o eine Datei oder einen Ordner."
            )
        if path.exists() and not os.access(
            path, os.W_OK, effective_ids=os.access in os.supports_effective_ids
        ):
            raise FgkError(
                f"„{path}“ ist schreibgeschützt.",
                "Heben Sie den Schreibschutz auf, oder nennen Sie mit -o einen anderen Ordner.",
            )
        temporary = write_beside(path, data)
    except OSError as error:
        raise _cannot_write(path, error) from error
    temporaries.callback(temporary.unlink, missing_ok=True)
    return temporary


def _cannot_write(path: Path, error: OSError) -> FgkError:
    tun = "Schließen Sie die Datei, falls sie geöffnet ist, oder nennen Sie mit -o einen anderen Ordner."
    if error.errno == errno.ENAMETOOLONG:
        tun = "Nennen Sie mit -o einen kürzeren Ordner, oder geben Sie der Akte eine kürzere Kennung."
    if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        tun = "Schaffen Sie Platz, oder nennen Sie mit -o einen anderen Ordner; alte Dateien sind noch da."
    return FgkError(f"„{path}“ lässt sich nicht schreiben ({reason_of(error)}).", tun)
