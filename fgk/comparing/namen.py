"""What Kennungen stand for: the names that people know, as one Akte has them."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from fgk.akte import Akte
from fgk.katalog import lade_katalog
from fgk.loading.ablagen import verfahren_von
from fgk.models.organisation import Organisationseinheiten
from fgk.models.sozialraeume import Sozialraeume


class Namen:
    """The names in one Akte; what it does not know keeps its Kennung."""

    def __init__(self, akte: Akte) -> None:
        self._akte = akte

    def von(self, ziel: str, kennung: str) -> str:
        """Return the name of what ``kennung`` refers to; ``ziel`` is the kind, as ``Verweis`` has it."""
        match ziel:
            case "organisationseinheit":
                return self._stellen.get(kennung, kennung)
            case "sozialraum":
                return self._sozialraeume.get(kennung, kennung)
            case "handlungsfeld" | "querschnittsthema":
                return self._verfahren.get(kennung, kennung)
            case "indikator":
                return indikatorname(kennung)
            case _:
                titel = self.titel(kennung)
                return f"{kennung} {titel}" if titel else kennung

    def titel(self, kennung: str) -> str:
        """Return the title of a record, empty where it has none or is unknown."""
        return self._titel.get(kennung, "")

    @cached_property
    def _titel(self) -> dict[str, str]:
        records = (record for records in self._akte.records.values() for record in records)
        return {record.kennung or "": getattr(record.modell, "titel", None) or "" for record in records}

    @cached_property
    def _stellen(self) -> dict[str, str]:
        record = self._akte.einzeln(Organisationseinheiten)
        return {e.kennung: e.anzeigename for e in (record.modell.organisationseinheiten if record else ())}

    @cached_property
    def _sozialraeume(self) -> dict[str, str]:
        record = self._akte.einzeln(Sozialraeume)
        return {raum.kennung: raum.name for raum in (record.modell.sozialraeume if record else ())}

    @cached_property
    def _verfahren(self) -> dict[str, str]:
        """Return the names of Querschnittsthemen and Handlungsfelder, the latter as they are called here."""
        audit = self._akte.audit
        verfahren = verfahren_von(self._akte)
        if audit is None or verfahren is None:
            return {}
        katalog = verfahren.katalog(audit.katalog)
        felder = {f.kennung: f.bezeichnung for f in (katalog.handlungsfelder if katalog else ())}
        felder |= {f.handlungsfeld: f.bezeichnung_lokal for f in audit.handlungsfelder}
        themen = {thema.kennung: thema.bezeichnung for thema in verfahren.querschnittsthemen}
        return themen | {kennung: f"{kennung} {name}" for kennung, name in felder.items()}


class Seiten(NamedTuple):
    """The names on both sides: what was called so before may be called otherwise after."""

    vorher: Namen
    nachher: Namen


def indikatorname(kennung: str) -> str:
    """Return the name of an indicator of the catalogue."""
    indikator = lade_katalog().get(kennung)
    return indikator.bezeichnung if indikator else kennung


def aufgezaehlt(teile: Iterable[str]) -> str:
    """Return ``A, B und C``."""
    *anfang, ende = list(teile) or [""]
    return f"{', '.join(anfang)} und {ende}" if anfang else ende
