"""The heading is found, and every column has a field: guessed, said by the user, or the remark."""

from pathlib import Path

import openpyxl
import pytest
from listen import lies, mappe

from fgk.errors import FgkError
from fgk.exchange.liste.angaben import lies_zuordnung
from fgk.exchange.liste.blatt import Blatt
from fgk.exchange.liste.datei import lies_blaetter
from fgk.exchange.liste.felder import rate
from fgk.exchange.liste.handlungsfelder import Handlungsfelder
from fgk.exchange.liste.kopf import waehle_blatt
from fgk.exchange.liste.zielangabe import zielangabe
from fgk.exchange.liste.zuordnung import Zuordnung


@pytest.mark.parametrize(
    ("ueberschrift", "feld"),
    [
        ("Nr.", "nummer"), ("Lfd. Nr.", "nummer"), ("lfd.\nNr.", "nummer"), ("Maßnahmen-Nr.", "nummer"), ("Handlungsfeld", "handlungsfeld"),
        ("HF", "handlungsfeld"), ("Ziel", "ziel"), ("Handlungsziele", "ziel"), ("Zielgruppe(n)", "zielgruppen"), ("Leitziel", "leitziel"),
        ("Maßnahme", "titel"), ("MASSNAHMEN", "titel"), ("Maßnahme / Projekt", "titel"), ("Maßnahmenbeschreibung", "text"),
        ("Beschreibung", "text"), ("Zuständigkeit", "federfuehrung"), ("Feder-\nführung", "federfuehrung"), ("Verantwortlich", "federfuehrung"),
        ("Beteiligte", "beteiligte"), ("Kooperationspartner", "kooperationspartner"), ("Beginn", "beginn"), ("Start", "beginn"),
        ("Bis wann?", "ende"), ("Frist", "ende"), ("Zeitraum", "zeitraum"), ("Laufzeit", "zeitraum"), ("Kosten (in €)", "kosten"),
        ("Kosten 2)", "kosten"), ("Kosten pro Jahr", "kosten_jaehrlich"), ("Finanzierung", "kosten_erlaeuterung"), ("Status", "status"),
        ("Stand der Umsetzung", "status"), ("Prio", "prioritaet"), ("Indikatoren", "messkriterium"), ("Bemerkungen", "bemerkung"),
        ("Kurzbeschreibung", "text"), ("Zeitl. Rahmen", "zeitraum"), ("Wer ist Zielgruppe?", "zielgruppen"), ("Ansprechpartner/in", "person"), ("Laufwerk", None), ("", None), ("Zieldatum?", None),
    ],
)  # fmt: skip
def test_usual_headings_are_understood(ueberschrift: str, feld: str | None) -> None:
    assert rate(ueberschrift) == feld


def test_a_heading_below_titles_is_found_and_columns_without_one_are_kept(tmp_path: Path) -> None:
    zeilen = [
        ["Maßnahmenplan 2018"],
        [None, "Stand", "März"],
        ["Maßnahme", "Ende", None],
        ["Café", "2019", "mehr"],
    ]
    gelesen = lies(tmp_path, [["HF"], *zeilen], blatt="HF 3")
    assert gelesen.kopf.zeile == 4
    assert [(s.ueberschrift, s.feld, s.ist_bekannt) for s in gelesen.kopf.spalten] == [
        ("Maßnahme", "titel", True),
        ("Ende", "ende", True),
        ("", "bemerkung", False),
    ]
    assert gelesen.plan.massnahmen["M-3.1.1"]["bemerkung"] == "Spalte C: mehr"


def test_a_heading_over_two_columns_has_its_parts_below(tmp_path: Path) -> None:
    zeilen = [
        ["Maßnahme", "Zeitraum", None, "Wer"],
        [None, "von", "bis", None],
        ["Café", "2018", "2019", "Hauptamt"],
    ]
    gelesen = lies(tmp_path, zeilen, verbunden=["B1:C1"], blatt="HF3")
    assert [(s.ueberschrift, s.feld) for s in gelesen.kopf.spalten] == [
        ("Maßnahme", "titel"),
        ("Zeitraum von", "beginn"),
        ("Zeitraum bis", "ende"),
        ("Wer", "federfuehrung"),
    ]
    assert gelesen.plan.massnahmen["M-3.1.1"]["ende"] == "2019"


def test_what_the_user_says_comes_before_what_is_guessed(tmp_path: Path) -> None:
    zeilen = [["Was wollen wir?", "Maßnahme", "Frist"], ["Lotsen", "intern", "2019"]]
    gelesen = lies(tmp_path, zeilen, "was wollen WIR?=titel", "B=text", "Frist=weglassen", blatt="HF3")
    assert gelesen.plan.massnahmen["M-3.1.1"] == {
        "kennung": "M-3.1.1",
        "ziel": "Z-3.1",
        "titel": "Lotsen",
        "text": "intern",
    }


def test_a_second_column_for_one_field_goes_into_the_remark(tmp_path: Path) -> None:
    zeilen = [["Maßnahme", "Frist", "Termin"], ["Lotsen", "2019", "2020"]]
    massnahme = lies(tmp_path, zeilen, blatt="HF3").plan.massnahmen["M-3.1.1"]
    assert (massnahme["ende"], massnahme["bemerkung"]) == ("2019", "Termin: 2020")


@pytest.mark.parametrize("zeilen", [[["a", "b"], ["c", "d"]], [["Frist", "Status"], ["2019", "x"]]])
def test_a_sheet_without_measures_is_refused(tmp_path: Path, zeilen: list[list[str]]) -> None:
    with pytest.raises(FgkError, match="ist keine Zeile mit Überschriften zu finden"):
        lies(tmp_path, zeilen)


DECKBLATT = [["Stadt Musterstadt"], ["Maßnahmenplan"]]
PLAN = [["Lfd.", "Was wollen wir tun?", "Wer macht es?"], [1, "Lotsen für den Schulstart", "Jugendamt"]]


def _buch(ordner: Path) -> list[Blatt]:
    buch = openpyxl.Workbook()
    for name, zeilen in (("Deckblatt", DECKBLATT), ("Plan", PLAN)):
        blatt = buch.create_sheet(name)
        for zeile in zeilen:
            blatt.append(zeile)
    buch.save(ordner / "a.xlsx")
    return lies_blaetter(ordner / "a.xlsx")


def test_without_a_heading_sheets_and_likely_headings_are_named_and_the_advice_helps(tmp_path: Path) -> None:
    with pytest.raises(FgkError) as fehler:
        waehle_blatt(_buch(tmp_path), Zuordnung())
    assert "Auf keinem Blatt („Deckblatt“, „Plan“)" in fehler.value.was
    assert "„Plan“ Zeile 1: „Lfd.“, „Was wollen wir tun?“, „Wer macht es?“." in fehler.value.was
    assert '--blatt "Plan" --spalte "Was wollen wir tun?=titel"' in fehler.value.tun
    blatt, kopf = waehle_blatt(_buch(tmp_path), lies_zuordnung(["Was wollen wir tun?=titel"], None, "Plan"))
    assert (blatt.name, [spalte.feld for spalte in kopf.spalten]) == (
        "Plan",
        ["bemerkung", "titel", "bemerkung"],
    )


@pytest.mark.parametrize("mehr", [[], ["Was wollen wir tun?=titel"]])
def test_a_column_that_is_not_there_is_refused_with_those_there_are(tmp_path: Path, mehr: list[str]) -> None:
    with pytest.raises(FgkError, match="Eine Spalte „Quark“ gibt es auf dem Blatt „Plan“ nicht") as fehler:
        waehle_blatt(_buch(tmp_path), lies_zuordnung(["Quark=text", *mehr]))
    assert "„Lfd.“, „Was wollen wir tun?“, „Wer macht es?“" in fehler.value.tun


def test_of_several_lists_one_has_to_be_named(tmp_path: Path) -> None:
    buch = openpyxl.Workbook()
    for name in ("Eins", "Zwei"):
        buch.create_sheet(name).append(["Maßnahme", "Frist"])
    buch.save(tmp_path / "a.xlsx")
    blaetter = lies_blaetter(tmp_path / "a.xlsx")
    with pytest.raises(FgkError, match="Mehrere Blätter sehen nach einer Liste aus: „Eins“, „Zwei“"):
        waehle_blatt(blaetter, Zuordnung())
    assert waehle_blatt(blaetter, Zuordnung(blatt="Zwei"))[0].name == "Zwei"
    with pytest.raises(FgkError, match="Ein Blatt „Drei“ gibt es nicht"):
        waehle_blatt(blaetter, Zuordnung(blatt="Drei"))


def test_a_mapping_file_says_all_at_once(tmp_path: Path) -> None:
    datei = tmp_path / "zuordnung.yaml"
    datei.write_text(
        "blatt: Plan\nkopfzeile: 2\nspalten:\n  Was: titel\n  B: ende\nvorgaben:\n  handlungsfeld: HF3\n",
        encoding="utf-8",
    )
    zuordnung = lies_zuordnung(["B=beginn"], datei)
    assert zuordnung == Zuordnung({"Was": "titel", "B": "beginn"}, "Plan", 2, {"handlungsfeld": "HF3"})
    assert lies_zuordnung([], datei, "Anderes").blatt == "Anderes"
    pfad = mappe(tmp_path, [["Maßnahme", "Frist"], ["Was", "x"], ["Café", "2019"]], blatt="Plan")
    assert waehle_blatt(lies_blaetter(pfad), zuordnung)[1].zeile == 2


@pytest.mark.parametrize(
    ("text", "was"),
    [
        ("spalten: [a]\n", "Unter „spalten“ fehlen Paare"), ("spalten:\n  a: 1\n", "Unter „spalten“ fehlen Paare"), ("x: 1\n", "„x“ ist unbekannt"),
        ("kopfzeile: drei\n", "„kopfzeile“ ist keine Nummer"), ("vorgaben:\n  titel: x\n", "Vorgabe „titel“ gibt es nicht"), ("a: [\n", "keine gültige YAML-Datei"),
        ("spalten:\n  Was: titeln\n", "Ein Feld „titeln“ gibt es für Spalten nicht"), ("- a\n", "keine gültige YAML-Datei"),
    ],
)  # fmt: skip
def test_a_faulty_mapping_is_refused(tmp_path: Path, text: str, was: str) -> None:
    (tmp_path / "z.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FgkError) as fehler:
        lies_zuordnung([], tmp_path / "z.yaml")
    assert was in fehler.value.was


@pytest.mark.parametrize("angabe", ["Maßnahme", "=titel", "Maßnahme=", "Maßnahme=titeln"])
def test_a_faulty_column_is_refused(angabe: str) -> None:
    with pytest.raises(FgkError):
        lies_zuordnung([angabe])


def test_a_missing_mapping_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FgkError, match="lässt sich nicht lesen"):
        lies_zuordnung([], tmp_path / "fehlt.yaml")


FELDER = Handlungsfelder(
    {
        "HF1": ["Steuerung, Vernetzung und Nachhaltigkeit"],
        "HF3": ["Bildung und Erziehung", "Bildung von Anfang an"],
    }
)


@pytest.mark.parametrize(
    ("text", "kennung"),
    [
        ("HF3", "HF3"), ("HF 3", "HF3"), ("3", "HF3"), ("3. Bildung", "HF3"), ("Handlungsfeld 3: Bildung und Erziehung", "HF3"), ("III. Bildung", "HF3"),
        ("Bildung und Erziehung", "HF3"), ("BILDUNG UND ERZIEHUNG", "HF3"), ("Bildung von Anfang an", "HF3"), ("Handlungsfeld Steuerung, Vernetzung", "HF1"),
        ("HF1: Bildung und Erziehung", None), ("2", None), ("7 Weltraum", None), ("Wohnen", None), ("3.1", None), ("31", None), ("", None),
    ],
)  # fmt: skip
def test_a_handlungsfeld_is_known_by_number_or_name(text: str, kennung: str | None) -> None:
    assert FELDER.finde(text) == kennung


@pytest.mark.parametrize(
    ("text", "nummer", "titel"),
    [
        ("3.1 Eltern entlasten", "3.1", "Eltern entlasten"), ("Z-3.1: Eltern", "3.1", "Eltern"), ("Ziel 3.10 – Eltern", "3.10", "Eltern"), ("3.1", "3.1", None),
        ("Ziel 2: Eltern", None, "Eltern"), ("Eltern\nentlasten", None, "Eltern entlasten"), ("Ziel", None, "Ziel"), ("3.1.2 Eltern", None, "3.1.2 Eltern"),
    ],
)  # fmt: skip
def test_a_goal_is_a_number_a_title_or_both(text: str, nummer: str | None, titel: str | None) -> None:
    assert zielangabe(text) == (nummer, titel)
