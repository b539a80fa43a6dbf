"""The table of documents and formats, and the one way from an Akte to bytes.

To add a document: write its module with a ``baue`` function and its template, and list it here.
To add a format: write its writer and list it in ``SCHREIBER``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fgk.akte import Akte
from fgk.documents import jahresbericht, zielvereinbarung
from fgk.documents.dokument import Dokument
from fgk.documents.gestalt import lade_gestalt
from fgk.documents.sicht import Sicht
from fgk.errors import FgkError
from fgk.sources import Source


@dataclass(frozen=True, slots=True)
class Dokumentart:
    """A kind of document; ``baue`` gets the view and, where it needs one, the year of the report."""

    titel: str
    baue: Callable[[Sicht, str | None], Dokument]
    braucht_jahr: bool = False


DOKUMENTE: Mapping[str, Dokumentart] = {
    "zielvereinbarung": Dokumentart("Zielvereinbarung", zielvereinbarung.baue),
    "jahresbericht": Dokumentart("Jahresbericht", jahresbericht.baue, braucht_jahr=True),
}


@dataclass(frozen=True, slots=True)
class Auftrag:
    """Which document is wanted: a word of ``DOKUMENTE``, its year ("2018", "2020-2021"), its formats."""

    dokument: str
    jahr: str | None
    formate: Sequence[str]
    anhang: bool = False
    """Whether the files of the Akte are attached to the PDF."""

    @property
    def titel(self) -> str:
        """How lists call it: „Jahresbericht 2018“."""
        return f"{DOKUMENTE[self.dokument].titel}{f' {self.jahr}' if self.jahr else ''}"


def _pdf(dokument: Dokument, stichtag: date) -> bytes:
    from fgk.documents.pdf import write_pdf

    return write_pdf(dokument, datum=stichtag)


def _md(dokument: Dokument, _stichtag: date) -> bytes:
    from fgk.documents.markdown_writer import write_markdown

    return write_markdown(dokument)


def _html(dokument: Dokument, _stichtag: date) -> bytes:
    from fgk.documents.html_writer import write_html

    return write_html(dokument)


def _docx(dokument: Dokument, stichtag: date) -> bytes:
    from fgk.documents.docx_writer import write_docx

    return write_docx(dokument, datum=stichtag)


def _odt(dokument: Dokument, stichtag: date) -> bytes:
    from fgk.documents.odt_writer import write_odt

    return write_odt(dokument, datum=stichtag)


SCHREIBER: Mapping[str, Callable[[Dokument, date], bytes]] = {
    "pdf": _pdf,
    "md": _md,
    "html": _html,
    "docx": _docx,
    "odt": _odt,
}


def erzeuge(
    akte: Akte, auftrag: Auftrag, stichtag: date, *, ist_entwurf: bool, workspace: Source | None = None
) -> dict[str, bytes]:
    """Return file name -> bytes of one document in each of its formats, in the design of Akte or workspace.

    Raises ``FgkError`` for a document that does not exist, a missing year, an Akte that lacks what the document
    is about, and a faulty design.
    """
    name, jahr = auftrag.dokument, auftrag.jahr
    art = DOKUMENTE.get(name)
    if art is None:
        raise FgkError(f"Ein Dokument „{name}“ gibt es nicht.", f"Es gibt: {', '.join(DOKUMENTE)}.")
    if not art.braucht_jahr and jahr is not None:
        raise FgkError(f"Das Dokument „{art.titel}“ hat kein Jahr.", "Lassen Sie --jahr weg.")
    sicht = Sicht.aus(akte, stichtag, ist_entwurf=ist_entwurf, workspace=workspace)
    dokument = replace(
        art.baue(sicht, jahr),
        gestalt=lade_gestalt(sicht.ablagen, sicht.ort, auftrag.formate, ist_entwurf=ist_entwurf),
        anhang=_anhang(akte) if auftrag.anhang else (),
    )
    stem = f"{name}-{jahr}" if jahr else name
    return {
        f"{stem}_{sicht.kurzname}.{format_}": SCHREIBER[format_](dokument, stichtag)
        for format_ in auftrag.formate
    }


def _anhang(akte: Akte) -> tuple[tuple[str, str], ...]:
    """Return path and text of the files that the Akte was read from."""
    records = (record for records in akte.records.values() for record in records)
    return tuple(sorted((record.path, record.raw.decode("utf-8-sig")) for record in records))
