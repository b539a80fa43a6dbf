"""A comparison as Markdown, for a comment on a pull request and for a council paper.

Nothing that users wrote can become more than text (``markdown.inert``), and the whole fits into a comment.
"""

from collections.abc import Iterator

from fgk.markdown import inert
from fgk.vergleich import ART_IN_WORTEN, KEIN_WERT, Abschnitt, Aenderung, Eintrag, Vergleich

#: by this line a bot finds its own comment again, to write it anew
MARKE = "<!-- fgk-diff -->"
_MARKE_DES_VERLAUFS = "<!-- fgk-log -->"
#: characters that GitHub takes in a comment, and what we keep free for the sentence about the rest
HOECHSTENS = 65_536
_RESERVE = 500


def vergleich_markdown(vergleich: Vergleich, hoechstens: int = HOECHSTENS) -> str:
    """Return the comparison in fewer than ``hoechstens`` characters; what does not fit is counted."""
    marke = _MARKE_DES_VERLAUFS if vergleich.art == "verlauf" else MARKE
    kopf = "\n\n".join([f"{marke}\n## {inert(vergleich.titel)}", *_kopf(vergleich)])
    return kopf + abschnitte_markdown(vergleich, hoechstens - len(kopf))


def abschnitte_markdown(vergleich: Vergleich, hoechstens: int, rang: str = "###") -> str:
    """Return its parts alone, each under a heading of this rank, in fewer than ``hoechstens`` characters."""
    platz = hoechstens - _RESERVE
    teile: list[str] = []
    gezeigt = alle = 0
    for abschnitt in vergleich.abschnitte:
        beginn = "".join(f"\n\n{zeile}" for zeile in _beginn(abschnitt, vergleich, rang))
        for eintrag in abschnitt.eintraege:
            alle += 1
            text = beginn + _eintrag(eintrag, als_zeilen=_ist_tabelle(abschnitt))
            if len(text) > platz:
                # nothing after a gap, or the paper would look complete where it is not
                platz = 0
                continue
            teile.append(text)
            platz, gezeigt, beginn = platz - len(text), gezeigt + 1, ""
    if gezeigt < alle:
        teile.append(f"\n\n{_ausgelassen(alle - gezeigt)}")
    return "".join(teile)


def _ausgelassen(anzahl: int) -> str:
    was = "Ein weiterer Eintrag passt" if anzahl == 1 else f"{anzahl} weitere Einträge passen"
    return (
        f"**Gekürzt:** {was} hier nicht hinein. Vollständig ist der Vergleich mit `fgk diff … --format html`."
    )


def _kopf(vergleich: Vergleich) -> Iterator[str]:
    if vergleich.untertitel:
        yield inert(vergleich.untertitel)
    if vergleich.art == "akten":
        yield f"Vorher: {inert(vergleich.vorher)} · nachher: {inert(vergleich.nachher)}"
    yield from (f"*{inert(hinweis)}*" for hinweis in vergleich.hinweise)
    yield f"**{inert(vergleich.fazit)}**"


def _ist_tabelle(abschnitt: Abschnitt) -> bool:
    return any(eintrag.aenderungen for eintrag in abschnitt.eintraege)


def _beginn(abschnitt: Abschnitt, vergleich: Vergleich, rang: str) -> Iterator[str]:
    yield f"{rang} {inert(abschnitt.ueberschrift)}"
    if abschnitt.erklaerung:
        yield inert(abschnitt.erklaerung)
    if _ist_tabelle(abschnitt):
        vorher, nachher = map(inert, vergleich.spalten)
        yield f"| Was | Angabe | {vorher} | {nachher} | Veränderung |\n| --- | --- | --- | --- | --- |"


def _eintrag(eintrag: Eintrag, *, als_zeilen: bool) -> str:
    name = " ".join(
        filter(None, [f"**{inert(eintrag.kennung)}**" if eintrag.kennung else "", inert(eintrag.titel)])
    )
    art = ART_IN_WORTEN[eintrag.art]
    if not als_zeilen:
        return f"\n- {name}{f' ({art})' if art else ''}"
    if not eintrag.aenderungen:
        return f"\n| {name} | | | | {art} |"
    erste, *weitere = eintrag.aenderungen
    zeilen = [f"\n| {name}{f' ({art})' if art else ''} | {_zellen(erste)} |"]
    return "".join([*zeilen, *(f"\n| | {_zellen(aenderung)} |" for aenderung in weitere)])


def _zellen(aenderung: Aenderung) -> str:
    feld, vorher, nachher, richtung = aenderung[:4]
    ist_satz = vorher is None and nachher is None
    werte = ["", ""] if ist_satz else [vorher or KEIN_WERT, nachher or KEIN_WERT]
    return " | ".join(map(inert, [feld, *werte, richtung.worte]))
