"""Both documents from real Akten: exact Markdown, and what the PDF shows at every size."""

import shutil
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from golden.schreiben import HERE, STICHTAG, golden_documents

from fgk.checking import check_akte
from fgk.documents import Auftrag, erzeuge
from fgk.documents.fehlend import LackingError
from fgk.errors import FgkError
from fgk.sources import FolderSource

AKTEN = Path(__file__).parent.parent / "akten"
EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "kommune-stolberg"


def render(
    folder: Path, name: str, jahr: str | None = None, format_: str = "md", *, entwurf: bool = False
) -> bytes:
    akte, _ = check_akte(FolderSource(folder), STICHTAG)
    contents = erzeuge(akte, Auftrag(name, jahr, [format_]), STICHTAG, ist_entwurf=entwurf)
    assert len(contents) == 1
    return next(iter(contents.values()))


def pdf_text(data: bytes) -> list[str]:
    """Return the text of every page in one line each, protected blanks as blanks."""
    pdf = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_range() for page in pdf]
    return [
        " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").replace("\ufffe", "").split())
        for text in pages
    ]


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    return Path(shutil.copytree(AKTEN / "klein", tmp_path / "klein"))


def test_markdown_is_exactly_the_golden_one() -> None:
    documents = golden_documents()
    assert set(documents) == {path.name for path in HERE.glob("*.md")}
    for name, data in documents.items():
        assert data.decode() == (HERE / name).read_text(encoding="utf-8"), name


def test_user_text_full_of_signs_comes_out_as_typed() -> None:
    pages = pdf_text(render(AKTEN / "klein", "zielvereinbarung", format_="pdf"))
    whole = " ".join(pages)
    assert "Der Übergang gelingt: *jedem* Kind #1 [sofort](https://x.example) & <b>gut</b>" in whole
    assert "50 % | $x$ #set ~~~ `code` \\ @ref." in whole
    assert "Łukasz, Şeyma und Zoé" in whole


def test_dates_money_and_numbers_follow_din_5008() -> None:
    text = render(AKTEN / "klein", "zielvereinbarung").decode()
    assert "1. Juli 2024 bis 30. Juni 2027" in text
    assert "12.500 € einmalig<br>300,50 € jährlich" in text
    assert "September 2024 bis<br>31.08.2026" in text
    assert "12 345" in render(AKTEN / "klein", "jahresbericht", "2025").decode()


def test_what_came_after_the_decision_is_set_apart() -> None:
    text = render(AKTEN / "klein", "zielvereinbarung").decode()
    ergaenzt = text.index("Später ergänzte Maßnahmen zu Ziel 3.1 – nicht Teil der Zielvereinbarung")
    assert text.index("Digitale Lesestunde") > ergaenzt > text.index("Lesepaten")
    assert "| **Zusammen** | **6** | **7** | **1** | **1** |" in text


def test_conflicting_sources_are_shown_and_no_date_is_invented() -> None:
    text = render(AKTEN / "klein", "zielvereinbarung").decode()
    assert "| Juni 2024[^1] |" in text
    assert (
        "[^1]: Die Quellen sind uneins. Niederschrift: 20. Juni 2024; Pressebericht (Kreiszeitung): Anfang Juli."
        in text
    )


def test_an_undecided_agreement_says_so(klein: Path) -> None:
    (klein / "beschluesse" / "B-2024-01.yaml").unlink()
    text = render(klein, "zielvereinbarung").decode()
    assert "| Beschluss | noch nicht beschlossen |" in text
    assert "Diese Vereinbarung ist noch nicht beschlossen." in text


def test_before_the_decision_the_stichtag_says_not_decided() -> None:
    akte, _ = check_akte(FolderSource(AKTEN / "klein"), date(2024, 6, 19))
    contents = erzeuge(akte, Auftrag("zielvereinbarung", None, ["md"]), date(2024, 6, 19), ist_entwurf=False)
    assert "noch nicht beschlossen" in next(iter(contents.values())).decode()


def test_every_status_has_a_sign_and_a_word() -> None:
    text = render(AKTEN / "klein", "jahresbericht", "2025").decode()
    for words in ("○ geplant", "▷ in Umsetzung", "✓ umgesetzt", "◐ teilweise umgesetzt", "→ verschoben",
                  "‖ ruht", "↔ ersetzt", "✗ entfallen"):  # fmt: skip
        assert f"**{words}**" in text


def test_report_compares_with_the_year_before() -> None:
    text = render(AKTEN / "klein", "jahresbericht", "2025").decode()
    assert "| 2.1.1 | Maßnahme im Handlungsfeld 2 | ○ geplant | → verschoben |" in text
    assert "- 3.1.3 Digitale Lesestunde" in text
    assert "Vorjahr" not in render(AKTEN / "klein", "jahresbericht", "2024").decode()


def test_values_later_than_the_period_stay_out(klein: Path) -> None:
    path = klein / "bestandsaufnahme" / "indikatoren.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("jahr: 2022", "jahr: 2030"), encoding="utf-8")
    text = render(klein, "jahresbericht", "2025").decode()
    assert "| Personen | 2023 | 12 345 |" in text
    assert "2030" not in text


def test_sources_of_shown_values_are_named() -> None:
    text = render(AKTEN / "klein", "jahresbericht", "2025").decode()
    assert "Tabelle 12411-15i, IT.NRW, Lizenz dl-de/by-2-0" in text


def test_draft_marks_every_page() -> None:
    pages = pdf_text(render(AKTEN / "klein", "jahresbericht", "2025", "pdf", entwurf=True))
    assert len(pages) > 3
    assert all("ENTWURF" in page for page in pages)
    assert "ENTWURF" not in " ".join(pdf_text(render(AKTEN / "klein", "jahresbericht", "2025", "pdf")))


def test_invented_content_is_named_on_the_first_page_and_at_the_place() -> None:
    pages = pdf_text(render(EXAMPLE, "jahresbericht", "2018", "pdf"))
    assert "enthält erfundene Musterdaten" in pages[0]
    assert all("Enthält erfundene Musterdaten" in page for page in pages[1:])
    assert sum(page.count("(Muster)") for page in pages) > 40


@pytest.mark.parametrize("dokument", ["jahresbericht", "zielvereinbarung"])
def test_an_invented_akte_is_named_in_every_document(klein: Path, dokument: str) -> None:
    for path in klein.rglob("*.yaml"):
        path.write_text(
            path.read_text(encoding="utf-8").replace("musterdaten: true", "musterdaten: false"),
            encoding="utf-8",
        )
    jahr = "2025" if dokument == "jahresbericht" else None
    assert "erfundene Musterdaten" not in render(klein, dokument, jahr).decode()
    head = klein / "audit.yaml"
    head.write_text(f"{head.read_text(encoding='utf-8')}musterdaten: true\n", encoding="utf-8")
    assert (
        "enthält erfundene Musterdaten: Die ganze Akte ist ein Muster."
        in render(klein, dokument, jahr).decode()
    )


@pytest.mark.parametrize("anzahl", [0, 3, 60])
def test_agreement_at_every_size(klein: Path, anzahl: int) -> None:
    for path in (klein / "massnahmen").iterdir():
        path.unlink()
    for nummer in range(1, anzahl + 1):
        text = (
            f"kennung: M-1.1.{nummer}\nziel: Z-1.1\ntitel: Vorhaben Nummer {nummer}\nfederfuehrung: OE-51\n"
        )
        (klein / "massnahmen" / f"M-1.1.{nummer}.yaml").write_text(
            text + "ende: 2026-12-31\n", encoding="utf-8"
        )
    data = render(klein, "zielvereinbarung", format_="pdf", entwurf=True)
    whole = " ".join(pdf_text(data))
    assert all(f"Vorhaben Nummer {nummer} " in whole for nummer in range(1, anzahl + 1))
    assert f"Zusammen 6 {anzahl} 0" in whole


def test_a_cell_longer_than_a_page_is_whole(klein: Path) -> None:
    words = [f"Wort{nummer}" for nummer in range(1500)]
    path = klein / "massnahmen" / "M-1.1.1.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"text: {' '.join(words)}\n", encoding="utf-8")
    whole = " ".join(pdf_text(render(klein, "zielvereinbarung", format_="pdf")))
    assert [word for word in words if f"{word} " not in whole] == []


def test_pdf_is_tagged_titled_and_without_traces() -> None:
    data = render(EXAMPLE, "zielvereinbarung", format_="pdf")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "de-DE"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert len(list(pdf.open_outline().root)) > 10
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
            assert "Zielvereinbarung" in metadata["dc:title"]
            assert "dc:creator" not in metadata
    assert b"/work" not in data
    assert b"/home" not in data


def test_unknown_document_and_missing_year_are_explained() -> None:
    with pytest.raises(FgkError, match="Ein Dokument „nix“ gibt es nicht"):
        render(AKTEN / "klein", "nix")
    with pytest.raises(FgkError, match="fehlt das Jahr") as error:
        render(AKTEN / "klein", "jahresbericht")
    assert "2024, 2025" in error.value.tun
    with pytest.raises(FgkError, match="keinen fehlerfreien Jahresbericht morgen"):
        render(AKTEN / "klein", "jahresbericht", "morgen")
    with pytest.raises(LackingError) as lacking:
        render(AKTEN / "klein", "jahresbericht", "2025-2026")
    assert [(f.datei, f.schluessel) for f in lacking.value.fehlend] == [("jahresberichte/2025-2026.yaml", "")]
    with pytest.raises(FgkError, match="gibt es nur einmal"):
        render(AKTEN / "klein", "zielvereinbarung", "2024")


def test_a_verfahren_without_documents_is_told_where_to_name_them(klein: Path) -> None:
    eigenes = "kennung: familiengerechte-kommune\nbezeichnung: Unser Audit\ngrundlage: familiengerechte-kommune\ndokumente: []\n"
    (klein / "verfahren").mkdir()
    (klein / "verfahren" / "familiengerechte-kommune.yaml").write_text(eigenes, encoding="utf-8")
    with pytest.raises(FgkError, match="gibt es im Verfahren „Unser Audit“ nicht") as error:
        render(klein, "zielvereinbarung")
    assert error.value.tun == "Nennen Sie die Dokumente in der Datei dieses Verfahrens unter „dokumente“."


def test_an_akte_without_agreement_or_head_is_explained(klein: Path) -> None:
    (klein / "zielvereinbarung.yaml").unlink()
    with pytest.raises(LackingError) as lacking:
        render(klein, "zielvereinbarung")
    assert [(f.datei, f.schluessel) for f in lacking.value.fehlend] == [("zielvereinbarung.yaml", "")]
    entwurf = render(klein, "zielvereinbarung", entwurf=True).decode()
    assert "| Die Datei der Zielvereinbarung | zielvereinbarung.yaml | die ganze Datei |" in entwurf
    assert "### Ziel 3.1: Der Übergang gelingt" in entwurf
    (klein / "audit.yaml").write_text("kennung: A-klein-2024\n", encoding="utf-8")
    with pytest.raises(FgkError, match="lässt sich kein Dokument erzeugen"):
        render(klein, "jahresbericht", "2024", entwurf=True)
