"""Blocks -> Typst markup. What users wrote only ever becomes a string, never markup."""

from collections.abc import Iterator
from typing import NamedTuple

from fgk.documents import tabelle
from fgk.documents.inhalt import (
    Absatz,
    Block,
    Bloecke,
    Hinweis,
    Liste,
    Tabelle,
    Trenner,
    Ueberschrift,
    Unterschrift,
    Unterschriften,
    lies,
    text_of,
)
from fgk.documents.typst_inline import write_zeile
from fgk.documents.typst_tables import texts_of, write_table
from fgk.zeichen import ersetze

_KURZER_HINWEIS = 2500


def write_typst(koerper: str) -> str:
    """Return the body as Typst markup that uses the functions of ``dokument.typ``."""
    bloecke = lies(koerper)
    saetze = tabelle.setze_alle(texts_of(block) for block in bloecke if isinstance(block, Tabelle))
    seiten = _turn(list(_top_blocks(bloecke, saetze)))
    return "\n\n".join(f"#quer[{seite.text}]" if seite.ist_quer else seite.text for seite in seiten)


class _Stueck(NamedTuple):
    text: str
    ist_quer: bool = False
    ist_titel: bool = False


def _top_blocks(bloecke: Bloecke, saetze: Iterator[tabelle.Satz]) -> Iterator[_Stueck]:
    """Set what stands by itself: only here may a table turn its page. ``saetze``: how each table is set."""
    for block in bloecke:
        match block:
            case Tabelle():
                satz = next(saetze)
                yield _Stueck(write_table(block, satz), satz.ist_quer)
            case Ueberschrift(ebene, zeile):
                # PDF/UA refuses a heading of which nothing can be seen
                if ersetze(text_of(zeile)).strip():
                    yield _Stueck(f"#heading(level: {ebene})[{write_zeile(zeile)}]", ist_titel=True)
            case _:
                yield _Stueck(_block(block))


def _turn(stuecke: list[_Stueck]) -> list[_Stueck]:
    """Take the headings, and one block of text below them, along to the turned page of their table."""
    seiten: list[_Stueck] = []
    for stueck in stuecke:
        text = stueck.text
        if stueck.ist_quer:
            mit = len(seiten) - 1 if _steht_unter_titel(seiten) else len(seiten)
            while mit and (seiten[mit - 1].ist_titel or seiten[mit - 1].ist_quer):
                mit -= 1
            text = "\n\n".join([*(seite.text for seite in seiten[mit:]), text])
            del seiten[mit:]
        seiten.append(stueck._replace(text=text))
    return seiten


def _steht_unter_titel(seiten: list[_Stueck]) -> bool:
    return len(seiten) > 1 and seiten[-2].ist_titel and not seiten[-1].ist_titel


def _block(block: Block) -> str:
    match block:
        case Absatz(zeile, ist_etikett):
            return f"#haftend[{write_zeile(zeile)}]" if ist_etikett else write_zeile(zeile)
        case Liste():
            return _list(block)
        case Tabelle():
            return write_table(block, tabelle.setze(*texts_of(block), darf_quer=False))
        case Hinweis(bloecke):
            inhalt = _blocks(bloecke)
            # a short notice stays on one page; a long one must be allowed to break, or its end would be cut off
            return f"#hinweis(teilbar: {str(len(inhalt) > _KURZER_HINWEIS).lower()})[{inhalt}]"
        case Trenner():
            return "#trenner()"
        case Unterschriften(felder):
            return f"#unterschriften({''.join(map(_signature, felder))})"
        case Ueberschrift(_, zeile):
            return f"#haftend[#strong[{write_zeile(zeile)}]]"


def _blocks(bloecke: Bloecke) -> str:
    """Set what stands inside a list or a notice."""
    return "\n\n".join(map(_block, bloecke))


def _list(liste: Liste) -> str:
    start = f"start: {liste.beginn}, " if liste.ist_nummeriert else ""
    items = "".join(f"[{_blocks(eintrag)}]," for eintrag in liste.eintraege)
    function = "enum" if liste.ist_nummeriert else "list"
    return f"#{function}({start}tight: {str(liste.ist_eng).lower()}, {items})"


def _signature(feld: Unterschrift) -> str:
    letzte = f"[{write_zeile(feld.funktion)}]" if feld.funktion else "none"
    return f"(ort: [{write_zeile(feld.ort)}], name: [{write_zeile(feld.name)}], funktion: {letzte}),"
