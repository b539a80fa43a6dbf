"""Dates: only what is certain is reported."""

from datetime import date

import pytest
from hilfen import KOPF, MASSNAHME, dateien_und_stellen, pruefe, stellen


@pytest.mark.parametrize(
    ("beginn", "ende", "erwartet"),
    [
        ("2024-03-01", "2024-02-29", [("FGK301", 6, 7)]),
        ("2024-03-01", "2024-03-01", []),
        ('"2024"', '"2024"', []),
        ('"2024"', "2024-01-01", []),
        ('"2024-03"', "2024-03-01", []),
        ('"2024-03"', '"2024-02"', [("FGK301", 6, 7)]),
        ("2024-03-01", '"2023"', [("FGK301", 6, 7)]),
    ],
)
def test_an_end_before_the_beginning(
    akte, beginn: str, ende: str, erwartet: list[tuple[str, int, int]]
) -> None:
    assert stellen(pruefe(akte({MASSNAHME: f"{KOPF}beginn: {beginn}\nende: {ende}\n"}))) == erwartet


def test_dates_are_compared_wherever_they_stand(akte) -> None:
    vertrag = "kennung: V-2024\npartner: Verein\nvon: 2024-05-01\nbis: 2024-04-01\n"
    beschluss = """kennung: B-2024-01
titel: Teilnahme
art: teilnahme
vorlage:
  datum: 2024-02-20
beratungen:
  - {gremium: Hauptausschuss, rolle: empfehlung}
  - {gremium: Rat, datum: 2024-02-15, rolle: entscheidung, ergebnis: unveraendert}
"""
    ordner = akte({"vertrag.yaml": vertrag, "beschluesse/B-2024-01.yaml": beschluss})
    assert dateien_und_stellen(ordner, pruefe(ordner)) == [
        ("beschluesse/B-2024-01.yaml", "FGK301", 5, 10),
        ("vertrag.yaml", "FGK301", 4, 6),
    ]


@pytest.mark.parametrize(
    ("stichtag", "erwartet"),
    [(date(2024, 6, 30), [("FGK310", 9, 12)]), (date(2024, 7, 1), []), (date(2025, 1, 1), [])],
)
def test_the_future_begins_after_the_stichtag(
    akte, stichtag: date, erwartet: list[tuple[str, int, int]]
) -> None:
    beschluss = """kennung: B-2024-01
titel: Teilnahme
art: teilnahme
beratungen:
  - gremium: Hauptausschuss
    datum: "2024"
    rolle: empfehlung
  - gremium: Rat
    datum: 2024-07-01
    rolle: entscheidung
    ergebnis: unveraendert
"""
    assert stellen(pruefe(akte({"beschluesse/B-2024-01.yaml": beschluss}), stichtag)) == erwartet


def test_a_meeting_without_result_and_a_workshop_without_people_are_plans(akte) -> None:
    beschluss = """kennung: B-2024-01
titel: Teilnahme
art: teilnahme
beratungen:
  - gremium: Rat
    datum: 2024-09-01
    rolle: entscheidung
"""
    workshop = "kennung: W-2024-01\ntitel: Workshop\nart: befragung\ndatum: 2024-09-01\n"
    plaene = {"beschluesse/B-2024-01.yaml": beschluss, "beteiligung/W-2024-01.yaml": workshop}
    assert pruefe(akte(plaene)) == []
    ordner = akte({"beteiligung/W-2024-01.yaml": workshop + "teilnehmende: 30\n"})
    assert dateien_und_stellen(ordner, pruefe(ordner)) == [("beteiligung/W-2024-01.yaml", "FGK310", 4, 8)]


@pytest.mark.parametrize(
    ("von", "bis", "codes"),
    [
        ("2024-01-01", "2026-12-31", []),
        ("2024-02-29", "2027-02-28", []),
        ("2024-01-01", "2027-01-31", []),
        ("2024-01-01", "2027-02-28", ["FGK307"]),
        ("2024-01-01", "2025-12-31", ["FGK307"]),
        ("2024-01-01", "2023-12-31", ["FGK301"]),
        ("9998-01-01", "9999-12-31", ["FGK307"]),
    ],
)
def test_a_period_may_differ_by_a_month(akte, von: str, bis: str, codes: list[str]) -> None:
    vereinbarung = f"kennung: ZV-2024\nlaufzeit:\n  von: {von}\n  bis: {bis}\n"
    massnahme = f"{KOPF}ist_fortlaufend: true\n"
    meldungen = pruefe(akte({"zielvereinbarung.yaml": vereinbarung, MASSNAHME: massnahme}))
    assert stellen(meldungen) == [(code, 4, 8) for code in codes]


@pytest.mark.parametrize(
    ("zeile", "erwartet"),
    [
        ('ende: "2026"', []),
        ('ende: "2027"', []),
        ("ende: 2027-03-01", [("FGK302", 5, 7)]),
        ("ende: 2027-03-01\nherkunft: ergaenzt", []),
        ('ende: 2026-12-31\nbeginn: "2024"', []),
        ('ende: 2026-12-31\nbeginn: "2023"', [("FGK311", 6, 9)]),
        ('ende: 2026-12-31\nbeginn: "2023"\nuebernommen:\n  akte: A-alt-2020\n  kennung: M-1.1.1', []),
    ],
)
def test_measures_lie_within_the_period(akte, zeile: str, erwartet: list[tuple[str, int, int]]) -> None:
    vereinbarung = "kennung: ZV-2024\nlaufzeit:\n  von: 2024-03-01\n  bis: 2027-02-28\n"
    ordner = akte({"zielvereinbarung.yaml": vereinbarung, MASSNAHME: f"{KOPF}{zeile}\n"})
    assert stellen(pruefe(ordner)) == erwartet


def test_a_report_is_late_only_when_its_day_has_certainly_passed(akte) -> None:
    def faellig(tag: str) -> list[tuple[str, int, int]]:
        text = f"""kennung: J-2024
von: 2024-01-01
bis: 2024-03-31
faellig_am: {tag}
massnahmen:
  - {{massnahme: M-1.1.1, status: geplant}}
"""
        return stellen(pruefe(akte({"jahresberichte/2024.yaml": text})))

    assert faellig("2024-06-30") == []
    assert faellig('"2024"') == []
    assert faellig('"2024-05"') == [("FGK312", 4, 13)]
