"""What the form shows of the measures in a report: one row a measure, with what was agreed and where it stood last."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from fgk.akte import Akte, Record
from fgk.errors import FgkError
from fgk.exchange.lesart import Zellwert, als_zellwert, gekuerzt
from fgk.exchange.spalten import ANTWORTEN
from fgk.models.audit import Audit
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht
from fgk.models.massnahme import Massnahme
from fgk.models.stand import STATUS
from fgk.schreibweise import datum
from fgk.stand.fortschritt import berichte, eintrag_zu
from fgk.zeichen import saeubere


class Zeile(NamedTuple):
    """One row: its place in the report, its entry as it stands in the file, and what its cells show."""

    kennung: str
    nummer: int
    eintrag: Mapping[str, Any]
    zellen: Mapping[str, Zellwert]


def kopf(akte: Akte) -> Audit:
    """Return the head of an Akte; raises ``FgkError`` where it is faulty."""
    if akte.audit is None:
        raise FgkError(
            "Die Datei audit.yaml der Akte hat Fehler.", "„fgk validate“ zeigt sie; beheben Sie sie zuerst."
        )
    return akte.audit


def bericht_des_jahres(akte: Akte, jahr: str) -> Record[Jahresbericht]:
    """Return the annual report of a year, written 2020, J-2020 or 2020-2021, or the one that covers it.

    Raises ``FgkError``.
    """
    kennung = f"J-{jahr.strip().removeprefix('J-')}"
    vorhanden = {record.kennung: record for record in berichte(akte)}
    if kennung in vorhanden:
        return vorhanden[kennung]
    path = f"jahresberichte/{kennung.removeprefix('J-')}.yaml"
    if path in akte.fehlerhaft:
        raise FgkError(
            f"Der Jahresbericht „{akte.shown_path(path)}“ hat Fehler.",
            "„fgk validate“ zeigt sie; beheben Sie sie, und wiederholen Sie den Befehl.",
        )
    umfassende = [record for name, record in vorhanden.items() if name and _umfasst(name, jahr.strip())]
    if len(umfassende) == 1:
        return umfassende[0]
    raise FgkError(
        f"Einen Jahresbericht {kennung} gibt es in dieser Akte nicht.",
        f"Legen Sie ihn mit „fgk new jahresbericht {kennung.removeprefix('J-')}“ an, oder prüfen Sie das Jahr.",
    )


def _umfasst(kennung: str, jahr: str) -> bool:
    """Say whether a report over several years, such as J-2024-2025, is about this one."""
    erstes, _, letztes = kennung.removeprefix("J-").partition("-")
    return bool(letztes) and len(jahr) == len(erstes) and erstes <= jahr <= letztes


def zeilen(akte: Akte, record: Record[Jahresbericht]) -> dict[str, Zeile]:
    """Return the rows of a report by the Kennung of their measure, in the order of the report."""
    frueher = [r.modell for r in berichte(akte) if r.modell.von < record.modell.von]
    found: dict[str, Zeile] = {}
    for nummer, eintrag in enumerate(record.data["massnahmen"]):
        kennung = eintrag["massnahme"]
        massnahme = akte.finde(Massnahme, kennung)
        antworten = {spalte.key: als_zellwert(spalte.key, eintrag.get(spalte.key)) for spalte in ANTWORTEN}
        gezeigt = _gezeigt(massnahme, _letzter(frueher, kennung))
        found.setdefault(
            kennung, Zeile(kennung, nummer, eintrag, {"massnahme": kennung, **gezeigt, **antworten})
        )
    return found


def _letzter(frueher: Iterable[Jahresbericht], kennung: str) -> tuple[str, Massnahmenbericht] | None:
    """Return the last word of the reports before, and the years of the one it stands in."""
    for bericht in reversed([*frueher]):
        eintrag = eintrag_zu(bericht, kennung)
        if eintrag is not None:
            return bericht.kennung.removeprefix("J-"), eintrag
    return None


def _gezeigt(
    massnahme: Massnahme | None, letzter: tuple[str, Massnahmenbericht] | None
) -> dict[str, Zellwert]:
    if massnahme is None:
        return {"titel": "(nicht in der Akte)", "vereinbart": None, "frist": None, "vorjahr": _stand(letzter)}
    return {
        "titel": saeubere(massnahme.titel),
        "vereinbart": gekuerzt(saeubere(massnahme.text or "")).strip() or None,
        "frist": _frist(massnahme, letzter[1] if letzter else None),
        "vorjahr": _stand(letzter),
    }


def _frist(massnahme: Massnahme, eintrag: Massnahmenbericht | None) -> str | None:
    vereinbart = "fortlaufend" if massnahme.ist_fortlaufend else datum(massnahme.ende)
    if eintrag is None or eintrag.neue_frist is None:
        return vereinbart or None
    return f"{datum(eintrag.neue_frist)}\n(vereinbart: {vereinbart or 'offen'})"


def _stand(letzter: tuple[str, Massnahmenbericht] | None) -> str:
    if letzter is None:
        return "noch kein Bericht"
    jahr, eintrag = letzter
    prozent = "" if eintrag.fortschritt is None else f", {eintrag.fortschritt}\u00a0%"
    return f"{jahr}: {STATUS[eintrag.status]}{prozent}"
