"""fgk textconv: a file as sorted lines, for git; set up by ``fgk git-setup``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from fgk.errors import FgkError


def textconv(
    datei: Annotated[str, typer.Argument(metavar="DATEI", help="Eine YAML-Datei der Akte.")],
) -> None:
    """Zeigt eine Datei als sortierte Zeilen, eine je Feld; git vergleicht damit Inhalte statt Schreibweisen.

    Beispiel: „fgk textconv massnahmen/M-1.1.1.yaml“. Ändert nichts.
    """
    from fgk.output.fieldlines import field_lines

    write_bytes(field_lines(read_bytes(datei)))


def read_bytes(name: str) -> bytes:
    """Return the bytes of a file that git, or a person, names; raises ``FgkError`` where there are none."""
    from fgk.sources import reason_of

    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise FgkError(
            f"„{name}“ lässt sich nicht lesen ({reason_of(error)}).", "Nennen Sie eine Datei der Akte."
        ) from error


def write_bytes(data: bytes) -> None:
    """Write to the standard output as it is: no other ends of lines, no other encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
