"""The Bestandsaufnahme: the place in numbers with their sources, and each Handlungsfeld as it was analysed."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, Aufruf
from unterlagen import AUDIT, DATEIEN, INDIKATOREN, SOZIALRAEUME, gelesen, seitenzahl, unterlage

from fgk.documents import SCHREIBER
from fgk.documents.fehlend import LackingError

Anlegen = Callable[..., Path]
NAME = "bestandsaufnahme"


def test_place_numbers_and_analysis_stand_in_it(akte: Anlegen) -> None:
    text = unterlage(akte(DATEIEN), NAME).decode()
    for zeile in (
        "| Stadt oder Gemeinde | Musterstadt |",
        "| Einwohnerinnen und Einwohner | 23 456 am 31.12.2023[^1] |",
        "[^1]: Quelle: Fortschreibung der Bevölkerung, Lizenz dl-de/by-2-0",
        "- den Audit-Fragebogen des Vereins, den die Verwaltung ausgefüllt hat (1. September 2023)",
        "- Kennzahlen nach dem Indikatorenkatalog: 2 Reihen aus den Jahren 2021 bis 2022, mit Quelle und Lizenz",
        "| Anteil der unter 18-Jährigen (%) | Musterstadt, Gemeinde | 17,2 | 17,9 | gestiegen | 1 |",
        "| Musterkreis, Kreis | 01.03.2022 | 31,5 | 2 |",
        "1. Tabelle der Gemeinden, Lizenz dl-de/by-2-0",
        "2. Tabelle der Kreise",
        "(Musterkreis): Ohne Tagespflege.",
        "| Angebot in HF3 | Jugendamt | – |",
        "- Eine Stärke in HF3",
        "- Eine Aufgabe in HF3<br>*Beleg:* Audit-Fragebogen; *Kennzahl:* Anteil der unter 18-Jährigen; *Querschnittsthema:* Inklusion",
        "| Inklusion | 1 | 1 | 1 | 1 | 1 | 1 | 6 |",
        "| Leitbild 2030 | Rahmen der Stadtplanung |",
    ):
        assert zeile in text, zeile
    assert "99,9" not in text, "a value of a year after the Stichtag"
    ort = [
        text.index(f"\n## {titel}") for titel in ("Der Ort", "Bevölkerung", "Kleinräumige", "Handlungsfeld 1")
    ]
    assert ort == sorted(ort)


def test_numbers_stand_with_their_handlungsfeld(akte: Anlegen) -> None:
    text = unterlage(akte(DATEIEN), NAME).decode()
    zwei = text.partition("## Handlungsfeld 2")[2].partition("\n## ")[0]
    assert "Betreuungsquote der unter 3-Jährigen (%)" in zwei


def test_sources_that_disagree_are_named(akte: Anlegen) -> None:
    uneins = INDIKATOREN.replace(
        "        wert: 17.9\n",
        "        wert: 17.9\n        quellenkonflikt:\n          feld: wert\n          angaben:\n"
        "            - angabe: 17,9 %\n              quelle:\n                titel: Land\n"
        "            - angabe: 18,1 %\n              quelle:\n                titel: Stadt\n",
    )
    text = unterlage(akte(DATEIEN | {"bestandsaufnahme/indikatoren.yaml": uneins}), NAME).decode()
    assert "- Anteil der unter 18-Jährigen, 2022: Quellen nennen verschiedene Werte.[^2]" in text
    assert "[^2]: Die Quellen sind uneins. Land: 17,9 %; Stadt: 18,1 %." in text


def test_small_numbers_of_people_are_never_shown(akte: Anlegen) -> None:
    wenige = SOZIALRAEUME.replace(
        "    ist_unterdrueckt: true\n",
        "    ist_unterdrueckt: true\n  - sozialraum: SR-03\n    indikator: anteil_unter_18\n    jahr: 2022\n"
        "    wert: 77.7\n    fallzahl: 9\n",
    )
    text = unterlage(akte(DATEIEN | {"bestandsaufnahme/sozialraeume.yaml": wenige}), NAME).decode()
    assert "| Gebiet | Anteil der unter 18-Jährigen (%, 2022) |" in text
    assert "| Nordstadt | 21,5 |" in text
    assert "| Südstadt | unterdrückt |" in text
    assert "| Weststadt | unterdrückt |" in text
    assert "weniger als 10 Personen" in text
    assert "77,7" not in text
    assert "812" not in text, "how many cases there were is nobody's business"


def test_what_the_procedure_asks_for_is_listed_with_file_and_key(akte: Anlegen) -> None:
    ohne = dict.fromkeys(["bestandsaufnahme/indikatoren.yaml", "bestandsaufnahme/analyse/HF3.yaml"])
    dateien = {k: v for k, v in DATEIEN.items() if k not in ohne}
    dateien["audit.yaml"] = re.sub(r"  einwohner:\n(    .*\n)+", "", AUDIT)
    with pytest.raises(LackingError) as gefangen:
        unterlage(akte(dateien), NAME)
    assert gefangen.value.fehlend == (
        ("bestandsaufnahme/indikatoren.yaml", "reihen", "Werte der Bestandsaufnahme"),
        ("bestandsaufnahme/analyse/HF3.yaml", "", "Analyse des Handlungsfelds 3: Bildung und Erziehung"),
        ("audit.yaml", "ort.einwohner", "Einwohnerzahl mit Stichtag"),
    )


def test_a_draft_copes_with_nothing_at_all(akte: Anlegen) -> None:
    text = unterlage(akte({}), NAME, entwurf=True).decode()
    assert "**ENTWURF**" in text
    for satz in (
        "| Einwohnerinnen und Einwohner | nicht aktenkundig |",
        "Fragebogen, Kennzahlen und Analysen liegen noch nicht vor.",
        "Kennzahlen liegen noch nicht vor.",
        "Dieses Handlungsfeld ist noch nicht untersucht.",
        "| Werte der Bestandsaufnahme | bestandsaufnahme/indikatoren.yaml | reihen |",
    ):
        assert satz in text, satz


def test_a_quarter_needs_no_numbers_and_has_its_own_fields(akte: Anlegen) -> None:
    audit = AUDIT.replace("art: gemeinde", "art: quartier\n  gemeinde: Musterstadt").replace(
        "name: Musterstadt", "name: Lindenhof"
    )
    audit = audit.replace("familiengerechte-kommune", "generationengerechtes-wohnen").replace(
        "fgk-2013", "agwiq-projekt"
    )
    audit = audit.replace("querschnittsthemen: [inklusion]\n", "traeger: [OE-10, OE-51]\n")
    dateien = {k: v for k, v in DATEIEN.items() if not re.search(r"HF[56]|indikatoren", k)} | {
        "audit.yaml": audit
    }
    text = unterlage(akte(dateien), NAME).decode()
    assert "| Quartier | Lindenhof |\n| Gemeinde | Musterstadt |" in text
    assert "| Träger des Audits | Hauptamt, Jugendamt |" in text
    assert "## Handlungsfeld 2: Wohnqualität" in text


@pytest.mark.parametrize("format_", list(SCHREIBER))
def test_every_format_shows_the_same(akte: Anlegen, format_: str) -> None:
    ordner = akte(DATEIEN)
    daten = unterlage(ordner, NAME, format_)
    text = gelesen(daten, format_)
    for wort in ("Bestandsaufnahme", "Eine Aufgabe in HF6", "unterdrückt", "Tabelle der Kreise", "31,5"):
        assert wort in text, wort
    assert "{{" not in text
    assert unterlage(ordner, NAME, format_) == daten


def test_the_example_is_complete_and_marks_what_is_invented(aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf("render", NAME, BEISPIEL, "--format", "pdf,md", "-o", tmp_path)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    text = (tmp_path / "bestandsaufnahme_stolberg-2016.md").read_text(encoding="utf-8")
    assert "Herausforderungen (Muster):" in text
    assert "| Vicht-Breinigerberg | – | unterdrückt |" in text
    assert seitenzahl((tmp_path / "bestandsaufnahme_stolberg-2016.pdf").read_bytes()) > 5


def test_a_day_before_the_first_value_has_none(akte: Anlegen) -> None:
    text = unterlage(akte(DATEIEN), NAME, stichtag=date(2020, 1, 1)).decode()
    assert "Kennzahlen liegen noch nicht vor." in text
    assert "## Kleinräumige Werte" not in text
