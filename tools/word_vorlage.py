"""Write templates/word/dokument.docx: the Word file all documents are put into, unless a municipality has its own.

    python tools/word_vorlage.py templates/word/dokument.docx

It is a template like any other: marks such as {{titel}} and {{inhalt}} say where fgk writes.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fgk.documents.pakete import packe

AKZENT, HELL, LINIE, LEISE = "17506B", "E8EFF2", "8FA3AD", "4A5A63"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KOPF = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def absatzstil(
    kennung: str, name: str, ppr: str = "", rpr: str = "", *, nach: str = "", mehr: str = ""
) -> str:
    basis = "" if kennung == "Normal" else '<w:basedOn w:val="Normal"/>'
    folge = f'<w:next w:val="{nach}"/>' if nach else ""
    standard = ' w:default="1"' if kennung == "Normal" else ""
    eigen = ' w:customStyle="1"' if name.startswith("fgk") else ""
    return (
        f'<w:style w:type="paragraph"{standard}{eigen} w:styleId="{kennung}"><w:name w:val="{name}"/>{basis}{folge}'
        f"{mehr}<w:qFormat/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def ueberschrift(ebene: int, grad: int, davor: int, danach: int, farbe: str = AKZENT) -> str:
    return absatzstil(
        f"Heading{ebene}",
        f"heading {ebene}",
        f'<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="{davor}" w:after="{danach}"/>'
        f'<w:outlineLvl w:val="{ebene - 1}"/>',
        f'<w:b/><w:bCs/><w:color w:val="{farbe}"/><w:sz w:val="{grad}"/><w:szCs w:val="{grad}"/>',
        nach="Normal",
    )


def verzeichnis(ebene: int, einzug: int, rpr: str = "") -> str:
    return absatzstil(
        f"TOC{ebene}",
        f"toc {ebene}",
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9354"/></w:tabs><w:spacing w:after="40"/>'
        f'<w:ind w:left="{einzug}" w:right="567"/>',
        rpr,
        nach="Normal",
        mehr='<w:uiPriority w:val="39"/>',
    )


STYLES = f"""{KOPF}<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>\
<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
{absatzstil("Normal", "Normal")}
{ueberschrift(1, 34, 480, 160)}
{ueberschrift(2, 26, 320, 120)}
{ueberschrift(3, 22, 240, 80)}
{ueberschrift(4, 20, 200, 80, "000000")}
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>\
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>\
<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>\
</w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>\
<w:semiHidden/></w:style>
{
    absatzstil(
        "Title",
        "Title",
        '<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before="240" w:after="80"/>',
        f'<w:b/><w:bCs/><w:color w:val="{AKZENT}"/><w:sz w:val="60"/><w:szCs w:val="60"/>',
        nach="Normal",
    )
}
{
    absatzstil(
        "Subtitle",
        "Subtitle",
        '<w:spacing w:after="480"/>',
        '<w:sz w:val="28"/><w:szCs w:val="28"/>',
        nach="Normal",
    )
}
{
    absatzstil(
        "Caption",
        "caption",
        '<w:keepNext/><w:spacing w:before="200" w:after="80"/>',
        '<w:sz w:val="18"/><w:szCs w:val="18"/>',
        nach="Normal",
    )
}
{
    absatzstil(
        "ListBullet",
        "List Bullet",
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="40"/><w:contextualSpacing/>',
    )
}
{
    absatzstil(
        "ListNumber",
        "List Number",
        '<w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:after="40"/><w:contextualSpacing/>',
    )
}
{
    absatzstil(
        "Header",
        "header",
        f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{LINIE}"/></w:pBdr>'
        '<w:tabs><w:tab w:val="right" w:pos="9354"/></w:tabs><w:spacing w:after="0"/>',
        f'<w:color w:val="{LEISE}"/><w:sz w:val="16"/><w:szCs w:val="16"/>',
    )
}
{
    absatzstil(
        "Footer",
        "footer",
        '<w:tabs><w:tab w:val="right" w:pos="9354"/></w:tabs><w:spacing w:after="0"/>',
        f'<w:color w:val="{LEISE}"/><w:sz w:val="16"/><w:szCs w:val="16"/>',
    )
}
{
    absatzstil(
        "TOCHeading",
        "TOC Heading",
        '<w:keepNext/><w:spacing w:before="0" w:after="160"/>',
        f'<w:b/><w:bCs/><w:color w:val="{AKZENT}"/><w:sz w:val="34"/><w:szCs w:val="34"/>',
        nach="Normal",
        mehr='<w:uiPriority w:val="39"/>',
    )
}
{verzeichnis(1, 0, "<w:b/><w:bCs/>")}
{verzeichnis(2, 227)}
{verzeichnis(3, 454)}
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/>\
<w:rPr><w:color w:val="{AKZENT}"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>\
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
{
    absatzstil(
        "FootnoteText", "footnote text", '<w:spacing w:after="0"/>', '<w:sz w:val="16"/><w:szCs w:val="16"/>'
    )
}
{
    absatzstil(
        "fgkOrt",
        "fgk Ort",
        f'<w:pBdr><w:bottom w:val="single" w:sz="20" w:space="8" w:color="{AKZENT}"/></w:pBdr>'
        '<w:spacing w:before="1300" w:after="240"/>',
        f'<w:color w:val="{LEISE}"/><w:sz w:val="28"/><w:szCs w:val="28"/>',
    )
}
{
    absatzstil(
        "fgkVermerk",
        "fgk Vermerk",
        "<w:keepNext/>",
        '<w:b/><w:bCs/><w:spacing w:val="60"/><w:sz w:val="32"/><w:szCs w:val="32"/>',
    )
}
{
    absatzstil(
        "fgkHinweis",
        "fgk Hinweis",
        f'<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="20" w:space="8" w:color="{AKZENT}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{HELL}"/><w:spacing w:before="120" w:after="120"/>'
        '<w:ind w:left="227" w:right="113"/>',
    )
}
{
    absatzstil(
        "fgkTabellentext",
        "fgk Tabellentext",
        '<w:suppressAutoHyphens/><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="17"/><w:szCs w:val="17"/>',
    )
}
{absatzstil("fgkLogo", "fgk Logo", '<w:spacing w:after="60"/><w:jc w:val="right"/>')}
{
    absatzstil(
        "fgkAbsender", "fgk Absender", "", f'<w:color w:val="{LEISE}"/><w:sz w:val="16"/><w:szCs w:val="16"/>'
    )
}
{absatzstil("fgkUnterschrift", "fgk Unterschrift", '<w:keepLines/><w:spacing w:after="0"/>')}
<w:style w:type="table" w:customStyle="1" w:styleId="fgkTabelle"><w:name w:val="fgk Tabelle"/>\
<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>\
<w:top w:val="single" w:sz="8" w:space="0" w:color="{AKZENT}"/>\
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{AKZENT}"/>\
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINIE}"/></w:tblBorders><w:tblCellMar>\
<w:top w:w="28" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/>\
<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>\
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>\
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{AKZENT}"/></w:tcBorders>\
<w:shd w:val="clear" w:color="auto" w:fill="{
    HELL
}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>
</w:styles>"""


def ebenen(zeichen: tuple[str, ...], art: str) -> str:
    teile = []
    for ebene, text in enumerate(zeichen):
        links = 340 * (ebene + 1)
        teile.append(
            f'<w:lvl w:ilvl="{ebene}"><w:start w:val="1"/><w:numFmt w:val="{art}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{links}" w:hanging="340"/></w:pPr></w:lvl>'
        )
    return "".join(teile)


NUMMERN = tuple(f"%{ebene}." for ebene in range(1, 10))
NUMBERING = f"""{KOPF}<w:numbering {W}>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{ebenen(("•", "–", "•") * 3, "bullet")}\
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/>{ebenen(NUMMERN, "decimal")}\
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""

SETTINGS = f"""{KOPF}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="3"/>\
<w:hyphenationZone w:val="284"/><w:doNotHyphenateCaps/>\
<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" \
w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="de-DE"/>\
<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>"""


def absatz(stil: str, inhalt: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{stil}"/></w:pPr>{inhalt}</w:p>'


def text(inhalt: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{inhalt}</w:t></w:r>'


def feld(anweisung: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {anweisung} '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


DOCUMENT = f"""{KOPF}<w:document {W} {R}><w:body>\
{absatz("fgkLogo", text("{{logo}}"))}{absatz("fgkAbsender", text("{{absender}}"))}{absatz("fgkOrt", text("{{ort}}"))}{absatz("Title", text("{{titel}}"))}{absatz("Subtitle", text("{{untertitel}}"))}\
{absatz("fgkVermerk", text("{{vermerk}}"))}{absatz("Normal", text("{{angaben}}"))}\
{absatz("fgkLogo", text("{{signet}}"))}{absatz("fgkHinweis", text("{{hinweise}}"))}\
<w:p><w:r><w:br w:type="page"/></w:r></w:p>{absatz("TOCHeading", text("Inhalt"))}\
{absatz("TOC1", text("{{verzeichnis}}"))}<w:p><w:r><w:br w:type="page"/></w:r></w:p>\
{absatz("Normal", text("{{inhalt}}"))}\
<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>\
<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1134" w:bottom="1361" w:left="1418" w:header="709" \
w:footer="624" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>"""
HEADER = f"""{KOPF}<w:hdr {W}>{absatz("Header", text("{{kolumnentitel}}") + "<w:r><w:tab/></w:r>" + text("{{vermerk}}"))}\
</w:hdr>"""
FOOTER = f"""{KOPF}<w:ftr {W}>\
{
    absatz(
        "Footer",
        text("{{fusszeile}}")
        + "<w:r><w:tab/></w:r>"
        + text("Seite ")
        + feld("PAGE")
        + text(" von ")
        + feld("NUMPAGES"),
    )
}</w:ftr>"""

FONTS = f"""{KOPF}<w:fonts {W}><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>\
<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>"""


def farbe(name: str, wert: str) -> str:
    return f'<a:{name}><a:srgbClr val="{wert}"/></a:{name}>'


FARBEN = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": AKZENT,
    "lt2": HELL,
    **{
        f"accent{n}": wert
        for n, wert in enumerate((AKZENT, "4A7B93", "B9D3DF", LINIE, LEISE, "6E6E6E"), start=1)
    },
    "hlink": AKZENT,
    "folHlink": LEISE,
}
_FUELLUNG = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINIE = f'<a:ln w="6350">{_FUELLUNG}</a:ln>'
_SCHRIFT = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
THEME = f"""{KOPF}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="fgk"><a:themeElements>\
<a:clrScheme name="fgk">{"".join(farbe(*paar) for paar in FARBEN.items())}</a:clrScheme><a:fontScheme name="fgk">\
<a:majorFont>{_SCHRIFT}</a:majorFont><a:minorFont>{_SCHRIFT}</a:minorFont></a:fontScheme><a:fmtScheme name="fgk">\
<a:fillStyleLst>{_FUELLUNG * 3}</a:fillStyleLst><a:lnStyleLst>{_LINIE * 3}</a:lnStyleLst><a:effectStyleLst>\
{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FUELLUNG * 3}\
</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"""

TYPES = {
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/numbering.xml": f"{WORD}.numbering+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
    "word/header1.xml": f"{WORD}.header+xml",
    "word/footer1.xml": f"{WORD}.footer+xml",
    "word/fontTable.xml": f"{WORD}.fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def verweise(eintraege: dict[str, tuple[str, str]]) -> str:
    teile = "".join(
        f'<Relationship Id="{kennung}" Type="{art}" Target="{ziel}"/>'
        for kennung, (art, ziel) in eintraege.items()
    )
    return f'{KOPF}<Relationships xmlns="{PACKAGE}/relationships">{teile}</Relationships>'


def dateien() -> dict[str, bytes]:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{art}"/>' for name, art in TYPES.items())
    teile = {
        "[Content_Types].xml": f'{KOPF}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": verweise(
            {
                "rId1": (f"{OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "word/_rels/document.xml.rels": verweise(
            {
                "rId1": (f"{OFFICE}/header", "header1.xml"),
                "rId2": (f"{OFFICE}/footer", "footer1.xml"),
                "rId3": (f"{OFFICE}/styles", "styles.xml"),
                "rId4": (f"{OFFICE}/numbering", "numbering.xml"),
                "rId5": (f"{OFFICE}/settings", "settings.xml"),
                "rId6": (f"{OFFICE}/fontTable", "fontTable.xml"),
                "rId7": (f"{OFFICE}/theme", "theme/theme1.xml"),
            }
        ),
        "word/document.xml": DOCUMENT,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/settings.xml": SETTINGS,
        "word/header1.xml": HEADER,
        "word/footer1.xml": FOOTER,
        "word/fontTable.xml": FONTS,
        "word/theme/theme1.xml": THEME,
        "docProps/core.xml": f'{KOPF}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title></cp:coreProperties>',
    }
    return {name: inhalt.encode() for name, inhalt in teile.items()}


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(packe(dateien()))
