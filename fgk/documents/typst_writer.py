"""Markdown tokens -> Typst markup. What users wrote only ever becomes a string, never markup."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from fgk.documents import tabelle
from fgk.documents.profile import parse, parse_inline, plain
from fgk.documents.typst_inline import tokens_of, write_nodes, write_spans, write_string
from fgk.documents.typst_tables import is_caption, texts_of, write_table
from fgk.zeichen import ersetze


def write_typst(koerper: str) -> str:
    """Return the body as Typst markup that uses the functions of ``dokument.typ``."""
    nodes = SyntaxTreeNode(parse(koerper)).children
    seiten = _turn(
        list(_top_blocks(nodes, tabelle.setze_alle(texts_of(node) for node in nodes if node.type == "table")))
    )
    return "\n\n".join(f"#quer[{seite.text}]" if seite.ist_quer else seite.text for seite in seiten)


# Blocks


class _Block(NamedTuple):
    text: str
    ist_quer: bool = False
    ist_titel: bool = False


def _top_blocks(nodes: Sequence[SyntaxTreeNode], saetze: Iterator[tabelle.Satz]) -> Iterator[_Block]:
    """Set what stands by itself: only here do headings make the outline, and may a table turn its page.

    ``saetze`` says how each table is set, in their order.
    """
    ebene = 0
    for node, titel in _with_captions(nodes):
        if node.type == "table":
            satz = next(saetze)
            yield _Block(write_table(node, titel, satz), satz.ist_quer)
        elif node.type != "heading":
            yield _Block(_BLOCKS[node.type](node))
        elif not _ist_leer(node):
            # PDF/UA allows no gap between levels; the first one in the body is the first below the title.
            ebene = min(max(int(node.tag[1:]) - 1, 1), ebene + 1)
            yield _Block(f"#heading(level: {ebene})[{write_nodes(node.children)}]", ist_titel=True)


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
        write_table(node, titel, tabelle.setze(*texts_of(node), darf_quer=False))
        if node.type == "table"
        else _BLOCKS[node.type](node)
        for node, titel in _with_captions(nodes)
    )


def _with_captions(nodes: Sequence[SyntaxTreeNode]) -> Iterator[tuple[SyntaxTreeNode, SyntaxTreeNode | None]]:
    """Yield each block; a caption comes along with its table instead of by itself."""
    titel: SyntaxTreeNode | None = None
    for index, node in enumerate(nodes):
        danach = nodes[index + 1 : index + 2]
        if danach and danach[0].type == "table" and is_caption(node):
            titel = node
        else:
            yield node, titel
            titel = None


def _ist_leer(node: SyntaxTreeNode) -> bool:
    """Tell whether nothing of a heading can be seen; PDF/UA refuses such a heading."""
    return not ersetze(plain(tokens_of(node))).replace("\u00ad", "").strip()


def _heading(node: SyntaxTreeNode) -> str:
    return f"#haftend[#strong[{write_nodes(node.children)}]]"


def _paragraph(node: SyntaxTreeNode) -> str:
    text = write_nodes(node.children)
    return f"#haftend[{text}]" if _ist_etikett(tokens_of(node)) else text


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
        return "#linebreak()".join(f"#{write_string(line)}" for line in lines)
    return f"#unterschriften({''.join(map(_signature, lines))})"


def _signature(line: str) -> str:
    teile = [write_spans(parse_inline(teil.strip())) for teil in re.split(r"(?<!\\)\|", line)]
    ort, name, funktion = [*teile, "", "", ""][:3]
    letzte = f"[{funktion}]" if funktion else "none"
    return f"(ort: [{ort}], name: [{name}], funktion: {letzte}),"


_BLOCKS: dict[str, Callable[[SyntaxTreeNode], str]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": partial(_list, "list"),
    "ordered_list": partial(_list, "enum"),
    "blockquote": _quote,
    "hr": _rule,
    "fence": _fence,
}
