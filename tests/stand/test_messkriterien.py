"""Whether a Messkriterium is met, and when that cannot be said."""

import pytest

from fgk.models.ziel import Kriteriumswert, Messkriterium
from fgk.stand.messkriterien import ist_erfuellt


@pytest.mark.parametrize(
    ("ist", "soll", "wert", "erwartet"),
    [
        (100, 150, 150, True), (100, 150, 160, True), (100, 150, 149.5, False),
        (20, 10, 8, True), (20, 10, 12, False),
        (None, 10, 10, True), (None, 10, 12, None), (10, 10, 12, None),
        (100, None, 150, None), (100, 150, None, None),
    ],
)  # fmt: skip
def test_the_better_direction_follows_from_where_it_began(
    ist: float | None, soll: float | None, wert: float | None, erwartet: bool | None
) -> None:
    kriterium = Messkriterium(
        bezeichnung="x",
        istwert=None if ist is None else Kriteriumswert(zahl=ist),
        sollwert=None if soll is None else Kriteriumswert(zahl=soll),
    )
    assert ist_erfuellt(kriterium, None if wert is None else Kriteriumswert(zahl=wert)) is erwartet


def test_without_a_beginning_the_catalogue_says_what_is_better() -> None:
    kriterium = Messkriterium(
        bezeichnung="x", indikator="betreuungsquote_u3", sollwert=Kriteriumswert(zahl=50)
    )
    assert ist_erfuellt(kriterium, Kriteriumswert(zahl=52)) is True
    assert ist_erfuellt(kriterium, Kriteriumswert(zahl=48)) is False


def test_words_decide_nothing() -> None:
    kriterium = Messkriterium(bezeichnung="x", sollwert=Kriteriumswert(text="liegt vor"))
    assert ist_erfuellt(kriterium, Kriteriumswert(text="liegt vor")) is None
