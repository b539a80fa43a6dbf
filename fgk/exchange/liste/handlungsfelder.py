"""Tell which Handlungsfeld a text of a list means: by its number, or by its name in this Akte."""

import re
from collections.abc import Iterable, Mapping

from fgk.akte import Akte
from fgk.exchange.liste.felder import gefaltet
from fgk.loading.ablagen import verfahren_von

_NUMMER = re.compile(
    r"(?i)(?:handlungsfeld|themenfeld|hf)?\s*[-.:]?\s*([1-9])(?![\d.]*\d)\s*[.):–-]?(?:\s|\Z)"
)
_ROEMISCH = re.compile(r"(?i:handlungsfeld|hf)?\s*(I{1,3}|IV|VI{0,3}|IX)\s*(?:[.):–-]|\s|\Z)")
_WERTE = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_KURZ = 8


class Handlungsfelder:
    """The Handlungsfelder of an Akte: Kennung -> their names."""

    def __init__(self, namen: Mapping[str, Iterable[str]]) -> None:
        self.namen = {kennung: tuple(alle) for kennung, alle in namen.items()}
        self._gefaltet = {kennung: tuple(map(gefaltet, alle)) for kennung, alle in self.namen.items()}

    def finde(self, text: str) -> str | None:
        """Return the Kennung that a text means, ``None`` where it means none, or its number and name differ."""
        nummer, name = self._nach_nummer(text), self._nach_name(text)
        if nummer is not None and name is not None and nummer != name:
            return None
        return nummer or name

    def beginnt(self, text: str) -> bool:
        """Say whether a text on a line of its own announces a Handlungsfeld."""
        return (
            re.match(r"(?i)(?:handlungsfeld|themenfeld|hf\s?\d)", text) is not None
            or self._nach_name(text) is not None
        )

    def in_worten(self) -> str:
        """Return all of them for a message."""
        return "; ".join(f"{kennung} {alle[0]}" for kennung, alle in self.namen.items())

    def _nach_nummer(self, text: str) -> str | None:
        match = _NUMMER.match(text)
        roemisch = None if match else _ROEMISCH.match(text)
        ziffer = int(match[1]) if match else _WERTE[roemisch[1]] if roemisch else 0
        return f"HF{ziffer}" if f"HF{ziffer}" in self.namen else None

    def _nach_name(self, text: str) -> str | None:
        gesucht = gefaltet(
            re.sub(r"(?i)^(?:handlungsfeld|themenfeld|hf)?\s*[-.:]?\s*[\dIVX]*\s*[.):–-]*\s*", "", text)
        )
        for kennung, namen in self._gefaltet.items():
            for name in namen:
                if gesucht == name or (len(gesucht) >= _KURZ and (gesucht in name or name in gesucht)):
                    return kennung
        return None


def handlungsfelder_der(akte: Akte) -> Handlungsfelder:
    """Return the Handlungsfelder that the catalogue of an Akte has, with the names that the municipality uses."""
    audit = akte.audit
    verfahren = verfahren_von(akte)
    katalog = None if audit is None or verfahren is None else verfahren.katalog(audit.katalog)
    if audit is None or katalog is None:
        return Handlungsfelder({})
    lokal = {eintrag.handlungsfeld: eintrag.bezeichnung_lokal for eintrag in audit.handlungsfelder}
    return Handlungsfelder(
        {
            feld.kennung: tuple(filter(None, (feld.bezeichnung, lokal.get(feld.kennung))))
            for feld in katalog.handlungsfelder
        }
    )
