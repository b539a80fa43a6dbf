"""Dates of which only the month or the year is known: only what is certain counts."""

from datetime import date

import pytest

from fgk.models.datum import fruehestens, ist_sicher_vor, spaetestens, tag_danach, tag_davor


@pytest.mark.parametrize(
    ("datum", "von", "bis"),
    [
        (date(2017, 8, 24), date(2017, 8, 24), date(2017, 8, 24)),
        ("2017-02", date(2017, 2, 1), date(2017, 2, 28)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017-12", date(2017, 12, 1), date(2017, 12, 31)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
    ],
)
def test_a_date_means_a_stretch_of_days(datum: date | str, von: date, bis: date) -> None:
    assert (fruehestens(datum), spaetestens(datum)) == (von, bis)


@pytest.mark.parametrize(
    ("eins", "zwei", "sicher"),
    [
        (date(2017, 1, 1), date(2017, 1, 2), True),
        (date(2017, 1, 1), date(2017, 1, 1), False),
        ("2017", date(2018, 1, 1), True),
        ("2017", date(2017, 8, 24), False),
        (date(2017, 8, 24), "2017", False),
        ("2017-07", date(2017, 8, 1), True),
        ("2017-08", date(2017, 8, 31), False),
        ("2016", "2017", True),
        ("2017", "2017", False),
        ("2017-01", "2017", False),
        ("2016-12", "2017", True),
        (None, date(2017, 1, 1), False),
        (date(2017, 1, 1), None, False),
        (None, None, False),
    ],
)
def test_only_certain_orders_are_reported(
    eins: date | str | None, zwei: date | str | None, sicher: bool
) -> None:
    assert ist_sicher_vor(eins, zwei) is sicher
    if sicher:
        assert not ist_sicher_vor(zwei, eins)


def test_the_calendar_ends_without_an_accident() -> None:
    assert (tag_davor(date(2024, 3, 1)), tag_danach(date(2024, 2, 29))) == (
        date(2024, 2, 29),
        date(2024, 3, 1),
    )
    assert (tag_davor(date.min), tag_danach(date.max)) == (date.min, date.max)
