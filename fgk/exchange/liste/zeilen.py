"""Read the rows of a sheet: measures, the lines that announce what follows, sums, and what is none of these."""

import re
from collections.abc import Iterator

from fgk.exchange.liste.blatt import Blatt, Zeile, Zelle
from fgk.exchange.liste.eintrag import Eintrag, Meldung, Schwere
from fgk.exchange.liste.felder import OHNE_INHALT
from fgk.exchange.liste.handlungsfelder import Handlungsfelder
from fgk.exchange.liste.kopf import Kopf
from fgk.exchange.liste.zellen import pruefe_zeiten, uebernimm
from fgk.exchange.liste.zielangabe import Zielangabe, als_ziel, ist_nur_ziel, zielangabe

_SUMME = re.compile(r"(?i)(?:zwischen|gesamt)?summe\b|(?:ins)?gesamt\b|gesamtkosten\b|total\b")
_ZIEL = re.compile(r"(?i)(?:(?:teil|unter|handlungs)?ziel\b|z[-\s]?[1-9]\.\d|[1-9]\.[1-9]\d*\.?\s+\D)")
_LEITZIEL = re.compile(r"(?i)(?:leitziel|oberziel)\s*\d*\s*[:.–-]*\s*")
_GRUPPEN = frozenset({"handlungsfeld", "ziel", "leitziel"})


class Leser:
    """Reads rows one after another, and remembers under which Handlungsfeld and goal they stand."""

    def __init__(self, kopf: Kopf, felder: Handlungsfelder, vorgaben: dict[str, str], blattname: str) -> None:
        self.kopf = kopf
        self.felder = felder
        self.eintraege: list[Eintrag] = []
        self.meldungen: list[Meldung] = []
        vorgabe = vorgaben.get("handlungsfeld", "")
        self._handlungsfeld = felder.finde(vorgabe) or felder.finde(blattname)
        self._vorgabe = zielangabe(vorgaben["ziel"]) if "ziel" in vorgaben else Zielangabe()
        self._ziel = self._vorgabe
        self._leitziel: str | None = None
        self._ist_feld_unbekannt = False
        self._beanstandet = 0
        self._ist_aufgezaehlt = False
        #: the measure that a row without one adds to, taken or not
        self._letzter: Eintrag | None = None

    def lies(self, blatt: Blatt) -> None:
        """Read all rows below the heading."""
        for zeile in blatt.zeilen:
            if zeile.nummer <= self.kopf.zeile:
                continue
            if self._ist_wiederholter_kopf(zeile):
                self._melde(zeile.ort(), "Die Zeile wiederholt die Überschriften.", Schwere.ausgelassen)
            else:
                self._zeile(zeile)

    def _ist_wiederholter_kopf(self, zeile: Zeile) -> bool:
        gleiche = [
            spalte
            for spalte in self.kopf.spalten
            if spalte.nummer in zeile.zellen and zeile.zellen[spalte.nummer].text == spalte.ueberschrift != ""
        ]
        return len(gleiche) > 1

    def _zeile(self, zeile: Zeile) -> None:
        eigene = [zelle for zelle in zeile.zellen.values() if not zelle.ist_gefuellt]
        spalte = self.kopf.spalte("titel")
        titel = None if spalte is None else zeile.zellen.get(spalte.nummer)
        if _SUMME.match(eigene[0].text):
            self._melde(eigene[0].adresse, "Die Zeile ist eine Summe.", Schwere.ausgelassen)
        elif len(eigene) == 1 and self._kuendigt_an(zeile, eigene[0], titel):
            self._ueberschrift(eigene[0])
        elif titel is not None and titel.problem is not None:
            self._melde(titel.adresse, titel.problem, Schwere.fehlt)
        elif titel is None or (titel.ist_gefuellt and self._letzter is not None):
            self._ohne_titel(zeile, eigene)
        else:
            self._massnahme(zeile, titel)

    def _kuendigt_an(self, zeile: Zeile, einzige: Zelle, titel: Zelle | None) -> bool:
        """Say whether a row with one text is about those that follow, and not a measure that has only a title."""
        ist_breit = sum(zelle.anker == einzige.adresse for zelle in zeile.zellen.values()) > 1
        if titel is None or titel.ist_gefuellt or ist_breit:
            return ist_breit or self._steht_vor_dem_titel(zeile, einzige)
        return self.felder.beginnt(einzige.text) or _LEITZIEL.match(einzige.text) is not None

    def _steht_vor_dem_titel(self, zeile: Zeile, zelle: Zelle) -> bool:
        """Say whether the one text of a row stands where lists put their headings; the column of a group is none."""
        titel = self.kopf.spalte("titel")
        nummer = next(nummer for nummer, andere in zeile.zellen.items() if andere is zelle)
        feld = self._feld_von(zeile, zelle)
        return titel is not None and nummer < titel.nummer and feld not in _GRUPPEN

    def _ueberschrift(self, zelle: Zelle) -> None:
        text = zelle.text
        if zelle.problem is not None:
            self._melde(zelle.adresse, zelle.problem, Schwere.fehlt)
        elif leitziel := _LEITZIEL.match(text):
            self._leitziel = text[leitziel.end() :] or None
        elif self.felder.beginnt(text):
            self._setze_handlungsfeld(zelle, 0)
        elif _ZIEL.match(text):
            self._ziel = zielangabe(text)
        else:
            self._melde(
                zelle.adresse, f"Die Zeile hat keine Maßnahme, nur „{_gekuerzt(text)}“.", Schwere.fehlt
            )

    def _ohne_titel(self, zeile: Zeile, eigene: list[Zelle]) -> None:
        """Take what stands in a row without a title: a goal without measures, or more about the measure above."""
        if all(self._feld_von(zeile, zelle) in _GRUPPEN for zelle in eigene):
            self._gruppen(zeile)
            if not self._ziel.ist_leer:
                self.eintraege.append(self._eintrag(zeile, eigene[0].adresse, None))
            return
        if self._letzter is None:
            self._melde(eigene[0].adresse, "Die Zeile hat keine Maßnahme.", Schwere.fehlt)
            return
        for spalte in self.kopf.spalten:
            zelle = zeile.zellen.get(spalte.nummer)
            if zelle is not None and not zelle.ist_gefuellt and spalte.feld not in OHNE_INHALT:
                self._letzter.merke(spalte.name, zelle.text)
        worte = f"Die Zeile hat keine eigene Maßnahme; ihr Inhalt steht in der Bemerkung zu „{_gekuerzt(self._letzter.titel)}“."
        self._letzter.meldungen.append(Meldung(eigene[0].adresse, worte))

    def _feld_von(self, zeile: Zeile, zelle: Zelle) -> str | None:
        nummer = next(nummer for nummer, andere in zeile.zellen.items() if andere is zelle)
        return next((spalte.feld for spalte in self.kopf.spalten if spalte.nummer == nummer), None)

    def _massnahme(self, zeile: Zeile, titel: Zelle) -> None:
        self._gruppen(zeile)
        kurz, _, rest = titel.text.partition("\n")
        eintrag = self._eintrag(zeile, titel.adresse, kurz)
        if rest.strip():
            eintrag.werte["text"] = rest.strip()
        for spalte in self.kopf.spalten:
            if (zelle := zeile.zellen.get(spalte.nummer)) is not None:
                eintrag.meldungen += uebernimm(eintrag, spalte, zelle)
        eintrag.meldungen += pruefe_zeiten(eintrag)
        if eintrag.teile and eintrag.ziel.nummer is None and self._handlungsfeld is None:
            eintrag.handlungsfeld = self.felder.finde(f"HF{eintrag.teile[0][0]}")
        self._letzter = eintrag
        if not self._ist_feld_unbekannt:
            self.eintraege.append(eintrag)
        elif self._beanstandet != zeile.nummer:
            self._melde(titel.adresse, "Das Handlungsfeld der Maßnahme ist nicht bekannt.", Schwere.fehlt)

    def _eintrag(self, zeile: Zeile, ort: str, titel: str | None) -> Eintrag:
        return Eintrag(zeile.nummer, ort, titel, self._ziel, self._handlungsfeld, self._leitziel)

    def _gruppen(self, zeile: Zeile) -> None:
        """Take Handlungsfeld, Leitziel and goal from their columns; an empty cell means those of the row above."""
        for feld, zelle in self._gruppenzellen(zeile):
            if zelle.problem is not None:
                self._melde(zelle.adresse, zelle.problem)
            elif feld == "handlungsfeld" and not ist_nur_ziel(zelle.text):
                self._setze_handlungsfeld(zelle, zeile.nummer)
            elif feld == "leitziel":
                self._leitziel = " ".join(zelle.text.split())
            else:
                self._ziel = zielangabe(als_ziel(zelle))

    def _gruppenzellen(self, zeile: Zeile) -> Iterator[tuple[str, Zelle]]:
        for feld in ("handlungsfeld", "leitziel", "ziel"):
            spalte = self.kopf.spalte(feld)
            if spalte is not None and spalte.nummer in zeile.zellen:
                yield feld, zeile.zellen[spalte.nummer]

    def _setze_handlungsfeld(self, zelle: Zelle, zeile: int) -> None:
        kennung = self.felder.finde(" ".join(zelle.text.split()))
        if kennung is None and not zelle.ist_gefuellt:
            self._beanstandet = zeile
            self._melde(
                zelle.adresse,
                f"„{_gekuerzt(zelle.text)}“ ist kein Handlungsfeld dieser Akte{self._welche()}, oder Nummer und Name passen nicht zusammen.",
                Schwere.fehlt,
            )
        if kennung != self._handlungsfeld:
            self._ziel, self._leitziel = self._vorgabe, None
        self._handlungsfeld, self._ist_feld_unbekannt = kennung, kennung is None

    def _welche(self) -> str:
        """Return the names of all Handlungsfelder for the first message that needs them."""
        worte = "" if self._ist_aufgezaehlt else f" ({self.felder.in_worten()})"
        self._ist_aufgezaehlt = True
        return worte

    def _melde(self, ort: str, text: str, schwere: Schwere = Schwere.hinweis) -> None:
        self.meldungen.append(Meldung(ort, text, schwere))


def _gekuerzt(text: str | None) -> str:
    flach = " ".join((text or "").split())
    return flach if len(flach) <= 50 else f"{flach[:49]}…"
