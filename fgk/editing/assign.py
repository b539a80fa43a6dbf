"""What a user types to change a record, ``kosten.einmalig=25000``, as routes and values for ``edit``.

Steps of a route are keys, and entries of lists by what they are called (``massnahmen.M-1.1.1.status``, also without the
list's own name) or by their number.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import Annotated, Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from fgk.editing.edit import changed
from fgk.errors import FgkError
from fgk.loading.keys import ascii_german, did_you_mean
from fgk.models.felder import Route, field_at, is_list, known_keys, models_in, value_at, vokabular
from fgk.models.werte import Form, Vokabular
from fgk.plaindata import eindeutige_namen
from fgk.reading.guards import find_invisible
from fgk.reading.reader import read_yaml
from fgk.reading.scalars import NoSuchDayError, resolve

_ASSIGNMENT = re.compile(r"(?P<feld>[^=]+?)(?P<art>\+=|-=|=)(?P<wert>.*)\Z", re.DOTALL)
_TAG = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})\Z")
#: as Germans write sums: 25.000, 1.250.000 €
_TAUSENDER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?: ?€)?\Z|[0-9]+ ?€\Z")
#: with cents: 12.500,00 €, 12,50
_MIT_CENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+),([0-9]{2})(?: ?€)?\Z")
_KOMMAZAHL = re.compile(r"-?[0-9]+,[0-9]+\Z")
_KEINE_ZIFFER = re.compile(r"[^0-9]")
#: what begins like the name of a record and no key
_KENNUNG = re.compile(r"[A-Z]{1,2}-")
_JA_NEIN = {"ja": True, "nein": False}
_EXAMPLE = "Schreiben Sie FELD=WERT, z. B. „ende=2020-06-30“; „ende=“ ohne Wert leert das Feld."


def assignments(
    words: Sequence[str], modell: type[BaseModel], data: Any, start: Route = ()
) -> dict[Route, Any]:
    """Return the values that words like ``titel=Neu`` assign, by their routes in ``data``.

    ``start`` is the route of the entry that they are about, empty for the whole record. Raises ``FgkError`` for a word
    that is no assignment, and for a field or an entry that there is not.
    """
    values: dict[Route, Any] = {}
    for word in words:
        match = _ASSIGNMENT.match(word)
        if match is None or not match["feld"].strip():
            raise FgkError(f"„{word}“ ist keine Änderung.", _EXAMPLE)
        _check_visible(match["feld"].strip(), match["wert"])
        now = changed(data, values)  # what one word adds, the next can name
        is_emptied = match["art"] == "=" and not match["wert"].strip()
        route = _route(match["feld"].strip(), modell, now, start, is_emptied=is_emptied)
        if route in values and match["art"] == "=":
            raise FgkError(f"Das Feld „{match['feld'].strip()}“ steht zweimal da.", _EXAMPLE)
        there = value_at(now, route)
        values[route] = (
            None if is_emptied else _value(match["art"], match["wert"].strip(), there, (modell, route, now))
        )
    return values


def _check_visible(name: str, text: str) -> None:
    invisible = find_invisible(text)
    if invisible is not None:
        raise FgkError(
            f"Im neuen Wert von „{name}“ steht ein unsichtbares Steuerzeichen (U+{ord(invisible[0]):04X}).",
            "Tippen Sie den Wert von Hand; das Zeichen stammt meist aus einer Kopie aus Word oder einem PDF.",
        )


def _route(text: str, modell: type[BaseModel], data: Any, start: Route, *, is_emptied: bool) -> Route:
    route, rest = start, text
    if _KENNUNG.match(text) and _list_of(text, modell, value_at(data, start)) is None:
        raise FgkError(
            f"Einen Eintrag „{text.rpartition('.')[0] or text}“ gibt es hier nicht.",
            "Prüfen Sie die Kennung vor dem Punkt.",
        )
    while rest:
        here = value_at(data, route)
        if isinstance(here, list):
            place, rest = _entry(rest, here, text)
            route = (*route, place)
        elif route == start and (named := _list_of(rest, modell, here)):
            route = (*route, named)
        else:
            key, _, rest = rest.partition(".")
            route = (*route, _key(key, modell, route, data, text))
    feld = field_at(modell, route, data) if isinstance(route[-1], str) else None
    if is_emptied and feld is not None:
        return route  # also a whole group
    if feld is None or (models_in(feld.annotation) and not is_list(feld.annotation)):
        inside = known_keys(modell, route, data)
        tun = (
            f"Nennen Sie eines darin, z. B. „{text}.{inside[0]}=…“. Es gibt: {', '.join(inside)}."
            if inside
            else "Nennen Sie die ganze Liste, z. B. „zielgruppen=[Eltern, Kinder]“, oder ändern Sie sie mit += und -=."
        )
        raise FgkError(f"„{text}“ ist kein einzelnes Feld.", tun)
    return route


def _list_of(text: str, modell: type[BaseModel], data: Any) -> str | None:
    """Return the list in which an entry is called as the text begins: ``M-1.1.1.status`` needs no ``massnahmen.``."""
    for name, value in data.items():
        if isinstance(value, list) and name in modell.model_fields:
            (names,) = eindeutige_namen(value) or ([],)
            if any(text.startswith(f"{entry}.") for entry in names):
                return str(name)
    return None


def _key(key: str, modell: type[BaseModel], route: Route, data: Any, text: str) -> str:
    known = known_keys(modell, route, data)
    if key in known:
        return key
    if key == "status" and "federfuehrung" in known:
        raise FgkError(
            "Eine Maßnahme hat keinen Status: Er steht im Jahresbericht.",
            f"Zum Beispiel: „fgk set J-2020 {(value_at(data, route) or {}).get('kennung', 'M-1.1.1')}."
            "status=in_umsetzung“.",
        )
    meant = did_you_mean(key, known)
    was = f"Ein Feld „{key}“ gibt es hier nicht{'' if key == text else f' (in „{text}“)'}."
    there = f"Es gibt: {', '.join(known)}." if known else f"„{'.'.join(map(str, route))}“ hat keine Felder."
    raise FgkError(was, f"Meinten Sie „{meant}“?" if meant else there)


def _entry(rest: str, entries: list[Any], text: str) -> tuple[int, str]:
    """Return the index of the entry that the text begins with, and what stands behind it."""
    (names,) = eindeutige_namen(entries) or ([],)
    numbers = [str(place) for place in range(1, len(entries) + 1)]
    for known in (names, numbers):
        fitting = [name for name in known if rest == name or rest.startswith(f"{name}.")]
        if fitting:
            name = max(fitting, key=len)
            return known.index(name), rest[len(name) + 1 :]
    shown = ", ".join((names or numbers)[:12]) or "noch keine"
    raise FgkError(f"Für „{text}“ gibt es keinen Eintrag.", f"Einträge hier: {shown}.")


def _value(art: str, text: str, value: Any, place: tuple[type[BaseModel], Route, Any]) -> Any:
    """Return the new value of a field that holds ``value``, at a place that ``_route`` has found."""
    feld, route = field_at(*place), place[1]
    assert feld is not None  # noqa: S101 - _route has found it
    if not is_list(feld.annotation):
        if art != "=":
            raise FgkError(f"„{route[-1]}“ ist keine Liste; += und -= gibt es nur für Listen.", _EXAMPLE)
        return _best(text, *_hint_of(feld)) if text else None
    if models_in(feld.annotation):
        only = _only_required(models_in(feld.annotation)[0])
        if art == "+=" and only is not None and text:
            return [
                *(value or []),
                {only: _best(text, *_hint_of(models_in(feld.annotation)[0].model_fields[only]))},
            ]
        raise FgkError(
            f"„{route[-1]}“ besteht aus ganzen Einträgen.",
            "Ändern Sie ein Feld eines Eintrags, oder ergänzen Sie einen in der Datei.",
        )
    items = _items(text, feld)
    there = value or []
    if art != "=" and not isinstance(there, list):  # a text would become a list of its letters
        raise FgkError(
            f"In „{route[-1]}“ steht keine Liste, sondern „{value}“.",
            f"Schreiben Sie die ganze Liste, z. B. „{route[-1]}=[{value}, …]“.",
        )
    if art == "+=":
        return [*there, *(item for item in items if item not in there)]
    if art == "-=":
        missing = [item for item in items if item not in there]
        if missing:
            raise FgkError(
                f"„{missing[0]}“ steht nicht in „{route[-1]}“.", f"Dort steht: {', '.join(map(str, there))}."
            )
        return [item for item in there if item not in items] or None
    return items or None


def _hint_of(feld: FieldInfo) -> tuple[Any, Vokabular | None]:
    """Return the type of a field and its closed list of words."""
    return Annotated[feld.annotation, *feld.metadata] if feld.metadata else feld.annotation, vokabular(feld)


def _only_required(modell: type[BaseModel]) -> str | None:
    """Return the field that an entry must have, where that is one: it can be made of it."""
    required = [name for name, field in modell.model_fields.items() if field.is_required()]
    return required[0] if len(required) == 1 else None


def _items(text: str, feld: FieldInfo) -> list[Any]:
    """Return the entries of a list: in brackets as YAML has them, else words by commas, or one text."""
    if text.startswith("["):
        result = read_yaml(f"x: {text}".encode())
        if result.is_readable and isinstance(result.data["x"], list):
            return list(result.data["x"])
    hint = next(arg for arg in get_args(feld.annotation) if arg is not Ellipsis)
    is_word = any(isinstance(extra, (Form, Vokabular)) for extra in getattr(hint, "__metadata__", ()))
    parts = text.split(",") if is_word else [text]
    return [_best(part.strip(), hint, vokabular(feld)) for part in parts if part.strip()]


def _best(text: str, hint: Any, words: Vokabular | None) -> Any:
    """Return the first reading of a text that the field takes; what none fits is left to the check to explain."""
    adapter = TypeAdapter(hint)
    readings = list(_readings(text, words))
    for value in readings:
        with suppress(ValidationError):
            adapter.validate_python(value)
            return value
    return readings[0]


def _readings(text: str, words: Vokabular | None) -> Iterator[Any]:
    with suppress(NoSuchDayError):
        yield resolve(text)
    yield text
    if words is not None:
        plain = ascii_german(text).casefold()
        yield from (w for w, label in words.worte.items() if plain in (w, ascii_german(label).casefold()))
    yield from _numbers(text)
    if text.casefold() in _JA_NEIN:
        yield _JA_NEIN[text.casefold()]
    match = _TAG.match(text)
    if match:
        with suppress(ValueError):  # 31.02.2020
            yield date(int(match[3]), int(match[2]), int(match[1]))


def _numbers(text: str) -> Iterator[Any]:
    """Yield the number that a text is as Germans write it; cents stay text, as sums have them."""
    if _TAUSENDER.match(text):
        yield int(_KEINE_ZIFFER.sub("", text))
    match = _MIT_CENT.match(text)
    if match:
        euro = _KEINE_ZIFFER.sub("", match[1])
        yield int(euro) if match[2] == "00" else f"{euro}.{match[2]}"
    if _KOMMAZAHL.match(text):
        yield float(text.replace(",", "."))
