"""A document before it has a format."""

from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class Dokument:
    """``koerper`` is Markdown of our profile; its headings start at level 2, the title is level 1."""

    kopf: Kopf
    koerper: str
