"""Drafts of an Akte in which next to nothing is on file, and every document in every format."""

from pathlib import Path

import pytest
from berichtsakten import kreis, quartier, schreibe
from documents.entwerfen import erzeugt, fehlendes, text
from hilfen import lege_an

KREIS = 'kennung: A-leer-2021\nort:\n  art: kreis\n  name: Kreis Şelburg\n  schluessel: "05998"\nverfahren: familiengerechter-kreis\nkatalog: fgk-2013\nstufe: grund\n'
QUARTIER = 'kennung: A-leer-2021\nort:\n  art: quartier\n  name: Nordstadt\n  ags: "05999003"\nverfahren: generationengerechtes-wohnen\nkatalog: agwiq-pilot\nstufe: grund\n'
LEER = {"massnahmen/M-1.1.1.yaml": None, "ziele/Z-1.1.yaml": None, "organisationseinheiten.yaml": None}
DOKUMENTE = [
    ("zielvereinbarung", None, KREIS), ("jahresbericht", "2023", KREIS), ("kurzfassung", "2023", KREIS),
    ("kreisbericht", "2022-2023", KREIS), ("bilanz", None, KREIS),
    ("quartierskonzept", None, QUARTIER), ("jahresbericht", "2023", QUARTIER), ("bilanz", None, QUARTIER),
]  # fmt: skip


@pytest.mark.parametrize(("name", "jahr", "kopf"), DOKUMENTE)
def test_a_draft_is_made_of_an_akte_that_is_only_a_head(
    tmp_path: Path, name: str, jahr: str | None, kopf: str
) -> None:
    akte = lege_an(tmp_path / "akte", {**LEER, "audit.yaml": kopf})
    assert fehlendes(akte, name, jahr)
    assert b"%PDF" in erzeugt(akte, name, jahr, "pdf", entwurf=True)[:8]
    gesagt = text(akte, name, jahr, entwurf=True)
    assert "> Entwurf: Dieses Dokument ist nicht abgestimmt" in gesagt
    for datei, schluessel in fehlendes(akte, name, jahr):
        wo = "die ganze Datei" if datei.endswith(".yaml") else "eine neue Datei darin"
        assert f"| {datei} | {schluessel or wo} |" in gesagt
    assert "None" not in gesagt


@pytest.mark.parametrize("format_", ["pdf", "docx", "odt", "html", "md"])
@pytest.mark.parametrize(
    ("name", "jahr"),
    [("kurzfassung", "2024"), ("kreisbericht", "2024"), ("bilanz", None), ("quartierskonzept", None)],
)
def test_every_document_is_there_in_every_format(
    tmp_path: Path, name: str, jahr: str | None, format_: str
) -> None:
    ist_quartier = name == "quartierskonzept"
    akte = schreibe(tmp_path / "akte", quartier()) if ist_quartier else kreis(tmp_path / "raum")
    daten = erzeugt(akte, name, jahr, format_)
    anfang = {"pdf": b"%PDF", "docx": b"PK", "odt": b"PK", "html": b"<!", "md": b"# "}[format_]
    assert daten.startswith(anfang)
    assert len(daten) > 1500
