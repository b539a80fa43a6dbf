"""Word files hold the transitional schema of ISO 29500, OpenDocument files that of ODF 1.3."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from subprocess import run

import pytest
from hilfen import BEISPIEL, Aufruf
from lesen import KOPF
from test_formate import KOERPER, SCHREIBER
from test_gestalt import EIGENE, briefkopf, haus, odt_briefkopf

from fgk.documents.dokument import Dokument, Gestalt

PROGRAMM = Path(sys.executable).parent / "openxml-audit"


def fehler(datei: Path) -> list[str]:
    """Return what an independent validator finds wrong; warnings of taste are none."""
    norm = "odf1.3" if datei.suffix == ".odt" else "office2019"
    ergebnis = run(
        [PROGRAMM, "-f", norm, "-o", "json", "-m", "0", datei],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    [bericht] = json.loads(ergebnis.stdout)
    return [
        f"{e.get('part')}: {e.get('description')}" for e in bericht["errors"] if e.get("severity") == "error"
    ]


@pytest.mark.parametrize("name", ["docx", "odt"])
@pytest.mark.parametrize(
    "dokument", [Dokument(KOPF, KOERPER), Dokument(KOPF, KOERPER, gestalt=EIGENE), Dokument(KOPF, "")]
)
def test_every_kind_of_block_is_valid(tmp_path: Path, name: str, dokument: Dokument) -> None:
    datei = tmp_path / f"a.{name}"
    datei.write_bytes(SCHREIBER[name](dokument))
    assert fehler(datei) == []


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_an_urkunde_is_valid(tmp_path: Path, name: str) -> None:
    koerper = "Der Verein verleiht\n\n## Stadt\n\n```unterschriften\nOrt, Datum|Verein|Vorstand\n```\n"
    kopf = replace(KOPF, ist_kurz=True, ist_urkunde=True, angaben=())
    datei = tmp_path / f"a.{name}"
    datei.write_bytes(SCHREIBER[name](Dokument(kopf, koerper, gestalt=EIGENE)))
    assert fehler(datei) == []


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_in_a_foreign_file_nothing_becomes_worse(tmp_path: Path, name: str) -> None:
    eigene = briefkopf() if name == "docx" else odt_briefkopf()
    vorher, nachher = tmp_path / f"vorher.{name}", tmp_path / f"nachher.{name}"
    vorher.write_bytes(eigene)
    gestalt = Gestalt(word=haus(eigene)) if name == "docx" else Gestalt(odf=haus(eigene))
    nachher.write_bytes(SCHREIBER[name](Dokument(KOPF, KOERPER, gestalt=gestalt)))
    assert [f for f in fehler(nachher) if f not in fehler(vorher)] == []


def test_the_documents_of_the_example_are_valid(aufruf: Aufruf, tmp_path: Path) -> None:
    assert aufruf("render", "--all", BEISPIEL, "--format", "docx,odt", "-o", tmp_path).code == 0
    dateien = sorted(tmp_path.iterdir())
    assert len(dateien) == 2 * len({datei.stem for datei in dateien}) >= 36
    assert [(datei.name, fehler(datei)) for datei in dateien if fehler(datei)] == []


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    from fgk.documents.pakete import entpacke, packe

    teile = entpacke(SCHREIBER["docx"](Dokument(KOPF, KOERPER)))
    teile["word/document.xml"] = (
        teile["word/document.xml"]
        .replace(b"<w:tblGrid>", b"<w:tblGitter>")
        .replace(b"</w:tblGrid>", b"</w:tblGitter>")
    )
    datei = tmp_path / "a.docx"
    datei.write_bytes(packe(teile))
    assert fehler(datei) != []
