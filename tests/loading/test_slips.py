"""What people write instead: the advice says exactly what to write."""

from pathlib import Path

import pytest
from hilfen import pruefe

from fgk.diagnostic import Severity

MASSNAHME = "massnahmen/M-1.1.1.yaml"
KOPF = "kennung: M-1.1.1\nziel: Z-1.1\ntitel: x\nfederfuehrung: OE-10\n"


@pytest.mark.parametrize(
    ("zeile", "code", "tun"),
    [
        ("beginn: 2016", "FGK012", 'Setzen Sie es in Anführungszeichen: "2016".'),
        ("beginn: 1.3.2024", "FGK014", "Schreiben Sie es als JJJJ-MM-TT ohne Anführungszeichen, hier also 2024-03-01."),
        ("ist_fortlaufend: ja", "FGK012", "Schreiben Sie true ohne Anführungszeichen."),
        ("ist_fortlaufend: Nein", "FGK012", "Schreiben Sie false ohne Anführungszeichen."),
        ("kosten: {einmalig: 25.000 €}", "FGK014", "Schreiben Sie 25000 ohne Punkt, Komma und Währung und ohne Anführungszeichen."),
        ('kosten: {einmalig: "12,50"}', "FGK014", 'Schreiben Sie "12.50" mit Anführungszeichen.'),
        ('kosten: {einmalig: "1.250,00 EUR"}', "FGK014", "Schreiben Sie 1250 ohne Punkt, Komma und Währung und ohne Anführungszeichen."),
        ('kosten: {einmalig: "viel"}', "FGK014", 'Erwartet wird ein Betrag in Euro, z. B. 25000, mit Cent "12.50" in Anführungszeichen.'),
    ],
)  # fmt: skip
def test_the_advice_says_what_to_write(akte, zeile: str, code: str, tun: str) -> None:  # type: ignore[no-untyped-def]
    ende = "" if "fortlaufend" in zeile else "ende: 2024-12-31\n"
    meldungen = pruefe(akte({MASSNAHME: KOPF + ende + zeile + "\n"}))
    assert [(m.code, m.tun) for m in meldungen] == [(code, tun)]


def test_a_day_that_does_not_exist_is_not_offered(akte) -> None:  # type: ignore[no-untyped-def]
    [meldung] = pruefe(akte({MASSNAHME: KOPF + "ende: 31.06.2019\n"}))
    assert (meldung.code, meldung.span[:2]) == ("FGK014", (5, 7))
    assert meldung.was == "Den Tag 31.06.2019 gibt es nicht."
    assert meldung.tun == "Prüfen Sie Monat und Tag; ein Datum steht als JJJJ-MM-TT."


def test_of_a_wrong_value_and_a_hint_about_it_only_the_fault_is_told(akte) -> None:  # type: ignore[no-untyped-def]
    ordner: Path = akte({MASSNAHME: KOPF + "ende: 2024-12-31\nkosten:\n  einmalig: 25.000\n"})
    meldungen = pruefe(ordner)
    assert [(m.code, m.severity, m.span[:2]) for m in meldungen] == [
        ("FGK012", Severity.FEHLER, (7, 13)),
    ]
