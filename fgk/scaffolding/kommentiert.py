"""A record as text: its values, each with what it means, and as comments all that could be said besides.

A commented line becomes valid by taking away its first ``# ``. Titles, descriptions and words come from the models, so
there is one place to touch.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from fgk.scaffolding.felder import Feld, felder
from fgk.scaffolding.kommentarzeilen import Eintrag, als_eintrag, erklaert, umbrochen
from fgk.scaffolding.muster import PLATZHALTER, Muster
from fgk.scaffolding.skalare import paar

#: below this depth only what must be there is shown: whoever fills in so much looks the rest up
_TIEFE = 1
#: inside of a group these are rare, and would be most of its lines
_NUR_OBEN = frozenset({"quelle", "quellen", "quellenkonflikt"})
#: of these a record has one or the other, never both
_ENTWEDER_ODER = (frozenset({"ende", "ist_fortlaufend"}),)


def kommentiert(
    modell: type[BaseModel], werte: Mapping[str, Any], muster: Muster, kopf: Iterable[str] = ()
) -> str:
    """Return the text of a file that holds ``werte``; ``kopf`` are comment lines for its top, without ``#``."""
    lines = [f"# {part}" for line in kopf for part in umbrochen(line)]
    lines += _Schreiber(muster).gruppe(modell, werte, 0, 0)
    return "".join(f"{line}\n" for line in lines)


class _Schreiber:
    """Writes groups: the outer ones with everything, the inner ones with less."""

    def __init__(self, muster: Muster) -> None:
        self.muster = muster

    def gruppe(
        self,
        modell: type[BaseModel],
        werte: Mapping[str, Any],
        einzug: int,
        tiefe: int,
        *,
        ist_knapp: bool = False,
    ) -> Iterator[str]:
        """Yield the lines of a group; one that is ``ist_knapp`` without explanations, as below its first sister."""
        offen = werte.offen if isinstance(werte, Eintrag) else frozenset()
        for feld in _erstes_zuerst(felder(modell), werte):
            wert = werte.get(feld.name)
            erklaerung = "" if ist_knapp else self._erklaerung(feld)
            if wert is not None:
                body = list(self._feld(feld, wert, einzug, tiefe, ist_knapp=ist_knapp))
                yield from erklaert(erklaerung, body, einzug)
            elif self.muster.passt(feld) and (
                feld.name in offen
                or (tiefe <= _TIEFE and not ist_knapp and not _ist_entbehrlich(feld, werte, tiefe))
            ):
                body = list(self._feld(feld, self.muster.wert(feld), einzug + 2, tiefe, ist_knapp=ist_knapp))
                commented = [f"{' ' * einzug}# {line[einzug + 2 :]}" for line in body]
                yield from erklaert(erklaerung, commented, einzug)

    def _feld(self, feld: Feld, wert: Any, einzug: int, tiefe: int, *, ist_knapp: bool) -> Iterator[str]:
        rand = " " * einzug
        if isinstance(wert, (list, Mapping)) and not wert:
            yield f"{rand}{feld.name}: {'[]' if feld.ist_liste else '{}'}"
            return
        if not feld.modelle and not (feld.ist_text and isinstance(wert, list) and wert[0] is PLATZHALTER):
            yield from paar(feld.name, wert, einzug)
            return
        yield f"{rand}{feld.name}:"
        if not feld.ist_liste:
            yield from self.gruppe(feld.modell(wert), wert, einzug + 2, tiefe + 1, ist_knapp=ist_knapp)
            return
        for place, eintrag in enumerate(wert):
            if feld.modelle:
                inner = ist_knapp or place > 0
                lines = self.gruppe(feld.modell(eintrag), eintrag, einzug + 4, tiefe + 1, ist_knapp=inner)
                yield from als_eintrag(eintrag, list(lines), einzug + 2)
            else:
                yield f"{rand}  - {eintrag}"

    def _erklaerung(self, feld: Feld) -> str:
        worte = self.muster.moegliche(feld)
        return f"{feld.beschreibung} Möglich: {', '.join(worte)}." if len(worte) > 1 else feld.beschreibung


def _erstes_zuerst(alle: Sequence[Feld], werte: Mapping[str, Any]) -> list[Feld]:
    """Return fields with the first that has a value in front: an entry of a list must not begin with a comment."""
    erstes = next((feld for feld in alle if werte.get(feld.name) is not None), None)
    return sorted(alle, key=lambda feld: feld is not erstes)


def _ist_entbehrlich(feld: Feld, werte: Mapping[str, Any], tiefe: int) -> bool:
    """Say whether a field is better not shown: a value that is there forbids it, or it is rare here."""
    return (tiefe > 0 and feld.name in _NUR_OBEN) or any(
        werte.get(anderes) is not None for paar in _ENTWEDER_ODER if feld.name in paar for anderes in paar
    )
