"""fgk on a terminal, with a person who answers: a real pseudo-terminal, because that is what fgk looks for."""

import os
import pty
import select
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from hilfen import WURZEL, Ergebnis

_GEDULD = 60


def am_terminal(*argumente: str | Path, antworten: Sequence[str], cwd: Path) -> Ergebnis:
    """Run fgk on a terminal and type these answers, each with the return key; what it shows is in ``aus``."""
    leiter, gefolgt = pty.openpty()
    umgebung = os.environ | {"PYTHONPATH": str(WURZEL), "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    lauf = subprocess.Popen(
        [sys.executable, "-m", "fgk", *map(str, argumente)],
        cwd=cwd, env=umgebung, stdin=gefolgt, stdout=gefolgt, stderr=gefolgt, close_fds=True,
    )  # fmt: skip
    os.close(gefolgt)
    os.write(leiter, "".join(f"{antwort}\n" for antwort in antworten).encode())
    gezeigt = b""
    while select.select([leiter], [], [], _GEDULD)[0]:
        try:
            stueck = os.read(leiter, 65536)
        except OSError:  # so Linux says that nobody writes any more
            break
        if not stueck:
            break
        gezeigt += stueck
    code = lauf.wait(timeout=_GEDULD)
    os.close(leiter)
    return Ergebnis(code, gezeigt.decode("utf-8", "replace").replace("\r\n", "\n"), "")
