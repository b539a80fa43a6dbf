"""The styles of an OpenDocument file: those it has, those brought along from ours, those of one text alone."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache, lru_cache
from typing import Any

from lxml import etree

from fgk import resources
from fgk.bild import aufgehellt
from fgk.documents.pakete import entpacke

_URNEN = ("office", "style", "text", "table", "meta", "manifest")
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMEN = {name: f"{_OASIS}:{name}:1.0" for name in _URNEN} | {
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ooow": "http://openoffice.org/2004/writer",
}
NAMENSRAEUME = " ".join(f'xmlns:{name}="{urne}"' for name, urne in NAMEN.items())
AKZENT, HELL, LINIE = "#17506b", "#e8eff2", "#8fa3ad"
#: our word -> family and names it may have in a file, the first is the one in ours
_NAMEN = {
    "text": ("paragraph", "Text_20_body", "Textkörper"),
    "titel1": ("paragraph", "Heading_20_1", "Überschrift_20_1"),
    "titel2": ("paragraph", "Heading_20_2", "Überschrift_20_2"),
    "titel3": ("paragraph", "Heading_20_3", "Überschrift_20_3"),
    "titel4": ("paragraph", "Heading_20_4", "Überschrift_20_4"),
    "liste": ("paragraph", "fgk_20_Liste"),
    "beschriftung": ("paragraph", "Table", "Tabelle"),
    "verzeichnis1": ("paragraph", "Contents_20_1", "Inhaltsverzeichnis_20_1"),
    "verzeichnis2": ("paragraph", "Contents_20_2", "Inhaltsverzeichnis_20_2"),
    "hinweis": ("paragraph", "fgk_20_Hinweis"),
    "tabellentext": ("paragraph", "fgk_20_Tabellentext"),
    "kopf": ("paragraph", "fgk_20_Tabellenkopf"),
    "unterschrift": ("paragraph", "fgk_20_Unterschrift"),
    "strich": ("paragraph", "fgk_20_Strich"),
    "note": ("paragraph", "Footnote", "Fußnote"),
    "fett": ("text", "Strong_20_Emphasis"),
    "kursiv": ("text", "Emphasis"),
    "verweis": ("text", "Internet_20_link"),
    "sprung": ("text", "Index_20_Link"),
    "punkte": ("list", "fgk_20_Punkte"),
    "nummern": ("list", "fgk_20_Nummern"),
}
_SEITEN = ("left", "right")
_CM = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72}


@cache
def qname(name: str) -> str:
    """Return a name such as ``text:p`` as lxml has it."""
    praefix, _, lokal = name.partition(":")
    return f"{{{NAMEN[praefix]}}}{lokal}"


@cache
def eigene_datei(name: str = "dokument") -> bytes:
    """Return our own file; ``name`` is that of the file without its ending."""
    return (resources.folder("templates") / "odf" / f"{name}.odt").read_bytes()


class Stile(Mapping[str, str]):
    """Our words for styles -> the names they have in one file; what it lacks is brought along from ours."""

    def __init__(self, stile: Any, farbe: str | None) -> None:
        self._farbe = farbe
        self._wurzel = stile
        self._orte = stile.find(qname("office:styles"))

    def __getitem__(self, wort: str) -> str:
        if wort == "seite":
            return self._seite().get(qname("style:name"))  # type: ignore[no-any-return]
        familie, *namen = _NAMEN[wort]
        vorhanden = next((name for name in namen if _stil(self._orte, familie, name) is not None), None)
        return vorhanden or self._bringe_mit(familie, namen[0])

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMEN)

    def __len__(self) -> int:
        return len(_NAMEN)

    def _bringe_mit(self, familie: str, name: str) -> str:
        eigener = _stil(_eigene_stile(self._farbe), familie, name)
        stil = deepcopy(eigener)
        eltern = stil.get(qname("style:parent-style-name"))
        self._orte.append(stil)
        if eltern and _stil(self._orte, familie, eltern) is None:
            self._bringe_mit(familie, eltern)
        return name

    def _seite(self) -> Any:
        """Return the master page of ordinary pages."""
        alle = list(self._wurzel.iter(qname("style:master-page")))
        return next((seite for seite in alle if seite.get(qname("style:name")) == "Standard"), alle[0])

    def _anordnung(self, seite: Any) -> Any:
        name = seite.get(qname("style:page-layout-name"))
        alle = self._wurzel.iter(qname("style:page-layout"))
        return next(layout for layout in alle if layout.get(qname("style:name")) == name)

    def breiten(self) -> tuple[float, float]:
        """Return the width of a line in cm on upright and turned pages."""
        masse = self._anordnung(self._seite()).find(qname("style:page-layout-properties"))
        innen = masse.get(qname("fo:padding"))  # between a frame around the page and its text
        seiten = [
            (masse.get(qname(f"fo:margin-{s}")), masse.get(qname(f"fo:padding-{s}"), innen)) for s in _SEITEN
        ]
        rand = sum(_cm(aussen) + _cm(abstand) for aussen, abstand in seiten)
        return (
            _cm(masse.get(qname("fo:page-width"), "21cm")) - rand,
            _cm(masse.get(qname("fo:page-height"), "29.7cm")) - rand,
        )

    def quer(self) -> None:
        """Add a master page like the ordinary one, but turned."""
        seite = self._seite()
        anordnung = self._anordnung(seite)
        gedreht = deepcopy(anordnung)
        gedreht.set(qname("style:name"), "fgkQuerformat")
        masse = gedreht.find(qname("style:page-layout-properties"))
        breite, hoehe = masse.get(qname("fo:page-width")), masse.get(qname("fo:page-height"))
        masse.set(qname("fo:page-width"), hoehe)
        masse.set(qname("fo:page-height"), breite)
        masse.set(qname("style:print-orientation"), "landscape")
        anordnung.addnext(gedreht)
        neu = deepcopy(seite)
        for name, wert in (("name", "fgk_Quer"), ("page-layout-name", "fgkQuerformat")):
            neu.set(qname(f"style:{name}"), wert)
        for name in ("style:display-name", "style:next-style-name"):
            neu.attrib.pop(qname(name), None)
        seite.addnext(neu)


def _stil(orte: Any, familie: str, name: str) -> Any:
    marke = qname("text:list-style") if familie == "list" else qname("style:style")
    for stil in orte.iter(marke):
        if stil.get(qname("style:name")) == name and (
            familie == "list" or stil.get(qname("style:family")) == familie
        ):
            return stil
    return None


def gefaerbt(xml: str, farbe: str | None) -> str:
    """Return XML with the municipality's colour instead of ours."""
    if farbe:
        for unsere, anteil in ((AKZENT, 0.0), (HELL, 0.9), (LINIE, 0.5)):
            xml = xml.replace(unsere, aufgehellt(farbe, anteil))
    return xml


@lru_cache(maxsize=8)
def _eigene_stile(farbe: str | None) -> Any:
    stile = gefaerbt(entpacke(eigene_datei())["styles.xml"].decode(), farbe)
    return etree.fromstring(stile.encode()).find(qname("office:styles"))


def _cm(mass: str | None) -> float:
    """Return a length such as ``2cm`` or ``0.79in`` in cm."""
    fund = re.fullmatch(r"([0-9.]+)(cm|mm|in|pt)", mass or "0cm")
    return float(fund[1]) * _CM[fund[2]] if fund else 0.0


class Automatisch:
    """The styles that only one text uses, as XML."""

    def __init__(self) -> None:
        self.stile: list[str] = [*_FESTE]

    def tabelle(self, nummer: int, spalten: list[float], *, darf_brechen: bool) -> str:
        """Return the name of a new style of a table; its columns are called after it."""
        name = f"fgkT{nummer}"
        self.stile.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{sum(spalten):.3f}cm" '
            f'table:align="left" style:may-break-between-rows="{str(darf_brechen).lower()}" '
            'table:border-model="collapsing"/></style:style>'
        )
        self.stile += [
            f'<style:style style:name="{name}.{i}" style:family="table-column"><style:table-column-properties '
            f'style:column-width="{breite:.3f}cm"/></style:style>'
            for i, breite in enumerate(spalten)
        ]
        return name

    def absatz(self, eltern: str, absatz: str, mehr: str = "", text: str = "") -> str:
        """Return the name of a style like another but for these properties; the same ones are one style."""
        inhalt = f'style:family="paragraph" style:parent-style-name="{eltern}"{mehr}>'
        inhalt += f"<style:paragraph-properties {absatz}/>" if absatz else ""
        inhalt += f"<style:text-properties {text}/>" if text else ""
        vorhanden = next((xml for xml in self.stile if xml.endswith(f"{inhalt}</style:style>")), None)
        if vorhanden is not None:
            return vorhanden.split('"', 2)[1]
        name = f"fgkP{len(self.stile)}"
        self.stile.append(f'<style:style style:name="{name}" {inhalt}</style:style>')
        return name


_FESTE = (
    (
        '<style:style style:name="fgkZelle" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" '
        f'fo:border-left="none" fo:border-right="none" fo:border-top="none" fo:border-bottom="0.5pt solid {LINIE}"/></style:style>'
    ),
    (
        '<style:style style:name="fgkKopfzelle" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" '
        f'fo:background-color="{HELL}" style:vertical-align="bottom" fo:border-left="none" fo:border-right="none" '
        f'fo:border-top="1pt solid {AKZENT}" fo:border-bottom="1pt solid {AKZENT}"/></style:style>'
    ),
    (
        '<style:style style:name="fgkFrei" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" '
        'fo:border="none"/></style:style>'
    ),
    (
        '<style:style style:name="fgkZeile" style:family="table-row"><style:table-row-properties fo:keep-together="auto"/>'
        "</style:style>"
    ),
    (
        '<style:style style:name="fgkZeileGanz" style:family="table-row"><style:table-row-properties '
        'fo:keep-together="always"/></style:style>'
    ),
    (
        '<style:style style:name="fgkVerzeichnis" style:family="section"><style:section-properties text:dont-balance-text-columns='
        '"true"/></style:style>'
    ),
)
