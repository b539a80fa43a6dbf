"""The head of an Akte that follows another one, and the beginning of its agreement."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from fgk.akte import Akte
from fgk.models.audit import Audit
from fgk.models.datum import ist_sicher_vor
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.scaffolding.staende import massnahmenstaende
from fgk.scaffolding.uebernahmeliste import LISTE
from fgk.schreibweise import datum

#: of the head what goes on as it was; the rest belongs to the audit before
_KOPF = (
    "ort",
    "verfahren",
    "katalog",
    "ablauf",
    "traeger",
    "querschnittsthemen",
    "handlungsfelder",
    "ausgangslage",
    "strategien",
    "musterdaten",
)
_VEREINBARUNG = ("familienbegriff", "entwicklungsziele", "unterschriften", "musterdaten")


def audit_werte(alt: Akte, stichtag: date) -> dict[str, Any]:
    """Return what the head takes over: place, Verfahren, local names, strategies, and the roles that are still held."""
    record = alt.einzeln(Audit)
    if record is None:
        raise ValueError("an Akte without a head cannot be followed")
    werte: dict[str, Any] = {name: record.data[name] for name in _KOPF if name in record.data}
    werte["vorgaenger"] = record.modell.kennung
    werte["rollen"] = _rollen(record.data.get("rollen") or {}, stichtag)
    werte["mitglieder"] = list(_mitglieder(record.data, alt)) or None
    return werte


def _rollen(rollen: dict[str, Any], stichtag: date) -> dict[str, Any] | None:
    noch = {
        rolle: [b for b in besetzungen if not ist_sicher_vor(b.get("bis"), stichtag)]
        for rolle, besetzungen in rollen.items()
    }
    return {rolle: besetzungen for rolle, besetzungen in noch.items() if besetzungen} or None


def _mitglieder(data: Any, alt: Akte) -> Iterator[dict[str, Any]]:
    """Yield the members of a Kreis: workshops were those of the audit before, measures only as far as they go on."""
    weiter = {stand.massnahme.kennung for stand in massnahmenstaende(alt) if not stand.ist_beendet}
    for mitglied in data.get("mitglieder") or ():
        massnahmen = [kennung for kennung in mitglied.get("massnahmen") or () if kennung in weiter]
        yield {n: w for n, w in mitglied.items() if n in ("name", "ags", "beteiligung", "akte")} | (
            {"massnahmen": massnahmen} if massnahmen else {}
        )


def vereinbarung_werte(alt: Akte, jahr: int) -> dict[str, Any] | None:
    """Return what the new agreement begins with, ``None`` where the Akte before had none."""
    record = alt.einzeln(Zielvereinbarung)
    if record is None:
        return None
    weiter = {name: record.data[name] for name in _VEREINBARUNG if name in record.data}
    return {"kennung": f"ZV-{jahr}"} | weiter


def zu_pruefen(alt: Akte) -> list[str]:
    """Return the comment lines at the top of the new head: what of it is likely to be out of date."""
    audit = alt.audit
    einwohner = audit.ort.einwohner if audit else None
    satz = f"Übernommen aus {audit.kennung if audit else ''}. Prüfen Sie Rollen, Ausgangslage und Strategien"
    stand = f"; die Einwohnerzahl ist die vom {datum(einwohner.stichtag)}" if einwohner else ""
    return [f"{satz}{stand}. Was übernommen wurde und was nicht, steht in {LISTE}."]
