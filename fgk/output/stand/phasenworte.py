"""Phases, their steps and what their gates ask for, in words."""

from datetime import date

from fgk.output.stand.zeiten import monate, spanne, zeit
from fgk.output.summary import anzahl
from fgk.schreibweise import datum
from fgk.stand.phasen import ist_umsetzung
from fgk.stand.phasenstand import PHASENSTAND, Phasenstand
from fgk.stand.schrittstand import Schrittstand
from fgk.stand.tore import Erfuellung
from fgk.stand.zeitpunkt import Monate


def phasensatz(phase: Phasenstand, stichtag: date) -> str:
    """Return how a phase stands, when it was, and how long it took."""
    teile = (PHASENSTAND[phase.zustand], phasenzeit(phase, stichtag), laenge(phase))
    return ", ".join(filter(None, teile))


def phasenzeit(phase: Phasenstand, stichtag: date) -> str:
    """Return from when to when a phase lasted; a beginning that is not known exactly is left out beside the end."""
    beginn, ende = phase.beginn, phase.ende
    if ende is not None:
        ist_spanne = beginn is not None and beginn.ist_genau and ende.ist_genau and beginn != ende
        return f"{zeit(beginn)} bis {zeit(ende)}" if beginn and ist_spanne else f"beendet {zeit(ende)}"
    if beginn is None:
        return ""
    wort = "ab" if beginn.von > stichtag else "seit" if beginn.ist_genau else "begonnen"
    return f"{wort} {zeit(beginn)}"


def laenge(phase: Phasenstand) -> str:
    """Return how long a phase took beside how long it usually takes, and whether that differs."""
    if phase.monate is None or phase.ueblich is None:
        return ""
    ueblich = spanne(Monate(phase.ueblich.monate_von, phase.ueblich.monate_bis))
    ob = ", länger als üblich" if phase.ist_lang else ", kürzer als üblich" if phase.ist_kurz else ""
    # reports come after its end, so that it is not the time between the two days
    was = "Laufzeit " if ist_umsetzung(phase.phase) else ""
    return f"{was}{monate(phase.monate)} (üblich: {ueblich}){ob}"


def schrittzeit(schritt: Schrittstand) -> str:
    """Return when a step took place or is planned, and how that differs from the plan."""
    if schritt.datum is None:
        return f"geplant: {datum(schritt.geplant_am)}" if schritt.geplant_am else "kein Tag eingetragen"
    if schritt.geplant_am is None or schritt.geplant_am == schritt.datum:
        return datum(schritt.datum)
    tage = schritt.verspaetung
    um = f", {anzahl(abs(tage), 'Tag', 'Tage')} {'später' if tage > 0 else 'früher'}" if tage else ""
    return f"{datum(schritt.datum)} (geplant: {datum(schritt.geplant_am)}{um})"


def stelle(erfuellung: Erfuellung) -> str:
    """Return the file and key where something has to be put."""
    wo = datei(erfuellung.datei)
    return f"{wo}: {erfuellung.schluessel}" if erfuellung.schluessel else wo


def datei(pfad: str) -> str:
    """Return the path of a file, or that it is a folder."""
    return pfad if pfad.endswith(".yaml") else f"Ordner {pfad}"
