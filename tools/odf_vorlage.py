"""Write templates/odf/dokument.odt: the OpenDocument file all documents are put into.

    python tools/odf_vorlage.py templates/odf/dokument.odt

It is a template like any other: marks such as {{titel}} and {{inhalt}} say where fgk writes.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fgk.documents.odt_styles import NAMENSRAEUME as NS
from fgk.documents.pakete import packe

AKZENT, HELL, LINIE, LEISE = "#17506b", "#e8eff2", "#8fa3ad", "#4a5a63"
KOPF = '<?xml version="1.0" encoding="UTF-8"?>\n'
ODT = "application/vnd.oasis.opendocument.text"


def stil(name: str, eltern: str, absatz: str = "", text: str = "", *, mehr: str = "", nach: str = "") -> str:
    anzeige = name.replace("_20_", " ")
    folge = f' style:next-style-name="{nach}"' if nach else ""
    return (
        f'<style:style style:name="{name}" style:display-name="{anzeige}" style:family="paragraph" '
        f'style:parent-style-name="{eltern}"{folge} style:class="text"{mehr}>'
        f"<style:paragraph-properties {absatz}/><style:text-properties {text}/></style:style>"
    )


def ueberschrift(ebene: int, grad: float, davor: str, danach: str, farbe: str = AKZENT) -> str:
    return stil(
        f"Heading_20_{ebene}",
        "Heading",
        f'fo:margin-top="{davor}" fo:margin-bottom="{danach}" fo:keep-with-next="always"',
        f'fo:color="{farbe}" fo:font-size="{grad}pt" fo:font-weight="bold" fo:hyphenate="false"',
        mehr=f' style:default-outline-level="{ebene}"',
        nach="Text_20_body",
    )


def verzeichnis(ebene: int, einzug: str, text: str = "") -> str:
    return (
        f'<style:style style:name="Contents_20_{ebene}" style:display-name="Contents {ebene}" style:family="paragraph" '
        f'style:parent-style-name="Standard" style:class="index"><style:paragraph-properties fo:margin-left="{einzug}" '
        'fo:margin-right="1cm" fo:margin-top="0cm" fo:margin-bottom="0.07cm"><style:tab-stops><style:tab-stop '
        'style:position="16.5cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops>'
        f"</style:paragraph-properties><style:text-properties {text}/></style:style>"
    )


def punkte(name: str, inhalt: str) -> str:
    ebenen = "".join(
        inhalt.format(ebene=e, links=0.6 * e, zeichen="•" if e % 2 else "–") for e in range(1, 10)
    )
    return f'<text:list-style style:name="{name}" style:display-name="{name.replace("_20_", " ")}">{ebenen}</text:list-style>'


_EINZUG = (
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="{links:.1f}cm" '
    'fo:text-indent="-0.6cm" fo:margin-left="{links:.1f}cm"/></style:list-level-properties>'
)
RAND = f'style:border-line-width-bottom="0cm 0cm 0cm" fo:border-bottom="0.5pt solid {LINIE}"'

STYLES = f"""{KOPF}<office:document-styles {NS} office:version="1.3">
<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial" style:font-family-generic="swiss" \
style:font-pitch="variable"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="3" \
style:tab-stop-distance="1.25cm" fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="Arial" \
fo:font-size="10pt" fo:language="de" fo:country="DE" fo:hyphenate="true" fo:hyphenation-remain-char-count="3" \
fo:hyphenation-push-char-count="3"/></style:default-style>
<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>
<style:default-style style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:default-style>
<style:default-style style:family="table-cell"><style:table-cell-properties/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
{stil("Text_20_body", "Standard", 'fo:margin-top="0cm" fo:margin-bottom="0.2cm" fo:line-height="115%"')}
{stil("Heading", "Standard", 'fo:keep-with-next="always"', nach="Text_20_body")}
{ueberschrift(1, 17, "0.85cm", "0.28cm")}
{ueberschrift(2, 13, "0.55cm", "0.2cm")}
{ueberschrift(3, 11, "0.42cm", "0.15cm")}
{ueberschrift(4, 10, "0.35cm", "0.15cm", "#000000")}
{
    stil(
        "Title",
        "Heading",
        'fo:margin-top="0.4cm" fo:margin-bottom="0.15cm"',
        f'fo:color="{AKZENT}" fo:font-size="30pt" fo:font-weight="bold" fo:hyphenate="false"',
        nach="Subtitle",
    )
}
{stil("Subtitle", "Standard", 'fo:margin-bottom="0.9cm"', 'fo:font-size="14pt"', nach="Text_20_body")}
{
    stil(
        "Table",
        "Standard",
        'fo:margin-top="0.35cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
        'fo:font-size="9pt"',
    )
}
{stil("fgk_20_Liste", "Standard", 'fo:margin-top="0cm" fo:margin-bottom="0.08cm"')}
{
    stil(
        "Contents_20_Heading",
        "Heading",
        'fo:margin-bottom="0.3cm"',
        f'fo:color="{AKZENT}" fo:font-size="17pt" fo:font-weight="bold"',
    )
}
{verzeichnis(1, "0cm", 'fo:font-weight="bold"')}
{verzeichnis(2, "0.4cm")}
{
    stil(
        "Header",
        "Standard",
        f'fo:padding-bottom="0.1cm" fo:border-bottom="0.5pt solid {LINIE}"',
        f'fo:color="{LEISE}" fo:font-size="8pt"',
    )
}
{stil("Footer", "Standard", "", f'fo:color="{LEISE}" fo:font-size="8pt"')}
{
    stil(
        "fgk_20_Ort",
        "Standard",
        f'fo:margin-top="2.4cm" fo:margin-bottom="0.4cm" fo:padding-bottom="0.3cm" fo:border-bottom="2.5pt solid {AKZENT}"',
        f'fo:color="{LEISE}" fo:font-size="14pt"',
    )
}
{
    stil(
        "fgk_20_Vermerk",
        "Standard",
        'fo:margin-bottom="0.6cm"',
        'fo:font-size="16pt" fo:font-weight="bold" fo:letter-spacing="0.1cm"',
    )
}
{
    stil(
        "fgk_20_Hinweis",
        "Text_20_body",
        f'fo:margin-left="0.3cm" fo:margin-top="0.2cm" fo:margin-bottom="0.2cm" fo:background-color="{HELL}" '
        f'fo:border-left="2.5pt solid {AKZENT}" fo:padding="0.15cm" fo:keep-together="always"',
    )
}
{
    stil(
        "fgk_20_Tabellentext",
        "Standard",
        'fo:margin-top="0.03cm" fo:margin-bottom="0.03cm"',
        'fo:font-size="8.5pt" fo:hyphenate="false"',
    )
}
{stil("fgk_20_Tabellenkopf", "fgk_20_Tabellentext", 'fo:keep-with-next="always"', 'fo:font-weight="bold"')}
{stil("fgk_20_Logo", "Standard", 'fo:text-align="end" fo:margin-bottom="0.1cm"')}
{stil("fgk_20_Absender", "Standard", "", f'fo:color="{LEISE}" fo:font-size="8pt"')}
{stil("Footnote", "Standard", 'fo:margin-left="0.5cm" fo:text-indent="-0.5cm"', 'fo:font-size="8pt"')}
{stil("fgk_20_Unterschrift", "Standard", 'fo:margin-right="1cm"')}
{
    stil(
        "fgk_20_Strich",
        "fgk_20_Unterschrift",
        'fo:margin-top="1.3cm" fo:border-bottom="0.5pt solid #000000" fo:margin-bottom="0.05cm"',
    )
}
<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text"><style:text-properties \
fo:font-weight="bold"/></style:style>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>
<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties \
fo:color="{AKZENT}" style:text-underline-style="solid" style:text-underline-width="auto" \
style:text-underline-color="font-color"/></style:style>
{
    punkte(
        "fgk_20_Punkte",
        '<text:list-level-style-bullet text:level="{ebene}" text:bullet-char="{zeichen}">'
        + _EINZUG
        + "</text:list-level-style-bullet>",
    )
}
{
    punkte(
        "fgk_20_Nummern",
        '<text:list-level-style-number text:level="{ebene}" style:num-suffix="." style:num-format="1">'
        + _EINZUG
        + "</text:list-level-style-number>",
    )
}
<text:outline-style style:name="Outline">{
    "".join(f'<text:outline-level-style text:level="{e}" style:num-format=""/>' for e in range(1, 11))
}</text:outline-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="fgkKopfzeile" style:family="paragraph" style:parent-style-name="Header">\
<style:paragraph-properties><style:tab-stops><style:tab-stop style:position="16.5cm" style:type="right"/></style:tab-stops>\
</style:paragraph-properties></style:style>
<style:style style:name="fgkFusszeile" style:family="paragraph" style:parent-style-name="Footer">\
<style:paragraph-properties><style:tab-stops><style:tab-stop style:position="16.5cm" style:type="right"/></style:tab-stops>\
</style:paragraph-properties></style:style>
<style:page-layout style:name="fgkSeite"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" \
style:print-orientation="portrait" fo:margin-top="1.25cm" fo:margin-bottom="1.1cm" fo:margin-left="2.5cm" \
fo:margin-right="2cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm" \
fo:margin-bottom="0.7cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" \
fo:margin-top="0.6cm"/></style:footer-style></style:page-layout>
<style:page-layout style:name="fgkDeckblatt"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" \
style:print-orientation="portrait" fo:margin-top="2.5cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" \
fo:margin-right="2cm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="fgkSeite"><style:header>\
<text:p text:style-name="fgkKopfzeile">{{{{kolumnentitel}}}}<text:tab/>{{{{vermerk}}}}</text:p></style:header><style:footer>\
<text:p text:style-name="fgkFusszeile">{{{{fusszeile}}}}<text:tab/>Seite <text:page-number text:select-page="current">1\
</text:page-number> von <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>
<style:master-page style:name="First_20_Page" style:display-name="First Page" style:page-layout-name="fgkDeckblatt" \
style:next-style-name="Standard"/>
</office:master-styles>
</office:document-styles>"""


def absatz(name: str, inhalt: str) -> str:
    return f'<text:p text:style-name="{name}">{inhalt}</text:p>'


CONTENT = f"""{KOPF}<office:document-content {NS} office:version="1.3"><office:automatic-styles>\
<style:style style:name="fgkDeckblattanfang" style:family="paragraph" style:parent-style-name="Standard" \
style:master-page-name="First_20_Page"/>\
<style:style style:name="fgkInhaltanfang" style:family="paragraph" style:parent-style-name="Contents_20_Heading" \
style:master-page-name="Standard"/>\
<style:style style:name="fgkSeitenanfang" style:family="paragraph" style:parent-style-name="Text_20_body">\
<style:paragraph-properties fo:break-before="page"/></style:style>\
</office:automatic-styles><office:body><office:text>\
<text:sequence-decls><text:sequence-decl text:display-outline-level="0" text:name="Table"/></text:sequence-decls>\
{absatz("fgkDeckblattanfang", "")}{absatz("fgk_20_Logo", "{{logo}}")}{absatz("fgk_20_Absender", "{{absender}}")}\
{absatz("fgk_20_Ort", "{{ort}}")}{absatz("Title", "{{titel}}")}{absatz("Subtitle", "{{untertitel}}")}\
{absatz("fgk_20_Vermerk", "{{vermerk}}")}{absatz("Text_20_body", "{{angaben}}")}{absatz("fgk_20_Logo", "{{signet}}")}{absatz("fgk_20_Hinweis", "{{hinweise}}")}\
{absatz("fgkInhaltanfang", "Inhalt")}{absatz("Contents_20_1", "{{verzeichnis}}")}\
{absatz("fgkSeitenanfang", "{{inhalt}}")}</office:text></office:body></office:document-content>"""

META = f"""{KOPF}<office:document-meta {NS} office:version="1.3"><office:meta/></office:document-meta>"""
MANIFEST = f"""{KOPF}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{
    ODT
}"/>{
    "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "meta.xml", "styles.xml")
    )
}</manifest:manifest>"""


def dateien() -> dict[str, bytes]:
    teile = {
        "mimetype": ODT,
        "content.xml": CONTENT,
        "styles.xml": STYLES,
        "meta.xml": META,
        "META-INF/manifest.xml": MANIFEST,
    }
    return {name: inhalt.encode() for name, inhalt in teile.items()}


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(packe(dateien()))
