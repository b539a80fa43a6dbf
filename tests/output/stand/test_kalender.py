"""The calendar: whole-day events that a second program reads, the same bytes every time, German and escaped."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hilfen import BEISPIEL, lege_an
from icalendar import Calendar
from staende import VEREINBARUNG, ZERTIFIKAT, audit

from fgk.loading.load import load_akte
from fgk.output.stand.kalender import als_kalender
from fgk.sources import FolderSource
from fgk.stand.lage import Stand
from fgk.stand.ueberblick import stand_von

TAG = date(2018, 6, 1)


def stand(ordner: Path, stichtag: date = TAG) -> Stand:
    return stand_von(load_akte(FolderSource(ordner))[0], stichtag)


def kalender(ordner: Path, stichtag: date = TAG, *, mit_erledigten: bool = False) -> Calendar:
    return Calendar.from_ical(als_kalender([stand(ordner, stichtag)], mit_erledigten=mit_erledigten))


def test_the_same_akte_and_day_give_the_same_bytes() -> None:
    assert als_kalender([stand(BEISPIEL)]) == als_kalender([stand(BEISPIEL)])


def test_lines_are_folded_at_75_bytes_between_characters_and_end_as_the_standard_says() -> None:
    daten = als_kalender([stand(BEISPIEL)])
    zeilen = daten.split(b"\r\n")
    assert max(map(len, zeilen)) <= 75
    assert daten.count(b"\n") == len(zeilen) - 1
    for zeile in zeilen:
        zeile.decode()  # no character lies on both sides of a fold
    assert "Stolberg (Rhld.)" in daten.decode().replace("\r\n ", "")


def test_an_event_is_a_whole_day_in_german_with_file_and_kennung() -> None:
    [event] = [e for e in kalender(BEISPIEL).events if e["UID"] == "massnahme.M-3.1.1@A-stolberg-2016.fgk"]
    assert event["SUMMARY"] == "Maßnahme M-3.1.1: Übergangskalender für jede Grundschule – Stolberg (Rhld.)"
    assert (date(2019, 7, 31), date(2019, 8, 1)) == (event.DTSTART, event.DTEND)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event.DTSTAMP.date() == TAG
    assert event["DESCRIPTION"].split("\n") == [
        "Zuständig: Schulamt",
        "Akte: A-stolberg-2016",
        "Kennung: M-3.1.1",
        "Datei: massnahmen/M-3.1.1.yaml, ende",
        "Stand: 01.06.2018",
    ]
    [erinnerung] = event.alarms.times
    assert erinnerung.trigger == datetime(2019, 7, 17, 9)  # noqa: DTZ001 - whatever the clock on the wall says


def test_only_open_deadlines_are_in_it_unless_all_are_asked_for() -> None:
    offen = {e["UID"] for e in kalender(BEISPIEL, date(2021, 6, 1)).events}
    alle = {
        e["UID"]: str(e["SUMMARY"]) for e in kalender(BEISPIEL, date(2021, 6, 1), mit_erledigten=True).events
    }
    assert len(offen) == 7
    assert offen < set(alle)
    assert alle["jahresbericht.1@A-stolberg-2016.fgk"].startswith("Erledigt: Jahresbericht 2018")


def test_the_uid_stays_when_a_deadline_moves_or_is_missed() -> None:
    davor = {e["UID"]: e for e in kalender(BEISPIEL, date(2019, 12, 31)).events}
    danach = {e["UID"]: e for e in kalender(BEISPIEL, date(2021, 6, 1)).events}
    uid = "massnahme.M-3.2.1@A-stolberg-2016.fgk"
    assert (date(2020, 6, 30), date(2020, 11, 30)) == (davor[uid].DTSTART, danach[uid].DTSTART)
    assert str(danach[uid]["SUMMARY"]).startswith("Überfällig: Maßnahme M-3.2.1")
    assert list(danach[uid].alarms.times) == []  # nobody needs to be reminded of what is past


def test_a_date_known_to_the_year_stands_at_its_end_and_says_so(tmp_path: Path) -> None:
    kopf = audit("A-x", termine='\n  - schritt: auftakt\n    geplant_am: "2019"')
    [event] = kalender(lege_an(tmp_path / "a", {"audit.yaml": kopf})).events
    assert date(2019, 12, 31) == event.DTSTART
    assert "Ein Tag ist nicht bekannt; eingetragen ist 2019." in event["DESCRIPTION"]


@pytest.mark.parametrize(
    "titel", ["Kaffee, Kuchen; und \\ mehr", "unter C:\\Neu", "Łódź ş é – „Ü“", "x" * 200, "BEGIN:VEVENT"]
)
def test_any_text_comes_back_as_it_was(tmp_path: Path, titel: str) -> None:
    massnahme = f"kennung: M-1.1.1\nziel: Z-1.1\ntitel: '{titel}'\nfederfuehrung: OE-10\nende: 2021-03-01\n"
    ordner = lege_an(
        tmp_path / "a",
        {
            "audit.yaml": audit("A-x"),
            "zielvereinbarung.yaml": VEREINBARUNG,
            "massnahmen/M-1.1.1.yaml": massnahme,
        },
    )
    events = [e for e in kalender(ordner, date(2020, 8, 1)).events if str(e["UID"]).startswith("massnahme")]
    assert [str(e["SUMMARY"]) for e in events] == [f"Maßnahme M-1.1.1: {titel} – Musterstadt"]


def test_the_name_of_the_calendar_is_escaped_too(tmp_path: Path) -> None:
    kopf = audit("A-x").replace("  name:", '  bezeichnung: "Stadt Łódź, die\\nGroße; am \\\\Netz"\n  name:')
    daten = als_kalender([stand(lege_an(tmp_path / "a", {"audit.yaml": kopf}))]).decode()
    assert "\r\nNAME:Fristen Stadt Łódź\\, die\\nGroße\\; am \\\\Netz\r\n" in daten


def test_of_the_end_of_a_certificate_it_reminds_a_year_before(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path / "a", {"audit.yaml": audit("A-x"), "begutachtung.yaml": ZERTIFIKAT})
    [event] = kalender(ordner, date(2021, 1, 1)).events
    [erinnerung] = event.alarms.times
    assert erinnerung.trigger == datetime(2022, 6, 14, 9)  # noqa: DTZ001 - as above


def test_the_last_day_that_there_is_does_not_break_it(tmp_path: Path) -> None:
    kopf = audit("A-x", termine="\n  - schritt: auftakt\n    geplant_am: 9999-12-31")
    [event] = kalender(lege_an(tmp_path / "a", {"audit.yaml": kopf})).events
    assert date(9999, 12, 31) == event.DTSTART


def test_an_event_says_what_it_is_about(tmp_path: Path) -> None:
    kopf = audit("A-x", termine="\n  - schritt: auftakt\n    geplant_am: 2019-02-01")
    [event] = kalender(lege_an(tmp_path / "a", {"audit.yaml": kopf})).events
    assert event.categories == ["Audit", "Termin"]


def test_several_audits_share_a_calendar_and_keep_their_events_apart(tmp_path: Path) -> None:
    kopf = {"audit.yaml": audit("A-x", termine="\n  - schritt: auftakt\n    geplant_am: 2019-02-01")}
    zwei = [stand(lege_an(tmp_path / "a", kopf)), stand(BEISPIEL)]
    gelesen = Calendar.from_ical(als_kalender(zwei))
    uids = [str(e["UID"]) for e in gelesen.events]
    assert len(set(uids)) == len(uids)
    assert "termin.auftakt.1@A-x.fgk" in uids
    assert (gelesen["X-WR-CALNAME"], gelesen["UID"]) == (
        "Fristen mehrerer Audits",
        "fristen@A-x+A-stolberg-2016.fgk",
    )
