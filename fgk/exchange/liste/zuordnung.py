"""What the user says about a list: which column is what, on which sheet, and what holds for all its measures."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from fgk.exchange.liste.felder import gefaltet


class Zuordnung(NamedTuple):
    """``spalten``: heading or letter of a column -> key of a field; ``vorgaben``: ``handlungsfeld``, ``ziel``."""

    spalten: Mapping[str, str] = {}
    blatt: str | None = None
    kopfzeile: int | None = None
    vorgaben: Mapping[str, str] = {}


def benannte_spalte(name: str, ueberschriften: Mapping[int, str]) -> int | None:
    """Return the column that a user names by its heading or its letter, ``None`` where there is none."""
    flach = " ".join(name.split()).casefold()
    gleiche = [
        spalte for spalte, text in ueberschriften.items() if " ".join(text.split()).casefold() == flach
    ]
    gleiche += [spalte for spalte, text in ueberschriften.items() if gefaltet(text) == gefaltet(name) != ""]
    if gleiche:
        return gleiche[0]
    if re.fullmatch("[A-Za-z]{1,2}", name):
        nummer = 0
        for zeichen in name.upper():
            nummer = nummer * 26 + ord(zeichen) - ord("A") + 1
        return nummer
    return None


def ist_mit_namen_genannt(zuordnung: Zuordnung, ueberschriften: Mapping[int, str]) -> bool:
    """Say whether the user names one of these headings; the letter of a column fits every row."""
    namen = {" ".join(name.split()).casefold() for name in zuordnung.spalten}
    return not namen.isdisjoint(" ".join(text.split()).casefold() for text in ueberschriften.values())
