"""Examples for lines that wait as comments: valid where they stand, so that uncommenting one breaks nothing."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pydantic import BaseModel

from fgk.katalog import lade_katalog
from fgk.models.werte import Verweis
from fgk.scaffolding.felder import Feld, felder, ist_datum
from fgk.scaffolding.skalare import Roh

#: what a person has to replace; left standing, a rule finds it (FGK116)
PLATZHALTER = Roh("…")
#: the models let it be missing, the rules do not
_GEHOERT_DAZU = frozenset({"wert"})
#: so few that a comment can name all of them
_WENIGE = frozenset({"handlungsfeld", "querschnittsthema"})


class Muster(NamedTuple):
    """What examples are made of: the day, and the Kennungen that a reference of each kind can name here."""

    stichtag: date
    bestand: Mapping[str, Sequence[str]] = {}

    def passt(self, feld: Feld) -> bool:
        """Say whether there is anything that could stand in the field: a Quartier has no Querschnittsthemen."""
        ziel = feld.form.ziel if isinstance(feld.form, Verweis) else feld.name
        return ziel not in self.bestand or bool(self.bestand[ziel])

    def moegliche(self, feld: Feld) -> list[str]:
        """Return the words that are allowed, where they are few."""
        if feld.worte is not None:
            return list(feld.worte.worte)
        ziel = feld.form.ziel if isinstance(feld.form, Verweis) else ""
        return list(self.bestand.get(ziel, ())) if ziel in _WENIGE else []

    def wert(self, feld: Feld) -> Any:
        """Return an example value: for a list one with one entry."""
        einzeln = self.gruppe(feld.modelle[0]) if feld.modelle else self._skalar(feld)
        if not feld.ist_liste:
            return einzeln
        return [einzeln] * _mindestens(feld)

    def gruppe(self, modell: type[BaseModel]) -> dict[str, Any]:
        """Return what a group must have, or where it must have nothing its first field."""
        alle = [feld for feld in felder(modell) if self.passt(feld)]
        noetig = [feld for feld in alle if feld.ist_pflicht or feld.name in _GEHOERT_DAZU] or alle[:1]
        werte = {feld.name: self.wert(feld) for feld in noetig}
        indikator = lade_katalog().get(werte.get("indikator", ""))
        if indikator and "einheit" in werte:
            werte["einheit"] = indikator.einheit
        return werte

    def _skalar(self, feld: Feld) -> Roh:
        if feld.literal:
            return Roh(feld.literal)
        if feld.worte is not None:
            return Roh(next(wort for wort in feld.worte.worte if wort != feld.vorgabe))
        if feld.form is not None:
            vorhanden = self.bestand.get(feld.form.ziel, ()) if isinstance(feld.form, Verweis) else ()
            return Roh(vorhanden[0] if vorhanden else feld.form.beispiel)
        if ist_datum(feld):
            return Roh(self.stichtag.isoformat())
        if bool in feld.typen:
            return Roh("false" if feld.vorgabe else "true")
        if feld.ist_text:
            genannt = next(iter(self.bestand.get(feld.name, ())), None)
            return PLATZHALTER if genannt is None else Roh(genannt)
        return Roh(self._zahl(feld))

    def _zahl(self, feld: Feld) -> str:
        if feld.ist_geld:
            return "25000"
        if feld.name == "jahr":
            return str(self.stichtag.year)
        if isinstance(feld.vorgabe, int):
            return str(feld.vorgabe)
        return "12.5" if float in feld.typen else "1" if feld.name == "nummer" else "50"


def _mindestens(feld: Feld) -> int:
    """Return how many entries a list must have, at least one."""
    return 2 if feld.name == "angaben" else 1
