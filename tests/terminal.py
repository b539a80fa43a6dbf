"""fgk on a terminal of its own, as somebody sees it who types."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from hilfen import WURZEL, Ergebnis

#: seconds after which a test gives up; nothing here waits as long when all is well
GEDULD = 120


class Lauf(NamedTuple):
    """What somebody saw: the exit code, and all that came to the terminal."""

    code: int
    text: str


def umgebung(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a terminal: nothing that says how wide or coloured it is."""
    fremd = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TTY_COMPATIBLE"}
    rest = {name: wert for name, wert in os.environ.items() if name not in fremd}
    return rest | {"PYTHONPATH": str(WURZEL), "TERM": "xterm-256color", **(env or {})}


class Terminal:
    """A terminal of a width, and the process in it."""

    def __init__(self, griff: int, prozess: subprocess.Popen[bytes]) -> None:
        self.griff = griff
        self.prozess = prozess
        self.text = ""
        # one read can end in the middle of a character
        self._decoder = getincrementaldecoder("utf-8")(errors="replace")

    def schreibe(self, text: str) -> None:
        """Type something."""
        os.write(self.griff, text.encode())

    def warte_auf(self, text: str, ab: int = 0) -> int:
        """Read until a text has come behind the place ``ab``; return where it ends."""
        frist = time.monotonic() + GEDULD
        while text not in self.text[ab:]:
            assert self._lies(frist), f"„{text}“ did not come: {self.text[ab:]!r}"
        return self.text.index(text, ab) + len(text)

    def bis_zum_ende(self) -> Lauf:
        """Read until the process has ended."""
        frist = time.monotonic() + GEDULD
        while self._lies(frist):
            pass
        return Lauf(self.prozess.wait(timeout=GEDULD), self.text.replace("\r\n", "\n"))

    def _lies(self, frist: float) -> bool:
        """Read what is there; say whether more can come."""
        bereit, _, _ = select.select([self.griff], [], [], max(0, frist - time.monotonic()))
        assert bereit, f"nothing came any more: {self.text[-2000:]!r}"
        try:
            gelesen = os.read(self.griff, 65536)
        except OSError:  # how Linux says that nobody is at the other end
            return False
        self.text += self._decoder.decode(gelesen)
        return bool(gelesen)


@contextmanager
def im_terminal(
    befehl: Sequence[str], *, breite: int = 80, cwd: Path, env: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """Start a command in a terminal; whatever is left of it afterwards is ended."""
    eltern, kind = pty.openpty()
    fcntl.ioctl(kind, termios.TIOCSWINSZ, struct.pack("HHHH", 24, breite, 0, 0))
    prozess = subprocess.Popen(
        befehl,
        cwd=cwd,
        env=umgebung(env),
        pass_fds=(kind,),
        preexec_fn=partial(os.login_tty, kind),  # noqa: PLW1509 - only so does Ctrl-C reach it, and no thread runs here
    )
    os.close(kind)
    try:
        yield Terminal(eltern, prozess)
    finally:
        if prozess.poll() is None:
            prozess.kill()
        prozess.wait()
        os.close(eltern)


def fgk_im_terminal(
    *argumente: str | Path,
    breite: int = 80,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    hat_tastatur: bool = True,
) -> Lauf:
    """Run fgk in a terminal to its end; without a keyboard nobody can be asked."""
    befehl = [sys.executable, "-m", "fgk", *map(str, argumente)]
    if not hat_tastatur:
        befehl = ["sh", "-c", 'exec "$@" < /dev/null', "sh", *befehl]
    with im_terminal(befehl, breite=breite, cwd=cwd, env=env) as terminal:
        return terminal.bis_zum_ende()


def am_terminal(*argumente: str | Path, antworten: Sequence[str], cwd: Path) -> Ergebnis:
    """Run fgk in a terminal and type these answers, each with the return key; what it shows is in ``aus``."""
    befehl = [sys.executable, "-m", "fgk", *map(str, argumente)]
    with im_terminal(befehl, breite=100, cwd=cwd, env={"NO_COLOR": "1", "TERM": "dumb"}) as terminal:
        terminal.schreibe("".join(f"{antwort}\n" for antwort in antworten))
        return Ergebnis(*terminal.bis_zum_ende(), "")
