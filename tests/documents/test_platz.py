"""Room on a page: texts are shortened between words, and lists share what there is."""

import pytest

from fgk.documents.platz import Auswahl, gekuerzt, waehle_aus, zeilen


@pytest.mark.parametrize(
    ("text", "laenge", "erwartet"),
    [
        ("kurz", 10, "kurz"),
        ("Zehn Zeichen und mehr", 16, "Zehn Zeichen […]"),
        ("Zehn Zeichen, und mehr", 17, "Zehn Zeichen […]"),
        ("Donaudampfschifffahrtsgesellschaft", 14, "Donaudampf […]"),
        ("mit\nzwei  Zeilen", 40, "mit zwei Zeilen"),
    ],
)
def test_a_text_is_shortened_openly(text: str, laenge: int, erwartet: str) -> None:
    assert gekuerzt(text, laenge) == erwartet
    assert len(gekuerzt(text, laenge)) <= laenge


def test_short_lists_are_whole_and_a_long_one_says_how_many_more() -> None:
    kurz, lang = ("a", "b"), tuple(str(n) for n in range(50))
    gewaehlt = waehle_aus([kurz, lang, ()], 20)
    assert gewaehlt[0] == Auswahl(kurz, 0)
    assert gewaehlt[1].eintraege == lang[: len(gewaehlt[1].eintraege)]
    assert len(gewaehlt[1].eintraege) + gewaehlt[1].weitere == 50
    assert 5 < len(gewaehlt[1].eintraege) < 20
    assert gewaehlt[2] == Auswahl((), 0)


def test_every_list_has_its_first_entry_even_without_room() -> None:
    assert [a.weitere for a in waehle_aus([("a", "b"), ("c",)], 0)] == [1, 0]


def test_a_paragraph_takes_the_lines_it_needs() -> None:
    assert zeilen("Ein Satz.") == 1
    assert zeilen("Ein Satz.\n\nNoch einer.") == 2
    assert 7 <= zeilen("Wort " * 120) <= 9
