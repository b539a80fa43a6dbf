"""The canonical form: the same content has the same bytes however it is written, and no other content has them."""

import json
import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fgk.errors import FgkError
from fgk.festlegung.kanonisch import GROESSTE_ZAHL, NichtDarstellbarError, kanonisch, pruefsumme
from fgk.reading.reader import read_yaml


def summe(text: str | bytes) -> str:
    result = read_yaml(text.encode() if isinstance(text, str) else text)
    assert result.is_readable, result.faults
    return pruefsumme(result.data)


VORLAGE = """\
titel: Übergangskalender
text: |-
  Erste Zeile
  Zweite Zeile
beginn: 2017-10-01
einmalig: 5000
partner: [Kitas, Schulen]
kriterien:
  - bezeichnung: Sitzungen
    zahl: 4
  - bezeichnung: Berichte
    zahl: 1
"""


@pytest.mark.parametrize(
    "anders",
    [
        VORLAGE.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + VORLAGE.encode(),
        unicodedata.normalize("NFD", VORLAGE),
        "# ein Kommentar\n" + VORLAGE.replace("5000", "5000  # Euro"),
        VORLAGE.replace("|-", "|"),
        VORLAGE.replace("Erste Zeile", "Erste Zeile   "),
        VORLAGE.replace("titel: Übergangskalender", 'titel: "Übergangskalender"'),
        VORLAGE.replace("[Kitas, Schulen]", "\n  - Kitas\n  - Schulen"),
        VORLAGE.replace("5000", "5000.0"),
        VORLAGE + "leer:\nnichts: null\nliste: []\n",
        "einmalig: 5000\n" + VORLAGE.replace("einmalig: 5000\n", ""),
        VORLAGE.replace(
            "  - bezeichnung: Sitzungen\n    zahl: 4\n  - bezeichnung: Berichte\n    zahl: 1\n",
            "  - zahl: 1\n    bezeichnung: Berichte\n  - {zahl: 4, bezeichnung: Sitzungen}\n",
        ),
    ],
    ids=[
        "crlf", "bom", "nfd", "comments", "block", "blanks", "quotes", "flow", "float", "empty", "order", "groups",
    ],
)  # fmt: skip
def test_how_it_is_written_does_not_matter(anders: str | bytes) -> None:
    assert summe(anders) == summe(VORLAGE)


@pytest.mark.parametrize(
    ("alt", "neu"),
    [
        ("Übergangskalender", "Ubergangskalender"),
        ("Erste Zeile\n  Zweite", "Erste Zeile Zweite"),
        ("2017-10-01", "2017-10-02"),
        ("5000", '"5000"'),
        ("5000", "5000.5"),
        ("zahl: 4", "zahl: 5"),
        ("zahl: 4", "zahl: true"),
        ("[Kitas, Schulen]", "[Schulen, Kitas]"),
        ("[Kitas, Schulen]", "[Kitas]"),
        ("[Kitas, Schulen]", '["Kitas, Schulen"]'),
        ("titel: Ü", "name: Ü"),
    ],
)
def test_other_content_has_another_digest(alt: str, neu: str) -> None:
    assert alt in VORLAGE
    assert summe(VORLAGE.replace(alt, neu)) != summe(VORLAGE)


def test_it_is_json_in_one_fixed_form() -> None:
    assert kanonisch({"b": [{"z": 1}, {"a": date(2020, 1, 2)}], "a": "Ä"}) == (
        '{"a":"Ä","b":[{"a":"2020-01-02"},{"z":1}]}'.encode()
    )


def test_the_digest_says_by_which_rules_it_was_made() -> None:
    # golden: if this changes, fgk1 has changed, and every decision on file is void
    assert pruefsumme({}) == "fgk1:c16d07d935ecc2450e24cb75643cd0e4793978f27cf2981823796d1457a33859"


@pytest.mark.parametrize(
    "wert",
    [
        float("nan"),
        float("inf"),
        float("-inf"),
        GROESSTE_ZAHL + 1,
        -GROESSTE_ZAHL - 1,
        1e22,
        10**300,
        "\ud800",
        object(),
    ],
)
def test_what_json_cannot_say_exactly_is_refused(wert: Any) -> None:
    with pytest.raises(NichtDarstellbarError) as refused:
        kanonisch({"a": [{"b": wert}]})
    assert isinstance(refused.value, FgkError)
    assert refused.value.was.endswith(".")
    assert refused.value.tun.endswith(".")


@pytest.mark.parametrize("wert", [GROESSTE_ZAHL, -GROESSTE_ZAHL, 0.1, 1e-7, -0.0, True])
def test_what_json_says_exactly_is_taken(wert: Any) -> None:
    assert kanonisch({"a": wert})


werte = st.recursive(
    st.text(st.characters(exclude_categories=("Cs",))) | st.integers(-10**9, 10**9) | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.from_regex("[a-z_]{1,8}", fullmatch=True), inner),
    max_leaves=12,
)  # fmt: skip


@given(st.dictionaries(st.from_regex("[a-z_]{1,8}", fullmatch=True), werte), st.randoms())
def test_order_of_keys_and_unicode_form_never_matter(data: dict[str, Any], zufall: Any) -> None:
    def anders(value: Any) -> Any:
        if isinstance(value, dict):
            keys = list(value)
            zufall.shuffle(keys)
            return {key: anders(value[key]) for key in keys} | {"zz_leer": None}
        if isinstance(value, list):
            inner = [anders(entry) for entry in value]
            if inner and all(isinstance(entry, dict) for entry in inner):
                zufall.shuffle(inner)
            return inner
        return unicodedata.normalize("NFD", value) if isinstance(value, str) else value

    assert kanonisch(data) == kanonisch(anders(data))


@given(st.dictionaries(st.from_regex("[a-z_]{1,8}", fullmatch=True), werte))
def test_the_canonical_form_is_json_and_its_own_canonical_form(data: dict[str, Any]) -> None:
    form = kanonisch(data)
    assert kanonisch(json.loads(form)) == form
