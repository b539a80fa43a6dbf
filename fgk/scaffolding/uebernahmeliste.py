"""The list, for people, of what an Akte took over from the one before, and of what ended there."""

from collections.abc import Iterator

from fgk import resources
from fgk.akte import Akte
from fgk.models.analyse import Analyse
from fgk.models.indikatoren import Indikatoren
from fgk.models.organisation import Organisationseinheiten
from fgk.models.stand import STATUS, ZIELSTAND
from fgk.models.zielvereinbarung import Zielvereinbarung
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
    beendet = sum(stand.ist_beendet for stand in massnahmenstaende(alt))
    name = alt.audit.kennung if alt.audit else ""
    nicht = "Beschlüsse, Vertrag, Beteiligungen, Jahresberichte und Zertifikat bleiben in der alten Akte."
    if beendet:
        wort = "beendete Maßnahme, sie steht" if beendet == 1 else "beendete Maßnahmen, sie stehen"
        nicht = f"{beendet} {wort} mit ihrem Stand in {LISTE}. {nicht}"
    return f"Übernommen aus {name}: {'; '.join(_teile(alt))}.", f"Nicht übernommen: {nicht}"


def _teile(alt: Akte) -> Iterator[str]:
    """Yield what was taken over, of that what there was."""
    from fgk.output.summary import anzahl

    staende = list(massnahmenstaende(alt))
    ziele, weiter = len(list(zielstaende(alt))), sum(not stand.ist_beendet for stand in staende)
    berichte = [stand.bericht.kennung.removeprefix("J-") for stand in staende if stand.bericht]
    if ziele or weiter:
        laut = f" (zuletzt Jahresbericht {max(berichte)})" if berichte else ""
        yield f"{anzahl(ziele, 'Ziel', 'Ziele')} und {anzahl(weiter, 'Maßnahme', 'Maßnahmen')} mit dem letzten Stand{laut}"
    if alt.einzeln(Indikatoren) or any(alt.alle(Analyse)):
        yield "Bestandsaufnahme und Analysen zum Aktualisieren"
    vereinbarung = alt.einzeln(Zielvereinbarung)
    if vereinbarung and vereinbarung.modell.familienbegriff:
        yield "Familienbegriff"
    stellen = ", Stellen" if alt.alle(Organisationseinheiten) else ""
    yield f"Ort, Rollen{stellen}, Querschnittsthemen und Strategien"
