"""What a merge must come to: fields by their keys, and a conflict where both sides want something else."""

from typing import Any

import pytest

from fgk.editing.model import merge_data, order

B = {"titel": "a", "l": [{"massnahme": "M-1", "s": 1}, {"massnahme": "M-2", "s": 1}], "w": ["x"]}


def mit(**felder: Any) -> dict[str, Any]:
    return {key: value for key, value in (B | felder).items() if value is not None}


@pytest.mark.parametrize(
    ("unsere", "ihre", "ergebnis"),
    [
        (mit(titel="b"), mit(w=["y"]), mit(titel="b", w=["y"])),
        (mit(titel="b"), mit(titel="b"), mit(titel="b")),
        (mit(titel=None), mit(neu={"a": 1}), mit(titel=None, neu={"a": 1})),
        (mit(k={"a": 1}), mit(k={"b": 2}), mit(k={"a": 1, "b": 2})),
        (
            mit(l=[{"massnahme": "M-1", "s": 2}, B["l"][1]]),
            mit(l=[B["l"][0]]),
            mit(l=[{"massnahme": "M-1", "s": 2}]),
        ),
        (mit(l=[]), mit(l=B["l"]), mit(l=[])),
        (
            mit(l=[*B["l"], {"massnahme": "M-4"}]),
            mit(l=[*B["l"], {"massnahme": "M-3"}]),
            mit(l=[*B["l"], {"massnahme": "M-3"}, {"massnahme": "M-4"}]),
        ),
        (mit(l=B["l"][::-1]), mit(titel="b"), mit(titel="b", l=B["l"][::-1])),
    ],
)
def test_both_sides_come_together(
    unsere: dict[str, Any], ihre: dict[str, Any], ergebnis: dict[str, Any]
) -> None:
    assert merge_data(B, unsere, ihre) == (ergebnis, [])
    assert merge_data(B, ihre, unsere)[1] == []


@pytest.mark.parametrize(
    ("unsere", "ihre", "stelle"),
    [
        (mit(titel="b"), mit(titel="c"), ("titel",)),
        (mit(titel=1), mit(titel=True), ("titel",)),
        (mit(titel=None), mit(titel="c"), ("titel",)),
        (mit(w=["x", "y"]), mit(w=["x", "z"]), ("w",)),
        (
            mit(l=[*B["l"], {"massnahme": "M-3"}]),
            mit(l=[*B["l"], {"massnahme": "M-3", "s": 1}]),
            ("l", "M-3"),
        ),
        (mit(l=B["l"][:1]), mit(l=[B["l"][0], {"massnahme": "M-2", "s": 3}]), ("l", "M-2")),
        (mit(l=[{"massnahme": "M-1", "s": 2}, B["l"][1]]), mit(l=B["l"][::-1]), ("l",)),
        (mit(l=[{"p": 1}, {"p": 1}]), mit(l=[{"p": 1}]), ("l",)),
        (mit(neu=1), mit(neu={"a": 1}), ("neu",)),
    ],
)
def test_a_conflict_names_its_place(
    unsere: dict[str, Any], ihre: dict[str, Any], stelle: tuple[str, ...]
) -> None:
    for eine, andere in ((unsere, ihre), (ihre, unsere)):
        _, konflikte = merge_data(B, eine, andere)
        if stelle != ("l",) or eine is unsere:
            assert [konflikt.path for konflikt in konflikte] == [stelle]


@pytest.mark.parametrize(
    ("basis", "unsere", "ihre", "ergebnis"),
    [
        ("a c", "a c", "a b c", "a b c"),
        ("a c", "a x c", "a b c", "a b x c"),
        ("a", "a M-10", "a M-9", "a M-9 M-10"),
        ("a", "a", "z a", "z a"),
        ("a b", "b", "a n b", "n b"),
        ("", "a b", "b a", "a b"),
    ],
)
def test_new_names_find_their_place(basis: str, unsere: str, ihre: str, ergebnis: str) -> None:
    assert order(basis.split(), unsere.split(), ihre.split()) == ergebnis.split()
