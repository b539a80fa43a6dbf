"""Which blocks stand on upright pages and which on turned ones; a turned table takes its headings along."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from fgk.documents.inhalt import Block, Bloecke, Tabelle, Ueberschrift, Zeile, text_of
from fgk.documents.schutz import schuetze
from fgk.documents.tabelle import Satz, Texte, setze_alle


class Stueck(NamedTuple):
    """A block, and how it is set where it is a table."""

    block: Block
    satz: Satz | None


class Seite(NamedTuple):
    """Pages that follow each other and lie alike."""

    stuecke: tuple[Stueck, ...]
    ist_quer: bool


@lru_cache(maxsize=2)  # each format asks for the same document
def seiten(bloecke: Bloecke, weite: float = 1.0) -> tuple[Seite, ...]:
    """Return the blocks of a document in pages; ``weite`` is how wide the type face is, measured by ours."""
    saetze = setze_alle((texte_der(block) for block in bloecke if isinstance(block, Tabelle)), weite)
    fertig: list[Seite] = []
    offen: list[Stueck] = []
    for block in bloecke:
        stueck = Stueck(block, next(saetze) if isinstance(block, Tabelle) else None)
        if stueck.satz is None or not stueck.satz.ist_quer:
            offen.append(stueck)
            continue
        anfang = _anfang(offen)
        gedreht = Seite((*offen[anfang:], stueck), ist_quer=True)
        if anfang:
            fertig.append(Seite(tuple(offen[:anfang]), ist_quer=False))
        elif fertig and fertig[-1].ist_quer:
            gedreht = Seite((*fertig.pop().stuecke, *gedreht.stuecke), ist_quer=True)
        fertig.append(gedreht)
        offen = []
    return (*fertig, Seite(tuple(offen), ist_quer=False)) if offen else tuple(fertig)


def _anfang(offen: Sequence[Stueck]) -> int:
    """Return where the headings begin that a turned table takes along, with one block of text below them."""
    anfang = len(offen)
    if anfang > 1 and _ist_titel(offen[-2]) and not _ist_titel(offen[-1]):
        anfang -= 1
    while anfang and _ist_titel(offen[anfang - 1]):
        anfang -= 1
    return anfang


def _ist_titel(stueck: Stueck) -> bool:
    return isinstance(stueck.block, Ueberschrift)


def texte_der(tabelle: Tabelle) -> tuple[Texte, list[Texte]]:
    """Return the plain texts of a table: its head and its rows."""
    return texte(tabelle.kopf), [texte(zeile) for zeile in tabelle.zeilen]


def texte(zeile: Sequence[Zeile]) -> Texte:
    """Return the plain texts of a row as they take room: with protected blanks and the signs of footnotes."""
    return tuple(
        schuetze(text_of(zelle)) + "1" * sum(bool(lauf.note) for lauf in zelle) if zelle else ""
        for zelle in zeile
    )
