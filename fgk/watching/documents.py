"""The documents that somebody wants to see while writing: made anew when they would say something else.

A document is put together each time, which takes a moment; only one that differs from what was written last goes on to
its formats, which takes long. The formats are made in a process of their own: Typst keeps what it has set, and whoever
writes all day would run out of memory.
"""

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, NoReturn, Self

from fgk.documents import DOKUMENTE, Auftrag, baue, schreibe
from fgk.documents.dokument import Dokument
from fgk.documents.files import write_files
from fgk.errors import FgkError
from fgk.serie import Ausgelassen, Geprueft, auftraege

#: documents that one process makes
_RENEW = 8
_TEMPLATES = "vorlagen"


class Wanted(NamedTuple):
    """What is to be made: words of ``DOKUMENTE``, and how. ``jahr`` picks one of the annual reports."""

    dokumente: Sequence[str]
    jahr: str | None
    formate: tuple[str, ...]
    ziel: Path
    stichtag: date
    ist_entwurf: bool


class Made(NamedTuple):
    """What became of one document: its new files, or why there are none."""

    titel: str
    dateien: tuple[Path, ...] = ()
    fehler: FgkError | None = None


class Documents:
    """Remembers what was written last; used in a ``with``, which ends its process."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self._written: dict[str, Dokument] = {}
        self._pool: ProcessPoolExecutor | None = None
        self._made = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end_process()

    def update(self, geprueft: Geprueft, changed: Sequence[str]) -> Iterator[Made]:
        """Yield every document that is new now or cannot be made; what says the same as before, stays."""
        if any(_TEMPLATES in Path(path).parts for path in changed):
            self._written.clear()  # typefaces and templates are not in what we compare
        for titel, auftrag in self._orders(geprueft):
            try:
                files = self._make(geprueft, auftrag) if isinstance(auftrag, Auftrag) else _refuse(auftrag)
            except FgkError as error:
                yield Made(titel, fehler=error)
                continue
            if files:
                yield Made(titel, tuple(files))

    def _orders(self, geprueft: Geprueft) -> Iterator[tuple[str, Auftrag | str]]:
        """Yield the documents that are wanted, each with its order or why there can be none."""
        possible = list(auftraege(geprueft.akte, self.wanted.formate))
        reasons = {entry.was: entry.grund for entry in possible if isinstance(entry, Ausgelassen)}
        for name in self.wanted.dokumente:
            orders = [o for o in possible if isinstance(o, Auftrag) and o.dokument == name and self._means(o)]
            titel = DOKUMENTE[name].titel
            if not orders:
                why = f"Für {self.wanted.jahr} gibt es keinen (fehlerfreien) Jahresbericht."
                yield titel, reasons.get(titel, why)
            yield from ((order.titel, order) for order in orders)

    def _means(self, auftrag: Auftrag) -> bool:
        return auftrag.dokument != "jahresbericht" or self.wanted.jahr in (None, auftrag.welches)

    def _make(self, geprueft: Geprueft, auftrag: Auftrag) -> list[Path]:
        wanted = self.wanted
        stem, dokument = baue(
            geprueft.akte,
            auftrag,
            wanted.stichtag,
            ist_entwurf=wanted.ist_entwurf,
            workspace=geprueft.workspace,
        )
        if self._written.get(stem) == dokument:
            return []
        contents = self._process().submit(schreibe, stem, dokument, wanted.formate, wanted.stichtag).result()
        files = write_files(wanted.ziel, contents)
        self._written[stem] = dokument
        return files

    def _process(self) -> ProcessPoolExecutor:
        if self._made % _RENEW == 0:
            self._end_process()
        self._made += 1
        if self._pool is None:
            # Typst has threads of its own, which a forked process would not have
            self._pool = ProcessPoolExecutor(1, get_context("spawn"), _ignore_interruption)
        return self._pool

    def _end_process(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _refuse(why: str) -> NoReturn:
    raise FgkError(why, "Es entsteht, sobald die Akte so weit ist.")


def _ignore_interruption() -> None:
    """Let Ctrl-C reach only whoever asked: he ends this process too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
