"""Time and memory of one template, held by the system where it can: the net below the looks of the sandbox."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2.exceptions import SecurityError

from fgk.templating import sandbox

#: bytes that a template may take beyond what fgk needs
_SPEICHER = 1024 * 1024 * 1024


@contextmanager
def begrenzt() -> Iterator[None]:
    """Hold time and memory of what runs inside, where the system can; raises ``SecurityError``, ``MemoryError``."""
    with _zeit_begrenzt(), _speicher_begrenzt():
        yield


@contextmanager
def _zeit_begrenzt() -> Iterator[None]:
    # only POSIX has this timer, and only the main thread gets its signal
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def klingelt(*_: object) -> None:
        raise SecurityError(sandbox.ZU_LANGE.format(sandbox.ZEIT))

    vorher = signal.signal(signal.SIGALRM, klingelt)
    # later than the looks at the clock, which know the line
    signal.setitimer(signal.ITIMER_REAL, sandbox.ZEIT + 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, vorher)


@contextmanager
def _speicher_begrenzt() -> Iterator[None]:
    statm = Path("/proc/self/statm")  # only Linux says how much is in use, and holds the limit
    if not statm.exists():
        yield
        return
    import resource

    belegt = int(statm.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    weich, hart = resource.getrlimit(resource.RLIMIT_AS)
    grenze = belegt + _SPEICHER
    if weich == resource.RLIM_INFINITY or grenze < weich:
        resource.setrlimit(resource.RLIMIT_AS, (grenze, hart))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (weich, hart))
