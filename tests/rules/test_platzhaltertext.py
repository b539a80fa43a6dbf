"""FGK116: placeholders are found, words that only look like one are not, and notes may hold them."""

import pytest
from hilfen import KOPF, MASSNAHME, pruefe, stellen


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "Umfang tbd",
        "Ansprechstelle N. N.",
        "Ansprechstelle N.N.",
        "Kosten XXX Euro",
        '"???"',
        "…",
        '"..."',
        "Bitte hier Zahl eintragen",
        "Lorem ipsum dolor",
        "Der Betrag wird noch ergänzt.",
        "bis TT.MM.JJJJ",
    ],
)
def test_placeholders_are_found(akte, text: str) -> None:
    assert stellen(pruefe(akte({MASSNAHME: f"{KOPF}text: {text}\nende: 2024-12-31\n"}))) == [("FGK116", 5, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "Das Gelände liegt 180 m ü. N. N.",
        "Größe XXL, Seite XX",
        "Kinder, Jugendliche … und ihre Eltern",
        "Methodo und Todos los Santos",
        "Bitte beachten Sie die Öffnungszeiten.",
        "Wer eine Karte möchte, kann sie am Schalter ausfüllen.",
    ],
)
def test_ordinary_texts_are_not(akte, text: str) -> None:
    assert pruefe(akte({MASSNAHME: f"{KOPF}text: {text}\nende: 2024-12-31\n"})) == []


def test_an_internal_note_may_say_what_is_to_do(akte) -> None:
    assert pruefe(akte({MASSNAHME: f"{KOPF}ende: 2024-12-31\nbemerkung: TODO Frist klären\n"})) == []
