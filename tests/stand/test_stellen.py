"""Who answers for a measure after departments were dissolved."""

from datetime import date

import pytest

from fgk.models.organisation import Organisationseinheit
from fgk.stand.stellen import heutige


def stelle(
    kennung: str, nachfolger: str | None = None, bis: date | str | None = None
) -> Organisationseinheit:
    return Organisationseinheit(kennung=kennung, name=kennung, art="amt", nachfolger=nachfolger, bis=bis)


@pytest.mark.parametrize(
    ("alle", "heute"),
    [
        ([stelle("OE-1")], "OE-1"),
        ([stelle("OE-1", "OE-2"), stelle("OE-2")], "OE-2"),
        ([stelle("OE-1", "OE-2", date(2024, 12, 31)), stelle("OE-2", "OE-3"), stelle("OE-3")], "OE-3"),
        # not yet, and not certain yet
        ([stelle("OE-1", "OE-2", date(2025, 12, 31)), stelle("OE-2")], "OE-1"),
        ([stelle("OE-1", "OE-2", "2025"), stelle("OE-2")], "OE-1"),
        ([stelle("OE-1", "OE-2"), stelle("OE-2", "OE-3", date(2026, 1, 1)), stelle("OE-3")], "OE-2"),
        # dissolved without a successor, one that is unknown, and a circle
        ([stelle("OE-1", bis=date(2020, 1, 1))], "OE-1"),
        ([stelle("OE-1", "OE-9")], "OE-1"),
        ([stelle("OE-1", "OE-2"), stelle("OE-2", "OE-1")], "OE-2"),
    ],
)
def test_successors_are_followed_to_who_is_in_charge_on_the_day(
    alle: list[Organisationseinheit], heute: str
) -> None:
    bekannt = {eine.kennung: eine for eine in alle}
    assert heutige(alle[0], bekannt, date(2025, 6, 30)).kennung == heute
