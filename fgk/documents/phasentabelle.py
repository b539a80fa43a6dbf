"""The phases of a Verfahren as documents show them: what happens, and how long it usually takes."""

from typing import NamedTuple

from fgk.documents.sicht import Sicht
from fgk.models.verfahren import Dauer


class Phasenzeile(NamedTuple):
    """A phase of the stage of the Akte; ``dauer`` is empty where no length is published."""

    bezeichnung: str
    beschreibung: str
    dauer: str


def phasenzeilen(sicht: Sicht, stufe: str | None = None) -> list[Phasenzeile]:
    """Return the phases of a stage (default: of the Akte) in their order, with the lengths that the Akte has chosen."""
    ablauf = sicht.verfahren.ablauf(sicht.audit.ablauf)
    dauern = {dauer.phase: dauer for dauer in (ablauf.dauern if ablauf else ())}
    phasen = sicht.verfahren.phasen_in(stufe or sicht.audit.stufe)
    return [Phasenzeile(p.bezeichnung, p.beschreibung, in_monaten(dauern.get(p.kennung))) for p in phasen]


def in_monaten(dauer: Dauer | None) -> str:
    """Return a usual length in words: „4 bis 6 Monate“, „bis zu 3 Monate“."""
    if dauer is None:
        return ""
    monate = "Monat" if dauer.monate_bis == 1 else "Monate"
    if dauer.monate_von == dauer.monate_bis:
        return f"{dauer.monate_bis} {monate}"
    if dauer.monate_von == 0:
        return f"bis zu {dauer.monate_bis} {monate}"
    return f"{dauer.monate_von} bis {dauer.monate_bis} {monate}"
