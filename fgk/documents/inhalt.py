r"""What a document says, before it has a format: blocks of runs of text, read from the Markdown of a template.

Every writer takes these blocks, so what Markdown means is decided here and nowhere else. ``\n`` in the text of
a run is a line break.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from fgk.documents.profile import BREAKS, parse, parse_inline, split_fields

_BESCHRIFTUNG = re.compile(r"Tabelle: *")
_ZAHL = re.compile(
    r"(?:[−+-]?(?:\d{1,3}(?:[.\u00a0\u202f ]\d{3})+|\d+)(?:,\d+)?[\u00a0\u202f ]?[€%]?|[–—-]?)"
)


class Lauf(NamedTuple):
    """A stretch of text that looks the same; ``ziel`` is an address outside the document, or empty.

    With a ``note`` it is the place of a footnote, and has no text of its own.
    """

    text: str
    fett: bool = False
    kursiv: bool = False
    ziel: str = ""
    note: tuple["Lauf", ...] = ()


Zeile: TypeAlias = tuple[Lauf, ...]


class Ueberschrift(NamedTuple):
    """A heading of the outline; level 1 is the first below the title, and none is skipped."""

    ebene: int
    zeile: Zeile


class Absatz(NamedTuple):
    """A paragraph; an ``etikett`` leads to what follows it and must not stay behind on a page."""

    zeile: Zeile
    ist_etikett: bool = False


class Liste(NamedTuple):
    """A list; an entry is a few blocks. ``ist_eng``: without paragraphs' spacing."""

    eintraege: tuple["Bloecke", ...]
    ist_nummeriert: bool
    beginn: int
    ist_eng: bool


class Tabelle(NamedTuple):
    """A table with one header row; ``titel`` is its caption or empty, ``ausrichtung`` left, center or right."""

    titel: Zeile
    kopf: tuple[Zeile, ...]
    zeilen: tuple[tuple[Zeile, ...], ...]
    ausrichtung: tuple[str, ...]


class Hinweis(NamedTuple):
    """A notice that stands out from the text."""

    bloecke: "Bloecke"


class Trenner(NamedTuple):
    """A rule between two parts."""


class Unterschrift(NamedTuple):
    """A field to sign in: place, who signs, and the office (may be empty)."""

    ort: Zeile
    name: Zeile
    funktion: Zeile


class Unterschriften(NamedTuple):
    """All fields to sign in."""

    felder: tuple[Unterschrift, ...]


class Abbildung(NamedTuple):
    """A diagram of the document, by its name, with its caption."""

    name: str
    titel: Zeile


Block: TypeAlias = Ueberschrift | Absatz | Liste | Tabelle | Hinweis | Trenner | Unterschriften | Abbildung
Bloecke: TypeAlias = tuple[Block, ...]


@lru_cache(maxsize=2)  # each format asks for the same document
def lies(markdown: str) -> Bloecke:
    """Return the blocks of Markdown of our profile."""
    return tuple(_gestuft(_bloecke(SyntaxTreeNode(parse(markdown)).children, ist_oben=True)))


#: headings of this level and above are listed in the table of contents
IM_VERZEICHNIS = 2


def verzeichnis(bloecke: Bloecke) -> list[tuple[int, Ueberschrift]]:
    """Return the headings that are listed, each with its number among all headings, which is that of its anchor."""
    alle = enumerate((block for block in bloecke if isinstance(block, Ueberschrift)), start=1)
    return [(nummer, titel) for nummer, titel in alle if titel.ebene <= IM_VERZEICHNIS]


def text_of(zeile: Zeile) -> str:
    """Return the text of a line without its marks."""
    return "".join(lauf.text for lauf in zeile)


def _gestuft(bloecke: Sequence[Block]) -> Iterator[Block]:
    """Close gaps between the levels of headings, which PDF/UA forbids, and leave out empty ones."""
    ebene = 0
    for block in bloecke:
        if not isinstance(block, Ueberschrift):
            yield block
        elif text_of(block.zeile).replace("\u00ad", "").strip():
            ebene = min(block.ebene, ebene + 1)
            yield block._replace(ebene=ebene)


def _bloecke(nodes: Sequence[SyntaxTreeNode], *, ist_oben: bool = False) -> Bloecke:
    """Return blocks; only ``oben``, outside of lists and notices, are headings part of the outline."""
    found: list[Block] = []
    titel: Zeile = ()
    for node, danach in zip(nodes, [*nodes[1:], None], strict=False):
        if danach is not None and danach.type == "table" and _ist_beschriftung(node):
            titel = _ohne_wort(_zeile(node))
            continue
        if node.type == "table":
            found.append(_tabelle(node, titel))
        elif node.type == "heading" and ist_oben:
            found.append(Ueberschrift(max(int(node.tag[1:]) - 1, 1), _ohne_noten(_zeile(node))))
        else:
            block = _ARTEN[node.type](node)
            fuehrt = danach is not None and danach.type.endswith("_list")
            if fuehrt and isinstance(block, Absatz) and text_of(block.zeile).endswith(":"):
                block = block._replace(ist_etikett=True)
            found.append(block)
        titel = ()
    return tuple(found)


def _ist_beschriftung(node: SyntaxTreeNode) -> bool:
    return node.type == "paragraph" and bool(_BESCHRIFTUNG.match(node.children[0].content))


def _ohne_wort(zeile: Zeile) -> Zeile:
    erster, *rest = zeile
    return (erster._replace(text=_BESCHRIFTUNG.sub("", erster.text, count=1)), *rest)


def _etikett(node: SyntaxTreeNode) -> Absatz:
    """A heading inside a list or notice."""
    return Absatz(tuple(lauf._replace(fett=True) for lauf in _ohne_noten(_zeile(node))), ist_etikett=True)


def _absatz(node: SyntaxTreeNode) -> Absatz:
    zeile = _zeile(node)
    return Absatz(zeile, ist_etikett=bool(zeile) and all(lauf.fett for lauf in zeile))


def _liste(node: SyntaxTreeNode) -> Liste:
    eng = all(kind.hidden for item in node.children for kind in item.children if kind.type == "paragraph")
    return Liste(
        tuple(_bloecke(item.children) for item in node.children),
        node.type == "ordered_list",
        int(node.attrs.get("start", 1)),
        eng,
    )


def _hinweis(node: SyntaxTreeNode) -> Hinweis:
    return Hinweis(_bloecke(node.children))


def _trenner(_: SyntaxTreeNode) -> Trenner:
    return Trenner()


def _zaun(node: SyntaxTreeNode) -> Block:
    """Read the lines of ``unterschriften`` or ``bild``; any other fence is text."""
    zeilen = [zeile for zeile in node.content.split("\n") if zeile.strip()]
    if node.info.strip() == "bild" and zeilen:
        return Abbildung(zeilen[0].strip(), _laeufe(parse_inline(" ".join(zeilen[1:]))))
    if node.info.strip() != "unterschriften":
        return Absatz((Lauf("\n".join(zeilen)),))
    return Unterschriften(tuple(map(_unterschrift, zeilen)))


def _unterschrift(zeile: str) -> Unterschrift:
    teile = [_laeufe(parse_inline(teil.strip())) for teil in split_fields(zeile)]
    return Unterschrift(*[*teile, (), (), ()][:3])


def _tabelle(node: SyntaxTreeNode, titel: Zeile) -> Tabelle:
    reihen = [row.children for part in node.children for row in part.children]
    kopf, *zeilen = [tuple(map(_zeile, reihe)) for reihe in reihen]
    ausrichtung = tuple(
        _ausrichtung(zelle, [text_of(zeile[i]) for zeile in zeilen]) for i, zelle in enumerate(reihen[0])
    )
    return Tabelle(titel, kopf, tuple(zeilen), ausrichtung)


def _ausrichtung(kopf: SyntaxTreeNode, texte: Sequence[str]) -> str:
    """Return what the template says, else right for numbers and sums."""
    style = str(kopf.attrs.get("style", ""))
    if style:
        return style.removeprefix("text-align:")
    hat_zahl = any(zeichen.isdigit() for text in texte for zeichen in text)
    return "right" if hat_zahl and all(_ZAHL.fullmatch(text) for text in texte) else "left"


def _zeile(node: SyntaxTreeNode) -> Zeile:
    """Return the runs of a paragraph, heading or cell."""
    inline = node.children[0].token if node.children else None
    return _laeufe((inline.children if inline else None) or ())


def _ohne_noten(zeile: Zeile) -> Zeile:
    """Put footnotes in brackets where there can be none: headings are listed too, and notes have no notes."""
    teile: list[Lauf] = []
    for lauf in zeile:
        teile += [Lauf(" ("), *lauf.note, Lauf(")")] if lauf.note else [lauf]
    return tuple(teile)


def _laeufe(tokens: Sequence[Token]) -> Zeile:
    """Return runs; what looks the same is one run, so that protected blanks see all of a text."""
    laeufe: list[Lauf] = []
    fett = kursiv = 0
    ziel = ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                fett += token.nesting
            case "em_open" | "em_close":
                kursiv += token.nesting
            case "link_open":
                ziel = _nach_aussen(str(token.attrs.get("href", "")))
            case "link_close":
                ziel = ""
            case "note":
                note = _ohne_noten(_laeufe(token.children or ()))
                laeufe += [Lauf("", fett > 0, kursiv > 0, "", note)] if note else []
            case _:
                lauf = Lauf(_inhalt(token), fett > 0, kursiv > 0, ziel)
                if laeufe and laeufe[-1][1:] == lauf[1:]:
                    laeufe[-1] = lauf._replace(text=laeufe[-1].text + lauf.text)
                elif lauf.text:
                    laeufe.append(lauf)
    return tuple(laeufe)


def _inhalt(token: Token) -> str:
    if token.type in BREAKS:
        return "\n" if token.type == "hardbreak" else " "
    return token.content


def _nach_aussen(adresse: str) -> str:
    """Return an address outside the document; a jump inside it is of use in the Markdown only."""
    return adresse if adresse.startswith(("http:", "https:", "mailto:")) else ""


_ARTEN: dict[str, Callable[[SyntaxTreeNode], Block]] = {
    "heading": _etikett,
    "paragraph": _absatz,
    "bullet_list": _liste,
    "ordered_list": _liste,
    "blockquote": _hinweis,
    "hr": _trenner,
    "fence": _zaun,
}
