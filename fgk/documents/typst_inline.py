"""Inline Markdown tokens -> Typst. What users wrote only ever becomes a string, never markup."""

import re
from collections.abc import Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from fgk.documents.schutz import schuetze
from fgk.zeichen import ersetze

_LANGES_STUECK = re.compile(r"[^\s\u00a0\u202f\u00ad-]{25,}")
_BRUCHSTELLE = re.compile(r"(?<=[/@_.?&=:;,+#\\)])(?=\w)")
# More vowels or consonants in a row than German has: no hyphenation will help here.
_KEINE_SILBEN = re.compile(r"[aeiouyäöü]{6,}|[^\W\d_aeiouyäöü]{10,}", re.IGNORECASE)
_ACHT = re.compile(r".{8}")
_OHNE_SILBEN = re.compile(r"[^\s\u00a0\u202f\ue000-]{20}(?=[^\s\u00a0\u202f\ue000-]{2})")
# Where a line may break; becomes a space of no width, which leaves no sign in text copied from the PDF. No
# text holds this sign any more when it is put in.
_STELLE = "\ue000"


def tokens_of(node: SyntaxTreeNode) -> Sequence[Token]:
    """Return the inline tokens of a paragraph, heading or cell."""
    inline = node.children[0].token if node.children else None
    return (inline.children if inline else None) or ()


def write_nodes(nodes: Sequence[SyntaxTreeNode]) -> str:
    """Return what stands in a paragraph, heading or cell."""
    return "".join(write_spans(node.token.children or ()) for node in nodes if node.token)


def write_spans(tokens: Sequence[Token]) -> str:
    """Return inline tokens: strings, and the marks between them."""
    out: list[str] = []
    text: list[str] = []

    def flush() -> None:
        if text:
            out.append(f"#{write_string(''.join(text))}")
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


def write_string(text: str) -> str:
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
