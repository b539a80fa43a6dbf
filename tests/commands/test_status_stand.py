"""fgk status: where an audit stands, on the terminal, for programs, for a mail, as a calendar; one Akte or many."""

import json
import re
import shutil
from pathlib import Path

import pytest
from hilfen import BEISPIEL, MASSNAHME, MINIMAL, Aufruf, ablage, lege_ab, lege_an
from staende import ZERTIFIKAT, arbeitsbereich, audit, kreis, kurze_akte, quartier
from terminal import fgk_im_terminal

#: days in the life of the example
TAGE = ("2015-12-31", "2017-07-30", "2017-09-30", "2018-06-01", "2019-12-31", "2021-06-01")


def test_the_page_says_phase_gate_deadlines_and_progress(aufruf: Aufruf) -> None:
    ergebnis = aufruf("status", BEISPIEL, "--stichtag", "2018-06-01")
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    for zeile in (
        "Kupferstadt Stolberg (Rhld.)",
        "Audit Familiengerechte Kommune, Grund-Audit (A-stolberg-2016)",
        "Stand: 1. Juni 2018",
        "  Grundzertifikat, verliehen am 27.09.2017; das Ende der Gültigkeit ist nicht eingetragen.",
        "Nächstes Tor: Ende der Phase „Umsetzung“",
        "  fehlt  Jahresberichte über drei Jahre (jahresberichte/2018.yaml: vorgelegt_am)",
        "  Nichts ist überfällig oder bald fällig.",
        "Fortschritt (noch ohne Jahresbericht)",
    ):
        assert zeile in ergebnis.aus.splitlines()
    assert "läuft, seit 01.10.2017, Laufzeit 36 Monate (üblich: 36)" in ergebnis.aus
    am_stueck = " ".join(ergebnis.aus.split())
    assert "abgeschlossen, beendet 14.03.2017, 2 bis 6 Monate (üblich: 4)" in am_stueck


def test_what_is_overdue_has_words_and_where_it_comes_from(aufruf: Aufruf) -> None:
    aus = aufruf("status", BEISPIEL, "--stichtag", "2021-06-01").aus
    assert "  überfällig   30.11.2020  Maßnahme M-3.2.1: Sprachfachkräfte für Kitas." in aus
    assert "  fällig bald  30.06.2021  Maßnahme M-6.2.2: Kita trifft Seniorenheim." in aus
    assert "Später: 2 Fristen, die nächste am 30.09.2021: Maßnahme M-1.3.2" in aus
    assert "3 von 7 umgesetzt (42 %)" in aus
    assert "Alle Phasen sind abgeschlossen." in aus
    assert "erledigt" not in aus
    mit = aufruf("status", BEISPIEL, "--stichtag", "2021-06-01", "--erledigte").aus
    assert re.search(r"erledigt +31\.03\.2019  Jahresbericht 2018 vorlegen", mit)


@pytest.mark.parametrize("breite", [60, 80, 120])
@pytest.mark.parametrize("tag", TAGE)
def test_it_fits_the_terminal_and_has_no_codes_in_a_pipe(
    aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch, breite: int, tag: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(breite))
    aus = aufruf("status", BEISPIEL, "--stichtag", tag).aus
    assert max(map(len, aus.splitlines())) <= breite
    assert re.findall(r"[\x1b\r]", aus) == []


def test_on_a_terminal_it_is_coloured_and_says_the_same(aufruf: Aufruf) -> None:
    worte = ("status", str(BEISPIEL), "--stichtag", "2021-06-01")
    bunt = fgk_im_terminal(*worte, cwd=BEISPIEL.parent).text
    farblos = fgk_im_terminal(*worte, cwd=BEISPIEL.parent, env={"NO_COLOR": "1"}).text
    assert "\x1b[" in bunt
    assert "\x1b[" not in farblos
    ohne = re.sub(r"\x1b\[[0-9;]*m", "", bunt)
    assert [zeile.rstrip() for zeile in ohne.splitlines()] == [
        zeile.rstrip() for zeile in farblos.splitlines()
    ]


def test_text_of_an_akte_is_no_markup(aufruf: Aufruf, tmp_path: Path) -> None:
    kopf = audit(
        "A-x",
        termine="\n  - schritt: sonstiges\n    bezeichnung: '[red]Fest[/red]'\n    geplant_am: 2024-07-01",
    )
    ordner = lege_an(tmp_path / "a", {"audit.yaml": kopf})
    assert "[red]Fest[/red] (audit.yaml)" in aufruf("status", ordner, "--stichtag", "2024-06-30").aus


def test_the_smallest_akte_says_what_its_first_gate_asks_for(aufruf: Aufruf) -> None:
    aus = aufruf("status", MINIMAL, "--stichtag", "2024-06-30").aus
    assert "  fehlt  Beschluss des Rats zur Teilnahme (Ordner beschluesse)" in aus
    assert "  fehlt  Unterzeichneter Vertrag mit dem Verein (vertrag.yaml: unterzeichnet_am)" in aus
    assert "Noch ist nichts vereinbart; in der Akte: 1 Ziel und 1 Maßnahme." in aus


def test_faulty_files_are_left_out_and_named(aufruf: Aufruf, tmp_path: Path) -> None:
    ordner = lege_an(tmp_path / "a", {MASSNAHME: "kennung: 1\n"})
    ergebnis = aufruf("status", ordner)
    assert ergebnis.code == 0
    satz = f"1 Datei hat Fehler und fehlt hier: {MASSNAHME}. Was zu beheben ist, nennt „fgk validate“."
    assert satz in ergebnis.aus.replace("\n", " ")
    assert json.loads(aufruf("status", ordner, "--format", "json").aus)["fehlerhaft"] == [MASSNAHME]


def test_a_head_that_cannot_be_read_is_said(aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf("status", lege_an(tmp_path / "a", {"audit.yaml": "kennung: 1\n"}))
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert "lässt sich kein Stand ablesen" in ergebnis.fehler


def test_a_short_akte_lacks_nothing_and_shows_its_days(aufruf: Aufruf, tmp_path: Path) -> None:
    kopf = audit("A-x", fuehrung="kurz", termine='\n  - schritt: teilnahmebeschluss\n    datum: "2019"')
    aus = aufruf(
        "status", kurze_akte(tmp_path / "a", kopf, begutachtung=ZERTIFIKAT), "--stichtag", "2022-01-01"
    ).aus
    assert "Grundzertifikat, erteilt am 15.06.2020; gültig bis 14.06.2023." in aus
    assert re.search(r"Beschluss zur Teilnahme +2019\n", aus)
    assert "Die Akte wird kurz geführt" in aus
    assert not re.search("fehlt|nachzutragen|Phasen|Fortschritt|Jahresbericht", aus)


def test_a_kreis_shows_its_members_and_which_akten_are_not_here(aufruf: Aufruf, tmp_path: Path) -> None:
    ordner = kreis(tmp_path / "k")
    aus = " ".join(aufruf("status", ordner, "--stichtag", "2023-12-01", "--format", "md").aus.split())
    assert (
        "| Musterstadt (05999001) | Workshop mit den Schulen; Beteiligung: W-2023-01; Maßnahmen: M-1.1.1 | "
        "A-musterstadt-2020: Grund-Audit; Phase „Umsetzung“. Grundzertifikat, erteilt am 15.06.2020; "
        "abgelaufen seit 15.06.2023. |"
    ) in aus
    assert (
        "| Musterdorf (05999002) | keine Angabe | A-musterdorf-2020 liegt nicht in diesem Arbeitsbereich |"
        in aus
    )
    assert "| Mustertal (05999003) | keine Angabe | keine eigene Akte |" in aus
    mitglied = json.loads(aufruf("status", ordner, "--stichtag", "2022-01-01", "--format", "json").aus)[
        "mitglieder"
    ][0]
    assert (mitglied["stand"]["phase"], mitglied["stand"]["zertifikat"]["zustand"]) == (
        "umsetzung",
        "gueltig",
    )


def test_a_quartier_shows_its_leads_and_both_kinds_of_measures(aufruf: Aufruf, tmp_path: Path) -> None:
    aus = aufruf("status", quartier(tmp_path / "q"), "--stichtag", "2023-12-01").aus
    assert "Träger: Bauverein Musterstadt eG und Stadt Musterstadt" in aus
    assert "Maßnahmen: 2 unmittelbar (selbst umsetzbar), 1 mittelbar (durch andere anzustoßen)" in aus


def test_a_stage_without_an_end_says_so(aufruf: Aufruf, tmp_path: Path) -> None:
    kopf = audit("A-x", stufe="erhaltung", termine="\n  - schritt: erhaltungsworkshop\n    datum: 2022-10-05")
    zertifikat = "kennung: G-2021\nzertifikat:\n  art: erhaltungszertifikat\n  erteilt_am: 2021-07-01\n"
    vereinbarung = "kennung: ZV-2021\nfassung: 2\nlaufzeit:\n  von: 2021-07-01\n"
    ordner = kurze_akte(tmp_path / "a", kopf, begutachtung=zertifikat, zielvereinbarung=vereinbarung)
    aus = aufruf("status", ordner, "--stichtag", "2023-09-01").aus
    assert "Diese Stufe hat kein Ende." in aus
    assert "unbefristet gültig" in aus
    assert "Die Vereinbarung gilt in ihrer 2. Fassung." in aus
    assert "  fällig bald  05.10.2023  Erhaltungsworkshop abhalten." in aus


#: what programs may rely on; the handbook lists it
SCHLUESSEL = {
    "version", "art", "stichtag", "akte", "ort", "verfahren", "stufe", "fuehrung", "vorgaenger", "traeger",
    "ist_befristet", "zertifikat", "phase", "phasen", "fehlt", "nachzutragen", "schritte", "fristen", "fortschritt",
    "wirkungen", "mitglieder", "fehlerhaft", "hinweise",
}  # fmt: skip


@pytest.mark.parametrize("tag", TAGE)
def test_json_has_the_same_keys_on_every_day_and_iso_dates(aufruf: Aufruf, tag: str) -> None:
    gelesen = json.loads(aufruf("status", BEISPIEL, "--stichtag", tag, "--format", "json").aus)
    assert set(gelesen) == SCHLUESSEL
    assert (gelesen["version"], gelesen["art"], gelesen["stichtag"]) == (1, "stand", tag)
    for frist in gelesen["fristen"]:
        assert re.fullmatch(r"\d{4}(-\d{2}){0,2}", frist["faellig_am"] or "2000")
    assert all(phase["zustand"] in {"abgeschlossen", "laeuft", "offen"} for phase in gelesen["phasen"])


def test_json_says_what_is_missing_and_how_exact_it_is(aufruf: Aufruf) -> None:
    gelesen = json.loads(aufruf("status", BEISPIEL, "--stichtag", "2017-07-30", "--format", "json").aus)
    assert gelesen["phase"] == "vereinbarung"
    assert [(fehlt["datei"], fehlt["schluessel"]) for fehlt in gelesen["fehlt"]] == [
        ("audit.yaml", "termine"),
        ("beschluesse", None),
    ]
    assert gelesen["phasen"][0]["ende"] == {"fruehestens": "2016-09-06", "spaetestens": "2016-12-31"}
    assert gelesen["phasen"][2]["abweichung"] == "kuerzer"
    assert gelesen["fortschritt"] is None


@pytest.mark.parametrize(
    ("tag", "erwartet"),
    [("2021-01-15", "Bei 21 überfälligen Maßnahmen endete die Frist"), ("2018-12-15", "")],
)
def test_deadlines_since_the_last_report_are_said_to_be_uncertain(
    aufruf: Aufruf, tag: str, erwartet: str
) -> None:
    saetze = json.loads(aufruf("status", BEISPIEL, "--stichtag", tag, "--format", "json").aus)["hinweise"]
    gefunden = [satz for satz in saetze if "nach dem letzten Bericht" in satz]
    assert [satz[: len(erwartet)] for satz in gefunden] == ([erwartet] if erwartet else [])


def test_markdown_holds_all_deadlines_that_are_open(aufruf: Aufruf) -> None:
    zeilen = aufruf("status", BEISPIEL, "--stichtag", "2019-12-31", "--format", "md").aus.splitlines()
    assert zeilen[0] == "# Kupferstadt Stolberg (Rhld.)"
    assert "## Fortschritt (nach dem Jahresbericht 2018)" in zeilen
    assert "| offen | 31.03.2021 | Jahresbericht 2020 vorlegen |  | jahresberichte/2020.yaml |" in zeilen
    assert not any(zeile.startswith("| erledigt") for zeile in zeilen)


def test_the_calendar_goes_to_a_file_or_to_the_screen(aufruf: Aufruf, tmp_path: Path) -> None:
    worte = ("status", BEISPIEL, "--ics", "--stichtag", "2018-06-01")
    ergebnis = aufruf(*worte, "-o", tmp_path / "neu" / "fristen.ics")
    assert (ergebnis.code, ergebnis.aus) == (0, f"geschrieben: {tmp_path.as_posix()}/neu/fristen.ics\n")
    daten = (tmp_path / "neu" / "fristen.ics").read_bytes()
    assert daten.startswith(b"BEGIN:VCALENDAR\r\n")
    assert aufruf(*worte).aus.encode().replace(b"\r\n", b"\n") == daten.replace(b"\r\n", b"\n")


def test_what_does_not_go_together_is_refused(aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf("status", BEISPIEL, "--ics", "--format", "json")
    assert (ergebnis.code, "--ics und --format passen nicht zusammen" in ergebnis.fehler) == (2, True)
    ergebnis = aufruf("status", BEISPIEL, "-o", tmp_path)
    assert (ergebnis.code, "ist ein Ordner und keine Datei" in ergebnis.fehler) == (2, True)
    ergebnis = aufruf("status", tmp_path / "nirgends")
    assert (ergebnis.code, "gibt es nicht" in ergebnis.fehler) == (2, True)
    ergebnis = aufruf("status", tmp_path)
    assert (ergebnis.code, "liegt keine Akte" in ergebnis.fehler) == (2, True)


def test_an_earlier_state_is_shown_with_the_day_of_its_commit(aufruf: Aufruf, tmp_path: Path) -> None:
    bereich = arbeitsbereich(tmp_path / "b")
    kopf = audit("A-x", vorgaenger="A-alt", termine="\n  - schritt: auftakt\n    geplant_am: 2024-07-30")
    kurze_akte(bereich / "alt", audit("A-alt"), begutachtung=ZERTIFIKAT)
    ordner = lege_an(bereich / "a", {"audit.yaml": kopf})
    ablage(bereich)
    (ordner / "audit.yaml").write_text(audit("A-x"), encoding="utf-8")
    lege_ab(bereich, "Ohne Termin")
    aus = aufruf("status", ordner, "--at", "HEAD~1").aus
    assert "Stand: 30. Juni 2024" in aus
    assert "  fällig bald  30.07.2024  Auftakt (audit.yaml)" in aus
    assert "Grundzertifikat, erteilt am 15.06.2020 (Akte A-alt)" in aus  # the neighbour as it was then
    assert "Auftakt" not in aufruf("status", ordner, "--at", "HEAD").aus


def test_several_akten_get_a_line_each(
    aufruf: Aufruf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bereich = arbeitsbereich(tmp_path / "b")
    shutil.copytree(BEISPIEL, bereich / "stolberg")
    kurze_akte(bereich / "kurz", audit("A-kurz", fuehrung="kurz"), begutachtung=ZERTIFIKAT)
    kurze_akte(bereich / "kaputt", "kennung: 1\n")
    monkeypatch.chdir(bereich)
    ergebnis = aufruf("status", "--stichtag", "2021-06-01")
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    aus = ergebnis.aus.splitlines()
    assert re.fullmatch(
        r"Stolberg \(Rhld\.\) +alle Phasen +Ende nicht eingetragen +4 überfällig, 1 bald", aus[5]
    )
    assert "1 Akte ohne brauchbare audit.yaml ausgelassen: kaputt." in aus
    gelesen = json.loads(aufruf("status", "--stichtag", "2021-06-01", "--format", "json").aus)
    assert (gelesen["art"], [a["akte"] for a in gelesen["akten"]], gelesen["unlesbar"]) == (
        "staende", ["A-kurz", "A-stolberg-2016"], ["kaputt"],
    )  # fmt: skip
    assert aufruf("status", "--format", "md", "--stichtag", "2021-06-01").aus.startswith("| Audit | Phase |")
    assert (
        "UID:zertifikat.gueltig_bis@A-kurz.fgk" in aufruf("status", "--ics", "--stichtag", "2021-06-01").aus
    )


def test_reading_writes_nothing(aufruf: Aufruf, tmp_path: Path) -> None:
    ordner = Path(shutil.copytree(BEISPIEL, tmp_path / "a"))
    davor = {pfad: pfad.read_bytes() for pfad in ordner.rglob("*") if pfad.is_file()}
    for form in ("text", "json", "md"):
        assert aufruf("status", ordner, "--format", form).code == 0
    assert {pfad: pfad.read_bytes() for pfad in ordner.rglob("*") if pfad.is_file()} == davor
