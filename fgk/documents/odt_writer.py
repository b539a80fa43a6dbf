"""Document -> OpenDocument text: a file with marks, ours or the municipality's, filled with the document.

The package is read and written as XML (docs/adr/0010). Cover, headers, footers and styles of the file stay as they
are; styles that it lacks are brought along.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import etree
from markupsafe import escape

from fgk.bild import Bild
from fgk.documents.dokument import Dokument, Gestalt, Kopf
from fgk.documents.inhalt import lies
from fgk.documents.kurz import kuerze_odt
from fgk.documents.marken import BLOECKE, MARKE, bildhoehen, fuelle_teile, name_der, pruefe_marken, texte_fuer
from fgk.documents.odt_styles import NAMENSRAEUME, Stile, eigene_datei, gefaerbt, qname
from fgk.documents.odt_xml import Koerper
from fgk.documents.pakete import entpacke, packe
from fgk.documents.raster import groesse, png_of
from fgk.documents.seiten import seiten
from fgk.documents.tabelle import BUEROSCHRIFT
from fgk.errors import FgkError

_ORT_OBEN = (
    '<style:style style:name="fgkOrtOben" style:family="paragraph" style:parent-style-name="fgk_20_Ort">'
    '<style:paragraph-properties fo:margin-top="0cm"/></style:style>'
)
_KOEPFE = frozenset(("header", "header-first", "header-left"))


def write_odt(dokument: Dokument, *, datum: date) -> bytes:
    """Return the file; ``datum`` is the day it says it was made.

    Raises ``FgkError`` for a file of the municipality without the mark ``{{inhalt}}``.
    """
    haus = dokument.gestalt.odf
    unsere = "urkunde" if dokument.kopf.ist_urkunde else "dokument"
    dateien = entpacke(haus.daten if haus else eigene_datei(unsere))
    if dokument.gestalt.odf is None:
        dateien["styles.xml"] = _unsere(dateien["styles.xml"], dokument.gestalt)
    inhalt, stile = etree.fromstring(dateien["content.xml"]), etree.fromstring(dateien["styles.xml"])
    _fuelle(inhalt, stile, dokument, dateien)
    dateien["content.xml"], dateien["styles.xml"] = _bytes(inhalt), _bytes(stile)
    dateien["meta.xml"] = _meta(dokument.kopf, datum)
    return packe(dateien)


def _unsere(stile: bytes, gestalt: Gestalt) -> bytes:
    """Return our own styles in the municipality's colour and typeface."""
    text = gefaerbt(stile.decode(), gestalt.farbe)
    if gestalt.schrift:
        text = text.replace('"Arial"', f'"{escape(gestalt.schrift)}"')
    return text.encode()


def _setze_bilder(wurzeln: tuple[Any, ...], dateien: dict[str, bytes], dokument: Dokument) -> None:
    """Put pictures where their marks are, or take the paragraphs away."""
    hoehen = bildhoehen(dokument.kopf)
    for name, bild in (("logo", dokument.gestalt.logo), ("signet", dokument.gestalt.signet)):
        rahmen = "" if bild is None else _rahmen(dateien, name, bild, groesse(bild, 8, hoehen[name]))
        for stelle in (stelle for wurzel in wurzeln for stelle in _orte(wurzel, name)):
            if bild is None:
                stelle.getparent().remove(stelle)
                continue
            for kind in list(stelle):
                stelle.remove(kind)
            stelle.text = None
            stelle.extend(_elemente(rahmen))


def _rahmen(dateien: dict[str, bytes], name: str, bild: Bild, masse: tuple[float, float]) -> str:
    """Return a frame with a picture of this size in cm and its words, and store the picture in the package."""
    pfad = f"Pictures/{name}.png"
    dateien[pfad] = png_of(bild, masse[0])
    eintrag = f'<manifest:file-entry manifest:full-path="{pfad}" manifest:media-type="image/png"/></manifest:manifest>'
    manifest = dateien["META-INF/manifest.xml"]
    dateien["META-INF/manifest.xml"] = manifest.replace(b"</manifest:manifest>", eintrag.encode())
    return (
        f'<draw:frame draw:name="{name}" text:anchor-type="as-char" svg:width="{masse[0]:.2f}cm" '
        f'svg:height="{masse[1]:.2f}cm"><draw:image xlink:href="{pfad}" xlink:type="simple" xlink:show="embed" '
        f'xlink:actuate="onLoad"/><svg:desc>{escape(bild.alt)}</svg:desc></draw:frame>'
    )


def _fuelle(inhalt: Any, stile: Any, dokument: Dokument, dateien: dict[str, bytes]) -> None:
    bloecke = lies(dokument.koerper)
    text = inhalt.find(".//" + qname("office:text"))
    namen = Stile(stile, dokument.gestalt.farbe)

    def bild(name: str, breite: float) -> str:
        return _rahmen(dateien, name, dokument.bilder[name], groesse(dokument.bilder[name], breite, 22))

    koerper = Koerper(namen, namen.breiten(), bild)
    vorlage = dokument.gestalt.odf.name if dokument.gestalt.odf else "von fgk"
    pruefe_marken(_texte(text), vorlage, ist_text=True)
    pruefe_marken(_texte(stile), vorlage, ist_text=False)
    _kuerze(inhalt, stile, text, dokument)
    ort = next(_orte(text, "inhalt"), None)
    if ort is None or ort.getparent() not in (text, *text.iter(qname("text:section"))):
        raise FgkError(
            f"In der Vorlage „{vorlage}“ fehlt die Marke {{{{inhalt}}}} im Text der Seite.",
            "Schreiben Sie {{inhalt}} allein in einen Absatz, nicht in eine Tabelle oder einen Rahmen, dorthin, wo der "
            "Inhalt beginnen soll.",
        )
    # before the content: what the Akte says may look like a mark, and is none
    texte = texte_fuer(dokument.kopf, dokument.gestalt)
    _fuelle_texte(text, texte)
    _fuelle_texte(stile, texte)
    _setze_bilder((inhalt, stile), dateien, dokument)
    alle = seiten(bloecke, BUEROSCHRIFT)
    if any(seite.ist_quer for seite in alle):
        namen.quer()
    hinweise = koerper.hinweise(dokument.kopf.hinweise)
    # a file without a place for notices, such as that on invented data, has them before the text
    hat_platz = next(_orte(text, "hinweise"), None) is not None
    xml = ("" if hat_platz else hinweise) + koerper.seiten(alle)
    anfang = _beginnt_seite(inhalt, ort)
    bloecke_der = {
        "inhalt": f'<text:p text:style-name="{anfang}"/>{xml}' if anfang else xml,
        "verzeichnis": koerper.verzeichnis(bloecke),
        "angaben": koerper.angaben(dokument.kopf.angaben),
        "hinweise": hinweise,
    }
    stellen = {name: list(_orte(text, name)) for name in bloecke_der}
    for marke, inhalt_der in bloecke_der.items():
        for stelle in stellen[marke]:
            _ersetze(stelle, inhalt_der)
    _ergaenze(inhalt, [gefaerbt(stil, dokument.gestalt.farbe) for stil in koerper.automatisch.stile])
    _zaehler(text)
    # our own Urkunde says it in its middle
    if dokument.kopf.vermerk and not (dokument.kopf.ist_urkunde and dokument.gestalt.odf is None):
        _vermerke(stile, dokument.kopf.vermerk, hat_eigenes_deckblatt=dokument.gestalt.odf is None)


def _bytes(wurzel: Any) -> bytes:
    return bytes(etree.tostring(wurzel, xml_declaration=True, encoding="UTF-8"))


def _absaetze(wurzel: Any) -> Iterator[Any]:
    return wurzel.iter(qname("text:p"), qname("text:h"))  # type: ignore[no-any-return]


def _texte(wurzel: Any) -> Iterator[str]:
    """Yield the texts of paragraphs; one around a text box has no text of its own."""
    innen = f".//{qname('text:p')}"
    return ("".join(absatz.itertext()) for absatz in _absaetze(wurzel) if absatz.find(innen) is None)


def _orte(wurzel: Any, name: str) -> Iterator[Any]:
    """Yield the paragraphs that hold nothing but this mark."""
    for absatz in list(_absaetze(wurzel)):
        fund = MARKE.fullmatch("".join(absatz.itertext()).strip())
        if fund and name_der(fund) == name:
            yield absatz


def _kuerze(inhalt: Any, stile: Any, text: Any, dokument: Dokument) -> None:
    """Let the text of a short paper begin below the head of our own file."""
    kopf = dokument.kopf
    if not kopf.ist_kurz or kopf.ist_urkunde or dokument.gestalt.odf is not None:
        return
    anfang, ende = next(_orte(text, "hinweise")), next(_orte(text, "inhalt"))
    while anfang.getnext() is not ende:
        text.remove(anfang.getnext())
    ende.set(qname("text:style-name"), "Text_20_body")
    kuerze_odt(stile)
    if kopf.ist_einseitig:
        for signet in list(_orte(text, "signet")):
            text.remove(signet)
        _ergaenze(inhalt, [_ORT_OBEN])
        next(_orte(text, "ort")).set(qname("text:style-name"), "fgkOrtOben")


def _ersetze(absatz: Any, xml: str) -> None:
    """Put blocks where a paragraph was."""
    for element in _elemente(xml):
        absatz.addprevious(element)
    absatz.getparent().remove(absatz)


def _elemente(xml: str) -> list[Any]:
    return list(etree.fromstring(f"<x {NAMENSRAEUME}>{xml}</x>"))


def _beginnt_seite(inhalt: Any, absatz: Any) -> str | None:
    """Return the style of the mark's paragraph if it begins a page: then an empty paragraph keeps doing so."""
    name = absatz.get(qname("text:style-name"))
    for stil in inhalt.iter(qname("style:style")):
        if stil.get(qname("style:name")) == name:
            eigen = stil.find(qname("style:paragraph-properties"))
            bricht = eigen is not None and eigen.get(qname("fo:break-before")) == "page"
            return str(name) if bricht or stil.get(qname("style:master-page-name")) else None
    return None


def _ergaenze(inhalt: Any, automatisch: list[str]) -> None:
    stelle = inhalt.find(qname("office:automatic-styles"))
    if stelle is None:
        stelle = etree.Element(qname("office:automatic-styles"))
        inhalt.find(qname("office:body")).addprevious(stelle)
    stelle.extend(_elemente("".join(automatisch)))


def _zaehler(text: Any) -> None:
    """Declare the counters of tables and figures, where a file does not yet."""
    zaehler = text.find(qname("text:sequence-decls"))
    if zaehler is None:
        zaehler = etree.Element(qname("text:sequence-decls"))
        text.insert(0, zaehler)
    for name in ("Table", "Figure"):
        if not any(z.get(qname("text:name")) == name for z in zaehler):
            zaehler.extend(
                _elemente(f'<text:sequence-decl text:display-outline-level="0" text:name="{name}"/>')
            )


def _fuelle_texte(wurzel: Any, texte: dict[str, str]) -> None:
    """Fill the marks inside texts."""
    for absatz in list(_absaetze(wurzel)):
        ganz = "".join(absatz.itertext())
        if "{{" not in ganz:
            continue
        stellen = list(_textstellen(absatz))
        neu = fuelle_teile([getattr(element, art) for element, art in stellen], texte)
        for (element, art), text in zip(stellen, neu, strict=True):
            setattr(element, art, text)
        marke = MARKE.fullmatch(ganz.strip())
        if marke and name_der(marke) not in BLOECKE and not texte.get(name_der(marke), "x"):
            absatz.getparent().remove(absatz)


def _textstellen(absatz: Any) -> Iterator[tuple[Any, str]]:
    for element in absatz.iter():
        if element.text:
            yield element, "text"
        if element is not absatz and element.tail:
            yield element, "tail"


def _vermerke(stile: Any, vermerk: str, *, hat_eigenes_deckblatt: bool) -> None:
    """Mark every page: a line at the top of each header that does not say it already.

    Our own cover has no header, and says it in large letters.
    """
    for seite in stile.iter(qname("style:master-page")):
        # the first and the left pages may have headers of their own; LibreOffice names one in its own namespace too
        koepfe = [teil for teil in seite if etree.QName(teil).localname in _KOEPFE]
        if seite.find(qname("style:header")) is None and not hat_eigenes_deckblatt:
            kopf = etree.Element(qname("style:header"))
            seite.insert(0, kopf)
            koepfe.append(kopf)
        for kopf in koepfe:
            if vermerk not in "".join(kopf.itertext()):
                kopf.insert(0, _elemente(f"<text:p>{escape(vermerk)}</text:p>")[0])


def _meta(kopf: Kopf, datum: date) -> bytes:
    """Return title, language and day; no author, no program, no machine."""
    wurzel: Any = etree.fromstring(
        f'<office:document-meta {NAMENSRAEUME} office:version="1.3"><office:meta><dc:title/><dc:language>de-DE'
        f"</dc:language><meta:creation-date>{datum.isoformat()}T00:00:00</meta:creation-date><dc:date>"
        f"{datum.isoformat()}T00:00:00</dc:date></office:meta></office:document-meta>"
    )
    wurzel.find(".//" + qname("dc:title")).text = f"{kopf.titel} – {kopf.ort}"
    return _bytes(wurzel)
