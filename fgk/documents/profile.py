"""The Markdown profile: one parser for every format.

Headings 2 to 5, paragraphs, lists, strong and emphasis, tables, quotes (notices), links, the fence
``unterschriften`` and ``bild``, ``<br>`` for a line break, ``^[…]`` for a footnote. No HTML, no images, no code.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

BREAKS = ("softbreak", "hardbreak")
_BR = "<br>"


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable(["image", "backticks", "code", "reference", "lheading", "html_block", "html_inline"])
    # Before the parser's own use of "<"; user text never gets here, its "<" is escaped.
    parser.inline.ruler.before("autolink", "br", _br)
    parser.inline.ruler.before("link", "note", _note)
    return parser


def _br(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith(_BR, state.pos):
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos += len(_BR)
    return True


def _note(state: StateInline, silent: bool) -> bool:
    """Read a footnote where it is called for; the plugin of markdown-it would move its text to the end."""
    if not state.src.startswith("^[", state.pos):
        return False
    ende = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if ende < 0:
        return False
    if not silent:
        token = state.push("note", "", 0)
        token.children = list(parse_inline(state.src[state.pos + 2 : ende]))
    state.pos = ende + 1
    return True


def parse(markdown: str) -> Sequence[Token]:
    """Return the block tokens of ``markdown``; inline tokens hang below them."""
    return _parser().parse(markdown)


def parse_inline(markdown: str) -> Sequence[Token]:
    """Return the inline tokens of one line of Markdown."""
    return _parser().parseInline(markdown)[0].children or ()


def abbildungen(markdown: str) -> Iterator[str]:
    """Yield the name of every diagram that is called for."""
    if "bild" not in markdown:
        return
    for token in parse(markdown):
        if token.type == "fence" and token.info.strip() == "bild" and token.content.strip():
            yield token.content.strip().split("\n", 1)[0].strip()


def split_fields(line: str) -> list[str]:
    """Split a line of the fence ``unterschriften`` at its bars; one behind a backslash is text."""
    return re.findall(r"((?:[^\\|]|\\.)*)\|?", line)[:-1]


def plain(tokens: Iterable[Token] | None) -> str:
    """Return the text of inline tokens without their marks; a break is a line feed."""
    return "".join("\n" if token.type in BREAKS else token.content for token in tokens or ())


def headings(markdown: str) -> Iterator[tuple[int, str, str]]:
    """Yield level, plain text and Markdown of every heading."""
    tokens = parse(markdown)
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            inline = tokens[index + 1]
            yield int(token.tag[1:]), plain(inline.children), inline.content
