"""The styles of a short paper in Word and OpenDocument files of ours: smaller heads, as dokument.typ has them for the PDF.

A cover has a page to itself, a short paper begins with its text.
"""

from typing import Any

from docx.shared import Pt

from fgk.documents.odt_styles import qname

#: style in Word and in OpenDocument -> points before it, after it, and of its type
_MASSE = {
    ("fgk Ort", "fgk_20_Ort"): (8, 10, 13),
    ("Title", "Title"): (4, 2, 21),
    ("Subtitle", "Subtitle"): (0, 10, 13),
    ("Heading 1", "Heading_20_1"): (14, 4, 14),
    ("Heading 2", "Heading_20_2"): (9, 3, 11.5),
}


def kuerze_word(word: Any) -> None:
    """Make the heads of a Word file of ours smaller."""
    for (name, _), (vorher, nachher, grad) in _MASSE.items():
        stil = word.styles[name]
        stil.paragraph_format.space_before = Pt(vorher)
        stil.paragraph_format.space_after = Pt(nachher)
        stil.font.size = Pt(grad)


def kuerze_odt(stile: Any) -> None:
    """Make the heads of an OpenDocument file of ours smaller."""
    masse = {name: werte for (_, name), werte in _MASSE.items()}
    for stil in stile.iter(qname("style:style")):
        if stil.get(qname("style:name")) not in masse:
            continue
        vorher, nachher, grad = masse[stil.get(qname("style:name"))]
        absatz = stil.find(qname("style:paragraph-properties"))
        absatz.set(qname("fo:margin-top"), f"{vorher}pt")
        absatz.set(qname("fo:margin-bottom"), f"{nachher}pt")
        stil.find(qname("style:text-properties")).set(qname("fo:font-size"), f"{grad}pt")
