"""A process of its own for what keeps memory: Typst keeps what it has set, and somebody may write all day."""

import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")

#: calls until a new process takes over
_RENEW = 8


class Process:
    """Runs functions elsewhere, one after the other; begins with the first."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._calls = 0

    def run(self, function: Callable[..., T], *arguments: Any) -> T:
        """Return what the function returns, and raise what it raises."""
        if self._calls % _RENEW == 0:
            self.end()
        self._calls += 1
        if self._pool is None:
            # Typst has threads of its own, which a forked process would not have
            self._pool = ProcessPoolExecutor(1, get_context("spawn"), _ignore_interruption)
        return self._pool.submit(function, *arguments).result()

    def end(self) -> None:
        """End the process."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _ignore_interruption() -> None:
    """Let Ctrl-C reach only whoever asked: he ends this process too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
