"""FGK118: addresses of persons are told from function mailboxes."""

import pytest
from hilfen import KOPF, MASSNAHME, pruefe, stellen


@pytest.mark.parametrize(
    "adresse",
    [
        "petra.schmidt@stadt.example",
        "p.schmidt@stadt.example",
        "Petra_Schmidt@stadt.example",
        "anna-lena.meier-schulz@kreis.stadt.example",
        "jörg.müller@stadt.example",
    ],
)
def test_addresses_of_persons_are_found(akte, adresse: str) -> None:
    text = f"text: Anmeldung bei {adresse}.\n"
    assert stellen(pruefe(akte({MASSNAHME: f"{KOPF}{text}ende: 2024-12-31\n"}))) == [("FGK118", 5, 7)]


@pytest.mark.parametrize(
    "adresse",
    [
        "info@stadt.example",
        "familienbuero@stadt.example",
        "jugendamt@stadt.example",
        "bildung.jugend@stadt.example",
        "amt.51@stadt.example",
        "stadt.musterhausen@stadt.example",
        "kita.sonnenschein@stadt.example",
        "familien-buero@stadt.example",
        "gleichstellungsbeauftragte@stadt.example",
        "fachdienst.jugendhilfe@stadt.example",
    ],
)
def test_function_mailboxes_are_fine(akte, adresse: str) -> None:
    text = f"text: Anmeldung bei {adresse}.\n"
    assert pruefe(akte({MASSNAHME: f"{KOPF}{text}ende: 2024-12-31\n"})) == []


def test_all_addresses_in_a_text_are_told_at_once(akte) -> None:
    text = "text: Anmeldung bei p.schmidt@stadt.example, info@stadt.example oder e.klein@stadt.example.\n"
    (meldung,) = pruefe(akte({MASSNAHME: f"{KOPF}{text}ende: 2024-12-31\n"}))
    assert stellen([meldung]) == [("FGK118", 5, 7)]
    adressen = "„p.schmidt@stadt.example“ und „e.klein@stadt.example“"
    assert meldung.was == f"{adressen} sind wohl Adressen von Personen."
