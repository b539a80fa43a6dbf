"""Document -> Markdown: reads well as it is, and diffs well in git."""

import re
import unicodedata

from fgk.documents.dokument import Dokument, Kopf
from fgk.documents.profile import headings, split_fields
from fgk.markdown import cell_lines, escape, tidy

_UNTERSCHRIFTEN = re.compile(r"^```unterschriften\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_BILD = re.compile(r"^```bild\n.*?^```\n", re.MULTILINE | re.DOTALL)
# the text of a note is escaped, so only links have brackets of their own
_NOTE = re.compile(r"\^\[((?:\\.|\[[^\]]*\](?:\([^)]*\))?|[^\\\[\]])*)\]")
_LINIE = "_" * 20
_EMPTY_LINES = re.compile(r"\n{3,}")


def write_markdown(dokument: Dokument) -> bytes:
    """Return the whole document as UTF-8 with LF."""
    ohne_bilder = _BILD.sub("", dokument.koerper)  # their numbers stand in a table beside them
    koerper, noten = _noten(_UNTERSCHRIFTEN.sub(_signatures, ohne_bilder).strip("\n"))
    contents = "" if dokument.kopf.ist_kurz else _contents(dokument.koerper)
    parts = [*_kopf(dokument.kopf), contents, koerper, noten]
    text = "\n\n".join(part for part in parts if part)
    text = "\n".join(line.rstrip(" \t") for line in text.replace("\r\n", "\n").split("\n"))
    return (_EMPTY_LINES.sub("\n\n", text) + "\n").encode(errors="replace")


def _noten(koerper: str) -> tuple[str, str]:
    """Return the body with signs for its footnotes, and the footnotes, as most viewers read them."""
    noten: list[str] = []

    def zeichen(fund: re.Match[str]) -> str:
        noten.append(f"[^{len(noten) + 1}]: {fund[1]}")
        return f"[^{len(noten)}]"

    return _NOTE.sub(zeichen, koerper), "\n".join(noten)


def _kopf(kopf: Kopf) -> list[str]:
    vermerk = f"**{escape(kopf.vermerk)}**" if kopf.vermerk else ""
    return [
        tidy(f"# {escape(kopf.titel)}"),
        tidy(
            "\\\n".join(
                escape(line) for line in (kopf.untertitel, "" if kopf.ist_urkunde else kopf.ort) if line
            )
        ),
        vermerk,
        tidy(_angaben(kopf.angaben)),
        *(f"> {escape(hinweis)}" for hinweis in kopf.hinweise),
    ]


def _signatures(block: re.Match[str]) -> str:
    """Write the signature grid as a table with room to sign."""
    rows = []
    for line in filter(None, block[1].split("\n")):
        _ort, stelle, funktion = [*split_fields(line), "", ""][:3]
        rows.append(f"| {_LINIE} | {_LINIE} | {stelle}{f', {funktion}' if funktion else ''} |")
    return "\n".join(["| Ort, Datum | Unterschrift | Für |", "| --- | --- | --- |", *rows])


def _angaben(angaben: tuple[tuple[str, str], ...]) -> str:
    rows = [f"| {escape(name)} | {cell_lines(value)} |" for name, value in angaben]
    return "\n".join(["| Angabe | Inhalt |", "| --- | --- |", *rows]) if rows else ""


def _contents(koerper: str) -> str:
    """List the headings of two levels as links, as the common viewers spell their anchors."""
    lines, seen = [], dict[str, int]()
    for level, text, markdown in headings(koerper):
        anchor = _anchor(text)
        count = seen.get(anchor, 0)
        seen[anchor] = count + 1
        if level <= 3:
            lines.append(
                f"{'  ' * (level - 2)}- [{_NOTE.sub('', markdown)}](#{anchor}{f'-{count}' if count else ''})"
            )
    return "**Inhalt**\n\n" + "\n".join(lines) if lines else ""


def _anchor(text: str) -> str:
    kept = (c for c in text.lower() if c in " -_" or unicodedata.category(c)[0] in "LNM")
    return "".join(kept).strip().replace(" ", "-")
