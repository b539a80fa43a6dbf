"""The PDF: what it is, that nothing is lost, and that its bytes repeat."""

import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from subprocess import run

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fgk.documents.dokument import Kopf
from fgk.markdown import cell, escape

MASSNAHMEN = "| Nr. | Maßnahme | Kosten |\n| --- | --- | ---: |\n" + "".join(
    f"| M-{i} | **Titel {i}**<br>Erläuterung mit z. B. einem Satz | {i}.500 € |\n" for i in range(60)
)
KOERPER = f"""\
## 1. Präambel

Text **fett** und *schräg*, [Stolberg](https://www.stolberg.de).

- eins
  1. zwei
- drei

> Ein Hinweis.

### Schritte

Tabelle: Alle *Maßnahmen*

{MASSNAHMEN}
## 2. Unterschriften

| A | B |
| --- | --- |
| a | b |

```unterschriften
Stolberg, den|Stadt Stolberg|Bürgermeister
Berlin, den|Verein \\| e. V.|Vorstand
```
"""
BOESE = [
    '#let x = 1; #read("/etc/passwd") $x^2$ @a <b> `c` \\u{41} // k /* l */ ~ = - + _u_ *s* \'q\' "d" --',
    "<br> | a \\| b [x](y) ![z](w) &amp; &#35; ~~~ ``` https://a_b_c.de/?q=1&r=2#f C:\\neu\\temp \\",
    "# kein Titel #",
    "1. keine Liste",
    "Ćirić, Łódź, Ǟ, Ƈ, ẞ, Đ, „so“ – …",
]


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if isinstance(node, pikepdf.Array):
        for item in node:
            yield from elements(item)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from elements(node.get("/K", pikepdf.Array()))


def test_structure(pdf: Callable[..., bytes]) -> None:
    data = pdf(KOERPER)
    assert b"/home/" not in data
    assert os.fsencode(Path.cwd()) not in data
    with pikepdf.open(io.BytesIO(data)) as document:
        root = document.Root
        assert root.Lang == "de-DE"
        assert root.ViewerPreferences.DisplayDocTitle
        assert document.docinfo["/Title"] == "Zielvereinbarung – Kupferstadt Stolberg (Rhld.)"
        assert "/Author" not in document.docinfo
        assert document.docinfo["/CreationDate"] == "D:20261123000000Z"
        with document.open_metadata() as meta:
            assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
            assert meta["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        with document.open_outline() as outline:
            assert [(item.title, [child.title for child in item.children]) for item in outline.root] == [
                ("Inhalt", []),
                ("1. Präambel", ["Schritte"]),
                ("2. Unterschriften", []),
            ]
        tags = list(elements(root.StructTreeRoot.K))
        count = Counter(str(tag.S) for tag in tags)
        assert (count["/Table"], count["/Caption"], count["/TH"]) == (2, 1, 5)
        assert (count["/H1"], count["/H2"], count["/L"], count["/Link"]) == (3, 1, 2, 4)
        assert all("/Column" in str(dict(tag.A[0])) for tag in tags if tag.S == "/TH")


def test_every_page_is_marked(
    pdf: Callable[..., bytes], pages: Callable[[bytes], list[str]], kopf: Kopf
) -> None:
    texts = pages(pdf(KOERPER))
    assert len(texts) >= 4
    for number, text in enumerate(texts, 1):
        assert text.replace(" ", "").count("ENTWURF") >= 2
        assert "Enthält Musterdaten" in text
        assert number == 1 or f"Seite {number} von {len(texts)}" in text
    assert not any(
        "ENTWURF" in text.replace(" ", "") for text in pages(pdf(KOERPER, replace(kopf, vermerk="")))
    )


def test_table_is_whole_and_repeats_its_head(
    pdf: Callable[..., bytes], pages: Callable[[bytes], list[str]]
) -> None:
    texts = pages(pdf(KOERPER))
    text = "\n".join(texts)
    assert "Tabelle 1: Alle Maßnahmen" in text
    flat = "".join(text.split())
    assert all(f"M-{i}Titel{i}Erläuterungmitz.B.einemSatz{i}.500€" in flat for i in range(60))
    assert sum("Nr. Maßnahme Kosten" in page for page in texts) >= 2


def test_signatures(pdf: Callable[..., bytes], pages: Callable[[bytes], list[str]]) -> None:
    last = pages(pdf(KOERPER))[-1]
    for part in ("Stolberg, den", "Stadt Stolberg", "Bürgermeister", "Verein | e. V.", "Vorstand"):
        assert part in last


@pytest.mark.parametrize("text", BOESE)
def test_text_comes_out_as_typed(
    pdf: Callable[..., bytes], pages: Callable[[bytes], list[str]], kopf: Kopf, text: str
) -> None:
    flat = "".join(text.split())
    sicher = escape(text)
    body = f"## {sicher}\n\n{sicher}\n\nx {sicher}\n\n- {sicher}\n\n> {sicher}\n\n"
    body += f"| A | B |\n| --- | --- |\n| {cell(text)} | b |\n\n"
    body += f"```unterschriften\n{sicher}|{sicher}|{sicher}\n```\n"
    fremd = replace(
        kopf, untertitel=text, ort=text, angaben=((text, text),), hinweise=(text,), fusszeile=text
    )
    got = "".join("".join(pages(pdf(body, fremd))).replace("\u200b", "").split())
    # A broken line may end in a hyphen that was not typed.
    assert got.replace("-", "").count(flat.replace("-", "")) >= 14


def test_cell_longer_than_a_page(pdf: Callable[..., bytes], pages: Callable[[bytes], list[str]]) -> None:
    words = " ".join(f"Wort{i}" for i in range(2500))
    text = "\n".join(pages(pdf(f"## A\n\n| A | B | C |\n| --- | --- | --- |\n| a | {words} | 1 |\n")))
    assert all(f"Wort{i}" in text for i in range(2500))


@pytest.mark.parametrize(
    "word",
    [
        "Kindertageseinrichtungsbedarfsplanungsausschussvorsitzendenstellvertreterregelungen",
        "a" * 90,
        "1" * 90,
        "https://www.stolberg.de/familie-und-beruf/vereinbarkeit_von_familie_und_beruf.html?seite=12345678",
    ],
)
def test_long_words_stay_on_the_page(pdf: Callable[..., bytes], word: str) -> None:
    body = f"## A {escape(word)}\n\n{word}\n\n| Nr. | Maßnahme | Zuständig | Kosten |\n| --- | --- | --- | --- |\n"
    body += f"| 1 | {'Ein längerer Text. ' * 20} | {escape(word)} | 1 € |\n"
    with pypdfium2.PdfDocument(pdf(body)) as document:
        page = document[2]
        textpage = page.get_textpage()
        boxes = [textpage.get_charbox(i) for i in range(textpage.count_chars())]
        assert max(box[2] for box in boxes) < page.get_width() - 50
        text = "".join(c for c in textpage.get_text_range() if c.isprintable() and c not in "- ")
        assert text.count("".join(c for c in word if c != "-")) == 3


def test_signs_without_a_glyph_are_replaced(
    pdf: Callable[..., bytes], pages: Callable[[bytes], list[str]]
) -> None:
    text = "".join(pages(pdf("## Prima 😀\n\nהעיר שלום \ufeff\u202e\x07\ue000 नि\n")))
    assert "Prima □" in text
    assert "□□□□ □□□□" in text


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Nur Text",
        "##### Sprung\n\n### zurück\n\n##### weiter",
        "##\n\n## \u00ad\n\n## A",
        "- ## Titel in Liste\n\n> ### Titel im Hinweis",
        "- Tabelle: X\n\n  | A |\n  | --- |\n  | a |",
        "```python\nx\n```\n\n    eingerückt\n\n---\n\n![Bild](x.png) `code`",
        "## Breit\n\nText\n\nTabelle: T\n\n"
        + "| Haushaltsjahr " * 12
        + "|\n"
        + "|---" * 12
        + "|\n"
        + "| 1.234.567 € " * 12
        + "|",
        "| A |\n| --- |",
        "Tabelle: ohne Tabelle",
    ],
)
def test_any_markdown_makes_a_pdf(pdf: Callable[..., bytes], body: str) -> None:
    assert pdf(body).startswith(b"%PDF-1.7")


def test_wide_table_turns_its_page_with_its_heading(pdf: Callable[..., bytes]) -> None:
    wide = "| Haushaltsjahr " * 12 + "|\n" + "|---" * 12 + "|\n" + "| 1.234.567 € " * 12 + "|"
    with pypdfium2.PdfDocument(
        pdf(f"## A\n\nText\n\n## Breit\n\nSatz davor.\n\n{wide}\n\nDanach")
    ) as document:
        sizes = [page.get_width() > page.get_height() for page in document]
        assert sizes == [False, False, False, True, False]
        assert "Breit" in document[3].get_textpage().get_text_range()


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(texts=st.lists(st.text(max_size=12), min_size=6, max_size=6))
def test_any_text_makes_a_pdf(pdf: Callable[..., bytes], kopf: Kopf, texts: list[str]) -> None:
    a, b, c, d, e, f = map(escape, texts)
    body = f"## {a}\n\n{b}\n\n- {c}\n\n> {d}\n\nTabelle: {e}\n\n| A | {a} |\n| --- | --- |\n| {f} | {b} |\n"
    fremd = replace(
        kopf, ort=texts[0], angaben=((texts[1], texts[2]),), hinweise=(texts[3],), vermerk=texts[4]
    )
    assert pdf(body, fremd)


def test_bytes_repeat_in_another_environment(pdf: Callable[..., bytes]) -> None:
    script = (
        "import sys; from datetime import date;"
        "from fgk.documents.dokument import *; from fgk.documents.pdf import *;"
        "kopf = Kopf('Titel', '', 'Ort', (('a', 'b'),), (), 'K', 'F', 'ENTWURF');"
        "sys.stdout.buffer.write(write_pdf(Dokument(kopf, sys.argv[1]), datum=date(2026, 11, 23)))"
    )
    here = Kopf("Titel", "", "Ort", (("a", "b"),), (), "K", "F", "ENTWURF")
    pdf("## etwas davor")
    expected = pdf(KOERPER, here)
    for environment in (
        {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"},
    ):
        done = run(
            [sys.executable, "-c", script, KOERPER],
            env=os.environ | environment,
            capture_output=True,
            check=True,
        )
        assert done.stdout == expected


def test_a_heading_and_a_short_table_do_not_stand_at_the_foot_of_a_page(
    pdf: Callable[..., bytes], pages: Callable[[bytes], list[str]]
) -> None:
    tafel = "Tabelle: Werte\n\n| Wert |\n| --- |\n| erster |\n| zweiter |\n| letzter |\n"
    for zeilen in range(28, 44):
        koerper = "## Kapitel\n\n" + "Eine Zeile.\n\n" * zeilen + f"### Ziel\n\nEin Satz.\n\n{tafel}"
        texte = pages(pdf(koerper))[2:]
        assert sum("erster" in text and "letzter" in text and "Tabelle 1" in text for text in texte) == 1
        ziel = next(text for text in texte if "\nZiel\n" in f"\n{text}")
        assert "Ein Satz." in ziel
