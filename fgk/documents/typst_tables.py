"""Tables -> Typst: captions, columns in their widths, rows that stay whole or break."""

from collections.abc import Iterable, Iterator

from fgk.documents.inhalt import Tabelle, Zeile
from fgk.documents.seiten import texte
from fgk.documents.tabelle import Satz
from fgk.documents.typst_inline import write_zeile

#: rows that stand below the head before a page may end
_AM_ANFANG = 2


def write_table(tabelle: Tabelle, satz: Satz) -> str:
    """Return a table with its caption, set as ``satz`` says."""
    beschriftung = f"[{write_zeile(tabelle.titel)}]" if tabelle.titel else "none"
    zeilen = [texte(zeile) for zeile in tabelle.zeilen]
    platz = satz.hoehe([texte(tabelle.kopf), *zeilen[:_AM_ANFANG]])
    return (
        f"#tafel(titel: {beschriftung}, spalten: {_array(f'{breite}fr' for breite in satz.breiten)}, "
        f"ausrichtung: {_array(tabelle.ausrichtung)}, grad: {satz.grad}pt, "
        f"ganz: {str(satz.bleibt_ganz(zeilen)).lower()}, platz: {platz:.0f}pt, "
        f"kopfzeile: {_array(_cells(tabelle.kopf, satz))}, "
        f"zellen: (\n{''.join(_row(zeile, satz) for zeile in tabelle.zeilen)}))"
    )


def _array(values: Iterable[str]) -> str:
    return f"({''.join(f'{value},' for value in values)})"


def _row(zeile: tuple[Zeile, ...], satz: Satz) -> str:
    kurz = "kurz" if satz.ist_kurz(texte(zeile)) else ""
    return "".join(f"{kurz}{cell}," for cell in _cells(zeile, satz)) + "\n"


def _cells(zeile: tuple[Zeile, ...], satz: Satz) -> Iterator[str]:
    for i, (zelle, text) in enumerate(zip(zeile, texte(zeile), strict=True)):
        inhalt = write_zeile(zelle)
        yield f"[#silben[{inhalt}]]" if satz.braucht_silben(i, text) else f"[{inhalt}]"
