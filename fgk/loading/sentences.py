"""From pydantic's error types to our German sentences; its English texts are never used.

The route that pydantic gives (``loc``) leads to the node, and the node has line and column.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from fgk.loading import slips
from fgk.loading.keys import did_you_mean, meant_key, unknown_key
from fgk.loading.stellen import kennung_of_name
from fgk.models.arten import Art
from fgk.models.felder import Route, known_arten, known_keys, title_of, value_at
from fgk.models.kennungen import FORMEN, HANDLUNGSFELD, ist_kennung
from fgk.positions import Span
from fgk.reading.fault import Fault
from fgk.reading.reader import ReadResult, locate
from fgk.sources import Source

_EXPECTED = {
    "string_type": "ein Text",
    "int_type": "eine ganze Zahl ohne Anführungszeichen",
    "int_from_float": "eine ganze Zahl ohne Anführungszeichen",
    "float_type": "eine Zahl ohne Anführungszeichen, mit Punkt statt Komma",
    "finite_number": "eine Zahl",
    "bool_type": "true oder false",
    "date_type": "ein Datum wie 2017-08-24 ohne Anführungszeichen",
    "tuple_type": "eine Liste mit Spiegelstrichen",
    "model_type": "eine Gruppe aus Schlüsseln und Werten",
    "model_attributes_type": "eine Gruppe aus Schlüsseln und Werten",
    "dict_type": "eine Gruppe aus Schlüsseln und Werten",
}
_LONGEST = 60
_KEY_ITSELF = "[key]"


class _Case(NamedTuple):
    """One pydantic error with what is needed to explain it."""

    kind: str
    value: Any
    context: dict[str, Any]
    route: Route
    art: Art
    path: str
    result: ReadResult
    source: Source

    def fault(self, code: str, was: str, tun: str, route: Route | None = None, *, key: bool = False) -> Fault:
        """Return a fault at the error's own route, or at another one."""
        return Fault(code, self.place(route, key=key), was, tun)

    def place(self, route: Route | None = None, *, key: bool = False) -> Span:
        return locate(self.result.root, self.route if route is None else route, key=key)


def explain(
    errors: Iterable[ErrorDetails], art: Art, path: str, result: ReadResult, source: Source
) -> list[Fault]:
    """Return the faults for pydantic's errors; a misspelled key is not also said to be missing."""
    cases = [
        _Case(
            details["type"],
            details["input"],
            details.get("ctx", {}),
            _without_tags(details["loc"], result.data),
            art,
            path,
            result,
            source,
        )
        for details in errors
    ]
    meant = {_meant(case) for case in cases if case.kind == "extra_forbidden"}
    return [
        _EXPLAIN.get(case.kind, _wrong_type)(case)
        for case in cases
        if not (case.kind == "missing" and case.route in meant) and not _is_consequence(case, cases)
    ]


def _is_consequence(case: _Case, cases: list[_Case]) -> bool:
    """Say whether a list is only too short because an entry of it is faulty."""
    depth = len(case.route)
    return case.kind == "too_short" and any(
        len(other.route) > depth and other.route[:depth] == case.route for other in cases
    )


def _meant(case: _Case) -> Route:
    return (*case.route[:-1], meant_key(case.art.modell, case.route, case.result.data) or "")


def _without_tags(loc: Route, data: Any) -> Route:
    """Drop what pydantic puts into the route and the file has no key for.

    These are the names of union members, and the word that says that a key itself is wrong.
    """
    route: Route = ()
    for step in loc:
        here = value_at(data, route)
        if isinstance(here, dict) and step not in here and here.get("art") == step:
            continue
        if step == _KEY_ITSELF:
            continue
        route = (*route, step)
    return route


def _unknown_key(case: _Case) -> Fault:
    was, tun = unknown_key(case.art.modell, case.route, case.result.data)
    return case.fault("FGK010", was, tun, key=True)


def _missing_key(case: _Case) -> Fault:
    key = str(case.route[-1])
    title = title_of(case.art.modell, case.route)
    named = f"„{key}“" if title.lower() == key else f"„{key}“ ({title})"
    return case.fault("FGK011", f"Der Schlüssel {named} fehlt.", f"Ergänzen Sie eine Zeile „{key}: …“.")


def _not_allowed(case: _Case) -> Fault:
    return _choice(case.value, str(case.context["erlaubt"]).split(", "), case.place())


def _choice(value: Any, allowed: list[str], span: Span) -> Fault:
    listed = f"Erlaubt sind: {', '.join(allowed)}."
    if value is None or value == "" or isinstance(value, (list, dict)):
        return Fault("FGK012", span, f"Hier steht {_described(value)}.", listed)
    close = did_you_mean(str(value), allowed)
    tun = f"Meinten Sie „{close}“? {listed}" if close else listed
    return Fault("FGK013", span, f"{_shown(value)} ist hier nicht erlaubt.", tun)


def _union_tag(case: _Case) -> Fault:
    allowed = known_arten(case.art.modell, case.route)
    route = (*case.route, "art")
    if isinstance(case.value, dict) and "art" not in case.value:
        tun = f"Ergänzen Sie eine Zeile „art: …“ mit einem dieser Werte: {', '.join(allowed)}."
        return case.fault("FGK011", "Der Schlüssel „art“ fehlt.", tun, route)
    return _choice(value_at(case.value, ("art",)), allowed, case.place(route))


def _wrong_form(case: _Case) -> Fault:
    tun = f"Erwartet wird {case.context['erwartet']}, {_example(case)}."
    if case.value is None or case.value == "":
        return case.fault("FGK012", f"„{case.route[-1]}“ ist leer.", tun)
    as_text, as_number = _SLIPS.get(case.context["erwartet"], (_no_slip, _no_slip))
    if isinstance(case.value, str):
        sentences = (
            _named(case) or as_text(case.value) or (f"{_shown(case.value)} hat nicht die richtige Form.", tun)
        )
        return case.fault("FGK014", *sentences)
    if isinstance(case.value, (int, float)) and not isinstance(case.value, bool):
        kind = "Kommazahl" if isinstance(case.value, float) else "Zahl"
        sentences = as_number(case.value) or (f"{_shown(case.value)} steht hier als {kind}.", tun)
        return case.fault("FGK012", *sentences)
    return case.fault("FGK012", f"Hier steht {_described(case.value)}.", tun)


def _named(case: _Case) -> slips.Sentences | None:
    """Return sentences for an Organisationseinheit that is called by its name."""
    if case.context["erwartet"] != FORMEN["organisationseinheit"].erwartet:
        return None
    kennung = kennung_of_name(case.source, case.value)
    if kennung is None:
        return None
    return f"{_shown(case.value)} ist ein Name; hier steht die Kennung.", f"Schreiben Sie „{kennung}“."


def _example(case: _Case) -> str:
    own = case.art.kennung_aus_pfad(case.path) if case.route == ("kennung",) else None
    if own is not None and ist_kennung(case.art.name, own):
        return f"hier also {own}"
    return f"z. B. {case.context['beispiel']}"


def _no_slip(_value: Any) -> slips.Sentences | None:
    return None


#: what is expected -> what people write instead, as text and as number
_SLIPS: dict[str, tuple[Callable[[str], slips.Sentences | None], Callable[[Any], slips.Sentences | None]]] = {
    "ein Datum": (slips.date_as_text, slips.date_as_number),
    "ein Betrag in Euro": (slips.sum_as_text, slips.sum_as_number),
    **{
        form.erwartet: (partial(slips.kennung_as_text, form), _no_slip)
        for form in (*FORMEN.values(), HANDLUNGSFELD)
    },
}


def _out_of_range(case: _Case) -> Fault:
    context = case.context
    was = f"{_shown(case.value)} liegt außerhalb der Grenzen."
    match case.kind:
        case "greater_than_equal":
            tun = f"Erlaubt sind Zahlen ab {context['ge']}."
        case "less_than_equal":
            tun = f"Erlaubt sind Zahlen bis {context['le']}."
        case "too_short":
            was = "Die Liste hat zu wenige Einträge."
            least = context["min_length"]
            tun = (
                f"Hier {'muss ein Eintrag' if least == 1 else f'müssen mindestens {least} Einträge'} stehen."
            )
        case _:
            was, tun = "Der Text ist leer.", "Schreiben Sie einen Text oder löschen Sie die Zeile."
    return case.fault("FGK022", was, tun)


def _wrong_type(case: _Case) -> Fault:
    expected = _EXPECTED.get(case.kind, "ein anderer Wert")
    if case.value is None:
        name = str(case.route[-1]) if case.route else case.art.titel
        tun = f"Erwartet wird {expected}; ohne Angabe löschen Sie die Zeile."
        last = case.route[-1] if case.route else None
        was = (
            f"Der {last + 1}. Eintrag der Liste ist leer." if isinstance(last, int) else f"„{name}“ ist leer."
        )
        return case.fault("FGK012", was, tun)
    was, tun = f"Hier steht {_described(case.value)}.", f"Erwartet wird {expected}."
    if case.kind == "string_type" and not isinstance(case.value, (list, dict)):
        tun = "Setzen Sie den Wert in Anführungszeichen, damit er Text bleibt."
    elif case.kind == "date_type" and isinstance(case.value, str):
        was, tun = slips.date_as_text(case.value) or (was, tun)
    elif case.kind == "bool_type":
        tun = slips.yes_or_no(case.value) or tun
    elif case.kind == "tuple_type" and isinstance(case.value, str):
        was, tun = slips.list_as_text(case.value) or (was, tun)
    elif case.kind.startswith("model_"):
        known = known_keys(case.art.modell, case.route, case.result.data)
        tun = f"Erwartet wird eine Gruppe mit Schlüsseln darunter: {', '.join(known)}."
    return case.fault("FGK012", was, tun)


def _shown(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"„{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}“"


_DESCRIBED: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (type(None), "nichts"),
    (bool, "{} (ja oder nein)"),
    ((int, float), "die Zahl {}"),
    (list, "eine Liste"),
    (dict, "eine Gruppe aus Schlüsseln und Werten"),
    (str, "der Text {}"),
    (object, "das Datum {}"),
)


def _described(value: Any) -> str:
    if value == "":
        return "ein leerer Text"
    text = next(text for kind, text in _DESCRIBED if isinstance(value, kind))
    return text.format(_shown(value))


_EXPLAIN: dict[str, Callable[[_Case], Fault]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "wert_nicht_erlaubt": _not_allowed,
    "union_tag_invalid": _union_tag,
    "union_tag_not_found": _union_tag,
    "form_falsch": _wrong_form,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "too_short": _out_of_range,
    "string_too_short": _out_of_range,
}
