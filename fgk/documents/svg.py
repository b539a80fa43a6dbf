"""Small pieces of SVG for diagrams: what users wrote is only ever text, and a picture says in words what it shows."""

from collections.abc import Iterable, Iterator
from itertools import accumulate, takewhile

from markupsafe import escape

from fgk.bild import Bild
from fgk.documents.tabelle import breite
from fgk.zeichen import ersetze

BREITE = 467.0
"""Width of all diagrams in points: that of the text on an upright page."""
_SCHRIFT = "'Source Sans 3', 'Segoe UI', Arial, sans-serif"
_ZEICHENSCHRIFT = "'DejaVu Sans Mono', 'Segoe UI Symbol', sans-serif"
_ZEICHENBREITE = 9.0
SCHWARZ, GRAU, WEISS = "#1a1a1a", "#6b7780", "#ffffff"


def bild(hoehe: float, alt: str, teile: Iterable[str]) -> Bild:
    """Return a diagram of full width."""
    inhalt = "".join(teile)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {BREITE:g} {hoehe:g}" width="{BREITE:g}" '
        f'height="{hoehe:g}" font-family="{_SCHRIFT}">'
        f"<title>{escape(ersetze(alt))}</title>{inhalt}</svg>"
    )
    return Bild(svg, (BREITE, hoehe), alt)


def text(  # noqa: PLR0913 - a text has a place and a look
    x: float,
    y: float,
    inhalt: str,
    *,
    grad: float = 9,
    anker: str = "start",
    fett: bool = False,
    farbe: str = SCHWARZ,
) -> str:
    """Return a line of text; ``anker`` is start, middle or end."""
    stil = ' font-weight="bold"' if fett else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{grad:g}" text-anchor="{anker}" fill="{farbe}"{stil}>'
        f"{escape(ersetze(inhalt))}</text>"
    )


def mit_zeichen(  # noqa: PLR0913 - a text has a place and a look
    x: float, y: float, zeichen: str, worte: str, *, ist_mittig: bool = False, farbe: str = SCHWARZ
) -> str:
    """Return a sign and its words. They are two texts: the sign's typeface must not spread to the words."""
    if ist_mittig:
        x -= (_ZEICHENBREITE + breite(worte) * 9) / 2
    sign = f'<text x="{x:.1f}" y="{y:.1f}" font-size="9" fill="{farbe}" font-family="{_ZEICHENSCHRIFT}">{zeichen}</text>'
    return sign + text(x + _ZEICHENBREITE, y, worte, farbe=farbe)


def rechteck(x: float, y: float, b: float, h: float, fuellung: str, rand: str = SCHWARZ) -> str:  # noqa: PLR0913, PLR0917
    """Return a rectangle with a thin border, so that light ones show on white."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{b:.1f}" height="{h:.1f}" fill="{fuellung}" stroke="{rand}" '
        'stroke-width="0.6"/>'
    )


def linie(x1: float, y1: float, x2: float, y2: float, farbe: str = GRAU, dicke: float = 0.6) -> str:  # noqa: PLR0913, PLR0917
    """Return a straight line."""
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{farbe}" stroke-width="{dicke:g}" fill="none"/>'


def _stuecke(inhalt: str, platz: float) -> Iterator[str]:
    """Yield the words of a text, those of more than ``platz`` em in pieces with a hyphen."""
    for wort in inhalt.split():
        rest = wort
        while breite(rest) > platz and len(rest) > 1:
            breiten = accumulate(map(breite, rest[:-1]))
            anfang = max(sum(1 for _ in takewhile(lambda b: b + breite("-") <= platz, breiten)), 1)
            yield rest[:anfang] + "-"
            rest = rest[anfang:]
        yield rest


def umbrochen(inhalt: str, platz: float, grad: float) -> list[str]:
    """Return text in lines of at most ``platz`` points; a word that is longer alone is cut."""
    zeilen = [""]
    for wort in _stuecke(inhalt, platz / grad):
        versuch = f"{zeilen[-1]} {wort}".strip()
        if zeilen[-1] and breite(versuch) * grad > platz:
            zeilen.append(wort)
        else:
            zeilen[-1] = versuch
    return zeilen
