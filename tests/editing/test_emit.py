"""Plain data as YAML: what is written is read as the same."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fgk.editing.emit import Quoted, emit
from fgk.reading.reader import read_yaml


def text_of(data: dict[str, Any]) -> str:
    return "".join(f"{line}\n" for line in emit(data))


def test_it_writes_as_people_here_do() -> None:
    data = {
        "kennung": "B-2024-01",
        "titel": "Zielvereinbarung: die erste",
        "beratungen": [{"gremium": "Rat der Stadt", "datum": date(2024, 2, 15), "ja": 20, "fehlt": None}],
        "aendert": ["B-2023-01", "B-2023-02"],
        "zeichen": Quoted("WFMY"),
        "eintraege": {"M-1.1.1": "fgk1:ab"},
        "stimmt": True,
        "leer": [],
    }
    assert text_of(data) == (
        'kennung: B-2024-01\ntitel: "Zielvereinbarung: die erste"\nberatungen:\n  - gremium: Rat der Stadt\n'
        '    datum: 2024-02-15\n    ja: 20\naendert: [B-2023-01, B-2023-02]\nzeichen: "WFMY"\neintraege:\n'
        "  M-1.1.1: fgk1:ab\nstimmt: true\nleer: []\n"
    )


def test_a_long_list_takes_several_lines_and_no_word_is_broken() -> None:
    words = ["kooperationspartner", "007", "x" * 120, *("querschnittsthemen" for _ in range(9))]
    lines = text_of({"felder": words}).splitlines()
    assert len(lines) == 5
    assert all(len(line) <= 100 for line in lines if "xxx" not in line)
    assert read_yaml("\n".join(lines).encode()).data == {"felder": words}


@pytest.mark.parametrize(
    "text", ["true", "No", "~", "12", "2024-02-15", "a: b", "a #b", " a", "- a", "*a", "", "a\nb"]
)
def test_what_could_be_taken_for_something_else_is_quoted(text: str) -> None:
    assert read_yaml(text_of({"a": text}).encode()).data == {"a": text}


def test_a_protected_blank_is_written_as_it_is() -> None:
    assert text_of({"a": "z.\u00a0B."}) == 'a: "z.\u00a0B."\n'


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn")))
values = st.recursive(
    texts | st.integers(-(10**9), 10**9) | st.booleans() | st.dates(),
    lambda inner: (
        st.lists(texts, max_size=9)
        | st.lists(st.dictionaries(texts, inner, min_size=1), min_size=1, max_size=3)
        | st.dictionaries(texts, inner, min_size=1)
    ),
    max_leaves=12,
)


@given(st.dictionaries(texts, values, min_size=1))
def test_everything_is_read_as_it_was_written(data: dict[str, Any]) -> None:
    result = read_yaml(text_of(data).encode())
    assert (result.data, result.faults) == (data, [])
