"""Paragraphs, runs and cells of Word as XML. What users wrote is only ever text of a run."""

from markupsafe import escape

from fgk.documents.schutz import schuetze
from fgk.zeichen import saeubere

NAMENSRAEUME = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def w_absatz(stil: str, inhalt: str, eigenschaften: str = "") -> str:
    """Return a paragraph; ``eigenschaften`` stand in the order that the schema demands."""
    return f'<w:p><w:pPr><w:pStyle w:val="{stil}"/>{eigenschaften}</w:pPr>{inhalt}</w:p>'


def w_reihe(eigenschaften: str, zellen: str) -> str:
    """Return a row of a table."""
    return f"<w:tr>{f'<w:trPr>{eigenschaften}</w:trPr>' if eigenschaften else ''}{zellen}</w:tr>"


def w_zelle(breite: int, inhalt: str) -> str:
    """Return a cell of a width in twips."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{breite}" w:type="dxa"/></w:tcPr>{inhalt}</w:tc>'


def w_fett(text: str) -> str:
    """Return a run in bold."""
    return w_text(text, "<w:b/>")


def w_text(text: str, eigenschaften: str = "") -> str:
    """Return a run; line feeds become breaks."""
    sauber = escape(schuetze(saeubere(text)))
    teile = "<w:br/>".join(f'<w:t xml:space="preserve">{teil}</w:t>' for teil in str(sauber).split("\n"))
    return f"<w:r>{f'<w:rPr>{eigenschaften}</w:rPr>' if eigenschaften else ''}{teile}</w:r>"
