"""The head of an Akte that follows another one, its agreement, and the list of what was taken over and what was not."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from fgk import resources
from fgk.akte import Akte
from fgk.models.audit import Audit
from fgk.models.datum import ist_sicher_vor
from fgk.models.stand import STATUS, ZIELSTAND
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.scaffolding.letzter_stand import Massnahmenstand, Zielstand, massnahmenstaende, zielstaende
from fgk.schreibweise import datum
from fgk.templating import environment, render

#: everything that was taken over and what was not, for people
LISTE = "UEBERNAHME.md"
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
_OFFEN = "noch nicht berichtet"
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


def liste(alt: Akte, kennung: str) -> str:
    """Return the list for people: every goal and every measure of the Akte before, with what became of it."""
    return render(
        environment([resources.folder("templates") / "akte"]),
        f"{LISTE}.j2",
        kennung=kennung,
        alt=alt.audit.kennung if alt.audit else "",
        massnahmen=[_massnahme(stand) for stand in massnahmenstaende(alt)],
        ziele=[_ziel(stand) for stand in zielstaende(alt)],
    )


def _massnahme(stand: Massnahmenstand) -> dict[str, str]:
    return {
        "kennung": stand.massnahme.kennung,
        "titel": stand.massnahme.titel,
        "stand": STATUS[stand.status] if stand.status else _OFFEN,
        "bericht": stand.bericht.kennung if stand.bericht else "–",
        "hier": "beendet, nicht übernommen" if stand.ist_beendet else "übernommen, beginnt als geplant",
    }


def _ziel(stand: Zielstand) -> dict[str, str]:
    return {
        "kennung": stand.ziel.kennung,
        "titel": stand.ziel.titel,
        "stand": ZIELSTAND[stand.eintrag.stand] if stand.eintrag else _OFFEN,
        "bericht": stand.bericht.kennung if stand.bericht else "–",
    }


def zusammenfassung(alt: Akte) -> tuple[str, str]:
    """Return in two sentences what was taken over, and what was not."""
    from fgk.output.summary import anzahl

    staende = list(massnahmenstaende(alt))
    beendet = sum(stand.ist_beendet for stand in staende)
    weiter, ziele = len(staende) - beendet, len(list(zielstaende(alt)))
    berichte = [stand.bericht.kennung.removeprefix("J-") for stand in staende if stand.bericht]
    laut = f" (zuletzt Jahresbericht {max(berichte)})" if berichte else ""
    name = alt.audit.kennung if alt.audit else ""
    teile = [
        f"{anzahl(ziele, 'Ziel', 'Ziele')} und {anzahl(weiter, 'Maßnahme', 'Maßnahmen')} mit dem letzten Stand{laut}",
        "Bestandsaufnahme und Analysen zum Aktualisieren",
        "Stellen, Rollen, Querschnittsthemen und Familienbegriff",
    ]
    nicht = "Beschlüsse, Vertrag, Beteiligungen, Jahresberichte und Zertifikat bleiben in der alten Akte."
    if beendet:
        wort = "beendete Maßnahme, sie steht" if beendet == 1 else "beendete Maßnahmen, sie stehen"
        nicht = f"{beendet} {wort} mit ihrem Stand in {LISTE}. {nicht}"
    return f"Übernommen aus {name}: {'; '.join(teile)}.", f"Nicht übernommen: {nicht}"
