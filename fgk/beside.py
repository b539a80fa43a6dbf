"""Write a file beside the place that it is for: whole and on the disk, so that only its name is left to change."""

import os
import secrets
from pathlib import Path


def write_beside(path: Path, data: bytes) -> Path:
    """Return a new file with these bytes in the folder of ``path``; raises ``OSError``, and then leaves none behind.

    What a kill leaves there is hidden, and no state or pack takes it.
    """
    # a short name: that of the file itself may be as long as the disk allows
    temporary = path.with_name(f".fgk-{os.getpid()}-{secrets.token_hex(6)}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
