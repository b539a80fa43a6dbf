"""The list, for people, of what an Akte took over from the one before, and of what ended there."""

from fgk import resources
from fgk.akte import Akte
from fgk.models.stand import STATUS, ZIELSTAND
from fgk.scaffolding.letzter_stand import Massnahmenstand, Zielstand
from fgk.scaffolding.staende import massnahmenstaende, zielstaende
from fgk.templating import environment, render

LISTE = "UEBERNAHME.md"
_OFFEN = "noch nicht berichtet"


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
