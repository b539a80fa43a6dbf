"""Blocks -> Typst markup. What users wrote only ever becomes a string, never markup."""

from fgk.documents.inhalt import (
    Abbildung,
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
    Zeile,
    lies,
    text_of,
)
from fgk.documents.seiten import Seite, Stueck, seiten, texte_der
from fgk.documents.tabelle import Satz, setze
from fgk.documents.typst_inline import quoted, write_zeile
from fgk.documents.typst_tables import write_table
from fgk.zeichen import ersetze

_KURZER_HINWEIS = 2500
_LANGES_WORT = 30


def write_typst(koerper: str) -> str:
    """Return the body as Typst markup that uses the functions of ``dokument.typ``."""
    return "\n\n".join(map(_seite, seiten(lies(koerper))))


def _seite(seite: Seite) -> str:
    text = "\n\n".join(filter(None, (_stueck(stueck) for stueck in seite.stuecke)))
    return f"#quer[{text}]" if seite.ist_quer else text


def _stueck(stueck: Stueck) -> str:
    """Set what stands by itself: only here do headings make the outline, and may a table turn its page."""
    match stueck:
        case Stueck(Tabelle() as block, Satz() as satz):
            return write_table(block, satz)
        case Stueck(Ueberschrift(ebene, zeile), _):
            return _heading(ebene, zeile)
    return _block(stueck.block)


def _heading(ebene: int, zeile: Zeile) -> str:
    text = ersetze(text_of(zeile))
    if not text.strip():  # PDF/UA refuses a heading of which nothing can be seen
        return ""
    inhalt = write_zeile(zeile)
    if max(map(len, text.split())) > _LANGES_WORT:  # headings do without hyphens, but must not leave the page
        inhalt = f"#text(hyphenate: true)[{inhalt}]"
    return f"#heading(level: {ebene})[{inhalt}]"


def _block(block: Block) -> str:
    match block:
        case Absatz(zeile, ist_etikett):
            return _absatz(zeile, ist_etikett=ist_etikett)
        case Liste():
            return _list(block)
        case Tabelle():
            return write_table(block, setze(*texte_der(block), darf_quer=False))
        case Hinweis(bloecke):
            inhalt = _blocks(bloecke)
            # a short notice stays on one page; a long one must be allowed to break, or its end would be cut off
            return f"#hinweis(teilbar: {str(len(inhalt) > _KURZER_HINWEIS).lower()})[{inhalt}]"
        case Trenner():
            return "#trenner()"
        case Unterschriften(felder):
            return f"#unterschriften({''.join(map(_signature, felder))})"
        case Abbildung(name, titel):
            return f"#abbildung({quoted(name)}, [{write_zeile(titel)}])"
        case Ueberschrift(_, zeile):
            return f"#haftend[#strong[{write_zeile(zeile)}]]"


def _absatz(zeile: Zeile, *, ist_etikett: bool) -> str:
    if not ist_etikett:
        return write_zeile(zeile)
    return f"#{'haftend' if all(lauf.fett for lauf in zeile) else 'leitend'}[{write_zeile(zeile)}]"


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
