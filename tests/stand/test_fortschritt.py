"""The traffic light follows from status and deadline, and only from what is certain."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fgk.loading.load import load_akte
from fgk.models.jahresbericht import Massnahmenbericht
from fgk.models.massnahme import Massnahme
from fgk.models.stand import STATUS
from fgk.sources import FolderSource
from fgk.stand.fortschritt import AMPEL, ampel, bericht_davor, berichte, eintrag_zu

FRIST = date(2024, 12, 31)
DAVOR, DANACH = date(2024, 12, 31), date(2025, 1, 1)


def massnahme(**felder: Any) -> Massnahme:
    return Massnahme.model_validate({"kennung": "M-1.1.1", "ziel": "Z-1.1", "titel": "x"} | felder)


def eintrag(status: str, **felder: Any) -> Massnahmenbericht:
    return Massnahmenbericht.model_validate({"massnahme": "M-1.1.1", "status": status} | felder)


@pytest.mark.parametrize(
    ("status", "vor_der_frist", "nach_der_frist"),
    [
        (None, "gruen", "rot"),
        ("geplant", "gruen", "rot"),
        ("in_umsetzung", "gruen", "rot"),
        ("teilweise_umgesetzt", "gelb", "rot"),
        ("verschoben", "gelb", "rot"),
        ("ruht", "gelb", "rot"),
        ("umgesetzt", "grau", "grau"),
        ("ersetzt", "grau", "grau"),
        ("entfallen", "grau", "grau"),
    ],
)
def test_the_light_follows_status_and_deadline(
    status: str | None, vor_der_frist: str, nach_der_frist: str
) -> None:
    gemeldet = None if status is None else eintrag(status)
    assert ampel(massnahme(ende=FRIST), gemeldet, DAVOR) == vor_der_frist
    assert ampel(massnahme(ende=FRIST), gemeldet, DANACH) == nach_der_frist
    assert ampel(massnahme(), gemeldet, DANACH) == vor_der_frist, "without an end nothing is overdue"


def test_every_status_has_a_light_with_a_word() -> None:
    for status in STATUS.worte:
        assert AMPEL[ampel(massnahme(ende=FRIST), eintrag(status), DANACH)]


def test_a_continuing_task_is_never_overdue() -> None:
    assert ampel(massnahme(ist_fortlaufend=True), eintrag("in_umsetzung"), DANACH) == "gruen"


@pytest.mark.parametrize(
    ("ende", "erster_roter_tag"), [("2024", date(2025, 1, 1)), ("2024-06", date(2024, 7, 1))]
)
def test_an_end_known_only_roughly_is_overdue_when_that_is_certain(ende: str, erster_roter_tag: date) -> None:
    letzter_guter = date.fromordinal(erster_roter_tag.toordinal() - 1)
    assert ampel(massnahme(ende=ende), None, letzter_guter) == "gruen"
    assert ampel(massnahme(ende=ende), None, erster_roter_tag) == "rot"


def test_a_new_deadline_takes_the_place_of_the_old() -> None:
    verschoben = eintrag("verschoben", neue_frist=date(2025, 6, 30))
    assert ampel(massnahme(ende=FRIST), verschoben, date(2025, 6, 30)) == "gelb"
    assert ampel(massnahme(ende=FRIST), verschoben, date(2025, 7, 1)) == "rot"


def bericht(jahr: str, von: int, bis: int) -> dict[str, str]:
    text = (
        f"kennung: J-{jahr}\nvon: {von}-01-01\nbis: {bis}-12-31\n"
        "massnahmen:\n  - {massnahme: M-1.1.1, status: geplant}\n"
    )
    return {f"jahresberichte/{jahr}.yaml": text}


def test_reports_come_in_the_order_of_their_periods(akte: Callable[..., Path]) -> None:
    dateien = bericht("2023", 2023, 2023) | bericht("2020-2021", 2020, 2021) | bericht("2018", 2018, 2018)
    geladen = load_akte(FolderSource(akte(dateien)))[0]
    sortiert = [record.modell for record in berichte(geladen)]
    assert [b.kennung for b in sortiert] == ["J-2018", "J-2020-2021", "J-2023"]
    assert bericht_davor(geladen, sortiert[0]) is None
    assert bericht_davor(geladen, sortiert[2]) is sortiert[1]
    assert eintrag_zu(sortiert[0], "M-1.1.1") is sortiert[0].massnahmen[0]
    assert eintrag_zu(sortiert[0], "M-9.9.9") is None
    assert eintrag_zu(None, "M-1.1.1") is None
