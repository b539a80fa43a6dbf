"""The Kurzfassung: two pages at every size, and what is left out is said."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from berichtsakten import LANGES_WORT, kommune, schreibe
from documents.entwerfen import erzeugt, fehlendes, text
from hilfen import BEISPIEL

from fgk.documents.fehlend import LackingError


def seiten(daten: bytes) -> int:
    return len(pypdfium2.PdfDocument(daten))


@pytest.mark.parametrize("ist_lang", [False, True])
@pytest.mark.parametrize("anzahl", [0, 3, 60])
def test_it_has_two_pages_at_most_at_every_size(tmp_path: Path, anzahl: int, ist_lang: bool) -> None:
    akte = schreibe(tmp_path / "akte", kommune(anzahl, ist_lang=ist_lang))
    assert 1 <= seiten(erzeugt(akte, "kurzfassung", "2024", "pdf")) <= 2
    assert seiten(erzeugt(akte, "kurzfassung", "2022", "pdf", entwurf=True)) <= 2


def test_long_names_and_notices_do_not_make_a_third_page(tmp_path: Path) -> None:
    daten = kommune(60, ist_lang=True)
    kopf = daten["audit.yaml"]
    kopf["ort"]["bezeichnung"] = f"Verbandsgemeinde {LANGES_WORT} an der Şel und im Łaśicer Land"
    kopf["musterdaten"] = True
    kopf["handlungsfelder"] = [
        {"handlungsfeld": f"HF{n}", "bezeichnung_lokal": f"{LANGES_WORT} {LANGES_WORT}"} for n in range(1, 7)
    ]
    kopf["rollen"]["projektleitung"] *= 5
    for amt in range(5):
        kopf["rollen"]["projektleitung"][amt] = {"funktion": f"{amt}. Leitung {LANGES_WORT}"}
    akte = schreibe(tmp_path / "akte", daten)
    assert seiten(erzeugt(akte, "kurzfassung", "2024", "pdf")) == 2


def test_the_example_shows_every_list_and_says_how_many_more_there_are() -> None:
    from datetime import date

    gesagt = text(BEISPIEL, "kurzfassung", "2020", tag=date(2021, 6, 30))
    for titel in ("Das Wichtigste", "Stand der Maßnahmen", "Was sich verändert hat", "Was besonders gelungen ist",
                  "Was schwierig war", "Was anders kommt als vereinbart oder noch zu entscheiden ist",
                  "Nächste Schritte", "Der ganze Bericht"):  # fmt: skip
        assert f"# {titel}" in gesagt
    assert "Von 51 Maßnahmen sind 26 umgesetzt, 5 teilweise umgesetzt, 11 in Umsetzung" in gesagt
    assert "\n- und 2" in gesagt
    assert "Er gehört zur Vorlage 2021/0996. Wo hier" in gesagt


def test_what_is_left_out_and_what_is_shown_are_all_there_is(tmp_path: Path) -> None:
    akte = schreibe(tmp_path / "akte", kommune(60))
    gesagt = text(akte, "kurzfassung", "2024")
    liste = gesagt.partition("### Was überfällig ist")[2].partition("\n#")[0].strip().splitlines()
    gezeigt = [zeile for zeile in liste if "Frist 30.06.2023" in zeile]
    # of 60 measures, 9 are done and 9 are dropped
    assert liste[-1] == f"- und {42 - len(gezeigt)} weitere"
    assert len(gezeigt) > 1


def test_a_small_report_is_not_shortened_and_does_not_say_so(tmp_path: Path) -> None:
    gesagt = text(schreibe(tmp_path / "akte", kommune(3)), "kurzfassung", "2024")
    assert "[…]" not in gesagt
    assert "weitere" not in gesagt.partition("## Der ganze Bericht")[0].partition("## Stand")[2]
    assert "- 3.1.1 Lesepaten gewinnen 3.1.1: entfallen (vorher verschoben)" in gesagt
    assert "- 3.1.1 Lesepaten gewinnen 3.1.1: entfallen. Gut." in gesagt
    assert "- 2.1.1 Lesepaten gewinnen 2.1.1: Frist 30.06.2023, in Umsetzung (Hauptamt)" in gesagt


def test_open_reservations_are_listed(tmp_path: Path) -> None:
    daten = kommune(3)
    daten["massnahmen/M-2.1.1.yaml"]["vorbehalte"] = [{"art": "haushalt", "text": "Zwei Stellen"}]
    daten["massnahmen/M-1.1.1.yaml"]["vorbehalte"] = [{"art": "haushalt", "text": "Ein Büro"}]
    gesagt = text(schreibe(tmp_path / "akte", daten), "kurzfassung", "2024")
    assert "- 2.1.1 Lesepaten gewinnen 2.1.1: Haushaltsvorbehalt (offen): Zwei Stellen" in gesagt
    assert "Ein Büro" not in gesagt, "that measure is done"


def test_what_it_lacks_is_the_report_and_a_draft_is_made_without_it(tmp_path: Path) -> None:
    akte = schreibe(tmp_path / "akte", kommune(3))
    assert fehlendes(akte, "kurzfassung", "2025") == [("jahresberichte/2025.yaml", "")]
    with pytest.raises(LackingError, match="Kurzfassung 2025"):
        text(akte, "kurzfassung", "2025")
    entwurf = text(akte, "kurzfassung", "2025", entwurf=True)
    assert "Über Maßnahmen wird in diesem Bericht noch nicht berichtet." in entwurf
    assert "| Der Jahresbericht 2025 (die Akte enthält: 2022, 2023, 2024) |" in entwurf


@pytest.mark.parametrize(
    ("format_", "teil", "grad"),
    [("docx", "word/styles.xml", 'w:sz w:val="42"'), ("odt", "styles.xml", 'font-size="21pt"')],
)
def test_the_head_is_small_in_word_and_opendocument_too(
    tmp_path: Path, format_: str, teil: str, grad: str
) -> None:
    akte = schreibe(tmp_path / "akte", kommune(3))
    kurz, lang = (erzeugt(akte, name, "2024", format_) for name in ("kurzfassung", "jahresbericht"))
    stile = [ZipFile(BytesIO(daten)).read(teil).decode() for daten in (kurz, lang)]
    assert [grad in text for text in stile] == [True, False]


def test_a_draft_says_less_so_that_its_mark_leaves_it_two_pages() -> None:
    fertig, entwurf = (text(BEISPIEL, "kurzfassung", "2019", entwurf=ist) for ist in (False, True))
    assert 0 < entwurf.count("\n- ") < fertig.count("\n- ")
    assert entwurf.count("\n### ") == fertig.count("\n### ")
