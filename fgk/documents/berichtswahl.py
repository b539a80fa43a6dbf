"""Which annual report a document is about, and what there is of it; a draft does without one."""

from collections.abc import Iterator
from datetime import date

from fgk.akte import Akte
from fgk.documents.fehlend import Fehlend
from fgk.documents.sicht import Sicht
from fgk.errors import FgkError, NotYetError
from fgk.models.arten import art_namens
from fgk.models.datum import ist_sicher_vor
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.kennungen import FORMEN
from fgk.models.massnahme import Massnahme
from fgk.schreibweise import datum
from fgk.stand.berichtsstand import bericht_am, jahr_in_worten


def waehle(sicht: Sicht, jahr: str | None) -> str:
    """Return the year that is meant; raises ``FgkError`` where none is named, or what can be no year."""
    vorhanden = ", ".join(alle(sicht.akte))
    if jahr is None and not vorhanden:
        raise FgkError(
            "Die Akte enthält noch keinen fehlerfreien Jahresbericht.",
            "Legen Sie ihn mit „fgk new jahresbericht“ an; einen Entwurf ohne ihn gibt es mit --entwurf und --jahr.",
        )
    if jahr is None:
        raise FgkError(
            "Für den Jahresbericht fehlt das Jahr.",
            f"Nennen Sie es mit --jahr; die Akte enthält: {vorhanden}.",
        )
    if not FORMEN["jahresbericht"].passt(f"J-{jahr}") or not _ist_zeitraum(jahr):
        raise FgkError(
            f"Die Akte enthält keinen fehlerfreien Jahresbericht {jahr}.",
            f"Sie enthält: {vorhanden or 'noch keinen'}. Zwei Jahre in einem Bericht heißen zum Beispiel 2020-2021.",
        )
    return jahr


def _ist_zeitraum(jahr: str) -> bool:
    erstes, letztes = _jahre(jahr)
    return 0 < erstes <= letztes


def _jahre(jahr: str) -> tuple[int, int]:
    erstes, _, letztes = jahr.partition("-")
    return int(erstes), int(letztes or erstes)


def fehlt(sicht: Sicht, jahr: str | None) -> Iterator[Fehlend]:
    """Yield what makes a report one and is not there: its file, its entries, its summary."""
    pfad = art_namens("jahresbericht").pfad_zu(f"J-{jahr}")
    bericht = _gefunden(sicht, jahr)
    if bericht is None:
        vorhanden = ", ".join(alle(sicht.akte))
        was = f"der Jahresbericht {jahr}" + (f" (die Akte enthält: {vorhanden})" if vorhanden else "")
        yield Fehlend(pfad, "", was)
        return
    if not bericht.massnahmen and sicht.akte.alle(Massnahme):
        yield Fehlend(pfad, "massnahmen", "ein Eintrag je Maßnahme, mit ihrem Stand")
    if not bericht.zusammenfassung:
        yield Fehlend(pfad, "zusammenfassung", "die Zusammenfassung: das Wichtigste in Kürze")


def bericht_von(sicht: Sicht, jahr: str | None) -> Jahresbericht:
    """Return the report of a year as it stood on the Stichtag; for a draft an empty one where there is none.

    Raises ``NotYetError`` before its period begins.
    """
    bericht = _gefunden(sicht, jahr) or _leer(jahr or "")
    if ist_sicher_vor(sicht.stichtag, bericht.von):
        raise NotYetError(
            f"Der Zeitraum des Jahresberichts {jahr_in_worten(bericht)} beginnt erst am {datum(bericht.von)}, nach dem "
            f"Stichtag {datum(sicht.stichtag)}.",
            "Wählen Sie mit --stichtag einen späteren Tag, oder lassen Sie die Option weg.",
        )
    return bericht_am(bericht, sicht.stichtag)


def _gefunden(sicht: Sicht, jahr: str | None) -> Jahresbericht | None:
    return sicht.akte.finde(Jahresbericht, f"J-{jahr}")


def _leer(jahr: str) -> Jahresbericht:
    erstes, letztes = _jahre(jahr)
    return Jahresbericht(
        kennung=f"J-{jahr}", von=date(erstes, 1, 1), bis=date(letztes, 12, 31), massnahmen=()
    )


def alle(akte: Akte) -> list[str]:
    """Return the years of all reports."""
    return [record.modell.kennung.removeprefix("J-") for record in akte.alle(Jahresbericht)]
