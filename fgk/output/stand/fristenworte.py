"""Deadlines in words."""

from fgk.output.stand.zeiten import am
from fgk.output.summary import anzahl
from fgk.schreibweise import datum
from fgk.stand.fristen.frist import Frist
from fgk.stand.lage import Stand


def fristzeit(frist: Frist) -> str:
    """Return by when something is due."""
    return datum(frist.faellig_am) if frist.faellig_am else "ohne Tag"


def fristwort(frist: Frist) -> str:
    """Return what is due, with what there is to say about its day."""
    return f"{frist.was.rstrip('.')}. {frist.hinweis}" if frist.hinweis else frist.was


def spaeter(stand: Stand) -> str:
    """Return how many deadlines lie further off, and the next of them."""
    offen = stand.fristen_die("offen")
    if not offen:
        return ""
    naechste = offen[0]
    return f"Später: {anzahl(len(offen), 'Frist', 'Fristen')}, die nächste {am(naechste.faellig_am)}: {naechste.was.rstrip('.')}."
