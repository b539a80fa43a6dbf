"""Which documents are made anew while somebody writes."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from hilfen import WURZEL

from fgk.serie import pruefe
from fgk.sources import FolderSource
from fgk.watching.documents import Documents, Made, Wanted

#: after the periods of both reports
STICHTAG = date(2026, 6, 30)
KLEIN = WURZEL / "tests" / "akten" / "klein"
BERICHT = "jahresbericht-2024_klein-2024.md"
MASSNAHME = "massnahmen/M-1.1.1.yaml"


@pytest.fixture
def akte(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KLEIN, tmp_path / "akte"))


def gewuenscht(ziel: Path, *dokumente: str, jahr: str | None = None, ist_entwurf: bool = True) -> Wanted:
    return Wanted(dokumente, jahr, ("md",), ziel, STICHTAG, ist_entwurf)


def mache(documents: Documents, akte: Path, *changed: str) -> list[Made]:
    geprueft = pruefe(FolderSource(akte), STICHTAG, ist_entwurf=documents.wanted.ist_entwurf)
    return list(documents.update(geprueft, changed))


@pytest.fixture
def documents(tmp_path: Path) -> Iterator[Documents]:
    with Documents(
        gewuenscht(tmp_path / "ziel", "zielvereinbarung", "jahresbericht", jahr="2024")
    ) as documents:
        yield documents


def namen(gemacht: list[Made]) -> list[str]:
    assert [made.fehler for made in gemacht] == [None] * len(gemacht)
    return [pfad.name for made in gemacht for pfad in made.dateien]


def test_only_what_says_something_else_is_made_anew(documents: Documents, akte: Path, tmp_path: Path) -> None:
    assert namen(mache(documents, akte)) == ["zielvereinbarung_klein-2024.md", BERICHT]
    assert mache(documents, akte) == [], "nothing changed"
    bericht = akte / "jahresberichte" / "2024.yaml"
    bericht.write_text("# ein Kommentar\n" + bericht.read_text(encoding="utf-8"), encoding="utf-8")
    assert mache(documents, akte) == [], "a comment is in no document"
    text = bericht.read_text(encoding="utf-8")
    assert "in_umsetzung" in text
    bericht.write_text(text.replace("in_umsetzung", "umgesetzt", 1), encoding="utf-8")
    assert namen(mache(documents, akte)) == [BERICHT], "the agreement knows nothing of the report"
    assert "umgesetzt" in (tmp_path / "ziel" / BERICHT).read_text(encoding="utf-8")


def test_a_document_that_nobody_here_can_make_says_why(akte: Path, tmp_path: Path) -> None:
    with Documents(gewuenscht(tmp_path / "ziel", "urkunde", "zertifikatsnachweis")) as documents:
        urkunde, nachweis = mache(documents, akte)
    assert urkunde.fehler is not None
    assert "Urkunden stellt nur der Verein aus" in urkunde.fehler.was
    assert nachweis.fehler is not None
    assert nachweis.fehler.was == "Die Akte hat noch kein Zertifikat in der begutachtung.yaml."


def test_after_a_change_of_templates_all_are_made_anew(documents: Documents, akte: Path) -> None:
    assert len(mache(documents, akte)) == 2
    assert len(mache(documents, akte, f"{akte}/vorlagen/schriften/haus.ttf")) == 2


def test_what_cannot_be_made_says_why_and_the_others_are(akte: Path, tmp_path: Path) -> None:
    (akte / "zielvereinbarung.yaml").unlink()
    with Documents(
        gewuenscht(tmp_path / "ziel", "zielvereinbarung", "jahresbericht", jahr="2024")
    ) as documents:
        erste, zweite = mache(documents, akte)
    assert erste.titel == "Zielvereinbarung"
    assert erste.fehler
    assert "zielvereinbarung.yaml" in erste.fehler.was
    assert [pfad.name for pfad in zweite.dateien] == [BERICHT]


def test_what_another_process_complains_of_is_told_and_ends_nothing(akte: Path, tmp_path: Path) -> None:
    vorlage = akte / "vorlagen" / "dokument.docx"
    vorlage.parent.mkdir()
    Document().save(str(vorlage))
    with Documents(
        gewuenscht(tmp_path / "ziel", "jahresbericht", jahr="2024")._replace(formate=("docx",))
    ) as documents:
        [made] = mache(documents, akte)
        assert made.fehler
        assert made.fehler.was.endswith("fehlt die Marke {{inhalt}} im Text der Seite.")
        vorlage.unlink()
        [made] = mache(documents, akte, "vorlagen/dokument.docx")
    assert [pfad.name for pfad in made.dateien] == [BERICHT.replace(".md", ".docx")]


def test_a_year_without_a_report_is_told_so(akte: Path, tmp_path: Path) -> None:
    with Documents(gewuenscht(tmp_path / "ziel", "jahresbericht", jahr="1999")) as documents:
        [made] = mache(documents, akte)
    assert made.fehler
    assert made.fehler.was == "Für 1999 gibt es keinen (fehlerfreien) Jahresbericht."


def test_without_a_year_all_reports_are_meant(akte: Path, tmp_path: Path) -> None:
    with Documents(gewuenscht(tmp_path / "ziel", "jahresbericht")) as documents:
        gemacht = namen(mache(documents, akte))
    assert gemacht == [BERICHT, "jahresbericht-2025_klein-2024.md"]


def test_more_documents_than_one_process_makes(
    documents: Documents, akte: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fgk.watching.process._RENEW", 1)
    assert len(mache(documents, akte)) == 2
    assert len(mache(documents, akte, "vorlagen/x")) == 2
