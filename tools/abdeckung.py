"""Write templates/schriften/abdeckung.txt: the characters that the fonts of the PDF can show.

Our own family is read with fontTools. Typst brings the second family along and has no list of its
characters, so each candidate is typeset with it. Run again after a change of fonts or of typst:

    python tools/abdeckung.py
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import reduce
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

SCHRIFTEN = Path(__file__).resolve().parent.parent / "templates" / "schriften"
ZIEL = SCHRIFTEN / "abdeckung.txt"
ERSATZFAMILIE = "DejaVu Sans Mono"
# Letters and signs that run from left to right. Text that runs the other way is not offered: a stray word
# of it among ours ends typst 0.15 with a panic.
BEREICHE = (
    (0x20, 0x52F),
    (0x1D00, 0x27BF),
    (0x2900, 0x2BFF),
    (0x2C60, 0x2C7F),
    (0xA700, 0xA7FF),
    (0xFB00, 0xFB06),
)


def main() -> None:
    """Write the file."""
    eigene = own_characters()
    text = "\n".join(
        ["# tools/abdeckung.py", *_lines("eigene", eigene), *_lines("ersatz", fallback_characters(eigene))]
    )
    ZIEL.write_text(text + "\n", encoding="utf-8", newline="\n")


def own_characters() -> set[int]:
    """Return what all styles of our family have."""
    sets = (set(TTFont(path).getBestCmap()) for path in sorted(SCHRIFTEN.glob("*.otf")))
    return {code for code in reduce(set.intersection, sets) if _is_text(code)}


def fallback_characters(eigene: Iterable[int]) -> set[int]:
    """Return what the second family has: base letters for the marks, and signs."""
    compiler = typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False))
    known = set(eigene)
    codes = (code for first, last in BEREICHE for code in range(first, last + 1))
    return {
        code
        for code in codes
        if _is_text(code) and (code < 0x250 or code not in known) and _shows(compiler, code)
    }


def _shows(compiler: typst.Compiler, code: int) -> bool:
    sign = f'#text("\\u{{{code:x}}}")'
    if unicodedata.category(chr(code)).startswith("M"):
        sign = f'#text("a\\u{{{code:x}}}")'
    source = f'#set text(font: "{ERSATZFAMILIE}", fallback: false)\n{sign} *{sign}* _{sign}_ *_{sign}_*'
    try:
        compiler.compile(source.encode(), format="pdf", pdf_standards="a-2b")
    except typst.TypstError:
        return False
    return True


def _is_text(code: int) -> bool:
    char = chr(code)
    return unicodedata.category(char)[0] != "C" and unicodedata.bidirectional(char) not in {
        "R",
        "AL",
        "AN",
    }


def _lines(name: str, codes: Iterable[int]) -> Iterator[str]:
    yield f"[{name}]"
    for first, last in _ranges(sorted(codes)):
        yield f"{first:04X}-{last:04X}"


def _ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = -2
    for code in codes:
        if code != last + 1:
            if last >= 0:
                yield first, last
            first = code
        last = code
    if last >= 0:
        yield first, last


if __name__ == "__main__":
    main()
