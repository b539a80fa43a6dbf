"""The example Akten: without faults, and every document of their Verfahren in every format."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hilfen import WURZEL, fgk

from fgk.akte import Akte
from fgk.checking import check_akte, check_workspace
from fgk.diagnostic import Severity
from fgk.documents import DOKUMENTE, Auftrag, erzeuge
from fgk.documents.erzeugen import SCHREIBER
from fgk.finding import find_akten
from fgk.loading.ablagen import verfahren_von
from fgk.loading.load import load_akte
from fgk.models.analyse import Analyse
from fgk.models.base import Datensatz
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel
from fgk.sources import FolderSource
from fgk.stand.tore import erfuellungen

BEISPIELE = WURZEL / "examples"
STICHTAG = date(2026, 3, 2)
#: those that went through their whole audit
GANZE = ("kommune-stolberg", "kreis-wiesengrund/kreis", "quartier-weidenkamp")
#: those in the middle of it, and those that are kept short
ANDERE = ("kreis-wiesengrund/lindenfurt", "kreis-wiesengrund/lindenfurt-2016")
SIGNET = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9"/></svg>\n'
ANFANG = {"pdf": b"%PDF-", "docx": b"PK", "odt": b"PK", "html": b"<!", "md": b"# "}


def geladen(ordner: Path) -> Akte:
    return load_akte(FolderSource(ordner))[0]


def dokumente(name: str) -> list[str]:
    verfahren = verfahren_von(geladen(BEISPIELE / name))
    assert verfahren is not None
    return list(verfahren.dokumente)


@pytest.fixture(scope="module")
def beim_verein(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples in a workspace of the Verein, with a Signet: nobody else makes an Urkunde."""
    ordner = tmp_path_factory.mktemp("verein") / "examples"
    shutil.copytree(BEISPIELE, ordner)
    for bereich in (ordner, ordner / "kreis-wiesengrund"):
        (bereich / "fgk.yaml").write_text("rolle: verein\n", encoding="utf-8")
        (bereich / "gestaltung.yaml").write_text("signet: signet.svg\n", encoding="utf-8")
        (bereich / "signet.svg").write_text(SIGNET, encoding="utf-8")
    return ordner


def test_every_example_is_one_of_those() -> None:
    gefunden = {pfad.relative_to(BEISPIELE).as_posix() for pfad in find_akten(BEISPIELE)}
    assert gefunden == {*GANZE, *ANDERE}


@pytest.mark.parametrize("name", [*GANZE, *ANDERE])
def test_an_example_has_neither_faults_nor_warnings(name: str) -> None:
    meldungen = check_akte(FolderSource(BEISPIELE / name), STICHTAG)[1]
    assert [(m.path, m.code, m.was) for m in meldungen if m.severity is not Severity.HINWEIS] == []


def test_the_workspace_of_the_kreis_has_no_faults() -> None:
    assert check_workspace(FolderSource(BEISPIELE / "kreis-wiesengrund"), STICHTAG)[1] == []


def test_all_examples_are_checked_by_one_command() -> None:
    lauf = fgk("validate", "--strict", "--stichtag", STICHTAG.isoformat(), BEISPIELE)
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    assert "5 Akten mit " in lauf.stdout


@pytest.mark.parametrize("name", [n for n in (*GANZE, *ANDERE) if n != "kommune-stolberg"])
def test_whatever_is_invented_says_so_in_every_file(name: str) -> None:
    akte = geladen(BEISPIELE / name)
    records = [record for gruppe in akte.records.values() for record in gruppe]
    assert records
    assert [r.path for r in records if isinstance(r.modell, Datensatz) and not r.modell.musterdaten] == []


@pytest.mark.parametrize("name", GANZE)
def test_every_gate_of_the_stage_was_passed(name: str) -> None:
    akte = geladen(BEISPIELE / name)
    verfahren = verfahren_von(akte)
    assert akte.audit
    assert verfahren
    phasen = verfahren.phasen_in(akte.audit.stufe)
    assert phasen
    offen = [
        (phase.kennung, e.voraussetzung.text)
        for phase in phasen
        for e in erfuellungen(akte, verfahren, phase, STICHTAG)
        if not e.ist_erfuellt
    ]
    assert offen == []


@pytest.mark.parametrize(
    ("name", "ziele", "massnahmen", "felder"),
    [("kreis-wiesengrund/kreis", 12, 25, 6), ("quartier-weidenkamp", 6, 14, 4)],
)
def test_an_invented_example_is_as_large_as_its_readme_says(
    name: str, ziele: int, massnahmen: int, felder: int
) -> None:
    akte = geladen(BEISPIELE / name)
    assert [len(akte.alle(art)) for art in (Ziel, Massnahme, Analyse)] == [ziele, massnahmen, felder]


@pytest.mark.parametrize("name", GANZE)
def test_every_report_has_self_evaluation_network_and_the_check_of_the_verein(name: str) -> None:
    berichte = geladen(BEISPIELE / name).alle(Jahresbericht)
    assert berichte
    for bericht in berichte:
        modell = bericht.modell
        assert modell.selbstevaluation, bericht.path
        assert modell.netzwerk, bericht.path
        assert modell.pruefung_verein, bericht.path
        assert modell.pruefung_verein.ergebnis == "bestaetigt"
        assert modell.beschluss, bericht.path


def test_the_members_of_the_kreis_are_told_with_what_they_did() -> None:
    akte = geladen(BEISPIELE / "kreis-wiesengrund" / "kreis")
    assert akte.audit
    mitglieder = {m.name: m for m in akte.audit.mitglieder}
    assert {name: m.akte for name, m in mitglieder.items()} == {
        "Lindenfurt": "A-lindenfurt-2023",
        "Erlenmoor": None,
    }
    for bericht in akte.alle(Jahresbericht):
        assert {m.ags for m in bericht.modell.mitglieder} == {m.ags for m in mitglieder.values()}
    eigene = geladen(BEISPIELE / "kreis-wiesengrund" / "lindenfurt").audit
    assert eigene
    assert (eigene.kennung, eigene.stufe, eigene.vorgaenger) == (
        "A-lindenfurt-2023",
        "bilanzierung",
        "A-lindenfurt-2016",
    )


@pytest.mark.parametrize("name", GANZE)
def test_every_document_of_its_verfahren_can_be_made(name: str) -> None:
    assert [dokument for dokument in dokumente(name) if dokument not in DOKUMENTE] == []


@pytest.mark.parametrize(
    ("name", "dokument"),
    [(name, dokument) for name in GANZE for dokument in dokumente(name) if dokument in DOKUMENTE],
)
def test_a_document_of_an_example_comes_in_every_format(beim_verein: Path, name: str, dokument: str) -> None:
    ordner = beim_verein / name
    akte = geladen(ordner)
    art = DOKUMENTE[dokument]
    welche = list(art.alle(akte))
    assert welche, art.noch_nicht
    for welches in welche:
        auftrag = Auftrag(dokument, welches, tuple(SCHREIBER))
        dateien = erzeuge(
            akte, auftrag, STICHTAG, ist_entwurf=False, workspace=FolderSource(ordner).workspace()
        )
        assert {Path(datei).suffix.removeprefix(".") for datei in dateien} == set(SCHREIBER)
        for datei, inhalt in dateien.items():
            assert inhalt.startswith(ANFANG[Path(datei).suffix.removeprefix(".")]), datei
            assert len(inhalt) > 300, datei


@pytest.mark.parametrize("name", ANDERE)
def test_what_an_unfinished_example_has_becomes_a_draft(beim_verein: Path, name: str) -> None:
    akte = geladen(beim_verein / name)
    gemacht = [
        erzeuge(akte, Auftrag(dokument, welches, ("md",)), STICHTAG, ist_entwurf=True)
        for dokument in dokumente(name)
        if dokument in DOKUMENTE and dokument != "urkunde"
        for welches in DOKUMENTE[dokument].alle(akte)
    ]
    assert all("ENTWURF" in text.decode() for dateien in gemacht for text in dateien.values())
