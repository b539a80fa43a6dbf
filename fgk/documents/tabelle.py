"""How wide the columns of a table are, how large its type, and whether it needs the page turned.

All of it follows from the contents by plain arithmetic, so the same table always looks the same. Widths of
text are estimates in em: exact enough to share out a line, and far cheaper than typesetting twice.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

HOCHFORMAT = 467.0
"""Width of the text on an upright page, in points; the margins are those of dokument.typ."""
QUERFORMAT = 714.0
GRADE = (9.5, 9.0, 8.5, 8.0)
KLEINE_GRADE = (8.5, 8.0, 7.5, 7.0)
_RAND = 8.5
_BRUCHSTUECK = 12
#: letters that a line of a cell may have to be kept in one
EINZEILIG = 17
_ZEILEN_OHNE_UMBRUCH = 20
_ZEILEN_AM_STUECK = 16
_ANFANG = 3
_ZEILENRAND = 9.5
_SILBENGRENZE = 1.0
#: smaller type, where a table then has so much fewer lines: long texts in narrow columns leave most of it empty
_KLEINER, _VIEL_WENIGER, _EINIGE = 8.5, 0.85, 5
#: how much more room a column gets for having more text: 0 for none, 1 for as much
_STREUUNG = 0.75
_GANZES_WORT = 25
#: how much wider than our own face Word and LibreOffice set a text: the one is Arial or the house's own
BUEROSCHRIFT = 1.09

# Advance widths of the text face in hundredths of an em.
_BREITEN = {
    12: "\u202f",
    20: " \u00a0",
    24: "',.:;ijl|‚‘’·I",
    29: "!f()-[]t{}•",
    37: "/\\r",
    42: '*s‖"?cz„“J',
    48: "#$+0123456789<=>FLY^_ekvxy~€§–",
    53: "ESTVXZagäAP✗`",
    57: "CKRbdhnopquöüÄß",
    62: "&BDG□○●▷✓→↔◐◔◕",
    66: "HNUÜOQÖ",
    74: "Mw",
    86: "W—½%@m…",
}
Texte: TypeAlias = tuple[str, ...]
_ATOM = re.compile(r"[^\s-]+-?|-", re.ASCII)
_WORT = re.compile(r"[^\W\d_]+-?")


class _Breiten(dict[str, float]):
    def __missing__(self, zeichen: str) -> float:
        return 0.58


_BREITESTES = 0.86
_EM = _Breiten({zeichen: breite / 100 for breite, menge in _BREITEN.items() for zeichen in menge})


@dataclass(frozen=True, slots=True)
class Satz:
    """How a table is set; widths and type size in points."""

    breiten: tuple[float, ...]
    grad: float
    ist_quer: bool
    weite: float = 1.0
    """How wide the type face is, measured by ours."""

    def ist_kurz(self, zeile: Sequence[str]) -> bool:
        """Tell whether a row is short enough to be kept on one page."""
        return self._hoehe(zeile) <= _ZEILEN_OHNE_UMBRUCH

    def bleibt_ganz(self, zeilen: Sequence[Sequence[str]]) -> bool:
        """Tell whether all of a table is so short that it stays on one page."""
        return self.zeilen(zeilen) <= _ZEILEN_AM_STUECK

    def zeilen(self, zeilen: Sequence[Sequence[str]]) -> int:
        """Return the lines of text that some rows take."""
        return sum(map(self._hoehe, zeilen))

    def hoehe(self, zeilen: Sequence[Sequence[str]]) -> float:
        """Return about how many points some rows take; of a long one, what makes a beginning."""
        return sum(min(self._hoehe(zeile), _ANFANG) * 1.3 * self.grad + _ZEILENRAND for zeile in zeilen)

    def _hoehe(self, zeile: Sequence[str]) -> int:
        """Return the lines of text that a row takes."""
        hoehen = (
            sum(math.ceil(1.15 * breite(teil) / self._platz(i)) or 1 for teil in zelle.split("\n"))
            for i, zelle in enumerate(zeile)
        )
        return max(hoehen, default=0)

    def braucht_silben(self, spalte: int, text: str) -> bool:
        """Tell whether a word of ``text`` would run out of the column."""
        grenze = _SILBENGRENZE * self._platz(spalte)
        return any(breite(wort) > grenze for wort in text.split())

    def _platz(self, spalte: int) -> float:
        """Return the width of a line in em."""
        return max(self.breiten[spalte] - _RAND, self.grad) / (self.grad * self.weite)


def setze(
    kopf: Sequence[str], zeilen: Sequence[Sequence[str]], *, darf_quer: bool = True, weite: float = 1.0
) -> Satz:
    """Choose the largest type and the narrowest page in which no word is cut."""
    spalten = [_Spalte.of(titel, [zeile[i] for zeile in zeilen], weite) for i, titel in enumerate(kopf)]
    versuche = [(HOCHFORMAT, grad) for grad in GRADE]
    versuche += [(QUERFORMAT if darf_quer else HOCHFORMAT, grad) for grad in KLEINE_GRADE]
    platz, grad = next((v for v in versuche if _passt(spalten, *v)), versuche[-1])
    breiten = _verteile(spalten, platz, grad)
    satz = Satz(tuple(round(breite, 1) for breite in breiten), grad, platz == QUERFORMAT, weite)
    if grad <= _KLEINER or all(
        spalte.bequem * grad + _RAND <= b for spalte, b in zip(spalten, breiten, strict=True)
    ):
        return satz
    enger = _verteile(spalten, platz, _KLEINER)
    kleiner = replace(satz, breiten=tuple(round(breite, 1) for breite in enger), grad=_KLEINER)
    vorher, nachher = satz.zeilen(zeilen), kleiner.zeilen(zeilen)
    return kleiner if nachher < min(_VIEL_WENIGER * vorher, vorher - _EINIGE) else satz


def setze_alle(tabellen: Iterable[tuple[Texte, Sequence[Texte]]], weite: float = 1.0) -> Iterator[Satz]:
    """Yield how each table of a document is set, given as head and rows, in their order.

    Those that are headed alike have their columns in the same places. Only where one of them would turn the
    pages of all does each stand for itself.
    """
    tabellen = list(tabellen)
    alle: dict[Texte, list[Texte]] = {}
    for kopf, zeilen in tabellen:
        alle.setdefault(kopf, []).extend(zeilen)
    gemeinsam = {kopf: setze(kopf, zeilen, weite=weite) for kopf, zeilen in alle.items()}
    for kopf, zeilen in tabellen:
        satz = gemeinsam[kopf]
        yield setze(kopf, zeilen, weite=weite) if satz.ist_quer else satz


def breite(text: str) -> float:
    """Return the estimated width of one line of text in em."""
    return sum(map(_EM.__getitem__, text))


@dataclass(frozen=True, slots=True)
class _Spalte:
    """Needs of a column in em: at least, comfortably, and what it weighs when space is shared out."""

    mindestens: float
    bequem: float
    gewicht: float

    @classmethod
    def of(cls, titel: str, zellen: Sequence[str], weite: float) -> "_Spalte":
        zeilen = [zeile for zelle in zellen for zeile in zelle.split("\n")] or [""]
        bequem = max([1.08 * breite(titel), *map(breite, zeilen)])
        mindestens = max([1.08 * _atom(titel), *map(_atom, zeilen)])
        if max(map(len, zeilen)) <= EINZEILIG:
            # Numbers, dates, sums and short words read badly when they wrap.
            mindestens = max([mindestens, *map(breite, zeilen)])
        # of the roots, so that a single long cell does not take the room of all others
        volumen = (sum(breite(zelle) ** 0.5 for zelle in zellen) / max(len(zellen), 1)) ** 2
        return cls(weite * mindestens, weite * max(bequem, mindestens), max(volumen, 1.0) ** _STREUUNG)


def _atom(text: str) -> float:
    """Return the width of the widest piece that cannot break; a long word can be hyphenated."""
    breiteste = 0.0
    for atom in _ATOM.findall(text):
        if len(atom) * _BREITESTES <= breiteste:
            continue  # most words are short, and need not be measured
        stueck = atom
        if _WORT.fullmatch(atom) and len(atom) > _GANZES_WORT:
            stueck = "m" + atom[:_BRUCHSTUECK]
        elif len(atom) > 24:
            stueck = atom[:24]
        breiteste = max(breiteste, breite(stueck))
    return breiteste


def _passt(spalten: Sequence[_Spalte], platz: float, grad: float) -> bool:
    if sum(spalte.mindestens * grad + _RAND for spalte in spalten) > platz:
        return False
    # Fits, but as a tower: where long texts share what is left, each should have a readable line.
    lang = [s for s in spalten if s.bequem > 24]
    uebrig = platz - sum(s.mindestens * grad + _RAND for s in spalten if s.bequem <= 24)
    return not lang or uebrig / len(lang) > 6.5 * grad


def _verteile(spalten: Sequence[_Spalte], platz: float, grad: float) -> list[float]:
    mindest = [spalte.mindestens * grad * 1.02 + _RAND for spalte in spalten]
    if sum(mindest) >= platz:
        return [breite * platz / sum(mindest) for breite in mindest]
    bequem = [
        max(spalte.bequem * grad * 1.04 + _RAND, unten)
        for spalte, unten in zip(spalten, mindest, strict=True)
    ]
    if sum(bequem) <= platz:
        rest = (platz - sum(bequem)) / sum(bequem)
        return [breite * (1 + rest) for breite in bequem]
    return _fuelle(mindest, bequem, [spalte.gewicht for spalte in spalten], platz)


def _fuelle(mindest: list[float], bequem: list[float], gewichte: list[float], platz: float) -> list[float]:
    """Raise all columns by weight until the line is full; none goes beyond what it can use."""
    breiten = list(mindest)
    offen = [i for i in range(len(breiten)) if breiten[i] < bequem[i]]
    rest = platz - sum(breiten)
    while rest > 0.01 and offen:
        ziel = _ziel(breiten, gewichte, offen, rest)
        for i in offen:
            breiten[i] = min(bequem[i], max(breiten[i], ziel * gewichte[i]))
        rest = platz - sum(breiten)
        offen = [i for i in offen if breiten[i] < bequem[i] - 0.01]
    return breiten


def _ziel(breiten: list[float], gewichte: list[float], offen: list[int], rest: float) -> float:
    """Return the width per weight at which the columns that are below it take up the rest."""
    gruppe = sorted(offen, key=lambda i: breiten[i] / gewichte[i])
    for anzahl in range(len(gruppe), 0, -1):
        teil = gruppe[:anzahl]
        ziel = (rest + sum(breiten[i] for i in teil)) / sum(gewichte[i] for i in teil)
        if ziel >= breiten[teil[-1]] / gewichte[teil[-1]]:
            return ziel
    return 0.0
