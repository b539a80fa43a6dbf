"""A comparison for the terminal: plain lines, wrapped to its width, coloured only where wanted."""

import textwrap
from collections.abc import Iterable, Iterator

from fgk.vergleich import (
    ART_IN_WORTEN,
    BESSER,
    ENTFERNT,
    GEAENDERT,
    KEIN_WERT,
    NEU,
    SCHLECHTER,
    UNBEKANNT,
    Abschnitt,
    Aenderung,
    Eintrag,
    Vergleich,
)

_MIN_WIDTH = 40
_BOLD = "1"
_COLORS = {BESSER: "32", SCHLECHTER: "31"}
#: what stands before an entry, so that its kind is seen without colours
_SIGNS = {NEU: "+", ENTFERNT: "−", GEAENDERT: " ", UNBEKANNT: "?"}


class VergleichText:
    """Formats a comparison for ``width`` columns."""

    def __init__(self, *, width: int, color: bool) -> None:
        self._width = max(width, _MIN_WIDTH)
        self._color = color

    def format(self, vergleich: Vergleich) -> str:
        """Return the whole comparison, without a newline at the end."""
        return "\n".join(self._lines(vergleich))

    def entries(self, vergleich: Vergleich) -> str:
        """Return only what differs, record by record: for a change that somebody is about to make or has just made."""
        return "\n".join(self.lines(e for abschnitt in vergleich.abschnitte for e in abschnitt.eintraege))

    def lines(self, eintraege: Iterable[Eintrag]) -> Iterator[str]:
        """Yield the lines of some entries, without anything around them."""
        for eintrag in eintraege:
            yield from self._eintrag(eintrag)

    def _lines(self, vergleich: Vergleich) -> Iterator[str]:
        yield from self.wrap(vergleich.titel, "", style=_BOLD)
        if vergleich.untertitel:
            yield from self.wrap(vergleich.untertitel, "")
        if vergleich.art == "akten":
            yield from self.wrap(f"vorher: {vergleich.vorher}", "")
            yield from self.wrap(f"nachher: {vergleich.nachher}", "")
        for hinweis in vergleich.hinweise:
            yield from self.wrap(hinweis, "")
        for abschnitt in vergleich.abschnitte:
            yield ""
            yield from self._abschnitt(abschnitt)
        yield ""
        yield from self.wrap(vergleich.fazit, "")

    def _abschnitt(self, abschnitt: Abschnitt) -> Iterator[str]:
        yield from self.wrap(abschnitt.ueberschrift, "", style=_BOLD)
        if abschnitt.erklaerung:
            yield from self.wrap(abschnitt.erklaerung, "")
        for eintrag in abschnitt.eintraege:
            yield from self._eintrag(eintrag)

    def _eintrag(self, eintrag: Eintrag) -> Iterator[str]:
        yield from self.wrap(_kopf(eintrag), f"{_SIGNS[eintrag.art]} ", "    ")
        for aenderung in eintrag.aenderungen:
            text = _zeile(aenderung, ist_neu=eintrag.art == NEU)
            yield from self.wrap(text, "    ", "      ", style=_COLORS.get(aenderung.richtung.wertung, ""))

    def wrap(self, text: str, first: str, rest: str | None = None, style: str = "") -> Iterator[str]:
        """Yield a text in lines of our width: ``first`` stands before its first line, ``rest`` before the others."""
        lines = textwrap.wrap(
            text,
            self._width,
            initial_indent=first,
            subsequent_indent=first if rest is None else rest,
            break_on_hyphens=False,
        )
        for line in lines:
            yield f"\x1b[{style}m{line}\x1b[0m" if style and self._color else line


def _kopf(eintrag: Eintrag) -> str:
    name = " ".join(filter(None, [eintrag.kennung, eintrag.titel]))
    # without changes below it, the line itself must say what it is about
    art = ART_IN_WORTEN[eintrag.art] if not eintrag.aenderungen else ""
    return f"{name} ({art})" if art else name


def _zeile(aenderung: Aenderung, *, ist_neu: bool) -> str:
    """Return a change as one line: ``Status: geplant → in Umsetzung (vorangekommen)``."""
    worte = aenderung.richtung.worte
    if aenderung.vorher is None and aenderung.nachher is None:
        return f"{aenderung.feld}: {worte}"
    nachher = aenderung.nachher or KEIN_WERT
    werte = nachher if ist_neu else f"{aenderung.vorher or KEIN_WERT} → {nachher}"
    return f"{aenderung.feld}: {werte}{f' ({worte})' if worte else ''}"
