"""Two annual reports: which measure moved, which is new, replaced, dropped or left out, and what was measured."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import BEISPIEL, KOPF, WURZEL, lege_an

from fgk.comparing.berichte import Berichtspaar, vergleiche_berichte
from fgk.loading.load import load_akte
from fgk.models.jahresbericht import Jahresbericht
from fgk.sources import FolderSource
from fgk.vergleich import BESSER, ENTFERNT, NEU, SCHLECHTER, Abschnitt, Vergleich

Dateien = dict[str, str | bytes | None]
Zeile = tuple[str, str | None, str | None, str]


def vergleich_von(ordner: Path, vorher: str, nachher: str) -> Vergleich:
    akte, _ = load_akte(FolderSource(ordner))
    berichte = [akte.finde(Jahresbericht, f"J-{jahr}") for jahr in (vorher, nachher)]
    a, b = [bericht for bericht in berichte if bericht]
    return vergleiche_berichte(Berichtspaar(akte, a, b))


def bericht(jahr: int, massnahmen: str, mehr: str = "") -> str:
    return f"kennung: J-{jahr}\nvon: {jahr}-01-01\nbis: {jahr}-12-31\nmassnahmen:\n{massnahmen}{mehr}"


def eintrag(status: str, mehr: str = "", kennung: str = "M-1.1.1") -> str:
    return f"  - massnahme: {kennung}\n    status: {status}\n{mehr}"


@pytest.fixture
def vergleiche(tmp_path: Path) -> Callable[..., Vergleich]:
    def verglichen(vorher: str, nachher: str, dateien: Dateien | None = None) -> Vergleich:
        berichte = {"jahresberichte/2024.yaml": vorher, "jahresberichte/2025.yaml": nachher}
        return vergleich_von(lege_an(tmp_path / "akte", {**berichte, **(dateien or {})}), "2024", "2025")

    return verglichen


Vergleiche = Callable[..., Vergleich]


def abschnitt(vergleich: Vergleich, name: str) -> Abschnitt:
    gefunden = [a for a in vergleich.abschnitte if a.name == name]
    assert len(gefunden) == 1, f"{name} nicht in {[a.name for a in vergleich.abschnitte]}"
    return gefunden[0]


def zeilen(vergleich: Vergleich, name: str, kennung: str = "M-1.1.1") -> list[Zeile]:
    (gefunden,) = [e for e in abschnitt(vergleich, name).eintraege if kennung in (e.kennung, e.schluessel)]
    return [(a.feld, a.vorher, a.nachher, a.richtung.worte) for a in gefunden.aenderungen]


def test_a_status_with_its_progress_deadline_and_reason(vergleiche: Vergleiche) -> None:
    vergleich = vergleiche(
        bericht(2024, eintrag("in_umsetzung", "    fortschritt: 50\n")),
        bericht(
            2025,
            eintrag(
                "verschoben", "    fortschritt: 40\n    begruendung: Kein Raum.\n    neue_frist: 2026-12-31\n"
            ),
        ),
        {"massnahmen/M-1.1.1.yaml": KOPF + "ende: 2025-12-31\n"},
    )
    assert zeilen(vergleich, "statuswechsel") == [
        ("Status", "in Umsetzung", "verschoben", "ins Stocken geraten"),
        ("Fortschritt", "50 %", "40 %", "um 10 Prozentpunkte gesunken"),
        ("Umzusetzen bis", "31.12.2025", "31.12.2026", "Frist um 12 Monate verschoben"),
        ("Begründung", None, None, "Kein Raum."),
    ]
    wertungen = [a.richtung.wertung for a in abschnitt(vergleich, "statuswechsel").eintraege[0].aenderungen]
    assert wertungen == [SCHLECHTER, SCHLECHTER, "", ""]


def test_a_report_that_names_no_deadline_says_nothing_about_it(vergleiche: Vergleiche) -> None:
    frist = "    begruendung: Darum.\n    neue_frist: 2026-12-31\n"
    vergleich = vergleiche(bericht(2024, eintrag("verschoben", frist)), bericht(2025, eintrag("umgesetzt")))
    assert zeilen(vergleich, "statuswechsel") == [("Status", "verschoben", "umgesetzt", "vorangekommen")]
    vergleich = vergleiche(
        bericht(2024, eintrag("verschoben", frist)), bericht(2025, eintrag("verschoben", frist))
    )
    assert vergleich.anzahl == 0


def test_prose_is_new_every_year_and_no_difference(vergleiche: Vergleiche) -> None:
    vergleich = vergleiche(
        bericht(2024, eintrag("in_umsetzung", "    text: Läuft.\n"), "zusammenfassung: Eins.\n"),
        bericht(2025, eintrag("in_umsetzung", "    text: Läuft gut.\n"), "zusammenfassung: Zwei.\n"),
    )
    assert (vergleich.anzahl, vergleich.fazit) == (0, "Keine Unterschiede.")


def test_progress_alone(vergleiche: Vergleiche) -> None:
    vergleich = vergleiche(
        bericht(2024, eintrag("in_umsetzung", "    fortschritt: 10\n")),
        bericht(2025, eintrag("in_umsetzung", "    fortschritt: 30\n")),
    )
    assert zeilen(vergleich, "fortschritt") == [
        ("Fortschritt", "10 %", "30 %", "um 20 Prozentpunkte gestiegen")
    ]
    ohne = vergleiche(
        bericht(2024, eintrag("in_umsetzung", "    fortschritt: 10\n")),
        bericht(2025, eintrag("in_umsetzung")),
    )
    assert ohne.anzahl == 0, "no number is no step back"


def test_replaced_dropped_new_and_left_out(tmp_path: Path) -> None:
    vergleich = vergleich_von(WURZEL / "tests" / "akten" / "klein", "2024", "2025")
    assert zeilen(vergleich, "ersetzt", "M-3.1.2") == [
        ("Status", "in Umsetzung", "ersetzt", ""),
        ("Ersetzt durch", None, None, "M-3.1.3 Digitale Lesestunde"),
        ("Begründung", None, None, "Die Gruppe löste sich auf."),
    ]
    assert zeilen(vergleich, "entfallen", "M-5.1.1")[0] == ("Status", "geplant", "entfallen", "")
    neu = abschnitt(vergleich, "neu")
    assert [(e.art, e.kennung) for e in neu.eintraege] == [(NEU, "M-3.1.3")]
    assert ("Herkunft", None, None, "nicht Teil der Zielvereinbarung (später ergänzt)") in zeilen(
        vergleich, "neu", "M-3.1.3"
    )
    assert "ohne_bericht" not in {a.name for a in vergleich.abschnitte}
    gewechselt = {e.kennung for e in abschnitt(vergleich, "statuswechsel").eintraege}
    assert gewechselt == {"M-1.1.1", "M-2.1.1", "M-3.1.1", "M-4.1.1"}, "each measure stands in one part only"


def test_a_measure_without_a_report(vergleiche: Vergleiche) -> None:
    weitere: Dateien = {
        f"massnahmen/M-1.1.{n}.yaml": KOPF.replace("M-1.1.1", f"M-1.1.{n}") + "ende: 2026-12-31\n"
        for n in (2, 3, 4)
    }
    ergaenzt = (
        KOPF.replace("M-1.1.1", "M-1.1.5") + "herkunft: ergaenzt\nbeginn: 2027-01-01\nende: 2028-12-31\n"
    )
    vergleich = vergleiche(
        bericht(
            2024,
            eintrag("geplant")
            + eintrag("in_umsetzung", kennung="M-1.1.2")
            + eintrag("entfallen", "    begruendung: Darum.\n", kennung="M-1.1.3"),
        ),
        bericht(2025, eintrag("geplant")),
        weitere | {"massnahmen/M-1.1.5.yaml": ergaenzt},
    )
    ohne = abschnitt(vergleich, "ohne_bericht")
    assert ohne.titel == "Ohne Bericht 2025"
    assert [(e.art, e.kennung, e.ist_unterschied) for e in ohne.eintraege] == [
        (ENTFERNT, "M-1.1.2", True),
        (ENTFERNT, "M-1.1.4", False),
    ]
    assert zeilen(vergleich, "ohne_bericht", "M-1.1.2") == [
        ("Stand", None, None, "zuletzt in Umsetzung (2024)")
    ]
    assert zeilen(vergleich, "ohne_bericht", "M-1.1.4") == [("Stand", None, None, "in keinem Bericht davor")]
    assert vergleich.anzahl == 1


def test_how_many_measures_have_which_status(vergleiche: Vergleiche) -> None:
    vergleich = vergleiche(bericht(2024, eintrag("geplant")), bericht(2025, eintrag("umgesetzt")))
    assert zeilen(vergleich, "ueberblick", "status") == [
        ("geplant", "1", "0", "1 weniger"),
        ("umgesetzt", "0", "1", "1 mehr"),
    ]
    assert vergleich.anzahl == 1, "the overview follows from the rest and is not counted"


ZIEL = (
    "kennung: Z-1.1\nhandlungsfeld: HF1\ntitel: Ziel\nmesskriterien:\n"
    "  - bezeichnung: Wartende\n    einheit: Kinder\n    istwert: {zahl: 70}\n    sollwert: {zahl: 10}\n"
)


def _zielbericht(stand: str, wert: str) -> str:
    return f"ziele:\n  - ziel: Z-1.1\n    stand: {stand}\n    werte:\n      - messkriterium: Wartende\n        wert: {{{wert}}}\n"


def test_a_goal_and_its_criteria(vergleiche: Vergleiche) -> None:
    vergleich = vergleiche(
        bericht(2024, eintrag("geplant"), _zielbericht("gefaehrdet", "zahl: 28")),
        bericht(2025, eintrag("geplant"), _zielbericht("erreicht", 'zahl: 9, stand: "2023"')),
        {"ziele/Z-1.1.yaml": ZIEL},
    )
    assert zeilen(vergleich, "ziele", "Z-1.1") == [
        ("Stand", "gefährdet", "erreicht", "besser"),
        (
            "Wartende",
            "28 Kinder",
            "9 Kinder (Stand 2023)",
            "um 19 Kinder gesunken, besser, Zielwert 10 erreicht",
        ),
    ]


def test_a_value_measured_again_and_the_same_is_no_change(vergleiche: Vergleiche) -> None:
    vergleich = vergleiche(
        bericht(2024, eintrag("geplant"), _zielbericht("auf_kurs", 'zahl: 28, stand: "2024"')),
        bericht(2025, eintrag("geplant"), _zielbericht("auf_kurs", 'zahl: 28.0, stand: "2025"')),
        {"ziele/Z-1.1.yaml": ZIEL},
    )
    assert vergleich.anzahl == 0


def _reihe(indikator: str, einheit: str, werte: str) -> str:
    return (
        f'reihen:\n  - indikator: {indikator}\n    einheit: "{einheit}"\n    raumebene: gemeinde\n'
        f"    quelle: {{titel: Amt}}\n    werte:\n{werte}"
    )


@pytest.mark.parametrize(
    ("indikator", "alt", "neu", "erwartet"),
    [
        ("betreuungsquote_u3", "30", "33.5", ("um 3,5 Prozentpunkte gestiegen, besser", BESSER)),
        (
            "sprachfoerderbedarf_einschulung",
            "20",
            "21",
            ("um 1 Prozentpunkt gestiegen, schlechter", SCHLECHTER),
        ),
        ("anteil_unter_18", "20", "18", ("um 2 Prozentpunkte gesunken", "")),
    ],
)
def test_an_indicator_is_judged_by_the_catalogue(
    vergleiche: Vergleiche, indikator: str, alt: str, neu: str, erwartet: tuple[str, str]
) -> None:
    a = _reihe(indikator, "%", f"      - {{jahr: 2023, wert: {alt}}}\n")
    b = a + f"      - {{jahr: 2025, wert: {neu}}}\n"
    vergleich = vergleiche(bericht(2024, eintrag("geplant"), a), bericht(2025, eintrag("geplant"), b))
    (gefunden,) = abschnitt(vergleich, "indikatoren").eintraege
    (aenderung,) = gefunden.aenderungen
    assert aenderung.richtung == erwartet
    assert aenderung.vorher == f"{alt} % (2023)"
    assert gefunden.titel.endswith(" (Gemeinde)")


def test_old_values_that_were_corrected_are_named(vergleiche: Vergleiche) -> None:
    a = _reihe("betreuungsquote_u3", "%", "      - {jahr: 2023, wert: 30}\n      - {jahr: 2024, wert: 31}\n")
    b = a.replace("wert: 30", "wert: 29") + "      - {jahr: 2025, merker: unsicher}\n"
    vergleich = vergleiche(bericht(2024, eintrag("geplant"), a), bericht(2025, eintrag("geplant"), b))
    (gefunden,) = abschnitt(vergleich, "indikatoren").eintraege
    assert [(x.feld, x.vorher, x.nachher) for x in gefunden.aenderungen] == [
        ("Letzter Wert", "31 % (2024)", "nicht sicher genug (/) (2025)"),
        ("Wert für 2023, nachträglich geändert", "30 %", "29 %"),
    ]


def test_series_that_are_new_or_gone(vergleiche: Vergleiche) -> None:
    a = _reihe("betreuungsquote_u3", "%", "      - {jahr: 2024, wert: 30}\n")
    b = _reihe("ogs_quote", "%", "      - {jahr: 2024, wert: 50}\n")
    vergleich = vergleiche(bericht(2024, eintrag("geplant"), a), bericht(2025, eintrag("geplant"), b))
    assert [(e.art, e.schluessel.split(" ")[0]) for e in abschnitt(vergleich, "indikatoren").eintraege] == [
        (ENTFERNT, "betreuungsquote_u3"),
        (NEU, "ogs_quote"),
    ]


def test_what_a_reader_must_know_first(vergleiche: Vergleiche) -> None:
    vergleich = vergleiche(
        bericht(2024, eintrag("geplant")),
        bericht(2025, eintrag("geplant"), "musterdaten: true\n"),
        {"ziele/Z-1.1.yaml": "kennung: [\n"},
    )
    muster, stufe, fehler = vergleich.hinweise
    assert muster == "Enthält erfundene Musterdaten."
    assert stufe == "Veröffentlichung: nur intern."
    assert "eine Datei Fehler" in fehler
    assert "ziele/Z-1.1.yaml" in fehler


def test_stolberg_from_year_to_year() -> None:
    eins, zwei = vergleich_von(BEISPIEL, "2018", "2019"), vergleich_von(BEISPIEL, "2019", "2020")
    assert {a.name: a.anzahl for a in eins.abschnitte if a.anzahl} == {
        "statuswechsel": 16,
        "entfallen": 1,
        "fortschritt": 13,
        "ziele": 20,
        "indikatoren": 7,
    }
    assert [e.kennung for e in abschnitt(eins, "entfallen").eintraege] == ["M-3.5.3"]
    assert ("Umzusetzen bis", "31.12.2019", "30.06.2020", "Frist um 6 Monate verschoben") in zeilen(
        eins, "statuswechsel", "M-1.3.2"
    )
    assert {a.name: a.anzahl for a in zwei.abschnitte if a.anzahl}["neu"] == 3
    assert {a.name: a.anzahl for a in zwei.abschnitte if a.anzahl}["ersetzt"] == 2
    quote = next(
        e for e in abschnitt(zwei, "indikatoren").eintraege if e.schluessel.startswith("betreuungsquote_u3")
    )
    assert quote.aenderungen[0].richtung == ("um 3,3 Prozentpunkte gestiegen, besser", BESSER)


def test_backwards_is_said_as_backwards() -> None:
    zurueck = vergleich_von(BEISPIEL, "2019", "2018")
    assert (zurueck.vorher, zurueck.nachher) == ("2019", "2018")
    assert ("Status", "umgesetzt", "in Umsetzung", "zurückgefallen") in zeilen(
        zurueck, "statuswechsel", "M-1.1.2"
    )
