"""Rows become goals, measures and Organisationseinheiten; numbers are kept, nothing is overwritten, nothing is lost."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hilfen import lege_an
from listen import KOPF, akte_in, gesagt, lies, mappe

from fgk.errors import FgkError
from fgk.exchange.liste.einlesen import dateien, lies_liste
from fgk.exchange.liste.eintrag import Schwere
from fgk.exchange.liste.stellen import Stellen
from fgk.exchange.liste.stellenart import art_von
from fgk.exchange.liste.zuordnung import Zuordnung
from fgk.loading.load import load_akte
from fgk.sources import FolderSource


def test_a_row_becomes_a_measure_with_its_goal_and_who_is_responsible(tmp_path: Path) -> None:
    plan = lies(
        tmp_path,
        [
            KOPF,
            [
                "3.1.2",
                "3 Bildung und Erziehung",
                "3.1 Übergänge gestalten",
                "Lotsendienst",
                "Jugendamt",
                "31.12.2019",
            ],
        ],
    ).plan
    assert plan.massnahmen == {
        "M-3.1.2": {
            "kennung": "M-3.1.2",
            "ziel": "Z-3.1",
            "titel": "Lotsendienst",
            "federfuehrung": "OE-51",
            "ende": date(2019, 12, 31),
        }
    }
    assert plan.ziele == {
        "Z-3.1": {"kennung": "Z-3.1", "handlungsfeld": "HF3", "titel": "Übergänge gestalten"}
    }
    assert (plan.stellen, plan.meldungen) == ({}, [])


def test_numbers_that_are_none_of_ours_are_replaced_and_remembered(tmp_path: Path) -> None:
    zeilen: list[list[Any]] = [
        KOPF,
        [1, "HF3", "Eltern entlasten", "Lotsen"],
        ["M 3.2.5", None, "Kinder fördern", "Lesen"],
        ["A2", None, "Eltern entlasten", "Café"],
        ["3.9.1", "HF5", "Wohnen", "Bänke"],
    ]
    gelesen = lies(tmp_path, zeilen)
    plan = gelesen.plan
    assert gesagt(gelesen) == [
        ("A5", "Die Nummer 3.9.1 passt nicht zum Ziel Z-5.1; die Maßnahme wird M-5.1.1.")
    ]
    assert list(plan.massnahmen) == ["M-3.1.1", "M-3.2.5", "M-3.1.2", "M-5.1.1"]
    assert [m.get("bemerkung") for m in plan.massnahmen.values()] == ["Nr.: 1", None, "Nr.: A2", "Nr.: 3.9.1"]
    assert {k: z["titel"] for k, z in plan.ziele.items()} == {
        "Z-3.1": "Eltern entlasten",
        "Z-3.2": "Kinder fördern",
        "Z-5.1": "Wohnen",
    }


def test_numbers_of_the_list_are_kept_free_for_the_rows_that_have_them(tmp_path: Path) -> None:
    plan = lies(
        tmp_path,
        [
            KOPF,
            [None, "HF3", "3.1 Ziel", "Ohne"],
            ["3.1.1", "HF3", "3.1", "Mit"],
            [None, "HF3", "Anderes", "Drittes"],
        ],
    ).plan
    assert {k: m["titel"] for k, m in plan.massnahmen.items()} == {
        "M-3.1.2": "Ohne",
        "M-3.1.1": "Mit",
        "M-3.2.1": "Drittes",
    }


def test_a_number_that_excel_made_a_date_of_is_told(tmp_path: Path) -> None:
    gelesen = lies(tmp_path, [KOPF, [date(2002, 1, 3), "HF3", "Z", "Lotsen"]])
    assert gelesen.plan.massnahmen["M-3.1.1"]["bemerkung"] == "Nr.: 03.01.2002"
    assert gesagt(gelesen) == [
        (
            "A2",
            "Excel hat aus der Nummer das Datum 03.01.2002 gemacht; die Maßnahme bekommt die nächste freie Nummer.",
        )
    ]


def test_duplicate_numbers_are_told_with_both_places(tmp_path: Path) -> None:
    gelesen = lies(tmp_path, [KOPF, ["3.1.1", "HF3", "Z", "Lotsen"], ["3.1.1", None, None, "Café"]])
    assert list(gelesen.plan.massnahmen) == ["M-3.1.1", "M-3.1.2"]
    assert gesagt(gelesen) == [("A3", "Die Nummer 3.1.1 hat schon die Maßnahme aus D2; diese wird M-3.1.2.")]


def test_what_the_akte_has_stays_as_it_is(tmp_path: Path) -> None:
    zeilen = [
        KOPF,
        ["1.1.1", "HF1", "1.1 Anders", "STEUERUNGSGRUPPE einrichten", "Neues Amt"],
        ["1.1.1", "HF1", "1.1", "Anderes"],
        ["1.1.2", "HF1", "1.1 Anders", "Neu"],
    ]
    gelesen = lies(tmp_path, zeilen)
    assert (list(gelesen.plan.massnahmen), gelesen.plan.ziele, gelesen.plan.stellen) == (["M-1.1.2"], {}, {})
    assert gesagt(gelesen, Schwere.vorhanden) == [
        ("D2", "„STEUERUNGSGRUPPE einrichten“ ist in der Akte M-1.1.1; daran ändert sich nichts.")
    ]
    assert gesagt(gelesen, Schwere.fehlt) == [
        (
            "A3",
            "M-1.1.1 gibt es in der Akte schon, mit einem anderen Titel als „Anderes“; daran ändert sich nichts.",
        )
    ]
    assert gelesen.plan.massnahmen["M-1.1.2"]["bemerkung"] == "Ziel: Anders"


def test_a_goal_is_found_again_by_its_title(tmp_path: Path) -> None:
    plan = lies(
        tmp_path, [KOPF, [None, "1", "Familienpolitik wird ämterübergreifend gesteuert!", "Neu"]]
    ).plan
    assert (plan.ziele, plan.massnahmen["M-1.1.2"]["ziel"]) == ({}, "Z-1.1")


def test_groups_come_from_merged_cells_from_empty_ones_and_from_lines_of_their_own(tmp_path: Path) -> None:
    zeilen: list[list[Any]] = [
        KOPF,
        [None, "HF3", "Ziel eins", "a"],
        [None, None, None, "b"],
        [None, None, "Ziel zwei", "c"],
        ["Handlungsfeld 5: Wohnumfeld und Lebensqualität"],
        ["Ziel 5.1: Wohnen"],
        [None, None, None, "d"],
        KOPF,
        ["Leitziel: Alle wohnen gut"],
        ["Ziel 5.2 Spielen"],
        [None, None, None, "e"],
        ["Summe", None, None, None, None, None],
    ]
    gelesen = lies(tmp_path, zeilen, verbunden=["B2:B4", "A5:F5", "A6:D6"])
    assert {k: m["titel"] for k, m in gelesen.plan.massnahmen.items()} == {
        "M-3.1.1": "a", "M-3.1.2": "b", "M-3.2.1": "c", "M-5.1.1": "d", "M-5.2.1": "e",
    }  # fmt: skip
    assert gelesen.plan.ziele["Z-5.2"] == {
        "kennung": "Z-5.2",
        "handlungsfeld": "HF5",
        "titel": "Spielen",
        "leitziel": "Alle wohnen gut",
    }
    assert gesagt(gelesen, Schwere.ausgelassen) == [
        ("A8", "Die Zeile wiederholt die Überschriften."),
        ("A12", "Die Zeile ist eine Summe."),
    ]
    assert gesagt(gelesen, Schwere.fehlt) == gesagt(gelesen) == []


def test_a_goal_without_measures_is_a_goal(tmp_path: Path) -> None:
    plan = lies(tmp_path, [KOPF, [None, "HF3", "3.4 Ohne Maßnahme"], [None, "HF3", "3.5 Mit", "a"]]).plan
    assert (list(plan.ziele), list(plan.massnahmen)) == (["Z-3.4", "Z-3.5"], ["M-3.5.1"])


def test_rows_without_a_measure_add_to_the_one_above(tmp_path: Path) -> None:
    zeilen = [
        [*KOPF, "Kosten"],
        [None, "HF3", "Z", "Lotsen", "Jugendamt", "2019", "500 €"],
        [None, None, None, None, None, None, "plus Sachkosten"],
    ]
    gelesen = lies(tmp_path, zeilen)
    assert gelesen.plan.massnahmen["M-3.1.1"]["bemerkung"] == "Kosten: plus Sachkosten"
    assert gesagt(gelesen) == [
        ("G3", "Die Zeile hat keine eigene Maßnahme; ihr Inhalt steht in der Bemerkung zu „Lotsen“.")
    ]


def test_a_measure_over_several_rows_is_one(tmp_path: Path) -> None:
    zeilen = [
        [*KOPF, "Beschreibung"],
        [None, "HF3", "Z", "Lotsen", "Jugendamt", "2019", "erst"],
        [None, None, None, None, None, None, "dann"],
    ]
    plan = lies(tmp_path, zeilen, verbunden=["D2:D3"]).plan
    assert len(plan.massnahmen) == 1
    assert (plan.massnahmen["M-3.1.1"]["text"], plan.massnahmen["M-3.1.1"]["bemerkung"]) == (
        "erst",
        "Beschreibung: dann",
    )


def test_what_belongs_to_a_row_that_is_not_taken_is_not_put_elsewhere(tmp_path: Path) -> None:
    zeilen = [
        KOPF,
        [None, "HF3", "Z", "Lotsen"],
        [None, "HF9", "Z", "Rakete"],
        [None, None, None, None, "Jugendamt", "2019"],
    ]
    gelesen = lies(tmp_path, zeilen)
    assert list(gelesen.plan.massnahmen) == ["M-3.1.1"]
    assert "bemerkung" not in gelesen.plan.massnahmen["M-3.1.1"]
    assert [ort for ort, _ in gesagt(gelesen, Schwere.fehlt)] == ["B3"]


def test_an_unknown_handlungsfeld_is_told_with_the_known_ones_and_for_every_measure_below(
    tmp_path: Path,
) -> None:
    gelesen = lies(tmp_path, [KOPF, [None, "Weltraum", "Z", "Rakete"], [None, None, None, "Mond"]])
    assert gelesen.plan.massnahmen == gelesen.plan.ziele == {}
    (erste, zweite) = gesagt(gelesen, Schwere.fehlt)
    assert erste[0] == "B2"
    assert erste[1].startswith("„Weltraum“ ist kein Handlungsfeld dieser Akte (HF1 Steuerung")
    assert zweite == ("D3", "Das Handlungsfeld der Maßnahme ist nicht bekannt.")


def test_without_a_handlungsfeld_the_number_the_sheet_or_the_user_says_it(tmp_path: Path) -> None:
    zeilen = [["Nr.", "Maßnahme"], ["3.1.1", "Lotsen"], [None, "Café"]]
    (tmp_path / "a").mkdir()
    gelesen = lies(tmp_path / "a", zeilen)
    assert list(gelesen.plan.massnahmen) == ["M-3.1.1"]
    assert gesagt(gelesen, Schwere.fehlt)[0][1].startswith(
        "Zu welchem Handlungsfeld die Maßnahme gehört, steht nirgends."
    )
    (tmp_path / "b").mkdir()
    assert list(lies(tmp_path / "b", zeilen, blatt="Handlungsfeld 3").plan.massnahmen) == [
        "M-3.1.1",
        "M-3.1.2",
    ]
    akte = akte_in(tmp_path / "c")
    pfad = mappe(tmp_path, zeilen)
    mit_feld = lies_liste(pfad, akte, Zuordnung(vorgaben={"handlungsfeld": "HF3"}))
    assert list(mit_feld.plan.massnahmen) == ["M-3.1.1", "M-3.1.2"]
    mit_ziel = lies_liste(pfad, akte, Zuordnung(vorgaben={"ziel": "Z-1.1"}))
    assert list(mit_ziel.plan.massnahmen) == ["M-1.1.2", "M-1.1.3"]


def test_a_list_without_goals_gets_goals_to_be_written(tmp_path: Path) -> None:
    gelesen = lies(tmp_path, [["Handlungsfeld", "Maßnahme"], ["HF3", "Lotsen"], ["HF3", "Café"]])
    assert gelesen.plan.ziele == {
        "Z-3.1": {"kennung": "Z-3.1", "handlungsfeld": "HF3", "titel": "[Ziel ergänzen]"}
    }
    assert gesagt(gelesen) == [
        ("B2", "Die Liste nennt kein Ziel; Z-3.1 entsteht als Platzhalter „[Ziel ergänzen]“.")
    ]


def test_a_goal_of_another_handlungsfeld_is_refused(tmp_path: Path) -> None:
    gelesen = lies(tmp_path, [KOPF, [None, "HF3", "5.1 Wohnen", "Lotsen"]])
    assert gesagt(gelesen, Schwere.fehlt) == [("D2", "Das Ziel Z-5.1 gehört zu HF5, die Zeile aber zu HF3.")]


def test_everything_without_a_field_is_in_the_remark(tmp_path: Path) -> None:
    kopf = [
        "Handlungsfeld",
        "Ziel",
        "Maßnahme",
        "Status",
        "Bis wann",
        "Priorität",
        "Laufwerk",
        "Bemerkung",
        "Ansprechpartner",
    ]
    gelesen = lies(
        tmp_path,
        [
            kopf,
            [
                "HF3",
                "Z",
                "Lotsen\nfür alle",
                "läuft",
                "nach Beschluss",
                "A",
                "K:\\x",
                "siehe Protokoll",
                "Frau Muster",
            ],
        ],
    )
    massnahme = gelesen.plan.massnahmen["M-3.1.1"]
    assert massnahme["text"] == "für alle"
    assert massnahme["bemerkung"].splitlines() == [
        "Status: läuft", "Bis wann: nach Beschluss", "Priorität: A", "Laufwerk: K:\\x", "Bemerkung: siehe Protokoll",
    ]  # fmt: skip
    assert gesagt(gelesen) == [
        ("E2", "„nach Beschluss“ ist kein Datum; es steht in der Bemerkung."),
        ("F2", "„A“ ist keine Priorität (hoch, mittel, niedrig); es steht in der Bemerkung."),
    ]


def test_costs_are_amounts_or_words_and_shared_ones_are_counted_once(tmp_path: Path) -> None:
    kopf = ["Handlungsfeld", "Ziel", "Maßnahme", "Kosten", "Finanzierung", "Personal"]
    zeilen = [
        kopf,
        ["HF3", "Z", "a", "ca. 5.000 €", "Land", "0,5 Stelle"],
        ["HF3", "Z", "b", None, None, None],
        ["HF3", "Z", "c", "keine"],
    ]
    gelesen = lies(tmp_path, zeilen, verbunden=["D2:D3"])
    assert [m.get("kosten") for m in gelesen.plan.massnahmen.values()] == [
        {"einmalig": 5000, "personal": "0,5 Stelle", "erlaeuterung": "ca. 5.000 €\nLand"},
        {"erlaeuterung": "gemeinsam mit anderen Maßnahmen veranschlagt: ca. 5.000 €"},
        {"erlaeuterung": "keine"},
    ]
    assert gesagt(gelesen) == [
        ("D3", "Die Kosten aus D2 gelten für mehrere Maßnahmen; der Betrag steht nur bei der ersten.")
    ]


def test_times_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    kopf = ["Handlungsfeld", "Ziel", "Maßnahme", "Beginn", "Ende"]
    gelesen = lies(
        tmp_path,
        [
            kopf,
            ["HF3", "Z", "a", "2020", "2019"],
            ["HF3", "Z", "b", "2018 fortlaufend", "2019"],
            ["HF3", "Z", "c", "Ende 2018", "laufend"],
        ],
    )
    a, b, c = gelesen.plan.massnahmen.values()
    assert (a.get("ende"), a["bemerkung"]) == (None, "Zeitraum: 2020 bis 2019")
    assert (b["beginn"], b["ende"], b.get("ist_fortlaufend"), b["bemerkung"]) == (
        "2018",
        "2019",
        None,
        "Zeitraum: fortlaufend",
    )
    assert (c["beginn"], c["ist_fortlaufend"], c["bemerkung"]) == ("2018", True, "Beginn: Ende 2018")
    assert [ort for ort, _ in gesagt(gelesen)] == ["C2", "C3", "D4"]


def test_a_person_is_no_organisationseinheit_and_stands_nowhere(tmp_path: Path) -> None:
    gelesen = lies(tmp_path, [KOPF, [None, "HF3", "Z", "Lotsen", "Frau Muster, Jugendamt"]])
    assert (gelesen.plan.stellen, "Muster" in str(gelesen.plan.massnahmen)) == ({}, False)
    assert gesagt(gelesen) == [
        (
            "E2",
            "Hier steht wohl der Name einer Person; „Zuständigkeit“ wird nicht übernommen. Nennen Sie das Amt oder die Funktion.",
        )
    ]


@pytest.mark.parametrize(
    ("zelle", "namen", "klammer"),
    [
        ("Seniorenbeirat (Vorsitz: Hans Müller)", ["Seniorenbeirat"], "Vorsitz: Hans Müller"),
        ("Seniorenbeirat (Vorsitz: Hans Müller", ["Seniorenbeirat"], "Vorsitz: Hans Müller"),
        ("Bauamt (Herr Schulz; Frau Klein)", ["Bauamt"], "Herr Schulz; Frau Klein"),
        ("Bauamt (Herr Schulz), Schulamt", ["Bauamt", "Schulamt"], "Herr Schulz"),
        ("Bauamt (Leitung (Dr. Schulz))\n- Schulamt", ["Bauamt", "Schulamt"], "Dr. Schulz; Leitung"),
        ("(Herr Schulz)", [], "Herr Schulz"),
    ],
)
def test_what_stands_in_parentheses_is_taken_off_the_name_of_a_body_and_told(
    tmp_path: Path, zelle: str, namen: list[str], klammer: str
) -> None:
    gelesen = lies(tmp_path, [KOPF, [None, "HF3", "Z", "Lotsen", zelle]])
    assert [stelle["name"] for stelle in gelesen.plan.stellen.values()] == namen
    assert not re.search("Müller|Schulz|Klein", f"{gelesen.plan.stellen}{gelesen.plan.massnahmen}")
    assert ("E2", f"Was in Klammern steht, wird nicht übernommen: {klammer}.") in gesagt(gelesen)


def test_a_body_that_the_akte_knows_is_found_with_parentheses_and_without(tmp_path: Path) -> None:
    stellen = Stellen(
        akte_in(
            tmp_path,
            {
                "organisationseinheiten.yaml": "organisationseinheiten:\n"
                "  - kennung: OE-51\n    name: Jugendamt\n    art: amt\n"
                "  - kennung: OE-KI\n    name: Integrationszentrum (KI)\n    art: amt\n"
            },
        )
    )
    assert stellen.kennungen("Jugendamt (Herr Schulz)") == ["OE-51"]
    assert stellen.kennungen("Integrationszentrum (KI)\nJugendamt (Herr Schulz)") == ["OE-KI", "OE-51"]
    assert stellen.klammern("Integrationszentrum (KI)\nJugendamt (Herr Schulz)") == ["Herr Schulz"]
    assert stellen.neue == {}


def test_of_several_responsible_the_first_leads_and_nobody_is_named_twice(tmp_path: Path) -> None:
    zeilen = [
        [*KOPF, "Beteiligte"],
        [None, "HF3", "Z", "Lotsen", "Jugendamt, Hauptamt", None, "Hauptamt; Jugendamt; Caritas"],
    ]
    gelesen = lies(tmp_path, zeilen)
    massnahme = gelesen.plan.massnahmen["M-3.1.1"]
    assert (massnahme["federfuehrung"], massnahme["beteiligte"]) == ("OE-51", ["OE-10", "OE-caritas"])
    assert gelesen.plan.stellen == {
        "OE-caritas": {"kennung": "OE-caritas", "name": "Caritas", "art": "traeger", "ist_extern": True}
    }
    assert gesagt(gelesen) == [("E2", "Mehrere sind zuständig: OE-51 ist federführend, beteiligt: OE-10.")]


@pytest.mark.parametrize(
    ("text", "kennungen"),
    [
        ("Jugendamt", ["OE-51"]), ("jugendamt ", ["OE-51"]), ("51", ["OE-51"]), ("Amt 51", ["OE-51"]), ("FB 51", ["OE-fb-51"]), ("OE-51", ["OE-51"]), ("Jugendamt / Hauptamt", ["OE-51", "OE-10"]),
        ("Jugendamt\n- Hauptamt\nJugendamt", ["OE-51", "OE-10"]), ("Amt für Kinder, Jugend und Familie", ["OE-amt-fuer-kinder-jugend"]),
        ("Fachbereich 5, Fachbereich 6", ["OE-fachbereich-5", "OE-fachbereich-6"]), ("Öffentlichkeitsarbeit", ["OE-oeffentlichkeitsarbeit"]),
        ("VHS und Jugendamt", ["OE-vhs", "OE-51"]), ("§§", ["OE-stelle"]), ("", []),
    ],
)  # fmt: skip
def test_bodies_are_found_by_name_short_name_and_number(
    tmp_path: Path, text: str, kennungen: list[str]
) -> None:
    assert Stellen(akte_in(tmp_path)).kennungen(text) == kennungen


def test_kennungen_of_new_bodies_are_free(tmp_path: Path) -> None:
    stellen = Stellen(akte_in(tmp_path))
    namen = ["Amt für Kinder, Jugend und Familie", "Amt für Kinder und Jugend (neu)", "!", "?"]
    kennungen = [stellen.kennungen(name)[0] for name in namen]
    assert kennungen == ["OE-amt-fuer-kinder-jugend", "OE-amt-fuer-kinder-und", "OE-stelle", "OE-stelle-2"]
    assert stellen.kennungen(namen[1]) == [kennungen[1]]


@pytest.mark.parametrize(
    ("name", "art"),
    [
        ("Jugendamt", "amt"), ("Amt für Sport", "amt"), ("FB 5", "amt"), ("Gleichstellungsbeauftragte", "sonstige"), ("Stabsstelle Familie", "stabsstelle"),
        ("Bürgermeister", "verwaltungsleitung"), ("Caritasverband Aachen", "traeger"), ("Turnverein 1890 e. V.", "verein"), ("Grundschule Nord", "bildung"),
        ("VHS", "bildung"), ("Stadtwerke GmbH", "eigenbetrieb"), ("Jobcenter", "behoerde"), ("Jugendhilfeausschuss", "gremium"), ("Irgendwer", "sonstige"),
    ],
)  # fmt: skip
def test_the_kind_of_a_body_is_guessed_from_its_name(name: str, art: str) -> None:
    assert art_von(name) == art


def test_what_is_written_has_no_faults_and_reads_back_as_planned(tmp_path: Path) -> None:
    gelesen = lies(
        tmp_path,
        [
            KOPF,
            [
                "3.1.2",
                "HF3",
                "3.1 Übergänge: gestalten #1",
                "- Lotsen: ja\n* eins\n* zwei",
                "Neues Amt",
                "Ende 2019",
            ],
        ],
    )
    akte = lege_an(tmp_path / "neu")
    files = dateien(gelesen.plan, (akte / "organisationseinheiten.yaml").read_bytes())
    assert sorted(files) == ["massnahmen/M-3.1.2.yaml", "organisationseinheiten.yaml", "ziele/Z-3.1.yaml"]
    for name, inhalt in files.items():
        (akte / name).write_bytes(inhalt.after)
    geladen, meldungen = load_akte(FolderSource(akte))
    assert [m for m in meldungen if m.severity.name == "FEHLER"] == []
    from fgk.models.massnahme import Massnahme

    massnahme = geladen.finde(Massnahme, "M-3.1.2")
    assert massnahme is not None
    assert (massnahme.titel, massnahme.text, massnahme.ende, massnahme.bemerkung) == (
        "- Lotsen: ja",
        "* eins\n* zwei",
        "2019",
        "Bis wann: Ende 2019",
    )
    assert files["organisationseinheiten.yaml"].after.startswith(
        (akte / "organisationseinheiten.yaml").read_bytes()[:60]
    )


def test_a_missing_list_of_bodies_is_made(tmp_path: Path) -> None:
    gelesen = lies(tmp_path, [KOPF, [None, "HF3", "Z", "a", "Neues Amt"]])
    assert dateien(gelesen.plan, None)["organisationseinheiten.yaml"].after.decode() == (
        "organisationseinheiten:\n  - kennung: OE-neues-amt\n    name: Neues Amt\n    art: amt\n"
    )


def test_an_unreadable_list_of_bodies_is_no_bug(tmp_path: Path) -> None:
    gelesen = lies(tmp_path, [KOPF, [None, "HF3", "Z", "a", "Neues Amt"]])
    with pytest.raises(FgkError):
        dateien(gelesen.plan, b"a: [")


def test_titles_that_differ_by_a_number_are_two_measures_and_no_heading(tmp_path: Path) -> None:
    zeilen = [
        KOPF,
        *([None, "HF3", f"Ziel {n}", f"Maßnahme {n}"] for n in (1, 2)),
        [None, "HF3", "Ziel 1", "Maßnahme (1)"],
    ]
    plan = lies(tmp_path, zeilen).plan
    assert {k: m["titel"] for k, m in plan.massnahmen.items()} == {
        "M-3.1.1": "Maßnahme 1",
        "M-3.2.1": "Maßnahme 2",
        "M-3.1.2": "Maßnahme (1)",
    }
    assert [(m.ort, m.text) for m in plan.meldungen] == [
        ("D4", "„Maßnahme (1)“ steht auch in D2; beides wird eine Maßnahme von Z-3.1.")
    ]


def test_handlungsfeld_and_goal_may_share_a_column(tmp_path: Path) -> None:
    zeilen = [
        ["Handlungsfeld / Ziel", "Maßnahme", "Frist"],
        ["HF 3 – Bildung und Erziehung"],
        ["Ziel 1: Eltern", "a", "2019"],
        ["Ziel 2: Kinder", "b"],
        [None, "c"],
    ]
    plan = lies(tmp_path, zeilen).plan
    assert {k: z["titel"] for k, z in plan.ziele.items()} == {"Z-3.1": "Eltern", "Z-3.2": "Kinder"}
    assert list(plan.massnahmen) == ["M-3.1.1", "M-3.2.1", "M-3.2.2"]
    assert plan.meldungen == []


def test_two_measures_of_one_title_are_found_again_each(tmp_path: Path) -> None:
    zeilen = [KOPF, [None, "HF3", "Z", "Lotsen"], [None, "HF3", "Z", "Lotsen"]]
    akte = akte_in(tmp_path)
    pfad = mappe(tmp_path, zeilen)
    neu = dateien(lies_liste(pfad, akte, Zuordnung()).plan, None)
    lege_an(tmp_path / "akte", {name: change.after for name, change in neu.items()})
    gelesen = lies_liste(pfad, load_akte(FolderSource(tmp_path / "akte"))[0], Zuordnung())
    assert gesagt(gelesen, Schwere.vorhanden) == [
        ("D2", "„Lotsen“ ist in der Akte M-3.1.1; daran ändert sich nichts."),
        ("D3", "„Lotsen“ ist in der Akte M-3.1.2; daran ändert sich nichts."),
    ]


def test_a_list_finds_its_measures_again_where_the_goal_was_renamed(tmp_path: Path) -> None:
    massnahme = "kennung: M-3.1.1\nziel: Z-3.1\ntitel: Lotsen\n"
    ziel = "kennung: Z-3.1\nhandlungsfeld: HF3\ntitel: Neu gefasst\n"
    akte = akte_in(tmp_path, {"massnahmen/M-3.1.1.yaml": massnahme, "ziele/Z-3.1.yaml": ziel})
    for zeilen in (
        [["HF", "Maßnahme"], ["HF3", "Lotsen"]],
        [KOPF, [7, "HF3", "Früher so", "Lotsen"]],
        [KOPF, ["3.1.1", None, None, "LOTSEN"]],
    ):
        plan = lies_liste(mappe(tmp_path, zeilen), akte, Zuordnung()).plan
        assert (plan.ziele, plan.massnahmen) == ({}, {})
        assert [meldung.schwere for meldung in plan.meldungen] == [Schwere.vorhanden]
    anderes_ziel = [KOPF, [None, "HF1", "1.1", "Lotsen"]]
    assert list(lies_liste(mappe(tmp_path, anderes_ziel), akte, Zuordnung()).plan.massnahmen) == ["M-1.1.2"]
