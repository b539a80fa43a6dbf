"""The bar: as long as it shall be, and nothing that is there is missing from it."""

import pytest

from fgk.models.stand import STATUS
from fgk.output.stand.balken import ABSCHNITTE, laengen, legende

#: replaced and dropped measures are in no bar: nobody works on them any more
OHNE = {"ersetzt", "entfallen"}


def test_every_status_has_one_shade_or_none_on_purpose() -> None:
    gezeigt = [wort for abschnitt in ABSCHNITTE for wort in abschnitt.status]
    assert sorted(gezeigt) == sorted(set(STATUS.worte) - OHNE)
    assert len({abschnitt.zeichen for abschnitt in ABSCHNITTE}) == len(ABSCHNITTE)
    assert all(abschnitt.zeichen in legende() for abschnitt in ABSCHNITTE)


@pytest.mark.parametrize(
    ("status", "erwartet"),
    [
        ({}, [0, 0, 0, 0]),
        ({"ersetzt": 3}, [0, 0, 0, 0]),
        ({"geplant": 7}, [0, 0, 0, 12]),
        ({"umgesetzt": 3, "in_umsetzung": 3}, [6, 6, 0, 0]),
        ({"umgesetzt": 100, "ruht": 1}, [11, 0, 1, 0]),
        ({"umgesetzt": 1, "in_umsetzung": 1, "verschoben": 1, "geplant": 97}, [1, 1, 1, 9]),
        ({"umgesetzt": 1, "in_umsetzung": 1, "geplant": 5}, [2, 2, 0, 8]),
    ],
)
def test_shares_fill_the_bar(status: dict[str, int], erwartet: list[int]) -> None:
    assert laengen(status, 12) == erwartet


def test_it_is_never_longer_or_shorter() -> None:
    for breite in (8, 12, 30):
        for a in range(5):
            for b in range(5):
                status = {"umgesetzt": a, "in_umsetzung": b, "ruht": 2, "geplant": a * b}
                assert sum(laengen(status, breite)) == breite
