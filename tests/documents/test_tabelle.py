import pytest

from fgk.documents.tabelle import BUEROSCHRIFT, HOCHFORMAT, QUERFORMAT, breite, setze

LANG = "Die Verwaltung prüft die Einrichtung eines Familienbüros und legt dem Rat einen Vorschlag vor. " * 2
KOPF = ["Nr.", "Maßnahme", "Zuständig", "Zeitraum", "Kosten", "Priorität"]
ZEILE = ["M-3.1.2", LANG, "Amt für Kinder, Jugend, Familie", "ab 01.01.2018", "120.000\u00a0€", "niedrig"]


def test_line_is_full_and_short_columns_do_not_wrap() -> None:
    satz = setze(KOPF, [ZEILE] * 5)
    assert not satz.ist_quer
    assert satz.grad == 9.5
    assert sum(satz.breiten) == pytest.approx(HOCHFORMAT, abs=0.5)
    for index in (0, 3, 4, 5):
        assert breite(ZEILE[index]) * satz.grad + 8 < satz.breiten[index]
    assert max(satz.breiten) == satz.breiten[1]


def test_many_columns_get_smaller_type_then_a_turned_page() -> None:
    def zahlen(anzahl: int, zelle: str) -> tuple[float, bool]:
        satz = setze([f"Jahr {i}" for i in range(anzahl)], [[zelle] * anzahl])
        assert sum(satz.breiten) == pytest.approx(QUERFORMAT if satz.ist_quer else HOCHFORMAT, abs=0.5)
        return satz.grad, satz.ist_quer

    assert zahlen(6, "12.500 €") == (9.5, False)
    assert zahlen(12, "12.500 €") == (9.0, False)
    assert zahlen(12, "1.234.567 €")[1]


def test_inside_a_list_the_page_is_not_turned() -> None:
    assert not setze(["Spalte"] * 12, [["1.234.567 €"] * 12], darf_quer=False).ist_quer


def test_long_rows_may_break_short_ones_not() -> None:
    satz = setze(["A", "B"], [["kurz", LANG * 20]])
    assert satz.ist_kurz(["kurz", LANG])
    assert not satz.ist_kurz(["kurz", LANG * 20])
    assert satz.ist_kurz(["kurz", "\n".join("abcd" * 5)])
    assert not satz.ist_kurz(["kurz", "\n".join("abc" * 7)])


def test_long_texts_in_a_narrow_column_get_smaller_type() -> None:
    zeile = [
        "1.1.1",
        LANG * 3,
        "Jugendamt",
        "01.01.2018 bis\n31.12.2019",
        "Förderung durch das Land, bewilligt",
    ]
    eine, viele = setze(KOPF[:5], [zeile]), setze(KOPF[:5], [zeile] * 10)
    assert (eine.grad, viele.grad) == (9.5, 8.5)
    assert viele.breiten[1] > eine.breiten[1]


def test_one_long_cell_does_not_take_the_room_of_all_others() -> None:
    zeilen = [[LANG, "kurzer Text, der umbricht"]] * 9
    ohne, mit = setze(["A", "B"], zeilen), setze(["A", "B"], [*zeilen, ["x", LANG * 8]])
    assert mit.breiten[1] < 2 * ohne.breiten[1]


def test_only_long_words_are_hyphenated() -> None:
    satz = setze(KOPF, [ZEILE])
    assert satz.braucht_silben(2, "Wirtschaftsförderungsgesellschaft")
    assert not satz.braucht_silben(1, LANG)


def test_empty_table() -> None:
    assert sum(setze(["", "A"], []).breiten) == pytest.approx(HOCHFORMAT, abs=0.5)


def test_a_wider_face_gets_more_room_where_a_line_must_not_wrap() -> None:
    zeile = [
        "1.1.1",
        LANG * 3,
        "Technische Abteilung der Genossenschaft",
        "01.04.2022\u00a0bis\n30.09.2024",
        "90.000\u00a0€ jährlich",
    ]
    eigene, buero = setze(KOPF[:5], [zeile] * 10), setze(KOPF[:5], [zeile] * 10, weite=BUEROSCHRIFT)
    assert (eigene.grad, buero.grad) == (8.5, 8.5)
    assert buero.breiten[3] / eigene.breiten[3] > 1.05
    assert sum(buero.breiten) == pytest.approx(HOCHFORMAT, abs=0.5)


def test_the_longest_words_of_the_field_are_kept_whole() -> None:
    satz = setze(["Was", "Wer", "Wann", "Text"], [["Zielvereinbarungsworkshop", LANG, LANG, LANG]] * 5)
    assert breite("Zielvereinbarungsworkshop") * satz.grad < satz.breiten[0]
