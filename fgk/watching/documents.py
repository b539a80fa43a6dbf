"""The documents that somebody wants to see while writing: made anew when they would say something else.

A document is put together each time, which takes a moment; only one that differs from what was written last goes on to
its formats, which takes long.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, NoReturn, Self

from fgk.documents import DOKUMENTE, Auftrag, baue, schreibe
from fgk.documents.dokument import Dokument
from fgk.documents.files import write_files
from fgk.errors import FgkError
from fgk.serie import Ausgelassen, Geprueft, auftraege
from fgk.watching.process import Process

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
        self._process = Process()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.end()

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
            word = DOKUMENTE[name].ist_auch or name
            orders = [o for o in possible if isinstance(o, Auftrag) and o.dokument == word and self._means(o)]
            titel = DOKUMENTE[name].titel
            if not orders:
                yield titel, reasons.get(titel) or self._otherwise(name)
            yield from ((order.titel, order) for order in orders)

    def _otherwise(self, name: str) -> Auftrag | str:
        """Return why there is no such report; any other document says itself why it cannot be made."""
        if name == "jahresbericht":
            return f"Für {self.wanted.jahr} gibt es keinen (fehlerfreien) Jahresbericht."
        return Auftrag(name, None, self.wanted.formate)

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
        contents = self._process.run(schreibe, stem, dokument, wanted.formate, wanted.stichtag)
        files = write_files(wanted.ziel, contents)
        self._written[stem] = dokument
        return files


def _refuse(why: str) -> NoReturn:
    raise FgkError(why, "Es entsteht, sobald die Akte so weit ist.")
