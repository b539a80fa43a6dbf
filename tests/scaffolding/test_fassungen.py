"""fgk new fassung: the next version of an agreement without an end, and none before it lost."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hilfen import WURZEL, Aufruf, lege_an, pruefe

from fgk.loading.load import load_akte
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.sources import FolderSource
from fgk.stand.beschlusslage import annahme_der_zielvereinbarung, erste_annahme

ERHALTUNG = WURZEL / "tests" / "akten" / "erhaltung"
TAG = ("--stichtag", "2025-06-01")
HEUTE = date(2025, 6, 1)


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ERHALTUNG, tmp_path / "akte"))


def vereinbarung(ordner: Path) -> Zielvereinbarung:
    record = load_akte(FolderSource(ordner))[0].einzeln(Zielvereinbarung)
    assert record
    return record.modell


def test_the_akte_of_the_stage_is_in_order() -> None:
    assert pruefe(ERHALTUNG, HEUTE) == []


def test_the_decided_version_is_kept_with_its_decision(ordner: Path, aufruf: Aufruf) -> None:
    lauf = aufruf("new", "fassung", "--datum", "2025-07-01", "--titel", "Ehrenamt", "--akte", ordner, *TAG)
    assert (lauf.code, lauf.fehler) == (0, "")
    hier = vereinbarung(ordner)
    assert (hier.fassung, hier.beschluss) == (3, None)
    assert [f.model_dump(exclude_none=True) for f in hier.fassungen[1:]] == [
        {
            "nummer": 2,
            "von": date(2024, 7, 1),
            "bis": date(2025, 6, 30),
            "anlass": "Ehrenamt",
            "beschluss": "B-2024-01",
        }
    ]
    assert "Fassung 3 ist noch nicht beschlossen" in lauf.aus
    assert pruefe(ordner, HEUTE) == []


def test_every_other_line_stays_comments_too(ordner: Path, aufruf: Aufruf) -> None:
    datei = ordner / "zielvereinbarung.yaml"
    vorher = datei.read_text(encoding="utf-8").splitlines()
    aufruf("new", "fassung", "--akte", ordner, *TAG)
    nachher = datei.read_text(encoding="utf-8").splitlines()
    assert [zeile for zeile in vorher if zeile not in nachher] == ["fassung: 2", "beschluss: B-2024-01"]
    assert "# Die Zielvereinbarung gilt ohne Ende; fortgeschrieben wird sie in Fassungen." in nachher
    assert "  von: 2022-12-01  # seit der ersten Fassung; ein Ende ist nicht vereinbart" in nachher
    andere = [p for p in ERHALTUNG.rglob("*.yaml") if p.name != "zielvereinbarung.yaml"]
    assert all(p.read_bytes() == (ordner / p.relative_to(ERHALTUNG)).read_bytes() for p in andere)


def test_without_a_day_the_end_of_the_version_stays_open(ordner: Path, aufruf: Aufruf) -> None:
    aufruf("new", "fassung", "--akte", ordner, *TAG)
    assert vereinbarung(ordner).fassungen[-1].bis is None


def test_a_draft_is_not_decided_by_the_decision_on_the_version_before(ordner: Path, aufruf: Aufruf) -> None:
    akte = load_akte(FolderSource(ordner))[0]
    davor = annahme_der_zielvereinbarung(akte, HEUTE)
    assert davor
    assert davor.beschluss.kennung == "B-2024-01"
    aufruf("new", "fassung", "--akte", ordner, *TAG)
    akte = load_akte(FolderSource(ordner))[0]
    assert annahme_der_zielvereinbarung(akte, HEUTE) is None
    erste = erste_annahme(akte, HEUTE)
    assert erste
    assert erste.beschluss.kennung == "B-2022-01"


def test_what_comes_into_a_draft_is_part_of_it(ordner: Path, aufruf: Aufruf) -> None:
    neu = ("new", "massnahme", "--ziel", "Z-6.1", "--titel", "Neu", "--akte", ordner, *TAG)
    aufruf(*neu)
    assert "herkunft: ergaenzt\n" in (ordner / "massnahmen/M-6.1.2.yaml").read_text(encoding="utf-8").replace(
        "  # ergaenzt, wenn sie nach dem Beschluss dazukam.", ""
    ).replace(" Möglich: vereinbart, ergaenzt.", "")
    aufruf("new", "fassung", "--akte", ordner, *TAG)
    aufruf(*neu)
    hier = load_akte(FolderSource(ordner))[0]
    herkunft = {r.kennung: r.data.get("herkunft") for r in hier.records[next(a for a in hier.records if a.name == "massnahme")]}  # fmt: skip
    assert (herkunft["M-6.1.2"], herkunft["M-6.1.3"]) == ("ergaenzt", None)


def test_the_decision_on_it_takes_the_place_of_the_one_before(ordner: Path, aufruf: Aufruf) -> None:
    aufruf("new", "fassung", "--akte", ordner, *TAG)
    worte = ("--datum", "2025-06-26", "--titel", "Dritte Fassung", "--gremium", "Rat")
    lauf = aufruf("new", "beschluss", *worte, "--art", "zielvereinbarung", "--akte", ordner, *TAG)
    assert lauf.code == 0, lauf.fehler
    spaeter = ("--stichtag", "2025-07-01")
    aufruf("set", "B-2025-01", "beratungen.1.ergebnis=unveraendert", "--akte", ordner, *spaeter)
    annahme = annahme_der_zielvereinbarung(load_akte(FolderSource(ordner))[0], date(2025, 7, 1))
    assert annahme
    assert (annahme.beschluss.kennung, annahme.beschluss.aendert) == ("B-2025-01", ("B-2024-01",))


def test_a_version_follows_only_on_a_decided_one(ordner: Path, aufruf: Aufruf) -> None:
    aufruf("new", "fassung", "--akte", ordner, *TAG)
    lauf = aufruf("new", "fassung", "--akte", ordner, *TAG)
    assert lauf.code == 2
    assert "Fassung 3 ist noch nicht beschlossen." in lauf.fehler
    assert vereinbarung(ordner).fassung == 3


def test_in_other_stages_there_are_no_versions(tmp_path: Path, aufruf: Aufruf) -> None:
    akte = lege_an(tmp_path / "akte", {"zielvereinbarung.yaml": "kennung: ZV-2024\n"})
    lauf = aufruf("new", "fassung", "--akte", akte, *TAG)
    assert lauf.code == 2
    assert "nur in der Stufe „erhaltung“" in " ".join(lauf.fehler.split())
    assert "fgk new beschluss --art aenderung" in " ".join(lauf.fehler.split())


def test_without_an_agreement_there_is_none(ordner: Path, aufruf: Aufruf) -> None:
    (ordner / "zielvereinbarung.yaml").unlink()
    lauf = aufruf("new", "fassung", "--akte", ordner, *TAG)
    assert lauf.code == 2
    assert "noch keine (fehlerfreie) Zielvereinbarung" in lauf.fehler


def test_the_first_version_began_with_the_agreement(ordner: Path, aufruf: Aufruf) -> None:
    datei = ordner / "zielvereinbarung.yaml"
    text = datei.read_text(encoding="utf-8")
    a, b = text.index("fassungen:"), text.index("laufzeit:")
    datei.write_text(
        (text[:a] + text[b:]).replace("fassung: 2", "fassung: 1").replace("B-2024-01", "B-2022-01"),
        encoding="utf-8",
    )
    (ordner / "beschluesse" / "B-2024-01.yaml").unlink()
    lauf = aufruf("new", "fassung", "--datum", "2025-07-01", "--akte", ordner, *TAG)
    assert lauf.code == 0, lauf.fehler
    [erste] = vereinbarung(ordner).fassungen
    assert (erste.nummer, erste.von, erste.beschluss) == (1, date(2022, 12, 1), "B-2022-01")


@pytest.mark.parametrize("text", ["bald", "2025-07", "2025-02-30"])
def test_a_day_that_is_none_is_refused(ordner: Path, aufruf: Aufruf, text: str) -> None:
    lauf = aufruf("new", "fassung", "--datum", text, "--akte", ordner, *TAG)
    assert lauf.code == 2
    assert "--datum" in lauf.fehler
    assert vereinbarung(ordner).fassung == 2


@pytest.mark.parametrize("tag", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_end_of_the_calendar_is_a_slip_and_no_accident(
    ordner: Path, aufruf: Aufruf, tag: str
) -> None:
    lauf = aufruf("new", "fassung", "--datum", tag, "--akte", ordner, *TAG)
    if tag < "2024":
        assert lauf.code == 1
        assert "FGK" in lauf.fehler
        assert vereinbarung(ordner).fassung == 2
    else:
        assert lauf.code == 0, lauf.fehler
        assert vereinbarung(ordner).fassungen[-1].bis == date(9999, 12, 30)


def test_a_decision_can_be_made_while_that_on_the_version_before_is_not_on_file(
    ordner: Path, aufruf: Aufruf
) -> None:
    (ordner / "beschluesse" / "B-2022-01.yaml").unlink()
    worte = ("--datum", "2025-06-26", "--titel", "Neu", "--gremium", "Rat")
    lauf = aufruf("new", "beschluss", *worte, "--art", "zielvereinbarung", "--akte", ordner, *TAG)
    assert (lauf.code, lauf.fehler) == (0, "")
    assert "\naendert:" not in (ordner / "beschluesse" / "B-2025-01.yaml").read_text(encoding="utf-8")
