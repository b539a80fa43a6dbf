"""The municipality's own design: its picture, colour and files, and what is said where they do not fit."""

import base64
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import odfdo
import pikepdf
import pytest
from docx.shared import Pt
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from hilfen import KOPF as MASSNAHMENKOPF
from hilfen import MASSNAHME, WURZEL, lege_an, pruefe, stellen
from lesen import KOPF, W, docx_absaetze, odt_absaetze, teil
from test_formate import KOERPER, TAG

from fgk.bild import BildError, aufgehellt, kontrast, lies_bild
from fgk.documents.docx_writer import write_docx
from fgk.documents.dokument import UNSERE, Dokument, Gestalt, Hausdatei
from fgk.documents.gestalt import lade_gestalt
from fgk.documents.html_writer import write_html
from fgk.documents.odt_writer import write_odt
from fgk.documents.pakete import entpacke, packe
from fgk.documents.pdf import write_pdf
from fgk.errors import FgkError
from fgk.sources import FolderSource

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#123456"/></svg>'


def png(breite: int, hoehe: int) -> bytes:
    def stueck(art: bytes, inhalt: bytes) -> bytes:
        return struct.pack(">I", len(inhalt)) + art + inhalt + struct.pack(">I", zlib.crc32(art + inhalt))

    zeilen = (
        b"".join(b"\0" + b"\x10\x20\x30" * breite for _ in range(hoehe)) if breite * hoehe < 10_000 else b""
    )
    kopf = struct.pack(">IIBBBBB", breite, hoehe, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + stueck(b"IHDR", kopf)
        + stueck(b"IDAT", zlib.compress(zeilen))
        + stueck(b"IEND", b"")
    )


LOGO = lies_bild(png(40, 20), "Wappen der Stadt")
EIGENE = Gestalt(farbe="#7a1f3d", schrift="Liberation Serif", logo=LOGO, absender=("Stadt & Land", "Markt 1"))


def test_the_picture_is_in_every_format_with_its_words() -> None:
    dokument = Dokument(KOPF, KOERPER, gestalt=EIGENE)
    word = docx.Document(io.BytesIO(write_docx(dokument, datum=TAG)))
    [form] = word.inline_shapes
    assert word.element.xpath("//wp:docPr")[0].get("descr") == "Wappen der Stadt"
    assert round(form.width / form.height, 1) == 2.0
    odt = write_odt(dokument, datum=TAG)
    assert entpacke(odt)["Pictures/logo.png"].startswith(b"\x89PNG")
    assert b'full-path="Pictures/logo.png"' in entpacke(odt)["META-INF/manifest.xml"]
    assert "Wappen der Stadt" in {
        str(e) for e in odfdo.Document(io.BytesIO(odt)).body.get_elements("//svg:desc")
    }
    seite = write_html(dokument).decode()
    assert 'alt="Wappen der Stadt"' in seite
    assert "--akzent: #7a1f3d" in seite
    with pikepdf.open(io.BytesIO(write_pdf(dokument, datum=TAG))) as pdf:
        alt = [str(o.get("/Alt")) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    assert alt == ["Wappen der Stadt"]


def test_colour_and_typeface_are_in_our_files() -> None:
    stile = entpacke(write_docx(Dokument(KOPF, "", gestalt=EIGENE), datum=TAG))["word/styles.xml"]
    assert (b"7A1F3D" in stile, b"17506B" in stile, b'"Liberation Serif"' in stile) == (True, False, True)
    odt = entpacke(write_odt(Dokument(KOPF, KOERPER, gestalt=EIGENE), datum=TAG))
    assert (b"#7a1f3d" in odt["styles.xml"], b"#17506b" in odt["styles.xml"] + odt["content.xml"]) == (
        True,
        False,
    )
    assert "Stadt & Land · Markt 1" in set(
        docx_absaetze(write_docx(Dokument(KOPF, "", gestalt=EIGENE), datum=TAG))
    )


def test_without_a_design_no_mark_is_left() -> None:
    assert not [
        text for text in docx_absaetze(write_docx(Dokument(KOPF, KOERPER), datum=TAG)) if "{{" in text
    ]
    assert not [text for text in odt_absaetze(write_odt(Dokument(KOPF, KOERPER), datum=TAG)) if "{{" in text]


# --- the municipality's own Word file -------------------------------------------------------------------


def png_mit(gepackt: bytes) -> bytes:
    """Return a PNG of 20 × 20 pixels with these packed data and right sums."""
    teile = [(b"IHDR", struct.pack(">IIBBBBB", 20, 20, 8, 0, 0, 0, 0)), (b"IDAT", gepackt), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + art + data + struct.pack(">I", zlib.crc32(art + data))
        for art, data in teile
    )


def jpeg(farben: int) -> bytes:
    """Return the headers of a JPEG of 40 × 20 pixels as Photoshop writes them: an APP14 and no JFIF."""
    app14 = b"\xff\xee\x00\x0eAdobe\x00d\x00\x00\x00\x00\x02"
    rahmen = struct.pack(">BBHBHHB", 0xFF, 0xC0, 8 + 3 * farben, 8, 20, 40, farben) + b"\1\x11\0" * farben
    return b"\xff\xd8" + app14 + rahmen + b"\xff\xd9"


def haus(daten: bytes) -> Hausdatei:
    return Hausdatei(daten, "vorlagen/brief")


def briefkopf(absatz: str = "{{inhalt}}", name_der_ueberschrift: str = "Heading 1") -> bytes:
    """Return a Word file as an office has it: cover, header, its own heading, no styles of ours."""
    word = docx.Document()
    stil = word.styles["Heading 1"]
    stil.font.size = Pt(31)
    stil.element.find(f"{W}name").set(f"{W}val", name_der_ueberschrift)
    word.add_paragraph("Deckblatt der Stadt")
    lauf = word.add_paragraph("Betreff: {{ti")
    lauf.add_run("tel}} vom").bold = True
    lauf.add_run(" Amt")
    word.add_page_break()
    word.add_paragraph(absatz)
    word.add_paragraph("Schlussformel")
    word.sections[0].header.paragraphs[0].text = "Kopf der Stadt – {{ort}}"
    word.sections[0].footer.paragraphs[0].text = "Fuß der Stadt"
    puffer = io.BytesIO()
    word.save(puffer)
    return puffer.getvalue()


@pytest.mark.parametrize("name", ["Heading 1", "Überschrift 1"])
def test_what_the_municipality_made_survives_whole(name: str) -> None:
    fertig = write_docx(
        Dokument(KOPF, KOERPER, gestalt=Gestalt(word=haus(briefkopf(name_der_ueberschrift=name)))), datum=TAG
    )
    word = docx.Document(io.BytesIO(fertig))
    texte = [absatz.text for absatz in word.paragraphs]
    assert texte[:2] == ["Deckblatt der Stadt", "Betreff: Zielvereinbarung vom Amt"]
    assert [lauf.bold for lauf in word.paragraphs[1].runs] == [None, True, None], "the mark was cut in two"
    assert texte[-1] == "Schlussformel"
    titel = next(absatz for absatz in word.paragraphs if absatz.text == "Präambel")
    assert titel.style.font.size == Pt(31), "its own style, by its German or English name"
    assert "Kopf der Stadt – Kupferstadt Stolberg (Rhld.)" in [
        p.text for p in word.sections[0].header.paragraphs
    ]
    assert [p.text for p in word.sections[0].footer.paragraphs] == ["Fuß der Stadt"]
    assert "fgk Tabelle" in [stil.name for stil in word.styles], "what it lacked was brought along"
    tafel = next(t for t in word.tables if t.cell(0, 0).text == "Nr.")
    assert tafel.style.name == "fgk Tabelle"


def test_lists_have_their_numbers_in_a_foreign_file() -> None:
    fertig = write_docx(
        Dokument(KOPF, "- a\n\n3. b\n4. c\n\nx\n\n1. d", gestalt=Gestalt(word=haus(briefkopf()))), datum=TAG
    )
    nummern = teil(fertig, "word/numbering.xml")
    muster = {n.get(f"{W}numId"): n for n in nummern.iter(f"{W}num")}
    genannt = [e.get(f"{W}val") for e in teil(fertig, "word/document.xml").iter(f"{W}numId")]
    assert len(genannt) == 4
    assert all(kennung in muster for kennung in genannt)
    beginn = [muster[k].find(f".//{W}startOverride") for k in dict.fromkeys(genannt)]
    assert [None if b is None else b.get(f"{W}val") for b in beginn] == [None, "3", "1"]


def test_a_draft_marks_every_page_of_a_foreign_file_too() -> None:
    word = docx.Document(
        io.BytesIO(write_docx(Dokument(KOPF, "x", gestalt=Gestalt(word=haus(briefkopf()))), datum=TAG))
    )
    assert word.sections[0].header.paragraphs[0].text == "ENTWURF"
    assert word.sections[0].header.paragraphs[1].text.startswith("Kopf der Stadt")


def test_a_file_without_the_mark_is_refused() -> None:
    with pytest.raises(FgkError, match=r"fehlt die Marke \{\{inhalt"):
        write_docx(Dokument(KOPF, "x", gestalt=Gestalt(word=haus(briefkopf("Inhalt")))), datum=TAG)


# --- the municipality's own OpenDocument file -----------------------------------------------------------


@pytest.mark.parametrize("schreibe", [write_docx, write_odt])
@pytest.mark.parametrize(
    ("absatz", "was"),
    [
        ("{{stand}}", "Die Marke {{stand}} in der Vorlage „vorlagen/brief“"),
        ("Logo: {{logo}}", "steht nicht allein."),
    ],
)
def test_a_mark_that_cannot_be_filled_is_named(schreibe: Callable[..., bytes], absatz: str, was: str) -> None:
    ist_word = schreibe is write_docx
    datei = briefkopf(absatz) if ist_word else odt_briefkopf(absatz)
    gestalt = Gestalt(word=haus(datei)) if ist_word else Gestalt(odf=haus(datei))
    with pytest.raises(FgkError) as gefangen:
        schreibe(Dokument(KOPF, "Text\n", gestalt=gestalt), datum=TAG)
    assert was in gefangen.value.was


def test_notices_are_not_lost_in_a_file_without_a_place_for_them() -> None:
    word = write_docx(Dokument(KOPF, "Text\n", gestalt=Gestalt(word=haus(briefkopf()))), datum=TAG)
    assert KOPF.hinweise[0] in list(docx_absaetze(word))
    odt = write_odt(Dokument(KOPF, "Text\n", gestalt=Gestalt(odf=haus(odt_briefkopf()))), datum=TAG)
    assert KOPF.hinweise[0] in list(odt_absaetze(odt))


def test_a_logo_may_stand_in_a_header() -> None:
    datei = docx.Document(io.BytesIO(briefkopf()))
    datei.sections[0].header.add_paragraph("{{logo}}")
    puffer = io.BytesIO()
    datei.save(puffer)
    gestalt = Gestalt(word=haus(puffer.getvalue()), logo=LOGO, farbe="#7a1f3d")
    word = docx.Document(io.BytesIO(write_docx(Dokument(KOPF, KOERPER, gestalt=gestalt), datum=TAG)))
    kopfzeile = word.sections[0].header
    assert kopfzeile._element.xpath("//wp:docPr")[0].get("descr") == "Wappen der Stadt"
    stile = teil(write_docx(Dokument(KOPF, KOERPER, gestalt=gestalt), datum=TAG), "word/styles.xml")
    farben = {e.get(f"{W}color") for e in stile.iter(f"{W}top", f"{W}bottom", f"{W}left")}
    assert "7A1F3D" in farben
    assert "17506B" not in farben, "what is brought along is of the municipality's colour"


def schrift_ohne_umlaute(ordner: Path) -> Path:
    """Lay down a cut of our own typeface that has no more than ASCII, under a name of its own."""
    ordner.mkdir()
    ziel = ordner / "ohne.otf"
    schrift = TTFont(WURZEL / "templates" / "schriften" / "SourceSans3-Regular.otf")
    schneider = Subsetter()
    schneider.populate(unicodes=range(0x20, 0x7F))
    schneider.subset(schrift)
    for eintrag in schrift["name"].names:
        if eintrag.nameID in {1, 4, 16}:
            eintrag.string = "Ohnelaut"
    schrift.save(ziel)
    return ordner


def test_a_typeface_without_umlauts_or_without_files_is_named(tmp_path: Path) -> None:
    ordner = schrift_ohne_umlaute(tmp_path / "schriften")
    for name, was in (("Ohnelaut", "fehlen Zeichen: Ä Ö Ü ä ö ü ß"), ("Gibtesnicht", "liegt nicht in")):
        with pytest.raises(FgkError) as gefangen:
            write_pdf(Dokument(KOPF, "Text\n", gestalt=Gestalt(schrift=name, schriften=ordner)), datum=TAG)
        assert was in gefangen.value.was


def odt_briefkopf(absatz: str = "{{inhalt}}") -> bytes:
    odt = odfdo.Document("text")
    odt.body.clear()
    for text in ("Deckblatt der Stadt", "Betreff: {{titel}} vom Amt", absatz, "Schlussformel"):
        odt.body.append(odfdo.Paragraph(text))
    puffer = io.BytesIO()
    odt.save(puffer)
    return puffer.getvalue()


def test_an_opendocument_file_of_the_municipality_survives_whole() -> None:
    fertig = write_odt(Dokument(KOPF, KOERPER, gestalt=Gestalt(odf=haus(odt_briefkopf()))), datum=TAG)
    texte = list(odt_absaetze(fertig))
    assert texte[:2] == ["Deckblatt der Stadt", "Betreff: Zielvereinbarung vom Amt"]
    assert texte[-1] == "Schlussformel"
    assert "Präambel" in texte
    stile = {
        s.get_attribute("style:name")
        for s in odfdo.Document(io.BytesIO(fertig)).styles.get_elements("//style:style")
    }
    assert {"fgk_20_Tabellentext", "fgk_20_Tabellenkopf", "Heading_20_1"} <= stile
    with pytest.raises(FgkError, match=r"fehlt die Marke \{\{inhalt"):
        write_odt(Dokument(KOPF, "x", gestalt=Gestalt(odf=haus(odt_briefkopf("Inhalt")))), datum=TAG)


# --- where it is found, and what is wrong with it -------------------------------------------------------


@pytest.fixture
def ablage(tmp_path: Path) -> Callable[..., FolderSource]:
    def angelegt(dateien: dict[str, str | bytes]) -> FolderSource:
        return FolderSource(lege_an(tmp_path / "akte", dateien))

    return angelegt


def test_the_akte_comes_before_its_workspace_and_both_before_ours(
    ablage: Callable[..., FolderSource], tmp_path: Path
) -> None:
    akte = ablage({})
    workspace = FolderSource(tmp_path)
    assert lade_gestalt([akte, workspace], "Ort") == UNSERE
    (tmp_path / "gestaltung.yaml").write_text('farbe: "#111111"\n', encoding="utf-8")
    assert lade_gestalt([akte, workspace], "Ort").farbe == "#111111"
    ablage(
        {
            "gestaltung.yaml": "logo: vorlagen/l.svg\n",
            "vorlagen/l.svg": SVG,
            "vorlagen/dokument.docx": briefkopf(),
        }
    )
    gestalt = lade_gestalt([akte, workspace], "Ort")
    assert (gestalt.farbe, gestalt.logo and gestalt.logo.alt) == (None, "Logo Ort")
    assert gestalt.word is not None
    assert gestalt.odf is None
    lege_an(tmp_path, {"vorlagen/dokument.odt": odt_briefkopf()})
    assert lade_gestalt([akte, workspace], "Ort").odf == Hausdatei(
        odt_briefkopf(), f"{tmp_path}/vorlagen/dokument.odt"
    ), "each file is looked for by itself"


def veraendert(paket: bytes, name: str, alt: bytes, neu: bytes) -> bytes:
    dateien = entpacke(paket)
    assert alt in dateien[name]
    return packe({**dateien, name: dateien[name].replace(alt, neu)})


_FREMD = (
    b'<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    b'Target="http://fremd.example/t.dotm" TargetMode="External"/></Relationships>'
)
_RELS = "word/_rels/document.xml.rels"


def verschluesselt(paket: bytes) -> bytes:
    dateien = entpacke(paket)
    dateien["META-INF/manifest.xml"] = b"<manifest:encryption-data/>"
    return packe(dateien)


@pytest.mark.parametrize(
    ("datei", "inhalt", "was"),
    [
        ("vorlagen/dokument.docx", b"\xd0\xcf\x11\xe0", "mit einem Kennwort geschützt"),
        ("vorlagen/dokument.docx", b"PK\x03\x04 kaputt", "ist beschädigt"),
        ("vorlagen/dokument.docx", packe({"x": b""}), "keine Word-Datei"),
        (
            "vorlagen/dokument.docx",
            packe({"word/document.xml": b"", "word/vbaProject.bin": b""}),
            "enthält Makros",
        ),
        (
            "vorlagen/dokument.docx",
            veraendert(briefkopf(), "[Content_Types].xml", b"document.main", b"template.main"),
            "keine Word-Datei",
        ),
        (
            "vorlagen/dokument.docx",
            veraendert(
                briefkopf(),
                "[Content_Types].xml",
                b"wordprocessingml.document.main",
                b"document.macroEnabled.main",
            ),
            "enthält Makros",
        ),
        (
            "vorlagen/dokument.docx",
            veraendert(briefkopf(), _RELS, b"</Relationships>", _FREMD),
            "von anderswo",
        ),
        (
            "vorlagen/dokument.docx",
            veraendert(briefkopf(), "word/document.xml", b"<w:body>", b"<w:b"),
            "beschädigt",
        ),
        (
            "vorlagen/dokument.docx",
            veraendert(briefkopf(), "word/document.xml", b"w:body>", b"w:x>"),
            "beschädigt",
        ),
        ("vorlagen/dokument.docx/x.txt", b"", "liegt ein Ordner"),
        (
            "vorlagen/dokument.odt",
            packe(entpacke(odt_briefkopf()) | {"Scripts/python/x.py": b""}),
            "enthält Makros",
        ),
        ("vorlagen/dokument.odt", packe(entpacke(odt_briefkopf()) | {"styles.xml": b"<a"}), "ist beschädigt"),
        ("vorlagen/dokument.odt", packe(entpacke(odt_briefkopf()) | {"encrypted-package": b""}), "Kennwort"),
        ("vorlagen/dokument.odt", briefkopf(), "keine OpenDocument-Textdatei"),
        ("vorlagen/dokument.odt", verschluesselt(odt_briefkopf()), "mit einem Kennwort geschützt"),
        ("gestaltung.yaml", "farbe: rot\n", "„rot“ hat nicht die richtige Form"),
        ("gestaltung.yaml", "word: vorlagen/fehlt.docx\n", "lässt sich nicht lesen (nicht gefunden)"),
        ("gestaltung.yaml", f"logo: {'../' * 12}etc/passwd\n", "führt aus dem Ordner hinaus"),
        ("gestaltung.yaml", "logo: /etc/passwd\n", "führt aus dem Ordner hinaus"),
    ],
)
def test_a_file_that_does_not_fit_is_named(
    ablage: Callable[..., FolderSource], datei: str, inhalt: str | bytes, was: str
) -> None:
    with pytest.raises(FgkError) as gefangen:
        lade_gestalt([ablage({datei: inhalt})], "Ort")
    assert was in gefangen.value.was
    assert gefangen.value.tun


def test_a_file_is_read_only_for_the_formats_that_need_it(ablage: Callable[..., FolderSource]) -> None:
    kaputt = ablage({"vorlagen/dokument.docx": b"PK kaputt", "vorlagen/dokument.odt": odt_briefkopf()})
    assert lade_gestalt([kaputt], "Ort", ("pdf", "md", "html")) == UNSERE
    assert lade_gestalt([kaputt], "Ort", ("odt",)).odf == Hausdatei(
        odt_briefkopf(), f"{kaputt.label}/vorlagen/dokument.odt"
    )
    with pytest.raises(FgkError, match="beschädigt"):
        lade_gestalt([kaputt], "Ort", ("docx",))


def test_a_draft_leaves_out_what_is_faulty(ablage: Callable[..., FolderSource]) -> None:
    faulty = ablage({"gestaltung.yaml": "farbe: rot\nlogo: fehlt.png\nabsender:\n  - Stadt\n"})
    gestalt = lade_gestalt([faulty], "Ort", ist_entwurf=True)
    assert (gestalt.farbe, gestalt.logo, gestalt.absender) == (None, None, ("Stadt",))
    unreadable = ablage({"gestaltung.yaml": "farbe: [\n"})
    assert lade_gestalt([unreadable], "Ort", ist_entwurf=True) == UNSERE


def test_a_package_that_swells_beyond_measure_is_refused(ablage: Callable[..., FolderSource]) -> None:
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w", zipfile.ZIP_DEFLATED) as paket:
        paket.writestr("word/document.xml", b"\0" * (300 * 1024 * 1024))
    with pytest.raises(FgkError, match="ist zu groß"):
        lade_gestalt([ablage({"vorlagen/dokument.docx": puffer.getvalue()})], "Ort")


@pytest.mark.parametrize(
    ("data", "was"),
    [
        (b"GIF89a", "kein Bild, das fgk kennt"),
        (b"\x89PNG\r\n\x1a\n", "beschädigt"),
        (png(100_000, 100_000), "Pixel"),
        (jpeg(4), "Druckfarben (CMYK)"),
        (jpeg(3)[:12] + b"\xff\xd9", "beschädigt"),
        (jpeg(3)[:-2], "unvollständig"),
        (png_mit(b"\0" * 30), "beschädigt"),
        (png_mit(zlib.compress(b"\0" * 500)[:-8]), "beschädigt"),
        (png_mit(zlib.compress(b"\0" * 3)), "beschädigt"),
        (SVG.replace(b"0 0 20 10", b"0 0 1e400 10"), "wie groß es ist"),
        (SVG.replace(b"0 0 20 10", b"0 0 1 100000"), "viel höher als breit"),
        (b"\x89PNG" + b"0" * (4 * 1024 * 1024), "größer als 4 MiB"),
        (SVG.replace(b"<rect", b"<script>1</script><rect"), "Programme"),
        (SVG.replace(b"<rect", b'<rect onclick="x()"'), "Programme"),
        (SVG.replace(b"<rect", b'<a href="javascript:x()"/><rect'), "Programme"),
        (SVG.replace(b"<rect", b'<image href="https://x.de/a.png"/><rect'), "lädt Teile von anderswo"),
        (SVG.replace(b"<rect", b'<rect style="fill: url(https://x.de)"'), "lädt Teile von anderswo"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "eigene Definitionen"),
        (b"<svg", "beschädigt"),
        (SVG.replace(b' viewBox="0 0 20 10"', b""), "wie groß es ist"),
    ],
)
def test_a_picture_that_does_more_than_show_itself_is_refused(data: bytes, was: str) -> None:
    with pytest.raises(BildError) as gefangen:
        lies_bild(data, "x")
    assert was in gefangen.value.was


def test_a_jpeg_needs_no_jfif() -> None:
    assert lies_bild(jpeg(3), "x").pixel == (40, 20)


def test_a_picture_that_cannot_be_drawn_is_named(ablage: Callable[..., FolderSource]) -> None:
    kaputt = png(40, 20)[:60] + b"\0" * 40
    with pytest.raises(FgkError, match=r"lässt sich nicht zeichnen|beschädigt"):
        lade_gestalt([ablage({"gestaltung.yaml": "logo: l.png\n", "l.png": kaputt})], "Ort")


@pytest.mark.parametrize(
    "teil",
    [
        '<script xmlns="http://www.w3.org/1999/xhtml"/>',
        "<style>@import url(http://fremd.example/a.css);</style>",
        "<style>rect { fill: url(http://fremd.example/a.svg#x) }</style>",
        '<animateTransform attributeName="transform"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
    ],
)
def test_a_drawing_that_loads_or_moves_is_refused(teil: str) -> None:
    with pytest.raises(BildError):
        lies_bild(SVG.replace(b"<rect", teil.encode() + b"<rect"), "")


def test_a_photograph_cut_short_is_refused() -> None:
    with pytest.raises(BildError, match="unvollständig"):
        lies_bild(b"\xff\xd8\xff\xe0" + b"\0" * 96, "")


def test_pictures_that_are_fine() -> None:
    assert lies_bild(SVG, "x").pixel == (20, 10)
    assert lies_bild(SVG.replace(b'viewBox="0 0 20 10"', b'width="3cm" height="1cm"'), "x").pixel == (3, 1)
    assert base64.b64encode(png(40, 20)).decode() in LOGO.svg


def test_contrast_is_that_of_wcag() -> None:
    assert round(kontrast("#000000"), 1) == 21.0
    assert round(kontrast("#777777"), 2) == 4.48
    assert (aufgehellt("#000000", 1), aufgehellt("#102030", 0)) == ("#ffffff", "#102030")


def test_a_bad_logo_is_told_at_its_place(akte: Callable[..., Path]) -> None:
    dateien = {
        "gestaltung.yaml": 'farbe: "#1f4e79"\nlogo: l.svg\n',
        "l.svg": SVG,
        MASSNAHME: MASSNAHMENKOPF + "ende: 2024-12-31\n",
    }
    assert pruefe(akte(dateien)) == []
    [meldung] = pruefe(akte(dateien | {"l.svg": b"<svg"}))
    assert stellen([meldung]) == [("FGK505", 2, 7)]
    assert meldung.was == "„l.svg“: Das SVG ist beschädigt."


def mit_kopfzeilen(*, marke: str = "") -> bytes:
    """Return a Word file with a first page and even pages of their own, and a header that is only a table."""
    word = docx.Document()
    section = word.sections[0]
    section.different_first_page_header_footer = True
    word.settings.odd_and_even_pages_header_footer = True
    section.header.paragraphs[0].text = f"Kopf {marke}"
    kopf = section.first_page_header
    kopf.add_table(1, 1, Pt(100))
    kopf._element.remove(kopf.paragraphs[0]._element)
    section.even_page_header.paragraphs[0].text = "gerade"
    word.add_paragraph("{{inhalt}}")
    word.add_section().header.is_linked_to_previous = False
    word.sections[1].header.paragraphs[0].text = "zweiter Abschnitt"
    puffer = io.BytesIO()
    word.save(puffer)
    return puffer.getvalue()


@pytest.mark.parametrize("marke", ["", "{{vermerk}}"])
def test_a_draft_is_marked_in_every_header_that_a_word_file_has(marke: str) -> None:
    fertig = write_docx(
        Dokument(KOPF, "x", gestalt=Gestalt(word=haus(mit_kopfzeilen(marke=marke)))), datum=TAG
    )
    koepfe = {name: inhalt for name, inhalt in entpacke(fertig).items() if name.startswith("word/header")}
    assert len(koepfe) >= 4
    assert [inhalt.count(b"ENTWURF") for inhalt in koepfe.values()] == [1] * len(koepfe)


def test_a_draft_is_marked_on_every_page_of_an_odt() -> None:
    stil = entpacke(odt_briefkopf())["styles.xml"]
    zweite = stil.replace(
        b"</office:master-styles>",
        b'<style:master-page style:name="Zweite" style:page-layout-name="x"><style:header><text:p>Zweite</text:p>'
        b"</style:header><style:header-first><text:p>Erste</text:p></style:header-first></style:master-page>"
        b"</office:master-styles>",
    )
    datei = packe(entpacke(odt_briefkopf()) | {"styles.xml": zweite})
    fertig = teil(write_odt(Dokument(KOPF, "x", gestalt=Gestalt(odf=haus(datei))), datum=TAG), "styles.xml")
    koepfe = [e for e in fertig.iter() if e.tag.rpartition("}")[2] in ("header", "header-first")]
    assert len(koepfe) >= 3
    assert all("ENTWURF" in "".join(kopf.itertext()) for kopf in koepfe)


@pytest.mark.parametrize("schreibe", [write_docx, write_odt])
def test_marks_may_stand_several_times_and_in_capitals(schreibe: Callable[..., bytes]) -> None:
    ist_word = schreibe is write_docx
    datei = briefkopf() if ist_word else odt_briefkopf()
    dateien = entpacke(datei)
    name = "word/document.xml" if ist_word else "content.xml"
    absatz = b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>" if ist_word else b"<text:p>%s</text:p>"
    mehr = b"".join(
        absatz % marke for marke in (b"{{logo}}", b"{{logo}}", b"{{Verzeichnis}}", b"{{ ORT\xc2\xa0}}")
    )
    stelle = dateien[name].index(b"{{inhalt}}")
    anfang = dateien[name].rindex(b"<w:p>" if ist_word else b"<text:p", 0, stelle)
    neu = packe(dateien | {name: dateien[name][:anfang] + mehr + dateien[name][anfang:]})
    gestalt = Gestalt(word=haus(neu), logo=LOGO) if ist_word else Gestalt(odf=haus(neu), logo=LOGO)
    fertig = entpacke(schreibe(Dokument(KOPF, "## Titel\n\nText {{ort}}\n", gestalt=gestalt), datum=TAG))[
        name
    ].decode()
    assert "{{logo" not in fertig
    assert "{{Verz" not in fertig
    assert "ORT" not in fertig
    assert fertig.count("Wappen der Stadt") == 2
    assert "Text {{ort}}" in fertig, "what the Akte says is no mark"


@pytest.mark.parametrize("schreibe", [write_docx, write_odt])
def test_the_content_has_one_place_and_that_is_no_cell(schreibe: Callable[..., bytes]) -> None:
    ist_word = schreibe is write_docx
    name = "word/document.xml" if ist_word else "content.xml"
    datei = briefkopf() if ist_word else odt_briefkopf()
    xml = entpacke(datei)[name]
    marke = b"<w:r><w:t>{{inhalt}}</w:t></w:r>" if ist_word else b"{{inhalt}}"
    assert marke in xml
    zelle = (
        b"</w:p><w:tbl><w:tr><w:tc><w:p>" + marke + b"</w:p></w:tc></w:tr></w:tbl><w:p>"
        if ist_word
        else b"</text:p><table:table><table:table-row><table:table-cell><text:p>"
        + marke
        + b"</text:p></table:table-cell></table:table-row></table:table><text:p>"
    )
    for neu, was in (
        (zelle, "fehlt die Marke {{inhalt}} im Text der Seite"),
        (marke * 2, "steht nicht allein"),
    ):
        paket = packe(entpacke(datei) | {name: xml.replace(marke, neu, 1)})
        gestalt = Gestalt(word=haus(paket)) if ist_word else Gestalt(odf=haus(paket))
        with pytest.raises(FgkError) as gefangen:
            schreibe(Dokument(KOPF, "x", gestalt=gestalt), datum=TAG)
        assert was in gefangen.value.was


def test_odd_measures_and_long_titles_of_a_word_file_stop_nothing() -> None:
    dateien = entpacke(briefkopf())
    xml = dateien["word/document.xml"]
    breit = Dokument(
        replace(KOPF, ort="x" * 400),
        "|" + " Jahr |" * 12 + "\n|" + " --- |" * 12 + "\n|" + " 1.234.567.890 € |" * 12,
        gestalt=Gestalt(
            word=haus(packe(dateien | {"word/document.xml": re.sub(rb"<w:pgSz[^>]*>", b"", xml)}))
        ),
    )
    assert write_docx(breit, datum=TAG)
    bruch = packe(dateien | {"word/document.xml": re.sub(rb'w:left="\d+"', b'w:left="1800.5"', xml)})
    assert write_docx(replace(breit, gestalt=Gestalt(word=haus(bruch))), datum=TAG)


def test_a_few_wrong_bytes_in_a_word_file_are_named(ablage: Callable[..., FolderSource]) -> None:
    kaputt = bytearray(briefkopf())
    mitte = len(kaputt) // 3
    kaputt[mitte : mitte + 40] = b"x" * 40
    with pytest.raises(FgkError, match="beschädigt"):
        lade_gestalt([ablage({"vorlagen/dokument.docx": bytes(kaputt)})], "Ort")
