"""Returned forms brought back: three ways, row by row, and nothing that somebody typed is lost in silence."""

import os
import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from formulare import BERICHT, BLATT, TEXT, akte_mit_bericht, fuelle, oeffne, schreibe_formulare
from openpyxl.worksheet.worksheet import Worksheet

from fgk.cli import run
from fgk.exchange.dateien import finde_dateien, lies_dateien
from fgk.exchange.einlesen import Eingelesen, einlesen
from fgk.loading.load import load_akte
from fgk.sources import FolderSource

STICHTAG = date(2026, 1, 20)


@pytest.fixture
def akte(tmp_path: Path) -> Path:
    return akte_mit_bericht(tmp_path / "akte")


@pytest.fixture
def form(tmp_path: Path, akte: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return schreibe_formulare(akte, Path("aus"))


def lies_ein(akte: Path, *dateien: Path) -> Eingelesen:
    gefunden, hinweise = finde_dateien(dateien)
    ruecksendungen, ablehnungen = lies_dateien(gefunden, ist_eine=False)
    ergebnis = einlesen(akte, load_akte(FolderSource(akte))[0], ruecksendungen, STICHTAG)
    ergebnis.abgleich.ablehnungen.extend(ablehnungen)
    ergebnis.abgleich.hinweise.extend(hinweise)
    return ergebnis


def neu(ergebnis: Eingelesen) -> str:
    return ergebnis.dateien[BERICHT].decode() if ergebnis.dateien else TEXT


def abgelehnt(ergebnis: Eingelesen) -> list[tuple[str, str, str]]:
    return [(a.ort, a.kennung, a.was) for a in ergebnis.abgleich.ablehnungen]


def hinweise(ergebnis: Eingelesen) -> list[str]:
    return [hinweis.was for hinweis in ergebnis.abgleich.hinweise]


def test_a_form_that_nobody_has_touched_changes_nothing(akte: Path, form: Path) -> None:
    ergebnis = lies_ein(akte, form)
    assert (ergebnis.dateien, abgelehnt(ergebnis), hinweise(ergebnis)) == ({}, [], [])


def test_a_form_that_another_program_has_saved_anew_changes_nothing(akte: Path, form: Path) -> None:
    fuelle(form, {})
    ergebnis = lies_ein(akte, form)
    assert (ergebnis.dateien, abgelehnt(ergebnis), hinweise(ergebnis)) == ({}, [], [])


def test_only_the_answered_fields_change_and_every_other_byte_stays(akte: Path, form: Path) -> None:
    fuelle(form, {"F8": "in Umsetzung", "G8": 25, "H8": "Angefangen.", "G7": 60})
    ergebnis = lies_ein(akte, form)
    assert abgelehnt(ergebnis) == []
    assert neu(ergebnis) == TEXT.replace("fortschritt: 40   #", "fortschritt: 60   #").replace(
        "  - massnahme: M-1.1.3\n    status: geplant\n    # text:\n",
        "  - massnahme: M-1.1.3\n    status: in_umsetzung\n    fortschritt: 25\n    text: Angefangen.\n    # text:\n",
    )


def test_all_fields_come_back_as_they_were_meant(akte: Path, form: Path) -> None:
    fuelle(
        form,
        {
            "F8": "verschoben",
            "G8": "0 %",
            "H8": "Zwei\r\nZeilen. ",
            "I8": "Später.",
            "J8": "Keine Stelle.",
            "L8": datetime.fromisoformat("2027-03-31"),
            "M8": "Vermerk; 04.12.2025",
            "F9": "ersetzt",
            "J9": "Es gibt Besseres.",
            "K9": "M-1.1.2, m-1.1.3",
        },
    )
    ergebnis = lies_ein(akte, form)
    assert abgelehnt(ergebnis) == []
    akte_neu = neu(ergebnis)
    assert (
        "  - massnahme: M-1.1.3\n    status: verschoben\n    fortschritt: 0\n    text: |-\n      Zwei\n      Zeilen.\n"
        "    nachweise:\n      - bezeichnung: Vermerk\n        datum: 2025-12-04\n    abweichung: Später.\n"
        "    begruendung: Keine Stelle.\n    neue_frist: 2027-03-31\n    # text:\n"
    ) in akte_neu
    assert "nachfolger: [M-1.1.2, M-1.1.3]" in akte_neu


def test_an_emptied_cell_takes_the_field_away(akte: Path, form: Path) -> None:
    fuelle(form, {"G7": None, "M7": None})
    ergebnis = lies_ein(akte, form)
    assert "fortschritt" not in neu(ergebnis).partition("M-1.1.3")[0].replace("# geschätzt", "")
    assert "nachweise" not in neu(ergebnis)


def test_an_emptied_status_is_refused(akte: Path, form: Path) -> None:
    fuelle(form, {"F7": None})
    assert abgelehnt(lies_ein(akte, form))[0][:2] == ("Zelle F7", "M-1.1.2")
    assert "Der Status fehlt" in abgelehnt(lies_ein(akte, form))[0][2]


@pytest.mark.parametrize(
    ("zelle", "wert", "was"),
    [
        (
            "F7",
            "halb fertig",
            "„halb fertig“ ist kein Status. Möglich sind: geplant, in Umsetzung, umgesetzt,",
        ),
        ("G7", 150, "„150“ ist keine ganze Zahl von 0 bis 100."),
        ("L7", "demnächst", "„demnächst“ ist kein Datum."),
        ("H7", "=SUMME(A1:A3)", "Hier steht eine Formel. Fügen Sie den Wert selbst ein."),
        ("H7", "#REF!", "Hier steht der Fehlerwert #REF!."),
        ("K7", "Newsletter", "„Newsletter“ ist keine Kennung einer Maßnahme."),
        ("K7", "M-1.1.3", "hat Nachfolger, ist aber nicht ersetzt"),
    ],
)
def test_a_row_with_a_bad_answer_is_refused_and_the_others_are_taken(
    akte: Path, form: Path, zelle: str, wert: object, was: str
) -> None:
    fuelle(form, {zelle: wert, "I7": "Das bleibt mit liegen.", "G8": 5, "F8": "in Umsetzung"})
    ergebnis = lies_ein(akte, form)
    assert {(ort, kennung) for ort, kennung, _ in abgelehnt(ergebnis)} == {(f"Zelle {zelle}", "M-1.1.2")}
    assert was in abgelehnt(ergebnis)[0][2]
    assert [a.zeile.kennung for a in ergebnis.abgleich.aenderungen] == ["M-1.1.3"]
    assert "Das bleibt mit liegen" not in neu(ergebnis)


def test_a_status_without_its_reason_is_refused_at_the_cell_where_it_belongs(akte: Path, form: Path) -> None:
    fuelle(form, {"F8": "ruht"})
    assert abgelehnt(lies_ein(akte, form)) == [
        ("Zelle J8", "M-1.1.3", "Zum Status „ruht“ gehört eine Begründung; sie fehlt.")
    ]


def test_a_stale_row_is_refused_with_its_cells_and_the_others_are_taken(akte: Path, form: Path) -> None:
    fuelle(form, {"G7": 70, "H7": "Neu.", "G8": 5, "F8": "in Umsetzung"})
    (akte / BERICHT).write_text(TEXT.replace("fortschritt: 40", "fortschritt: 50"), encoding="utf-8")
    ergebnis = lies_ein(akte, form)
    assert [(ort, kennung) for ort, kennung, _ in abgelehnt(ergebnis)] == [("Zellen G7, H7", "M-1.1.2")]
    assert "wurde hier geändert, nachdem das Formular geschrieben war" in abgelehnt(ergebnis)[0][2]
    assert [a.zeile.kennung for a in ergebnis.abgleich.aenderungen] == ["M-1.1.3"]


def test_a_stale_row_that_says_what_the_report_says_now_is_no_conflict(akte: Path, form: Path) -> None:
    fuelle(form, {"G7": 50})
    (akte / BERICHT).write_text(TEXT.replace("fortschritt: 40", "fortschritt: 50"), encoding="utf-8")
    ergebnis = lies_ein(akte, form)
    assert (ergebnis.dateien, abgelehnt(ergebnis)) == ({}, [])


def test_an_untouched_row_that_has_changed_since_stays_as_it_is_now(akte: Path, form: Path) -> None:
    fuelle(form, {"G8": 5, "F8": "in Umsetzung"})
    (akte / BERICHT).write_text(TEXT.replace("fortschritt: 40", "fortschritt: 50"), encoding="utf-8")
    ergebnis = lies_ein(akte, form)
    assert "fortschritt: 50" in neu(ergebnis)
    assert abgelehnt(ergebnis) == []


def test_another_way_of_writing_the_report_makes_no_row_stale(akte: Path, form: Path) -> None:
    fuelle(form, {"G7": 70})
    anders = TEXT.replace(
        ">-\n      Der Bericht liegt\n      im Entwurf vor.", '"Der Bericht liegt im Entwurf vor."  # neu'
    )
    (akte / BERICHT).write_bytes(anders.replace("\n", "\r\n").encode())
    ergebnis = lies_ein(akte, form)
    assert abgelehnt(ergebnis) == []
    assert ergebnis.dateien[BERICHT].decode() == anders.replace("fortschritt: 40", "fortschritt: 70").replace(
        "\n", "\r\n"
    )


def test_two_workbooks_that_answer_otherwise_are_both_named(akte: Path, form: Path) -> None:
    zweites = form.with_name("zweites.xlsx")
    shutil.copy(form, zweites)
    fuelle(form, {"G7": 70, "I8": "Eins."})
    fuelle(zweites, {"G7": 80, "I8": "Eins."})
    ergebnis = lies_ein(akte, form, zweites)
    assert ergebnis.abgleich.ablehnungen == [
        (
            "aus/formular-2025-jugendamt.xlsx",
            "Zelle G7",
            "M-1.1.2",
            "Zu „Fortschritt“ steht in aus/zweites.xlsx, Zelle G7 etwas anderes. Klären Sie, was gilt.",
        )
    ]
    assert [a.zeile.kennung for a in ergebnis.abgleich.aenderungen] == ["M-1.1.3"]


def test_two_workbooks_that_answer_different_fields_are_joined(akte: Path, form: Path) -> None:
    zweites = form.with_name("zweites.xlsx")
    shutil.copy(form, zweites)
    fuelle(form, {"G7": 70})
    fuelle(zweites, {"I7": "Mehr als gedacht."})
    ergebnis = lies_ein(akte, form.parent)
    assert abgelehnt(ergebnis) == []
    assert "fortschritt: 70" in neu(ergebnis)
    assert "abweichung: Mehr als gedacht." in neu(ergebnis)


def test_added_rows_are_named_and_not_dropped(akte: Path, form: Path) -> None:
    fuelle(form, {"A12": "M-1.1.9", "B12": "Ganz neu", "H13": "Das wollten wir noch sagen."})
    assert abgelehnt(lies_ein(akte, form)) == [
        ("Zellen A12, B12", "M-1.1.9", "Die Kennung „M-1.1.9“ gehört nicht zu diesem Formular."),
        ("Zelle H13", "", "Die Zeile hat keine Kennung, enthält aber Text."),
    ]


def test_deleted_rows_are_named_as_not_answered(akte: Path, form: Path) -> None:
    def loesche(blatt: Worksheet) -> None:
        blatt.delete_rows(8)
        blatt["G7"] = 70

    fuelle(form, loesche)
    ergebnis = lies_ein(akte, form)
    assert hinweise(ergebnis) == ["Nicht beantwortet, weil die Zeile fehlt: M-1.1.3."]
    assert [a.zeile.kennung for a in ergebnis.abgleich.aenderungen] == ["M-1.1.2"]


def _ordne_um(blatt: Worksheet) -> None:
    """Turn rows and columns round, below two lines more at the top, on a sheet of another name."""
    zeilen = [[zelle.value for zelle in zeile] for zeile in blatt["A6:M9"]]
    blatt.delete_rows(1, 20)
    for platz, zeile in enumerate([zeilen[0], *reversed(zeilen[1:])], start=8):
        for spalte, wert in enumerate(reversed(zeile), start=2):
            zelle = blatt.cell(platz, spalte, wert)
            zelle.data_type = "s" if isinstance(wert, str) else "n"
    blatt.title = "Tabelle1"
    fortschritt = next(zelle for zelle in blatt[8] if zelle.value == "Fortschritt")
    blatt.cell(11, fortschritt.column, 70)


def test_rows_and_columns_are_found_by_kennung_and_heading(akte: Path, form: Path) -> None:
    fuelle(form, _ordne_um)
    ergebnis = lies_ein(akte, form)
    assert (abgelehnt(ergebnis), hinweise(ergebnis)) == ([], [])
    assert neu(ergebnis) == TEXT.replace("fortschritt: 40", "fortschritt: 70")


def test_a_row_that_stands_there_twice_must_say_the_same(akte: Path, form: Path) -> None:
    fuelle(form, {"G7": 70, "A12": "M-1.1.2", "F12": "in Umsetzung", "G12": 80})
    assert ("Zelle G7", "M-1.1.2") in [(ort, kennung) for ort, kennung, _ in abgelehnt(lies_ein(akte, form))]
    assert "Zelle G12 etwas anderes" in abgelehnt(lies_ein(akte, form))[0][2]


@pytest.mark.parametrize(
    ("aendere", "was"),
    [
        (
            lambda blatt: blatt.delete_cols(8),
            "Zeile 6, fehlt die Überschrift „Bericht“; gelesen wurde nichts.",
        ),
        (
            lambda blatt: blatt.__setitem__("H6", "Was wurde gemacht?"),
            "fehlt die Überschrift „Bericht“; gelesen wurde nichts. Nicht bekannt sind: „Was wurde gemacht?“ (H6).",
        ),
        (lambda blatt: blatt.delete_cols(8, 2), "fehlen die Überschriften „Bericht“, „Abweichung“;"),
    ],
)
def test_a_form_that_lacks_an_answer_column_is_refused_whole_with_the_heading(
    akte: Path, form: Path, aendere: Callable[[Worksheet], None], was: str
) -> None:
    fuelle(form, {"G7": 70, "H8": "Was hier steht, ginge verloren."})
    fuelle(form, aendere)
    ergebnis = lies_ein(akte, form)
    assert ergebnis.dateien == {}
    assert len(abgelehnt(ergebnis)) == 1
    assert was in abgelehnt(ergebnis)[0][2]


def test_a_column_of_their_own_and_a_sheet_of_their_own_are_named(akte: Path, form: Path) -> None:
    fuelle(form, {"N6": "Kommentar", "N7": "Bitte anrufen.", "O8": "!"})
    buch = oeffne(form)
    buch.create_sheet("Notizen")["A1"] = "Mehr dazu"
    buch.save(form)
    assert hinweise(lies_ein(akte, form)) == [
        "Die Spalte „Kommentar“ gehört nicht zum Formular; nicht gelesen: N7.",
        "Eine Spalte ohne Überschrift gehört nicht zum Formular; nicht gelesen: O8.",
        "Das Blatt „Notizen“ gehört nicht zum Formular und wurde nicht gelesen.",
    ]


def test_what_was_written_over_locked_cells_is_named(akte: Path, form: Path) -> None:
    fuelle(form, {"B7": "Anderer Titel", "D7": "2030"})
    ergebnis = lies_ein(akte, form)
    assert ergebnis.dateien == {}
    assert hinweise(ergebnis) == [
        "M-1.1.2, Zellen B7, D7: ist nicht zum Ausfüllen; die Änderung wurde nicht übernommen."
    ]


def test_merged_answer_cells_are_refused(akte: Path, form: Path) -> None:
    def verbinde(blatt: Worksheet) -> None:
        blatt["H7"] = "Gilt für beide."
        blatt.merge_cells("H7:H8")

    fuelle(form, verbinde)
    assert abgelehnt(lies_ein(akte, form)) == [
        ("Zelle H7", "M-1.1.2", "Die Zellen H7:H8 sind verbunden. Heben Sie die Verbindung auf.")
    ]


def test_a_heading_that_stands_there_twice_is_refused(akte: Path, form: Path) -> None:
    fuelle(form, {"N6": "Status"})
    assert (
        "„Status“ steht in Blatt „Maßnahmen“ zweimal, auch in Zelle N6"
        in abgelehnt(lies_ein(akte, form))[0][2]
    )


@pytest.mark.parametrize(
    ("aendere", "was"),
    [
        (lambda buch: buch["_fgk"].__setitem__("B1", "99"), "hat die Fassung 99; diese fgk-Version liest Fassung 1"),
        (lambda buch: buch["_fgk"].__setitem__("B2", "A-anderswo-2020"), "gehört zur Akte A-anderswo-2020, nicht zu A-musterstadt-2024"),
        (lambda buch: buch["_fgk"].__setitem__("B3", "J-2031"), "Einen Jahresbericht J-2031 ohne Fehler gibt es in dieser Akte nicht"),
        (lambda buch: buch.remove(buch[BLATT]), "fehlt die Zeile mit den Überschriften"),
        (lambda buch: buch.remove(buch["_fgk"]), "Ihm fehlt das verborgene Blatt"),
    ],
)  # fmt: skip
def test_a_form_from_elsewhere_or_before_is_refused_whole(
    akte: Path, form: Path, aendere: Callable[..., None], was: str
) -> None:
    fuelle(form, {"G7": 70})
    buch = oeffne(form)
    aendere(buch)
    buch.save(form)
    ergebnis = lies_ein(akte, form)
    assert ergebnis.dateien == {}
    assert len(abgelehnt(ergebnis)) == 1
    assert was in abgelehnt(ergebnis)[0][2]


NAECHSTER = "kennung: J-2026\nvon: 2026-01-01\nbis: 2026-12-31\nmassnahmen:\n  - massnahme: M-1.1.1\n    status: geplant\n"
KENNTNISNAHME = """\
kennung: B-2026-01
titel: Jahresbericht 2025
art: jahresbericht
beratungen:
  - gremium: Rat
    datum: 2026-01-15
    rolle: kenntnisnahme
    ergebnis: zur_kenntnis
beschlusspunkte:
  - nummer: 1
    text: Der Jahresbericht 2025 wird zur Kenntnis genommen.
    betrifft:
      - kennung: J-2025
"""


def test_a_late_answer_comes_into_the_report_of_its_form_and_not_into_the_last(
    akte: Path, form: Path
) -> None:
    akte_mit_bericht(akte, {"jahresberichte/2026.yaml": NAECHSTER})
    fuelle(form, {"G7": 70})
    ergebnis = lies_ein(akte, form)
    assert [*ergebnis.dateien] == [BERICHT]
    assert "fortschritt: 70" in neu(ergebnis)
    assert hinweise(ergebnis) == [
        "Die Antworten kommen in den Jahresbericht J-2025, zu dem das Formular gehört; der jüngste ist J-2026."
    ]


def test_answers_to_two_reports_come_into_each(akte: Path, form: Path, tmp_path: Path) -> None:
    fuelle(form, {"G7": 70})
    akte_mit_bericht(akte, {"jahresberichte/2026.yaml": NAECHSTER})
    worte = [
        "export",
        "formular",
        str(akte),
        "--jahr",
        "2026",
        "-o",
        str(tmp_path),
        "--stichtag",
        "2027-01-05",
    ]
    assert run(worte) == 0
    fuelle(tmp_path / "formular-2026-hauptamt.xlsx", {"H7": "Sie tagt."})
    ergebnis = lies_ein(akte, form, tmp_path / "formular-2026-hauptamt.xlsx")
    assert [*ergebnis.dateien] == [BERICHT, "jahresberichte/2026.yaml"]
    assert b"text: Sie tagt." in ergebnis.dateien["jahresberichte/2026.yaml"]


def test_a_report_that_the_council_took_note_of_stays_and_the_form_is_refused_with_advice(
    akte: Path, form: Path
) -> None:
    akte_mit_bericht(akte, {"beschluesse/B-2026-01.yaml": KENNTNISNAHME})
    fuelle(form, {"G7": 70})
    ergebnis = lies_ein(akte, form)
    assert ergebnis.dateien == {}
    assert "J-2025, den der Rat mit B-2026-01 zur Kenntnis genommen hat" in abgelehnt(ergebnis)[0][2]
    assert "in den nächsten Bericht" in abgelehnt(ergebnis)[0][2]
    akte_mit_bericht(akte, {"beschluesse/B-2026-01.yaml": KENNTNISNAHME.replace("2026-01-15", "2026-02-15")})
    assert [*lies_ein(akte, form).dateien] == [BERICHT], "not yet on that day"


def test_a_measure_that_has_left_the_report_is_named(akte: Path, form: Path) -> None:
    fuelle(form, {"G8": 10})
    (akte / BERICHT).write_text(
        TEXT.replace("  - massnahme: M-1.1.3\n    status: geplant\n", ""), encoding="utf-8"
    )
    assert ("Zeile 8", "M-1.1.3", "Die Maßnahme steht nicht mehr im Jahresbericht.") in abgelehnt(
        lies_ein(akte, form)
    )


def test_a_folder_is_read_without_lock_files_and_what_else_lies_there_is_named(
    akte: Path, form: Path
) -> None:
    ordner = form.parent
    (ordner / "~$formular-2025-jugendamt.xlsx").write_bytes(b"x")
    (ordner / "notiz.txt").write_text("hallo")
    (ordner / "liste.csv").write_text("a;b\n")
    (ordner / "alt").mkdir()
    fuelle(form, {"G7": 70})
    ergebnis = lies_ein(akte, ordner, form)
    assert [a.datei for a in ergebnis.abgleich.ablehnungen] == ["aus/liste.csv"]
    assert [(h.datei, h.was.partition(":")[0]) for h in ergebnis.abgleich.hinweise] == [
        ("alt", "Übergangen"),
        ("notiz.txt", "Übergangen"),
        ("~$formular-2025-jugendamt.xlsx", "Übergangen"),
    ]
    assert neu(ergebnis) == TEXT.replace("fortschritt: 40", "fortschritt: 70")


def test_a_text_that_excel_cannot_show_whole_is_changed_only_in_the_file(
    akte: Path, form: Path, tmp_path: Path
) -> None:
    lang = "Wort " * 8000
    (akte / BERICHT).write_text(TEXT.replace("    # text:", f"    text: {lang}"), encoding="utf-8")
    form = schreibe_formulare(akte, tmp_path / "lang")
    fuelle(form, {"I8": "Auch."})
    assert abgelehnt(lies_ein(akte, form)) == []
    fuelle(form, {"H8": "Kurz."})
    assert "länger, als Excel zeigen kann" in abgelehnt(lies_ein(akte, form))[0][2]


def test_a_very_long_answer_comes_back_whole(akte: Path, form: Path) -> None:
    lang = "Sehr lang. " * 2900
    fuelle(form, {"H8": lang})
    ergebnis = lies_ein(akte, form)
    (akte / BERICHT).write_bytes(ergebnis.dateien[BERICHT])
    assert load_akte(FolderSource(akte))[1] == []
    assert " ".join(neu(ergebnis).split()).count("Sehr lang.") == 2900


def test_a_report_that_was_presented_already_is_changed_with_a_note(akte: Path, form: Path) -> None:
    text = TEXT.replace("massnahmen:\n", "vorgelegt_am: 2026-01-10\nmassnahmen:\n", 1)
    (akte / BERICHT).write_text(text, encoding="utf-8")
    fuelle(form, {"G7": 70})
    assert hinweise(lies_ein(akte, form)) == [
        "Der Bericht wurde dem Rat am 10.01.2026 vorgelegt; was Sie jetzt ändern, kennt er nicht."
    ]


def test_an_answer_that_is_likely_to_name_a_person_is_taken_and_pointed_out_at_its_cell(
    akte: Path, form: Path
) -> None:
    fuelle(form, {"H7": "Frau Muster hat ihn geschrieben.", "I8": "Fragen an muster@musterstadt.example"})
    ergebnis = lies_ein(akte, form)
    assert [*ergebnis.dateien] == [BERICHT]
    assert [satz.partition(";")[0] for satz in hinweise(ergebnis)] == [
        "M-1.1.2, Zelle H7: Nennt wohl eine Person",
        "M-1.1.3, Zelle I8: Nennt wohl eine Person",
    ]


def test_an_answer_that_brings_a_fault_is_refused_at_its_cell(akte: Path, form: Path) -> None:
    zweites = form.with_name("formular-2025-hauptamt.xlsx")
    fuelle(form, {"F8": "ersetzt", "J8": "Nun im Familienbericht.", "K8": "M-1.1.3"})
    fuelle(zweites, {"H7": "Die Gruppe tagt."})
    ergebnis = lies_ein(akte, form, zweites)
    assert [(ort, kennung) for ort, kennung, _ in abgelehnt(ergebnis)] == [("Zelle K8", "M-1.1.3")]
    assert "nennt sich selbst als Nachfolger" in abgelehnt(ergebnis)[0][2]
    assert [a.zeile.kennung for a in ergebnis.abgleich.aenderungen] == ["M-1.1.1"]


def test_a_row_written_in_a_way_that_fgk_does_not_change_is_refused_and_the_others_are_taken(
    akte: Path, form: Path
) -> None:
    text = TEXT.replace(
        "  - massnahme: M-1.1.3\n    status: geplant\n",
        "  - {massnahme: M-1.1.3, # Sozialamt\n     status: geplant}\n",
    )
    (akte / BERICHT).write_text(text, encoding="utf-8")
    fuelle(form, {"G7": 70, "G8": 5, "F8": "in Umsetzung"})
    ergebnis = lies_ein(akte, form)
    assert [(ort, kennung) for ort, kennung, _ in abgelehnt(ergebnis)] == [("Zelle F8", "M-1.1.3")]
    assert "Dabei ginge ein Kommentar verloren" in abgelehnt(ergebnis)[0][2]
    assert neu(ergebnis) == text.replace("fortschritt: 40", "fortschritt: 70")


def test_rows_that_slipped_while_sorting_are_refused_and_not_taken_for_another_measure(
    akte: Path, form: Path
) -> None:
    fuelle(form, {"A7": "M-1.1.3", "A8": "M-1.1.2", "G9": 100})
    ergebnis = lies_ein(akte, form)
    was = "Kennung und Maßnahme gehören nicht zusammen; beim Sortieren sind Zeilen verrutscht."
    assert abgelehnt(ergebnis) == [("Zellen A7, B7", "M-1.1.3", was), ("Zellen A8, B8", "M-1.1.2", was)]
    assert [a.zeile.kennung for a in ergebnis.abgleich.aenderungen] == ["M-1.1.5"]


def test_what_is_no_ordinary_file_does_not_hang(akte: Path, form: Path) -> None:
    os.mkfifo(form.parent / "rohr.xlsx")
    (form.parent / "kreis.xlsx").symlink_to("kreis.xlsx")
    (form.parent / "ordner.xlsx").mkdir()
    ergebnis = lies_ein(akte, form.parent)
    assert [(a.datei, a.was.partition(".")[0]) for a in ergebnis.abgleich.ablehnungen] == [
        ("aus/kreis.xlsx", "Die Datei lässt sich nicht lesen (die Verknüpfung führt im Kreis)"),
        ("aus/rohr.xlsx", "Das ist keine gewöhnliche Datei"),
    ]
