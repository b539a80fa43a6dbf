"""Steps: planned and actual days from wherever they stand, each once."""

from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, lege_an
from staende import audit

from fgk.loading.load import load_akte
from fgk.sources import FolderSource
from fgk.stand.schritte import schritte
from fgk.stand.schrittstand import Schrittstand

HEUTE = date(2024, 6, 30)
WORKSHOP = "kennung: W-2024-01\ntitel: {titel}\nart: {art}\ndatum: {datum}\n"


def gelesen(ordner: Path, stichtag: date = HEUTE) -> list[Schrittstand]:
    akte, meldungen = load_akte(FolderSource(ordner))
    assert meldungen == []
    return schritte(akte, stichtag)


def kurz(schritte: list[Schrittstand]) -> list[tuple[str, date | str | None, date | str | None]]:
    return [(schritt.schritt, schritt.geplant_am, schritt.datum) for schritt in schritte]


def test_a_workshop_on_file_is_the_planned_one_and_says_how_late_it_was(tmp_path: Path) -> None:
    kopf = audit("A-x", termine="\n  - schritt: strategieworkshop\n    geplant_am: 2024-03-01")
    datei = WORKSHOP.format(titel="Strategie", art="strategieworkshop", datum="2024-03-14")
    [schritt] = gelesen(lege_an(tmp_path / "a", {"audit.yaml": kopf, "beteiligung/W-2024-01.yaml": datei}))
    assert (schritt.geplant_am, schritt.datum, schritt.verspaetung) == (
        date(2024, 3, 1),
        date(2024, 3, 14),
        13,
    )


def test_a_decision_is_a_step_where_it_was_made_and_not_where_it_was_prepared(tmp_path: Path) -> None:
    datei = """\
kennung: B-2024-01
titel: Teilnahme
art: teilnahme
beratungen:
  - {gremium: Hauptausschuss, datum: 2024-02-01, rolle: empfehlung, ergebnis: unveraendert}
  - {gremium: Rat, datum: 2024-02-20, rolle: entscheidung, ergebnis: unveraendert}
"""
    [schritt] = gelesen(lege_an(tmp_path / "a", {"beschluesse/B-2024-01.yaml": datei}))
    assert (schritt.schritt, schritt.datum) == ("teilnahmebeschluss", date(2024, 2, 20))
    assert schritt.schluessel == "beratungen[1].datum"
    assert schritt.route == ("beratungen", 1, "datum")


def test_a_survey_is_not_the_workshop_that_is_still_planned(tmp_path: Path) -> None:
    kopf = audit("A-x", termine="\n  - schritt: beteiligung\n    geplant_am: 2024-09-01")
    datei = WORKSHOP.format(titel="Befragung", art="befragung", datum="2024-03-14")
    ordner = lege_an(tmp_path / "a", {"audit.yaml": kopf, "beteiligung/W-2024-01.yaml": datei})
    assert kurz(gelesen(ordner)) == [
        ("beteiligung", None, date(2024, 3, 14)),
        ("beteiligung", date(2024, 9, 1), None),
    ]
    assert [schritt.nummer for schritt in gelesen(ordner)] == [0, 1]


def test_a_year_and_a_day_of_it_are_one_step_and_the_day_counts(tmp_path: Path) -> None:
    kopf = audit("A-x", termine='\n  - schritt: vertrag\n    datum: "2024"')
    vertrag = "kennung: V-2024\npartner: Verein\nunterzeichnet_am: 2024-02-01\n"
    ordner = lege_an(tmp_path / "a", {"audit.yaml": kopf, "vertrag.yaml": vertrag})
    assert kurz(gelesen(ordner)) == [("vertrag", None, date(2024, 2, 1))]


def test_what_comes_after_the_stichtag_is_planned_or_not_there_yet(tmp_path: Path) -> None:
    kopf = audit("A-x", termine="\n  - schritt: auftakt\n    datum: 2024-05-02")
    vertrag = "kennung: V-2024\npartner: Verein\nunterzeichnet_am: 2024-06-01\n"
    ordner = lege_an(tmp_path / "a", {"audit.yaml": kopf, "vertrag.yaml": vertrag})
    assert kurz(gelesen(ordner, date(2024, 5, 1))) == [("auftakt", date(2024, 5, 2), None)]
    assert kurz(gelesen(ordner, date(2024, 6, 1)))[1] == ("vertrag", None, date(2024, 6, 1))


@pytest.mark.parametrize(("stufe", "schritt"), [("grund", "bilanz"), ("bilanzierung", "teilnahmebeschluss")])
def test_the_decision_on_the_bilanz_begins_the_next_audit(tmp_path: Path, stufe: str, schritt: str) -> None:
    beschluss = (
        "kennung: B-2024-01\ntitel: Bilanz\nart: bilanz\nberatungen:\n"
        "  - gremium: Rat\n    datum: 2024-03-14\n    rolle: entscheidung\n    ergebnis: unveraendert\n"
    )
    ordner = lege_an(
        tmp_path / "a", {"audit.yaml": audit("A-x", stufe=stufe), "beschluesse/B-2024-01.yaml": beschluss}
    )
    assert kurz(gelesen(ordner)) == [(schritt, None, date(2024, 3, 14))]


def test_the_example_names_every_step_once_and_in_order() -> None:
    alle = [schritt for schritt in gelesen(BEISPIEL, date(2021, 6, 1)) if schritt.schritt != "sonstiges"]
    assert [schritt.schritt for schritt in alle] == [
        "teilnahmebeschluss",
        "vertrag",
        "strategieworkshop",
        "beteiligung",
        "zielvereinbarungsworkshop",
        "zielvereinbarungsbeschluss",
        "verleihung",
        *("netzwerktreffen", "jahresbericht") * 3,
    ]
    assert [schritt.name for schritt in alle[-2:]] == [
        "Netzwerktreffen: Familien in der Pandemie (Videokonferenz)",
        "Jahresbericht 2020 vorgelegt",
    ]
