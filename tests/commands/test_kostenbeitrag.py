"""fgk kostenbeitrag: the sum with its source, the honest no, and what cannot be asked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import MINIMAL, STICHTAG, Aufruf, fgk, pruefe, stellen

Anlegen = Callable[..., Path]
AUDIT = (MINIMAL / "audit.yaml").read_text(encoding="utf-8")
EINWOHNER = "  einwohner:\n    anzahl: 56377\n    stichtag: 2020-12-31\n"
MIT_ZAHL = AUDIT.replace('  ags: "05999001"\n', f'  ags: "05999001"\n{EINWOHNER}')
TARIF = """\
bezeichnung: Tarif nach dem Vertrag
quelle:
  titel: Schreiben des Vereins
  abgerufen_am: 2024-03-01
gueltig_ab: 2024-01-01
leistungen:
  - Begleitung
klassen:
  - bezeichnung: bis 20 000 Einwohner
    einwohner_bis: 20000
    brutto: 13000
    ist_belegt: true
  - bezeichnung: ab 20 001 Einwohnern
    einwohner_von: 20001
    brutto: "25000.01"
"""


def test_a_size_that_is_public_has_its_sum_its_shares_and_its_source(aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf("kostenbeitrag", "--einwohner", "400000")
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    for zeile in (
        "Kostenbeitrag für 400 000 Einwohner\n",
        "  Netto                    45.560,75 €\n",
        "  Mehrwertsteuer 7 %        3.189,25 €\n",
        "  Brutto                   48.750,00 €\n",
        "Verteilt auf zwei Jahre:\n  1. Jahr                  24.375,00 €\n  2. Jahr                  24.375,00 €\n",
        "  – Netzwerktreffen und Fortbildungen über vier Jahre\n",
        "https://familiengerechte-kommune.de/fg-prozess/service-fuer-sie-der-kostenbeitragsrechner\n",
    ):
        assert zeile in ergebnis.aus, zeile
    assert "Tag des Abrufs nicht bekannt." in " ".join(ergebnis.aus.split())


@pytest.mark.parametrize("breite", ["80", "120"])
def test_no_line_is_wider_than_the_terminal_except_the_address(breite: str) -> None:
    lauf = fgk("kostenbeitrag", "--einwohner", "400000", env={"COLUMNS": breite})
    zu_breit = [zeile for zeile in lauf.stdout.splitlines() if len(zeile) > int(breite)]
    assert [zeile.partition(":")[0] for zeile in zu_breit] in (["https"], [])
    assert "\x1b" not in lauf.stdout


def test_a_size_without_a_tariff_gets_no_sum_but_what_to_do(aufruf: Aufruf, akte: Anlegen) -> None:
    ergebnis = aufruf("kostenbeitrag", akte({"audit.yaml": MIT_ZAHL}))
    assert (ergebnis.code, ergebnis.aus) == (1, "")
    was, tun = ergebnis.fehler.splitlines()
    assert was.startswith("Für 56 377 Einwohner ist kein Tarif für diese Größe hinterlegt.")
    assert "kleine Gemeinden 13.000 € brutto (für welche Größe genau, ist nicht bekannt)" in was
    assert tun.startswith("  → Fragen Sie den Verein")
    assert "tarif.yaml" in tun


def test_for_a_kreis_and_a_quartier_nothing_is_public(aufruf: Aufruf, akte: Anlegen) -> None:
    for name, kennung in (
        ("Audit Familiengerechter Kreis", "familiengerechter-kreis"),
        ("Audit Generationengerechtes Wohnen im Quartier", "generationengerechtes-wohnen"),
    ):
        ergebnis = aufruf("kostenbeitrag", "--einwohner", "400000", "--verfahren", kennung, akte({}))
        assert (ergebnis.code, ergebnis.aus) == (1, "")
        assert f"Für „{name}“ in der Stufe Grund-Audit ist kein Tarif hinterlegt." in ergebnis.fehler


def test_the_tariff_of_the_akte_counts_and_says_where_it_is_from(aufruf: Aufruf, akte: Anlegen) -> None:
    ordner = akte({"audit.yaml": MIT_ZAHL, "tarif.yaml": TARIF})
    ergebnis = aufruf("kostenbeitrag", ordner)
    assert ergebnis.code == 0, ergebnis
    for teil in (
        "Kostenbeitrag für Musterstadt, 56 377 Einwohner (31.12.2020)",
        "25.000,01 €",
        "  1. Jahr                  12.500,01 €\n  2. Jahr                  12.500,00 €\n",
        "gültig ab 01.01.2024",
        "abgerufen am 01.03.2024",
        "nicht als belegt gekennzeichnet",
    ):
        assert teil in ergebnis.aus, teil
    assert "belegt" not in aufruf("kostenbeitrag", ordner, "--einwohner", "900").aus
    assert pruefe(ordner, STICHTAG) == []


def test_one_tariff_serves_all_akten_of_a_workspace(aufruf: Aufruf, akte: Anlegen, tmp_path: Path) -> None:
    ordner = akte({"audit.yaml": MIT_ZAHL})
    (ordner.parent / "fgk.yaml").touch()
    (ordner.parent / "tarif.yaml").write_text(TARIF, encoding="utf-8")
    assert "25.000,01 €" in aufruf("kostenbeitrag", ordner).aus


def test_a_file_that_is_named_comes_before_all_others(aufruf: Aufruf, akte: Anlegen, tmp_path: Path) -> None:
    ordner = akte({"audit.yaml": MIT_ZAHL, "tarif.yaml": TARIF})
    anderer = tmp_path / "Entwurf 2025.yaml"
    anderer.write_text(
        TARIF.replace('"25000.01"', "30000").replace("gueltig_ab", "mehrwertsteuer: 19\ngueltig_ab"), "utf-8"
    )
    ergebnis = aufruf("kostenbeitrag", ordner, "--tarif", anderer, "--format", "json")
    daten = json.loads(ergebnis.aus)
    assert daten["kostenbeitrag"] == {
        "brutto": "30000.00", "netto": "25210.08", "mehrwertsteuer": "4789.92", "raten": ["15000.00", "15000.00"],
        "klasse": "ab 20 001 Einwohnern", "ist_belegt": False,
    }  # fmt: skip
    assert daten["tarif"]["datei"] == anderer.as_posix()


def test_json_says_null_where_there_is_no_tariff(aufruf: Aufruf, akte: Anlegen) -> None:
    ergebnis = aufruf("kostenbeitrag", akte({"audit.yaml": MIT_ZAHL}), "--format", "json")
    assert ergebnis.code == 1
    daten = json.loads(ergebnis.aus)
    assert (daten["einwohner"], daten["kostenbeitrag"]) == (56377, None)


def test_markdown_is_a_part_for_a_paper(aufruf: Aufruf, akte: Anlegen) -> None:
    text = aufruf("kostenbeitrag", akte({"tarif.yaml": TARIF}), "--einwohner", "900", "--format", "md").aus
    assert text.startswith("## Kostenbeitrag für Musterstadt, 900 Einwohner\n")
    assert "| Brutto | 13.000,00 € |\n| 1. Jahr | 6.500,00 € |\n" in text


@pytest.mark.parametrize(
    ("argumente", "was", "tun"),
    [
        (
            ["--einwohner", "56.377"],
            "„56.377“ ist keine Einwohnerzahl.",
            "ohne Punkt und Leerzeichen: 56377.",
        ),
        (
            ["--einwohner", "56 377"],
            "„56 377“ ist keine Einwohnerzahl.",
            "ohne Punkt und Leerzeichen: 56377.",
        ),
        (["--einwohner", "56.37"], "„56.37“ ist keine Einwohnerzahl.", "eine ganze Zahl ab 1"),
        (["--einwohner", "0"], "„0“ ist keine Einwohnerzahl.", "eine ganze Zahl ab 1"),
        (["--einwohner=-5"], "„-5“ ist keine Einwohnerzahl.", "eine ganze Zahl ab 1"),
        (["--einwohner", "viele"], "„viele“ ist keine Einwohnerzahl.", "eine ganze Zahl ab 1"),
        (["--einwohner", ""], "„“ ist keine Einwohnerzahl.", "eine ganze Zahl ab 1"),
        (["--einwohner", "٣٤٥"], "„٣٤٥“ ist keine Einwohnerzahl.", "eine ganze Zahl ab 1"),
        (["--einwohner", "9" * 40], "ist keine Einwohnerzahl.", "eine ganze Zahl ab 1"),
        (
            ["--einwohner", "5", "--verfahren", "familiengerechter"],
            "Ein Verfahren „familiengerechter“",
            "Meinten Sie",
        ),
        (
            ["--einwohner", "5", "--verfahren", "x"],
            "Ein Verfahren „x“ gibt es nicht.",
            "Möglich sind: familien",
        ),
        (
            ["--einwohner", "5", "--stufe", "dritte"],
            "Eine Stufe „dritte“ gibt es nicht.",
            "grund, bilanzierung",
        ),
        (
            ["--einwohner", "5", "--tarif", "fehlt.yaml"],
            "„fehlt.yaml“ lässt sich nicht lesen",
            "hinter --tarif",
        ),
        ([], "nennt keine Einwohnerzahl.", "--einwohner"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(
    aufruf: Aufruf, akte: Anlegen, argumente: list[str], was: str, tun: str
) -> None:
    ergebnis = aufruf("kostenbeitrag", akte({}), *argumente)
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    erste, zweite = ergebnis.fehler.splitlines()
    assert was in erste
    assert tun in zweite


def test_outside_of_any_akte_the_number_is_needed(aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf("kostenbeitrag", tmp_path)
    assert ergebnis.code == 2
    assert "darüber liegt keine Akte, und eine Einwohnerzahl ist nicht genannt." in ergebnis.fehler
    mit_zahl = aufruf("kostenbeitrag", tmp_path, "--einwohner", "400000")
    assert (mit_zahl.code, mit_zahl.aus) == (2, "")
    assert "Lassen Sie den Ordner weg; die Einwohnerzahl genügt." in mit_zahl.fehler


@pytest.mark.parametrize(
    ("aenderung", "stelle", "was"),
    [
        (("einwohner_von: 20001", "einwohner_von: 20000"), ("FGK141", 14, 20), "überschneidet sich mit"),
        (
            ("einwohner_bis: 20000", "einwohner_von: 30000\n    einwohner_bis: 20000"),
            ("FGK140", 10, 20),
            "beginnt bei",
        ),
        (("gueltig_ab: 2024-01-01", "mehrwertsteuer: 107"), ("FGK022", 5, 17), "107"),
        (("brutto: 13000", "brutto: 13.000,50"), ("FGK014", 11, 13), "13.000,50"),
        (("klassen:\n", "klasen:\n"), ("FGK010", 8, 1), "klasen"),
        (
            ("    brutto: 13000\n", "    brutto: 13000\n    verfahren: [kommune]\n"),
            ("FGK144", 12, 17),
            "„kommune“",
        ),
    ],
)
def test_a_faulty_tariff_is_no_ground_for_a_sum(
    aufruf: Aufruf, akte: Anlegen, aenderung: tuple[str, str], stelle: tuple[str, int, int], was: str
) -> None:
    assert aenderung[0] in TARIF
    ordner = akte({"audit.yaml": MIT_ZAHL, "tarif.yaml": TARIF.replace(*aenderung, 1)})
    ergebnis = aufruf("kostenbeitrag", ordner)
    assert (ergebnis.code, ergebnis.aus) == (1, "")
    code, zeile, spalte = stelle
    assert f"tarif.yaml:{zeile}:{spalte}: {code} Fehler" in ergebnis.fehler, ergebnis.fehler
    assert was in ergebnis.fehler
    assert "Nicht gerechnet: Der Tarif hat Fehler." in ergebnis.fehler
    assert code in {meldung.code for meldung in pruefe(ordner)}


def test_a_faulty_file_that_is_named_is_named_in_its_faults(aufruf: Aufruf, tmp_path: Path) -> None:
    datei = tmp_path / "mein.yaml"
    datei.write_text(TARIF.replace("einwohner_von: 20001", "einwohner_von: 20000"), encoding="utf-8")
    ergebnis = aufruf("kostenbeitrag", "--einwohner", "900", "--tarif", datei)
    assert ergebnis.code == 1
    assert f"{datei.as_posix()}:14:20: FGK141 Fehler" in ergebnis.fehler


def test_a_gap_is_only_a_warning_and_a_size_in_it_has_no_tariff(aufruf: Aufruf, akte: Anlegen) -> None:
    ordner = akte({"audit.yaml": MIT_ZAHL, "tarif.yaml": TARIF.replace("_von: 20001", "_von: 25000")})
    assert stellen(pruefe(ordner)) == [("FGK142", 14, 20)]
    ergebnis = aufruf("kostenbeitrag", ordner, "--einwohner", "22000")
    assert ergebnis.code == 1
    assert "Für 22 000 Einwohner ist kein Tarif für diese Größe hinterlegt." in ergebnis.fehler
    assert "ergänzen Sie die Klasse in " in ergebnis.fehler


def test_an_unusual_rate_of_tax_is_a_warning(akte: Anlegen) -> None:
    ordner = akte({"tarif.yaml": TARIF.replace("gueltig_ab", "mehrwertsteuer: 17\ngueltig_ab")})
    assert stellen(pruefe(ordner)) == [("FGK143", 5, 17)]
