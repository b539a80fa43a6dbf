"""Put a changed file in its place: whole or not at all, and never over what somebody else wrote meanwhile."""

import os
import shutil
import tempfile
from pathlib import Path

from fgk.errors import FgkError
from fgk.sources import reason_of


def replace_file(path: Path, data: bytes, before: bytes | None) -> None:
    """Write a file that holds ``before`` now, or is not there where that is ``None``.

    Raises ``FgkError`` where it cannot be written or has changed since it was read; then the old file is whole.
    """
    target = Path(os.path.realpath(path))  # a link stays one
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not os.access(
            target, os.W_OK, effective_ids=os.access in os.supports_effective_ids
        ):
            raise FgkError(
                f"„{path}“ ist schreibgeschützt.",
                "Heben Sie den Schreibschutz auf, und wiederholen Sie den Befehl.",
            )
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _check_unchanged(path, target, before)
            if before is None:
                os.chmod(temporary, 0o666 & ~_umask())  # noqa: PTH101 - mkstemp's 0600 would lock colleagues out
            else:
                shutil.copymode(target, temporary)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
