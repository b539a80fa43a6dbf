"""A bar that says without colours how far measures are: four shades, one for each kind of status."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Abschnitt(NamedTuple):
    """One shade: its sign, what it stands for, which status words count to it, and its colour."""

    zeichen: str
    name: str
    status: tuple[str, ...]
    farbe: str


ABSCHNITTE = (
    Abschnitt("█", "umgesetzt", ("umgesetzt",), "green"),
    Abschnitt("▓", "in Arbeit oder teilweise umgesetzt", ("in_umsetzung", "teilweise_umgesetzt"), "cyan"),
    Abschnitt("▒", "verschoben oder ruht", ("verschoben", "ruht"), "yellow"),
    Abschnitt("░", "geplant", ("geplant",), "bright_black"),
)


def laengen(status: Mapping[str, int], breite: int) -> list[int]:
    """Return how many signs each shade gets, ``breite`` in all; what there is any of gets one at least."""
    zahlen = [sum(status.get(wort, 0) for wort in abschnitt.status) for abschnitt in ABSCHNITTE]
    alle = sum(zahlen)
    if not alle:
        return [0] * len(zahlen)
    lang = [max(zahl * breite // alle, 1) if zahl else 0 for zahl in zahlen]
    while sum(lang) != breite:
        schritt = 1 if sum(lang) < breite else -1
        lang[_am_weitesten(zahlen, lang, breite / alle, schritt)] += schritt
    return lang


def _am_weitesten(zahlen: Sequence[int], lang: Sequence[int], je: float, schritt: int) -> int:
    """Return the shade that is furthest from its share, and can still change."""
    stellen = [i for i, zahl in enumerate(zahlen) if zahl and (schritt > 0 or lang[i] > 1)]
    return max(stellen, key=lambda i: schritt * (zahlen[i] * je - lang[i]))


def legende() -> str:
    """Return what the signs mean."""
    return "   ".join(f"{abschnitt.zeichen} {abschnitt.name}" for abschnitt in ABSCHNITTE)
