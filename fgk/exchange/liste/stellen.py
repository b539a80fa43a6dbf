"""Find the Organisationseinheiten that a list names in those of the Akte, and make the ones that are missing."""

import re
from typing import Any

from fgk.akte import Akte
from fgk.exchange.liste.stellenart import EINHEIT, EXTERN, art_von, ohne_klammern, schluessel_von
from fgk.models.kennungen import FORMEN
from fgk.models.organisation import Organisationseinheiten

_LAENGSTE = 24
#: between the bodies in a cell, but not within parentheses
_TRENNER = r"(?:[;\n]|\s\+\s)(?![^(]*\))"


class Stellen:
    """The Organisationseinheiten of an Akte, and those that a list adds: ``neue`` are plain data, by Kennung."""

    def __init__(self, akte: Akte) -> None:
        record = akte.einzeln(Organisationseinheiten)
        self.vorhandene = () if record is None else record.modell.organisationseinheiten
        self.neue: dict[str, dict[str, Any]] = {}
        self._bekannt: dict[str, str] = {}
        for stelle in self.vorhandene:
            for name in (stelle.name, stelle.kurz, stelle.kennung, stelle.kennung.removeprefix("OE-")):
                if name:
                    self._bekannt.setdefault(schluessel_von(name), stelle.kennung)

    def kennungen(self, text: str) -> list[str]:
        """Return the Kennungen of the bodies that a cell names, each once; unknown ones are added to ``neue``."""
        return list(dict.fromkeys(self.finde(name) or self._lege_an(name) for name in self._namen(text)))

    def klammern(self, text: str) -> list[str]:
        """Return what a cell says in parentheses behind names that the Akte does not know like this; none of it is taken."""
        if self.finde(" ".join(text.split())):
            return []
        teile = (teil for teil in re.split(_TRENNER, text) if not self.finde(teil))
        return [klammer for teil in teile for klammer in ohne_klammern(teil)[1]]

    def finde(self, name: str) -> str | None:
        """Return the Kennung of a known body by its name, short name or number; „Amt 51“ is the one whose Kennung is OE-51."""
        schluessel = schluessel_von(name)
        return self._bekannt.get(schluessel) or self._bekannt.get(re.sub(r"\Aamt (?=\d)", "", schluessel))

    def _namen(self, text: str) -> list[str]:
        """Return the names in a cell: by lines and semicolons, by commas and slashes only where each part names a body."""
        flach = " ".join(text.split())
        if self.finde(flach):
            return [flach]
        namen = []
        for teil in re.split(_TRENNER, text):
            name = teil if self.finde(teil) else ohne_klammern(teil)[0]
            sauber = " ".join(re.sub(r"^[-–•*·\s]+", "", name).replace(" ,", ",").split()).strip(" ,.")
            namen += self._geteilt(sauber) if sauber else []
        return namen

    def _geteilt(self, text: str) -> list[str]:
        if self.finde(text):
            return [text]
        teile = [
            teil.strip()
            for teil in re.split(r",\s|\s/\s|/(?=[A-ZÄÖÜ])|\sund\s(?=[A-ZÄÖÜ])", text)
            if teil.strip()
        ]
        if len(teile) > 1 and all(self.finde(teil) or EINHEIT.search(teil) for teil in teile):
            return teile
        return [text]

    def _lege_an(self, name: str) -> str:
        kennung = self._freie_kennung(name)
        art = art_von(name)
        self.neue[kennung] = {"kennung": kennung, "name": name, "art": art} | (
            {"ist_extern": True} if art in EXTERN else {}
        )
        self._bekannt[schluessel_von(name)] = kennung
        return kennung

    def _freie_kennung(self, name: str) -> str:
        text = "-".join(re.findall(r"[a-z0-9]+", schluessel_von(name)))
        text = (
            text if len(text) <= _LAENGSTE else text[: _LAENGSTE + 1].rpartition("-")[0] or text[:_LAENGSTE]
        ) or "stelle"
        vergeben = {stelle.kennung.casefold() for stelle in self.vorhandene} | {
            k.casefold() for k in self.neue
        }
        zahl = 1
        while (kennung := f"OE-{text}" + (f"-{zahl}" if zahl > 1 else "")).casefold() in vergeben:
            zahl += 1
        return kennung if FORMEN["organisationseinheit"].passt(kennung) else f"OE-stelle-{len(self.neue) + 1}"
