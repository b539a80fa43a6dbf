"""Who answers for a measure on a Stichtag: departments that were dissolved hand it to their successors."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from fgk.akte import Akte
from fgk.models.datum import ist_sicher_vor
from fgk.models.massnahme import Massnahme
from fgk.models.organisation import Organisationseinheit, Organisationseinheiten


def stellen(akte: Akte) -> dict[str, Organisationseinheit]:
    """Return all departments and outside bodies of an Akte by their Kennungen, in the order of the file."""
    record = akte.einzeln(Organisationseinheiten)
    return {stelle.kennung: stelle for stelle in record.modell.organisationseinheiten} if record else {}


def traeger(akte: Akte) -> list[str]:
    """Return who leads an audit together, by full names; a Kennung while nobody knows it."""
    bekannt = stellen(akte)
    return [bekannt[k].name if k in bekannt else k for k in (akte.audit.traeger if akte.audit else ())]


def ist_abgeloest(stelle: Organisationseinheit, stichtag: date) -> bool:
    """Say whether another one has taken over by a day."""
    return stelle.nachfolger is not None and (stelle.bis is None or ist_sicher_vor(stelle.bis, stichtag))


def heutige(
    stelle: Organisationseinheit, alle: Mapping[str, Organisationseinheit], stichtag: date
) -> Organisationseinheit:
    """Follow the successors to the one that is in charge on a day; a circle ends where it began."""
    gesehen = {stelle.kennung}
    while ist_abgeloest(stelle, stichtag):
        naechste = alle.get(stelle.nachfolger or "")
        if naechste is None or naechste.kennung in gesehen:
            break
        gesehen.add(naechste.kennung)
        stelle = naechste
    return stelle


class Stelle(NamedTuple):
    """Who answers for measures today; ``kennung`` is empty where nobody does."""

    kennung: str
    name: str
    voller_name: str
    postfach: str | None = None


OHNE_FEDERFUEHRUNG = Stelle("", "ohne Federführung", "Maßnahmen ohne Federführung")


def nach_stellen(akte: Akte, massnahmen: Iterable[str], stichtag: date) -> list[tuple[Stelle, list[str]]]:
    """Group measures by who answers for them on a day, in the order of organisationseinheiten.yaml.

    Those for which nobody answers come last.
    """
    alle = stellen(akte)
    gruppen: dict[Stelle, list[str]] = {}
    for kennung in massnahmen:
        stelle = _federfuehrend(akte.finde(Massnahme, kennung), alle, stichtag)
        gruppen.setdefault(stelle, []).append(kennung)
    platz = {kennung: nummer for nummer, kennung in enumerate(alle)}
    return sorted(gruppen.items(), key=lambda gruppe: _platz(gruppe[0], platz))


def _federfuehrend(
    massnahme: Massnahme | None, alle: Mapping[str, Organisationseinheit], stichtag: date
) -> Stelle:
    if massnahme is None or massnahme.federfuehrung is None:
        return OHNE_FEDERFUEHRUNG
    damals = alle.get(massnahme.federfuehrung)
    if damals is None:  # a rule says that it is unknown; its measures still have a form
        return Stelle(massnahme.federfuehrung, massnahme.federfuehrung, massnahme.federfuehrung)
    heute = heutige(damals, alle, stichtag)
    return Stelle(heute.kennung, heute.anzeigename, heute.name, heute.postfach)


def _platz(stelle: Stelle, platz: Mapping[str, int]) -> tuple[bool, int, str]:
    return not stelle.kennung, platz.get(stelle.kennung, len(platz)), stelle.kennung
