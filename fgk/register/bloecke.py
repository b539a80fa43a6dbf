"""The files of the register: one of lines for each Land, one for the Kreise, one that leads from names to keys.

A look-up inflates the one file it needs and finds its line by its first characters. ``tools/register.py`` writes
them; each is what ``gzip -dc`` makes readable.
"""

import zlib
from collections.abc import Iterator
from functools import cache

from fgk import resources

KREISE, NAMEN = "kreise", "namen"
_GZIP = 31


@cache
def lade_block(name: str) -> bytes:
    """Return the lines of a file, each between two line ends; nothing for a Land that there is not."""
    path = resources.data("register", "daten", f"{name}.tsv.gz")
    return b"\n" + zlib.decompress(path.read_bytes(), _GZIP) if path.is_file() else b""


def zeile(block: str, schluessel: str) -> list[str] | None:
    """Return the fields of the line with this key, ``None`` if there is none."""
    return next(zeilen(block, f"{schluessel}\t"), None)


def zeilen(block: str, anfang: str) -> Iterator[list[str]]:
    """Yield the fields of all lines that begin with this text."""
    return zeilen_mit(block, f"\n{anfang}")


def zeilen_mit(block: str, text: str) -> Iterator[list[str]]:
    """Yield the fields of all lines that hold this text, their line end included."""
    lines, wanted = lade_block(block), text.encode()
    place = lines.find(wanted)
    while place >= 0:
        start = lines.rindex(b"\n", 0, place + 1) + 1
        end = lines.index(b"\n", start)
        yield lines[start:end].decode().split("\t")
        place = lines.find(wanted, end)
