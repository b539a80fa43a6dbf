"""What both sides of an exchange want differently, in the words of the field."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from fgk.comparing.felder import aenderungen, stelle_in_worten
from fgk.comparing.namen import Namen, Seiten
from fgk.comparing.worte import gekuerzt, sauber
from fgk.editing.model import Conflict
from fgk.models.arten import art_von
from fgk.plaindata import Pfad, normal
from fgk.reading.reader import read_yaml
from fgk.sharing.taking import Plan
from fgk.sharing.versions import Outcome, Version
from fgk.vergleich import KEIN_WERT, Aenderung


class Konflikt(NamedTuple):
    """A place that somebody has to decide on; without a ``feld`` it is a whole file."""

    wo: str
    feld: str
    hier: str
    paket: str
    vorher: str | None


def konflikte(plan: Plan) -> list[Konflikt]:
    """Return all of them, in the order of the files."""
    sprecher = _Sprecher(plan)
    doppelt = {one.art.pfad_zu(one.kennung) for one in plan.doppelt}  # two records, and no fields of one
    return [
        konflikt
        for path, outcome in plan.conflicts.items()
        if path not in doppelt
        for konflikt in sprecher.von(path, outcome)
    ]


class _Sprecher:
    """Knows the names of both sides."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        hier, dort = plan.akte(plan.ours, "hier"), plan.akte(plan.theirs, "Paket")
        self._seiten = Seiten(Namen(hier), Namen(dort))

    def von(self, path: str, outcome: Outcome) -> Iterator[Konflikt]:
        base = self._plan.base.files.get(path) if self._plan.base else None
        ours, theirs = self._plan.ours.get(path), self._plan.theirs.get(path)
        wo = self._wo(path)
        if not outcome.conflicts:
            yield Konflikt(wo, "", _zustand(base, ours), _zustand(base, theirs), None)
            return
        daten = [_daten(version) for version in (base, ours, theirs)]
        gezeigt: set[str] = set()
        for conflict in outcome.conflicts:
            for konflikt in self._felder(path, wo, conflict, daten):
                if konflikt.feld not in gezeigt:
                    gezeigt.add(konflikt.feld)
                    yield konflikt

    def _wo(self, path: str) -> str:
        art = art_von(path)
        kennung = art.kennung_aus_pfad(path) if art else None
        if art is None or kennung is None:
            return path
        titel = self._seiten.vorher.titel(kennung) or self._seiten.nachher.titel(kennung)
        return " ".join(filter(None, [sauber(kennung), sauber(titel)]))

    def _felder(self, path: str, wo: str, conflict: Conflict, daten: list[Any]) -> Iterator[Konflikt]:
        art = art_von(path)
        if art is None or not all(_ist_gueltig(art.modell, d) for d in daten[1:]):
            feld = " › ".join(conflict.path)
            yield Konflikt(wo, feld, _roh(conflict.ours), _roh(conflict.theirs), _roh(conflict.base))
            return
        gefunden = [
            a
            for a in aenderungen(art.modell, normal(daten[1]), normal(daten[2]), self._seiten)
            if _trifft(a, conflict.path)
        ]
        davor = aenderungen(art.modell, normal(daten[0]), normal(daten[1]), self._seiten) if daten[0] else ()
        for a in gefunden:
            vorher = next((d.vorher or KEIN_WERT for d in davor if d.pfad == a.pfad), None)
            hier, paket = a.vorher or KEIN_WERT, a.nachher or KEIN_WERT
            if a.vorher is None and a.nachher is None:
                hier, paket = "", a.richtung.worte
            yield Konflikt(wo, a.feld, hier, paket, vorher)
        if not gefunden:
            feld = stelle_in_worten(art.modell, conflict.path, self._seiten.vorher)
            yield Konflikt(wo, feld, _roh(conflict.ours), _roh(conflict.theirs), _roh(conflict.base))


def _trifft(aenderung: Aenderung, pfad: Pfad) -> bool:
    kurz = min(len(aenderung.pfad), len(pfad))
    return aenderung.pfad[:kurz] == pfad[:kurz]


def _zustand(base: Version | None, side: Version | None) -> str:
    if side is None:
        return "gelöscht" if base else "nicht da"
    return "geändert" if base else "da"


def _daten(version: Version | None) -> Mapping[str, Any] | None:
    if version is None or version.raw is None:
        return None
    data = read_yaml(version.raw).data
    return data if isinstance(data, dict) else None


def _ist_gueltig(modell: Any, daten: Mapping[str, Any] | None) -> bool:
    try:
        modell.model_validate(daten)
    except ValidationError:
        return False
    return True


def _roh(wert: Any) -> str:
    return KEIN_WERT if wert is None else gekuerzt(sauber(str(wert)))
