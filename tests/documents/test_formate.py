"""HTML, Word and OpenDocument: what is typed comes out, the parts are real, and the bytes repeat."""

import io
import os
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from subprocess import run

import docx
import odfdo
import pytest
from hilfen import WURZEL
from hypothesis import given, settings
from hypothesis import strategies as st
from lesen import KOPF, TEXT, W, docx_absaetze, html_absaetze, odt_absaetze, odt_stuecke, teil, ungeschuetzt
from lxml import html

from fgk.documents.docx_writer import write_docx
from fgk.documents.dokument import Dokument, Kopf
from fgk.documents.html_writer import write_html
from fgk.documents.markdown_writer import write_markdown
from fgk.documents.odt_writer import write_odt
from fgk.markdown import cell, escape

TAG = date(2026, 11, 23)
BREIT = (
    "| "
    + " | ".join(f"Jahr {n}" for n in range(12))
    + " |\n|"
    + " --- |" * 12
    + "\n|"
    + " 1.234.567 € |" * 12
)
KOERPER = f"""\
## Präambel

Text **fett** und *schräg*^[Eine *Note* bei [Aachen](https://www.aachen.de/).], [Stolberg](https://www.stolberg.de/?a=1&b=2), z. B. 25 %.

- eins
  - tiefer
- zwei

3. drei
4. vier

> Ein Hinweis.

### Schritte

Tabelle: Alle *Maßnahmen*

| Nr. | Maßnahme | Kosten |
| --- | --- | ---: |
| 1 | **Titel**<br>Erläuterung | 1.500 € |
| 2 | {"lang " * 400} | – |

## Breit

{BREIT}

## Unterschriften

```unterschriften
Stolberg, den|Stadt Stolberg|Bürgermeister
Berlin, den|Verein \\| e. V.|Vorstand
Bonn|Land
```
"""
SCHREIBER: dict[str, Callable[[Dokument], bytes]] = {
    "html": write_html,
    "docx": lambda dokument: write_docx(dokument, datum=TAG),
    "odt": lambda dokument: write_odt(dokument, datum=TAG),
}
LESER: dict[str, Callable[[bytes], Iterable[str]]] = {
    "html": html_absaetze,
    "docx": docx_absaetze,
    "odt": odt_absaetze,
}
# DIN 91379's letters and printable ASCII; how many cases, says the environment (make test-texte)
ZEICHEN = st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=("Cc", "Cf"))
FAELLE = int(os.environ.get("FGK_TEXTE", "60"))


@pytest.fixture(params=list(SCHREIBER))
def format_(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@given(texte=st.lists(st.text(ZEICHEN, min_size=1, max_size=40), min_size=5, max_size=5))
@settings(max_examples=FAELLE)
@pytest.mark.parametrize("name", list(SCHREIBER))
def test_what_is_typed_comes_out(name: str, texte: list[str]) -> None:
    absatz, danach, titel, punkt, zelle = (" ".join(text.split()) or "x" for text in texte)
    koerper = (
        f"{escape(absatz)}\n\nText {escape(danach)}\n\n## T {escape(titel)}\n\n- {escape(punkt)}\n\n"
        f"| A | B |\n| --- | --- |\n| {cell(zelle)} | b |\n"
    )
    gelesen = {ungeschuetzt(text) for text in LESER[name](SCHREIBER[name](Dokument(KOPF, koerper)))}
    for text in (absatz, f"Text {danach}", f"T {titel}", punkt, _als_punkt(zelle)):
        assert ungeschuetzt(text) in gelesen


def _als_punkt(text: str) -> str:
    """A dash or a bullet that begins a line of a cell is shown as a bullet."""
    return re.sub(r"^[-–•*] +(?=.)", "• ", text)


def test_every_part_is_there_and_marked_as_what_it_is(kopf: Kopf) -> None:
    fertig = SCHREIBER["docx"](Dokument(kopf, KOERPER))
    word = docx.Document(io.BytesIO(fertig))
    stile = {absatz.text: absatz.style.name for absatz in word.paragraphs}
    assert stile["Präambel"] == "Heading 1"
    assert stile["Schritte"] == "Heading 2"
    assert stile["Tabelle : Alle Maßnahmen"] == "Caption"
    assert stile["Zielvereinbarung"] == "Title"
    assert (stile["eins"], stile["drei"]) == ("List Bullet", "List Number")
    assert stile["Ein Hinweis."] == "fgk Hinweis"
    tafel = next(t for t in word.tables if t.cell(0, 0).text == "Nr.")
    assert tafel.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
    assert tafel.rows[1]._tr.trPr.find(f"{W}cantSplit") is not None
    assert tafel.rows[2]._tr.trPr is None, "a long row may break"
    assert [section.orientation for section in word.sections] == [0, 1, 0]
    assert word.sections[1].page_width == word.sections[0].page_height
    dokument = teil(SCHREIBER["docx"](Dokument(kopf, KOERPER)), "word/document.xml")
    felder = [e.text.strip() for e in dokument.iter(f"{W}instrText")]
    assert felder == ['TOC \\o "1-2" \\h \\z \\u']
    noten = next(r.target_part for r in word.part.rels.values() if r.reltype.endswith("/footnotes"))
    assert list(docx_absaetze(fertig, "footnotes")) == ["", "", " Eine Note bei Aachen."]
    assert [r.target_ref for r in noten.rels.values()] == ["https://www.aachen.de/"]
    stellen = [e.get(f"{W}id") for e in dokument.iter(f"{W}footnoteReference")]
    assert stellen == [noten.element[2].get(f"{W}id")]
    verweise = [r.target_ref for r in word.part.rels.values() if r.is_external]
    assert verweise == ["https://www.stolberg.de/?a=1&b=2"]
    einstellungen = teil(SCHREIBER["docx"](Dokument(kopf, KOERPER)), "word/settings.xml")
    assert einstellungen.find(f"{W}autoHyphenation") is not None


def test_every_part_is_there_in_opendocument(kopf: Kopf) -> None:
    odt = odfdo.Document(io.BytesIO(SCHREIBER["odt"](Dokument(kopf, KOERPER))))
    titel = [(t.style, t.level, str(t).strip()) for t in odt.body.get_elements("descendant::text:h")]
    assert titel[:2] == [("Heading_20_1", "1", "Präambel"), ("Heading_20_2", "2", "Schritte")]
    assert len(odt.body.get_elements("descendant::table:table-header-rows")) == 2
    assert len(odt.body.get_elements("descendant::text:table-of-content")) == 1
    sprache = odt.styles.get_elements(
        "//style:default-style[@style:family='paragraph']/style:text-properties"
    )[0]
    assert (sprache.get_attribute("fo:language"), sprache.get_attribute("fo:hyphenate")) == ("de", True)
    seiten = {s.get_attribute("style:name") for s in odt.styles.get_elements("//style:master-page")}
    assert seiten == {"Standard", "First_20_Page", "fgk_Quer"}
    assert odt.body.get_elements("descendant::text:list-item")[3].get_attribute("text:start-value") == "3"


def test_the_page_stands_alone_and_says_what_is_what(kopf: Kopf) -> None:
    baum = html.document_fromstring(SCHREIBER["html"](Dokument(kopf, KOERPER)).decode())
    assert baum.get("lang") == "de"
    assert [e.text for e in baum.iter("title")] == ["Zielvereinbarung – Kupferstadt Stolberg (Rhld.)"]
    assert len(list(baum.iter("h1"))) == 1
    assert [e.get("scope") for e in baum.iter("th")] == ["col"] * 15
    assert [e.text_content() for e in baum.iter("caption")] == ["Tabelle 1: Alle Maßnahmen", "Tabelle 2: "]
    assert {e.get("href") for e in baum.iter("a")} >= {"#inhalt", "#a1", "https://www.stolberg.de/?a=1&b=2"}
    assert all(
        baum.get_element_by_id(e.get("href")[1:]) is not None
        for e in baum.iter("a")
        if e.get("href")[0] == "#"
    )
    assert not list(baum.iter("script", "link", "img", "iframe")), "nothing is loaded"
    assert baum.find("body").get("data-vermerk") == "ENTWURF"


def test_a_footnote_is_one_in_every_format(kopf: Kopf) -> None:
    koerper = (
        "## Titel^[A]\n\nEins^[Note *eins*^[innen].] und x^\\[y\\].\n\n| A |\n| --- |\n| b^[Note zwei] |\n"
    )
    dokument = Dokument(kopf, koerper)
    baum = html.document_fromstring(SCHREIBER["html"](dokument).decode())
    assert [e.text_content() for e in baum.xpath("//section[@class='noten']//li")] == [
        "Note eins (innen). ↑",
        "Note zwei ↑",
    ]
    assert [e.get("href") for e in baum.xpath("//sup/a")] == ["#n1", "#n2"]
    assert "Titel (A)" in set(html_absaetze(SCHREIBER["html"](dokument)))
    odt = teil(SCHREIBER["odt"](dokument), "content.xml")
    noten = ["".join(odt_stuecke(e)) for e in odt.iter(f"{TEXT}note-body")]
    assert noten == ["Note eins (innen).", "Note zwei"]
    word = list(docx_absaetze(SCHREIBER["docx"](dokument), "footnotes"))
    assert word == ["", "", " Note eins (innen).", " Note zwei"]
    text = write_markdown(Dokument(kopf, koerper)).decode()
    assert "Eins[^2] und x^\\[y\\]." in text
    assert text.endswith("[^1]: A\n[^2]: Note *eins*^[innen].\n[^3]: Note zwei\n")


def test_nothing_tells_who_wrote_it_or_where(kopf: Kopf) -> None:
    word = docx.Document(io.BytesIO(SCHREIBER["docx"](Dokument(kopf, KOERPER)))).core_properties
    assert (word.author, word.last_modified_by, word.comments, word.keywords) == ("", "", "", "")
    assert word.title == "Zielvereinbarung – Kupferstadt Stolberg (Rhld.)"
    meta = teil(SCHREIBER["odt"](Dokument(kopf, KOERPER)), "meta.xml")
    assert [e.tag.rpartition("}")[2] for e in meta[0]] == ["title", "language", "creation-date", "date"]


def test_a_draft_is_marked_on_every_page(kopf: Kopf) -> None:
    word = docx.Document(io.BytesIO(SCHREIBER["docx"](Dokument(kopf, KOERPER))))
    assert all("ENTWURF" in section.header.paragraphs[0].text for section in word.sections)
    assert any(absatz.text == "ENTWURF" for absatz in word.paragraphs), "and the cover"
    stile = teil(SCHREIBER["odt"](Dokument(kopf, KOERPER)), "styles.xml")
    koepfe = [e for e in stile.iter() if e.tag.endswith("}header")]
    assert len(koepfe) == 2
    assert all("ENTWURF" in "".join(k.itertext()) for k in koepfe)


def test_without_a_mark_for_drafts_its_paragraph_is_gone(kopf: Kopf, format_: str) -> None:
    fertig = SCHREIBER[format_](Dokument(replace(kopf, vermerk=""), KOERPER))
    assert not any("vermerk" in text or "ENTWURF" in text for text in LESER[format_](fertig))


def test_an_empty_document_is_one(kopf: Kopf, format_: str) -> None:
    assert any(kopf.titel in text for text in LESER[format_](SCHREIBER[format_](Dokument(kopf, ""))))


def test_the_bytes_repeat_whatever_the_machine(kopf: Kopf, format_: str) -> None:
    skript = (
        "import sys; from test_formate import SCHREIBER, KOERPER; from lesen import KOPF\n"
        "from fgk.documents.dokument import Dokument\n"
        f"sys.stdout.buffer.write(SCHREIBER['{format_}'](Dokument(KOPF, KOERPER)))\n"
    )
    pfad = os.pathsep.join(map(str, (WURZEL, WURZEL / "tests", WURZEL / "tests" / "documents")))
    hier = SCHREIBER[format_](Dokument(kopf, KOERPER))
    for umgebung in ({"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"}, {"LC_ALL": "C", "PYTHONHASHSEED": "99"}):
        dort = run(
            [sys.executable, "-c", skript],
            cwd=WURZEL,
            env={**os.environ, "PYTHONPATH": pfad, **umgebung},
            capture_output=True,
            check=True,
        )
        assert dort.stdout == hier


@pytest.mark.parametrize("name", ["word/dokument.docx", "odf/dokument.odt"])
def test_the_shipped_files_are_what_the_tools_write(name: str, tmp_path: Path) -> None:
    werkzeug = WURZEL / "tools" / f"{name.split('/', maxsplit=1)[0]}_vorlage.py"
    run([sys.executable, str(werkzeug), str(tmp_path / "neu")], check=True, cwd=WURZEL)
    assert (tmp_path / "neu").read_bytes() == (WURZEL / "templates" / name).read_bytes()


def test_the_shipped_files_of_an_urkunde_are_what_the_tool_writes(tmp_path: Path) -> None:
    run(
        [sys.executable, str(WURZEL / "tools" / "urkunde_vorlagen.py"), str(tmp_path)], check=True, cwd=WURZEL
    )
    for name in ("word/urkunde.docx", "odf/urkunde.odt"):
        assert (tmp_path / name).read_bytes() == (WURZEL / "templates" / name).read_bytes()
