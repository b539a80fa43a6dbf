"""What became of the measures of the audit before: their last status there, and where they go on here."""

from collections.abc import Iterator
from typing import NamedTuple

from fgk.akte import Akte
from fgk.documents.sicht import Sicht
from fgk.documents.wortlaut import UNBEKANNT
from fgk.loading.nachbarn import nachbar
from fgk.models.datum import ist_sicher_vor
from fgk.models.massnahme import Massnahme
from fgk.models.stand import STATUS
from fgk.stand.fortschritt import berichte, eintrag_zu


class FruehereMassnahme(NamedTuple):
    """A measure of the audit before; ``hier`` are the measures that go on with it."""

    nummer: str
    titel: str
    stand: str
    hier: tuple[Massnahme, ...]


class Rueckschau(NamedTuple):
    """All measures of the audit before, or where its Akte is not at hand, those that were taken over."""

    kennung: str
    ist_vollstaendig: bool
    massnahmen: tuple[FruehereMassnahme, ...]

    @property
    def staende(self) -> dict[str, int]:
        """How many measures had which last status, in words."""
        worte = [*STATUS.worte.values(), UNBEKANNT]
        gezaehlt = {wort: sum(m.stand == wort for m in self.massnahmen) for wort in worte}
        return {wort: anzahl for wort, anzahl in gezaehlt.items() if anzahl}

    @property
    def uebernommen(self) -> int:
        """How many go on."""
        return sum(bool(m.hier) for m in self.massnahmen)


def rueckschau(sicht: Sicht) -> Rueckschau | None:
    """Return what became of the measures before; ``None`` where there is no audit before."""
    uebernommene = [m for feld in sicht.felder for m in feld.massnahmen if m.uebernommen]
    if sicht.audit.vorgaenger is None and not uebernommene:
        return None
    frueher = nachbar(sicht.akte.source, sicht.audit.vorgaenger)
    if frueher is None:
        genannt = sicht.audit.vorgaenger or next(m.uebernommen.akte for m in uebernommene if m.uebernommen)
        return Rueckschau(genannt, False, tuple(_aus_dieser_akte(uebernommene)))
    return Rueckschau(sicht.audit.vorgaenger or "", True, tuple(_aus_beiden(sicht, frueher, uebernommene)))


def _aus_dieser_akte(uebernommene: list[Massnahme]) -> Iterator[FruehereMassnahme]:
    """Yield what the measures say of their own past; their old titles are not known here."""
    nach_kennung: dict[str, list[Massnahme]] = {}
    for massnahme in uebernommene:
        if massnahme.uebernommen:
            nach_kennung.setdefault(massnahme.uebernommen.kennung, []).append(massnahme)
    for kennung, hier in nach_kennung.items():
        yield FruehereMassnahme(kennung[2:], "", _uebernommener_stand(hier), tuple(hier))


def _uebernommener_stand(hier: list[Massnahme]) -> str:
    stand = next((m.uebernommen.status for m in hier if m.uebernommen and m.uebernommen.status), None)
    return STATUS[stand] if stand else UNBEKANNT


def _aus_beiden(sicht: Sicht, frueher: Akte, uebernommene: list[Massnahme]) -> Iterator[FruehereMassnahme]:
    bekannt = [r.modell for r in berichte(frueher) if not ist_sicher_vor(sicht.stichtag, r.modell.bis)]
    for record in frueher.alle(Massnahme):
        massnahme = record.modell
        hier = [m for m in uebernommene if m.uebernommen and m.uebernommen.kennung == massnahme.kennung]
        eintraege = [eintrag for b in bekannt if (eintrag := eintrag_zu(b, massnahme.kennung))]
        stand = STATUS[eintraege[-1].status] if eintraege else _uebernommener_stand(hier)
        yield FruehereMassnahme(massnahme.kennung[2:], massnahme.titel, stand, tuple(hier))
