"""A document to test with, and readers for what became of it."""

from collections.abc import Callable
from datetime import date

import pypdfium2
import pytest
from lesen import KOPF

from fgk.documents.dokument import Dokument, Kopf
from fgk.documents.pdf import write_pdf


@pytest.fixture
def kopf() -> Kopf:
    return KOPF


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    def written(koerper: str, kopf: Kopf = KOPF) -> bytes:
        return write_pdf(Dokument(kopf, koerper), datum=date(2026, 11, 23))

    return written


def _pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    # A protected blank is a blank to the reader; pdfium reports a hyphen at the end of a line as U+0002.
    return [
        text.replace("\r\n", "\n").replace("\u00a0", " ").replace("\u202f", " ").replace("\x02", "-")
        for text in texts
    ]


@pytest.fixture
def pages() -> Callable[[bytes], list[str]]:
    return _pages
