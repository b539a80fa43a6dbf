"""Plain data: what is the same content, and what differs between two states."""

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fgk.plaindata import normal, unterschiede


def felder(vorher: dict[str, Any] | None, nachher: dict[str, Any] | None) -> list[tuple[str, Any, Any]]:
    return [(".".join(u.pfad), u.vorher, u.nachher) for u in unterschiede(vorher, nachher)]


@pytest.mark.parametrize(
    ("eins", "zwei"),
    [
        ({"a": "x\r\ny  \n"}, {"a": "x\ny"}),
        ({"a": "Ma\u0308rz"}, {"a": "März"}),
        ({"a": 30, "b": None, "c": []}, {"a": 30.0}),
        ({"a": date(2017, 8, 24)}, {"a": "2017-08-24"}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"l": ["a", "b"]}, {"l": ["b", "a"]}),
        (
            {"massnahmen": [{"massnahme": "M-1", "s": 1}, {"massnahme": "M-2", "s": 2}]},
            {"massnahmen": [{"massnahme": "M-2", "s": 2}, {"massnahme": "M-1", "s": 1}]},
        ),
    ],
)
def test_what_is_only_written_differently_is_the_same(eins: dict[str, Any], zwei: dict[str, Any]) -> None:
    assert felder(eins, zwei) == []


@pytest.mark.parametrize(
    ("vorher", "nachher", "erwartet"),
    [
        ({"a": 1}, {"a": 2}, [("a", 1, 2)]),
        ({"a": "30"}, {"a": 30}, [("a", "30", 30)]),
        ({"a": 1}, {"a": True}, [("a", 1, True)]),
        ({}, {"a": {"b": 1}}, [("a.b", None, 1)]),
        ({"a": {"b": 1, "c": 2}}, {}, [("a.b", 1, None), ("a.c", 2, None)]),
        ({"l": ["a"]}, {"l": ["a", "b"]}, [("l", ["a"], ["a", "b"])]),
        ({"l": ["a", "a"]}, {"l": ["a"]}, [("l", ["a", "a"], ["a"])]),
        (
            {"massnahmen": [{"massnahme": "M-1", "status": "geplant"}]},
            {
                "massnahmen": [
                    {"massnahme": "M-2", "status": "ruht"},
                    {"massnahme": "M-1", "status": "umgesetzt"},
                ]
            },
            [
                ("massnahmen.M-1.status", "geplant", "umgesetzt"),
                ("massnahmen.M-2.massnahme", None, "M-2"),
                ("massnahmen.M-2.status", None, "ruht"),
            ],
        ),
        (
            {"w": [{"jahr": 2016, "wert": 1}]},
            {"w": [{"jahr": 2016, "wert": 2}, {"jahr": 2017}]},
            [("w.2016.wert", 1, 2), ("w.2017.jahr", None, 2017)],
        ),
        ({"x": [{"p": 1}, {"p": 1}]}, {"x": [{"p": 1}, {"p": 2}]}, [("x.2.p", 1, 2)]),
        (
            {"r": [{"indikator": "a", "quelle": {"titel": "x"}, "einheit": "%", "raumebene": "g", "w": 1}]},
            {
                "r": [
                    {"indikator": "a", "quelle": {"titel": "y"}, "einheit": "%", "raumebene": "g", "w": 2},
                    {"indikator": "a", "quelle": {"titel": "x"}, "einheit": "%", "raumebene": "g", "w": 3},
                ]
            },
            [
                ("r.a · % · g · x.w", 1, 3),
                ("r.a · % · g · y.indikator", None, "a"),
                ("r.a · % · g · y.quelle.titel", None, "y"),
                ("r.a · % · g · y.einheit", None, "%"),
                ("r.a · % · g · y.raumebene", None, "g"),
                ("r.a · % · g · y.w", None, 2),
            ],
        ),
        (
            {"b": [{"gremium": "Rat", "x": 1}, {"gremium": "Rat", "x": 2}]},
            {"b": [{"gremium": "Rat", "x": 1}, {"gremium": "Rat", "x": 3}, {"gremium": "HA", "x": 1}]},
            [("b.Rat (2).x", 2, 3), ("b.HA.gremium", None, "HA"), ("b.HA.x", None, 1)],
        ),
        (None, {"titel": "neu"}, [("titel", None, "neu")]),
    ],
)
def test_every_field_that_differs_is_named_once(
    vorher: dict[str, Any] | None, nachher: dict[str, Any], erwartet: list[tuple[str, Any, Any]]
) -> None:
    assert felder(vorher, nachher) == erwartet


def test_the_normal_form_is_its_own() -> None:
    data = {"a": " x \r\n", "b": [{"c": 1.0, "d": None}], "e": {"f": []}}
    assert normal(normal(data)) == normal(data) == {"a": " x", "b": [{"c": 1}]}


@given(
    st.text(st.characters(codec="utf-8"), max_size=12) | st.text("aä\u0308 \t\r\n\x0b\x1c\u2028", max_size=8)
)
def test_the_short_way_for_a_text_leads_where_the_long_one_does(text: str) -> None:
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert normal(text) == "\n".join(line.rstrip() for line in lines).strip("\n")
