"""Text and cells of OpenDocument as XML. What users wrote is only ever text."""

import re

from markupsafe import escape

from fgk.documents.schutz import schuetze
from fgk.zeichen import saeubere

_LEER = re.compile(r"^ | $| {2,}")


def odt_zelle(stil: str, inhalt: str) -> str:
    """Return a cell of a table."""
    return (
        f'<table:table-cell table:style-name="{stil}" office:value-type="string">{inhalt}</table:table-cell>'
    )


def odt_text(text: str) -> str:
    """Return text; blanks that XML would drop and ends of lines become elements."""
    sauber = str(escape(schuetze(saeubere(text))))
    return "<text:line-break/>".join(_LEER.sub(_leer, zeile) for zeile in sauber.split("\n"))


def _leer(fund: re.Match[str]) -> str:
    return f'<text:s text:c="{len(fund[0])}"/>'
