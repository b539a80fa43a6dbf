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
from markupsafe import escape

from fgk.bild import Bild
from fgk.documents.docx_noten import Fussnoten
from fgk.documents.docx_styles import Stile, eigene_datei
from fgk.documents.docx_text import NAMENSRAEUME
from fgk.documents.docx_xml import Koerper
from fgk.documents.dokument import Dokument
from fgk.documents.inhalt import lies
from fgk.documents.kurz import kuerze_word
from fgk.documents.marken import BLOECKE, MARKE, bildhoehen, fuelle_teile, name_der, pruefe_marken, texte_fuer
from fgk.documents.pakete import entpacke, packe
from fgk.documents.raster import groesse, png_of
from fgk.documents.seiten import seiten
from fgk.documents.tabelle import BUEROSCHRIFT
from fgk.errors import FgkError

#: an upright page (A4) in twips, where a file does not say it
_BREITE, _HOEHE = 11906, 16838
#: letters that Word takes in a property
_TITEL = 255
_VERMERK = f'<w:p {NAMENSRAEUME}><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t>{{}}</w:t></w:r></w:p>'


def write_docx(dokument: Dokument, *, datum: date) -> bytes:
    """Return the Word file; ``datum`` is the day it says it was made.

    Raises ``FgkError`` for a file of the municipality without the mark ``{{inhalt}}``.
    """
    gestalt = dokument.gestalt
    unsere = "urkunde" if dokument.kopf.ist_urkunde else "dokument"
    datei = gestalt.word.daten if gestalt.word else eigene_datei(gestalt.farbe, gestalt.schrift, name=unsere)
    word = docx.Document(io.BytesIO(datei))
    _fuelle(word, dokument)
    eigenschaften = word.core_properties
    eigenschaften.title = f"{dokument.kopf.titel} – {dokument.kopf.ort}"[:_TITEL]
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
    _kuerze(word, dokument)
    ort = next(_orte(word.element, "inhalt"), None)
    if ort is None or ort.getparent().tag != qn("w:body"):
        raise FgkError(
            f"In der Vorlage „{name}“ fehlt die Marke {{{{inhalt}}}} im Text der Seite.",
            "Schreiben Sie {{inhalt}} allein in einen Absatz, nicht in eine Tabelle oder ein Textfeld, dorthin, wo der "
            "Inhalt beginnen soll.",
        )
    # before the content: what the Akte says may look like a mark, and is none
    for teil in _teile(word):
        _fuelle_texte(teil.element, texte_fuer(dokument.kopf, dokument.gestalt))
    wechsel = _Wechsel(abschnitt)
    hinweise = koerper.hinweise(dokument.kopf.hinweise)
    # a file without a place for notices, such as that on invented data, has them before the text
    hat_platz = next(_orte(word.element, "hinweise"), None) is not None
    bloecke_der = {
        "inhalt": ("" if hat_platz else hinweise) + koerper.seiten(seiten(bloecke, BUEROSCHRIFT), wechsel),
        "verzeichnis": koerper.verzeichnis(bloecke),
        "angaben": koerper.angaben(dokument.kopf.angaben),
        "hinweise": hinweise,
    }
    stellen = {name: list(_orte(word.element, name)) for name in bloecke_der}
    hoehen = bildhoehen(dokument.kopf)
    bilder = [
        (teil, stelle, bild, hoehen[marke])
        for marke, bild in (("logo", dokument.gestalt.logo), ("signet", dokument.gestalt.signet))
        for teil in _teile(word)
        for stelle in _orte(teil.element, marke)
    ]
    for marke, xml in bloecke_der.items():
        for stelle in stellen[marke]:
            _ersetze(stelle, xml)
    for teil, stelle, bild, hoehe in bilder:
        _setze_bild(teil, stelle, bild, hoehe)
    wechsel.schliesse()
    # our own Urkunde has no header, and says it in its middle
    if dokument.kopf.vermerk and not (dokument.kopf.ist_urkunde and dokument.gestalt.word is None):
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


def _orte(wurzel: Any, name: str) -> Iterator[Any]:
    """Yield the paragraphs that hold nothing but this mark."""
    for absatz in list(wurzel.iter(qn("w:p"))):
        fund = MARKE.fullmatch(_text(absatz).strip())
        if fund and name_der(fund) == name:
            yield absatz


def _kuerze(word: Any, dokument: Dokument) -> None:
    """Let the text of a short paper begin below the head of our own file."""
    kopf = dokument.kopf
    if not kopf.ist_kurz or kopf.ist_urkunde or dokument.gestalt.word is not None:
        return
    anfang, ende = next(_orte(word.element, "hinweise")), next(_orte(word.element, "inhalt"))
    while anfang.getnext() is not ende:
        anfang.getparent().remove(anfang.getnext())
    kuerze_word(word)
    if kopf.ist_einseitig:
        for signet in list(_orte(word.element, "signet")):
            signet.getparent().remove(signet)
        next(_orte(word.element, "ort")).get_or_add_pPr().append(
            parse_xml(f'<w:spacing {NAMENSRAEUME} w:before="0"/>')
        )


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


def _fuelle_texte(wurzel: Any, texte: dict[str, str]) -> None:
    """Fill the marks inside texts."""
    for absatz in list(wurzel.iter(qn("w:p"))):
        teile = list(absatz.iter(qn("w:t")))
        ganz = "".join(teil.text or "" for teil in teile)
        if "{{" not in ganz:
            continue
        for teil, text in zip(teile, fuelle_teile([teil.text or "" for teil in teile], texte), strict=True):
            teil.text = text
            teil.set(qn("xml:space"), "preserve")
        marke = MARKE.fullmatch(ganz.strip())
        if marke and name_der(marke) not in BLOECKE and not texte.get(name_der(marke), "x"):
            absatz.getparent().remove(absatz)


def _vermerke(word: Any, vermerk: str) -> None:
    """Mark every page: a line at the top of each header that does not say it already."""
    gerade_anders = word.settings.odd_and_even_pages_header_footer
    for nummer, section in enumerate(word.sections):
        koepfe = [section.header]
        if section.different_first_page_header_footer:
            koepfe.append(section.first_page_header)
        if gerade_anders:
            koepfe.append(section.even_page_header)
        for kopf in koepfe:
            # a section that says nothing has the header of the one before; the first has none then
            if kopf.is_linked_to_previous and nummer:
                continue
            if vermerk not in "".join(_texte(kopf._element)):  # noqa: SLF001 - its public parts know only paragraphs
                kopf._element.insert(0, parse_xml(_VERMERK.format(escape(vermerk))))  # noqa: SLF001


def _masse(element: Any, name: str, ersatz: int) -> int:
    """Return a measure in twips; some programs write fractions."""
    return ersatz if element is None else round(float(element.get(qn(name), ersatz)))


def _breiten(abschnitt: Any) -> tuple[int, int]:
    """Return the width of a line in twips on upright and turned pages."""
    seite, raender = abschnitt.find(qn("w:pgSz")), abschnitt.find(qn("w:pgMar"))
    rand = _masse(raender, "w:left", 0) + _masse(raender, "w:right", 0)
    return _masse(seite, "w:w", _BREITE) - rand, _masse(seite, "w:h", _HOEHE) - rand


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
            seite = abschnitt.get_or_add_pgSz()
            breite, hoehe = _masse(seite, "w:w", _BREITE), _masse(seite, "w:h", _HOEHE)
            seite.set(qn("w:w"), str(hoehe))
            seite.set(qn("w:h"), str(breite))
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
