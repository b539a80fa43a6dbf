"""A Verfahren that a workspace brings along: every command that asks for one finds it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import MINIMAL, ablage, fgk, lege_ab, vorschlaege

from fgk.reading.reader import read_yaml

EIGENES = """\
kennung: region_pilot
bezeichnung: Audit Familiengerechte Region
grundlage: familiengerechte-kommune
zertifikat: Familiengerechte Region
ergebnisdokument: Regionalkonzept
gremium: Verbandsversammlung
kataloge:
  - kennung: region-2025
    bezeichnung: Handlungsfelder der Region
    handlungsfelder:
      - kennung: HF1
        bezeichnung: Zusammenarbeit in der Region
      - kennung: HF2
        bezeichnung: Unterwegs in der Region
querschnittsthemen:
  - kennung: nachbarschaft
    bezeichnung: Gute Nachbarschaft
"""
AUDIT = (
    (MINIMAL / "audit.yaml")
    .read_text(encoding="utf-8")
    .replace("familiengerechte-kommune", "region_pilot")
    .replace("fgk-2013", "region-2025")
)
TAG = ("--stichtag", "2024-06-30")


@pytest.fixture
def ordner(akte: Callable[..., Path]) -> Path:
    """An Akte of the workspace's own Verfahren."""
    thema = "querschnittsthemen: [nachbarschaft]\n"
    return akte({"../fgk.yaml": "", "../verfahren/region_pilot.yaml": EIGENES, "audit.yaml": AUDIT + thema})


def test_its_fields_and_themes_count(ordner: Path, aufruf) -> None:
    assert aufruf("validate", ordner.parent, *TAG).code == 0
    ziel = ordner / "ziele" / "Z-1.1.yaml"
    ziel.write_text(
        ziel.read_text(encoding="utf-8").replace("handlungsfeld: HF1", "handlungsfeld: HF3"), encoding="utf-8"
    )
    lauf = aufruf("validate", ordner, *TAG)
    assert (lauf.code, "FGK207" in lauf.aus) == (1, True)
    assert "im Katalog region-2025" in lauf.aus


@pytest.mark.parametrize("wie", [[], ["--staged"], ["--at", "HEAD"], ["--base", "HEAD"]])
def test_a_fault_in_its_file_is_found_in_every_state_at_its_line(ordner: Path, wie: list[str]) -> None:
    datei = ordner.parent / "verfahren" / "region_pilot.yaml"
    datei.write_text(EIGENES.replace("Verbandsversammlung", "[Rat]"), encoding="utf-8")
    ablage(ordner.parent)
    lauf = fgk("validate", *wie, cwd=ordner.parent)
    stand = "HEAD:" if "--at" in wie else ""
    assert (lauf.returncode, lauf.stderr) == (1, "")
    assert f"{stand}verfahren/region_pilot.yaml:6:1: FGK012 Fehler" in lauf.stdout
    assert f"{stand}akte/audit.yaml:6:12: FGK218 Fehler" in lauf.stdout
    datei.write_text(EIGENES, encoding="utf-8")
    lege_ab(ordner.parent, "Behoben")
    assert fgk("validate", *wie, cwd=ordner.parent).returncode == 0


def test_the_state_counts_in_which_it_stood(ordner: Path) -> None:
    ablage(ordner.parent)
    (ordner.parent / "verfahren" / "region_pilot.yaml").unlink()
    assert fgk("validate", "--at", "HEAD", cwd=ordner).returncode == 0
    assert "FGK218" in fgk("validate", cwd=ordner).stdout


def test_documents_say_what_it_says(ordner: Path, tmp_path: Path, aufruf) -> None:
    vereinbarung = "kennung: ZV-2024\nlaufzeit:\n  von: 2024-03-01\n  bis: 2027-02-28\n"
    (ordner / "zielvereinbarung.yaml").write_text(vereinbarung, encoding="utf-8")
    ziel = tmp_path / "aus"
    lauf = aufruf("render", "zielvereinbarung", ordner, "--format", "md", "--entwurf", "-o", ziel, *TAG)
    assert lauf.code == 0, lauf.fehler
    [datei] = ziel.glob("*.md")
    text = datei.read_text(encoding="utf-8")
    assert "zur Erlangung des Zertifikats „Familiengerechte Region“" in text
    assert "Zusammenarbeit in der Region" in text
    assert "Gute Nachbarschaft" in text


def test_new_records_follow_it(ordner: Path, aufruf) -> None:
    lauf = aufruf(
        "new", "ziel", "--handlungsfeld", "HF2", "--titel", "Busse fahren abends", "--akte", ordner, *TAG
    )
    assert lauf.code == 0, lauf.fehler
    lauf = aufruf("new", "ziel", "--handlungsfeld", "HF3", "--titel", "Nirgends", "--akte", ordner, *TAG)
    assert "Das Handlungsfeld HF3 gibt es nicht." in lauf.fehler
    assert (
        aufruf(
            "new",
            "beschluss",
            "--art",
            "teilnahme",
            "--titel",
            "Teilnahme",
            "--datum",
            "2024-02-15",
            "--akte",
            ordner,
            *TAG,
        ).code
        == 0
    )
    text = (ordner / "beschluesse" / "B-2024-01.yaml").read_text(encoding="utf-8")
    assert "nimmt am Audit Familiengerechte Region teil." in text


def test_what_it_does_not_have_cannot_be_set(ordner: Path, aufruf) -> None:
    assert aufruf("set", "M-1.1.1", "querschnittsthemen=[nachbarschaft]", "--akte", ordner, *TAG).code == 0
    lauf = aufruf("set", "M-1.1.1", "querschnittsthemen=[inklusion]", "--akte", ordner, *TAG)
    assert (lauf.code, "FGK208" in lauf.aus + lauf.fehler) == (1, True)


def test_its_fields_are_proposed(ordner: Path) -> None:
    assert vorschlaege("fgk new ziel --handlungsfeld ", ordner) == ["HF1", "HF2"]


def test_an_akte_of_it_begins_inside_the_workspace_and_nowhere_else(
    ordner: Path, tmp_path: Path, aufruf
) -> None:
    worte = ("--verfahren", "region_pilot", "--ags", "05334032", "--jahr", "2024", *TAG)
    neu = ordner.parent / "neu"
    lauf = aufruf("init", neu, *worte)
    assert lauf.code == 0, lauf.fehler
    audit = read_yaml((neu / "audit.yaml").read_bytes()).data
    assert (audit["verfahren"], audit["katalog"]) == ("region_pilot", "region-2025")
    assert audit["rollen"]["projektleitung"] == [{"funktion": "Projektleitung Familiengerechte Region"}]
    assert "OE-51" in (neu / "organisationseinheiten.yaml").read_text(encoding="utf-8")
    assert "Audit Familiengerechte Region" in (neu / "README.md").read_text(encoding="utf-8")
    assert aufruf("validate", neu, *TAG).code == 0
    (ordner.parent / "fgk.yaml").unlink()
    lauf = aufruf("init", ordner.parent / "anderswo", *worte)
    assert (lauf.code, "Ein Verfahren „region_pilot“ gibt es nicht." in lauf.fehler) == (2, True)


@pytest.mark.parametrize(
    ("ortsarten", "option", "leitung"),
    [
        ("[kreis]", ("--kreis-schluessel", "05358"), "Landrätin oder Landrat"),
        (
            "[quartier]",
            ("--name", "Am Park", "--ags", "05334032"),
            "Geschäftsführung des Wohnungsunternehmens",
        ),
        ("[gemeinde, bezirk]", ("--ags", "05334032"), "Bürgermeisterin oder Bürgermeister"),
    ],
)
def test_it_begins_as_is_usual_for_its_kind_of_place(
    ordner: Path, aufruf, ortsarten: str, option: tuple[str, ...], leitung: str
) -> None:
    datei = ordner.parent / "verfahren" / "region_pilot.yaml"
    datei.write_text(f"{EIGENES}ortsarten: {ortsarten}\n", encoding="utf-8")
    neu = ordner.parent / "neu"
    lauf = aufruf("init", neu, "--verfahren", "region_pilot", *option, *TAG)
    assert lauf.code == 0, lauf.fehler
    assert leitung in (neu / "audit.yaml").read_text(encoding="utf-8")


def test_a_faulty_one_cannot_be_begun_with(ordner: Path, aufruf) -> None:
    datei = ordner.parent / "verfahren" / "region_pilot.yaml"
    datei.write_text("kennung: region_pilot\nbezeichnung: Region\n", encoding="utf-8")
    lauf = aufruf("init", ordner.parent / "neu", "--verfahren", "region_pilot", "--ags", "05334032", *TAG)
    assert (lauf.code, lauf.fehler.splitlines()[0]) == (
        2,
        "fgk: Das Verfahren „region_pilot“ ist nicht vollständig.",
    )


def test_the_files_of_a_workspace_are_checked_once_for_all_its_akten(ordner: Path, aufruf) -> None:
    bereich = ordner.parent
    shutil.copytree(ordner, bereich / "zweite")
    audit = bereich / "zweite" / "audit.yaml"
    audit.write_text(AUDIT.replace("A-musterstadt-2024", "A-musterstadt-2025"), encoding="utf-8")
    (bereich / "fgk.yaml").write_text("# noch nichts\n", encoding="utf-8")
    assert aufruf("validate", bereich, *TAG).code == 0
    (bereich / "fgk.yaml").write_text("rolle: stadt\n", encoding="utf-8")
    (bereich / "verfahren" / "zweites.yml").write_text("kennung: zweites\n", encoding="utf-8")
    lauf = aufruf("validate", bereich, *TAG)
    assert lauf.code == 1
    assert lauf.aus.count("fgk.yaml:1:8: FGK013 Fehler") == 1
    assert lauf.aus.count("verfahren/zweites.yml:1:1: FGK016 Fehler") == 1


def test_a_pack_takes_it_along_and_comes_back_without_it(ordner: Path, tmp_path: Path, aufruf) -> None:
    gesagt = aufruf("pack", ordner, "-o", tmp_path / "hin.fgk.zip")
    assert "Aus dem Arbeitsbereich mitgepackt: verfahren/region_pilot.yaml." in gesagt.aus
    dort = tmp_path / "dort"
    assert aufruf("unpack", tmp_path / "hin.fgk.zip", "--nach", dort).code == 0
    assert aufruf("validate", dort, *TAG).code == 0
    aufruf("pack", dort, "-o", tmp_path / "zurueck.fgk.zip")
    assert aufruf("unpack", tmp_path / "zurueck.fgk.zip", "--akte", ordner, "--ja").code == 0
    assert not (ordner / "verfahren").exists()
