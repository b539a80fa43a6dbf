"""Blocks -> the XML of an OpenDocument text. What users wrote is only ever text of a span."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import count

from markupsafe import escape

from fgk.documents.inhalt import (
    IM_VERZEICHNIS,
    Abbildung,
    Absatz,
    Block,
    Bloecke,
    Hinweis,
    Lauf,
    Liste,
    Tabelle,
    Trenner,
    Ueberschrift,
    Unterschrift,
    Unterschriften,
    Zeile,
    text_of,
    verzeichnis,
)
from fgk.documents.odt_styles import LINIE, Automatisch
from fgk.documents.odt_text import odt_text, odt_zelle
from fgk.documents.seiten import Seite, Stueck, texte, texte_der
from fgk.documents.tabelle import BUEROSCHRIFT, Satz, setze

_SEITEN = {"left": "", "right": "end", "center": "center"}


class Koerper:
    """Writes blocks for one file: with the names of its styles and its width of text.

    ``stile`` maps our words for styles to names, ``breite`` is the width of a line in cm, upright and turned.
    ``bild`` returns the XML of a diagram of a width in cm. ``automatisch`` gathers the styles that only this text uses.
    """

    def __init__(
        self, stile: Mapping[str, str], breite: tuple[float, float], bild: Callable[[str, float], str]
    ) -> None:
        self._stile = stile
        self._breite = breite
        self._bild = bild
        self._titel = count(1)
        self._abbildungen = count(1)
        self._tafeln = count(1)
        self._nummer = count(1)
        self._noten = count(1)
        self.automatisch = Automatisch()

    def seiten(self, seiten: Iterable[Seite]) -> str:
        """Return all pages; the first block of a turned or turned back page carries the name of its master."""
        teile = []
        war_quer = False
        for seite in seiten:
            stuecke = [self._stueck(stueck, ist_quer=seite.ist_quer) for stueck in seite.stuecke]
            if seite.ist_quer != war_quer:
                stuecke[0] = self._auf_seite(
                    stuecke[0], "fgk_Quer" if seite.ist_quer else self._stile["seite"]
                )
            war_quer = seite.ist_quer
            teile += stuecke
        return "".join(teile)

    def _auf_seite(self, xml: str, seite: str) -> str:
        """Give the first paragraph a style of its own that begins a page; a list gets an empty one before it."""
        fund = re.match(r'<text:(?:p|h) text:style-name="([^"]*)"', xml)
        eltern = fund[1] if fund else self._stile["text"]
        name = self.automatisch.absatz(eltern, "", f' style:master-page-name="{seite}"')
        if fund:
            return xml.replace(f'text:style-name="{eltern}"', f'text:style-name="{name}"', 1)
        return f'<text:p text:style-name="{name}"/>{xml}'

    def verzeichnis(self, bloecke: Bloecke) -> str:
        """Return the table of contents with the headings as they are; page numbers come when it is updated."""
        ebenen = range(1, IM_VERZEICHNIS + 1)
        stil = self._stile["sprung"]
        sprung = f' text:style-name="{stil}" text:visited-style-name="{stil}"'
        vorlagen = "".join(
            f'<text:table-of-content-entry-template text:outline-level="{ebene}" '
            f'text:style-name="{self._stile[f"verzeichnis{ebene}"]}"><text:index-entry-link-start text:style-name="{stil}"/>'
            '<text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/>'
            "<text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>"
            for ebene in ebenen
        )
        zeilen = "".join(
            self._p(
                f"verzeichnis{b.ebene}",
                f'<text:a xlink:type="simple" xlink:href="#_fgk{i}"{sprung}>{odt_text(text_of(b.zeile))}</text:a>',
            )
            for i, b in verzeichnis(bloecke)
        )
        return (
            '<text:table-of-content text:name="Inhalt" text:protected="true" text:style-name="fgkVerzeichnis">'
            f'<text:table-of-content-source text:outline-level="{IM_VERZEICHNIS}">{vorlagen}'
            f"</text:table-of-content-source><text:index-body>{zeilen}</text:index-body></text:table-of-content>"
        )

    def angaben(self, angaben: Iterable[tuple[str, str]]) -> str:
        """Return what the cover says, as a table without lines."""
        zeilen = "".join(
            f"<table:table-row>{odt_zelle('fgkFrei', self._p('text', odt_text(name)))}"
            f"{odt_zelle('fgkFrei', self._p('text', self._fett(odt_text(wert))))}</table:table-row>"
            for name, wert in angaben
        )
        return zeilen and self._freie_tabelle("Angaben", (4.6, self._breite[0] - 4.6), zeilen)

    def hinweise(self, saetze: Iterable[str]) -> str:
        """Return notices on the cover."""
        return "".join(self._p("hinweis", odt_text(satz)) for satz in saetze)

    # blocks

    def _stueck(self, stueck: Stueck, *, ist_quer: bool) -> str:
        if isinstance(stueck.block, Tabelle) and stueck.satz is not None:
            return self._tabelle(stueck.block, stueck.satz, self._breite[ist_quer])
        return self._block(stueck.block)

    def _block(self, block: Block, stil: str = "text") -> str:
        match block:
            case Ueberschrift(ebene, zeile):
                marke = f'<text:bookmark text:name="_fgk{next(self._titel)}"/>'
                name = self._stile[f"titel{min(ebene, 4)}"]
                return f'<text:h text:style-name="{name}" text:outline-level="{ebene}">{marke}{self._zeile(zeile)}</text:h>'
            case Absatz(zeile, ist_etikett):
                eigen = 'fo:keep-with-next="always"' if ist_etikett else ""
                return self._p(stil, self._zeile(zeile), eigen)
            case Liste():
                return self._liste(block)
            case Tabelle():
                satz = setze(*texte_der(block), darf_quer=False, weite=BUEROSCHRIFT)
                return self._tabelle(block, satz, self._breite[0])
            case Hinweis(bloecke):
                return "".join(self._block(teil, "hinweis") for teil in bloecke)
            case Abbildung(name, titel):
                return self._abbildung(name, titel)
            case Trenner():
                return self._p("text", "", f'fo:border-bottom="0.5pt solid {LINIE}"')
            case Unterschriften(felder):
                return self._unterschriften(felder)

    def _liste(self, liste: Liste) -> str:
        stil = self._stile["nummern" if liste.ist_nummeriert else "punkte"]
        teile = []
        for nummer, eintrag in enumerate(liste.eintraege):
            ab = f' text:start-value="{liste.beginn}"' if liste.ist_nummeriert and nummer == 0 else ""
            # a table cannot stand in an item: it ends the list, which then goes on
            inhalt = "".join(
                self._block(b, "liste") for b in eintrag if not isinstance(b, Tabelle | Unterschriften)
            )
            teile.append(f"<text:list-item{ab}>{inhalt}</text:list-item>")
            danach = "".join(self._block(b) for b in eintrag if isinstance(b, Tabelle | Unterschriften))
            if danach:
                fort = (
                    f'</text:list>{danach}<text:list text:style-name="{stil}" text:continue-numbering="true">'
                )
                teile.append(fort)
        return f'<text:list text:style-name="{stil}">{"".join(teile)}</text:list>'.replace(
            f'<text:list text:style-name="{stil}" text:continue-numbering="true"></text:list>', ""
        )

    def _tabelle(self, tabelle: Tabelle, satz: Satz, breite: float) -> str:
        nummer = next(self._nummer)
        summe = sum(satz.breiten)
        spalten = [breite * spalte / summe for spalte in satz.breiten]
        ganz = satz.bleibt_ganz([texte(zeile) for zeile in tabelle.zeilen])
        name = self.automatisch.tabelle(nummer, spalten, darf_brechen=not ganz)
        gitter = "".join(f'<table:table-column table:style-name="{name}.{i}"/>' for i in range(len(spalten)))
        kopf = self._reihe(tabelle.kopf, tabelle, satz, "kopf", "fgkKopfzelle", "fgkZeileGanz")
        zeilen = "".join(
            self._reihe(
                zeile,
                tabelle,
                satz,
                "tabellentext",
                "fgkZelle",
                "fgkZeileGanz" if satz.ist_kurz(texte(zeile)) else "fgkZeile",
            )
            for zeile in tabelle.zeilen
        )
        return (
            f'{self._beschriftung(tabelle.titel)}<table:table table:name="Tabelle{nummer}" table:style-name="{name}">'
            f"{gitter}<table:table-header-rows>{kopf}</table:table-header-rows>{zeilen}</table:table>{self._p('text', '')}"
        )

    def _abbildung(self, name: str, titel: Zeile) -> str:
        """Return a diagram as wide as the text with its caption below."""
        nummer = next(self._abbildungen)
        zahl = (
            f'<text:sequence text:ref-name="refAbbildung{nummer - 1}" text:name="Figure" '
            f'text:formula="ooow:Figure+1" style:num-format="1">{nummer}</text:sequence>'
        )
        beschriftung = f"{self._fett(f'Abbildung {zahl}:')} {self._zeile(titel)}"
        bild = self._p("text", self._bild(name, self._breite[0]), 'fo:keep-with-next="always"')
        return bild + self._p(
            "beschriftung", beschriftung, 'fo:keep-with-next="auto" fo:margin-bottom="0.4cm"'
        )

    def _beschriftung(self, titel: Zeile) -> str:
        if not titel:
            return ""
        nummer = next(self._tafeln)
        zahl = (
            f'<text:sequence text:ref-name="refTable{nummer - 1}" text:name="Table" text:formula="ooow:Table+1" '
            f'style:num-format="1">{nummer}</text:sequence>'
        )
        return self._p("beschriftung", f"{self._fett(f'Tabelle {zahl}:')} {self._zeile(titel)}")

    def _reihe(  # noqa: PLR0913, PLR0917 - a row of a table is all of this
        self,
        zellen: tuple[Zeile, ...],
        tabelle: Tabelle,
        satz: Satz,
        absatz: str,
        zellstil: str,
        zeilenstil: str,
    ) -> str:
        teile = []
        for i, (zelle, text) in enumerate(zip(zellen, texte(zellen), strict=True)):
            seite = _SEITEN[tabelle.ausrichtung[i]]
            eigen = f'fo:text-align="{seite}"' if seite else ""
            schrift = f'fo:font-size="{satz.grad - 0.5}pt"' if satz.grad < 9 else ""
            schrift += ' fo:hyphenate="true"' if satz.braucht_silben(i, text) else ""
            teile.append(odt_zelle(zellstil, self._p(absatz, self._zeile(zelle), eigen, schrift)))
        return f'<table:table-row table:style-name="{zeilenstil}">{"".join(teile)}</table:table-row>'

    def _unterschriften(self, felder: tuple[Unterschrift, ...]) -> str:
        haelfte = self._breite[0] / 2
        reihen = []
        for i in range(0, len(felder), 2):
            paar = [*felder[i : i + 2], None][:2]
            zellen = (
                odt_zelle("fgkFrei", self._unterschrift(feld) if feld else "<text:p/>") for feld in paar
            )
            reihen.append(
                f'<table:table-row table:style-name="fgkZeileGanz">{"".join(zellen)}</table:table-row>'
            )
        return self._freie_tabelle("Unterschriften", (haelfte, haelfte), "".join(reihen)) + self._p(
            "text", ""
        )

    def _unterschrift(self, feld: Unterschrift) -> str:
        strich = 'fo:border-bottom="0.5pt solid #4a5a63" fo:margin-top="0.6cm"'
        teile = [
            self._p("unterschrift", self._zeile(feld.ort), strich),
            self._p("strich", ""),
            self._p("unterschrift", self._fett(self._zeile(feld.name))),
        ]
        if feld.funktion:
            teile.append(self._p("unterschrift", self._zeile(feld.funktion)))
        return "".join(teile)

    def _freie_tabelle(self, titel: str, breiten: tuple[float, ...], zeilen: str) -> str:
        nummer = next(self._nummer)
        name = self.automatisch.tabelle(nummer, list(breiten), darf_brechen=True)
        gitter = "".join(f'<table:table-column table:style-name="{name}.{i}"/>' for i in range(len(breiten)))
        return f'<table:table table:name="{titel}{nummer}" table:style-name="{name}">{gitter}{zeilen}</table:table>'

    # paragraphs and spans

    def _p(self, stil: str, inhalt: str, absatz: str = "", text: str = "") -> str:
        name = self._stile[stil]
        if absatz or text:
            name = self.automatisch.absatz(name, absatz, "", text)
        return f'<text:p text:style-name="{name}">{inhalt}</text:p>'

    def _zeile(self, zeile: Zeile) -> str:
        return "".join(map(self._lauf, zeile))

    def _note(self, note: Zeile) -> str:
        nummer = next(self._noten)
        return (
            f'<text:note text:id="ftn{nummer}" text:note-class="footnote"><text:note-citation>{nummer}'
            f"</text:note-citation><text:note-body>{self._p('note', self._zeile(note))}</text:note-body></text:note>"
        )

    def _lauf(self, lauf: Lauf) -> str:
        if lauf.note:
            return self._note(lauf.note)
        text = odt_text(lauf.text)
        if lauf.kursiv:
            text = f'<text:span text:style-name="{self._stile["kursiv"]}">{text}</text:span>'
        if lauf.fett:
            text = self._fett(text)
        if lauf.ziel:
            return (
                f'<text:a xlink:type="simple" xlink:href="{escape(lauf.ziel)}" '
                f'text:style-name="{self._stile["verweis"]}">{text}</text:a>'
            )
        return text

    def _fett(self, inhalt: str) -> str:
        return f'<text:span text:style-name="{self._stile["fett"]}">{inhalt}</text:span>'
