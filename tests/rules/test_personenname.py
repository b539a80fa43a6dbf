"""FGK117: names of persons are found, offices, streets and women in general are not."""

import pytest
from hilfen import KOPF, MASSNAHME, pruefe, stellen


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Leitung hat Frau Müller.", "Frau Müller"),
        ("Die Leitung hat ohne Pause Frau Meier-Schulz.", "Frau Meier-Schulz"),
        ("Auskunft gibt Frau Bürgermeisterin Schmidt.", "Frau Bürgermeisterin Schmidt"),
        ("Auskunft gibt Herr Dr. Klein.", "Herr Dr. Klein"),
        ("Bitte an Herrn von der Heide wenden.", "Herrn von der Heide"),
        ("Vortrag von Prof. Dr. med. Sauer", "Prof. Dr. med. Sauer"),
        ("Vortrag von Dr.-Ing. Weber", "Dr.-Ing. Weber"),
        ("Mann und Frau sind gleichgestellt, sagt Frau Kurz.", "Frau Kurz"),
        ('"Ansprechpartnerin: Petra Klein, Zimmer 3"', "Ansprechpartnerin: Petra Klein"),
        ("Sachbearbeiter ist Karl-Heinz Klein.", "Sachbearbeiter ist Karl-Heinz Klein"),
    ],
)
def test_names_are_found(akte, text: str, name: str) -> None:
    (meldung,) = pruefe(akte({MASSNAHME: f"{KOPF}text: {text}\nende: 2024-12-31\n"}))
    assert (meldung.code, meldung.span.line, meldung.span.column) == ("FGK117", 5, 7)
    assert f"„{name}“" in meldung.was


@pytest.mark.parametrize(
    "text",
    [
        "Frauen und Männer teilen sich die Sorge.",
        "Das Jugendamt ist Herr der Lage, nicht der Herr im Haus.",
        "Das Angebot richtet sich an Frau und Mann.",
        "Für Mann und Frau Vereinbarkeit schaffen",
        "So findet jede Frau Zugang zur Beratung.",
        "Wenn eine alleinerziehende Frau Hilfe sucht",
        "Von Frau zu Frau",
        "Die Kita Frau Musica singt.",
        '"Ansprechpartner: Städtisches Familienbüro"',
        '"Ansprechpartnerin: Stadt Stolberg"',
        '"Ansprechperson: Kommunale Gleichstellungsbeauftragte"',
        "Projektleiterin ist die Leitung des Jugendamts.",
        "Eröffnet von Frau Bürgermeisterin und Herrn Landrat.",
        "Sehr geehrte Frau Vorsitzende, sehr geehrter Herr Bürgermeister",
        "Der Treffpunkt liegt in der Dr.-Becker-Straße.",
        "Der Treffpunkt liegt in der Dr. Becker-Straße am Prof. Sauer Platz.",
        "Gefördert von der Dr. Hans Riegel-Stiftung",
        "Kita Frau Holle, Frau-Holle-Weg 3",
        "Kompetenzzentrum Frau & Beruf, Regionalstelle Frau und Beruf",
    ],
)
def test_what_only_looks_like_a_name_is_not(akte, text: str) -> None:
    assert pruefe(akte({MASSNAHME: f"{KOPF}text: {text}\nende: 2024-12-31\n"})) == []


def test_titles_of_sources_stay_as_published_but_the_rest_of_the_file_is_read(akte) -> None:
    quelle = "quellen:\n  - titel: Interview mit Frau Müller\nbemerkung: Frau Müller weiß mehr.\n"
    assert stellen(pruefe(akte({MASSNAHME: f"{KOPF}ende: 2024-12-31\n{quelle}"}))) == [("FGK117", 8, 12)]


def test_a_block_of_text_is_marked_at_its_key(akte) -> None:
    text = "text: >-\n  Die Leitung hat\n  Frau Müller.\n"
    assert stellen(pruefe(akte({MASSNAHME: f"{KOPF}{text}ende: 2024-12-31\n"}))) == [("FGK117", 5, 1)]


def test_all_names_in_a_text_are_told_at_once(akte) -> None:
    text = "text: Die Leitung hat Frau Müller, Vertretung ist Herr Dr. Klein, sagt Frau Müller.\n"
    (meldung,) = pruefe(akte({MASSNAHME: f"{KOPF}{text}ende: 2024-12-31\n"}))
    assert stellen([meldung]) == [("FGK117", 5, 7)]
    assert meldung.was == "Hier stehen Personennamen: „Frau Müller“ und „Herr Dr. Klein“."
