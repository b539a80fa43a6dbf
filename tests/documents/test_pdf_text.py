"""What is typed comes out of a PDF too, where no line ends: on a page so wide that nothing is broken or justified."""

import os
import re
from collections.abc import Iterator

import pypdfium2
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from test_formate import ZEICHEN

from fgk.documents.pdf import compiler
from fgk.documents.typst_writer import write_typst
from fgk.markdown import cell, escape
from fgk.zeichen import ersetze

FAELLE = int(os.environ.get("FGK_TEXTE", "60"))
_BLANKS = re.compile(r"[ \u00a0\u202f]+")
_BREIT = """\
#import "/typst/dokument.typ": *
#set document(title: "Texte")
#set page(width: 200cm, height: auto)
#set text(font: schriften, fallback: false, lang: "de", hyphenate: false)
#show heading: set block(above: 2em, below: 2em)

"""
# drawn from a letter and a mark of its own, which programs that read PDF see as two
_ZWEITEILIG = "ǩȮȯȱ"
LESBAR = ZEICHEN.filter(lambda zeichen: zeichen not in _ZWEITEILIG)
TEXTE = st.tuples(*[st.text(LESBAR, min_size=1, max_size=40)] * 5)


def _gelesen(koerper: str) -> Iterator[str]:
    pdf = compiler().compile(
        (_BREIT + write_typst(koerper)).encode(), format="pdf", pdf_standards=["a-2a", "ua-1"]
    )
    assert isinstance(pdf, bytes)
    for page in pypdfium2.PdfDocument(pdf):
        for zeile in page.get_textpage().get_text_range().splitlines():
            yield _normal(zeile)


def _normal(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


@given(st.lists(TEXTE, min_size=8, max_size=8))
@settings(max_examples=max(FAELLE // 8, 4), phases=[Phase.generate])
def test_what_is_typed_comes_out_of_a_pdf(gruppen: list[tuple[str, ...]]) -> None:
    teile, erwartet = [], []
    for gruppe in gruppen:
        absatz, danach, titel, punkt, zelle = (f"{' '.join(text.split())} E" for text in gruppe)
        teile.append(
            f"A {escape(absatz)}\n\nText {escape(danach)}\n\n## T {escape(titel)}\n\n- P {escape(punkt)}\n\n"
            f"| A |\n| --- |\n| {cell(f'Z {zelle}')} |\n"
        )
        erwartet += [f"A {absatz}", f"Text {danach}", f"T {titel}", f"• P {punkt}", f"Z {zelle}"]
    gelesen = set(_gelesen("\n".join(teile)))
    for text in erwartet:
        assert _normal(ersetze(text)) in gelesen
