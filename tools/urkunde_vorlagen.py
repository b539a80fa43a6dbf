"""Write the Word and OpenDocument files that an Urkunde is put into, unless the Verein has its own.

    python tools/urkunde_vorlagen.py templates

They are the files of all documents with other styles and one framed page. All that can grow with a long name has room
to: an Urkunde is one page.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import odf_vorlage as odf
import word_vorlage as word

from fgk.documents.pakete import packe

MITTE = '<w:jc w:val="center"/>'


def grad(punkte: float, mehr: str = "") -> str:
    return f'{mehr}<w:sz w:val="{round(punkte * 2)}"/><w:szCs w:val="{round(punkte * 2)}"/>'


FETT = f'<w:b/><w:bCs/><w:color w:val="{word.AKZENT}"/>'
LEISE = f'<w:color w:val="{word.LEISE}"/>'
WORD_STILE = (
    word.absatzstil(
        "Normal", "Normal", f'<w:suppressAutoHyphens/><w:spacing w:after="220"/>{MITTE}', grad(13)
    ),
    word.absatzstil(
        "Heading1",
        "heading 1",
        f'<w:spacing w:before="280" w:after="320"/>{MITTE}<w:outlineLvl w:val="0"/>',
        grad(23, FETT),
        nach="Normal",
    ),
    word.absatzstil("Title", "Title", f'<w:spacing w:before="440" w:after="0"/>{MITTE}', grad(38, FETT)),
    word.absatzstil("Subtitle", "Subtitle", f'<w:spacing w:after="640"/>{MITTE}', grad(13, LEISE)),
    word.absatzstil("fgkVermerk", "fgk Vermerk", MITTE, grad(16, '<w:b/><w:bCs/><w:spacing w:val="60"/>')),
    word.absatzstil("fgkHinweis", "fgk Hinweis", f'<w:spacing w:after="0"/>{MITTE}', grad(7.5, LEISE)),
    word.absatzstil("fgkLogo", "fgk Logo", f'<w:spacing w:before="360" w:after="60"/>{MITTE}'),
    word.absatzstil(
        "fgkUnterschrift",
        "fgk Unterschrift",
        '<w:keepLines/><w:spacing w:after="0"/><w:jc w:val="left"/>',
        grad(10),
    ),
)
MARKEN = (
    ("fgkLogo", "logo"),
    ("fgkLogo", "signet"),
    ("Title", "titel"),
    ("Subtitle", "untertitel"),
    ("fgkVermerk", "vermerk"),
    ("Normal", "inhalt"),
    ("fgkHinweis", "hinweise"),
)
_RAND = "".join(
    f'<w:{seite} w:val="double" w:sz="12" w:space="24" w:color="{word.AKZENT}"/>'
    for seite in ("top", "left", "bottom", "right")
)
DOCUMENT = (
    f"{word.KOPF}<w:document {word.W} {word.R}><w:body>"
    + "".join(word.absatz(stil, word.text(f"{{{{{marke}}}}}")) for stil, marke in MARKEN)
    + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1474" w:bottom="1247" w:left="1474" '
    f'w:header="709" w:footer="624" w:gutter="0"/><w:pgBorders w:offsetFrom="page">{_RAND}</w:pgBorders></w:sectPr>'
    "</w:body></w:document>"
)


def word_dateien() -> dict[str, bytes]:
    dateien = word.dateien()
    stile = dateien["word/styles.xml"].decode()
    for stil in WORD_STILE:
        kennung = re.search(r'w:styleId="(\w+)"', stil)
        assert kennung is not None
        muster = rf'<w:style [^>]*w:styleId="{kennung[1]}">.*?</w:style>'
        stile, anzahl = re.subn(muster, lambda _, stil=stil: stil, stile, flags=re.DOTALL)
        assert anzahl == 1, kennung[1]
    dateien["word/styles.xml"] = stile.encode()
    dateien["word/document.xml"] = DOCUMENT.encode()
    for name in ("header1.xml", "footer1.xml"):
        del dateien[f"word/{name}"]
        for teil in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
            dateien[teil] = re.sub(rf'<[^<>]*"[^"]*{name}"[^<>]*/>', "", dateien[teil].decode()).encode()
    return dateien


IN_DER_MITTE = 'fo:text-align="center" '
ODF_STILE = (
    odf.stil(
        "Text_20_body",
        "Standard",
        f'{IN_DER_MITTE}fo:margin-top="0cm" fo:margin-bottom="0.39cm" fo:line-height="115%"',
        'fo:font-size="13pt" fo:hyphenate="false"',
    ),
    odf.stil(
        "Heading_20_1",
        "Heading",
        f'{IN_DER_MITTE}fo:margin-top="0.45cm" fo:margin-bottom="0.55cm"',
        f'fo:color="{odf.AKZENT}" fo:font-size="23pt" fo:font-weight="bold" fo:hyphenate="true"',
        mehr=' style:default-outline-level="1"',
        nach="Text_20_body",
    ),
    odf.stil(
        "Title",
        "Heading",
        f'{IN_DER_MITTE}fo:margin-top="0.8cm" fo:margin-bottom="0cm"',
        f'fo:color="{odf.AKZENT}" fo:font-size="38pt" fo:font-weight="bold" fo:hyphenate="false"',
        nach="Subtitle",
    ),
    odf.stil(
        "Subtitle",
        "Standard",
        f'{IN_DER_MITTE}fo:margin-bottom="1.1cm"',
        f'fo:color="{odf.LEISE}" fo:font-size="13pt"',
        nach="Text_20_body",
    ),
    odf.stil(
        "fgk_20_Vermerk",
        "Standard",
        f'{IN_DER_MITTE}fo:margin-bottom="0.3cm"',
        'fo:font-size="16pt" fo:font-weight="bold" fo:letter-spacing="0.1cm"',
    ),
    odf.stil("fgk_20_Hinweis", "Standard", IN_DER_MITTE, f'fo:color="{odf.LEISE}" fo:font-size="7.5pt"'),
    odf.stil("fgk_20_Logo", "Standard", f'{IN_DER_MITTE}fo:margin-top="0.6cm" fo:margin-bottom="0.1cm"'),
)
ODF_MARKEN = {"Normal": "Text_20_body", "fgkLogo": "fgk_20_Logo", "fgkVermerk": "fgk_20_Vermerk"}
ODF_MARKEN |= {"fgkHinweis": "fgk_20_Hinweis"}
CONTENT = (
    f'{odf.KOPF}<office:document-content {odf.NS} office:version="1.3"><office:automatic-styles/><office:body>'
    '<office:text><text:sequence-decls><text:sequence-decl text:display-outline-level="0" text:name="Table"/>'
    "</text:sequence-decls>"
    + "".join(odf.absatz(ODF_MARKEN.get(stil, stil), f"{{{{{marke}}}}}") for stil, marke in MARKEN)
    + "</office:text></office:body></office:document-content>"
)
SEITE = (
    '<style:page-layout style:name="fgkSeite"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
    'style:print-orientation="portrait" fo:margin-top="1.1cm" fo:margin-bottom="1.1cm" fo:margin-left="1.1cm" '
    f'fo:margin-right="1.1cm" fo:border="3pt double {odf.AKZENT}" fo:padding-top="1cm" fo:padding-bottom="0.6cm" '
    'fo:padding-left="1.5cm" fo:padding-right="1.5cm"/></style:page-layout>'
)
HAUPTSEITE = '<style:master-page style:name="Standard" style:page-layout-name="fgkSeite"/>'


def odf_dateien() -> dict[str, bytes]:
    dateien = odf.dateien()
    stile = dateien["styles.xml"].decode()
    for stil in ODF_STILE:
        name = re.search(r'style:name="(\w+)"', stil)
        assert name is not None
        muster = rf'<style:style style:name="{name[1]}".*?</style:style>'
        stile, anzahl = re.subn(muster, lambda _, stil=stil: stil, stile, flags=re.DOTALL)
        assert anzahl == 1, name[1]
    stile = re.sub(
        r"<office:automatic-styles>.*?</office:automatic-styles>",
        f"<office:automatic-styles>{SEITE}</office:automatic-styles>",
        stile,
        flags=re.DOTALL,
    )
    stile = re.sub(
        r"<office:master-styles>.*?</office:master-styles>",
        f"<office:master-styles>{HAUPTSEITE}</office:master-styles>",
        stile,
        flags=re.DOTALL,
    )
    dateien["styles.xml"] = stile.encode()
    dateien["content.xml"] = CONTENT.encode()
    return dateien


if __name__ == "__main__":
    ziel = Path(sys.argv[1])
    for name, inhalt in (("word/urkunde.docx", word_dateien()), ("odf/urkunde.odt", odf_dateien())):
        (ziel / name).parent.mkdir(exist_ok=True)
        (ziel / name).write_bytes(packe(inhalt))
