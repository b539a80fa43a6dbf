"""Which audit it is, and where it and those of members stand, in a few words."""

from fgk.models.audit import STUFE
from fgk.output.stand.zertifikatsworte import zertifikatssatz
from fgk.schreibweise import datum_lang
from fgk.stand.lage import Mitgliedsstand, Stand


def titel(stand: Stand) -> str:
    """Return what the audit is: „Audit Familiengerechte Kommune, Grund-Audit (A-stolberg-2016)“."""
    return f"{stand.verfahren.bezeichnung}, {STUFE[stand.audit.stufe]} ({stand.audit.kennung})"


def stichtag(stand: Stand) -> str:
    """Return the day all of it is about."""
    return f"Stand: {datum_lang(stand.stichtag)}"


def phasenwort(stand: Stand) -> str:
    """Return in a few words which phase runs."""
    if stand.ist_kurz:
        getan = [schritt for schritt in stand.schritte if schritt.datum]
        return f"zuletzt: {getan[-1].name}" if getan else "kurz geführt"
    if stand.phase is not None:
        return f"Phase „{stand.phase.phase.bezeichnung}“"
    return "alle Phasen abgeschlossen" if stand.phasen else "ohne Phasen"


def mitwirkung(mitglied: Mitgliedsstand) -> str:
    """Return how a member takes part."""
    m = mitglied.mitglied
    teile = [m.beteiligung.rstrip(".")] if m.beteiligung else []
    if m.beteiligungen:
        teile.append(f"Beteiligung: {', '.join(m.beteiligungen)}")
    if m.massnahmen:
        teile.append(f"Maßnahmen: {', '.join(m.massnahmen)}")
    return "; ".join(teile) or "keine Angabe"


def eigene_akte(mitglied: Mitgliedsstand) -> str:
    """Return where a member stands in an audit of its own."""
    kennung, stand = mitglied.mitglied.akte, mitglied.stand
    if kennung is None:
        return "keine eigene Akte"
    if stand is None:
        return f"{kennung} liegt nicht in diesem Arbeitsbereich"
    return f"{kennung}: {STUFE[stand.audit.stufe]}; {phasenwort(stand)}. {zertifikatssatz(stand.zertifikat)}"
