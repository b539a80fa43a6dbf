"""The plain data of records: what is the same content however it is written, and what differs between two states.

Reformatting, comments, the order of keys and of entries are no content; a text is the same with other ends of lines,
blanks at their end, or another Unicode form of its letters.

The digests of what councils decided (``fgk1``) rest on ``normal``: whoever changes it breaks every decision on file.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias
from unicodedata import is_normalized, normalize

#: keys of a mapping, entries of a list by the value of their own key, such as ("massnahmen", "M-1.1.1", "status")
Pfad: TypeAlias = tuple[str, ...]

#: what tells the entries of a list apart; the first that all entries have, each with another value, is taken
_SCHLUESSEL = (
    ("kennung",),
    ("massnahme",),
    ("ziel",),
    ("messkriterium",),
    ("nummer",),
    ("jahr",),
    ("indikator", "einheit", "raumebene", "gebiet"),
    ("indikator", "einheit", "raumebene", "gebiet", "quelle"),
    ("bezeichnung",),
    ("programm",),
    ("schritt",),
    ("gremium",),
    ("gremium", "datum"),
    ("titel",),
    ("titel", "datum"),
    ("stelle", "funktion"),
    ("funktion", "von"),
    ("art",),
    ("text",),
)
#: they tell one place from another only where they are there
_FREIWILLIG = frozenset({"gebiet", "datum", "von"})


class Unterschied(NamedTuple):
    """A field that differs: where, and its plain value before and after, ``None`` for none."""

    pfad: Pfad
    vorher: Any
    nachher: Any


def normal(value: Any) -> Any:
    """Return plain data in the one form that all ways of writing it have."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        inhalt = ((key, normal(inner)) for key, inner in value.items())
        return {_text(str(key)): inner for key, inner in inhalt if not _ist_leer(inner)}
    if isinstance(value, Sequence):
        return [normal(inner) for inner in value]
    return value


def unterschiede(
    vorher: Mapping[str, Any] | None, nachher: Mapping[str, Any] | None
) -> Iterator[Unterschied]:
    """Yield every field that differs between two states of a record, in the order of its keys."""
    yield from _vergleiche((), normal(vorher or {}), normal(nachher or {}))


def _text(text: str) -> str:
    if not ("\n" in text or "\r" in text or text[-1:].isspace()) and is_normalized("NFC", text):
        return text  # as nearly all are; the long way costs half of an Akte's trail
    lines = normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _ist_leer(value: Any) -> bool:
    """Say whether a value is as good as absent."""
    return value is None or (isinstance(value, (list, dict)) and not value)


def _vergleiche(pfad: Pfad, vorher: Any, nachher: Any) -> Iterator[Unterschied]:
    if isinstance(vorher, dict) and isinstance(nachher, dict):
        for key in dict.fromkeys([*vorher, *nachher]):
            yield from _vergleiche((*pfad, key), vorher.get(key), nachher.get(key))
    elif isinstance(vorher or nachher, list) and all(
        isinstance(v, list) or v is None for v in (vorher, nachher)
    ):
        yield from _vergleiche_listen(pfad, vorher or [], nachher or [])
    elif isinstance(vorher or nachher, dict) and (vorher is None or nachher is None) and pfad:
        yield from _vergleiche(pfad, vorher or {}, nachher or {})
    elif vorher != nachher or type(vorher) is not type(nachher):
        yield Unterschied(pfad, vorher, nachher)


def _vergleiche_listen(pfad: Pfad, vorher: list[Any], nachher: list[Any]) -> Iterator[Unterschied]:
    if all(isinstance(entry, dict) for entry in (*vorher, *nachher)):
        a, b = _nach_schluessel(vorher, nachher)
        yield from _vergleiche(pfad, a, b)
    elif Counter(map(repr, vorher)) != Counter(map(repr, nachher)):
        yield Unterschied(pfad, vorher or None, nachher or None)


def _nach_schluessel(*listen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return lists as mappings by the key that fits all of them, else by place."""
    beste = eindeutige_namen(*listen) or []
    if not beste:
        for benannt in _benennungen(listen):
            if _verschiedene(benannt) > max(_verschiedene(beste), len(listen)):
                beste = [list(_gezaehlt(namen)) for namen in benannt]
    if beste:
        return [dict(zip(namen, liste, strict=True)) for namen, liste in zip(beste, listen, strict=True)]
    return [{str(place): entry for place, entry in enumerate(liste, start=1)} for liste in listen]


def eindeutige_namen(*listen: Sequence[Any]) -> list[list[str]] | None:
    """Return what the entries of lists are called by the first key that tells all of them apart, else ``None``."""
    if not all(isinstance(entry, Mapping) for liste in listen for entry in liste):
        return None
    return next(
        (
            benannt
            for benannt in _benennungen(listen)
            if all(len(set(namen)) == len(namen) for namen in benannt)
        ),
        None,
    )


def _benennungen(listen: Sequence[Sequence[Mapping[str, Any]]]) -> Iterator[list[list[str]]]:
    """Yield what the entries are called by each key that all of them have."""
    for schluessel in _SCHLUESSEL:
        try:
            yield [[_name(entry, schluessel) for entry in liste] for liste in listen]
        except KeyError:
            continue


def _verschiedene(benannt: list[list[str]]) -> int:
    return sum(len(set(namen)) for namen in benannt)


def _gezaehlt(namen: list[str]) -> Iterator[str]:
    """Yield names that several entries have with a number: the first, the second of this name."""
    zaehler: Counter[str] = Counter()
    for name in namen:
        zaehler[name] += 1
        yield f"{name} ({zaehler[name]})" if zaehler[name] > 1 else name


def _name(entry: Mapping[str, Any], schluessel: Sequence[str]) -> str:
    teile = [entry.get(key) if key in _FREIWILLIG else entry[key] for key in schluessel]
    # a source is known by its title
    worte = (teil.get("titel") if isinstance(teil, dict) else teil for teil in teile)
    return " · ".join(str(wort) for wort in worte if wort is not None)
