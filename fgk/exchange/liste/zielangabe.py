"""A goal as a list names it: by its number, its title, or both."""

import re
from typing import NamedTuple

from fgk.exchange.liste.blatt import Zelle


class Zielangabe(NamedTuple):
    """A goal as the list names it: the number (``3.1``), the title, or both."""

    nummer: str | None = None
    titel: str | None = None

    @property
    def ist_leer(self) -> bool:
        """Say whether the list names none."""
        return not (self.nummer or self.titel)


def zielangabe(text: str) -> Zielangabe:
    """Return number and title of a goal: „Z 3.1: Eltern entlasten“, „3.1“, „Eltern entlasten“."""
    flach = " ".join(text.split())
    match = re.match(
        r"(?i)(?:z|(?:teil|unter|handlungs)?ziel)?[-\s]*([1-9]\.[1-9]\d*)(?![.\d]*\d)\.?\s*[:.)–-]*\s*(.*)\Z",
        flach,
    )
    if match:
        return Zielangabe(match[1], match[2] or None)
    ohne_wort = re.sub(r"(?i)^(?:teil|unter|handlungs)?ziel\s*(?:[a-z]|\d+)?\s*[:.)–-]+\s*", "", flach)
    return Zielangabe(None, ohne_wort or flach)


def ist_nur_ziel(text: str) -> bool:
    """Say whether a column of Handlungsfelder names a goal here: lists have both in one column."""
    return re.match(r"(?i)(?:teil|unter|handlungs)?ziel\b|z[-\s]?[1-9]\.[1-9]", text) is not None


def als_ziel(zelle: Zelle) -> str:
    """Return the text of a goal's cell; a number like 3.1 that Excel took for one comes back."""
    return zelle.text.replace(",", ".") if isinstance(zelle.wert, float) else zelle.text
