"""Read back what stands in a finished document, as somebody else's program would."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree, html

from fgk.documents.dokument import Kopf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

KOPF = Kopf(
    titel="Zielvereinbarung",
    untertitel="zur Erlangung des Zertifikats",
    ort="Kupferstadt Stolberg (Rhld.)",
    angaben=(("Verfahren", "Audit Familiengerechte Kommune"), ("Stand", "23. November 2026")),
    hinweise=("Enthält erfundene Musterdaten.",),
    kolumnentitel="Zielvereinbarung Stolberg",
    fusszeile="Enthält Musterdaten",
    vermerk="ENTWURF",
)


def teil(paket: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(paket)) as offen:
        return etree.fromstring(offen.read(name))


def docx_absaetze(paket: bytes, name: str = "document") -> Iterator[str]:
    for absatz in teil(paket, f"word/{name}.xml").iter(f"{W}p"):
        yield "".join(
            "\n" if element.tag == f"{W}br" else element.text or ""
            for element in absatz.iter(f"{W}t", f"{W}br")
        )


def odt_absaetze(paket: bytes) -> Iterator[str]:
    for absatz in teil(paket, "content.xml").iter(f"{TEXT}p", f"{TEXT}h"):
        yield "".join(odt_stuecke(absatz))


def odt_stuecke(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for kind in element:
        if kind.tag == f"{TEXT}s":
            yield " " * int(kind.get(f"{TEXT}c", "1"))
        elif kind.tag == f"{TEXT}line-break":
            yield "\n"
        else:
            yield from odt_stuecke(kind)
        yield kind.tail or ""


def html_absaetze(seite: bytes) -> Iterator[str]:
    baum = html.document_fromstring(seite.decode())
    for element in baum.iter("p", "li", "td", "th", "h1", "h2", "h3", "caption", "dd"):
        for umbruch in element.iter("br"):
            umbruch.tail = "\n" + (umbruch.tail or "")
        yield "".join(element.itertext())


def ungeschuetzt(text: str) -> str:
    """Return a text with ordinary blanks where the writers protect them."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
