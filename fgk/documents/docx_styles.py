"""The styles of a Word file by their names, German or English; what it lacks is brought along from ours."""

import io
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache, lru_cache
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from markupsafe import escape

from fgk import resources
from fgk.bild import aufgehellt
from fgk.documents.pakete import entpacke, packe

#: our word -> the names it may have in a file, the first is the one in ours
_NAMEN = {
    "text": ("normal", "standard"),
    "titel1": ("heading 1", "überschrift 1"),
    "titel2": ("heading 2", "überschrift 2"),
    "titel3": ("heading 3", "überschrift 3"),
    "titel4": ("heading 4", "überschrift 4"),
    "liste": ("list bullet", "aufzählungszeichen"),
    "nummern": ("list number", "listennummer"),
    "beschriftung": ("caption", "beschriftung"),
    "verzeichnis1": ("toc 1", "verzeichnis 1"),
    "verzeichnis2": ("toc 2", "verzeichnis 2"),
    "verweis": ("hyperlink",),
    "note": ("footnote text", "fußnotentext"),
    "notenzeichen": ("footnote reference", "fußnotenzeichen"),
    "hinweis": ("fgk hinweis",),
    "tabellentext": ("fgk tabellentext",),
    "unterschrift": ("fgk unterschrift",),
    "tabelle": ("fgk tabelle",),
}
_BULLET, _DECIMAL = "1", "2"


class Stile(Mapping[str, str]):
    """Our words for styles -> the ids they have in one Word file; what is brought along is of this colour."""

    def __init__(self, word: Any, farbe: str | None) -> None:
        self._word = word
        self._farbe = farbe
        self._elemente = word.styles.element
        self._ids = {_name(stil): stil.get(qn("w:styleId")) for stil in self._elemente.iter(qn("w:style"))}
        self._punkte: int | None = None

    def __getitem__(self, wort: str) -> str:
        namen = _NAMEN[wort]
        vorhanden = next((self._ids[name] for name in namen if name in self._ids), None)
        return vorhanden or self._bringe_mit(namen[0])

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMEN)

    def __len__(self) -> int:
        return len(_NAMEN)

    def _bringe_mit(self, name: str) -> str:
        stil = deepcopy(_eigene(self._farbe)[name])
        kennung = stil.get(qn("w:styleId"))
        if kennung in self._ids.values():
            kennung = f"fgk{kennung}"
            stil.set(qn("w:styleId"), kennung)
        for verweis in ("w:basedOn", "w:next"):
            element = stil.find(qn(verweis))
            if element is not None and element.get(qn("w:val")) not in self._ids.values():
                element.set(qn("w:val"), self["text"])
        # which list it is, each paragraph says itself
        for nummern in list(stil.iter(qn("w:numPr"))):
            nummern.getparent().remove(nummern)
        self._elemente.append(stil)
        self._ohne_zweite_stile()
        self._ids[name] = kennung
        return str(kennung)

    def _ohne_zweite_stile(self) -> None:
        """Drop the second list of styles that Word 2010 wrote: it would lack what was brought along."""
        verweise = self._word.part.rels
        for kennung in [k for k, v in verweise.items() if v.reltype.endswith("/stylesWithEffects")]:
            del verweise[kennung]

    # numberings

    def nummerierung(self, beginn: int) -> int:
        """Return the id of a numbered list that starts at ``beginn``; 0 asks for bullets."""
        if beginn == 0:
            if self._punkte is None:
                self._punkte = self._neue(_BULLET, None)
            return self._punkte
        return self._neue(_DECIMAL, beginn)

    def _neue(self, art: str, beginn: int | None) -> int:
        nummern = self._nummern()
        abstrakt = self._abstrakt(nummern, art)
        kennung = 1 + max((int(n.get(qn("w:numId"))) for n in nummern.iter(qn("w:num"))), default=0)
        ab = (
            ""
            if beginn is None
            else (f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{beginn}"/></w:lvlOverride>')
        )
        nummern.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{kennung}"><w:abstractNumId w:val="{abstrakt}"/>{ab}</w:num>'
            )
        )
        return kennung

    def _abstrakt(self, nummern: Any, art: str) -> str:
        """Return the id of our own pattern of bullets or numbers in this file; brings it along once."""
        marke = f"F6{art}00000"
        for element in nummern.iter(qn("w:abstractNum")):
            nsid = element.find(qn("w:nsid"))
            if nsid is not None and nsid.get(qn("w:val")) == marke:
                return str(element.get(qn("w:abstractNumId")))
        muster = deepcopy(_muster()[art])
        kennung = 1 + max(
            (int(n.get(qn("w:abstractNumId"))) for n in nummern.iter(qn("w:abstractNum"))), default=0
        )
        muster.set(qn("w:abstractNumId"), str(kennung))
        muster.insert(0, parse_xml(f'<w:nsid {nsdecls("w")} w:val="{marke}"/>'))
        erste = nummern.find(qn("w:num"))
        if erste is None:
            nummern.append(muster)
        else:
            erste.addprevious(muster)
        return str(kennung)

    def _nummern(self) -> Any:
        teil = self._word.part
        try:
            return teil.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
        except KeyError:
            leer = parse_xml(f"<w:numbering {nsdecls('w')}/>")
            neu = NumberingPart(
                PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, leer, teil.package
            )
            teil.relate_to(neu, RELATIONSHIP_TYPE.NUMBERING)
            return neu.element


def _name(stil: Any) -> str:
    element = stil.find(qn("w:name"))
    return "" if element is None else str(element.get(qn("w:val"))).lower()


def eigene_datei(farbe: str | None, schrift: str | None = None, *, name: str = "dokument") -> bytes:
    """Return our own Word file in this colour and typeface; ``name`` is that of the file without its ending."""
    dateien = entpacke((resources.folder("templates") / "word" / f"{name}.docx").read_bytes())
    stile = dateien["word/styles.xml"].decode()
    if farbe:
        for unsere, anteil in (("17506B", 0.0), ("E8EFF2", 0.9), ("8FA3AD", 0.5)):
            stile = stile.replace(unsere, aufgehellt(farbe, anteil).removeprefix("#").upper())
    if schrift:
        stile = stile.replace('"Arial"', f'"{escape(schrift)}"')
    dateien["word/styles.xml"] = stile.encode()
    if farbe and name != "dokument":  # its frame
        unseres = aufgehellt(farbe, 0.0).removeprefix("#").upper().encode()
        dateien["word/document.xml"] = dateien["word/document.xml"].replace(b"17506B", unseres)
    return packe(dateien)


@lru_cache(maxsize=8)
def _basis(farbe: str | None) -> Any:
    return docx.Document(io.BytesIO(eigene_datei(farbe)))


@lru_cache(maxsize=8)
def _eigene(farbe: str | None) -> dict[str, Any]:
    return {_name(stil): stil for stil in _basis(farbe).styles.element.iter(qn("w:style"))}


@cache
def _muster() -> dict[str, Any]:
    nummern = _basis(None).part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    return {element.get(qn("w:abstractNumId")): element for element in nummern.iter(qn("w:abstractNum"))}
