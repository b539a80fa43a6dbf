"""One audit in memory: all records with their plain data, look-up by Kennung, and their places."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

from fgk.models.arten import ARTEN, Art
from fgk.models.audit import Audit
from fgk.models.base import Datensatz
from fgk.positions import Span
from fgk.sources import Source, shown_path

M = TypeVar("M", bound=Datensatz)
M_co = TypeVar("M_co", bound=Datensatz, covariant=True)

_NUMBERS = re.compile(r"(\d+)")
_ART_OF_MODEL = {art.modell: art for art in ARTEN}


class Locator(Protocol):
    """Finds the place of a value in a file; given by ``loading``, which reads the file again."""

    def __call__(self, path: str, route: Iterable[str | int], *, key: bool) -> Span:
        """Return the place of the value at ``route``, or of its key."""


@dataclass(frozen=True, slots=True, eq=False)
class Record(Generic[M_co]):
    """A record without schema faults: its file, its model and the plain data the model was made of.

    ``raw`` are the file's bytes, in which a rule about texts finds out fast where to look closely.
    """

    art: Art
    path: str
    kennung: str | None
    modell: M_co
    data: Mapping[str, Any]
    raw: bytes


class Ausnahme(NamedTuple):
    """An inline ignore: ``# fgk: ignore FGK112 – Grund``. It covers one line of one file."""

    path: str
    span: Span
    line: int
    codes: tuple[str, ...]
    grund: str


def natuerlich(kennung: str) -> tuple[str | int, ...]:
    """Sort key under which Z-3.10 comes after Z-3.9."""
    return tuple(int(part) if part.isdigit() else part for part in _NUMBERS.split(kennung))


@dataclass(slots=True)
class Akte:
    """One audit of one place in one stage.

    ``kennungen`` maps every Kennung in the Akte, those of faulty records included, to the places that
    claim it: (path, route). A file in a wrong place makes its Kennung known, but claims nothing.
    ``fehlerhaft`` holds the paths of files that gave no model, ``unlesbar`` the names of the kinds of which
    nothing is known, because their one file or their folder could not be read or lies in a wrong place.
    """

    source: Source
    locator: Locator
    records: dict[Art, list[Record[Datensatz]]] = field(default_factory=dict)
    kennungen: dict[str, list[tuple[str, tuple[str | int, ...]]]] = field(default_factory=dict)
    fehlerhaft: set[str] = field(default_factory=set)
    unlesbar: set[str] = field(default_factory=set)
    ausnahmen: list[Ausnahme] = field(default_factory=list)

    def alle(self, modell: type[M]) -> list[Record[M]]:
        """Return all faultless records of a kind, in the order of their Kennungen."""
        return cast("list[Record[M]]", self.records.get(_ART_OF_MODEL[modell], []))

    def einzeln(self, modell: type[M]) -> Record[M] | None:
        """Return the one record of a kind of which an Akte has one, ``None`` if missing or faulty."""
        records = self.alle(modell)
        return records[0] if records else None

    def finde(self, modell: type[M], kennung: str | None) -> M | None:
        """Return the record of this kind with this Kennung, ``None`` if there is none without faults."""
        return next((record.modell for record in self.alle(modell) if record.kennung == kennung), None)

    @property
    def audit(self) -> Audit | None:
        """The head of the Akte, ``None`` if faulty."""
        record = self.einzeln(Audit)
        return None if record is None else record.modell

    def locate(self, path: str, *route: str | int, key: bool = False) -> Span:
        """Return the place of a value (or of its key) in one of the Akte's files."""
        return self.locator(path, route, key=key)

    def shown_path(self, path: str) -> str:
        """Return the path of a file as the user would type it."""
        return shown_path(self.source, path)
