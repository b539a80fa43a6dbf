"""The whole way: a list and an Akte -> what the columns become, what comes out, and the files it makes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from fgk.akte import Akte
from fgk.editing.edit import edit
from fgk.editing.emit import emit
from fgk.errors import FgkError
from fgk.exchange.liste.blatt import Blatt, platz
from fgk.exchange.liste.datei import lies_blaetter
from fgk.exchange.liste.handlungsfelder import handlungsfelder_der
from fgk.exchange.liste.kopf import Kopf, waehle_blatt
from fgk.exchange.liste.plan import Plan, Planer
from fgk.exchange.liste.zeilen import Leser
from fgk.exchange.liste.zuordnung import Zuordnung
from fgk.models.arten import art_namens
from fgk.models.felder import Route
from fgk.models.organisation import Organisationseinheiten
from fgk.writing import Change

#: such headings has a form that somebody has saved as CSV; as a workbook it is recognised before
_FORMULAR = {"kennung", "status", "bericht"}


class Eingelesen(NamedTuple):
    """A list as it was understood: its sheet, its heading, and the plan."""

    blatt: Blatt
    kopf: Kopf
    plan: Plan


def lies_liste(path: Path, akte: Akte, zuordnung: Zuordnung) -> Eingelesen:
    """Return what a list would bring into an Akte; raises ``FgkError`` for a file that is no list."""
    blatt, kopf = waehle_blatt(lies_blaetter(path), zuordnung)
    if zuordnung == Zuordnung() and {spalte.name.casefold() for spalte in kopf.spalten} >= _FORMULAR:
        raise FgkError(
            f"„{path}“ war wohl ein Formular zum Jahresbericht; aus dieser Datei lassen sich die Antworten nicht übernehmen.",
            "Bitten Sie um die Excel-Mappe selbst (.xlsx). Ist es doch eine Maßnahmenliste, sagen Sie es mit --spalte, z. B. "
            '--spalte "Bericht=text".',
        )
    leser = Leser(kopf, handlungsfelder_der(akte), dict(zuordnung.vorgaben), blatt.name)
    leser.lies(blatt)
    plan = Planer(akte).plane(leser.eintraege)
    plan.meldungen = sorted([*leser.meldungen, *plan.meldungen], key=lambda meldung: platz(meldung.ort))
    return Eingelesen(blatt, kopf, plan)


def dateien(plan: Plan, organisation: bytes | None) -> dict[str, Change]:
    """Return the files of a plan by their paths in the Akte; ``organisation`` is the file that is there now.

    Raises ``FgkError`` where that cannot be added to.
    """
    files = {
        art_namens(art).pfad_zu(kennung): Change(_yaml(data), None)
        for art, records in (("ziel", plan.ziele), ("massnahme", plan.massnahmen))
        for kennung, data in records.items()
    }
    if plan.stellen:
        pfad = art_namens("organisationseinheiten").pfad
        files[pfad] = Change(_mit_stellen(organisation, list(plan.stellen.values())), organisation)
    return files


def _yaml(data: Mapping[str, Any]) -> bytes:
    return "".join(f"{line}\n" for line in emit(data)).encode()


def _mit_stellen(raw: bytes | None, stellen: list[dict[str, Any]]) -> bytes:
    from fgk.reading.reader import read_yaml

    if raw is None:
        return _yaml({"organisationseinheiten": stellen})
    data = read_yaml(raw).data
    bisher = len(data.get("organisationseinheiten") or ()) if isinstance(data, dict) else 0
    neue: dict[Route, Any] = {
        ("organisationseinheiten", bisher + index): stelle for index, stelle in enumerate(stellen)
    }
    return edit(raw, neue, Organisationseinheiten)
