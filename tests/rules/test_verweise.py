"""References: faulty files hide nothing that is known, and do not make dangling references."""

import pytest
from hilfen import KOPF, MASSNAHME, dateien_und_stellen, pruefe, stellen

from fgk.checking import Selection

M2 = "massnahmen/M-1.1.2.yaml"
ZWEITE = "kennung: M-1.1.2\nziel: Z-1.1\ntitel: Familienbericht\nfederfuehrung: OE-51\nende: 2026-06-30\n"
BESCHLUSS = """kennung: B-2024-01
titel: Zielvereinbarung
art: zielvereinbarung
beratungen:
  - gremium: Rat
    datum: 2024-02-15
    rolle: entscheidung
    ergebnis: unveraendert
beschlusspunkte:
  - nummer: 1
    text: Der Rat beschließt die Zielvereinbarung.
    betrifft:
      - kennung: ZV-2024
"""
VEREINBARUNG = """kennung: ZV-2024  # fgk: ignore FGK215 – Der Rat beginnt mit der Steuerung
laufzeit:
  von: 2024-03-01
  bis: 2027-02-28
"""
BESCHLOSSEN = {"beschluesse/B-2024-01.yaml": BESCHLUSS, "zielvereinbarung.yaml": VEREINBARUNG}
ZIEL = """kennung: Z-1.2
handlungsfeld: HF1
titel: Familien finden sich zurecht
messkriterien:
  - bezeichnung: Anlaufstellen
    sollwert:
      zahl: 2
"""


def geprueft(akte, dateien: dict[str, str | None]) -> list[tuple[str, str, int, int]]:
    ordner = akte(dateien)
    # the gates ask for more than a case about references has
    return dateien_und_stellen(ordner, pruefe(ordner, auswahl=Selection(ignore=("FGK315", "FGK316"))))


def test_a_faulty_record_can_still_be_referred_to(akte) -> None:
    dateien = {"ziele/Z-1.1.yaml": "kennung: Z-1.1\nhandlungsfeld: HF1\n"}
    assert geprueft(akte, dateien) == [("ziele/Z-1.1.yaml", "FGK011", 1, 1)]


def test_an_unreadable_record_can_still_be_referred_to(akte) -> None:
    funde = geprueft(akte, {"ziele/Z-1.1.yaml": "kennung: [Z-1.1\n"})
    assert [(path, code) for path, code, _, _ in funde] == [("ziele/Z-1.1.yaml", "FGK003")]


def test_a_list_with_a_fault_in_one_entry_still_knows_the_others(akte) -> None:
    liste = "organisationseinheiten:\n  - kennung: OE-10\n    name: Hauptamt\n    art: abteilung\n"
    dateien = {"organisationseinheiten.yaml": liste, M2: ZWEITE}
    assert geprueft(akte, dateien) == [
        (M2, "FGK201", 4, 16),
        ("organisationseinheiten.yaml", "FGK013", 4, 10),
    ]


def test_a_list_that_gave_no_kennung_makes_no_dangling_references(akte) -> None:
    dateien = {"organisationseinheiten.yaml": "organisationseinheit:\n  - kennung: OE-10\n"}
    assert {code for _, code, _, _ in geprueft(akte, dateien)} == {"FGK010"}


def test_a_missing_list_does(akte) -> None:
    assert geprueft(akte, {"organisationseinheiten.yaml": None}) == [(MASSNAHME, "FGK201", 4, 16)]


def test_a_missing_list_is_one_fault_at_the_first_reference(akte) -> None:
    viele = {f"massnahmen/M-1.1.{n}.yaml": ZWEITE.replace("M-1.1.2", f"M-1.1.{n}") for n in (2, 3, 10)}
    raum = {M2: ZWEITE + "sozialraeume: [SR-01, SR-02]\n"}
    ordner = akte({"organisationseinheiten.yaml": None} | viele | raum)
    meldungen = pruefe(ordner)
    assert dateien_und_stellen(ordner, meldungen) == [(MASSNAHME, "FGK201", 4, 16), (M2, "FGK206", 6, 16)]
    assert [meldung.was for meldung in meldungen] == [
        "Die Datei „organisationseinheiten.yaml“ fehlt; 4 Verweise gehen ins Leere.",
        "Die Datei „bestandsaufnahme/sozialraeume.yaml“ fehlt; 2 Verweise gehen ins Leere.",
    ]
    assert {meldung.tun for meldung in meldungen} == {"Legen Sie sie an."}


@pytest.mark.parametrize("kennung", ["ZV-2025", "J-2024"])
def test_a_kennung_of_another_kind_is_not_offered(akte, kennung: str) -> None:
    dateien = {
        "vertrag.yaml": "kennung: V-2024\n",
        "beschluesse/B-2024-01.yaml": BESCHLUSS.replace("ZV-2024", kennung).replace(
            "art: ziel", "art: sonstiges # "
        ),
    }
    (meldung,) = pruefe(akte(dateien), auswahl=Selection(select=("FGK222",)))
    assert stellen([meldung]) == [("FGK222", 13, 18)]
    assert "Meinten" not in meldung.tun


def test_a_copied_file_is_two_faults_and_no_dangling_reference(akte) -> None:
    kopie = ZWEITE.replace("kennung: M-1.1.2", "kennung: M-1.1.1")
    bezug = BESCHLUSS.replace("ZV-2024", "M-1.1.2").replace("art: zielvereinbarung", "art: sonstiges")
    ordner = akte({M2: kopie, "beschluesse/B-2024-01.yaml": bezug})
    meldungen = pruefe(ordner)
    assert dateien_und_stellen(ordner, meldungen) == [(M2, "FGK101", 1, 10), (M2, "FGK211", 1, 10)]
    # not "rename it to M-1.1.1.yaml": that would overwrite the other record
    assert meldungen[0].tun == "Schreiben Sie „kennung: M-1.1.2“."
    assert meldungen[1].was == "Die Kennung M-1.1.1 gibt es schon in massnahmen/M-1.1.1.yaml."
    assert meldungen[1].tun.startswith("Sie steht dort in Zeile 1. ")


def test_the_copy_is_reported_also_where_it_comes_first(akte) -> None:
    kopie = ZWEITE.replace("kennung: M-1.1.2", "kennung: M-1.1.3")
    dritte = ZWEITE.replace("kennung: M-1.1.2", "kennung: M-1.1.3")
    funde = geprueft(akte, {M2: kopie, "massnahmen/M-1.1.3.yaml": dritte})
    assert funde == [(M2, "FGK101", 1, 10), (M2, "FGK211", 1, 10)]


@pytest.mark.parametrize(("kennung", "gemeint"), [("OE-1O", "OE-10"), ("OE-15", "OE-51"), ("OE-52", "OE-51")])
def test_the_closest_kennung_is_offered(akte, kennung: str, gemeint: str) -> None:
    (meldung,) = pruefe(akte({MASSNAHME: KOPF.replace("OE-10", kennung) + "ende: 2024-12-31\n"}))
    assert meldung.was == f"Eine Organisationseinheit {kennung} gibt es in dieser Akte nicht."
    abhilfe = "Tragen Sie sie in organisationseinheiten.yaml ein."
    assert meldung.tun == f"Meinten Sie „{gemeint}“? Wenn nicht: {abhilfe}"


def test_a_record_of_another_akte_is_not_looked_for_here(akte) -> None:
    fremd = BESCHLUSS.replace("- kennung: ZV-2024", "- kennung: ZV-2020\n        akte: A-musterstadt-2020")
    eigen = fremd.replace("A-musterstadt-2020", "A-musterstadt-2024")
    assert geprueft(akte, {"beschluesse/B-2024-01.yaml": fremd}) == []
    assert geprueft(akte, {"beschluesse/B-2024-01.yaml": eigen}) == [
        ("beschluesse/B-2024-01.yaml", "FGK222", 13, 18)
    ]


def test_an_unreadable_agreement_makes_no_dangling_reference(akte) -> None:
    dateien = {"beschluesse/B-2024-01.yaml": BESCHLUSS, "zielvereinbarung.yaml": "laufzeit: {\n"}
    assert {code for _, code, _, _ in geprueft(akte, dateien)} == {"FGK003"}


def test_a_goal_without_measure_is_fine_before_the_decision(akte) -> None:
    assert geprueft(akte, {"ziele/Z-1.2.yaml": ZIEL}) == []
    vertagt = BESCHLOSSEN | {"beschluesse/B-2024-01.yaml": BESCHLUSS.replace("unveraendert", "vertagt")}
    vertagt["zielvereinbarung.yaml"] = VEREINBARUNG.partition("  #")[0] + "\n"
    assert geprueft(akte, vertagt) == []


def test_a_faulty_measure_counts_for_its_goal(akte) -> None:
    faul = "kennung: M-1.2.1\nziel: Z-1.2\n"
    dateien = BESCHLOSSEN | {"ziele/Z-1.2.yaml": ZIEL, "massnahmen/M-1.2.1.yaml": faul}
    assert geprueft(akte, dateien) == [("massnahmen/M-1.2.1.yaml", "FGK011", 1, 1)]


def test_an_added_goal_may_wait_for_its_measures(akte) -> None:
    assert geprueft(akte, BESCHLOSSEN | {"ziele/Z-1.2.yaml": ZIEL + "herkunft: ergaenzt\n"}) == []


def test_a_theme_is_fine_while_none_is_chosen(akte) -> None:
    assert geprueft(akte, {M2: ZWEITE + "querschnittsthemen: [inklusion]\n"}) == []


STELLEN = """organisationseinheiten:
  - {kennung: OE-10, name: Hauptamt, art: amt, bis: 2024-03-31, nachfolger: OE-11}
  - {kennung: OE-11, name: Zentrale Dienste, art: amt, nachfolger: OE-12}
  - {kennung: OE-12, name: Amt für Steuerung, art: amt, nachfolger: OE-11}
"""


def test_the_last_successor_is_named_even_in_a_circle(akte) -> None:
    (meldung,) = pruefe(akte({"organisationseinheiten.yaml": STELLEN}))
    assert (meldung.code, meldung.span.line) == ("FGK217", 4)
    assert meldung.tun == "Nennen Sie den Nachfolger OE-12 „Amt für Steuerung“."


def test_a_department_that_still_exists_or_did_at_the_time_may_stay(akte) -> None:
    kuenftig = {"organisationseinheiten.yaml": STELLEN.replace("2024-03-31", "2024-12-31")}
    assert geprueft(akte, kuenftig) == []
    damals = {"organisationseinheiten.yaml": STELLEN, MASSNAHME: f"{KOPF}ende: 2024-03-15\n"}
    assert geprueft(akte, damals) == []


def test_a_role_that_has_ended_keeps_its_department(akte) -> None:
    audit = """kennung: A-musterstadt-2024
ort: {art: gemeinde, name: Musterstadt, ags: "05999001"}
verfahren: familiengerechte-kommune
katalog: fgk-2013
stufe: grund
rollen:
  projektleitung:
    - funktion: Projektleitung
      organisationseinheit: OE-10
      bis: 2024-03-31
    - funktion: Projektleitung
      organisationseinheit: OE-10
"""
    dateien = {
        "audit.yaml": audit,
        "organisationseinheiten.yaml": STELLEN,
        MASSNAHME: f"{KOPF}ende: 2024-03-15\n",
    }
    assert geprueft(akte, dateien) == [("audit.yaml", "FGK217", 12, 29)]


def test_a_goal_that_does_not_exist_gets_no_second_advice(akte) -> None:
    assert [
        code
        for _, code, _, _ in geprueft(
            akte, {MASSNAHME: KOPF.replace("Z-1.1", "Z-1.9") + "ende: 2024-12-31\n"}
        )
    ] == ["FGK202"]


def test_a_kennung_that_several_places_name_was_not_misspelled(akte) -> None:
    massnahmen = {
        f"massnahmen/M-1.1.{n}.yaml": ZWEITE.replace("M-1.1.2", f"M-1.1.{n}").replace("OE-51", "OE-52")
        for n in (2, 3)
    }
    meldungen = pruefe(akte(massnahmen))
    assert [meldung.tun for meldung in meldungen] == [
        "Tragen Sie sie in organisationseinheiten.yaml ein."
    ] * 2
    massnahmen |= {
        f"massnahmen/M-1.1.{n}.yaml": ZWEITE.replace("M-1.1.2", f"M-1.1.{n}").replace("OE-51", "OE-52")
        for n in (4, 5)
    }
    [meldung] = pruefe(akte(massnahmen))
    assert (
        meldung.was == "Eine Organisationseinheit OE-52 gibt es in dieser Akte nicht; 4 Stellen nennen sie."
    )
    assert meldung.path.endswith("massnahmen/M-1.1.2.yaml")


def test_a_letter_for_a_digit_is_seen_through(akte) -> None:
    [meldung] = pruefe(akte({MASSNAHME: KOPF.replace("OE-10", "OE-1O") + "ende: 2024-12-31\n"}))
    assert meldung.tun.startswith("Meinten Sie „OE-10“?")


def test_a_decision_on_a_record_that_is_missing_names_its_file(akte) -> None:
    [meldung] = pruefe(akte({"beschluesse/B-2024-01.yaml": BESCHLUSS}))
    assert meldung.code == "FGK222"
    assert "legen sie „zielvereinbarung.yaml“ an" in meldung.tun.lower()
