"""What is left of a text for logs and reports: one line of signs that one can see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fgk.output.sauber import clean


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Größe „ä“ – 5 €", "Größe „ä“ – 5 €"),
        ("a\nb", "a⏎b"),
        ("a\tb\u00a0c\rd", "a b c d"),
        ("\x1b[31mrot", "\\u001b[31mrot"),
        ("\x9b\x7f", "\\u009b\\u007f"),
        ("a\u202eb\u2066c\u200bd\u2028e", "a\\u202eb\\u2066c\\u200bd\\u2028e"),
        ("\ufffe\ud800", "\\ufffe\\ud800"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_every_invisible_sign_is_spelled_out(text: str, erwartet: str) -> None:
    assert clean(text) == erwartet


@given(st.text())
def test_it_is_always_printable_and_encodable(text: str) -> None:
    assert clean(text).isprintable()
    assert clean(clean(text)) == clean(text)
    assert clean(text).encode().decode() == clean(text)
