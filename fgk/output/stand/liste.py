"""Several audits, a line each: who is where, and what is due."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fgk.markdown import escape
from fgk.models.audit import STUFE
from fgk.output.stand.auditworte import phasenwort
from fgk.output.stand.zertifikatsworte import abgelaufen
from fgk.output.summary import anzahl
from fgk.output.tabelle import Spalte, tabelle
from fgk.output.umbruch import umbrochen
from fgk.schreibweise import datum
from fgk.stand.lage import Stand
from fgk.stand.zertifikatsstand import ZERTIFIKATSSTAND

_SPALTEN = (
    Spalte("Audit", ist_umbrochen=True),
    Spalte("Phase", ist_umbrochen=True),
    Spalte("Zertifikat", ist_umbrochen=True),
    Spalte("Fristen", ist_umbrochen=True),
)


class Standliste(NamedTuple):
    """What there is of several Akten: where they stand, and the folders of which nothing can be said."""

    staende: Sequence[Stand]
    unlesbar: Sequence[str]


def liste_als_text(liste: Standliste, *, width: int) -> Iterator[str]:
    """Yield the lines for the terminal."""
    if liste.staende:
        yield from tabelle(_SPALTEN, [_reihe(stand) for stand in liste.staende], width=width)
    for satz in _unten(liste):
        yield ""
        yield from umbrochen(satz, width)


def liste_als_markdown(liste: Standliste) -> Iterator[str]:
    """Yield the lines of a page in Markdown."""
    yield f"| {' | '.join(spalte.titel for spalte in _SPALTEN)} |"
    yield f"|{' --- |' * len(_SPALTEN)}"
    for stand in liste.staende:
        yield f"| {' | '.join(escape(zelle) for zelle in _reihe(stand))} |"
    for satz in _unten(liste):
        yield from ("", escape(satz))


def _reihe(stand: Stand) -> tuple[str, ...]:
    phase = stand.phase.phase.bezeichnung if stand.phase else phasenwort(stand)
    audit = f"{stand.audit.ort.name}\n{STUFE[stand.audit.stufe]}\n{stand.audit.kennung}"
    return (audit, phase, _zertifikat(stand), _fristen(stand))


def _zertifikat(stand: Stand) -> str:
    z = stand.zertifikat
    bis = z.zertifikat.gueltig_bis if z.zertifikat else None
    if z.zustand == "gueltig":
        return f"gültig bis {datum(bis)}"
    return abgelaufen(z) if z.zustand == "abgelaufen" else ZERTIFIKATSSTAND[z.zustand]


def _fristen(stand: Stand) -> str:
    zahlen = [(len(stand.fristen_die(wort)), wort) for wort in ("ueberfaellig", "faellig", "bald")]
    namen = {"ueberfaellig": "überfällig", "faellig": "fällig", "bald": "bald fällig"}
    return ", ".join(f"{zahl} {namen[wort]}" for zahl, wort in zahlen if zahl) or "–"


def _unten(liste: Standliste) -> Iterator[str]:
    faule = [stand.audit.kennung for stand in liste.staende if stand.fehlerhaft]
    if faule:
        yield f"Wegen Fehlern in Dateien unvollständig: {', '.join(faule)}. Was zu beheben ist, nennt „fgk validate“."
    if liste.unlesbar:
        yield (
            f"{anzahl(len(liste.unlesbar), 'Akte', 'Akten')} ohne brauchbare audit.yaml ausgelassen: "
            f"{', '.join(liste.unlesbar)}."
        )
