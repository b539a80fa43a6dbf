"""Markdown tokens -> Typst markup. What users wrote only ever becomes a string, never markup."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from fgk.documents import tabelle
from fgk.documents.profile import parse, parse_inline, plain
from fgk.documents.schutz import schuetze
from fgk.zeichen import ersetze

_BESCHRIFTUNG = re.compile(r"Tabelle: *")
_LANGES_STUECK = re.compile(r"[^\s\u00a0\u202f\u00ad-]{25,}")
_BRUCHSTELLE = re.compile(r"(?<=[/@_.?&=:;,+#\\)])(?=\w)")
# More vowels or consonants in a row than German has: no hyphenation will help here.
_KEINE_SILBEN = re.compile(r"[aeiouyäöü]{6,}|[^\W\d_aeiouyäöü]{10,}", re.IGNORECASE)
_ACHT = re.compile(r".{8}")
_OHNE_SILBEN = re.compile(r"[^\s\u00a0\u202f\ue000-]{20}(?=[^\s\u00a0\u202f\ue000-]{2})")
# Where a line may break; becomes a space of no width, which leaves no sign in text copied from the PDF. No
# text holds this sign any more when it is put in.
_STELLE = "\ue000"
_Zeile = Sequence[tuple[SyntaxTreeNode, str]]
_ZAHL = re.compile(r"(?:[−+-]?(?:\d{1,3}(?:[.\u00a0\u202f]\d{3})+|\d+)(?:,\d+)?[\u00a0\u202f ]?[€%]?|[–—-]?)")


def write_typst(koerper: str) -> str:
    """Return the body as Typst markup that uses the functions of ``dokument.typ``."""
    seiten = _turn(list(_top_blocks(SyntaxTreeNode(parse(koerper)).children)))
    return "\n\n".join(f"#quer[{seite.text}]" if seite.ist_quer else seite.text for seite in seiten)


# Blocks


class _Block(NamedTuple):
    text: str
    ist_quer: bool = False
    ist_titel: bool = False


def _top_blocks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[_Block]:
    """Set what stands by itself: only here do headings make the outline, and may a table turn its page."""
    ebene = 0
    for node, titel in _with_captions(nodes):
        if node.type == "table":
            satz = _typeset(node)
            yield _Block(_table(node, titel, satz), satz.ist_quer)
        elif node.type != "heading":
            yield _Block(_BLOCKS[node.type](node))
        elif not _ist_leer(node):
            # PDF/UA allows no gap between levels; the first one in the body is the first below the title.
            ebene = min(max(int(node.tag[1:]) - 1, 1), ebene + 1)
            yield _Block(f"#heading(level: {ebene})[{_inline(node.children)}]", ist_titel=True)


def _turn(blocks: list[_Block]) -> list[_Block]:
    """Take the headings, and one block of text below them, along to the turned page of their table."""
    seiten: list[_Block] = []
    for block in blocks:
        text = block.text
        if block.ist_quer:
            mit = len(seiten) - 1 if _steht_unter_titel(seiten) else len(seiten)
            while mit and (seiten[mit - 1].ist_titel or seiten[mit - 1].ist_quer):
                mit -= 1
            text = "\n\n".join([*(seite.text for seite in seiten[mit:]), text])
            del seiten[mit:]
        seiten.append(block._replace(text=text))
    return seiten


def _steht_unter_titel(seiten: list[_Block]) -> bool:
    return len(seiten) > 1 and seiten[-2].ist_titel and not seiten[-1].ist_titel


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> str:
    """Set what stands inside a list or a notice."""
    return "\n\n".join(
        _table(node, titel, _typeset(node, darf_quer=False))
        if node.type == "table"
        else _BLOCKS[node.type](node)
        for node, titel in _with_captions(nodes)
    )


def _with_captions(nodes: Sequence[SyntaxTreeNode]) -> Iterator[tuple[SyntaxTreeNode, SyntaxTreeNode | None]]:
    """Yield each block; a caption comes along with its table instead of by itself."""
    titel: SyntaxTreeNode | None = None
    for index, node in enumerate(nodes):
        danach = nodes[index + 1 : index + 2]
        if danach and danach[0].type == "table" and _ist_beschriftung(node):
            titel = node
        else:
            yield node, titel
            titel = None


def _ist_leer(node: SyntaxTreeNode) -> bool:
    """Tell whether nothing of a heading can be seen; PDF/UA refuses such a heading."""
    return not ersetze(plain(_tokens(node))).replace("\u00ad", "").strip()


def _heading(node: SyntaxTreeNode) -> str:
    return f"#haftend[#strong[{_inline(node.children)}]]"


def _paragraph(node: SyntaxTreeNode) -> str:
    text = _inline(node.children)
    return f"#haftend[{text}]" if _ist_etikett(_tokens(node)) else text


def _ist_etikett(tokens: Sequence[Token]) -> bool:
    """Tell whether a paragraph is nothing but strong: a label, which must not stay behind on a page."""
    kinds = [token.type for token in tokens if token.content or token.type != "text"]
    return len(kinds) > 2 and kinds[0] == "strong_open" and kinds.index("strong_close") == len(kinds) - 1


def _list(function: str, node: SyntaxTreeNode) -> str:
    tight = all(kind.hidden for item in node.children for kind in item.children if kind.type == "paragraph")
    start = f"start: {node.attrs.get('start', 1)}, " if function == "enum" else ""
    items = "".join(f"[{_blocks(item.children)}]," for item in node.children)
    return f"#{function}({start}tight: {str(tight).lower()}, {items})"


_KURZER_HINWEIS = 2500


def _quote(node: SyntaxTreeNode) -> str:
    inhalt = _blocks(node.children)
    # a short notice stays on one page; a long one must be allowed to break, or its end would be cut off
    return f"#hinweis(teilbar: {str(len(inhalt) > _KURZER_HINWEIS).lower()})[{inhalt}]"


def _rule(_: SyntaxTreeNode) -> str:
    return "#trenner()"


def _fence(node: SyntaxTreeNode) -> str:
    """Set the lines of ``unterschriften``; any other fence is text."""
    lines = [line for line in node.content.split("\n") if line.strip()]
    if node.info.strip() != "unterschriften":
        return "#linebreak()".join(f"#{_string(line)}" for line in lines)
    return f"#unterschriften({''.join(map(_signature, lines))})"


def _signature(line: str) -> str:
    teile = [_spans(parse_inline(teil.strip())) for teil in re.split(r"(?<!\\)\|", line)]
    ort, name, funktion = [*teile, "", "", ""][:3]
    letzte = f"[{funktion}]" if funktion else "none"
    return f"(ort: [{ort}], name: [{name}], funktion: {letzte}),"


# Tables


def _ist_beschriftung(node: SyntaxTreeNode) -> bool:
    return node.type == "paragraph" and bool(_BESCHRIFTUNG.match(node.children[0].content))


def _typeset(node: SyntaxTreeNode, *, darf_quer: bool = True) -> tabelle.Satz:
    kopf, *zeilen = [[_plain_cell(cell) for cell in row] for row in _rows(node)]
    return tabelle.setze(kopf, zeilen, darf_quer=darf_quer)


def _table(node: SyntaxTreeNode, titel: SyntaxTreeNode | None, satz: tabelle.Satz) -> str:
    kopf, *zeilen = [[(cell, _plain_cell(cell)) for cell in row] for row in _rows(node)]
    ausrichtung = [_alignment(cell, [zeile[i][1] for zeile in zeilen]) for i, (cell, _) in enumerate(kopf)]
    beschriftung = f"[{_caption(titel)}]" if titel else "none"
    return (
        f"#tafel(titel: {beschriftung}, spalten: {_array(f'{breite}fr' for breite in satz.breiten)}, "
        f"ausrichtung: {_array(ausrichtung)}, grad: {satz.grad}pt, "
        f"kopfzeile: {_array(_cells(kopf, satz))}, "
        f"zellen: (\n{''.join(_row(zeile, satz) for zeile in zeilen)}))"
    )


def _rows(node: SyntaxTreeNode) -> list[list[SyntaxTreeNode]]:
    return [row.children for part in node.children for row in part.children]


def _array(values: Iterable[str]) -> str:
    return f"({''.join(f'{value},' for value in values)})"


def _row(zeile: _Zeile, satz: tabelle.Satz) -> str:
    kurz = "kurz" if satz.ist_kurz([text for _, text in zeile]) else ""
    return "".join(f"{kurz}{cell}," for cell in _cells(zeile, satz)) + "\n"


def _cells(zeile: _Zeile, satz: tabelle.Satz) -> Iterator[str]:
    for i, (cell, text) in enumerate(zeile):
        inhalt = _inline(cell.children)
        yield f"[#silben[{inhalt}]]" if satz.braucht_silben(i, text) else f"[{inhalt}]"


def _caption(node: SyntaxTreeNode) -> str:
    tokens = list(_tokens(node))
    tokens[0] = tokens[0].copy(content=_BESCHRIFTUNG.sub("", tokens[0].content, count=1))
    return _spans(tokens)


def _plain_cell(cell: SyntaxTreeNode) -> str:
    return schuetze(plain(_tokens(cell)))


def _alignment(kopf: SyntaxTreeNode, texte: Sequence[str]) -> str:
    """Return what the template says, else right for numbers and sums."""
    style = str(kopf.attrs.get("style", ""))
    if style:
        return style.removeprefix("text-align:")
    zahlen = any(texte) and all(_ZAHL.fullmatch(text) for text in texte)
    return "right" if zahlen else "left"


# Inline


def _tokens(node: SyntaxTreeNode) -> Sequence[Token]:
    """Return the inline tokens of a paragraph, heading or cell."""
    inline = node.children[0].token if node.children else None
    return (inline.children if inline else None) or ()


def _inline(nodes: Sequence[SyntaxTreeNode]) -> str:
    return "".join(_spans(node.token.children or ()) for node in nodes if node.token)


def _spans(tokens: Sequence[Token]) -> str:
    out: list[str] = []
    text: list[str] = []

    def flush() -> None:
        if text:
            out.append(f"#{_string(''.join(text))}")
            text.clear()

    for token in tokens:
        if token.type in {"text", "text_special"}:
            text += [token.content] if token.content else []
        elif token.type == "softbreak":
            text.append(" ")
        else:
            flush()
            out.append(_mark(token))
    flush()
    return "".join(out)


_MARKS = {"strong_open": "#strong[", "em_open": "#emph[", "hardbreak": "#linebreak()"}


def _mark(token: Token) -> str:
    if token.type == "link_open":
        ziel = str(token.attrs.get("href", ""))
        # A jump inside the document is of use in the Markdown only.
        return f"#link({_quoted(ziel)})[" if ziel.startswith(("http:", "https:", "mailto:")) else "#["
    return _MARKS.get(token.type, "]")


def _string(text: str) -> str:
    """Return the text as strings of Typst code, with a space of no width where a long piece may break."""
    teile = _LANGES_STUECK.sub(_breakable, ersetze(schuetze(text))).split(_STELLE)
    return "#stelle#".join(map(_quoted, teile))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _breakable(found: re.Match[str]) -> str:
    """Let an address break behind its signs, and what has no syllables anywhere: nothing is cut off."""
    text = found[0]
    if text.isalpha():
        return _KEINE_SILBEN.sub(lambda run: _ACHT.sub(rf"\g<0>{_STELLE}", run[0]), text)
    return _OHNE_SILBEN.sub(rf"\g<0>{_STELLE}", _BRUCHSTELLE.sub(_STELLE, text))


_BLOCKS: dict[str, Callable[[SyntaxTreeNode], str]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": partial(_list, "list"),
    "ordered_list": partial(_list, "enum"),
    "blockquote": _quote,
    "hr": _rule,
    "fence": _fence,
}
