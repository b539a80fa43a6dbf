"""A document before it has a format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from fgk.bild import Bild


@dataclass(frozen=True, slots=True)
class Kopf:
    """What stands on the cover and at the edges of every page; plain text, never Markdown."""

    titel: str
    untertitel: str
    ort: str
    angaben: tuple[tuple[str, str], ...]
    hinweise: tuple[str, ...]
    kolumnentitel: str
    fusszeile: str
    vermerk: str
    """Empty, or a word such as ``ENTWURF`` that marks every page."""
    ist_kurz: bool = False
    """Whether the text begins below the head of the first page, without cover and table of contents."""
    ist_einseitig: bool = False
    """Whether a short document has to be one page: its head then takes as little room as it can."""
    ist_urkunde: bool = False
    """Whether it is one festive page: everything in the middle, no running heads, however long the names are.

    Such a document is short too; see docs/adr/0026.
    """


class Hausdatei(NamedTuple):
    """A Word or OpenDocument file that a document is put into, and how messages name it."""

    daten: bytes
    name: str


class Gestalt(NamedTuple):
    """What is the municipality's own."""

    farbe: str | None = None
    schrift: str | None = None
    schriften: Path | None = None
    """The folder with the files of its typeface."""
    logo: Bild | None = None
    signet: Bild | None = None
    absender: tuple[str, ...] = ()
    word: Hausdatei | None = None
    odf: Hausdatei | None = None


#: our own design
UNSERE = Gestalt()


@dataclass(frozen=True, slots=True)
class Dokument:
    """``koerper`` is Markdown of our profile; its headings start at level 2, the title is level 1."""

    kopf: Kopf
    koerper: str
    bilder: Mapping[str, Bild] = field(default_factory=dict)
    """Diagrams, by the names that the body calls them."""
    gestalt: Gestalt = UNSERE
    anhang: tuple[tuple[str, str], ...] = ()
    """Name and text of files that go along with the PDF."""
    pruefzeichen: str = ""
    """That of the content, for the properties of the PDF; empty for a draft."""
