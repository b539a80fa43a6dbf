"""The goals of a list: those the Akte has, those it gets, and the Kennung of each."""

from collections.abc import Iterable
from typing import Any

from fgk.akte import Akte
from fgk.exchange.liste.eintrag import Eintrag, Meldung, Schwere, gleicher_text
from fgk.models.arten import art_von
from fgk.models.ziel import Ziel

#: the rule for placeholders finds it until somebody has written the goal
PLATZHALTER = "[Ziel ergänzen]"


def belegte_kennungen(akte: Akte) -> frozenset[str]:
    """Return the Kennungen that nothing new may have: all in the Akte, and all that the name of a file promises."""
    versprochen = (
        art.kennung_aus_pfad(path) for path in akte.source.paths() if (art := art_von(path)) is not None
    )
    return frozenset(akte.kennungen).union(kennung for kennung in versprochen if kennung)


class Ziele:
    """Finds the goal of every row; ``neue`` are plain data by Kennung."""

    def __init__(self, akte: Akte, belegt: frozenset[str], meldungen: list[Meldung]) -> None:
        self.neue: dict[str, dict[str, Any]] = {}
        self._belegt = belegt
        self._meldungen = meldungen
        self._vorhandene = {record.modell.kennung: record.modell for record in akte.alle(Ziel)}
        self._nach_titel = {
            (ziel.handlungsfeld, gleicher_text(ziel.titel)): kennung
            for kennung, ziel in self._vorhandene.items()
        }
        self._gewuenscht: set[str] = set()
        self._gesagt: set[tuple[str, str]] = set()

    def reserviere(self, eintraege: Iterable[Eintrag]) -> None:
        """Keep the numbers that the list itself gives to goals from those that have none."""
        for eintrag in eintraege:
            if eintrag.ziel.nummer:
                self._gewuenscht.add(f"Z-{eintrag.ziel.nummer}")
            elif eintrag.teile:
                self._gewuenscht.add(f"Z-{eintrag.teile[0]}")

    def kennung_fuer(self, eintrag: Eintrag) -> str | None:
        """Return the Kennung of a row's goal, which is made where it is missing; ``None`` where it cannot be."""
        nummer = eintrag.ziel.nummer
        if nummer is not None:
            return self._mit_nummer(eintrag, f"Z-{nummer}")
        if eintrag.handlungsfeld is None:
            self._melde(
                eintrag.ort,
                "Zu welchem Handlungsfeld die Maßnahme gehört, steht nirgends. Ergänzen Sie eine Spalte oder die Vorgabe "
                "„handlungsfeld“ in der Zuordnung.",
                Schwere.fehlt,
            )
            return None
        if eintrag.ziel.titel is None:
            return self._ohne_ziel(eintrag, eintrag.handlungsfeld)
        schluessel = (eintrag.handlungsfeld, gleicher_text(eintrag.ziel.titel))
        if schluessel not in self._nach_titel:
            kennung = self._aus_massnahme(eintrag) or self._naechste(eintrag.handlungsfeld)
            self._lege_an(eintrag, kennung, eintrag.handlungsfeld, eintrag.ziel.titel)
        return self._nach_titel[schluessel]

    def _mit_nummer(self, eintrag: Eintrag, kennung: str) -> str | None:
        feld = f"HF{kennung[2]}"
        if eintrag.handlungsfeld not in {None, feld}:
            self._melde(
                eintrag.ort,
                f"Das Ziel {kennung} gehört zu {feld}, die Zeile aber zu {eintrag.handlungsfeld}.",
                Schwere.fehlt,
            )
            return None
        titel = eintrag.ziel.titel
        if kennung in self._vorhandene or kennung in self.neue:
            self._vergleiche(eintrag, kennung, titel)
        elif kennung in self._belegt:
            self._melde(
                eintrag.ort,
                f"{kennung} in der Akte lässt sich nicht lesen; beheben Sie das zuerst.",
                Schwere.fehlt,
            )
            return None
        else:
            self._lege_an(eintrag, kennung, feld, titel or PLATZHALTER)
        return kennung

    def _vergleiche(self, eintrag: Eintrag, kennung: str, titel: str | None) -> None:
        """Say where the list calls a goal otherwise, and keep its words; the first title of a new goal counts."""
        neu = self.neue.get(kennung)
        bisher = self._vorhandene[kennung].titel if neu is None else neu["titel"]
        if titel is None or gleicher_text(titel) == gleicher_text(bisher):
            return
        if neu is not None and bisher == PLATZHALTER:
            neu["titel"] = titel
            return
        eintrag.merke("Ziel", titel)
        self._einmal(
            eintrag,
            kennung,
            titel,
            f"{kennung} heißt „{bisher}“, hier aber „{titel}“; das steht in der Bemerkung.",
        )

    def _ohne_ziel(self, eintrag: Eintrag, feld: str) -> str | None:
        if eintrag.teile and eintrag.teile[0].startswith(feld[2:]):
            return self._mit_nummer(eintrag, f"Z-{eintrag.teile[0]}")
        schluessel = (feld, gleicher_text(PLATZHALTER))
        if schluessel not in self._nach_titel:
            kennung = self._naechste(feld)
            self._lege_an(eintrag, kennung, feld, PLATZHALTER)
        return self._nach_titel[schluessel]

    def _aus_massnahme(self, eintrag: Eintrag) -> str | None:
        """Return the goal that a measure's number (3.1.2) names, if it is still free."""
        if not eintrag.teile or f"HF{eintrag.teile[0][0]}" != eintrag.handlungsfeld:
            return None
        kennung = f"Z-{eintrag.teile[0]}"
        return None if kennung in self.neue or kennung in self._belegt else kennung

    def _naechste(self, feld: str) -> str:
        zahl = 1
        while (kennung := f"Z-{feld[2:]}.{zahl}") and (
            kennung in self._belegt or kennung in self.neue or kennung in self._gewuenscht
        ):
            zahl += 1
        return kennung

    def _lege_an(self, eintrag: Eintrag, kennung: str, feld: str, titel: str) -> None:
        leitziel = {"leitziel": eintrag.leitziel} if eintrag.leitziel else {}
        self.neue[kennung] = {"kennung": kennung, "handlungsfeld": feld, "titel": titel} | leitziel
        self._nach_titel.setdefault((feld, gleicher_text(titel)), kennung)
        if titel == PLATZHALTER:
            self._melde(
                eintrag.ort, f"Die Liste nennt kein Ziel; {kennung} entsteht als Platzhalter „{PLATZHALTER}“."
            )

    def ergaenze(self, eintrag: Eintrag, kennung: str) -> None:
        """Put what a row says about its goal into it; where the goal is there already, into the measure's remark."""
        neu = self.neue.get(kennung)
        if neu is None:
            eintrag.merke("Leitziel", eintrag.leitziel or "")
            for text in eintrag.messkriterien:
                eintrag.merke("Messkriterium", text)
            return
        if eintrag.leitziel and neu.setdefault("leitziel", eintrag.leitziel) != eintrag.leitziel:
            eintrag.merke("Leitziel", eintrag.leitziel)
        for text in eintrag.messkriterien:
            kriterien = neu.setdefault("messkriterien", [])
            if {"bezeichnung": text} not in kriterien:
                kriterien.append({"bezeichnung": text})

    def _einmal(self, eintrag: Eintrag, kennung: str, titel: str, text: str) -> None:
        if (kennung, titel) not in self._gesagt:
            self._gesagt.add((kennung, titel))
            eintrag.meldungen.append(Meldung(eintrag.ort, text))

    def _melde(self, ort: str, text: str, schwere: Schwere = Schwere.hinweis) -> None:
        self._meldungen.append(Meldung(ort, text, schwere))
