"""Inexact dates stay inexact, also when they are compared and counted in months."""

from datetime import date

import pytest

from fgk.stand.zeitpunkt import Monate, Zeitpunkt, erster, letzter, monate_zwischen, nach_monaten, zeitpunkt


def test_a_year_can_be_any_of_its_days() -> None:
    assert zeitpunkt("2016") == (date(2016, 1, 1), date(2016, 12, 31))
    assert zeitpunkt("2016-02") == (date(2016, 2, 1), date(2016, 2, 29))
    assert not zeitpunkt("2016").ist_genau
    assert zeitpunkt(date(2016, 2, 1)).ist_genau


def test_the_last_of_a_day_and_a_year_lies_between_the_day_and_the_end_of_the_year() -> None:
    beide = [zeitpunkt("2016"), zeitpunkt(date(2016, 9, 6))]
    assert letzter(beide) == Zeitpunkt(date(2016, 9, 6), date(2016, 12, 31))
    assert erster(beide) == Zeitpunkt(date(2016, 1, 1), date(2016, 9, 6))
    assert (letzter([]), erster([])) == (None, None)


@pytest.mark.parametrize(
    ("beginn", "ende", "monate"),
    [
        (date(2017, 6, 27), date(2017, 8, 24), (2, 2)),
        (date(2017, 6, 27), date(2017, 6, 27), (0, 0)),
        (date(2017, 10, 1), date(2020, 9, 30), (36, 36)),
        ("2016", date(2017, 3, 14), (2, 14)),
        ("2016", "2016", (0, 12)),
    ],
)
def test_months_are_counted_at_least_and_at_most(
    beginn: date | str, ende: date | str, monate: tuple[int, int]
) -> None:
    assert monate_zwischen(zeitpunkt(beginn), zeitpunkt(ende)) == Monate(*monate)


@pytest.mark.parametrize(
    ("tag", "monate", "danach"),
    [
        (date(2022, 10, 5), 12, date(2023, 10, 5)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 8, 31), 18, date(2025, 2, 28)),
        (date(2023, 12, 31), 1, date(2024, 1, 31)),
        (date(9999, 6, 1), 12, date.max),
    ],
)
def test_months_later_is_the_same_day_where_there_is_one(tag: date, monate: int, danach: date) -> None:
    assert nach_monaten(tag, monate) == danach
