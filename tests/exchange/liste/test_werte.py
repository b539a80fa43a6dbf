"""What people write into cells: dates, money, priorities; what is not certain is never made up."""

from datetime import date, datetime
from typing import Any

import pytest

from fgk.exchange.liste.betraege import Betrag, lies_betrag, lies_prioritaet
from fgk.exchange.liste.blatt import Zelle, platz
from fgk.exchange.liste.zeiten import Zeit, lies_zeit


def _zelle(wert: Any) -> Zelle:
    return Zelle("A1", wert)


@pytest.mark.parametrize(
    ("wert", "ende"),
    [
        (datetime.fromisoformat("2019-12-31"), date(2019, 12, 31)), (date(2019, 12, 31), date(2019, 12, 31)),
        ("31.12.2019", date(2019, 12, 31)), ("1.2.19", date(2019, 2, 1)), ("31. Dezember 2019", date(2019, 12, 31)),
        ("2019-12-31", date(2019, 12, 31)), ("bis 31.12.2019", date(2019, 12, 31)), ("12/2019", "2019-12"),
        ("Dez 2019", "2019-12"), ("Dez. 2019", "2019-12"), ("März 2019", "2019-03"), ("Mrz 2019", "2019-03"),
        ("2019", "2019"), (2019, "2019"), ("2019-12", "2019-12"), ("bis 2019", "2019"),
    ],
)  # fmt: skip
def test_dates_are_read_as_far_as_they_go(wert: Any, ende: object) -> None:
    assert lies_zeit(_zelle(wert), "ende") == Zeit(ende=ende)
    if not str(wert).startswith("bis"):
        assert lies_zeit(_zelle(wert), "beginn") == Zeit(beginn=ende)


@pytest.mark.parametrize(
    "text",
    [
        "Ende 2019",
        "Mitte 2019",
        "1. Quartal 2019",
        "Q3 2019",
        "II. Quartal 2019",
        "III/2019",
        "IV. Quartal 2019",
        "ca. 2019",
        "2. Halbjahr 2019",
        "bis Ende 2019",
    ],
)
def test_a_vague_time_is_its_year_and_told(text: str) -> None:
    assert lies_zeit(_zelle(text), "ende") == Zeit(ende="2019", ist_genau=False)


@pytest.mark.parametrize(
    ("text", "zeit"),
    [
        ("2018 - 2020", Zeit("2018", "2020")), ("2018–2020", Zeit("2018", "2020")), ("2018 bis 2020", Zeit("2018", "2020")),
        ("01.03.2018 - 31.12.2019", Zeit(date(2018, 3, 1), date(2019, 12, 31))), ("2018/2019", Zeit("2018", "2019")),
        ("von 2018 bis 2020", Zeit("2018", "2020")), ("ab 2018", Zeit("2018")), ("seit März 2018", Zeit("2018-03")),
        ("fortlaufend", Zeit(ist_fortlaufend=True)), ("ab 2018 laufend", Zeit("2018", ist_fortlaufend=True)),
        ("Daueraufgabe", Zeit(ist_fortlaufend=True)), ("laufend, siehe Konzept", Zeit(ist_fortlaufend=True, ist_genau=False)),
    ],
)  # fmt: skip
def test_periods_have_a_beginning_and_an_end(text: str, zeit: Zeit) -> None:
    assert lies_zeit(_zelle(text), "zeitraum") == zeit


@pytest.mark.parametrize(
    "wert",
    [
        "31.02.2019",
        "03/04/2019",
        "sofort",
        "offen",
        "13/2019",
        43830,
        "nach Beschluss",
        "2019 oder 2020",
        "Mai",
        "Augsburg 2019",
        "Märchen 2019",
    ],
)
def test_what_is_no_date_stays_a_text(wert: Any) -> None:
    assert lies_zeit(_zelle(wert), "ende").ist_leer


@pytest.mark.parametrize(
    ("wert", "betrag"),
    [
        (25000, Betrag(25000)), (25000.0, Betrag(25000)), (1234.5, Betrag("1234.50")), (0, Betrag(0)),
        ("25.000 €", Betrag(25000)), ("25.000", Betrag(25000)), ("1.250.000,50 EUR", Betrag("1250000.50")),
        ("€ 500", Betrag(500)), ("500,- €", Betrag(500)), ("12,5 T€", Betrag(12500)), ("25 TEUR", Betrag(25000)),
        ("3 Tsd. €", Betrag(3000)), ("10.000 € p.a.", Betrag(10000, ist_jaehrlich=True)),
        ("10.000 €/Jahr", Betrag(10000, ist_jaehrlich=True)), ("jährlich 500 €", Betrag(500, ist_jaehrlich=True)),
        ("ca. 5.000 €", Betrag(5000, wortlaut="ca. 5.000 €")), ("25 000 Euro", Betrag(25000)),
    ],
)  # fmt: skip
def test_amounts_are_whole_euros_or_euros_and_cents(wert: Any, betrag: Betrag) -> None:
    assert lies_betrag(_zelle(wert)) == betrag


@pytest.mark.parametrize(
    "wert",
    [
        "5.000 - 10.000 €",
        "aus laufenden Mitteln",
        "25.5",
        "2 x 500 €",
        "kostenneutral",
        -5,
        1e300,
        "9" * 40,
        "1 Stelle",
        "25.00 €",
        "9" * 29 + ",99 €",
    ],
)
def test_what_is_no_amount_stays_a_text(wert: Any) -> None:
    assert lies_betrag(_zelle(wert)).euro is None
    assert lies_betrag(_zelle(wert)).wortlaut == str(wert)


@pytest.mark.parametrize("wert", [1e30, float("inf"), float("nan")])
def test_a_number_that_is_no_money_is_no_fault_of_ours(wert: float) -> None:
    assert lies_betrag(_zelle(wert)) == Betrag(None, wortlaut=_zelle(wert).text)


def test_only_words_are_priorities() -> None:
    assert [lies_prioritaet(_zelle(wert)) for wert in ("Hoch", "gering", "1", "A", 1)] == [
        "hoch",
        "niedrig",
        None,
        None,
        None,
    ]


def test_addresses_are_sorted_as_one_reads() -> None:
    assert sorted(["AA10", "B10", "A9", "A10"], key=platz) == ["A9", "A10", "B10", "AA10"]
