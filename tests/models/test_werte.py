"""The kinds of value: strict, never repaired, and the JSON Schema says the same."""

import json
from datetime import date
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from fgk.models.kennungen import FORMEN, BezugVerweis
from fgk.models.werte import (  # fmt: skip
    AGS,
    ARS,
    KREISSCHLUESSEL,
    Anzahl,
    Datum,
    Farbe,
    Geld,
    Jahr,
    Postfach,
    Prozent,
    Tag,
    Text,
    Webadresse,
    Zahl,
)

GUT: list[tuple[Any, Any]] = [
    (Datum, date(2017, 8, 24)), (Datum, "2017"), (Datum, "2017-08"), (Tag, date(2017, 8, 24)),
    (Geld, 0), (Geld, 25000), (Geld, "12.50"), (Geld, "0.05"),
    (AGS, "05334032"), (KREISSCHLUESSEL, "05334"), (ARS, "053340032032"),
    (Prozent, 0), (Prozent, 100), (Anzahl, 0), (Jahr, 2017), (Zahl, 3), (Zahl, -2.5), (Text, "x"),
    (Webadresse, "https://www.stolberg.de/a?b=c#d"), (Postfach, "a@b.de"), (Farbe, "#1f4E79"),
    (BezugVerweis, "ZV-2017"), (BezugVerweis, "M-3.1.2"),
]  # fmt: skip
SCHLECHT: list[tuple[Any, Any]] = [
    (Datum, 2017), (Datum, "2017-08-24"), (Datum, "2017-13"), (Datum, "17"), (Datum, ""), (Datum, None), (Datum, 86400), (Datum, True),
    (Datum, "2017\n"), (Datum, " 2017"),
    (Tag, "2017"), (Tag, "2017-08-24"), (Tag, 86400), (Tag, None),
    (Geld, 12.5), (Geld, -1), (Geld, True), (Geld, "12,50"), (Geld, "12.5"), (Geld, "012.50"), (Geld, "25000"), (Geld, "12.50\n"), (Geld, None),
    (AGS, "5334032"), (AGS, 5334032), (AGS, "053340321"), (AGS, "05334032\n"), (AGS, "O5334032"), (AGS, "٠٥٣٣٤٠٣٢"),
    (Prozent, 101), (Prozent, -1), (Prozent, "5"), (Prozent, 5.0), (Prozent, True),
    (Anzahl, -1), (Jahr, 17), (Jahr, 2101), (Zahl, "3"), (Zahl, float("inf")), (Zahl, float("nan")), (Zahl, True),
    (Text, ""), (Text, 3), (Text, None), (Text, ["x"]),
    (Webadresse, "www.stolberg.de"), (Webadresse, "https://a b"), (Webadresse, "javascript:alert(1)"), (Webadresse, "https://x\n"),
    (Postfach, "a@b"), (Postfach, "a b@c.de"), (Farbe, "rot"), (Farbe, "#fff"),
    (BezugVerweis, "X-1"), (BezugVerweis, "ZV-2017\n"), (BezugVerweis, 3.1),
]  # fmt: skip


@pytest.mark.parametrize(("art", "wert"), GUT)
def test_a_good_value_is_kept_as_it_is(art: Any, wert: Any) -> None:
    gelesen = TypeAdapter(art, config={"strict": True}).validate_python(wert)
    assert gelesen == wert
    jsonschema.Draft202012Validator(TypeAdapter(art).json_schema()).validate(
        json.loads(json.dumps(wert, default=str))
    )


@pytest.mark.parametrize(("art", "wert"), SCHLECHT)
def test_a_bad_value_is_refused_and_not_repaired(art: Any, wert: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(art, config={"strict": True}).validate_python(wert)


@pytest.mark.parametrize("name", FORMEN)
def test_the_example_of_every_kennung_has_its_form_and_only_its_own(name: str) -> None:
    beispiel = FORMEN[name].beispiel
    assert [art for art, form in FORMEN.items() if form.passt(beispiel)] == [name]
    assert not FORMEN[name].passt(beispiel + "\n")
    assert not FORMEN[name].passt(" " + beispiel)
    assert beispiel[0].isalpha(), "a bare 3.10 would be a number"


@given(st.from_regex(r"[A-Z]{1,2}-[A-Za-z0-9.\-]{1,12}\n?", fullmatch=True))
def test_pydantic_and_our_own_pattern_agree_on_every_kennung(text: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(BezugVerweis)
    try:
        adapter.validate_python(text)
        passt = True
    except ValidationError:
        passt = False
    assert passt is any(form.passt(text) for form in FORMEN.values())
