"""A table for the terminal: columns as wide as what they hold, and some that share what is left of the width."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LUECKE = 2
_SCHMALSTE = 12


class Spalte(NamedTuple):
    """A column: whether it is wrapped to what is left of the width, and whether it holds numbers."""

    titel: str
    ist_umbrochen: bool = False
    ist_zahl: bool = False


def tabelle(spalten: Sequence[Spalte], reihen: Sequence[Sequence[str]], *, width: int) -> Iterator[str]:
    """Yield the lines of a table that fits into ``width`` columns."""
    kopf = [spalte.titel for spalte in spalten]
    breiten = _breiten(spalten, [kopf, *reihen], width)
    yield from _zeilen(kopf, spalten, breiten)
    yield (" " * _LUECKE).join("─" * breite for breite in breiten)
    for reihe in reihen:
        yield from _zeilen(reihe, spalten, breiten)


def _breiten(spalten: Sequence[Spalte], reihen: Sequence[Sequence[str]], width: int) -> list[int]:
    laengste = [
        max(len(zeile) for reihe in reihen for zeile in reihe[i].split("\n")) for i in range(len(spalten))
    ]
    fest = sum(laenge for laenge, spalte in zip(laengste, spalten, strict=True) if not spalte.ist_umbrochen)
    anteil = (width - fest - _LUECKE * (len(spalten) - 1)) // max(sum(s.ist_umbrochen for s in spalten), 1)
    return [
        min(laenge, max(anteil, _SCHMALSTE)) if spalte.ist_umbrochen else laenge
        for laenge, spalte in zip(laengste, spalten, strict=True)
    ]


def _zeilen(reihe: Sequence[str], spalten: Sequence[Spalte], breiten: Sequence[int]) -> Iterator[str]:
    zellen = [_umbrochen(text, breite) for text, breite in zip(reihe, breiten, strict=True)]
    for nummer in range(max(map(len, zellen))):
        teile = [
            f"{zelle[nummer] if nummer < len(zelle) else '':{'>' if spalte.ist_zahl else '<'}{breite}}"
            for zelle, spalte, breite in zip(zellen, spalten, breiten, strict=True)
        ]
        yield (" " * _LUECKE).join(teile).rstrip()


def _umbrochen(text: str, breite: int) -> list[str]:
    """Return a text in lines; its own ends of lines stay."""
    return [zeile for absatz in text.split("\n") for zeile in textwrap.wrap(absatz, breite) or [""]]
