"""Values -> YAML as the house writes it: as ``emit``, and long texts folded, paragraphs as a block."""

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from fgk.editing.emit import emit

BREITE = 100
#: so that what stands in a block is the text, and nothing else
_FALTBAR = re.compile(r"\S+(?: \S+)*\Z")
_BLOCK = re.compile(r"[^\s](?:[^\n]*[^\s])?(?:\n+[^\s](?:[^\n]*[^\s])?)*\Z")
_UNSICHTBAR = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


class Roh(str):
    """A piece of YAML that stands as it is."""

    __slots__ = ()


def paar(name: str, wert: Any, einzug: int) -> Iterator[str]:
    """Yield the lines of a key with a scalar or a list of scalars, without indentation of the first."""
    rand = " " * einzug
    if isinstance(wert, Roh):
        yield f"{rand}{name}: {wert}"
    elif isinstance(wert, (list, tuple)) and not wert:
        yield f"{rand}{name}: []"
    elif isinstance(wert, str) and _ist_lang(name, wert, einzug):
        yield from _gefaltet(f"{rand}{name}:", wert, einzug + 2)
    else:
        yield from emit({name: wert}, einzug)


def punkt(wert: Any, einzug: int) -> Iterator[str]:
    """Yield the lines of an entry of a list of texts."""
    first, *others = paar("x", wert, einzug + 2)
    yield f"{' ' * einzug}- {first.lstrip().removeprefix('x: ')}" if others or "x: " in first else first
    yield from others


def _ist_lang(name: str, text: str, einzug: int) -> bool:
    if _UNSICHTBAR.search(text):
        return False
    if "\n" in text:
        return bool(_BLOCK.match(text))
    return einzug + len(name) + 2 + len(text) > BREITE - 2 and bool(_FALTBAR.match(text))


def _gefaltet(kopf: str, text: str, einzug: int) -> Iterator[str]:
    rand = " " * einzug
    if "\n" in text:
        yield f"{kopf} |-"
        yield from (rand + line if line else "" for line in text.split("\n"))
        return
    yield f"{kopf} >-"
    yield from (
        rand + line
        for line in textwrap.wrap(
            text, BREITE - 2 - einzug, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
        )
    )
