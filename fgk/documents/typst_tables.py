"""Markdown tables -> Typst: captions, columns in their widths, rows that stay whole or break."""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.tree import SyntaxTreeNode

from fgk.documents.profile import plain
from fgk.documents.schutz import schuetze
from fgk.documents.tabelle import Satz, Texte
from fgk.documents.typst_inline import tokens_of, write_nodes, write_spans

_BESCHRIFTUNG = re.compile(r"Tabelle: *")
_ZAHL = re.compile(r"(?:[−+-]?(?:\d{1,3}(?:[.\u00a0\u202f]\d{3})+|\d+)(?:,\d+)?[\u00a0\u202f ]?[€%]?|[–—-]?)")
_Zeile = Sequence[tuple[SyntaxTreeNode, str]]


def is_caption(node: SyntaxTreeNode) -> bool:
    """Tell whether a paragraph is the caption of the table below it."""
    return node.type == "paragraph" and bool(_BESCHRIFTUNG.match(node.children[0].content))


def texts_of(node: SyntaxTreeNode) -> tuple[Texte, list[Texte]]:
    """Return the plain texts of a table: its head and its rows."""
    kopf, *zeilen = [tuple(map(_plain_cell, row)) for row in _rows(node)]
    return kopf, zeilen


def write_table(node: SyntaxTreeNode, titel: SyntaxTreeNode | None, satz: Satz) -> str:
    """Return a table with its caption, set as ``satz`` says."""
    kopf, *zeilen = [[(cell, _plain_cell(cell)) for cell in row] for row in _rows(node)]
    ausrichtung = [_alignment(cell, [zeile[i][1] for zeile in zeilen]) for i, (cell, _) in enumerate(kopf)]
    beschriftung = f"[{_caption(titel)}]" if titel else "none"
    ganz = satz.bleibt_ganz([[text for _, text in zeile] for zeile in zeilen])
    return (
        f"#tafel(titel: {beschriftung}, spalten: {_array(f'{breite}fr' for breite in satz.breiten)}, "
        f"ausrichtung: {_array(ausrichtung)}, grad: {satz.grad}pt, ganz: {str(ganz).lower()}, "
        f"kopfzeile: {_array(_cells(kopf, satz))}, "
        f"zellen: (\n{''.join(_row(zeile, satz) for zeile in zeilen)}))"
    )


def _rows(node: SyntaxTreeNode) -> list[list[SyntaxTreeNode]]:
    return [row.children for part in node.children for row in part.children]


def _array(values: Iterable[str]) -> str:
    return f"({''.join(f'{value},' for value in values)})"


def _row(zeile: _Zeile, satz: Satz) -> str:
    kurz = "kurz" if satz.ist_kurz([text for _, text in zeile]) else ""
    return "".join(f"{kurz}{cell}," for cell in _cells(zeile, satz)) + "\n"


def _cells(zeile: _Zeile, satz: Satz) -> Iterator[str]:
    for i, (cell, text) in enumerate(zeile):
        inhalt = write_nodes(cell.children)
        yield f"[#silben[{inhalt}]]" if satz.braucht_silben(i, text) else f"[{inhalt}]"


def _caption(node: SyntaxTreeNode) -> str:
    tokens = list(tokens_of(node))
    tokens[0] = tokens[0].copy(content=_BESCHRIFTUNG.sub("", tokens[0].content, count=1))
    return write_spans(tokens)


def _plain_cell(cell: SyntaxTreeNode) -> str:
    return schuetze(plain(tokens_of(cell)))


def _alignment(kopf: SyntaxTreeNode, texte: Sequence[str]) -> str:
    """Return what the template says, else right for numbers and sums."""
    style = str(kopf.attrs.get("style", ""))
    if style:
        return style.removeprefix("text-align:")
    zahlen = any(texte) and all(_ZAHL.fullmatch(text) for text in texte)
    return "right" if zahlen else "left"
