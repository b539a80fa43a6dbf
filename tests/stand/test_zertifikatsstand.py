"""The certificate: none, valid, without an end on file, expired, expired while the next audit runs."""

from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL
from staende import ZERTIFIKAT, arbeitsbereich, audit, kurze_akte

from fgk.loading.load import load_akte
from fgk.loading.nachbarn import vergiss
from fgk.sources import FolderSource
from fgk.stand.zertifikatsstand import Zertifikatsstand, zertifikatsstand

BEGINN = "\n  - schritt: auftakt\n    datum: 2023-03-01"
NEUES = ZERTIFIKAT.replace("2020", "2024").replace("2023", "2027").replace("grund", "aufbau")


def stand(ordner: Path, stichtag: date) -> Zertifikatsstand:
    vergiss()
    return zertifikatsstand(load_akte(FolderSource(ordner))[0], stichtag)


@pytest.mark.parametrize(
    ("stichtag", "zustand"),
    [
        (date(2020, 6, 14), "keines"),
        (date(2020, 6, 15), "gueltig"),
        (date(2023, 6, 14), "gueltig"),
        (date(2023, 6, 15), "abgelaufen"),
    ],
)
def test_it_is_valid_from_the_grant_to_its_last_day(tmp_path: Path, stichtag: date, zustand: str) -> None:
    ordner = kurze_akte(tmp_path / "a", audit("A-x"), begutachtung=ZERTIFIKAT)
    assert stand(ordner, stichtag).zustand == zustand


def test_an_end_that_is_not_on_file_is_not_reckoned() -> None:
    assert stand(BEISPIEL, date(2090, 1, 1)).zustand == "ende_unbekannt"


@pytest.mark.parametrize(
    ("stichtag", "zustand"), [(date(2023, 12, 31), "gueltig"), (date(2024, 1, 1), "abgelaufen")]
)
def test_a_year_as_the_end_is_over_when_the_year_is(tmp_path: Path, stichtag: date, zustand: str) -> None:
    ungefaehr = ZERTIFIKAT.replace("2023-06-14", '"2023"')
    assert (
        stand(kurze_akte(tmp_path / "a", audit("A-x"), begutachtung=ungefaehr), stichtag).zustand == zustand
    )


def test_a_stage_without_end_has_a_certificate_without_one(tmp_path: Path) -> None:
    zertifikat = "kennung: G-2021\nzertifikat:\n  art: erhaltungszertifikat\n  erteilt_am: 2021-07-01\n"
    ordner = kurze_akte(tmp_path / "a", audit("A-x", stufe="erhaltung"), begutachtung=zertifikat)
    assert stand(ordner, date(2030, 1, 1)).zustand == "unbefristet"


@pytest.mark.parametrize(
    ("stichtag", "alt", "neu"),
    [
        (date(2023, 2, 1), "gueltig", "gueltig"),
        (date(2023, 7, 1), "reaudit", "reaudit"),
        (date(2024, 7, 1), "abgeloest", "gueltig"),
    ],
)
def test_the_audit_before_and_the_one_after_see_each_other(
    tmp_path: Path, stichtag: date, alt: str, neu: str
) -> None:
    bereich = arbeitsbereich(tmp_path / "b")
    vorher = kurze_akte(bereich / "alt", audit("A-x-2020"), begutachtung=ZERTIFIKAT)
    kopf = audit("A-x-2023", stufe="bilanzierung", vorgaenger="A-x-2020", termine=BEGINN)
    nachher = kurze_akte(bereich / "neu", kopf, begutachtung=NEUES)
    assert (stand(vorher, stichtag).zustand, stand(nachher, stichtag).zustand) == (alt, neu)
    aus = "A-x-2020" if stichtag.year == 2023 else "A-x-2023"
    assert (stand(nachher, stichtag).akte, stand(nachher, stichtag).ist_vom_vorigen) == (
        aus,
        neu != "gueltig" or stichtag < date(2023, 3, 1),
    )


def test_an_audit_that_has_not_begun_yet_does_not_run(tmp_path: Path) -> None:
    bereich = arbeitsbereich(tmp_path / "b")
    ordner = kurze_akte(bereich / "alt", audit("A-x-2020"), begutachtung=ZERTIFIKAT)
    spaeter = BEGINN.replace("2023-03-01", "2025-03-01")
    kurze_akte(bereich / "neu", audit("A-x-2025", vorgaenger="A-x-2020", termine=spaeter))
    assert stand(ordner, date(2024, 7, 1))[::3] == ("abgelaufen", None)


def test_an_audit_before_that_does_not_lie_here_is_named(tmp_path: Path) -> None:
    ordner = kurze_akte(tmp_path / "a", audit("A-x-2023", stufe="bilanzierung", vorgaenger="A-x-2020"))
    assert stand(ordner, date(2024, 1, 1)) == Zertifikatsstand("keines", vorgaenger_fehlt="A-x-2020")


def test_an_audit_that_names_itself_as_the_one_before_does_not_follow_itself(tmp_path: Path) -> None:
    kopf = audit("A-x", vorgaenger="A-x")
    ordner = kurze_akte(arbeitsbereich(tmp_path / "b") / "a", kopf, begutachtung=ZERTIFIKAT)
    assert stand(ordner, date(2024, 1, 1))[::3] == ("abgelaufen", None)


def test_audits_that_name_each_other_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    bereich = arbeitsbereich(tmp_path / "b")
    eins = kurze_akte(bereich / "1", audit("A-eins", vorgaenger="A-zwei"))
    kurze_akte(bereich / "2", audit("A-zwei", vorgaenger="A-eins"))
    assert stand(eins, date(2024, 1, 1)).zustand == "keines"
