"""Where measures stand: the last word on each, and the traffic light that follows from it.

The light is derived from status and deadline and never typed in; it always has a word.
"""

from datetime import date

from fgk.akte import Akte, Record
from fgk.models.datum import spaetestens
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht
from fgk.models.massnahme import Massnahme
from fgk.models.werte import Vokabular

#: nothing is due any more
BEENDET = frozenset({"umgesetzt", "ersetzt", "entfallen"})
AMPEL = Vokabular(gruen="im Plan", gelb="verzögert", rot="überfällig", grau="beendet")


def berichte(akte: Akte) -> list[Record[Jahresbericht]]:
    """Return the annual reports in the order of their periods."""
    return sorted(akte.alle(Jahresbericht), key=lambda record: (record.modell.von, record.modell.bis))


def bericht_davor(akte: Akte, bericht: Jahresbericht) -> Jahresbericht | None:
    """Return the last report whose period begins before this one's."""
    davor = berichte_davor(akte, bericht)
    return davor[-1] if davor else None


def berichte_davor(akte: Akte, bericht: Jahresbericht) -> list[Jahresbericht]:
    """Return the reports whose periods begin before this one's, in their order."""
    return [record.modell for record in berichte(akte) if record.modell.von < bericht.von]


def eintrag_zu(bericht: Jahresbericht | None, massnahme: str) -> Massnahmenbericht | None:
    """Return what a report says about the measure with this Kennung."""
    if bericht is None:
        return None
    return next((eintrag for eintrag in bericht.massnahmen if eintrag.massnahme == massnahme), None)


def ampel(massnahme: Massnahme, eintrag: Massnahmenbericht | None, stichtag: date) -> str:
    """Return the light (a word of ``AMPEL``) of a measure with its last report entry on a day."""
    status = eintrag.status if eintrag else "geplant"
    if status in BEENDET:
        return "grau"
    frist = (eintrag.neue_frist if eintrag else None) or massnahme.ende
    if frist is not None and not massnahme.ist_fortlaufend and spaetestens(frist) < stichtag:
        return "rot"
    return "gelb" if status in ("verschoben", "ruht", "teilweise_umgesetzt") else "gruen"
