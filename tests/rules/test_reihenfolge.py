"""FGK317 and FGK318: steps follow each other, and what is not certain is not said."""

import pytest
from hilfen import BEISPIEL, MINIMAL, dateien_und_stellen, pruefe

AUDIT = (MINIMAL / "audit.yaml").read_text(encoding="utf-8")
#: the lines of the dates begin here
ERSTE = 11


def audit(*termine: str) -> dict[str, str]:
    """Return the head with dates such as „auftakt 2024-04-11“, those that are planned with a question mark."""
    zeilen = [
        f"  - schritt: {schritt}\n    {'geplant_am' if tag.endswith('?') else 'datum'}: {tag.rstrip('?')}\n"
        for schritt, tag in map(str.split, termine)
    ]
    return {"audit.yaml": AUDIT + "termine:\n" + "".join(zeilen)}


def folgen(akte, dateien) -> list[tuple[str, str, int]]:
    ordner = akte(dateien)
    meldungen = [m for m in pruefe(ordner) if m.code in {"FGK317", "FGK318"}]
    return [stelle[:3] for stelle in dateien_und_stellen(ordner, meldungen)]


@pytest.mark.parametrize(
    ("frueher", "spaeter"),
    [
        ("teilnahmebeschluss", "beteiligung"),
        ("teilnahmebeschluss", "vertrag"),
        ("zielvereinbarungsworkshop", "zielvereinbarungsbeschluss"),
        ("zielvereinbarungsbeschluss", "einreichung"),
        ("einreichung", "begutachtung"),
        ("begutachtung", "zertifizierung"),
        ("zertifizierung", "verleihung"),
        ("strategieworkshop", "zielvereinbarungsworkshop"),
        ("zertifizierung", "jahresbericht"),
    ],
)
def test_what_comes_second_has_the_later_day(akte, frueher: str, spaeter: str) -> None:
    richtig = audit(f"{frueher} 2024-03-01", f"{spaeter} 2024-05-01")
    assert folgen(akte, richtig) == []
    assert folgen(akte, audit(f"{frueher} 2024-05-01", f"{spaeter} 2024-03-01")) == [
        ("audit.yaml", "FGK317", 13)
    ]


def test_days_that_are_known_to_the_year_are_compared_only_where_that_is_certain(akte) -> None:
    assert folgen(akte, audit('einreichung "2023"', "begutachtung 2023-02-01")) == []
    assert folgen(akte, audit('einreichung "2024"', "begutachtung 2023-02-01")) == [
        ("audit.yaml", "FGK317", 13)
    ]


def test_phases_may_overlap_as_long_as_they_begin_one_after_the_other(akte) -> None:
    ueberlappend = audit("auftakt 2024-02-01", "beteiligung 2024-03-01", "strategieworkshop 2024-04-01")
    assert folgen(akte, ueberlappend) == []
    assert folgen(
        akte, audit("beteiligung 2024-01-01", "auftakt 2024-02-01", "strategieworkshop 2024-04-01")
    ) == [("audit.yaml", "FGK317", 11)]


def test_one_wrong_year_is_one_fault(akte) -> None:
    dateien = audit(
        "teilnahmebeschluss 2024-06-14",
        "auftakt 2023-04-11",
        "strategieworkshop 2023-05-02",
        "beteiligung 2023-06-02",
    )
    assert folgen(akte, dateien) == [("audit.yaml", "FGK317", 11)]
    [meldung] = [m for m in pruefe(akte(dateien)) if m.code == "FGK317"]
    assert meldung.was == (
        "Beschluss zur Teilnahme (14.06.2024) liegt nach Auftakt (11.04.2023), Strategieworkshop (02.05.2023) und "
        "Beteiligung (02.06.2023), geht dem aber voraus."
    )


def test_the_record_of_a_step_counts_and_not_its_date_in_the_head(akte) -> None:
    workshop = "kennung: W-2024-01\ntitel: Workshop\nart: zielvereinbarungsworkshop\ndatum: 2024-05-02\n"
    dateien = audit("zielvereinbarungsbeschluss 2024-03-01") | {"beteiligung/W-2024-01.yaml": workshop}
    assert folgen(akte, dateien) == [("audit.yaml", "FGK317", ERSTE)]
    dateien = audit("einreichung 2024-01-10") | {"beteiligung/W-2024-01.yaml": workshop}
    assert folgen(akte, dateien) == [("audit.yaml", "FGK317", ERSTE)]


def test_a_date_that_sources_do_not_agree_on_is_left_alone(akte) -> None:
    strittig = audit("einreichung 2024-05-01", "begutachtung 2024-03-01")
    strittig["audit.yaml"] += (
        "    quellenkonflikt:\n      feld: datum\n      angaben:\n        - angabe: März\n"
        "          quelle:\n            titel: Presse\n        - angabe: Juni\n          quelle:\n            titel: Stadt\n"
    )
    assert folgen(akte, strittig) == []


def test_what_another_rule_compares_is_said_once(akte) -> None:
    gutachten = (
        "kennung: G-2024\neingereicht_am: 2024-05-01\nbegutachtet_am: 2024-04-01\nergebnis: empfohlen\n"
        "zertifikat:\n  art: grundzertifikat\n  erteilt_am: 2024-06-12\n  verliehen_am: 2024-06-01\n"
    )
    ordner = akte({"begutachtung.yaml": gutachten})
    codes = [m.code for m in pruefe(ordner) if m.code in {"FGK301", "FGK317"}]
    assert codes == ["FGK301", "FGK301"]


def test_a_certificate_before_the_decision_to_take_part_is_out_of_order(akte) -> None:
    teilnahme = (
        "kennung: B-2024-01\ntitel: Teilnahme\nart: teilnahme\nberatungen:\n"
        "  - gremium: Rat\n    datum: 2024-02-15\n    rolle: entscheidung\n    ergebnis: unveraendert\n"
    )
    gutachten = "kennung: G-2024\nergebnis: empfohlen\nzertifikat:\n  art: grundzertifikat\n  erteilt_am: 2023-06-12\n"
    dateien = {"beschluesse/B-2024-01.yaml": teilnahme, "begutachtung.yaml": gutachten}
    assert folgen(akte, dateien) == [("begutachtung.yaml", "FGK317", 5)]


def test_a_certificate_before_the_assessment_is_found_in_one_file(akte) -> None:
    gutachten = (
        "kennung: G-2024\nbegutachtet_am: 2024-06-20\nergebnis: empfohlen\n"
        "zertifikat:\n  art: grundzertifikat\n  erteilt_am: 2024-06-12\n"
    )
    assert folgen(akte, {"begutachtung.yaml": gutachten}) == [("begutachtung.yaml", "FGK317", 6)]


def test_planned_dates_are_a_hint_until_the_step_took_place(akte) -> None:
    assert folgen(akte, audit("zielvereinbarungsbeschluss 2025-03-13?", "einreichung 2025-02-28?")) == [
        ("audit.yaml", "FGK318", 13)
    ]
    assert folgen(akte, audit("begutachtung 2024-05-01?", "einreichung 2024-06-01")) == [
        ("audit.yaml", "FGK318", ERSTE)
    ]
    assert folgen(akte, audit("einreichung 2025-02-28?", "begutachtung 2025-03-13?")) == []


def test_a_stage_without_a_phase_does_not_judge_its_steps(akte) -> None:
    dateien = audit("begutachtung 2024-05-01", "verleihung 2024-03-01")
    dateien["audit.yaml"] = dateien["audit.yaml"].replace("stufe: grund", "stufe: erhaltung")
    assert folgen(akte, dateien) == []


def test_the_example_is_in_order() -> None:
    assert [m for m in pruefe(BEISPIEL) if m.code in {"FGK317", "FGK318"}] == []
