"""What a pull request changes, as the one comment below it: faults, what each Akte says now, what its reports say.

Its first line is a mark by which the pipeline finds the comment again and writes it anew. Nothing that users wrote can
become more than text (``markdown.inert``), and the whole fits into a comment of GitHub, the smallest of the platforms.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fgk.diagnostic import Diagnostic
from fgk.markdown import inert
from fgk.output.meldungen_markdown import meldungstabelle
from fgk.output.orte import Orte
from fgk.output.summary import anzahl, befund
from fgk.output.vergleich_markdown import HOECHSTENS, MARKE, abschnitte_markdown
from fgk.vergleich import Vergleich

#: what faults may take of it, and what is kept free for the sentence about the rest
_MELDUNGEN = 20_000
_RESERVE = 300


class Aktenteil(NamedTuple):
    """An Akte that the pull request touches: what to call it, what happened to it in a sentence of ours, comparisons."""

    name: str
    was: str
    vergleiche: tuple[Vergleich, ...] = ()


class Vorschlag(NamedTuple):
    """A pull request: what it is held against, how many Akten were checked, what was found and what it changes.

    ``alte`` were there before it and are only counted.
    """

    basis: str
    akten: int
    neue: Sequence[Diagnostic]
    alte: Sequence[Diagnostic]
    teile: Sequence[Aktenteil]


def kommentar_markdown(vorschlag: Vorschlag, orte: Orte, hoechstens: int = HOECHSTENS) -> str:
    """Return the comment in at most ``hoechstens`` characters; what does not fit is counted and said."""
    text = "\n\n".join(_kopf(vorschlag, orte))
    for nummer, teil in enumerate(vorschlag.teile):
        kopf = f"\n\n### {inert(teil.name)}" + (f"\n\n{inert(teil.was)}" if teil.was else "")
        if len(text) + len(kopf) > hoechstens - 2 * _RESERVE:
            rest = anzahl(len(vorschlag.teile) - nummer, "weitere Akte passt", "weitere Akten passen")
            return f"{text}\n\n**Gekürzt:** {rest} hier nicht hinein. Vergleichen Sie sie mit `fgk diff`.\n"
        text += kopf
        for vergleich in teil.vergleiche:
            text += _vergleich(vergleich, hoechstens - len(text) - _RESERVE)
    return f"{text}\n"


def _kopf(vorschlag: Vorschlag, orte: Orte) -> Iterator[str]:
    yield f"{MARKE}\n## fgk: {befund([*vorschlag.neue, *vorschlag.alte])}"
    geprueft = f"{anzahl(vorschlag.akten, 'Akte', 'Akten')} geprüft"
    yield f"{geprueft} und mit dem Stand {inert(vorschlag.basis)} verglichen."
    if vorschlag.neue:
        yield f"**Neu mit diesem Vorschlag:** {befund(vorschlag.neue)}."
        yield meldungstabelle(vorschlag.neue, orte, _MELDUNGEN).rstrip("\n")
    if vorschlag.alte:
        yield f"**Schon vorher da:** {befund(vorschlag.alte)}. Alle nennt `fgk validate`."
    if not vorschlag.teile:
        yield "Am Inhalt der Akten ändert sich nichts."


def _vergleich(vergleich: Vergleich, platz: int) -> str:
    """Return a comparison under its own heading; empty where not even that has room."""
    zeilen = [f"#### {inert(vergleich.titel)}", *(f"*{inert(satz)}*" for satz in vergleich.hinweise)]
    if vergleich.anzahl:
        zeilen.append(f"**{inert(vergleich.fazit)}**")
    kopf = "".join(f"\n\n{zeile}" for zeile in zeilen)
    if len(kopf) > platz - _RESERVE:
        return f"\n\n**Gekürzt:** {inert(vergleich.titel)}."[: max(0, platz)]
    return kopf + abschnitte_markdown(vergleich, platz - len(kopf), "#####")
