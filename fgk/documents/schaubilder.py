"""The diagrams of the documents. Each has its numbers in a table beside it, and can be read in black and white."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fgk.bild import Bild
from fgk.documents.svg import (
    BREITE,
    GRAU,
    SCHWARZ,
    WEISS,
    bild,
    linie,
    mit_zeichen,
    rechteck,
    text,
    umbrochen,
)
from fgk.documents.tabelle import breite
from fgk.documents.vorlage import STATUSZEICHEN
from fgk.models.stand import STATUS
from fgk.schreibweise import zahl

#: from what is done to what never will be: fill and colour of the text on it, apart in grey too
_FARBEN = {
    "umgesetzt": ("#17506b", WEISS),
    "teilweise_umgesetzt": ("#4a7b93", WEISS),
    "in_umsetzung": ("#b9d3df", SCHWARZ),
    "geplant": (WEISS, SCHWARZ),
    "verschoben": ("#f3e3c3", SCHWARZ),
    "ruht": ("#d9d9d9", SCHWARZ),
    "ersetzt": ("#6e6e6e", WEISS),
    "entfallen": ("#4d4d4d", WEISS),
}
#: the order of the status in bars and tables
FOLGE = tuple(_FARBEN)
_ZEILE = 24.0


class Balken(NamedTuple):
    """A row of a diagram: its name, and how many measures have which status."""

    name: str
    anzahl: Mapping[str, int]

    @property
    def summe(self) -> int:
        """All measures of the row."""
        return sum(self.anzahl.values())


class Kurve(NamedTuple):
    """A series: where it holds, and its values by year."""

    gebiet: str
    werte: Mapping[int, float]


class Kurvenbild(NamedTuple):
    """An indicator with its series; the first is the place's own."""

    titel: str
    kurven: tuple[Kurve, ...]


class Ereignis(NamedTuple):
    """A step on the way: day, name, and whether a council decided."""

    datum: str
    name: str
    ist_beschluss: bool


def statusbild(balken: Sequence[Balken]) -> Bild:
    """Return how many measures of each Handlungsfeld have which status, as bars."""
    return _balkenbild(balken, "Handlungsfeldern")


def verlaufsbild(jahre: Sequence[Balken]) -> Bild:
    """Return how the status of all measures changed from report to report, as bars."""
    return _balkenbild([Balken(f"Jahresbericht {b.name}", b.anzahl) for b in jahre], "Berichtsjahren")


def _balkenbild(balken: Sequence[Balken], wonach: str) -> Bild:
    namensbreite = 170.0
    groesste = max((sum(b.anzahl.values()) for b in balken), default=1) or 1
    einheit = (BREITE - namensbreite - 24) / groesste
    teile: list[str] = []
    y = 2.0
    for b in balken:
        zeilen = umbrochen(b.name, namensbreite - 8, 9)
        hoehe = max(_ZEILE, 11.0 * len(zeilen) + 4)
        teile += [text(0, y + 12 + 11 * i, zeile) for i, zeile in enumerate(zeilen)]
        teile += _stapel(b.anzahl, namensbreite, y + 2, einheit)
        teile.append(
            text(
                namensbreite + sum(b.anzahl.values()) * einheit + 5,
                y + 14,
                str(sum(b.anzahl.values())),
                fett=True,
            )
        )
        y += hoehe
    legende, y = _legende(_vorkommende(balken), y + 8)
    alt = f"Balken nach {wonach}. " + " ".join(f"{b.name}: {_in_worten(b.anzahl)}." for b in balken)
    return bild(y, alt, [*teile, *legende])


def _stapel(anzahl: Mapping[str, int], x: float, y: float, einheit: float) -> Iterator[str]:
    for status, (fuellung, schrift) in _FARBEN.items():
        menge = anzahl.get(status, 0)
        if not menge:
            continue
        b = menge * einheit
        yield rechteck(x, y, b, _ZEILE - 8, fuellung)
        if breite(str(menge)) * 9 + 13 < b:
            yield mit_zeichen(
                x + b / 2, y + 11.5, STATUSZEICHEN[status], str(menge), ist_mittig=True, farbe=schrift
            )
        elif breite(str(menge)) * 9 < b:
            yield text(x + b / 2, y + 11.5, str(menge), anker="middle", farbe=schrift)
        x += b


def _vorkommende(balken: Sequence[Balken]) -> list[str]:
    return [status for status in _FARBEN if any(b.anzahl.get(status) for b in balken)]


def _legende(status: Sequence[str], y: float) -> tuple[list[str], float]:
    """Return the words for the fills, in as many lines as they need, and where they end."""
    teile: list[str] = []
    x = 0.0
    for wort in status:
        platz = 14 + 9 + breite(STATUS[wort]) * 9 + 14
        if x and x + platz > BREITE:
            x, y = 0.0, y + 15
        marke = rechteck(x, y, 10, 10, _FARBEN[wort][0])
        teile += [marke, mit_zeichen(x + 14, y + 8.5, STATUSZEICHEN[wort], STATUS[wort])]
        x += platz
    return teile, y + 16


def _in_worten(anzahl: Mapping[str, int]) -> str:
    teile = [f"{anzahl[status]} {STATUS[status]}" for status in _FARBEN if anzahl.get(status)]
    return ", ".join(teile) or "keine Maßnahmen"


# series


def kurvenbild(bilder: Sequence[Kurvenbild]) -> Bild:
    """Return indicators over the years, each with what it is compared with; two stand side by side."""
    b, h, abstand = (BREITE - 24) / 2, 118.0, 16.0
    teile: list[str] = []
    for i, kurven in enumerate(bilder):
        teile += _kurven(kurven, (i % 2) * (b + 24), (i // 2) * (h + abstand), b, h)
    alt = "Kurven. " + " ".join(f"{k.titel}: {'; '.join(map(_kurve_in_worten, k.kurven))}." for k in bilder)
    return bild((len(bilder) + 1) // 2 * (h + abstand), alt, teile)


def _kurven(kurven: Kurvenbild, x: float, y: float, b: float, h: float) -> Iterator[str]:
    titel = umbrochen(kurven.titel, b, 9)[:2]
    for i, zeile in enumerate(titel):
        yield text(x, y + 9 + 11 * i, zeile, fett=True)
    oben, unten = y + 11 * len(titel) + 16, y + h - 14
    # as much room beside the curve as the numbers at its ends need
    rand = max(breite(zahl(kurve.werte[jahr])) for kurve in kurven.kurven for jahr in _enden(kurve)) * 8 + 10
    links, rechts = x + rand, x + b - rand
    jahre = sorted({jahr for kurve in kurven.kurven for jahr in kurve.werte})
    alle = [wert for kurve in kurven.kurven for wert in kurve.werte.values()]
    tief, hoch = min(alle), max(alle)
    spanne = (hoch - tief) or 1.0
    breite_jahre = (jahre[-1] - jahre[0]) or 1

    def ort(jahr: int, wert: float) -> tuple[float, float]:
        return links + (jahr - jahre[0]) / breite_jahre * (rechts - links), unten - (wert - tief) / spanne * (
            unten - oben
        )

    yield linie(x, unten + 4, x + b, unten + 4)
    for jahr in (jahre[0], jahre[-1]):
        yield text(ort(jahr, tief)[0], unten + 13, str(jahr), grad=8, anker="middle", farbe=GRAU)
    for nummer, kurve in enumerate(kurven.kurven):
        punkte = [ort(jahr, wert) for jahr, wert in sorted(kurve.werte.items())]
        strich = ' stroke-dasharray="4 2"' if nummer else ""
        farbe = GRAU if nummer else "#17506b"
        weg = "L".join(f"{px:.1f} {py:.1f}" for px, py in punkte)
        yield f'<path d="M{weg}" fill="none" stroke="{farbe}" stroke-width="{1.2 if nummer else 1.8}"{strich}/>'
        for px, py in punkte:
            yield _marke(px, py, nummer, farbe)
        letztes = max(kurve.werte)
        yield text(
            punkte[-1][0] + 6,
            punkte[-1][1] + 3,
            zahl(kurve.werte[letztes]),
            grad=8,
            farbe=farbe,
            fett=not nummer,
        )
        erste = zahl(kurve.werte[min(kurve.werte)])
        yield text(punkte[0][0] - 6, punkte[0][1] + 3, erste, grad=8, anker="end", farbe=farbe)
        if nummer:
            yield text(x + b, oben - 5, f"gestrichelt: {kurve.gebiet}", grad=7.5, anker="end", farbe=GRAU)


def _enden(kurve: Kurve) -> tuple[int, int]:
    return min(kurve.werte), max(kurve.werte)


def _marke(x: float, y: float, nummer: int, farbe: str) -> str:
    if nummer:
        return f'<rect x="{x - 2:.1f}" y="{y - 2:.1f}" width="4" height="4" fill="{WEISS}" stroke="{farbe}"/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.4" fill="{farbe}"/>'


def _kurve_in_worten(kurve: Kurve) -> str:
    werte = ", ".join(f"{jahr} {zahl(wert)}" for jahr, wert in sorted(kurve.werte.items()))
    return f"{kurve.gebiet} {werte}"


# the way


def zeitstrahl(ereignisse: Sequence[Ereignis]) -> Bild:
    """Return the steps of the audit from top to bottom; a council's decision is a diamond."""
    achse, grad = 92.0, 9.0
    teile: list[str] = []
    y = 12.0
    orte = []
    for ereignis in ereignisse:
        zeilen = umbrochen(ereignis.name, BREITE - achse - 20, grad)
        teile.append(text(achse - 14, y + 3, ereignis.datum, anker="end", farbe=GRAU))
        teile += [
            text(achse + 14, y + 3 + 11 * i, z, fett=ereignis.ist_beschluss) for i, z in enumerate(zeilen)
        ]
        orte.append((y, ereignis.ist_beschluss))
        y += 11 * len(zeilen) + 9
    strich = [linie(achse, orte[0][0], achse, orte[-1][0], dicke=1.2)] if orte else []
    marken = [_raute(achse, ort) if ist_beschluss else _punkt(achse, ort) for ort, ist_beschluss in orte]
    hat_beschluss = any(ist_beschluss for _, ist_beschluss in orte)
    if hat_beschluss:
        y += 8
        marken += [_raute(5.5, y), text(16, y + 3, "= Beschluss eines Gremiums", farbe=GRAU)]
        y += 14
    alt = "Zeitstrahl. " + " ".join(
        f"{e.datum}: {e.name}{' (Beschluss)' if e.ist_beschluss else ''}." for e in ereignisse
    )
    return bild(y, alt, [*strich, *marken, *teile])


def _punkt(x: float, y: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" fill="{WEISS}" stroke="#17506b" stroke-width="1.6"/>'


def _raute(x: float, y: float) -> str:
    return f'<path d="M{x:.1f} {y - 5.5:.1f}l5.5 5.5l-5.5 5.5l-5.5 -5.5z" fill="#17506b"/>'
