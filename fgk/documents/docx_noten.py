"""The part of a Word file that holds its footnotes; ours come after those that a municipality's file has."""

from functools import cached_property
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import PartFactory, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from fgk.documents.docx_text import NAMENSRAEUME

# python-docx would keep this part as bytes
PartFactory.part_type_for[CONTENT_TYPE.WML_FOOTNOTES] = XmlPart

_LEER = (
    f'<w:footnotes {NAMENSRAEUME}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)


class Fussnoten:
    """The footnotes of one Word file; the part is made when the first one is."""

    def __init__(self, haupt: Any) -> None:
        self._haupt = haupt

    def neue(self, xml: str) -> int:
        """Keep a paragraph as a footnote, and return its id."""
        wurzel = self._teil.element
        nummer = 1 + max((int(note.get(qn("w:id"))) for note in wurzel), default=0)
        wurzel.append(parse_xml(f'<w:footnote {NAMENSRAEUME} w:id="{nummer}">{xml}</w:footnote>'))
        return nummer

    def verweis(self, adresse: str) -> str:
        """Return the id of a link to an address outside."""
        return str(self._teil.relate_to(adresse, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    @cached_property
    def _teil(self) -> Any:
        try:
            return self._haupt.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
        except KeyError:
            neu = XmlPart(
                PackURI("/word/footnotes.xml"),
                CONTENT_TYPE.WML_FOOTNOTES,
                parse_xml(_LEER),
                self._haupt.package,
            )
            self._haupt.relate_to(neu, RELATIONSHIP_TYPE.FOOTNOTES)
            return neu
