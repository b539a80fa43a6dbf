"""fgk render --mit-verlauf: the Änderungsverzeichnis at the end of agreement and report."""

import shutil
from pathlib import Path

import pytest
from hilfen import BEISPIEL, KOPF, MASSNAHME, Aufruf, ablage, lege_ab

UEBERSCHRIFT = "## Änderungsverzeichnis"


@pytest.fixture
def dokument(aufruf: Aufruf, tmp_path: Path):
    def erzeugt(*argumente: str | Path) -> str:
        ergebnis = aufruf("render", *argumente, "--format", "md", "-o", tmp_path / "aus")
        assert ergebnis.code == 0, ergebnis.fehler
        [datei] = (tmp_path / "aus").iterdir()
        return datei.read_text(encoding="utf-8")

    return erzeugt


def _zeilen(text: str) -> list[list[str]]:
    verzeichnis = text.partition(UEBERSCHRIFT)[2].partition("\n## ")[0]
    tabelle = [zeile for zeile in verzeichnis.splitlines() if zeile.startswith("| ")]
    return [[zelle.strip() for zelle in zeile.strip("|").split(" | ")] for zeile in tabelle[2:]]


def test_a_report_lists_what_took_effect_in_its_period(geschichte: Path, dokument) -> None:
    text = dokument("jahresbericht", "--jahr", "2019", geschichte, "--mit-verlauf")
    zeilen = _zeilen(text)
    assert [
        "27.03.2019",
        "M-5.1.1 Spielflächenplan mit Kindern",
        "Ende",
        "31.12.2018",
        "30.04.2019<br>(Frist um 4 Monate verschoben)",
        "B-2019-02",
    ] in zeilen
    assert {zeile[0][-4:] for zeile in zeilen} == {"2019"}
    assert {zeile[5] for zeile in zeilen} >= {"Jugendamt"}
    assert zeilen == sorted(zeilen, key=lambda zeile: zeile[0].split(".")[::-1])
    assert text.index(UEBERSCHRIFT) < text.index("## Quellen und Impressum")


def test_an_agreement_lists_what_changed_since_it_was_adopted(geschichte: Path, dokument) -> None:
    zeilen = _zeilen(dokument("zielvereinbarung", geschichte, "--mit-verlauf", "--at", "main"))
    jahre = [int(zeile[0][-4:]) for zeile in zeilen]
    assert (jahre[0], jahre[-1]) == (2017, 2020)
    neu = [zeile[1].split()[0] for zeile in zeilen if zeile[2] == "neu"]
    assert neu == ["M-3.1.4", "M-5.3.3", "M-6.1.3"]


def test_offices_are_named_and_never_persons(geschichte: Path, dokument) -> None:
    verzeichnis = dokument("zielvereinbarung", geschichte, "--mit-verlauf").partition(UEBERSCHRIFT)[2]
    assert "Jugendamt" in verzeichnis
    assert "Projektleitung" not in verzeichnis
    assert "@" not in verzeichnis


def test_without_the_option_there_is_none(geschichte: Path, dokument) -> None:
    assert UEBERSCHRIFT not in dokument("jahresbericht", "--jahr", "2019", geschichte)


@pytest.fixture
def beispiel(tmp_path: Path) -> Path:
    """Return the example as the one commit of a repository, made years after its reports."""
    return ablage(Path(shutil.copytree(BEISPIEL, tmp_path / "akte")))


def test_notes_of_the_house_stay_in_the_house(beispiel: Path, dokument) -> None:
    """What guards a record guards its changes, also when it is gone: the document is for as few as may see it."""
    vorher = dokument("zielvereinbarung", beispiel, "--mit-verlauf")
    assert "| Veröffentlichung | öffentlich |" in vorher
    massnahme = beispiel / MASSNAHME
    massnahme.write_text(
        massnahme.read_text(encoding="utf-8") + "bemerkung: Amtsleitung ist dagegen.\n", encoding="utf-8"
    )
    geheim = beispiel / "massnahmen" / "M-1.1.9.yaml"
    geheim.write_text(KOPF.replace("M-1.1.1", "M-1.1.9"), encoding="utf-8")
    lege_ab(beispiel, "Eine Bemerkung, und eine Maßnahme nur für uns")
    geheim.unlink()
    lege_ab(beispiel, "Doch nicht")
    nachher = dokument("zielvereinbarung", beispiel, "--mit-verlauf")
    assert "dagegen" not in nachher
    assert "Bemerkung" not in nachher.partition(UEBERSCHRIFT)[2]
    neue = _zeilen(nachher)[len(_zeilen(vorher)) :]
    assert [zeile[1:3] for zeile in neue] == [
        ["M-1.1.9 Steuerungsgruppe einrichten", "neu"],
        ["M-1.1.9 Steuerungsgruppe einrichten", "nicht mehr da"],
    ]
    assert "| Veröffentlichung | nur intern |" in nachher


def test_no_change_is_said(beispiel: Path, dokument) -> None:
    text = dokument("jahresbericht", "--jahr", "2019", beispiel, "--mit-verlauf")
    assert "keine Änderung an Zielen" in text.partition(UEBERSCHRIFT)[2]
    assert not _zeilen(text)


@pytest.mark.parametrize(
    ("argumente", "satz"),
    [
        (("beschlussvorlage", BEISPIEL), "hat kein Änderungsverzeichnis"),
        (("--all", BEISPIEL), "--mit-verlauf passt nicht dazu"),
    ],
)
def test_where_there_is_none_it_is_refused(
    argumente: tuple[str | Path, ...], satz: str, aufruf: Aufruf, tmp_path: Path
) -> None:
    ergebnis = aufruf("render", *argumente, "--mit-verlauf", "-o", tmp_path / "aus")
    assert ergebnis.code == 2
    assert satz in ergebnis.fehler
    assert not (tmp_path / "aus").exists()


def test_without_git_it_says_so(aufruf: Aufruf, tmp_path: Path) -> None:
    akte = shutil.copytree(BEISPIEL, tmp_path / "akte")
    ergebnis = aufruf("render", "zielvereinbarung", akte, "--mit-verlauf", "-o", tmp_path / "aus")
    assert ergebnis.code == 2
    assert "liegt in keinem git-Repository" in ergebnis.fehler
    assert not (tmp_path / "aus").exists()
