"""Answers that are likely to name a person are found; offices, dates and amounts are none."""

from typing import Any

import pytest

from fgk.exchange.personen import nennt_person


@pytest.mark.parametrize(
    "wert",
    [
        "Frau Muster hat das Konzept geschrieben.", "Ansprechpartner: Herr Dr. Muster", "Bei Fragen: muster@musterstadt.example",
        "erika.muster@musterstadt.example", "Tel. 12345", "Durchwahl: 4711", "Rückfragen unter 02402 12-345", "(02402) 12345",
        "+49 2402 12345", [{"bezeichnung": "Protokoll von Frau Muster", "datum": "2025-11"}],
    ],
)  # fmt: skip
def test_a_name_an_address_and_a_telephone_number_are_found(wert: Any) -> None:
    assert nennt_person(wert)


@pytest.mark.parametrize(
    "wert",
    [
        "Die Leitung des Jugendamts hat das Konzept geschrieben.", "familienbuero@musterstadt.example", "jede Frau mit Kind",
        "Am 01.02.2025 und 2024-05-06 tagte der Beirat 0,5 Stunden lang.", "25.000 € für 2024/2025", "Telefonisch waren 120 Eltern erreichbar.",
        70, None, ["M-1.1.1"], [{"bezeichnung": "Niederschrift", "adresse": "https://musterstadt.example/0241/12345"}],
    ],
)  # fmt: skip
def test_offices_dates_and_amounts_are_no_persons(wert: Any) -> None:
    assert not nennt_person(wert)
