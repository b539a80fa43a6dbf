"""The table of formats, and the one way from an Akte to bytes.

To add a format: write its writer and list it in ``SCHREIBER``. The table of documents is in ``arten``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from fgk.akte import Akte
from fgk.documents.arten import DOKUMENTE, Dokumentart
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import LackingError, mit_fehlendem
from fgk.documents.gestalt import lade_gestalt
from fgk.documents.sicht import Sicht
from fgk.errors import FgkError
from fgk.models.datum import fruehestens
from fgk.models.jahresbericht import Jahresbericht
from fgk.sources import Source

if TYPE_CHECKING:
    from fgk.documents.aenderungen import Aenderungszeile


@dataclass(frozen=True, slots=True)
class Auftrag:
    """Which document is wanted: a word of ``DOKUMENTE``, which of its kind, and its formats."""

    dokument: str
    welches: str | None
    """The year of a report ("2018", "2020-2021"), or the decision that a paper is for ("B-2017-01")."""
    formate: Sequence[str]
    anhang: bool = False
    """Whether the files of the Akte are attached to the PDF."""
    mit_verlauf: bool = False
    """Whether it ends with what changed, from the Akte's history in git."""

    @property
    def titel(self) -> str:
        """How lists call it: „Jahresbericht 2018“."""
        return f"{DOKUMENTE[self.dokument].titel}{f' {self.welches}' if self.welches else ''}"


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
    stem, dokument = baue(akte, auftrag, stichtag, ist_entwurf=ist_entwurf, workspace=workspace)
    return schreibe(stem, dokument, auftrag.formate, stichtag)


def schreibe(stem: str, dokument: Dokument, formate: Sequence[str], stichtag: date) -> dict[str, bytes]:
    """Return file name -> bytes of a document in each format; ``stem`` is its name without an ending."""
    return {f"{stem}.{format_}": SCHREIBER[format_](dokument, stichtag) for format_ in formate}


def baue(
    akte: Akte, auftrag: Auftrag, stichtag: date, *, ist_entwurf: bool, workspace: Source | None = None
) -> tuple[str, Dokument]:
    """Return the name (without an ending) and all of one document before it has a format; raises as ``erzeuge``."""
    name = auftrag.dokument
    art = DOKUMENTE.get(name)
    if art is None:
        raise FgkError(f"Ein Dokument „{name}“ gibt es nicht.", f"Es gibt: {', '.join(DOKUMENTE)}.")
    if art.option is None and auftrag.welches is not None:
        raise FgkError(
            f"Das Dokument „{art.titel}“ gibt es nur einmal.", f"Lassen Sie „{auftrag.welches}“ weg."
        )
    sicht = Sicht.aus(akte, stichtag, ist_entwurf=ist_entwurf, workspace=workspace)
    _pruefe_verfahren(sicht, name, art)
    sicht = art.sicht(sicht)
    welches = art.waehle(sicht, auftrag.welches)
    fehlend = list(art.fehlt(sicht, welches))
    if fehlend and not ist_entwurf:
        raise LackingError(auftrag.titel, fehlend)
    if auftrag.mit_verlauf:
        sicht = replace(sicht, aenderungen=_aenderungen(sicht, name, welches))
    dokument = art.baue(sicht, welches)
    dokument = replace(
        mit_fehlendem(dokument, fehlend),
        gestalt=lade_gestalt(
            sicht.ablagen, sicht.ort, auftrag.formate, ist_entwurf=ist_entwurf, hausdateien=art.hausdateien
        ),
        anhang=_dateien(akte) if auftrag.anhang else (),
    )
    stamm = art.ist_auch or name
    return f"{f'{stamm}-{welches}' if welches else stamm}_{sicht.kurzname}", dokument


def _pruefe_verfahren(sicht: Sicht, name: str, art: Dokumentart) -> None:
    gibt_es = [wort for wort in DOKUMENTE if wort in sicht.verfahren.dokumente]
    if (art.ist_auch or name) not in gibt_es:
        raise FgkError(
            f"Das Dokument „{art.titel}“ gibt es im Verfahren „{sicht.verfahren.bezeichnung}“ nicht.",
            f"Es gibt: {', '.join(gibt_es)}."
            if gibt_es
            else "Nennen Sie die Dokumente in der Datei dieses Verfahrens unter „dokumente“.",
        )


def _aenderungen(sicht: Sicht, name: str, welches: str | None) -> "tuple[Aenderungszeile, ...]":
    """Return what changed since the agreement was adopted, or in the period of a report."""
    from fgk.documents.aenderungen import aenderungen

    if name == "jahresbericht":
        bericht = sicht.akte.finde(Jahresbericht, f"J-{welches}")
        return aenderungen(sicht.akte, bericht.von, bericht.bis) if bericht else ()
    if name in ("zielvereinbarung", "quartierskonzept"):
        beratung = sicht.annahme.beratung if sicht.annahme else None
        tag = beratung.datum if beratung else None
        return aenderungen(sicht.akte, fruehestens(tag) if tag else None, sicht.stichtag)
    raise FgkError(
        f"Das Dokument „{DOKUMENTE[name].titel}“ hat kein Änderungsverzeichnis.",
        "Lassen Sie --mit-verlauf weg.",
    )


def _dateien(akte: Akte) -> tuple[tuple[str, str], ...]:
    """Return path and text of the files that the Akte was read from."""
    records = (record for records in akte.records.values() for record in records)
    return tuple(sorted((record.path, record.raw.decode("utf-8-sig")) for record in records))
