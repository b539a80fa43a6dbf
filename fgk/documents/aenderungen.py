"""The Änderungsverzeichnis: what changed in the agreement, from its history. It names offices, never persons."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from fgk.akte import Akte
from fgk.comparing.spur import Auswahl, Spur, spur
from fgk.history.source import history_of
from fgk.history.verlauf import Ereignis, verlauf
from fgk.models.base import VEROEFFENTLICHUNG
from fgk.schreibweise import datum
from fgk.vergleich import ART_IN_WORTEN, KEIN_WERT, Abschnitt, Eintrag

_ARTEN = frozenset(("zielvereinbarung", "ziel", "massnahme"))
#: what is said about a record, for those who keep it; it is in no document
_VERMERKE = frozenset(("bemerkung", "veroeffentlichung", "musterdaten"))


class Aenderungszeile(NamedTuple):
    """A row: since when it counts, what changed from what to what, by which office, under which decision."""

    wirksam: str
    was: str
    angabe: str
    vorher: str
    nachher: str
    grundlage: str
    veroeffentlichung: str
    """Who may see the record, as it says itself; what is gone counts too."""


def aenderungen(akte: Akte, von: date | None, bis: date | None) -> tuple[Aenderungszeile, ...]:
    """Return what took effect on goals, measures and agreement in a period, oldest first.

    Raises ``FgkError`` where the Akte lies in no repository.
    """
    history = history_of(akte.source)
    ereignisse = [e for e in verlauf(history) if e.art in _ARTEN and _VERMERKE.isdisjoint(e.pfad)]
    stufen = {ereignis.kennung: _stufe(ereignis) for ereignis in ereignisse}
    schritte = spur(Spur(ereignisse, akte, None), Auswahl(von, bis)).abschnitte
    return tuple(zeile for abschnitt in reversed(schritte) for zeile in _zeilen(abschnitt, stufen))


def _stufe(ereignis: Ereignis) -> str:
    stand = ereignis.stand.nachher or ereignis.stand.vorher or {}
    stufe = stand.get("veroeffentlichung")
    return stufe if stufe in tuple(VEROEFFENTLICHUNG.worte) else "intern"


def _zeilen(abschnitt: Abschnitt, stufen: Mapping[str, str]) -> Iterator[Aenderungszeile]:
    angaben = abschnitt.angaben
    tag = datum(date.fromisoformat(angaben["wirksam_seit"][:10]))
    grundlage = "\n".join(filter(None, [angaben["gesetzt_von"], *angaben["beschluesse"]])) or KEIN_WERT
    for eintrag in abschnitt.eintraege:
        was = f"{eintrag.kennung} {eintrag.titel}".strip()
        for angabe, vorher, nachher in _angaben(eintrag):
            yield Aenderungszeile(tag, was, angabe, vorher, nachher, grundlage, stufen[eintrag.schluessel])


def _angaben(eintrag: Eintrag) -> Iterator[tuple[str, str, str]]:
    """Yield field, value before and value after; of a record that came or went, only that it did."""
    if not eintrag.aenderungen:
        yield ART_IN_WORTEN[eintrag.art], KEIN_WERT, KEIN_WERT
    for aenderung in eintrag.aenderungen:
        worte = aenderung.richtung.worte
        if aenderung.vorher is None and aenderung.nachher is None:
            yield aenderung.feld, KEIN_WERT, worte
        else:
            nachher = (aenderung.nachher or KEIN_WERT) + (f"\n({worte})" if worte else "")
            yield aenderung.feld, aenderung.vorher or KEIN_WERT, nachher
