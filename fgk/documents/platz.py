"""How much room texts take, and what of them fits: for documents that may only have so many pages.

Widths are estimates, as those of tables are. What does not fit is left out openly: a text that was shortened ends
with „[…]“, a list says how many more there are.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from fgk.documents.tabelle import breite

#: width of a line of running text in em, with room for words that go to the next one
ZEILE = 39.0
GEKUERZT = " […]"
#: room between two entries of a list, in lines
_ABSTAND = 0.5


class Auswahl(NamedTuple):
    """The entries of a list that have room, and how many do not."""

    eintraege: tuple[str, ...]
    weitere: int


def zeilen(text: str, platz: float = ZEILE) -> int:
    """Return about how many lines a text of one or more paragraphs takes."""
    return sum(
        max(1, math.ceil(breite(absatz) / platz)) for absatz in text.strip().split("\n") if absatz.strip()
    )


def gekuerzt(text: str, zeichen: int) -> str:
    """Return a text of one line with at most so many characters, cut between words where there are any."""
    eine = " ".join(text.split())
    if len(eine) <= zeichen:
        return eine
    platz = zeichen - len(GEKUERZT)
    ganz = eine[: platz + 1].rpartition(" ")[0]  # a word that ends exactly there is whole
    return (ganz if len(ganz) > platz // 2 else eine[:platz]).rstrip(" ,;:–") + GEKUERZT


def waehle_aus(listen: Sequence[Sequence[str]], platz: float) -> list[Auswahl]:
    """Return what of each list fits into so many lines together.

    Each gets an entry in turn, so that a long list does not take the room of a short one; the first entry of each is
    always there.
    """
    anzahl = [min(1, len(liste)) for liste in listen]
    verbraucht = sum(_hoehe(liste[0]) for liste in listen if liste) + sum(len(liste) > 1 for liste in listen)
    offen = [i for i, liste in enumerate(listen) if len(liste) > 1]
    while offen:
        for i in list(offen):
            hoehe = _hoehe(listen[i][anzahl[i]])
            if verbraucht + hoehe > platz:
                offen.remove(i)
                continue
            verbraucht += hoehe
            anzahl[i] += 1
            if anzahl[i] == len(listen[i]):
                offen.remove(i)
    return [Auswahl(tuple(liste[:n]), len(liste) - n) for liste, n in zip(listen, anzahl, strict=True)]


def _hoehe(eintrag: str) -> float:
    return zeilen(eintrag) + _ABSTAND
