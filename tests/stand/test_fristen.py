"""What is due: where each deadline comes from, and that only what is certain is called overdue."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, lege_an
from staende import VEREINBARUNG, ZERTIFIKAT, arbeitsbereich, audit, kurze_akte

from fgk.loading.load import load_akte
from fgk.loading.nachbarn import vergiss
from fgk.sources import FolderSource
from fgk.stand.fristen.frist import FRISTART, FRISTENSTAND, Frist
from fgk.stand.ueberblick import stand_von

HEUTE = date(2022, 3, 1)
WORKSHOP = "\n  - schritt: erhaltungsworkshop\n    datum: 2021-10-05"


def fristen(ordner: Path, stichtag: date = HEUTE) -> list[Frist]:
    akte, meldungen = load_akte(FolderSource(ordner))
    assert meldungen == []
    return stand_von(akte, stichtag).fristen


def der_art(art: str, ordner: Path, stichtag: date = HEUTE) -> list[tuple[str, date | str | None, str]]:
    return [(f.was, f.faellig_am, f.stand(stichtag)) for f in fristen(ordner, stichtag) if f.art == art]


def akte(ordner: Path, dateien: Mapping[str, str] | None = None) -> Path:
    return lege_an(
        ordner, {"audit.yaml": audit("A-x"), "zielvereinbarung.yaml": VEREINBARUNG, **(dateien or {})}
    )


def bericht(jahr: int, *zeilen: str) -> dict[str, str]:
    text = f"kennung: J-{jahr}\nvon: {jahr}-01-01\nbis: {jahr}-12-31\nmassnahmen:\n"
    massnahme = "  - massnahme: M-1.1.1\n    status: in_umsetzung\n"
    return {f"jahresberichte/{jahr}.yaml": text + massnahme + "".join(f"{zeile}\n" for zeile in zeilen)}


@pytest.mark.parametrize(
    ("faellig", "stand"),
    [
        (date(2022, 2, 28), "ueberfaellig"),
        (date(2022, 3, 1), "bald"),
        (date(2022, 5, 30), "bald"),
        (date(2022, 5, 31), "offen"),
        ("2021", "ueberfaellig"),
        ("2022", "bald"),
        ("2022-02", "ueberfaellig"),
        ("2022-03", "bald"),
        ("2023", "offen"),
        (None, "faellig"),
    ],
)
def test_overdue_is_only_what_certainly_is(faellig: date | str | None, stand: str) -> None:
    frist = Frist("pflicht", "1", "Liefern", "vertrag.yaml", faellig_am=faellig)
    assert frist.stand(HEUTE) == stand
    abgeleitet = frist._replace(ist_abgeleitet=True)
    assert abgeleitet.stand(HEUTE) == ("faellig" if stand == "ueberfaellig" else stand)
    assert frist._replace(erledigt_am=HEUTE).stand(HEUTE) == "erledigt"


def test_what_was_done_later_was_open_on_the_day() -> None:
    frist = Frist("pflicht", "1", "Liefern", "vertrag.yaml", faellig_am=HEUTE, erledigt_am=date(2022, 3, 2))
    assert frist.am(HEUTE).stand(HEUTE) == "bald"
    assert frist.am(date(2022, 3, 2)).stand(date(2022, 3, 2)) == "erledigt"


def test_all_kinds_are_known_and_the_example_is_in_order() -> None:
    alle = fristen(BEISPIEL, date(2019, 12, 31))
    assert {frist.art for frist in alle} <= set(FRISTART)
    assert [f.faellig_am for f in alle if isinstance(f.faellig_am, date)] == sorted(
        f.faellig_am for f in alle if isinstance(f.faellig_am, date)
    )
    marken = [(frist.art, frist.marke) for frist in alle]
    assert len(set(marken)) == len(marken), "the UID of an event would stand twice"
    assert {frist.stand(date(2019, 12, 31)) for frist in alle} <= set(FRISTENSTAND.worte)


def test_reports_of_which_nothing_is_on_file_are_derived_from_the_laufzeit_and_say_so(tmp_path: Path) -> None:
    ordner = akte(tmp_path / "a", bericht(2020, "faellig_am: 2021-03-31", "vorgelegt_am: 2021-02-02"))
    assert der_art("jahresbericht", ordner) == [
        ("Jahresbericht 2020 vorlegen", date(2021, 3, 31), "erledigt"),
        ("2. Jahresbericht anlegen und vorlegen", date(2022, 6, 30), "offen"),
        ("3. Jahresbericht anlegen und vorlegen", date(2023, 6, 30), "offen"),
    ]
    [zweiter] = [frist for frist in fristen(ordner) if frist.marke == "2"]
    assert (zweiter.ist_abgeleitet, "Laufzeit" in zweiter.hinweis) == (True, True)
    # nobody has set a day that could have been missed
    assert der_art("jahresbericht", ordner, date(2022, 7, 1))[1][2] == "faellig"


def test_a_report_on_two_years_counts_as_two(tmp_path: Path) -> None:
    text = "kennung: J-2020-2021\nvon: 2020-07-01\nbis: 2021-12-31\nmassnahmen: []\n"
    ordner = akte(tmp_path / "a", {"jahresberichte/2020-2021.yaml": text})
    assert [was for was, _, _ in der_art("jahresbericht", ordner)] == [
        "Jahresbericht 2020/2021 vorlegen",
        "3. Jahresbericht anlegen und vorlegen",
    ]
    assert der_art("jahresbericht", ordner)[0][1] == date(2022, 6, 30)  # the end of the second year


def test_a_report_keeps_its_mark_from_before_it_was_begun(tmp_path: Path) -> None:
    def marken(ordner: Path) -> list[str]:
        return [frist.marke for frist in fristen(ordner) if frist.art == "jahresbericht"]

    assert marken(akte(tmp_path / "a")) == marken(akte(tmp_path / "b", bericht(2020))) == ["1", "2", "3"]


def test_the_contract_names_days_of_reports_better_than_the_laufzeit(tmp_path: Path) -> None:
    pflichten = "".join(
        f"  - text: Jahresbericht {j}\n    faellig_am: {j + 1}-03-31\n" for j in (2020, 2021, 2022)
    )
    vertrag = f"kennung: V-2020\npartner: Verein\npflichten:\n{pflichten}"
    ordner = akte(tmp_path / "a", {"vertrag.yaml": vertrag})
    assert der_art("jahresbericht", ordner) == []
    assert der_art("pflicht", ordner)[0] == (
        "Nach dem Vertrag: Jahresbericht 2020", date(2021, 3, 31), "ueberfaellig",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("zeilen", "erwartet"),
    [
        ([], []),
        (["vorgelegt_am: 2022-04-01"], []),
        (["vorgelegt_am: 2022-02-01"], [("Prüfung des Jahresberichts 2021 durch den Verein", "faellig")]),
        (
            ["vorgelegt_am: 2022-02-01", "pruefung_verein:\n  ergebnis: bestaetigt\n  datum: 2022-02-20"],
            [("Prüfung des Jahresberichts 2021 durch den Verein", "erledigt")],
        ),
        (
            ["vorgelegt_am: 2022-02-01", "pruefung_verein:\n  ergebnis: bestaetigt"],
            [("Prüfung des Jahresberichts 2021 durch den Verein", "erledigt")],
        ),
        (
            ["vorgelegt_am: 2022-02-01", "pruefung_verein:\n  ergebnis: bestaetigt\n  datum: 2022-03-20"],
            [("Prüfung des Jahresberichts 2021 durch den Verein", "faellig")],
        ),
        (
            ["vorgelegt_am: 2022-02-01", "pruefung_verein:\n  ergebnis: nachzubessern\n  datum: 2022-02-20"],
            [("Jahresbericht 2021 nachbessern und noch einmal vorlegen", "faellig")],
        ),
    ],
)
def test_what_the_verein_has_not_checked_is_outstanding(
    tmp_path: Path, zeilen: list[str], erwartet: list[tuple[str, str]]
) -> None:
    ordner = akte(tmp_path / "a", bericht(2021, *zeilen))
    assert [(was, stand) for was, _, stand in der_art("pruefung", ordner)] == erwartet


def test_a_new_deadline_of_a_report_counts_once_the_report_does(tmp_path: Path) -> None:
    neue = bericht(2021, "vorgelegt_am: 2022-02-01")
    neue = {
        name: text.replace("in_umsetzung", "verschoben\n    begruendung: x\n    neue_frist: 2022-05-01")
        for name, text in neue.items()
    }
    ende = "kennung: M-1.1.1\nziel: Z-1.1\ntitel: Steuern\nfederfuehrung: OE-10\nende: 2021-12-31\n"
    ordner = akte(tmp_path / "a", neue | {"massnahmen/M-1.1.1.yaml": ende})
    was = "Maßnahme M-1.1.1: Steuern"
    assert der_art("massnahme", ordner, date(2022, 1, 31)) == [(was, date(2021, 12, 31), "ueberfaellig")]
    assert der_art("massnahme", ordner) == [(was, date(2022, 5, 1), "bald")]


@pytest.mark.parametrize("status", ["umgesetzt", "entfallen\n    begruendung: x"])
def test_a_measure_that_is_over_is_not_due(tmp_path: Path, status: str) -> None:
    text = {name: t.replace("in_umsetzung", status) for name, t in bericht(2021).items()}
    assert [stand for _, _, stand in der_art("massnahme", akte(tmp_path / "a", text))] == ["erledigt"]


def test_a_measure_without_an_end_or_before_the_agreement_has_no_deadline(tmp_path: Path) -> None:
    ordner = akte(
        tmp_path / "a",
        {
            "massnahmen/M-1.1.1.yaml": "kennung: M-1.1.1\nziel: Z-1.1\ntitel: Steuern\nfederfuehrung: OE-10\nist_fortlaufend: true\n"
        },
    )
    assert der_art("massnahme", ordner) == []
    assert der_art("massnahme", akte(tmp_path / "b"), date(2020, 6, 30)) == []
    assert len(der_art("massnahme", akte(tmp_path / "b"), date(2020, 7, 1))) == 1


def test_a_measure_says_who_answers_for_it_today(tmp_path: Path) -> None:
    [frist] = [frist for frist in fristen(akte(tmp_path / "a")) if frist.art == "massnahme"]
    assert frist.zustaendig == "Hauptamt"


@pytest.mark.parametrize(
    ("stichtag", "stand", "hinweis"),
    [
        (date(2025, 6, 30), "ueberfaellig", ""),
        (date(2025, 7, 1), "erledigt", "Weitergeführt als M-1.1.1 in A-y."),
    ],
)
def test_a_measure_goes_on_in_the_next_audit_once_that_has_its_agreement(
    tmp_path: Path, stichtag: date, stand: str, hinweis: str
) -> None:
    bereich = arbeitsbereich(tmp_path / "b")
    altes = akte(bereich / "alt")
    text = (altes / "massnahmen/M-1.1.1.yaml").read_text(encoding="utf-8")
    akte(
        bereich / "neu",
        {
            "audit.yaml": audit("A-y", stufe="bilanzierung", vorgaenger="A-x"),
            "zielvereinbarung.yaml": VEREINBARUNG.replace("2020", "2025").replace("2023", "2028"),
            "massnahmen/M-1.1.1.yaml": f"{text}uebernommen:\n  akte: A-x\n  kennung: M-1.1.1\n  status: ruht\n",
        },
    )
    vergiss()
    [frist] = [frist for frist in fristen(altes, stichtag) if frist.art == "massnahme"]
    assert (frist.stand(stichtag), frist.hinweis) == (stand, hinweis)


def test_the_end_of_a_certificate_needs_attention_a_year_before(tmp_path: Path) -> None:
    ordner = akte(tmp_path / "a", {"begutachtung.yaml": ZERTIFIKAT})
    assert [der_art("zertifikat", ordner, tag)[0][2] for tag in (date(2022, 6, 13), date(2022, 6, 14))] == [
        "offen",
        "bald",
    ]


def test_contract_and_assessment_bring_their_own(tmp_path: Path) -> None:
    vertrag = (
        "kennung: V-2020\npartner: Verein\nunterzeichnet_am: 2020-01-01\nkostenbeitrag:\n  brutto: 25000\n  raten:\n"
        '    - betrag: 12500\n      faellig_am: 2022-01-31\n    - betrag: "12500.50"\n      faellig_am: 2023-01-31\n'
    )
    auflage = "auflagen:\n  - text: Stelle besetzen\n    bis: 2022-04-01\n"
    ordner = akte(tmp_path / "a", {"vertrag.yaml": vertrag, "begutachtung.yaml": ZERTIFIKAT + auflage})
    assert der_art("rate", ordner) == [
        ("1. Rate des Kostenbeitrags zahlen: 12.500 €", date(2022, 1, 31), "ueberfaellig"),
        ("2. Rate des Kostenbeitrags zahlen: 12.500,50 €", date(2023, 1, 31), "offen"),
    ]
    assert der_art("rate", ordner, date(2019, 12, 31)) == []  # not signed yet
    assert der_art("auflage", ordner) == [
        ("Auflage der Begutachtung: Stelle besetzen", date(2022, 4, 1), "bald")
    ]
    assert der_art("zertifikat", ordner) == [("Das Zertifikat endet", date(2023, 6, 14), "offen")]
    assert der_art("zertifikat", ordner, date(2023, 6, 15)) == [
        ("Das Zertifikat ist abgelaufen", date(2023, 6, 14), "ueberfaellig")
    ]
    assert der_art("laufzeit", ordner, date(2023, 7, 1)) == [
        ("Die Laufzeit der Vereinbarung endet", date(2023, 6, 30), "erledigt")
    ]


def test_a_planned_step_is_overdue_until_its_day_is_on_file(tmp_path: Path) -> None:
    kopf = audit("A-x", termine="\n  - schritt: netzwerktreffen\n    geplant_am: 2022-02-01")
    assert der_art("termin", akte(tmp_path / "a", {"audit.yaml": kopf})) == [
        ("Netzwerktreffen", date(2022, 2, 1), "ueberfaellig")
    ]
    statt = kopf + "    datum: 2022-02-08\n"
    assert der_art("termin", akte(tmp_path / "a", {"audit.yaml": statt}))[0][2] == "erledigt"


@pytest.mark.parametrize(
    ("termine", "faellig"),
    [
        (WORKSHOP, date(2022, 10, 5)),
        ('\n  - schritt: erhaltungsworkshop\n    datum: "2021"', date(2022, 12, 31)),
        ("\n  - schritt: auftakt\n    datum: 2020-10-05", date(2021, 6, 15)),  # none yet: from the grant
        (
            WORKSHOP + "\n  - schritt: erhaltungsworkshop\n    geplant_am: 2022-11-11",
            None,  # one is planned already
        ),
        (
            WORKSHOP + "\n  - schritt: erhaltungsworkshop\n    geplant_am: 2022-02-02",
            None,  # and overdue as what it is
        ),
        (
            "\n  - schritt: erhaltungsworkshop\n    geplant_am: 2020-01-01" + WORKSHOP,
            date(2022, 10, 5),  # nobody waits for one planned before the last
        ),
    ],
)
def test_the_next_erhaltungsworkshop_follows_the_last(
    tmp_path: Path, termine: str, faellig: date | None
) -> None:
    kopf = audit("A-x", stufe="erhaltung", termine=termine)
    ordner = akte(
        tmp_path / "a",
        {"audit.yaml": kopf, "begutachtung.yaml": ZERTIFIKAT.replace("  gueltig_bis: 2023-06-14\n", "")},
    )
    assert [tag for _, tag, _ in der_art("erhaltungsworkshop", ordner)] == ([faellig] if faellig else [])
    assert der_art("jahresbericht", ordner) == []  # without an end nobody has agreed on how many there are


def test_an_akte_that_is_kept_short_lacks_nothing(tmp_path: Path) -> None:
    ordner = akte(
        tmp_path / "a", {"audit.yaml": audit("A-x", fuehrung="kurz"), "begutachtung.yaml": ZERTIFIKAT}
    )
    assert der_art("jahresbericht", ordner) == []
    assert [was for was, _, _ in der_art("zertifikat", ordner)] == ["Das Zertifikat endet"]


def test_while_an_audit_has_no_certificate_the_one_before_ends(tmp_path: Path) -> None:
    bereich = arbeitsbereich(tmp_path / "b")
    kurze_akte(bereich / "alt", audit("A-x-2020"), begutachtung=ZERTIFIKAT)
    neu = kurze_akte(bereich / "neu", audit("A-x-2023", stufe="bilanzierung", vorgaenger="A-x-2020"))
    vergiss()
    [(was, tag, stand)] = der_art("zertifikat", neu, date(2023, 2, 1))
    assert (was, stand) == ("Das Zertifikat der vorigen Stufe endet", "bald")
    assert isinstance(tag, date)
    [(was, _, stand)] = der_art("zertifikat", neu, date(tag.year + 1, 1, 1))
    assert (was, stand) == ("Das Zertifikat der vorigen Stufe ist abgelaufen", "ueberfaellig")
