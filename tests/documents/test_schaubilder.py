"""Diagrams: their numbers, their words, and that they can be told apart in black and white."""

import io
import re

import pikepdf
import pytest
from lesen import KOPF, docx_absaetze, odt_absaetze, teil
from lxml import etree, html
from test_formate import TAG

from fgk.bild import Bild, kontrast
from fgk.documents.docx_writer import write_docx
from fgk.documents.dokument import Dokument
from fgk.documents.html_writer import write_html
from fgk.documents.markdown_writer import write_markdown
from fgk.documents.odt_writer import write_odt
from fgk.documents.pakete import entpacke
from fgk.documents.pdf import write_pdf
from fgk.documents.schaubilder import (
    _FARBEN,
    Balken,
    Ereignis,
    Kurve,
    Kurvenbild,
    kurvenbild,
    statusbild,
    verlaufsbild,
    zeitstrahl,
)
from fgk.documents.svg import umbrochen
from fgk.documents.tabelle import breite
from fgk.models.stand import STATUS

NS = {"s": "http://www.w3.org/2000/svg"}
BALKEN = [Balken("1 Steuerung & <Netz>", {"umgesetzt": 5, "geplant": 1}), Balken("2 Familie", {"ruht": 2})]
KURVEN = [
    Kurvenbild(
        "Quote (%)", (Kurve("Stolberg", {2016: 42.1, 2018: 45.9}), Kurve("Kreis", {2016: 40, 2018: 41}))
    )
]
WEG = [
    Ereignis("2016", "Beschluss zur Teilnahme", ist_beschluss=True),
    Ereignis("14.03.2017", "Workshop", ist_beschluss=False),
]
BILDER = [statusbild(BALKEN), verlaufsbild(BALKEN), kurvenbild(KURVEN), zeitstrahl(WEG)]


def woerter(bild: Bild) -> list[str]:
    return etree.fromstring(bild.svg).xpath("//s:text//text()", namespaces=NS)


@pytest.mark.parametrize("bild", BILDER)
def test_a_diagram_is_sound_svg_that_says_what_it_shows(bild: Bild) -> None:
    wurzel = etree.fromstring(bild.svg)
    assert wurzel.get("role") == "img"
    assert wurzel.xpath("string(s:title)", namespaces=NS) == bild.alt
    zahlen = [float(zahl) for zahl in re.findall(r'(?:x|y|cx|cy)="(-?[0-9.]+)"', bild.svg)]
    assert min(zahlen) >= 0
    assert max(zahlen) <= max(bild.pixel)


def test_every_number_is_in_the_picture_and_in_its_words() -> None:
    bild = statusbild(BALKEN)
    assert bild.alt == (
        "Balken nach Handlungsfeldern. 1 Steuerung & <Netz>: 5 umgesetzt, 1 geplant. 2 Familie: 2 ruht."
    )
    assert [wort for wort in woerter(bild) if wort.isdigit()] == ["5", "1", "6", "2", "2"]
    assert {"umgesetzt", "geplant", "ruht"} <= set(woerter(bild))
    assert "entfallen" not in woerter(bild), "only what occurs is explained"
    assert verlaufsbild(BALKEN).alt.startswith("Balken nach Berichtsjahren. Jahresbericht 1 Steuerung")
    assert (
        kurvenbild(KURVEN).alt == "Kurven. Quote (%): Stolberg 2016 42,1, 2018 45,9; Kreis 2016 40, 2018 41."
    )
    assert "gestrichelt: Kreis" in woerter(kurvenbild(KURVEN))
    assert (
        zeitstrahl(WEG).alt == "Zeitstrahl. 2016: Beschluss zur Teilnahme (Beschluss). 14.03.2017: Workshop."
    )


def test_many_measures_and_none_are_drawn_too() -> None:
    viele = statusbild([Balken("x" * 90, dict.fromkeys(STATUS.worte, 60))])
    assert "480" in woerter(viele)
    assert statusbild([]).pixel[1] > 0
    assert woerter(statusbild([Balken("leer", {})])) == ["leer", "0"]


def test_words_that_are_too_long_are_cut_and_not_drawn_over() -> None:
    woerter = umbrochen("Kurz Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", 100, 9)
    assert (
        "".join(woerter).replace("-", "")
        == "KurzRindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    )
    assert max(breite(zeile) * 9 for zeile in woerter) <= 100


def test_a_word_without_end_is_cut_at_once() -> None:
    zeilen = umbrochen("a" * 10_000, 100, 9)
    assert "".join(zeilen).replace("-", "") == "a" * 10_000
    assert max(breite(zeile) * 9 for zeile in zeilen) <= 100


def test_text_on_colour_is_readable_and_each_has_a_sign() -> None:
    assert set(_FARBEN) == set(STATUS.worte)
    assert {
        status: round(kontrast(schrift, fuellung), 1)
        for status, (fuellung, schrift) in _FARBEN.items()
        if kontrast(schrift, fuellung) < 4.5
    } == {}


def test_a_diagram_is_in_every_format_with_words_and_caption() -> None:
    koerper = "## Stand\n\n```bild\nstatus\nStand der *Maßnahmen*\n```\n\nTabelle: Zahlen\n\n| A |\n| --- |\n| 1 |\n"
    dokument = Dokument(KOPF, koerper, {"status": BILDER[0]})
    word = write_docx(dokument, datum=TAG)
    assert "Abbildung 1: Stand der Maßnahmen" in set(docx_absaetze(word))
    beschreibung = [
        e.get("descr") for e in teil(word, "word/document.xml").iter() if e.tag.endswith("}docPr")
    ]
    assert beschreibung == [BILDER[0].alt]
    assert len([name for name in entpacke(word) if name.startswith("word/media/")]) == 1
    odt = write_odt(dokument, datum=TAG)
    assert "Abbildung 1: Stand der Maßnahmen" in set(odt_absaetze(odt))
    assert entpacke(odt)["Pictures/status.png"].startswith(b"\x89PNG")
    seite = html.document_fromstring(write_html(dokument).decode())
    assert [e.get("alt") for e in seite.iter("img")] == [BILDER[0].alt]
    assert [e.text_content() for e in seite.iter("figcaption")] == ["Abbildung 1: Stand der Maßnahmen"]
    with pikepdf.open(io.BytesIO(write_pdf(dokument, datum=TAG))) as pdf:
        alt = [str(o.get("/Alt")) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    assert alt == [BILDER[0].alt]
    markdown = write_markdown(dokument).decode()
    assert "bild" not in markdown
    assert "Tabelle: Zahlen" in markdown, "there the numbers are enough"
