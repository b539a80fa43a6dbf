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
        "Leitung n.n.",
        "Ansprechpartnerin Vorname Nachname",
        '"[Text]"',
        '"[hier den Betrag einfügen]"',
        '"[Ort, Datum]"',
        "Zuständig ist <Name der Stelle>.",
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
        "Der Sozialbericht [1] und der Anhang [Band 2] nennen die Zahlen.",
        "Werte < 3 und > 5 gelten als auffällig, <br> nicht.",
        "Straßen, Plätze usw. an.n.",
        "Gefragt wird nach Vorname und Alter.",
        "Wer eine Karte möchte, kann sie am Schalter ausfüllen.",
    ],
)
def test_ordinary_texts_are_not(akte, text: str) -> None:
    assert pruefe(akte({MASSNAHME: f"{KOPF}text: {text}\nende: 2024-12-31\n"})) == []


def test_an_internal_note_may_say_what_is_to_do(akte) -> None:
    assert pruefe(akte({MASSNAHME: f"{KOPF}ende: 2024-12-31\nbemerkung: TODO Frist klären\n"})) == []


def test_all_placeholders_of_a_text_are_told_at_once(akte) -> None:
    text = "text: Bitte Zahl eintragen, Ort tbd, TODO, Frist TODO, bis TT.MM.JJJJ\n"
    (meldung,) = pruefe(akte({MASSNAHME: f"{KOPF}{text}ende: 2024-12-31\n"}))
    assert stellen([meldung]) == [("FGK116", 5, 7)]
    gefunden = "„Bitte Zahl eintragen“, „tbd“, „TODO“ und „TT.MM.JJJJ“"
    assert meldung.was == f"Hier stehen noch Platzhalter: {gefunden}."
