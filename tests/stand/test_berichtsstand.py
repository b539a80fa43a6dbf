"""What reports come to: counts, changes, the last word, and years without a report."""

from datetime import date

import pytest

from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht, Vereinspruefung
from fgk.models.massnahme import Massnahme
from fgk.stand.berichtsstand import (
    bericht_am,
    jahr_in_worten,
    jahre_ohne_bericht,
    letzte_eintraege,
    wechsel,
    zaehle,
)


def bericht(jahr: int, **staende: str) -> Jahresbericht:
    eintraege = tuple(
        Massnahmenbericht(massnahme=f"M-1.1.{name[1:]}", status=status) for name, status in staende.items()
    )
    return Jahresbericht(
        kennung=f"J-{jahr}", von=date(jahr, 1, 1), bis=date(jahr, 12, 31), massnahmen=eintraege
    )


def test_every_status_has_a_number() -> None:
    anzahl = zaehle(bericht(2020, m1="umgesetzt", m2="umgesetzt", m3="ruht").massnahmen)
    assert (anzahl["umgesetzt"], anzahl["ruht"], anzahl["geplant"], sum(anzahl.values())) == (2, 1, 0, 3)


def test_a_change_is_another_status_of_a_measure_in_both_reports() -> None:
    massnahmen = [Massnahme(kennung=f"M-1.1.{n}", ziel="Z-1.1", titel="x") for n in (1, 2, 3)]
    davor, danach = (
        bericht(2019, m1="geplant", m2="geplant"),
        bericht(2020, m1="umgesetzt", m2="geplant", m3="ruht"),
    )
    gefunden = list(wechsel(massnahmen, danach, davor))
    assert [(w.massnahme.kennung, w.vorher, w.nachher) for w in gefunden] == [
        ("M-1.1.1", "geplant", "umgesetzt")
    ]
    assert list(wechsel(massnahmen, danach, None)) == []


def test_the_last_word_on_a_measure_may_be_years_old() -> None:
    letzte = letzte_eintraege([bericht(2019, m1="entfallen", m2="geplant"), bericht(2020, m2="umgesetzt")])
    assert {k: e.status for k, e in letzte.items()} == {"M-1.1.1": "entfallen", "M-1.1.2": "umgesetzt"}


@pytest.mark.parametrize(
    ("von", "bis", "berichtet", "ohne"),
    [
        (date(2017, 10, 1), date(2020, 9, 30), [2018, 2019, 2020], []),
        (date(2017, 10, 1), date(2020, 9, 30), [2018], [2019, 2020]),
        (date(2017, 3, 1), date(2020, 2, 28), [2018, 2019], [2017]),
        (date(2018, 1, 1), date(2018, 6, 30), [], []),
    ],
)
def test_a_year_of_which_the_period_has_half_needs_a_report(
    von: date, bis: date, berichtet: list[int], ohne: list[int]
) -> None:
    assert jahre_ohne_bericht(von, bis, [bericht(jahr) for jahr in berichtet]) == ohne


def test_what_happened_to_a_report_later_is_not_known_yet() -> None:
    spaeter = bericht(2020).model_copy(
        update={
            "vorgelegt_am": date(2021, 3, 1),
            "pruefung_verein": Vereinspruefung(ergebnis="bestaetigt", datum=date(2021, 5, 1)),
        }
    )
    im_april = bericht_am(spaeter, date(2021, 4, 1))
    assert (im_april.vorgelegt_am, im_april.pruefung_verein) == (date(2021, 3, 1), None)
    assert bericht_am(spaeter, date(2021, 2, 1)).vorgelegt_am is None


def test_two_years_in_one_are_called_so() -> None:
    assert jahr_in_worten(bericht(2020)) == "2020"
    assert jahr_in_worten(bericht(2020).model_copy(update={"kennung": "J-2020-2021"})) == "2020/2021"
