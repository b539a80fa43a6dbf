"""The Prüfzeichen: short enough to type, and it knows when it was typed wrongly."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fgk.errors import FgkError
from fgk.festlegung.pruefzeichen import _ALPHABET, aus_abdruck, lies

abdruecke = st.binary(min_size=32, max_size=32)


def test_it_has_four_groups_and_a_check_character() -> None:
    assert aus_abdruck(bytes(32)) == "0000-0000-0000-0000-0"
    assert aus_abdruck(bytes(range(1, 33))) == "0410-6105-0R3G-G28A-B"


@given(abdruecke)
def test_what_is_printed_is_read(abdruck: bytes) -> None:
    zeichen = aus_abdruck(abdruck)
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]", zeichen)
    assert lies(zeichen) == zeichen
    assert lies(zeichen.lower()) == zeichen
    assert lies(zeichen.replace("-", "")) == zeichen
    assert lies(zeichen.replace("-", "\u2013")) == zeichen
    assert lies(f"  {zeichen.replace('-', ' ')}\n") == zeichen
    assert lies(zeichen.replace("0", "O").replace("1", "I")) == zeichen
    assert lies(zeichen.replace("0", "o").replace("1", "l")) == zeichen


@given(abdruecke)
def test_only_its_first_eighty_bits_count(abdruck: bytes) -> None:
    assert aus_abdruck(abdruck[:10] + bytes(22)) == aus_abdruck(abdruck)


@given(abdruecke, st.integers(0, 16), st.sampled_from(_ALPHABET))
def test_a_wrong_character_is_found(abdruck: bytes, stelle: int, ersatz: str) -> None:
    richtig = aus_abdruck(abdruck).replace("-", "")
    falsch = richtig[:stelle] + ersatz + richtig[stelle + 1 :]
    if falsch != richtig:
        with pytest.raises(FgkError, match="verschrieben"):
            lies(falsch)
    else:
        assert lies(falsch)


@given(abdruecke, st.integers(0, 16), st.integers(0, 16))
def test_two_swapped_characters_are_found(abdruck: bytes, eins: int, zwei: int) -> None:
    zeichen = list(aus_abdruck(abdruck).replace("-", ""))
    getauscht = zeichen.copy()
    getauscht[eins], getauscht[zwei] = getauscht[zwei], getauscht[eins]
    if getauscht != zeichen:
        with pytest.raises(FgkError, match="verschrieben"):
            lies("".join(getauscht))
    else:
        assert lies("".join(getauscht))


@pytest.mark.parametrize(
    ("text", "was"),
    [
        ("", "Das Prüfzeichen hat 0 Zeichen statt 17."),
        ("3YJC-27CF", "Das Prüfzeichen hat 8 Zeichen statt 17."),
        ("3YJC-27CF-31FW-0637-T-T", "Das Prüfzeichen hat 18 Zeichen statt 17."),
        ("3YJC-27CF-31FW-0637-U", "Im Prüfzeichen steht „U“; dieses Zeichen kommt darin nicht vor."),
        ("3YJC-27CF-\x1b[31m", "Im Prüfzeichen steht „U+001B“; dieses Zeichen kommt darin nicht vor."),
        ("3YJC-27CF-31FW-0637-Ä", "Im Prüfzeichen steht „Ä“; dieses Zeichen kommt darin nicht vor."),
        (
            "3YJC-27CF-31FW-0673-T",
            "Das Prüfzeichen „3YJC-27CF-31FW-0673-T“ ist verschrieben: Sein letztes Zeichen passt nicht zu den übrigen.",
        ),
    ],
)
def test_what_is_none_is_refused_in_a_sentence(text: str, was: str) -> None:
    with pytest.raises(FgkError) as refused:
        lies(text)
    assert refused.value.was == was
    assert refused.value.tun.endswith(".")


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    gelesen = None
    with suppress(FgkError):
        gelesen = lies(text)
    assert gelesen is None or lies(gelesen) == gelesen
