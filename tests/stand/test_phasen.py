"""Which phase runs: judged by what has happened and what is on file; lengths advise."""

from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, MINIMAL, lege_an
from staende import VEREINBARUNG, ZERTIFIKAT, audit, kurze_akte

from fgk.loading.load import load_akte
from fgk.models.verfahren import Dauer, Phase
from fgk.sources import FolderSource
from fgk.stand.phasen import laufende
from fgk.stand.phasenstand import Phasenstand
from fgk.stand.ueberblick import stand_von
from fgk.stand.zeitpunkt import Monate

BESCHLUSS = """\
kennung: B-2023-01
titel: Teilnahme
art: teilnahme
beratungen:
  - gremium: Rat
    datum: {datum}
    rolle: entscheidung
    ergebnis: unveraendert
"""
VERTRAG = "kennung: V-2023\npartner: Verein\nunterzeichnet_am: {datum}\n"
AUFTAKT = "\n  - schritt: auftakt\n    datum: {datum}"


def phasen(ordner: Path, stichtag: date) -> list[Phasenstand]:
    return stand_von(load_akte(FolderSource(ordner))[0], stichtag).phasen


def zustaende(ordner: Path, stichtag: date) -> list[str]:
    return [phase.zustand for phase in phasen(ordner, stichtag)]


ABGESCHLOSSEN, LAEUFT, OFFEN = "abgeschlossen", "laeuft", "offen"


@pytest.mark.parametrize(
    ("stichtag", "laeuft"),
    [
        (date(2015, 12, 31), 0),  # before anything
        (date(2016, 12, 31), 1),  # decided and signed in 2016, as far as is certain
        (date(2017, 3, 14), 2),  # the day of the Strategieworkshop
        (date(2017, 6, 27), 3),
        (date(2017, 8, 23), 3),
        (date(2017, 8, 24), 4),
        (date(2017, 9, 27), 5),
        (date(2020, 9, 30), 5),
        (date(2021, 2, 22), 5),  # the Laufzeit is over, the last report is not presented
        (date(2021, 2, 23), 6),
    ],
)
def test_the_example_goes_through_all_phases(stichtag: date, laeuft: int) -> None:
    erwartet = [ABGESCHLOSSEN] * laeuft + [LAEUFT] + [OFFEN] * 6
    assert zustaende(BEISPIEL, stichtag) == erwartet[:6]


def test_a_fresh_akte_is_in_its_first_phase_whatever_is_drafted() -> None:
    assert zustaende(MINIMAL, date(2024, 6, 30)) == [LAEUFT, *[OFFEN] * 5]


def test_a_phase_before_one_that_has_begun_is_incomplete_until_all_is_on_file(tmp_path: Path) -> None:
    dateien = {
        "audit.yaml": audit("A-x", termine=AUFTAKT.format(datum="2023-09-12")),
        "vertrag.yaml": VERTRAG.format(datum="2023-06-01"),
    }
    ordner = lege_an(tmp_path / "a", dateien)
    stand = phasen(ordner, date(2023, 10, 1))
    assert [phase.zustand for phase in stand[:3]] == ["unvollstaendig", LAEUFT, OFFEN]
    assert [e.voraussetzung.text for e in stand[0].fehlt] == ["Beschluss des Rats zur Teilnahme"]
    assert stand[1].beginn == (date(2023, 9, 12), date(2023, 9, 12))  # the Auftakt says when
    lege_an(ordner, dateien | {"beschluesse/B-2023-01.yaml": BESCHLUSS.format(datum="2023-05-04")})
    assert zustaende(ordner, date(2023, 10, 1))[0] == ABGESCHLOSSEN


def test_reports_ahead_of_time_do_not_end_the_implementation(tmp_path: Path) -> None:
    berichte = {
        f"jahresberichte/{jahr}.yaml": f"kennung: J-{jahr}\nvon: {jahr}-01-01\nbis: {jahr}-12-31\n"
        f"vorgelegt_am: {jahr + 1}-02-01\nmassnahmen: []\n"
        for jahr in (2020, 2021, 2022)
    }
    ordner = kurze_akte(tmp_path / "a", audit("A-x"), zielvereinbarung=VEREINBARUNG, begutachtung=ZERTIFIKAT)
    for name, inhalt in berichte.items():
        (ordner / name).parent.mkdir(exist_ok=True)
        (ordner / name).write_text(inhalt, encoding="utf-8")
    umsetzung = phasen(ordner, date(2023, 6, 30))[-1]
    assert (umsetzung.zustand, umsetzung.fehlt) == (LAEUFT, [])
    danach = phasen(ordner, date(2023, 7, 1))[-1]
    assert (danach.zustand, danach.ende) == (ABGESCHLOSSEN, (date(2023, 6, 30), date(2023, 6, 30)))


def test_lengths_are_judged_only_where_they_are_certain() -> None:
    stand = {phase.phase.kennung: phase for phase in phasen(BEISPIEL, date(2021, 6, 1))}
    # it began some day in the last months of 2016: nobody can say that it was short
    assert (stand["analyse"].monate, stand["analyse"].ist_kurz, stand["analyse"].ist_lang) == (
        (2, 6),
        False,
        False,
    )
    assert (stand["beteiligung"].monate, stand["beteiligung"].ist_kurz) == ((3, 3), True)
    assert (stand["umsetzung"].monate, stand["umsetzung"].ist_lang) == ((36, 36), False)


@pytest.mark.parametrize(
    ("ablauf", "tage", "ist_lang"),
    [
        (None, date(2024, 1, 20), False),
        (None, date(2024, 3, 20), True),
        ("kurz-2012", date(2024, 1, 20), True),
    ],
)
def test_a_phase_that_runs_longer_than_its_published_length_says_so(
    tmp_path: Path, ablauf: str | None, tage: date, ist_lang: bool
) -> None:
    mehr = {"ablauf": ablauf} if ablauf else {}
    kopf = audit("A-x", termine=AUFTAKT.format(datum="2023-09-12"), **mehr)
    laeuft = laufende(phasen(lege_an(tmp_path / "a", {"audit.yaml": kopf}), tage))
    assert laeuft is not None
    assert (laeuft.phase.kennung, laeuft.ist_lang, laeuft.ist_kurz) == ("analyse", ist_lang, False)


BETEILIGUNG = """
  - schritt: beteiligung
    datum: 2023-09-12
  - schritt: beteiligung
    geplant_am: 2023-11-30
"""


@pytest.mark.parametrize(
    ("stichtag", "zustand"), [(date(2023, 11, 30), LAEUFT), (date(2023, 12, 1), ABGESCHLOSSEN)]
)
def test_a_phase_waits_for_what_is_still_planned_in_it(tmp_path: Path, stichtag: date, zustand: str) -> None:
    ordner = lege_an(tmp_path / "a", {"audit.yaml": audit("A-x", termine=BETEILIGUNG)})
    assert phasen(ordner, stichtag)[2].zustand == zustand


def test_a_phase_ends_with_its_last_step_and_the_next_can_begin_before(tmp_path: Path) -> None:
    termine = BETEILIGUNG.replace("geplant_am", "datum") + (
        "  - schritt: zielvereinbarungsworkshop\n    datum: 2023-11-15\n"
    )
    stand = phasen(lege_an(tmp_path / "a", {"audit.yaml": audit("A-x", termine=termine)}), date(2024, 1, 1))
    assert stand[2].ende == (date(2023, 11, 30), date(2023, 11, 30))
    assert (stand[3].zustand, stand[3].beginn) == (LAEUFT, (date(2023, 11, 15), date(2023, 11, 15)))


def test_the_ceremony_is_not_waited_for(tmp_path: Path) -> None:
    kopf = audit("A-x", termine="\n  - schritt: verleihung\n    geplant_am: 2020-09-01")
    ordner = kurze_akte(tmp_path / "a", kopf, begutachtung=ZERTIFIKAT)
    stand = phasen(ordner, date(2020, 7, 1))
    assert [phase.zustand for phase in stand[-2:]] == [ABGESCHLOSSEN, LAEUFT]
    assert stand[-2].ende == (date(2020, 6, 15), date(2020, 6, 15))


def test_a_meeting_of_the_network_begins_no_phase(tmp_path: Path) -> None:
    kopf = audit("A-x", termine="\n  - schritt: netzwerktreffen\n    datum: 2023-09-12")
    assert zustaende(lege_an(tmp_path / "a", {"audit.yaml": kopf}), date(2024, 1, 1))[0] == LAEUFT


@pytest.mark.parametrize(
    ("monate", "ist_kurz", "ist_lang"),
    [
        ((10, 10), True, False),
        ((11, 11), False, False),
        ((13, 13), False, False),
        ((14, 14), False, True),
        ((14, 20), False, True),
        ((5, 11), False, False),
        ((5, 10), True, False),
    ],
)
def test_a_tenth_more_or_less_is_as_usual(monate: tuple[int, int], ist_kurz: bool, ist_lang: bool) -> None:
    ueblich = Dauer(phase="x", monate_von=12, monate_bis=12)
    phase = Phase(kennung="x", bezeichnung="x", beschreibung="x")
    stand = Phasenstand(phase, ABGESCHLOSSEN, None, None, (), (), Monate(*monate), ueblich)
    assert (stand.ist_kurz, stand.ist_lang) == (ist_kurz, ist_lang)


def test_a_stage_without_an_end_runs_on(tmp_path: Path) -> None:
    kopf = audit("A-x", stufe="erhaltung", termine="\n  - schritt: erhaltungsworkshop\n    datum: 2022-10-05")
    stand = phasen(lege_an(tmp_path / "a", {"audit.yaml": kopf}), date(2090, 1, 1))
    assert [(phase.phase.kennung, phase.zustand) for phase in stand] == [
        ("fortschreibung", "unvollstaendig"),
        ("erhaltung", LAEUFT),
    ]


def test_the_decision_on_a_second_version_does_not_move_the_end_of_the_first_phase(tmp_path: Path) -> None:
    def beschluss(kennung: str, tag: str) -> str:
        return (
            BESCHLUSS.format(datum=tag).replace("B-2023-01", kennung).replace("teilnahme", "zielvereinbarung")
            + "beschlusspunkte:\n  - nummer: 1\n    text: Wie vorgelegt.\n    betrifft:\n      - kennung: ZV-2020\n"
        )

    dateien = {
        "audit.yaml": audit("A-x", stufe="erhaltung"),
        "zielvereinbarung.yaml": "kennung: ZV-2020\nlaufzeit:\n  von: 2020-07-01\n",
        "begutachtung.yaml": "kennung: G-2020\nzertifikat:\n  art: erhaltungszertifikat\n  erteilt_am: 2020-06-15\n",
        "beschluesse/B-2020-01.yaml": beschluss("B-2020-01", "2020-05-01"),
        "beschluesse/B-2022-01.yaml": beschluss("B-2022-01", "2022-05-01"),
    }
    erste, zweite = phasen(lege_an(tmp_path / "a", dateien), date(2023, 1, 1))
    assert (erste.zustand, zweite.zustand) == (ABGESCHLOSSEN, LAEUFT)
    assert erste.ende is not None
    assert erste.ende.bis == date(2020, 6, 15)
