"""fgk new: what it creates, what it asks, and what it refuses."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, WURZEL, ablage, git, lege_ab, ohne_vorrechte, pruefe
from terminal import am_terminal

from fgk.checking import hindernisse
from fgk.loading.load import load_akte
from fgk.sources import FolderSource

TAG = ("--stichtag", "2024-06-30")
VEREINBARUNG = "kennung: ZV-2024\nlaufzeit:\n  von: 2024-03-01\n  bis: 2027-02-28\n"


def lies(ordner: Path, path: str) -> dict:
    (record,) = [
        record
        for records in load_akte(FolderSource(ordner))[0].records.values()
        for record in records
        if record.path == path
    ]
    return dict(record.data)


def fehler(ordner: Path) -> list[str]:
    return [m.code for m in hindernisse(pruefe(ordner))]


def test_a_measure_gets_the_next_number_of_its_goal(akte, aufruf) -> None:
    ordner = akte()
    lauf = aufruf(
        "new", "massnahme", "--ziel", "Z-1.1", "--titel", "Bericht: jedes Jahr", "--federfuehrung", "OE-51",
        "--ende", "30.06.2025", "--akte", ordner, *TAG,
    )  # fmt: skip
    assert (lauf.code, lauf.fehler) == (0, "")
    assert "massnahmen/M-1.1.2.yaml (M-1.1.2)" in lauf.aus
    assert lies(ordner, "massnahmen/M-1.1.2.yaml") == {
        "kennung": "M-1.1.2",
        "ziel": "Z-1.1",
        "titel": "Bericht: jedes Jahr",
        "federfuehrung": "OE-51",
        "ende": date(2025, 6, 30),
    }
    assert fehler(ordner) == []


@pytest.mark.parametrize(
    ("worte", "path"),
    [
        (["ziel", "--handlungsfeld", "HF1", "--titel", "Ziel"], "ziele/Z-1.2.yaml"),
        (["ziel", "--handlungsfeld", "HF3", "--titel", "Ziel"], "ziele/Z-3.1.yaml"),
        (["Maßnahme", "--ziel", "Z-1.1", "--titel", "x"], "massnahmen/M-1.1.2.yaml"),
        (["beschluss", "--datum", "2020-03-12", "--titel", "x", "--art", "Bilanz und erneutes Audit"], "beschluesse/B-2020-01.yaml"),
        (["beteiligung", "--datum", "2023-05", "--titel", "x", "--art", "befragung"], "beteiligung/W-2023-01.yaml"),
        (["analyse", "--handlungsfeld", "HF2"], "bestandsaufnahme/analyse/HF2.yaml"),
        (["vertrag", "2023"], "vertrag.yaml"),
        (["zielvereinbarung"], "zielvereinbarung.yaml"),
        (["begutachtung", "2023"], "begutachtung.yaml"),
        (["indikatoren"], "bestandsaufnahme/indikatoren.yaml"),
        (["indikatoren", "--indikator", "netzwerktreffen_familie"], "bestandsaufnahme/indikatoren.yaml"),
        (["sozialraeume", "--name", "Nord", "--name", "Süd"], "bestandsaufnahme/sozialraeume.yaml"),
        (["gestaltung"], "gestaltung.yaml"),
    ],
)  # fmt: skip
def test_every_kind_by_its_options(akte, aufruf, worte: list[str], path: str) -> None:
    ordner = akte()
    lauf = aufruf("new", *worte, "--akte", ordner, *TAG)
    assert (lauf.code, lauf.fehler) == (0, "")
    assert path in lauf.aus
    assert lies(ordner, path)
    assert fehler(ordner) == []


def test_any_other_field_can_be_named(akte, aufruf) -> None:
    ordner = akte()
    worte = ["prioritaet=hoch", "kosten.einmalig=25000", "beteiligte=OE-10,OE-51", "titel=Aus --feld"]
    lauf = aufruf(
        "new", "massnahme", "--ziel", "Z-1.1", "--akte", ordner, *(w for wort in worte for w in ("--feld", wort))
    )  # fmt: skip
    assert (lauf.code, lauf.fehler) == (0, "")
    assert lies(ordner, "massnahmen/M-1.1.2.yaml") == {
        "kennung": "M-1.1.2",
        "ziel": "Z-1.1",
        "titel": "Aus --feld",
        "prioritaet": "hoch",
        "kosten": {"einmalig": 25000},
        "beteiligte": ["OE-10", "OE-51"],
    }


def test_what_is_still_to_do_is_said(akte, aufruf) -> None:
    lauf = aufruf("new", "massnahme", "--ziel", "Z-1.1", "--titel", "x", "--akte", akte(), *TAG)
    assert "noch zu tun: Für die Maßnahme „x“ ist keine Stelle zuständig." in lauf.aus
    assert "noch zu tun: Die Maßnahme „x“ hat keine Frist." in lauf.aus


def test_what_comes_after_the_decision_is_no_part_of_it(akte, aufruf) -> None:
    beschluss = (
        "kennung: B-2024-01\ntitel: Zielvereinbarung\nart: zielvereinbarung\nberatungen:\n  - gremium: Rat\n"
        "    datum: 2024-02-15\n    rolle: entscheidung\n    ergebnis: unveraendert\nbeschlusspunkte:\n"
        "  - nummer: 1\n    text: Der Rat beschließt sie.\n    betrifft:\n      - kennung: ZV-2024\n"
    )
    ordner = akte(
        {
            "zielvereinbarung.yaml": VEREINBARUNG + "beschluss: B-2024-01\n",
            "beschluesse/B-2024-01.yaml": beschluss,
        }
    )
    assert aufruf("new", "ziel", "--handlungsfeld", "HF1", "--titel", "x", "--akte", ordner, *TAG).code == 0
    assert aufruf("new", "massnahme", "--ziel", "Z-1.2", "--titel", "x", "--akte", ordner, *TAG).code == 0
    assert lies(ordner, "ziele/Z-1.2.yaml")["herkunft"] == "ergaenzt"
    assert lies(ordner, "massnahmen/M-1.2.1.yaml")["herkunft"] == "ergaenzt"
    assert fehler(ordner) == []


@pytest.mark.parametrize(
    ("art", "punkt"),
    [
        ("teilnahme", {"nummer": 1, "text": "Musterstadt nimmt am Audit Familiengerechte Kommune teil."}),
        ("zielvereinbarung", {"nummer": 1, "text": "Die Zielvereinbarung ZV-2024 wird beschlossen.", "betrifft": [{"kennung": "ZV-2024"}]}),
        ("jahresbericht", {"nummer": 1, "text": "Der Jahresbericht 2024 wird zur Kenntnis genommen.", "betrifft": [{"kennung": "J-2024"}]}),
        ("sonstiges", None),
    ],
)  # fmt: skip
def test_a_decision_says_what_it_is_about(akte, aufruf, art: str, punkt: dict | None) -> None:
    bericht = "kennung: J-2024\nvon: 2024-03-01\nbis: 2024-12-31\nmassnahmen:\n  - massnahme: M-1.1.1\n    status: geplant\n"
    ordner = akte({"zielvereinbarung.yaml": VEREINBARUNG, "jahresberichte/2024.yaml": bericht})
    worte = ["--datum", "2025-03-01", "--titel", "x", "--art", art]
    assert aufruf("new", "beschluss", *worte, "--akte", ordner).code == 0
    gefunden = lies(ordner, "beschluesse/B-2025-01.yaml")
    assert gefunden.get("beschlusspunkte") == (punkt and [punkt])
    rolle = "kenntnisnahme" if art == "jahresbericht" else "entscheidung"
    assert gefunden["beratungen"] == [{"gremium": "Rat", "datum": date(2025, 3, 1), "rolle": rolle}]
    assert fehler(ordner) == []


def test_the_next_report_needs_no_year(akte, aufruf) -> None:
    ordner = akte({"zielvereinbarung.yaml": VEREINBARUNG})
    danach = ("--stichtag", "2027-03-01")
    for jahr in ("2024", "2025", "2026", "2027"):
        assert f"jahresberichte/{jahr}.yaml" in aufruf("new", "jahresbericht", "--akte", ordner, *danach).aus
    lauf = aufruf("new", "jahresbericht", "--akte", ordner, *danach)
    assert lauf.code == 2
    assert "Für „Jahresbericht“ fehlt das Jahr." in lauf.fehler


def test_a_year_that_has_not_ended_has_to_be_named(akte, aufruf) -> None:
    ordner = akte({"zielvereinbarung.yaml": VEREINBARUNG})
    wo = ("--akte", ordner, "--stichtag")
    lauf = aufruf("new", "jahresbericht", *wo, "2024-12-31")
    assert lauf.code == 2
    assert "wäre der über 2024; die Zeit endet aber erst am 31.12.2024." in lauf.fehler
    assert "„fgk new jahresbericht 2024“" in lauf.fehler
    assert aufruf("new", "jahresbericht", "2024", *wo, "2024-12-31").code == 0
    assert aufruf("new", "jahresbericht", *wo, "2025-11-26").code == 2
    assert [p.name for p in (ordner / "jahresberichte").iterdir()] == ["2024.yaml"]


def test_what_to_do_after_a_report_on_two_years_can_be_done(akte, aufruf, tmp_path: Path) -> None:
    ordner = akte({"zielvereinbarung.yaml": VEREINBARUNG})
    lauf = aufruf("new", "jahresbericht", "2024-2025", "--akte", ordner, *TAG)
    assert "„fgk render jahresbericht --jahr 2024-2025“" in " ".join(lauf.aus.split("\n"))
    worte = ["jahresbericht", "--jahr", "2024-2025", "--format", "md", "-o", tmp_path / "aus", ordner]
    assert aufruf("render", *worte, "--stichtag", "2026-01-01").code == 0


@pytest.mark.parametrize(
    "worte", [["vertrag", "2024"], ["vertrag", "2025"], ["analyse", "--handlungsfeld", "HF1"]]
)
def test_what_there_is_only_once_is_not_made_twice(akte, aufruf, worte: list[str]) -> None:
    ordner = akte()
    aufruf("new", worte[0], *(worte[1:] if worte[0] == "analyse" else ["2024"]), "--akte", ordner, *TAG)
    lauf = aufruf("new", *worte, "--akte", ordner, *TAG)
    assert lauf.code == 2
    assert "Ändern Sie" in lauf.fehler
    assert "--kennung" not in lauf.fehler


def test_a_contract_is_of_the_year_of_its_akte(akte, aufruf) -> None:
    ordner = akte()
    assert aufruf("new", "vertrag", "--akte", ordner, "--stichtag", "2031-06-30").code == 0
    jahr = (
        (ordner / "audit.yaml").read_text(encoding="utf-8").partition("kennung: A-")[2][:40].split()[0][-4:]
    )
    assert lies(ordner, "vertrag.yaml")["kennung"] == f"V-{jahr}"
    assert jahr < "2031"


@pytest.mark.parametrize(
    ("worte", "teile"),
    [
        (["beschluss"], ["fehlen --datum, --titel und --art."]),
        (["beschluss", "--datum", "31.02.2024"], ["fehlen --titel und --art.", "„31.02.2024“ passt nicht zu --datum."]),
        (["ziel", "--handlungsfeld", "HF9"], ["fehlt --titel.", "Das Handlungsfeld HF9 gibt es nicht.", "HF1"]),
    ],
)  # fmt: skip
def test_all_that_is_missing_or_wrong_is_said_at_once(
    akte, aufruf, worte: list[str], teile: list[str]
) -> None:
    lauf = aufruf("new", *worte, "--akte", akte(), *TAG)
    assert lauf.code == 2
    for teil in teile:
        assert teil in lauf.fehler


def test_a_day_can_be_written_as_germans_do(akte, aufruf) -> None:
    ordner = akte({"zielvereinbarung.yaml": VEREINBARUNG})
    wo = ("--akte", ordner, *TAG)
    worte = ["--titel", "x", "--art", "befragung", "--datum", "2.5.2023"]
    assert aufruf("new", "beteiligung", *worte, *wo).code == 0
    assert lies(ordner, "beteiligung/W-2023-01.yaml")["datum"] == date(2023, 5, 2)
    worte = ["--ziel", "Z-1.1", "--titel", "x", "--beginn", "01.04.2024", "--ende", "1.5.2025"]
    assert aufruf("new", "massnahme", *worte, *wo).code == 0
    assert lies(ordner, "massnahmen/M-1.1.2.yaml")["beginn"] == date(2024, 4, 1)
    assert aufruf("new", "jahresbericht", "2024", "--von", "1.3.2024", "--bis", "30.11.2024", *wo).code == 0
    assert lies(ordner, "jahresberichte/2024.yaml")["bis"] == date(2024, 11, 30)


def test_a_body_can_be_called_by_its_name(akte, aufruf) -> None:
    ordner = akte()
    worte = ["massnahme", "--ziel", "Z-1.1", "--titel", "x", "--akte", ordner, *TAG, "--federfuehrung"]
    assert aufruf("new", *worte, "jugendamt").code == 0
    assert lies(ordner, "massnahmen/M-1.1.2.yaml")["federfuehrung"] == "OE-51"
    lauf = aufruf("new", *worte, "Quarkamt")
    assert lauf.code == 2
    assert "Eine Stelle „Quarkamt“ gibt es in der Akte nicht." in lauf.fehler
    assert "Nennen Sie ihre Kennung, z. B. OE-51." in lauf.fehler


def test_a_decision_on_what_is_not_there_yet_has_something_to_do(akte, aufruf) -> None:
    worte = ["beschluss", "--datum", "2024-03-01", "--titel", "x", "--art", "zielvereinbarung"]
    lauf = aufruf("new", *worte, "--akte", akte(), *TAG)
    assert lauf.code == 0
    assert "noch zu tun: Die Akte hat noch keine Zielvereinbarung;" in lauf.aus
    lauf = aufruf("new", *worte, "--akte", akte({"zielvereinbarung.yaml": VEREINBARUNG}), *TAG)
    assert "hat noch keine Zielvereinbarung" not in lauf.aus


def test_an_amendment_names_what_it_amends_and_asks_what_it_concerns(akte, aufruf) -> None:
    angenommen = (
        "kennung: B-2024-01\ntitel: Zielvereinbarung\nart: zielvereinbarung\nberatungen:\n  - gremium: Rat\n"
        "    datum: 2024-02-15\n    rolle: entscheidung\n    ergebnis: unveraendert\nbeschlusspunkte:\n"
        "  - nummer: 1\n    text: Der Rat beschließt sie.\n    betrifft:\n      - kennung: ZV-2024\n"
    )
    ordner = akte({"zielvereinbarung.yaml": VEREINBARUNG, "beschluesse/B-2024-01.yaml": angenommen})
    worte = ["--datum", "2025-03-01", "--titel", "x", "--art", "aenderung"]
    lauf = aufruf("new", "beschluss", *worte, "--akte", ordner)
    assert lauf.code == 0
    assert "noch zu tun: Der Beschluss sagt noch nicht, welche Ziele und Maßnahmen er ändert." in lauf.aus
    assert "fgk render beschlussvorlage --beschluss B-2025-01" in " ".join(lauf.aus.split())
    neu = lies(ordner, "beschluesse/B-2025-01.yaml")
    assert neu["aendert"] == ["B-2024-01"]
    assert [punkt["text"] for punkt in neu["beschlusspunkte"]] == [
        "Die Zielvereinbarung wird geändert, wie im Sachverhalt dargestellt."
    ]


def test_only_what_binds_something_leads_on_to_decide(akte, aufruf) -> None:
    ordner = akte({"zielvereinbarung.yaml": VEREINBARUNG})
    for art, ist_bindend in (
        ("teilnahme", False),
        ("Bilanz und erneutes Audit", False),
        ("zielvereinbarung", True),
    ):
        worte = ["--datum", "2024-03-01", "--titel", "x", "--art", art]
        lauf = aufruf("new", "beschluss", *worte, "--akte", ordner)
        assert "tragen Sie das Ergebnis ein." in " ".join(lauf.aus.split())
        assert ("fgk decide" in lauf.aus) == ist_bindend, art


def test_a_bilanz_has_a_point_for_what_was_and_one_for_what_comes(akte, aufruf) -> None:
    ordner = akte({})
    worte = ["--datum", "2027-03-01", "--titel", "x", "--art", "bilanz"]
    assert aufruf("new", "beschluss", *worte, "--akte", ordner).code == 0
    assert lies(ordner, "beschluesse/B-2027-01.yaml")["beschlusspunkte"] == [
        {"nummer": 1, "text": "Die Bilanz der bisherigen Umsetzung wird zur Kenntnis genommen."},
        {"nummer": 2, "text": "Das Audit Familiengerechte Kommune wird fortgesetzt."},
    ]
    assert fehler(ordner) == []


def test_a_measure_without_a_goal_is_refused_before_anything_is_asked(tmp_path: Path, aufruf) -> None:
    assert aufruf("init", tmp_path / "akte", "--ags", "05334032").code == 0
    satz = "Für „Maßnahme“ fehlt --ziel, und die Akte hat noch kein Ziel."
    lauf = aufruf("new", "massnahme", "--akte", tmp_path / "akte")
    assert (lauf.code, satz in lauf.fehler) == (2, True)
    lauf = am_terminal("new", "massnahme", cwd=tmp_path / "akte", antworten=[])
    assert (lauf.code, satz in lauf.aus) == (2, True)


def test_alone_it_asks_for_the_kind_and_a_body_by_its_name(akte, aufruf) -> None:
    ordner = akte()
    lauf = am_terminal("new", cwd=ordner, antworten=["massnahme", "1", "x", "Quarkamt", "Jugendamt", "", ""])
    assert lauf.code == 0, lauf.aus
    assert "Eine Stelle „Quarkamt“ gibt es in der Akte nicht." in lauf.aus
    assert "Was möchten Sie anlegen?" in lauf.aus
    assert lies(ordner, "massnahmen/M-1.1.2.yaml")["federfuehrung"] == "OE-51"
    lauf = aufruf("new", "--akte", ordner)
    assert lauf.code == 2
    assert "Es fehlt, was angelegt werden soll." in lauf.fehler


def test_the_day_of_a_decision_is_asked_again_and_can_be_german(akte) -> None:
    ordner = akte()
    lauf = am_terminal(
        "new", "beschluss", cwd=ordner, antworten=["31.02.2024", "12.03.2024", "x", "sonstiges", ""]
    )
    assert lauf.code == 0, lauf.aus
    assert "„31.02.2024“ passt nicht zu --datum." in lauf.aus
    assert lies(ordner, "beschluesse/B-2024-01.yaml")["beratungen"][0]["datum"] == date(2024, 3, 12)


def test_from_a_new_akte_to_what_is_decided(tmp_path: Path, aufruf) -> None:
    ordner = tmp_path / "akte"
    wo = ("--akte", ordner, "--stichtag", "2024-06-30")
    assert aufruf("init", ordner, "--ags", "05334032", "--jahr", "2024").code == 0
    for worte in (
        ["ziel", "--handlungsfeld", "HF1", "--titel", "Ziel"],
        ["massnahme", "--ziel", "Z-1.1", "--titel", "Maßnahme"],
        [
            "zielvereinbarung",
            "2024",
            "--feld",
            "laufzeit.von=2024-04-01",
            "--feld",
            "laufzeit.bis=2027-03-31",
        ],
        ["beschluss", "--datum", "2024-03-14", "--art", "zielvereinbarung", "--titel", "Zielvereinbarung"],
    ):
        assert aufruf("new", *worte, *wo).code == 0
    assert aufruf("set", "B-2024-01", "beratungen.1.ergebnis=unveraendert", *wo).code == 0
    lauf = aufruf("decide", "B-2024-01", ordner, "--stichtag", "2024-06-30")
    assert (lauf.code, lauf.fehler) == (0, "")
    assert "gebunden: Zielvereinbarung ZV-2024, Ziel Z-1.1, Maßnahme M-1.1.1" in lauf.aus
    assert aufruf("new", "massnahme", "--ziel", "Z-1.1", "--titel", "Später", *wo).code == 0
    assert lies(ordner, "massnahmen/M-1.1.2.yaml")["herkunft"] == "ergaenzt"
    assert fehler(ordner) == []


@pytest.mark.parametrize(
    ("worte", "was"),
    [
        (["massnahme", "--titel", "x"], "Für „Maßnahme“ fehlt --ziel."),
        (["massnahme", "--ziel", "Z-1.1"], "Für „Maßnahme“ fehlt --titel."),
        (["massnahme", "--ziel", "Z-1.9", "--titel", "x"], "Das Ziel Z-1.9 gibt es nicht."),
        (["massnahme", "--ziel", "1.1", "--titel", "x"], "„1.1“ passt nicht zu --ziel."),
        (["massnahme", "--ziel", "Z-1.1", "--titel", " "], "Der Wert für --titel ist leer."),
        (["massnahme", "--ziel", "Z-1.1", "--titel", "x", "--ende", "2024-02-30"], "„2024-02-30“ passt nicht zu --ende."),
        (["massnahme", "--ziel", "Z-1.1", "--titel", "x", "--kennung", "M-1.1.1"], "Die Kennung M-1.1.1 gibt es schon."),
        (["massnahme", "--ziel", "Z-1.1", "--titel", "x", "--kennung", "M-2.1.1"], "Die Kennung M-2.1.1 passt nicht zu den übrigen Angaben."),
        (["massnahme", "--ziel", "Z-1.1", "--titel", "x", "--kennung", "M-1.1.x"], "„M-1.1.x“ passt nicht zu --kennung."),
        (["massnahme", "--ziel", "Z-1.1", "--titel", "x", "--gremium", "Rat"], "--gremium passt nicht zu „Maßnahme“."),
        (["massnahme", "2024", "--ziel", "Z-1.1", "--titel", "x"], "Ein Jahr passt nicht zu „Maßnahme“."),
        (["massnahme", "--ziel", "Z-1.1", "--titel", "x", "--feld", "farbe=rot"], "Ein Feld „farbe“ gibt es hier nicht."),
        (["massnahme", "--ziel", "Z-1.1", "--titel", "x", "--feld", "rot"], "„rot“ ist keine Änderung."),
        (["ziel", "--handlungsfeld", "HF9", "--titel", "x"], "Das Handlungsfeld HF9 gibt es nicht."),
        (["beschluss", "--datum", "gestern", "--titel", "x", "--art", "bilanz"], "„gestern“ passt nicht zu --datum."),
        (["beschluss", "--datum", "2024-01-01", "--titel", "x"], "Für „Beschluss“ fehlt --art."),
        (["beschluss", "--datum", "2024-01-01", "--titel", "x", "--art", "wahl"], "„wahl“ passt nicht zu --art."),
        (["beschluss", "--datum", "2024-01-01", "--titel", "x", "--art", "bilanz", "--gremium", "R\udce4t"], "ist kein Text in UTF-8"),
        (["sozialraeume", "--name", "S\udcfcd"], "ist kein Text in UTF-8"),
        (["indikatoren", "--indikator", "wetter"], "Einen Indikator „wetter“ gibt es nicht."),
        (["vertrag", "24"], "„24“ ist kein Jahr."),
        (["organisationseinheiten"], "„organisationseinheiten.yaml“ gibt es schon."),
        (["organisationseinheit", "--name", "x", "--art", "amt"], "Für „Organisationseinheit“ fehlt --kennung."),
        (["organisationseinheit", "--kennung", "OE-10", "--name", "x", "--art", "amt"], "Die Kennung OE-10 gibt es schon."),
        (["sozialraeume"], "Für „Sozialräume“ fehlt --name."),
        (["sozialraeume", "--titel", "x"], "--titel passt nicht zu „Sozialräume“."),
        (["audit"], "Eine neue Akte legt „fgk new“ nicht an."),
        (["masnahme"], "Eine Art von Datensatz „masnahme“ gibt es nicht."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(akte, aufruf, worte: list[str], was: str) -> None:
    ordner = akte()
    vorher = sorted(ordner.rglob("*"))
    lauf = aufruf("new", *worte, "--akte", ordner, *TAG)
    assert lauf.code == 2
    assert was in lauf.fehler
    assert sorted(ordner.rglob("*")) == vorher


def test_a_record_that_would_have_faults_is_shown_and_not_written(akte, aufruf) -> None:
    ordner = akte()
    lauf = aufruf(
        "new", "massnahme", "--ziel", "Z-1.1", "--titel", "x", "--federfuehrung", "OE-99", "--akte", ordner
    )
    assert lauf.code == 1
    assert "FGK201 Fehler" in lauf.fehler
    assert "Nichts angelegt: Der neue Datensatz hätte Fehler." in lauf.fehler
    assert not (ordner / "massnahmen/M-1.1.2.yaml").exists()


def test_faults_of_others_stand_in_nobodys_way(akte, aufruf) -> None:
    ordner = akte(
        {
            "massnahmen/M-1.1.2.yaml": "kennung: M-1.1.2\ntitel: [\n",
            "massnahmen/M-1.1.3.yaml": "kennung: M-1.1.3\r\ntitel: halb\r\n",
            "organisationseinheiten.yaml": "organisationseinheiten: 3\n",
            "zielvereinbarung.yaml": "kennung: falsch\n",
        }
    )
    lauf = aufruf("new", "massnahme", "--ziel", "Z-1.1", "--titel", "x", "--akte", ordner)
    assert lauf.code == 0, lauf.fehler
    assert lies(ordner, "massnahmen/M-1.1.4.yaml")["titel"] == "x"
    lauf = aufruf("new", "jahresbericht", "2024", "--akte", ordner, *TAG)
    assert lauf.code == 0, lauf.fehler
    eintraege = lies(ordner, "jahresberichte/2024.yaml")["massnahmen"]
    assert [e["massnahme"] for e in eintraege] == ["M-1.1.1", "M-1.1.2", "M-1.1.3", "M-1.1.4"]


@pytest.mark.parametrize(
    "worte",
    [
        ["ziel", "--handlungsfeld", "HF2", "--titel", "x"],
        ["analyse", "--handlungsfeld", "HF2"],
        ["massnahme", "--ziel", "Z-1.1", "--titel", "x"],
        ["beschluss", "--datum", "2024-01-01", "--titel", "x", "--art", "bilanz", "--gremium", "Rat"],
        ["indikatoren"],
        ["gestaltung", "--feld", "absender=Stadt"],
        ["sozialraeume", "--name", "Nord"],
        ["begutachtung"],
    ],
)
def test_even_a_faulty_head_stands_in_nobodys_way(akte, aufruf, worte: list[str]) -> None:
    ordner = akte({"audit.yaml": "kennung: A-x\nverfahren: foo\n"})
    lauf = aufruf("new", *worte, "--akte", ordner, *TAG)
    assert (lauf.code, lauf.fehler) == (0, "")


def test_windows_line_ends_of_others_stay(akte, aufruf) -> None:
    stellen = b"organisationseinheiten:\r\n  - kennung: OE-10\r\n    name: Hauptamt\r\n    art: amt\r\n"
    ordner = akte({"organisationseinheiten.yaml": stellen})
    lauf = aufruf(
        "new", "organisationseinheit", "--kennung", "OE-13", "--name", "Presse", "--art", "stabsstelle",
        "--feld", "kurz=P", "--akte", ordner,
    )  # fmt: skip
    assert (lauf.code, lauf.fehler) == (0, "")
    raw = (ordner / "organisationseinheiten.yaml").read_bytes()
    neu = b"  - kennung: OE-13\r\n    name: Presse\r\n    art: stabsstelle\r\n    kurz: P\r\n"
    assert raw == stellen + neu


def test_a_number_that_anything_names_is_not_given_again(akte, aufruf) -> None:
    bericht = (
        "kennung: J-2024\nvon: 2024-01-01\nbis: 2024-12-31\nmassnahmen:\n"
        "  - massnahme: M-1.1.7  # nicht M-1.1.99\n    status: geplant\n"
    )
    ordner = akte({"jahresberichte/2024.yaml": bericht})
    assert aufruf("new", "massnahme", "--ziel", "Z-1.1", "--titel", "x", "--akte", ordner).code == 0
    assert (ordner / "massnahmen/M-1.1.8.yaml").exists()


def test_a_number_that_git_knows_is_not_given_again(akte, aufruf) -> None:
    ordner = ablage(akte())
    for wort in ("zwei", "drei"):
        assert aufruf("new", "massnahme", "--ziel", "Z-1.1", "--titel", wort, "--akte", ordner).code == 0
    lege_ab(ordner, "zwei mehr")
    (ordner / "massnahmen/M-1.1.3.yaml").unlink()
    lege_ab(ordner, "eine weniger")
    assert aufruf("new", "massnahme", "--ziel", "Z-1.1", "--titel", "vier", "--akte", ordner).code == 0
    assert (ordner / "massnahmen/M-1.1.4.yaml").exists()
    assert "M-1.1.3" not in git(ordner, "ls-files")


def test_people_who_call_it_at_once_get_different_numbers(akte) -> None:
    ordner = akte()
    befehl = [sys.executable, "-m", "fgk", "new", "massnahme", "--ziel", "Z-1.1", "--akte", str(ordner)]
    laeufe = [
        subprocess.Popen([*befehl, "--titel", f"Nummer {n}"], cwd=WURZEL, stdout=subprocess.PIPE)
        for n in range(5)
    ]
    assert [lauf.wait(timeout=120) for lauf in laeufe] == [0] * 5
    for lauf in laeufe:
        lauf.stdout.close()  # type: ignore[union-attr]
    titel = [lies(ordner, f"massnahmen/M-1.1.{n}.yaml")["titel"] for n in range(2, 7)]
    assert sorted(titel) == [f"Nummer {n}" for n in range(5)]


def test_a_locked_folder_is_a_sentence(offener_ordner: Path, aufruf) -> None:
    ordner = shutil.copytree(WURZEL / "tests/akten/minimal", offener_ordner / "akte")
    for path in (ordner, *ordner.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    with ohne_vorrechte():
        lauf = aufruf("new", "massnahme", "--ziel", "Z-1.1", "--titel", "x", "--akte", ordner)
    assert lauf.code == 2
    assert "lässt sich nicht anlegen (keine Berechtigung)" in lauf.fehler
    assert [p.name for p in (ordner / "massnahmen").iterdir()] == ["M-1.1.1.yaml"]


def test_a_file_where_the_folder_should_be_is_a_sentence(akte, aufruf) -> None:
    ordner = akte({"beschluesse": "eine Datei"})
    lauf = aufruf(
        "new", "beschluss", "--datum", "2024-01-01", "--titel", "x", "--art", "bilanz", "--akte", ordner
    )
    assert lauf.code == 2
    assert "B-2024-01.yaml“ lässt sich nicht anlegen" in lauf.fehler
    assert (ordner / "beschluesse").read_text(encoding="utf-8") == "eine Datei"


def test_outside_of_an_akte_is_a_sentence(tmp_path: Path, aufruf) -> None:
    lauf = aufruf("new", "ziel", "--akte", tmp_path)
    assert lauf.code == 2
    assert "liegt keine Akte" in lauf.fehler
    assert "nennen Sie ihn mit --akte." in lauf.fehler


def test_on_a_terminal_it_asks_and_asks_again(akte, tmp_path: Path) -> None:
    ordner = akte()
    lauf = am_terminal(
        "new", "massnahme", cwd=ordner,
        antworten=["Z-9.9", "1", "", "Familienbericht", "OE-51", "2024-13", "2024-07", ""],
    )  # fmt: skip
    assert lauf.code == 0, lauf.aus
    assert "Zu welchem Ziel gehört sie?" in lauf.aus
    assert "„Z-9.9“ ist nicht dabei." in lauf.aus
    assert "Hier wird eine Angabe gebraucht." in lauf.aus
    assert "„2024-13“ passt nicht zu --beginn." in lauf.aus
    assert lies(ordner, "massnahmen/M-1.1.2.yaml") == {
        "kennung": "M-1.1.2",
        "ziel": "Z-1.1",
        "titel": "Familienbericht",
        "federfuehrung": "OE-51",
        "beginn": "2024-07",
    }


def test_a_question_without_an_answer_writes_nothing(akte) -> None:
    ordner = akte()
    lauf = am_terminal("new", "ziel", cwd=ordner, antworten=["\x04"])
    assert lauf.code == 130
    assert "Abgebrochen." in lauf.aus
    assert [p.name for p in (ordner / "ziele").iterdir()] == ["Z-1.1.yaml"]


def test_schemas_are_named_where_they_are(akte, aufruf) -> None:
    ordner = akte()
    assert aufruf("schema", "-o", ordner / ".fgk/schemas").code == 0
    assert aufruf("new", "ziel", "--handlungsfeld", "HF1", "--titel", "x", "--akte", ordner).code == 0
    erste = (ordner / "ziele/Z-1.2.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert erste == "# yaml-language-server: $schema=../.fgk/schemas/ziel.schema.json"
    assert (ordner / "ziele" / erste.partition("$schema=")[2]).is_file()


def test_the_example_takes_new_records(tmp_path: Path, aufruf) -> None:
    ordner = shutil.copytree(BEISPIEL, tmp_path / "akte")
    assert (
        aufruf("new", "massnahme", "--ziel", "Z-3.1", "--titel", "Lesefest", "--akte", ordner, *TAG).code == 0
    )
    assert lies(ordner, "massnahmen/M-3.1.5.yaml")["herkunft"] == "ergaenzt"
    assert fehler(ordner) == []


def test_what_is_said_twice_is_refused(akte, aufruf) -> None:
    ordner = akte()
    lauf = aufruf("new", "ziel", "--handlungsfeld=HF1", "--titel=A", "--feld=titel=B", "--akte", ordner, *TAG)
    assert (lauf.code, "„titel“ ist zweimal angegeben." in lauf.fehler) == (2, True)


def test_in_a_quartier_the_agreement_becomes_a_quartierskonzept(tmp_path: Path, aufruf) -> None:
    ordner = tmp_path / "nord"
    wie = ("--verfahren", "generationengerechtes-wohnen", "--name", "Nordstadt", "--ags", "05758016")
    assert aufruf("init", ordner, *wie, "--jahr", "2021", "--stichtag", "2021-06-01").code == 0
    gesagt = aufruf("new", "zielvereinbarung", "2021", "--akte", ordner, "--stichtag", "2021-06-01")
    assert "Danach: „fgk render quartierskonzept“." in gesagt.aus
