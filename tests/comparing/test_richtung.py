"""Directions in words: only what is certain, and better or worse only where somebody said which it is."""

from typing import Any

import pytest

from fgk.comparing import richtung
from fgk.models.stand import STATUS
from fgk.vergleich import BESSER, SCHLECHTER


@pytest.mark.parametrize(
    ("vorher", "nachher", "erwartet"),
    [
        ("2025-12-31", "2026-12-31", "Frist um 12 Monate verschoben"),
        ("2026-12-31", "2025-12-31", "Frist um 12 Monate vorgezogen"),
        ("2025-06-15", "2025-07-15", "Frist um 1 Monat verschoben"),
        # ends of months are months apart, though their days are not the same
        ("2020-02-29", "2020-06-30", "Frist um 4 Monate verschoben"),
        ("2025-01-01", "2025-01-02", "Frist um 1 Tag verschoben"),
        ("2025-01-01", "2025-02-14", "Frist um 44 Tage verschoben"),
        ("2025-01-01", "2025-06-20", "Frist um rund 6 Monate verschoben"),
        # the calendar has no day after the last one
        ("2025-06-30", "9999-12-31", "Frist um rund 95684 Monate verschoben"),
        ("2025-03", "2026-04", "Frist um 13 Monate verschoben"),
        ("2025", "2027", "Frist um 2 Jahre verschoben"),
        ("2025", "2026", "Frist um 1 Jahr verschoben"),
        # known unequally well: that it is later is certain, by how much is not
        ("2025", "2026-06-30", "Frist verschoben"),
        ("2026-06", "2025", "Frist vorgezogen"),
        ("2025", "2025-06-30", "Frist genauer oder anders angegeben"),
        (None, "2025-06-30", "Frist neu gesetzt"),
        ("2025-06-30", None, "Frist gestrichen"),
    ],
)
def test_a_deadline(vorher: Any, nachher: Any, erwartet: str) -> None:
    assert richtung.frist(vorher, nachher) == (erwartet, "")


def test_a_period_and_another_date_have_their_own_words() -> None:
    assert richtung.frist("2026-12-31", "2027-12-31", "Laufzeit").worte == "Laufzeit um 12 Monate verlängert"
    assert richtung.frist("2027-12-31", "2026-12-31", "Laufzeit").worte == "Laufzeit um 12 Monate verkürzt"
    assert richtung.tag("2026-01-01", "2026-03-01").worte == "2 Monate später"
    assert richtung.tag("2026-01-10", "2026-01-01").worte == "9 Tage früher"
    assert richtung.tag("2025", "2026-03-01").worte == "später"
    assert richtung.tag(None, "2026-03-01").worte == ""


@pytest.mark.parametrize(
    ("vorher", "nachher", "worte", "wertung"),
    [
        ("geplant", "in_umsetzung", "vorangekommen", BESSER),
        ("in_umsetzung", "teilweise_umgesetzt", "vorangekommen", BESSER),
        ("umgesetzt", "in_umsetzung", "zurückgefallen", SCHLECHTER),
        ("in_umsetzung", "geplant", "zurückgefallen", SCHLECHTER),
        ("geplant", "verschoben", "ins Stocken geraten", SCHLECHTER),
        ("umgesetzt", "ruht", "ins Stocken geraten", SCHLECHTER),
        ("verschoben", "ruht", "", ""),
        ("ruht", "in_umsetzung", "wieder aufgenommen", BESSER),
        ("verschoben", "umgesetzt", "vorangekommen", BESSER),
        ("verschoben", "geplant", "zurückgefallen", SCHLECHTER),
        ("in_umsetzung", "ersetzt", "", ""),
        ("geplant", "entfallen", "", ""),
        ("entfallen", "in_umsetzung", "wieder aufgenommen", ""),
        ("geplant", "geplant", "", ""),
        (None, "geplant", "", ""),
    ],
)
def test_a_status(vorher: str | None, nachher: str, worte: str, wertung: str) -> None:
    assert richtung.status(vorher, nachher) == (worte, wertung)


def test_every_pair_of_words_has_an_answer() -> None:
    antworten = {richtung.status(a, b).worte for a in STATUS.worte for b in STATUS.worte}
    assert antworten == {"", "vorangekommen", "zurückgefallen", "ins Stocken geraten", "wieder aufgenommen"}


def test_a_goal() -> None:
    assert richtung.zielstand("gefaehrdet", "auf_kurs") == ("besser", BESSER)
    assert richtung.zielstand("erreicht", "nicht_erreicht") == ("schlechter", SCHLECHTER)
    assert richtung.zielstand("auf_kurs", "teilweise_erreicht") == ("", "")
    assert richtung.zielstand("auf_kurs", "angepasst") == ("", "")


def test_progress() -> None:
    assert richtung.fortschritt(20, 60) == ("um 40 Prozentpunkte gestiegen", BESSER)
    assert richtung.fortschritt(21, 20) == ("um 1 Prozentpunkt gesunken", SCHLECHTER)
    assert richtung.fortschritt(None, 20) == ("", "")


def test_money_has_a_direction_and_no_judgement() -> None:
    assert richtung.geld(20000, 25000) == ("um 5.000 € erhöht", "")
    assert richtung.geld("12.50", 10) == ("um 2,50 € gesenkt", "")
    assert richtung.geld(None, 10) == ("", "")


@pytest.mark.parametrize(
    ("vorher", "nachher", "ist_mehr_besser", "worte", "wertung"),
    [
        (35, 30, True, "Zielwert um 5 Prozentpunkte gesenkt, weniger anspruchsvoll", SCHLECHTER),
        (30, 35, True, "Zielwert um 5 Prozentpunkte angehoben, anspruchsvoller", BESSER),
        (30, 35, False, "Zielwert um 5 Prozentpunkte angehoben, weniger anspruchsvoll", SCHLECHTER),
        (30, 31, None, "Zielwert um 1 Prozentpunkt angehoben", ""),
        (None, 31, True, "Zielwert neu gesetzt", ""),
        (31, None, True, "Zielwert gestrichen", ""),
    ],
)
def test_a_target(
    vorher: float | None, nachher: float | None, ist_mehr_besser: bool | None, worte: str, wertung: str
) -> None:
    assert richtung.zielwert(vorher, nachher, "%", ist_mehr_besser) == (worte, wertung)


def test_a_measured_value_is_exact_and_judged_by_its_direction() -> None:
    assert richtung.messwert(45.9, 48.8, "%", True) == ("um 2,9 Prozentpunkte gestiegen, besser", BESSER)
    assert richtung.messwert(45.9, 48.8, "%", False) == (
        "um 2,9 Prozentpunkte gestiegen, schlechter",
        SCHLECHTER,
    )
    assert richtung.messwert(100, 200, "Anzahl", None) == ("um 100 gestiegen", "")
    assert richtung.messwert(71, 28, "Kinder", False) == ("um 43 Kinder gesunken, besser", BESSER)
    assert richtung.messwert(1.0, 1, "%", True) == ("", "")
    assert richtung.messwert(1, None, "%", True) == ("", "")


def test_the_catalogue_decides_before_what_was_agreed() -> None:
    assert richtung.ist_mehr_besser("betreuungsquote_u3", 40, 30) is True
    assert richtung.ist_mehr_besser("sprachfoerderbedarf_einschulung", 20, 30) is False
    assert richtung.ist_mehr_besser("einwohner") is None
    assert richtung.ist_mehr_besser(None, 71, 0) is False
    assert richtung.ist_mehr_besser("gibt_es_nicht", 5, 8) is True
    assert richtung.ist_mehr_besser(None, 5, 5) is None
    assert richtung.ist_mehr_besser(None, None, 5) is None
