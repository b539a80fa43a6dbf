"""Single lines on measures for short documents: what is overdue, what comes otherwise than agreed, what is undecided."""

from collections.abc import Iterator

from fgk.documents.berichtslage import Berichtslage
from fgk.documents.berichtsworte import nachfolger
from fgk.documents.platz import gekuerzt
from fgk.documents.wortlaut import vorbehalt
from fgk.models.massnahme import Massnahme
from fgk.models.stand import STATUS
from fgk.schreibweise import datum
from fgk.stand.berichtsstand import ABWEICHEND
from fgk.stand.fortschritt import BEENDET, eintrag_zu

_TITEL = 90


def nummer_und_titel(massnahme: Massnahme) -> str:
    """Return a measure by number and title; a very long title is shortened."""
    return f"{massnahme.kennung.removeprefix('M-')} {gekuerzt(massnahme.titel, _TITEL)}"


def ueberfaellige(lage: Berichtslage) -> Iterator[str]:
    """Yield the measures whose deadline is over, with who answers for them."""
    for massnahme in lage.ueberfaellig:
        eintrag = lage.eintraege.get(massnahme.kennung)
        frist = (eintrag.neue_frist if eintrag else None) or massnahme.ende
        stelle = lage.sicht.stelle(massnahme.federfuehrung) or "Zuständigkeit offen"
        stand = STATUS[eintrag.status] if eintrag else "ohne Bericht"
        yield f"{nummer_und_titel(massnahme)}: Frist {datum(frist)}, {stand} ({stelle})"


def abweichungen(lage: Berichtslage) -> Iterator[str]:
    """Yield the measures that are postponed, at rest, replaced or dropped, and were not in the report before."""
    for massnahme in lage.massnahmen:
        eintrag, vorher = lage.eintraege.get(massnahme.kennung), eintrag_zu(lage.davor, massnahme.kennung)
        if (
            eintrag is None
            or eintrag.status not in ABWEICHEND
            or (vorher and vorher.status == eintrag.status)
        ):
            continue
        frist = f", neue Frist {datum(eintrag.neue_frist)}" if eintrag.neue_frist else ""
        ersatz = f" durch {nachfolger(eintrag)}" if eintrag.nachfolger else ""
        grund = f". {eintrag.begruendung}" if eintrag.begruendung else ""
        yield f"{nummer_und_titel(massnahme)}: {STATUS[eintrag.status]}{ersatz}{frist}{grund}"


def offene_vorbehalte(lage: Berichtslage) -> Iterator[str]:
    """Yield the reservations that are still open: of the agreement, and of measures that are not finished."""
    vereinbarung = lage.sicht.vereinbarung
    for offen in vereinbarung.vorbehalte if vereinbarung else ():
        if offen.stand == "offen":
            yield f"Vereinbarung: {vorbehalt(offen)}"
    for massnahme in lage.massnahmen:
        eintrag = lage.eintraege.get(massnahme.kennung)
        if eintrag is not None and eintrag.status in BEENDET:
            continue
        for offen in massnahme.vorbehalte:
            if offen.stand == "offen":
                yield f"{nummer_und_titel(massnahme)}: {vorbehalt(offen)}"
