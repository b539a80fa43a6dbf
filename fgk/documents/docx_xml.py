"""Blocks -> the XML of a Word document's body. What users wrote is only ever text of a run."""

from collections.abc import Callable, Iterable
from itertools import count
from typing import NamedTuple

from markupsafe import escape

from fgk.documents.docx_noten import Fussnoten
from fgk.documents.docx_styles import Stile
from fgk.documents.docx_text import w_absatz, w_fett, w_reihe, w_text, w_zelle
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
from fgk.documents.seiten import Seite, Stueck, texte, texte_der
from fgk.documents.tabelle import BUEROSCHRIFT, Satz, setze
from fgk.zeichen import saeubere

_SEITEN = {"left": "", "right": '<w:jc w:val="right"/>', "center": '<w:jc w:val="center"/>'}


class _Raster(NamedTuple):
    """The columns of a table: widths in twips, sides, and how it is set."""

    spalten: tuple[int, ...]
    ausrichtung: tuple[str, ...]
    satz: Satz


class Koerper:
    """Writes blocks for one Word file: with the ids of its styles, its numberings, and its width of text.

    ``stile`` maps our words for styles to ids and starts numbered lists, ``verweis`` returns the id of a link, ``breite`` is the width of a line in twips, upright and turned,
    ``bild`` returns the XML of a diagram of a width in cm, and ``noten`` takes the footnotes.
    """

    def __init__(
        self,
        stile: Stile,
        verweis: Callable[[str], str],
        breite: tuple[int, int],
        bild: Callable[[str, float], str],
        noten: Fussnoten,
    ) -> None:
        self._stile = stile
        self._verweis = verweis
        self._breite = breite
        self._bild = bild
        self._noten = noten
        self._titel = count(1)
        self._abbildungen = count(1)
        self._tafeln = count(1)

    def seiten(self, seiten: Iterable[Seite], wechsel: Callable[[bool], str]) -> str:
        """Return all pages; ``wechsel`` gives the end of a section that is turned or not."""
        alle = list(seiten)
        teile = []
        for nummer, seite in enumerate(alle, start=1):
            teile += [self._stueck(stueck, ist_quer=seite.ist_quer) for stueck in seite.stuecke]
            if nummer < len(alle) or seite.ist_quer:
                teile.append(f"<w:p><w:pPr>{wechsel(seite.ist_quer)}</w:pPr></w:p>")
        return "".join(teile)

    def verzeichnis(self, bloecke: Bloecke) -> str:
        """Return a field for the table of contents, with the headings as Word will find them."""
        zeilen = [
            (
                self._stile[f"verzeichnis{b.ebene}"],
                f'<w:hyperlink w:anchor="_fgk{i}">{w_text(text_of(b.zeile))}</w:hyperlink>',
            )
            for i, b in verzeichnis(bloecke)
        ]
        anfang = (
            '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o '
            f'"1-{IM_VERZEICHNIS}" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        ende = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        if not zeilen:
            return w_absatz(self._stile["text"], anfang + ende)
        letzte = len(zeilen) - 1
        return "".join(
            w_absatz(stil, (anfang if i == 0 else "") + inhalt + (ende if i == letzte else ""))
            for i, (stil, inhalt) in enumerate(zeilen)
        )

    def angaben(self, angaben: Iterable[tuple[str, str]]) -> str:
        """Return what the cover says, as a table without lines."""
        zeilen = "".join(
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{w_zelle(2600, self._p('text', w_text(name)))}"
            f"{w_zelle(self._breite[0] - 2600, self._p('text', w_fett(wert)))}</w:tr>"
            for name, wert in angaben
        )
        return zeilen and (
            f'<w:tbl><w:tblPr><w:tblW w:w="{self._breite[0]}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="2600"/><w:gridCol w:w="{self._breite[0] - 2600}"/></w:tblGrid>{zeilen}</w:tbl>'
        )

    def hinweise(self, saetze: Iterable[str]) -> str:
        """Return notices on the cover."""
        return "".join(self._p("hinweis", w_text(satz)) for satz in saetze)

    # blocks

    def _stueck(self, stueck: Stueck, *, ist_quer: bool) -> str:
        if isinstance(stueck.block, Tabelle) and stueck.satz is not None:
            return self._tabelle(stueck.block, stueck.satz, self._breite[ist_quer])
        return self._block(stueck.block)

    def _block(self, block: Block, stil: str = "text", einzug: str = "") -> str:
        match block:
            case Ueberschrift(ebene, zeile):
                nummer = next(self._titel)
                marke = f'<w:bookmarkStart w:id="{nummer}" w:name="_fgk{nummer}"/>{{}}<w:bookmarkEnd w:id="{nummer}"/>'
                return self._p(f"titel{min(ebene, 4)}", marke.replace("{}", self._zeile(zeile)))
            case Absatz(zeile, ist_etikett):
                return self._p(stil, self._zeile(zeile), ("<w:keepNext/>" if ist_etikett else "") + einzug)
            case Liste():
                return self._liste(block, 0)
            case Tabelle():
                satz = setze(*texte_der(block), darf_quer=False, weite=BUEROSCHRIFT)
                return self._tabelle(block, satz, self._breite[0])
            case Hinweis(bloecke):
                return "".join(self._block(teil, "hinweis") for teil in bloecke)
            case Abbildung(name, titel):
                return self._abbildung(name, titel)
            case Trenner():
                rand = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
                return self._p("text", "", rand)
            case Unterschriften(felder):
                return self._unterschriften(felder)

    def _liste(self, liste: Liste, tiefe: int) -> str:
        stil = "nummern" if liste.ist_nummeriert else "liste"
        nummer = (
            self._stile.nummerierung(liste.beginn) if liste.ist_nummeriert else self._stile.nummerierung(0)
        )
        zeichen = f'<w:numPr><w:ilvl w:val="{min(tiefe, 8)}"/><w:numId w:val="{nummer}"/></w:numPr>'
        ohne = f'<w:ind w:left="{340 * (tiefe + 1)}" w:firstLine="0"/>'
        teile = []
        for eintrag in liste.eintraege:
            erster = True
            for block in eintrag:
                if isinstance(block, Liste):
                    teile.append(self._liste(block, tiefe + 1))
                elif isinstance(block, Absatz):
                    teile.append(
                        self._p(
                            stil,
                            self._zeile(block.zeile),
                            zeichen if erster else f'<w:numPr><w:numId w:val="0"/></w:numPr>{ohne}',
                        )
                    )
                    erster = False
                else:
                    teile.append(self._block(block))
        return "".join(teile)

    def _tabelle(self, tabelle: Tabelle, satz: Satz, breite: int) -> str:
        summe = sum(satz.breiten)
        spalten = [round(breite * spalte / summe) for spalte in satz.breiten]
        ganz = satz.bleibt_ganz([texte(zeile) for zeile in tabelle.zeilen])
        letzte = len(tabelle.zeilen) - 1
        raster = _Raster(tuple(spalten), tabelle.ausrichtung, satz)
        kopf = w_reihe("<w:cantSplit/><w:tblHeader/>", self._zellen(tabelle.kopf, raster, haftet=True))
        zeilen = "".join(
            w_reihe(
                "<w:cantSplit/>" if satz.ist_kurz(texte(zeile)) else "",
                self._zellen(zeile, raster, haftet=ganz and nummer < letzte),
            )
            for nummer, zeile in enumerate(tabelle.zeilen)
        )
        gitter = "".join(f'<w:gridCol w:w="{spalte}"/>' for spalte in spalten)
        name = escape(saeubere(text_of(tabelle.titel)))
        return (
            f'{self._beschriftung(tabelle.titel)}<w:tbl><w:tblPr><w:tblStyle w:val="{self._stile["tabelle"]}"/>'
            f'<w:tblW w:w="{sum(spalten)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020"/>'
            f'<w:tblCaption w:val="{name}"/></w:tblPr><w:tblGrid>{gitter}</w:tblGrid>{kopf}{zeilen}</w:tbl>'
            f"{self._p('text', '')}"
        )

    def _abbildung(self, name: str, titel: Zeile) -> str:
        """Return a diagram as wide as the text with its caption below."""
        nummer = next(self._abbildungen)
        feld = (
            f'{w_fett("Abbildung ")}<w:fldSimple w:instr=" SEQ Abbildung \\* ARABIC "><w:r><w:rPr><w:b/></w:rPr>'
            f"<w:t>{nummer}</w:t></w:r></w:fldSimple>{w_fett(': ')}{self._zeile(titel)}"
        )
        bild = f"<w:r><w:drawing>{self._bild(name, self._breite[0] / 567)}</w:drawing></w:r>"
        return self._p("text", bild, "<w:keepNext/>") + self._p(
            "beschriftung", feld, '<w:keepNext w:val="0"/>'
        )

    def _beschriftung(self, titel: Zeile) -> str:
        if not titel:
            return ""
        nummer = next(self._tafeln)
        return self._p(
            "beschriftung",
            f'{w_fett("Tabelle ")}<w:fldSimple w:instr=" SEQ Tabelle \\* ARABIC "><w:r><w:rPr><w:b/></w:rPr>'
            f"<w:t>{nummer}</w:t></w:r></w:fldSimple>{w_fett(': ')}{self._zeile(titel)}",
        )

    def _zellen(self, zellen: tuple[Zeile, ...], raster: _Raster, *, haftet: bool) -> str:
        """Return the cells of a row; one that sticks stays on the page of the next."""
        satz = raster.satz
        grad = f'<w:sz w:val="{round(satz.grad * 2) - 1}"/>' if satz.grad < 9 else ""
        teile = []
        for i, (zelle, text) in enumerate(zip(zellen, texte(zellen), strict=True)):
            absatz = (
                ("<w:keepNext/>" if haftet else "")
                + ('<w:suppressAutoHyphens w:val="0"/>' if satz.braucht_silben(i, text) else "")
                + _SEITEN[raster.ausrichtung[i]]
            )
            teile.append(
                w_zelle(raster.spalten[i], self._p("tabellentext", self._zeile(zelle, grad), absatz))
            )
        return "".join(teile)

    def _unterschriften(self, felder: tuple[Unterschrift, ...]) -> str:
        links = self._breite[0] // 2
        spalten = (links, self._breite[0] - links)
        reihen = []
        for i in range(0, len(felder), 2):
            paar = [*felder[i : i + 2], None][:2]
            # all fields stand on one page: each row but the last sticks to the next
            haftet = "<w:keepNext/>" if i + 2 < len(felder) else ""
            zellen = "".join(
                w_zelle(
                    spalte, self._unterschrift(feld, haftet) if feld else self._p("unterschrift", "", haftet)
                )
                for feld, spalte in zip(paar, spalten, strict=True)
            )
            reihen.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{zellen}</w:tr>")
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(spalten)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
            f'<w:gridCol w:w="{spalten[0]}"/><w:gridCol w:w="{spalten[1]}"/></w:tblGrid>{"".join(reihen)}</w:tbl>'
            f"{self._p('text', '')}"
        )

    def _unterschrift(self, feld: Unterschrift, haftet: str) -> str:
        # Word joins the borders of neighbours that are alike to one box, so these two differ
        strich = '{}<w:pBdr><w:bottom w:val="single" w:sz="{}" w:space="1" w:color="{}"/></w:pBdr>'
        ort, hand = strich.format(haftet, 4, "4A5A63"), strich.format(haftet, 6, "auto")
        rechts = '<w:ind w:right="567"/>'
        name = tuple(lauf._replace(fett=True) for lauf in feld.name)
        return (
            self._p("unterschrift", self._zeile(feld.ort), f'{ort}<w:spacing w:before="360"/>{rechts}')
            + self._p("unterschrift", "", f'{hand}<w:spacing w:before="900"/>{rechts}')
            + self._p("unterschrift", self._zeile(name), haftet)
            + (self._p("unterschrift", self._zeile(feld.funktion), haftet) if feld.funktion else "")
        )

    # paragraphs and runs

    def _p(self, stil: str, inhalt: str, eigenschaften: str = "") -> str:
        return w_absatz(self._stile[stil], inhalt, eigenschaften)

    def _zeile(self, zeile: Zeile, mehr: str = "") -> str:
        return "".join(self._lauf(lauf, mehr) for lauf in zeile)

    def _note(self, note: Zeile) -> str:
        """Return the sign of a footnote, whose text stands in a part of its own, with links of its own."""
        zeichen = f'<w:rStyle w:val="{self._stile["notenzeichen"]}"/>'
        text = "".join(self._lauf(lauf, "", self._noten.verweis) for lauf in note)
        nummer = self._noten.neue(
            self._p("note", f"<w:r><w:rPr>{zeichen}</w:rPr><w:footnoteRef/></w:r>{w_text(' ')}{text}")
        )
        return f'<w:r><w:rPr>{zeichen}</w:rPr><w:footnoteReference w:id="{nummer}"/></w:r>'

    def _lauf(self, lauf: Lauf, mehr: str, verweis: Callable[[str], str] | None = None) -> str:
        if lauf.note:
            return self._note(lauf.note)
        if not lauf.ziel:
            return w_text(
                lauf.text, ("<w:b/>" if lauf.fett else "") + ("<w:i/>" if lauf.kursiv else "") + mehr
            )
        stil = f'<w:rStyle w:val="{self._stile["verweis"]}"/>'
        return f'<w:hyperlink r:id="{(verweis or self._verweis)(lauf.ziel)}">{w_text(lauf.text, stil + mehr)}</w:hyperlink>'
