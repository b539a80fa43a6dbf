"""The profile ``fgk1``: which fields of which kinds of record are agreed, and what inside them is not.

A profile never changes: a digest that was decided on must come out the same in ten years. Whatever should be
otherwise becomes ``fgk2`` beside it. Golden digests in the tests hold this.
"""

from collections.abc import Mapping, Sequence
from typing import Any

PROFIL = "fgk1"

#: kind of record -> its agreed fields; the kinds in the order in which they are printed
FELDER: Mapping[str, tuple[str, ...]] = {
    "zielvereinbarung": (
        "fassung",
        "laufzeit",
        "praeambel",
        "familienbegriff",
        "entwicklungsziele",
        "schwerpunkte",
        "prozess",
        "berichtspflicht",
        "vorbehalte",
    ),
    "ziel": (
        "handlungsfeld",
        "titel",
        "text",
        "leitziel",
        "ist_schwerpunkt",
        "messkriterien",
        "zielgruppen",
        "querschnittsthemen",
        "vorbehalte",
    ),
    "massnahme": (
        "ziel",
        "titel",
        "text",
        "federfuehrung",
        "beteiligte",
        "kooperationspartner",
        "beginn",
        "ende",
        "ist_fortlaufend",
        "kosten",
        "prioritaet",
        "zielgruppen",
        "querschnittsthemen",
        "sozialraeume",
        "strategien",
        "wirkung",
        "vorbehalte",
    ),
    "jahresbericht": (
        "von",
        "bis",
        "zusammenfassung",
        "strukturen",
        "massnahmen",
        "ziele",
        "reihen",
        "selbstevaluation",
        "netzwerk",
        "ausblick",
    ),
}

#: fields that came later. They are agreed too where a record has them; what was decided before they were there keeps
#: its digest, because an absent field counts for nothing
SPAETER: Mapping[str, tuple[str, ...]] = {"jahresbericht": ("mitglieder",)}

#: notes about a value and where it comes from; agreed nowhere, at no depth
_VERMERKE = frozenset(
    {
        "bemerkung",
        "quelle",
        "quellen",
        "quellenkonflikt",
        "veroeffentlichung",
        "musterdaten",
        "beschluss",
        "unterschriften",
    }
)
#: what changes while the agreement is carried out, by the key of its group: a reservation that is settled,
#: an application for funds that is granted
_VERLAUF: Mapping[str, frozenset[str]] = {
    "vorbehalte": frozenset({"stand", "stand_am"}),
    "foerdermittel": frozenset({"stand"}),
}


def alle_felder(art: str, felder: Sequence[str] | None = None) -> tuple[str, ...]:
    """Return the agreed fields of a kind of record (``felder``, else those of the profile), and what came later."""
    return (*(FELDER[art] if felder is None else felder), *SPAETER.get(art, ()))


def vereinbart(data: Mapping[str, Any], felder: Sequence[str]) -> dict[str, Any]:
    """Return the part of a record's plain data that is agreed, of these fields."""
    return {feld: _ohne_vermerke(feld, data[feld]) for feld in felder if feld in data}


def _ohne_vermerke(schluessel: str, wert: Any) -> Any:
    if isinstance(wert, Mapping):
        verlauf = _VERLAUF.get(schluessel, frozenset())
        return {
            name: _ohne_vermerke(name, innen)
            for name, innen in wert.items()
            if name not in _VERMERKE and name not in verlauf
        }
    if isinstance(wert, list):
        return [_ohne_vermerke(schluessel, eintrag) for eintrag in wert]
    return wert
