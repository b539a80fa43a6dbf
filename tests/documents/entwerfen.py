"""Render one document of a small Akte as text, for tests of what it says."""

from datetime import date
from pathlib import Path

from fgk.checking import check_akte
from fgk.diagnostic import Severity
from fgk.documents import Auftrag, erzeuge
from fgk.documents.fehlend import LackingError
from fgk.loading.nachbarn import vergiss
from fgk.sources import FolderSource

TAG = date(2025, 6, 30)


def erzeugt(
    ordner: Path,
    name: str,
    jahr: str | None = None,
    format_: str = "md",
    *,
    tag: date = TAG,
    entwurf: bool = False,
) -> bytes:
    """Return a document of an Akte without faults in one format."""
    vergiss()
    akte, meldungen = check_akte(FolderSource(ordner), tag)
    assert entwurf or [m for m in meldungen if m.severity is Severity.FEHLER] == []
    [daten] = erzeuge(akte, Auftrag(name, jahr, [format_]), tag, ist_entwurf=entwurf).values()
    return daten


def text(ordner: Path, name: str, jahr: str | None = None, *, tag: date = TAG, entwurf: bool = False) -> str:
    """Return the Markdown of a document."""
    return erzeugt(ordner, name, jahr, tag=tag, entwurf=entwurf).decode()


def fehlendes(ordner: Path, name: str, jahr: str | None = None, *, tag: date = TAG) -> list[tuple[str, str]]:
    """Return file and key of all that a document lacks."""
    akte, _ = check_akte(FolderSource(ordner), tag)
    try:
        erzeuge(akte, Auftrag(name, jahr, ["md"]), tag, ist_entwurf=False)
    except LackingError as error:
        return [(f.datei, f.schluessel) for f in error.fehlend]
    return []
