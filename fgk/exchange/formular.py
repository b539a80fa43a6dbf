"""What goes into one form: whose it is, which report it asks for, by when, and its rows."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from fgk.akte import Akte, Record
from fgk.errors import FgkError
from fgk.exchange.zeilen import Zeile, kopf, zeilen
from fgk.models.jahresbericht import Jahresbericht
from fgk.stand.stellen import Stelle, heutige, nach_stellen, stellen

_LAENGSTER_NAME = 60
_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class Formular(NamedTuple):
    """One workbook: ``jahr`` as in the name of the report, ``bis`` the day by which it shall be back."""

    akte: str
    ort: str
    bericht: str
    jahr: str
    stelle: Stelle
    zeilen: list[Zeile]
    bis: date | None
    postfach: str | None
    ist_muster: bool


def formulare(
    akte: Akte,
    record: Record[Jahresbericht],
    stichtag: date,
    nur: Iterable[str] = (),
    bis: date | None = None,
) -> dict[str, Formular]:
    """Return the forms for a report by their file names; with ``nur`` those of these departments alone.

    Raises ``FgkError`` for a department that is unknown or answers for no measure.
    """
    audit = kopf(akte)
    alle = zeilen(akte, record)
    gruppen = nach_stellen(akte, alle, stichtag)
    jahr = record.modell.kennung.removeprefix("J-")
    postfach = next(
        (rolle.postfach for rolle in audit.rollen.projektleitung if not rolle.bis and rolle.postfach), None
    )
    gewaehlt = _gewaehlt(akte, gruppen, [*nur], stichtag)
    namen = _namen([stelle for stelle, _ in gruppen], jahr)
    return {
        namen[stelle]: Formular(
            audit.kennung,
            audit.ort.anzeigename,
            record.modell.kennung,
            jahr,
            stelle,
            [alle[kennung] for kennung in kennungen],
            bis,
            postfach,
            audit.musterdaten or record.modell.musterdaten,
        )
        for stelle, kennungen in gewaehlt
    }


def _gewaehlt(
    akte: Akte, gruppen: list[tuple[Stelle, list[str]]], nur: list[str], stichtag: date
) -> list[tuple[Stelle, list[str]]]:
    if not nur:
        return gruppen
    gesucht = {_heute(akte, kennung.strip(), stichtag) for kennung in nur}
    vorhanden = {stelle.kennung for stelle, _ in gruppen}
    fehlend = sorted(gesucht - vorhanden)
    if fehlend:
        raise FgkError(
            f"Für {', '.join(fehlend)} enthält der Jahresbericht keine Maßnahme.",
            f"Federführend sind: {', '.join(sorted(vorhanden - {''}))}.",
        )
    return [(stelle, kennungen) for stelle, kennungen in gruppen if stelle.kennung in gesucht]


def _heute(akte: Akte, kennung: str, stichtag: date) -> str:
    """Return who is in charge today for a department that may have been dissolved."""
    alle = stellen(akte)
    if kennung not in alle:
        raise FgkError(
            f"Eine Organisationseinheit „{kennung}“ gibt es in dieser Akte nicht.",
            "Die Kennungen stehen in organisationseinheiten.yaml.",
        )
    return heutige(alle[kennung], alle, stichtag).kennung


def _namen(alle: Iterable[Stelle], jahr: str) -> Mapping[Stelle, str]:
    """Return a file name for each; where two would share one, the Kennung tells them apart."""
    kurz = {stelle: dateiname(stelle.name) or dateiname(stelle.kennung) for stelle in alle}
    doppelt = {name for name in kurz.values() if list(kurz.values()).count(name) > 1}
    return {
        stelle: f"formular-{jahr}-{name}{f'-{dateiname(stelle.kennung)}' if name in doppelt else ''}.xlsx"
        for stelle, name in kurz.items()
    }


def dateiname(text: str) -> str:
    """Return a text as part of a file name that every system takes: small letters, digits and hyphens."""
    ascii_text = unicodedata.normalize("NFKD", text.casefold().translate(_UMLAUTE))
    return (
        re.sub("[^a-z0-9]+", "-", ascii_text.encode("ascii", "ignore").decode())
        .strip("-")[:_LAENGSTER_NAME]
        .strip("-")
    )
