"""Tables -> Typst: captions, columns in their widths, rows that stay whole or break."""

from collections.abc import Iterable, Iterator

from fgk.documents.inhalt import Tabelle, Zeile, text_of
from fgk.documents.schutz import schuetze
from fgk.documents.tabelle import Satz, Texte
from fgk.documents.typst_inline import write_zeile


def texts_of(tabelle: Tabelle) -> tuple[Texte, list[Texte]]:
    """Return the plain texts of a table: its head and its rows."""
    return _texte(tabelle.kopf), [_texte(zeile) for zeile in tabelle.zeilen]


def write_table(tabelle: Tabelle, satz: Satz) -> str:
    """Return a table with its caption, set as ``satz`` says."""
    beschriftung = f"[{write_zeile(tabelle.titel)}]" if tabelle.titel else "none"
    ganz = satz.bleibt_ganz([_texte(zeile) for zeile in tabelle.zeilen])
    return (
        f"#tafel(titel: {beschriftung}, spalten: {_array(f'{breite}fr' for breite in satz.breiten)}, "
        f"ausrichtung: {_array(tabelle.ausrichtung)}, grad: {satz.grad}pt, ganz: {str(ganz).lower()}, "
        f"kopfzeile: {_array(_cells(tabelle.kopf, satz))}, "
        f"zellen: (\n{''.join(_row(zeile, satz) for zeile in tabelle.zeilen)}))"
    )


def _texte(zeile: tuple[Zeile, ...]) -> Texte:
    return tuple(schuetze(text_of(zelle)) for zelle in zeile)


def _array(values: Iterable[str]) -> str:
    return f"({''.join(f'{value},' for value in values)})"


def _row(zeile: tuple[Zeile, ...], satz: Satz) -> str:
    kurz = "kurz" if satz.ist_kurz(_texte(zeile)) else ""
    return "".join(f"{kurz}{cell}," for cell in _cells(zeile, satz)) + "\n"


def _cells(zeile: tuple[Zeile, ...], satz: Satz) -> Iterator[str]:
    for i, (zelle, text) in enumerate(zip(zeile, _texte(zeile), strict=True)):
        inhalt = write_zeile(zelle)
        yield f"[#silben[{inhalt}]]" if satz.braucht_silben(i, text) else f"[{inhalt}]"
