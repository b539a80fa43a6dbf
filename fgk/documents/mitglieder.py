"""The member municipalities of a Kreis, as documents show them: by name, in the order of audit.yaml."""

from collections.abc import Iterable
from typing import NamedTuple

from fgk.akte import natuerlich
from fgk.documents.sicht import Sicht
from fgk.models.audit import Mitglied
from fgk.models.beteiligung import Beteiligung
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme


class Mitgliedszeile(NamedTuple):
    """A member with its part in the Kreis's audit: by workshops and surveys, and by measures."""

    mitglied: Mitglied
    veranstaltungen: tuple[Beteiligung, ...]
    massnahmen: tuple[Massnahme, ...]
    unbekannt: tuple[str, ...]
    """The Kennungen it names that there is nothing for."""


def mitgliedszeilen(sicht: Sicht) -> list[Mitgliedszeile]:
    """Return the members in the order in which they are listed; nothing is weighed against another."""
    beteiligungen = {r.modell.kennung: r.modell for r in sicht.akte.alle(Beteiligung)}
    massnahmen = {m.kennung: m for feld in sicht.felder for m in feld.massnahmen}
    return [_zeile(mitglied, beteiligungen, massnahmen) for mitglied in sicht.audit.mitglieder]


def _zeile(
    mitglied: Mitglied, beteiligungen: dict[str, Beteiligung], massnahmen: dict[str, Massnahme]
) -> Mitgliedszeile:
    genannt = sorted(mitglied.massnahmen, key=natuerlich)
    return Mitgliedszeile(
        mitglied,
        tuple(beteiligungen[k] for k in mitglied.beteiligungen if k in beteiligungen),
        tuple(massnahmen[k] for k in genannt if k in massnahmen),
        tuple(k for k in (*mitglied.beteiligungen, *genannt) if k not in beteiligungen | massnahmen),
    )


class Beitrag(NamedTuple):
    """What a municipality contributed in the period of a report."""

    name: str
    text: str


def beitraege(sicht: Sicht, bericht: Jahresbericht) -> list[Beitrag]:
    """Return the contributions in the order of the members; those of others come last, under their AGS."""
    texte = {eintrag.ags: eintrag.text for eintrag in bericht.mitglieder}
    namen = {mitglied.ags: mitglied.name for mitglied in sicht.audit.mitglieder}
    folge: Iterable[str] = dict.fromkeys((*namen, *texte))
    return [Beitrag(namen.get(ags, f"Gemeinde {ags}"), texte[ags]) for ags in folge if ags in texte]
