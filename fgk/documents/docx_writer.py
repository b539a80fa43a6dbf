"""Document -> Word: a Word file with marks, ours or the municipality's, filled with the document.

python-docx opens and saves the file and knows its parts; what is put in is written as XML (docs/adr/0010).
Cover, headers, footers and styles of the file stay as they are; styles that it lacks are brought along.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from datetime import UTC, date, datetime, time
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import serialize_for_reading
from docx.shared import Cm

from fgk.bild import Bild
from fgk.documents.docx_noten import Fussnoten
from fgk.documents.docx_styles import Stile, eigene_datei
from fgk.documents.docx_text import NAMENSRAEUME
from fgk.documents.docx_xml import Koerper
from fgk.documents.dokument import Dokument
from fgk.documents.inhalt import lies
from fgk.documents.marken import BLOECKE, MARKE, fuelle_teile, pruefe_marken, texte_fuer
from fgk.documents.pakete import entpacke, packe
from fgk.documents.raster import groesse, png_of
from fgk.documents.seiten import seiten
from fgk.errors import FgkError

#: width of an upright page in twips, where a file does not say it
_A4 = 11906


def write_docx(dokument: Dokument, *, datum: date) -> bytes:
    """Return the Word file; ``datum`` is the day it says it was made.

    Raises ``FgkError`` for a file of the municipality without the mark ``{{inhalt}}``.
    """
    gestalt = dokument.gestalt
    datei = gestalt.word.daten if gestalt.word else eigene_datei(gestalt.farbe, gestalt.schrift)
    word = docx.Document(io.BytesIO(datei))
    _fuelle(word, dokument)
    eigenschaften = word.core_properties
    eigenschaften.title = f"{dokument.kopf.titel} – {dokument.kopf.ort}"
    eigenschaften.language = "de-DE"
    eigenschaften.author = eigenschaften.last_modified_by = eigenschaften.comments = ""
    eigenschaften.revision = 1
    tag = datetime.combine(datum, time(), UTC)
    eigenschaften.created = eigenschaften.modified = tag
    puffer = io.BytesIO()
    word.save(puffer)
    return packe(entpacke(puffer.getvalue()))


def _fuelle(word: Any, dokument: Dokument) -> None:
    bloecke = lies(dokument.koerper)
    stile = Stile(word, dokument.gestalt.farbe)
    abschnitt = word.element.body.get_or_add_sectPr()
    koerper = Koerper(
        stile,
        _verweise(word),
        _breiten(abschnitt),
        _bilder(word, dokument.bilder),
        Fussnoten(word.part),
    )
    name = dokument.gestalt.word.name if dokument.gestalt.word else "von fgk"
    for teil in _teile(word):
        pruefe_marken(_texte(teil.element), name, ist_text=teil is word.part)
    ort = _ort(word.element, "inhalt")
    if ort is None:
        raise FgkError(
            f"In der Vorlage „{name}“ fehlt die Marke {{{{inhalt}}}}.",
            "Schreiben Sie {{inhalt}} allein in einen Absatz, dorthin, wo der Inhalt beginnen soll.",
        )
    wechsel = _Wechsel(abschnitt)
    # a file without a place for notices, such as that on invented data, has them before the text
    hinweise = koerper.hinweise(dokument.kopf.hinweise) if _ort(word.element, "hinweise") is None else ""
    _ersetze(ort, hinweise + koerper.seiten(seiten(bloecke), wechsel))
    wechsel.schliesse()
    for name, xml in (
        ("verzeichnis", koerper.verzeichnis(bloecke)),
        ("angaben", koerper.angaben(dokument.kopf.angaben)),
        ("hinweise", koerper.hinweise(dokument.kopf.hinweise)),
    ):
        stelle = _ort(word.element, name)
        if stelle is not None:
            _ersetze(stelle, xml)
    for name, bild, hoehe in (("logo", dokument.gestalt.logo, 2.2), ("signet", dokument.gestalt.signet, 2.0)):
        for teil in _teile(word):
            stelle = _ort(teil.element, name)
            if stelle is not None:
                _setze_bild(teil, stelle, bild, hoehe)
    texte = texte_fuer(dokument.kopf, dokument.gestalt)
    hat_vermerk = False
    for teil in _teile(word):
        hat_vermerk |= _fuelle_texte(teil.element, texte)
    if dokument.kopf.vermerk and not hat_vermerk:
        _vermerke(word, dokument.kopf.vermerk)


def _verweise(word: Any) -> Any:
    def verweis(adresse: str) -> str:
        return str(word.part.relate_to(adresse, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    return verweis


def _bilder(word: Any, bilder: Mapping[str, Bild]) -> Callable[[str, float], str]:
    def bild(name: str, breite: float) -> str:
        masse = groesse(bilder[name], breite, 22)
        return str(serialize_for_reading(_inline(word.part, bilder[name], masse)))

    return bild


def _inline(teil: Any, bild: Bild, masse: tuple[float, float]) -> Any:
    """Return a picture of this size in cm with its words, and store it in the file."""
    inline = teil.new_pic_inline(io.BytesIO(png_of(bild, masse[0])), Cm(masse[0]), Cm(masse[1]))
    inline.docPr.set("descr", bild.alt)
    inline.docPr.set("name", f"Bild {inline.docPr.get('id')}")
    return inline


def _ort(wurzel: Any, name: str) -> Any:
    """Return the paragraph that holds nothing but this mark."""
    for absatz in wurzel.iter(qn("w:p")):
        fund = MARKE.fullmatch(_text(absatz).strip())
        if fund and fund[1] == name:
            return absatz
    return None


def _texte(wurzel: Any) -> Iterator[str]:
    """Yield the texts of paragraphs; one around a text box has no text of its own."""
    return (_text(absatz) for absatz in wurzel.iter(qn("w:p")) if absatz.find(f".//{qn('w:p')}") is None)


def _text(absatz: Any) -> str:
    return "".join(teil.text or "" for teil in absatz.iter(qn("w:t")))


def _ersetze(absatz: Any, xml: str) -> None:
    """Put blocks where a paragraph was."""
    for element in parse_xml(f"<w:body {NAMENSRAEUME}>{xml}</w:body>"):
        absatz.addprevious(element)
    absatz.getparent().remove(absatz)


def _setze_bild(teil: Any, absatz: Any, bild: Bild | None, hoehe: float) -> None:
    """Put a picture where its mark was, or take the paragraph away."""
    if bild is None:
        absatz.getparent().remove(absatz)
        return
    for lauf in list(absatz.iter(qn("w:r"))):
        lauf.getparent().remove(lauf)
    masse = groesse(bild, 8, hoehe)
    lauf = parse_xml(f"<w:r {NAMENSRAEUME}><w:drawing/></w:r>")
    lauf[0].append(_inline(teil, bild, masse))
    absatz.append(lauf)


def _teile(word: Any) -> list[Any]:
    """Return the parts of the package with text: the body, headers and footers."""
    teile = [
        verweis.target_part
        for verweis in word.part.rels.values()
        if verweis.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    ]
    return [word.part, *teile]


def _fuelle_texte(wurzel: Any, texte: dict[str, str]) -> bool:
    """Fill the marks inside texts; say whether the one for drafts was among them."""
    hat_vermerk = False
    for absatz in list(wurzel.iter(qn("w:p"))):
        teile = list(absatz.iter(qn("w:t")))
        ganz = "".join(teil.text or "" for teil in teile)
        if "{{" not in ganz:
            continue
        hat_vermerk |= any(fund[1] == "vermerk" for fund in MARKE.finditer(ganz)) and wurzel.tag != qn(
            "w:document"
        )
        for teil, text in zip(teile, fuelle_teile([teil.text or "" for teil in teile], texte), strict=True):
            teil.text = text
            teil.set(qn("xml:space"), "preserve")
        marke = MARKE.fullmatch(ganz.strip())
        if marke and marke[1] not in BLOECKE and not texte.get(marke[1], "x"):
            absatz.getparent().remove(absatz)
    return hat_vermerk


def _vermerke(word: Any, vermerk: str) -> None:
    """Mark every page of a file that has no place for it: a line at the top of every header."""
    for section in word.sections:
        for header in (section.header, section.first_page_header, section.even_page_header):
            absatz = header.paragraphs[0].insert_paragraph_before()
            lauf = absatz.add_run(vermerk)
            lauf.bold = True


def _breiten(abschnitt: Any) -> tuple[int, int]:
    """Return the width of a line in twips on upright and turned pages."""
    seite, raender = abschnitt.find(qn("w:pgSz")), abschnitt.find(qn("w:pgMar"))
    hoch = int(seite.get(qn("w:w"), _A4)) if seite is not None else _A4
    quer = int(seite.get(qn("w:h"), _A4)) if seite is not None else _A4
    rand = 0 if raender is None else sum(int(raender.get(qn(f"w:{seite}"), 0)) for seite in ("left", "right"))
    return hoch - rand, quer - rand


class _Wechsel:
    """Gives the ends of sections: each has the headers and footers of the file, only the first its cover."""

    def __init__(self, abschnitt: Any) -> None:
        self._letzter = abschnitt
        self._gibt_es = False

    def __call__(self, ist_quer: bool) -> str:
        abschnitt = deepcopy(self._letzter)
        if self._gibt_es:
            _ohne_titelseite(abschnitt)
        if ist_quer:
            seite = abschnitt.find(qn("w:pgSz"))
            breite, hoehe = seite.get(qn("w:w")), seite.get(qn("w:h"))
            seite.set(qn("w:w"), hoehe)
            seite.set(qn("w:h"), breite)
            seite.set(qn("w:orient"), "landscape")
        self._gibt_es = True
        return str(serialize_for_reading(abschnitt))

    def schliesse(self) -> None:
        """Once there are several sections, the last is no cover any more."""
        if self._gibt_es:
            _ohne_titelseite(self._letzter)


def _ohne_titelseite(abschnitt: Any) -> None:
    for name in ("w:titlePg", "w:pgNumType"):
        element = abschnitt.find(qn(name))
        if element is not None:
            abschnitt.remove(element)
