"""What departments type, and how it is understood."""

from datetime import date, datetime
from typing import Any

import pytest

from fgk.exchange.arbeitsmappe import Zelle
from fgk.exchange.eingaben import UnverstandenError, lies
from fgk.exchange.spalten import Inhalt


def zelle(wert: Any, **mehr: bool) -> Zelle:
    return Zelle("F7", wert, **mehr)


@pytest.mark.parametrize(
    ("getippt", "status"),
    [
        ("umgesetzt", "umgesetzt"),
        ("umgesetzt.", "umgesetzt"),
        ("in Umsetzung ", "in_umsetzung"),
        ("IN UMSETZUNG", "in_umsetzung"),
        ("in_umsetzung", "in_umsetzung"),
        ("in  umsetzung", "in_umsetzung"),
        ("Teilweise-umgesetzt", "teilweise_umgesetzt"),
        ("ruht!", "ruht"),
    ],
)
def test_a_status_is_recognised_however_it_is_written(getippt: str, status: str) -> None:
    assert lies(zelle(getippt), Inhalt.status, None).wert == status


def test_what_was_read_generously_is_said() -> None:
    assert lies(zelle("umgesetzt."), Inhalt.status, None).notiz == "„umgesetzt.“ als „umgesetzt“ gelesen"
    assert lies(zelle("umgesetzt"), Inhalt.status, None).notiz == ""


@pytest.mark.parametrize(
    "getippt", ["versetzt", "nicht umgesetzt", "fertig", "umgesetzt?nein", 3, "in Planung"]
)
def test_what_is_no_status_is_refused_with_the_list(getippt: Any) -> None:
    with pytest.raises(
        UnverstandenError, match=r"ist kein Status\. Möglich sind: geplant, in Umsetzung, umgesetzt,"
    ):
        lies(zelle(getippt), Inhalt.status, None)


@pytest.mark.parametrize(
    ("getippt", "prozent"),
    [(50, 50), (50.0, 50), ("50", 50), ("50 %", 50), ("50%", 50), ("100 Prozent", 100), (0, 0), ("0", 0)],
)
def test_a_percentage_is_a_whole_number(getippt: Any, prozent: int) -> None:
    assert lies(zelle(getippt), Inhalt.prozent, None).wert == prozent


def test_a_cell_shown_in_percent_holds_the_hundredth_part() -> None:
    assert lies(zelle(0.57, ist_prozent=True), Inhalt.prozent, None).wert == 57


@pytest.mark.parametrize(
    "getippt",
    [
        150,
        -1,
        12.5,
        "viel",
        True,
        datetime.fromisoformat("2020-01-01"),
        "1000",
        0.5,
        float("inf"),
        float("nan"),
    ],
)
def test_another_number_is_refused(getippt: Any) -> None:
    with pytest.raises(UnverstandenError, match="ist keine ganze Zahl von 0 bis 100"):
        lies(zelle(getippt), Inhalt.prozent, None)


@pytest.mark.parametrize(
    ("getippt", "tag"),
    [
        (datetime.fromisoformat("2020-12-31"), date(2020, 12, 31)),
        ("31.12.2020", date(2020, 12, 31)),
        ("31.12.20", date(2020, 12, 31)),
        ("1.3.2020", date(2020, 3, 1)),
        ("31. 12. 2020", date(2020, 12, 31)),
        ("31. Dezember 2020", date(2020, 12, 31)),
        ("1. märz 2020", date(2020, 3, 1)),
        ("1. Dez. 2020", date(2020, 12, 1)),
        ("2020-12-31", date(2020, 12, 31)),
        ("12/2020", "2020-12"),
        ("Juni 2021", "2021-06"),
        ("2021", "2021"),
        (2021, "2021"),
    ],
)
def test_a_date_is_read_as_far_as_it_says(getippt: Any, tag: date | str) -> None:
    assert lies(zelle(getippt), Inhalt.datum, None).wert == tag


def test_a_date_typed_as_text_is_taken_with_a_note() -> None:
    assert lies(zelle("31.12.20"), Inhalt.datum, None).notiz == "„31.12.20“ als 31.12.2020 gelesen"
    assert lies(zelle("31.12.2020"), Inhalt.datum, None).notiz == "", "nothing was read otherwise"
    assert lies(zelle(datetime.fromisoformat("2020-12-31")), Inhalt.datum, None).notiz == ""


@pytest.mark.parametrize(
    "getippt",
    [
        "bald",
        "31.02.2020",
        "12/31/2020",
        "Ende 2020",
        "13/2020",
        44196,
        True,
        "1. J 2020",
        "0000",
        "1.0000",
        "Augsburg 2020",
    ],
)
def test_what_is_no_date_is_refused(getippt: Any) -> None:
    with pytest.raises(UnverstandenError, match=r"ist kein Datum|kann nicht stimmen"):
        lies(zelle(getippt), Inhalt.datum, None)


def test_a_year_typed_alone_into_a_date_cell_is_a_day_in_1905_and_refused() -> None:
    with pytest.raises(UnverstandenError, match=r"13\.07\.1905 kann nicht stimmen"):
        lies(zelle(datetime.fromisoformat("1905-07-13")), Inhalt.datum, None)


@pytest.mark.parametrize(
    "getippt", ["M-3.1.4, M-3.1.5", "m-3.1.4;M-3.1.5", "3.1.4 3.1.5", "M-3.1.4\nM-3.1.5\nM-3.1.4"]
)
def test_successors_are_told_apart_by_whatever_stands_between_them(getippt: str) -> None:
    assert lies(zelle(getippt), Inhalt.kennungen, None).wert == ["M-3.1.4", "M-3.1.5"]


def test_a_successor_that_excel_has_made_a_date_is_refused() -> None:
    with pytest.raises(UnverstandenError, match="Schreiben Sie sie mit M davor"):
        lies(zelle(datetime.fromisoformat("2004-01-03")), Inhalt.kennungen, None)
    with pytest.raises(UnverstandenError, match="„Newsletter“ ist keine Kennung"):
        lies(zelle("Newsletter"), Inhalt.kennungen, None)


def test_evidence_is_one_entry_a_line_with_date_and_address() -> None:
    text = "Protokoll; 04.12.2018; https://a.example/x\n\nFotos;  Juni 2018\nBericht 2018; Teil 2\n2018"
    assert lies(zelle(text), Inhalt.nachweise, None).wert == [
        {"bezeichnung": "Protokoll", "datum": date(2018, 12, 4), "adresse": "https://a.example/x"},
        {"bezeichnung": "Fotos", "datum": "2018-06"},
        {"bezeichnung": "Bericht 2018; Teil 2"},
        {"bezeichnung": "2018"},
    ]


def test_evidence_that_stood_there_stays_as_it_is() -> None:
    alt = {"bezeichnung": "Zwei\nZeilen; 2018", "datum": "2018-06"}
    assert lies(zelle("Zwei Zeilen; 2018; Juni 2018\nNeu"), Inhalt.nachweise, [alt]).wert == [
        alt,
        {"bezeichnung": "Neu"},
    ]


@pytest.mark.parametrize("inhalt", [inhalt for inhalt in Inhalt if inhalt is not Inhalt.nur_lesen])
def test_formulas_and_errors_are_refused_everywhere_and_emptiness_is_none(inhalt: Inhalt) -> None:
    with pytest.raises(UnverstandenError, match=r"Formel\. Fügen Sie den Wert selbst ein"):
        lies(zelle("=A1", ist_formel=True), inhalt, None)
    with pytest.raises(UnverstandenError, match="Fehlerwert #REF!"):
        lies(zelle("#REF!", ist_fehler=True), inhalt, None)
    assert lies(None, inhalt, None).wert is None
    assert lies(zelle(" \n "), inhalt, None).wert is None


@pytest.mark.parametrize(
    ("getippt", "text"),
    [
        ("eins\r\nzwei  \rdrei \n", "eins\nzwei\ndrei"),
        ("eins_x000D_\nzwei", "eins\nzwei"),
        ("mit\tTab und \x07Glocke", "mit Tab und Glocke"),
        (2020, "2020"),
        (12.5, "12,5"),
        (True, "WAHR"),
        (datetime.fromisoformat("2020-05-01"), "01.05.2020"),
        ("u\u0308ber", "über"),
    ],
)
def test_a_text_is_read_without_what_programs_put_around_it(getippt: Any, text: str) -> None:
    assert lies(zelle(getippt), Inhalt.text, None).wert == text
