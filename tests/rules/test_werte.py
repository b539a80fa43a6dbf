"""Votes, values and characters: the boundaries that the examples do not show."""

import pytest
from hilfen import KOPF, MASSNAHME, pruefe, stellen


@pytest.mark.parametrize(
    ("ergebnis", "abstimmung", "erwartet"),
    [
        ("unveraendert", "{art: einstimmig, ja: 30, nein: 0, enthaltungen: 2}", []),
        ("unveraendert", "{art: mehrheitlich, ja: 30, nein: 0, enthaltungen: 2}", []),
        ("unveraendert", "{art: mehrheitlich, ja: 30, nein: 0}", []),
        ("unveraendert", "{art: mehrheitlich, ja: 30, nein: 0, enthaltungen: 0}", [("FGK121", 8, 23)]),
        ("unveraendert", "{art: mehrheitlich, ja: 15, nein: 15}", [("FGK121", 7, 15)]),
        ("abgelehnt", "{art: mehrheitlich, ja: 15, nein: 15}", []),
        ("zur_kenntnis", "{art: ohne_abstimmung}", []),
        ("unveraendert", "{art: ohne_abstimmung, ja: 3}", [("FGK121", 8, 23)]),
        ("unveraendert", "{art: unbekannt, ja: 0, nein: 0}", []),
    ],
)
def test_votes(akte, ergebnis: str, abstimmung: str, erwartet: list[tuple[str, int, int]]) -> None:
    beschluss = f"""kennung: B-2024-01
titel: Teilnahme
art: teilnahme
beratungen:
  - gremium: Rat
    rolle: entscheidung
    ergebnis: {ergebnis}
    abstimmung: {abstimmung}
"""
    assert stellen(pruefe(akte({"beschluesse/B-2024-01.yaml": beschluss}))) == erwartet


@pytest.mark.parametrize(
    ("wert", "erwartet"),
    [
        ("wert: 14.3", []),
        ("wert: 14.3, fallzahl: 10", []),
        ("wert: 14.3, fallzahl: 9", [("FGK125", 4, 83)]),
        ("wert: 14.3, ist_unterdrueckt: true", [("FGK125", 4, 67)]),
        ("ist_unterdrueckt: true, fallzahl: 9", []),
        ("fallzahl: 40", [("FGK124", 4, 6)]),
    ],
)
def test_small_counts(akte, wert: str, erwartet: list[tuple[str, int, int]]) -> None:
    raeume = f"""ebene: Stadtteile
sozialraeume: [{{kennung: SR-01, name: Altstadt}}]
werte:
  - {{sozialraum: SR-01, indikator: kinderarmut, jahr: 2023, {wert}}}
"""
    assert stellen(pruefe(akte({"bestandsaufnahme/sozialraeume.yaml": raeume}))) == erwartet


def test_series_in_a_report_are_judged_like_those_of_the_baseline(akte) -> None:
    bericht = """kennung: J-2024
von: 2024-01-01
bis: 2024-12-31
massnahmen: [{massnahme: M-1.1.1, status: geplant}]
reihen:
  - indikator: betreuungsquote_u3
    einheit: Kinder
    raumebene: gemeinde
    quelle: {titel: Jugendhilfeplanung}
    werte:
      - jahr: 2024
      - {jahr: 2024, wert: 38.5}
"""
    assert stellen(pruefe(akte({"jahresberichte/2024.yaml": bericht}))) == [
        ("FGK210", 7, 14),
        ("FGK124", 11, 9),
        ("FGK127", 12, 16),
    ]


def test_a_criterion_of_its_own_has_any_unit(akte) -> None:
    ziel = """kennung: Z-1.1
handlungsfeld: HF1
titel: Familienpolitik wird gesteuert
messkriterien:
  - {bezeichnung: Sitzungen, einheit: Anzahl, sollwert: {text: regelmäßig}}
  - {bezeichnung: Quote, indikator: betreuungsquote_u3, einheit: Plätze, sollwert: {zahl: 40}}
"""
    assert stellen(pruefe(akte({"ziele/Z-1.1.yaml": ziel}))) == [("FGK210", 6, 66)]


def test_characters_are_named_with_their_code_point(akte) -> None:
    texte = 'text: "Treffpunkt ☃ und 漢"\nbemerkung: Nur für uns 😀\n'
    (meldung,) = pruefe(akte({MASSNAHME: f"{KOPF}{texte}ende: 2024-12-31\n"}))
    assert (meldung.code, meldung.span.line, meldung.span.column) == ("FGK501", 5, 7)
    assert "„☃“ (U+2603)" in meldung.was
    assert "„漢“ (U+6F22)" in meldung.was


def test_a_character_spelled_with_a_backslash_is_found_too(akte) -> None:
    assert stellen(pruefe(akte({MASSNAHME: f'{KOPF}text: "Treffen \\U0001F600"\nende: 2024-12-31\n'}))) == [
        ("FGK501", 5, 7)
    ]


def test_invented_series_need_no_licence(akte) -> None:
    reihe = """veroeffentlichung: {}
reihen:
  - indikator: betreuungsquote_u3
    einheit: "%"
    raumebene: gemeinde
    musterdaten: {}
    quelle: {{titel: Jugendhilfeplanung}}
    werte: [{{jahr: 2023, wert: 38.5}}]
"""
    datei = "bestandsaufnahme/indikatoren.yaml"
    assert pruefe(akte({datei: reihe.format("oeffentlich", "true")})) == []
    assert pruefe(akte({datei: reihe.format("intern", "false")})) == []
    assert stellen(pruefe(akte({datei: reihe.format("oeffentlich", "false")}))) == [("FGK503", 7, 14)]


def test_an_unknown_verfahren_is_the_only_news(akte) -> None:
    audit = """kennung: A-musterstadt-2024
ort: {art: kreis, name: Musterkreis, schluessel: "05999"}
verfahren: familienkreis
katalog: fgk-1999
stufe: grund
querschnittsthemen: [zeit]
"""
    assert stellen(pruefe(akte({"audit.yaml": audit}))) == [("FGK218", 3, 12)]
