"""How far measures are, in words."""

from fgk.models.massnahme import WIRKUNG
from fgk.output.summary import anzahl
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.stand.felder import Feldstand
from fgk.stand.fortschritt import AMPEL
from fgk.stand.lage import Stand


def umgesetzt(feld: Feldstand) -> str:
    """Return ``3 von 7 umgesetzt (42 %)``."""
    if feld.prozent is None:
        return "keine Maßnahmen" if not feld.anzahl else "alle ersetzt oder entfallen"
    return f"{feld.status['umgesetzt']} von {feld.zu_leisten} umgesetzt ({feld.prozent} %)"


def lichter(feld: Feldstand, *, mit_beendeten: bool = True) -> str:
    """Return ``2 im Plan, 1 überfällig``."""
    gezaehlt = {wort: zahl for wort, zahl in feld.ampel.items() if zahl and (mit_beendeten or wort != "grau")}
    return ", ".join(f"{zahl} {AMPEL[wort]}" for wort, zahl in gezaehlt.items())


def entworfen(ziele: int, massnahmen: int) -> str:
    """Return how many goals and measures there are while nothing is agreed."""
    wie_viele = f"{anzahl(ziele, 'Ziel', 'Ziele')} und {anzahl(massnahmen, 'Maßnahme', 'Maßnahmen')}"
    return f"Noch ist nichts vereinbart; in der Akte: {wie_viele}."


def grundlage(stand: Stand) -> str:
    """Return what the progress is read from."""
    bericht = stand.bericht
    if bericht is None:
        return "noch ohne Jahresbericht"
    ob = "" if bericht.vorgelegt_am else ", noch nicht vorgelegt"
    return f"nach dem Jahresbericht {jahr_in_worten(bericht)}{ob}"


def wirkungen(stand: Stand) -> str:
    """Return how many measures the leads can carry out themselves, and how many others have to."""
    namen = {**WIRKUNG.worte, "ohne": "ohne Angabe zur Wirkung"}
    return ", ".join(f"{zahl} {namen[wort]}" for wort, zahl in stand.wirkungen.items())
