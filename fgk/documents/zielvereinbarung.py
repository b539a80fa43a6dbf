"""The Zielvereinbarung as a document: what the council adopts, and what experts assess."""

from collections.abc import Iterable

from fgk.documents import vereinbarung
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.sicht import Sicht
from fgk.documents.vereinbarung import alle

__all__ = ["alle", "baue", "fehlt"]


def baue(sicht: Sicht, _welches: str | None) -> Dokument:
    """Return the document; a draft is made without zielvereinbarung.yaml, too."""
    return vereinbarung.setze(sicht, "zielvereinbarung.md.j2")


def fehlt(sicht: Sicht, _welches: str | None) -> Iterable[Fehlend]:
    """Return what makes it an agreement and is not there."""
    return vereinbarung.fehlt(sicht)
