"""From the rows of a list to records: which goals and measures are new, and which Kennung each gets."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from fgk.akte import Akte
from fgk.exchange.liste.bestand import Bestand
from fgk.exchange.liste.eintrag import Eintrag, Meldung, Schwere, gleicher_text
from fgk.exchange.liste.stellen import Stellen
from fgk.exchange.liste.ziele import Ziele


@dataclass
class Plan:
    """What a list brings into an Akte: plain data of new records by Kennung, and what is to be told."""

    ziele: dict[str, dict[str, Any]] = field(default_factory=dict)
    massnahmen: dict[str, dict[str, Any]] = field(default_factory=dict)
    stellen: dict[str, dict[str, Any]] = field(default_factory=dict)
    meldungen: list[Meldung] = field(default_factory=list)


class Planer:
    """Gives every row its goal and its Kennung; what the Akte has stays as it is."""

    def __init__(self, akte: Akte) -> None:
        self.plan = Plan()
        self._bestand = Bestand(akte)
        self._ziele = Ziele(self._bestand, self.plan.meldungen)
        self._stellen = Stellen(akte)
        self._vergeben: dict[str, str] = {}
        self._gewuenscht: set[str] = set()
        self._weiter: dict[str, int] = {}
        self._titel: dict[tuple[str, str], str] = {}

    def plane(self, eintraege: Iterable[Eintrag]) -> Plan:
        """Return the plan for all rows of a list."""
        alle = list(eintraege)
        self._ziele.reserviere(alle)
        self._gewuenscht = {f"M-{eintrag.nummer_klar}" for eintrag in alle if eintrag.nummer_klar}
        for eintrag in alle:
            if eintrag.titel is None:
                self._ziele.kennung_fuer(eintrag)
            elif vorhandene := self._bestand.massnahme(eintrag):
                self._melde(
                    eintrag.ort,
                    f"„{eintrag.titel}“ ist in der Akte {vorhandene}; daran ändert sich nichts.",
                    Schwere.vorhanden,
                )
            elif ziel := self._ziele.kennung_fuer(eintrag):
                self._massnahme(eintrag, ziel, eintrag.titel)
        self.plan.ziele = {k: self._ziele.neue[k] for k in sorted(self._ziele.neue, key=_zahlen)}
        self.plan.stellen = self._stellen.neue
        return self.plan

    def _massnahme(self, eintrag: Eintrag, ziel: str, titel: str) -> None:
        kennung = self._kennung(eintrag, ziel)
        if kennung is not None:
            self._vergeben[kennung] = eintrag.ort
            self._pruefe_titel(eintrag, ziel, titel)
            self.plan.massnahmen[kennung] = self._daten(eintrag, kennung, ziel, titel)
            self.plan.meldungen += eintrag.meldungen

    def _pruefe_titel(self, eintrag: Eintrag, ziel: str, titel: str) -> None:
        erste = self._titel.setdefault((ziel, gleicher_text(titel)), eintrag.ort)
        if erste != eintrag.ort:
            self._melde(
                eintrag.ort, f"„{titel}“ steht auch in {erste}; beides wird eine Maßnahme von {ziel}."
            )

    def _kennung(self, eintrag: Eintrag, ziel: str) -> str | None:
        """Return the Kennung of a row: the number of the list where it can be kept, else the next that is free."""
        wunsch = f"M-{eintrag.nummer_klar}" if eintrag.nummer_klar else None
        if wunsch is None or not wunsch.startswith(f"M-{ziel.removeprefix('Z-')}."):
            naechste = self._naechste(ziel)
            eintrag.merke(eintrag.nummer_spalte, eintrag.nummer or "")
            if wunsch is not None:
                self._melde(
                    eintrag.nummer_ort,
                    f"Die Nummer {eintrag.nummer} passt nicht zum Ziel {ziel}; die Maßnahme wird {naechste}.",
                )
            return naechste
        if wunsch in self._bestand.belegt:
            self._melde(
                eintrag.nummer_ort,
                f"{wunsch} gibt es in der Akte schon, mit einem anderen Titel als „{eintrag.titel}“; daran ändert sich nichts.",
                Schwere.fehlt,
            )
            return None
        if wunsch in self._vergeben:
            naechste = self._naechste(ziel)
            eintrag.merke(eintrag.nummer_spalte, eintrag.nummer or "")
            self._melde(
                eintrag.nummer_ort,
                f"Die Nummer {eintrag.nummer} hat schon die Maßnahme aus {self._vergeben[wunsch]}; diese wird {naechste}.",
            )
            return naechste
        return wunsch

    def _naechste(self, ziel: str) -> str:
        zahl = self._weiter.get(ziel, 1)
        while (kennung := f"M-{ziel.removeprefix('Z-')}.{zahl}") and (
            kennung in self._bestand.belegt or kennung in self._vergeben or kennung in self._gewuenscht
        ):
            zahl += 1
        self._weiter[ziel] = zahl
        return kennung

    def _daten(self, eintrag: Eintrag, kennung: str, ziel: str, titel: str) -> dict[str, Any]:
        """Return the plain data of a measure, its keys in the order of the model."""
        werte = eintrag.werte | self._zustaendige(eintrag)
        self._ziele.ergaenze(eintrag, ziel)
        data: dict[str, Any] = {"kennung": kennung, "ziel": ziel, "titel": titel}
        data |= {key: werte[key] for key in _REIHENFOLGE if werte.get(key)}
        kosten = {key: eintrag.kosten[key] for key in _KOSTEN if key in eintrag.kosten}
        data |= {"kosten": kosten} if kosten else {}
        data |= {key: werte[key] for key in ("prioritaet", "zielgruppen") if werte.get(key)}
        bemerkung = "\n".join(f"{kopf}: {inhalt}" for kopf, inhalt in eintrag.bemerkungen)
        return data | ({"bemerkung": bemerkung} if bemerkung else {})

    def _zustaendige(self, eintrag: Eintrag) -> dict[str, Any]:
        """Return who leads and who takes part; of several that would lead the first does."""
        for ort, text in (paar for paare in eintrag.stellen.values() for paar in paare):
            if klammern := self._stellen.klammern(text):
                self._melde(ort, f"Was in Klammern steht, wird nicht übernommen: {'; '.join(klammern)}.")
        leitend, beteiligt = (
            [
                (ort, kennung)
                for ort, text in eintrag.stellen.get(feld, ())
                for kennung in self._stellen.kennungen(text)
            ]
            for feld in ("federfuehrung", "beteiligte")
        )
        if len(leitend) > 1:
            erste, *weitere = (kennung for _, kennung in leitend)
            self._melde(
                leitend[0][0],
                f"Mehrere sind zuständig: {erste} ist federführend, beteiligt: {', '.join(weitere)}.",
            )
        federfuehrung = leitend[0][1] if leitend else None
        andere = dict.fromkeys(
            kennung for _, kennung in [*leitend[1:], *beteiligt] if kennung != federfuehrung
        )
        return {"federfuehrung": federfuehrung, "beteiligte": list(andere)}

    def _melde(self, ort: str, text: str, schwere: Schwere = Schwere.hinweis) -> None:
        self.plan.meldungen.append(Meldung(ort, text, schwere))


_REIHENFOLGE = (
    "text", "federfuehrung", "beteiligte", "kooperationspartner", "beginn", "ende", "ist_fortlaufend",
)  # fmt: skip
_KOSTEN = ("einmalig", "jaehrlich", "personal", "produkt", "erlaeuterung")


def _zahlen(kennung: str) -> list[int]:
    return [int(teil) for teil in kennung.partition("-")[2].split(".")]
