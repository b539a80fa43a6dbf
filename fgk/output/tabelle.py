"""A table for the terminal: columns as wide as their longest word needs, the last ones share what is left."""

import textwrap
from collections.abc import Iterator, Sequence

_LUECKE = 2
_SCHMALSTE = 12


def tabelle(kopf: Sequence[str], reihen: Sequence[Sequence[str]], *, width: int, feste: int) -> Iterator[str]:
    """Yield the lines of a table; the first ``feste`` columns are never wrapped, the others share the width."""
    breiten = [max(len(reihe[platz]) for reihe in (kopf, *reihen)) for platz in range(feste)]
    rest = len(kopf) - feste
    uebrig = width - sum(breiten) - _LUECKE * (len(kopf) - 1)
    breiten += [max(uebrig // rest, _SCHMALSTE)] * rest
    yield from _zeilen(kopf, breiten)
    yield (" " * _LUECKE).join("─" * breite for breite in breiten)
    for reihe in reihen:
        yield from _zeilen(reihe, breiten)


def _zeilen(reihe: Sequence[str], breiten: Sequence[int]) -> Iterator[str]:
    zellen = [_umbrochen(text, breite) for text, breite in zip(reihe, breiten, strict=True)]
    for nummer in range(max(map(len, zellen))):
        teile = [
            (zelle[nummer] if nummer < len(zelle) else "").ljust(breite)
            for zelle, breite in zip(zellen, breiten, strict=True)
        ]
        yield (" " * _LUECKE).join(teile).rstrip()


def _umbrochen(text: str, breite: int) -> list[str]:
    """Return a text in lines; its own ends of lines stay."""
    zeilen = [zeile for absatz in text.split("\n") for zeile in textwrap.wrap(absatz, breite) or [""]]
    return zeilen or [""]
