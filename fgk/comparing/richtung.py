"""Where a change leads, in words: ``Frist um 12 Monate verschoben``, ``Zielwert um 5 gesenkt``.

Only what is certain is said: of two dates of which one is a year, not by how many months they differ. Better and
worse follow from the direction of an indicator in the catalogue, or from what was agreed (Istwert to Sollwert);
a later deadline or a higher price is neither.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from fgk.katalog import lade_katalog
from fgk.models.datum import fruehestens, ist_sicher_vor, spaetestens, tag_danach
from fgk.schreibweise import euro, zahl
from fgk.vergleich import BESSER, SCHLECHTER, Richtung

KEINE = Richtung()
#: how far a measure has come; what is not listed has no place on the way
_STATUSFOLGE: Mapping[str, int] = {"geplant": 0, "in_umsetzung": 1, "teilweise_umgesetzt": 2, "umgesetzt": 3}
_STOCKT = frozenset({"verschoben", "ruht"})
_BEENDET = frozenset({"ersetzt", "entfallen"})
_ZIELFOLGE: Mapping[str, int] = {
    "nicht_erreicht": 0,
    "gefaehrdet": 1,
    "teilweise_erreicht": 2,
    "auf_kurs": 2,
    "erreicht": 3,
}
#: days from which on a span is told in months
_VIELE_TAGE = 45
_TAGE_JE_MONAT = 30.44
_GANZER_TAG = 10


def status(vorher: str | None, nachher: str | None) -> Richtung:
    """Say whether a measure has moved on or back; a dropped or replaced one is neither."""
    if vorher is None or nachher is None or vorher == nachher or nachher in _BEENDET:
        return KEINE
    if vorher in _BEENDET:
        return Richtung("wieder aufgenommen")
    if nachher in _STOCKT:
        return KEINE if vorher in _STOCKT else Richtung("ins Stocken geraten", SCHLECHTER)
    if vorher in _STOCKT and nachher == "in_umsetzung":
        return Richtung("wieder aufgenommen", BESSER)
    # before it got stuck it had begun, or was about to
    ist_weiter = _STATUSFOLGE[nachher] > _STATUSFOLGE.get(vorher, _STATUSFOLGE["in_umsetzung"])
    return Richtung("vorangekommen", BESSER) if ist_weiter else Richtung("zurückgefallen", SCHLECHTER)


def zielstand(vorher: str | None, nachher: str | None) -> Richtung:
    """Say whether a goal stands better or worse than before."""
    eins, zwei = _ZIELFOLGE.get(vorher or ""), _ZIELFOLGE.get(nachher or "")
    if eins is None or zwei is None or eins == zwei:
        return KEINE
    return Richtung(BESSER, BESSER) if zwei > eins else Richtung(SCHLECHTER, SCHLECHTER)


def fortschritt(vorher: int | None, nachher: int | None) -> Richtung:
    """Say by how many points a percentage of progress has risen or fallen."""
    if vorher is None or nachher is None:
        return KEINE
    punkte = _anzahl(abs(nachher - vorher), "Prozentpunkt", "Prozentpunkte")
    if nachher > vorher:
        return Richtung(f"um {punkte} gestiegen", BESSER)
    return Richtung(f"um {punkte} gesunken", SCHLECHTER)


def frist(vorher: Any, nachher: Any, was: str = "Frist") -> Richtung:
    """Say by how much a deadline has moved."""
    if vorher is None or nachher is None:
        return Richtung(f"{was} {'neu gesetzt' if vorher is None else 'gestrichen'}")
    spaeter, frueher = ("verlängert", "verkürzt") if was == "Laufzeit" else ("verschoben", "vorgezogen")
    wohin, spanne = _vergleiche(vorher, nachher)
    if wohin == 0:
        return Richtung(f"{was} genauer oder anders angegeben")
    return Richtung(" ".join(filter(None, [was, spanne, spaeter if wohin > 0 else frueher])))


def tag(vorher: Any, nachher: Any) -> Richtung:
    """Say how much later or earlier another date is."""
    if vorher is None or nachher is None:
        return KEINE
    wohin, spanne = _vergleiche(vorher, nachher)
    if wohin == 0:
        return Richtung("genauer oder anders angegeben")
    return Richtung(f"{spanne.removeprefix('um ')} {'später' if wohin > 0 else 'früher'}".strip())


def _vergleiche(vorher: Any, nachher: Any) -> tuple[int, str]:
    """Return whether a date is later (1), earlier (-1) or neither for certain (0), and by how much."""
    eins, zwei = _als_datum(vorher), _als_datum(nachher)
    if ist_sicher_vor(eins, zwei):
        return 1, _spanne(eins, zwei)
    if ist_sicher_vor(zwei, eins):
        return -1, _spanne(zwei, eins)
    return 0, ""


def _als_datum(wert: Any) -> date | str:
    text = str(wert)
    return date.fromisoformat(text) if len(text) == _GANZER_TAG else text


def _spanne(eins: date | str, zwei: date | str) -> str:
    """Return the time between two dates, empty where they are not known equally well."""
    if isinstance(eins, date) and isinstance(zwei, date):
        return f"um {_zwischen_tagen(eins, zwei)}"
    if isinstance(eins, date) or isinstance(zwei, date) or len(eins) != len(zwei):
        return ""
    monate = _monate(fruehestens(eins), fruehestens(zwei))
    return f"um {_in_monaten(monate)}" if "-" in eins else f"um {_anzahl(monate // 12, 'Jahr', 'Jahre')}"


def _zwischen_tagen(eins: date, zwei: date) -> str:
    ist_monatsende = all(tag_danach(tag).day == 1 for tag in (eins, zwei))
    if eins.day == zwei.day or ist_monatsende:
        return _in_monaten(_monate(eins, zwei))
    tage = (zwei - eins).days
    if tage < _VIELE_TAGE:
        return _anzahl(tage, "Tag", "Tage")
    return f"rund {_in_monaten(round(tage / _TAGE_JE_MONAT))}"


def _monate(eins: date, zwei: date) -> int:
    return (zwei.year - eins.year) * 12 + zwei.month - eins.month


def _in_monaten(anzahl: int) -> str:
    return _anzahl(anzahl, "Monat", "Monate")


def _anzahl(zahl_: int, einzahl: str, mehrzahl: str) -> str:
    return f"{zahl_} {einzahl if zahl_ == 1 else mehrzahl}"


def geld(vorher: Any, nachher: Any) -> Richtung:
    """Say by how many euros an amount was raised or lowered."""
    if vorher is None or nachher is None:
        return KEINE
    mehr = Decimal(str(nachher)) - Decimal(str(vorher))
    if not mehr:
        return KEINE
    return Richtung(f"um {euro(abs(mehr))} {'erhöht' if mehr > 0 else 'gesenkt'}")


def zielwert(
    vorher: float | None, nachher: float | None, einheit: str, ist_mehr_besser: bool | None
) -> Richtung:
    """Say whether an agreed value was raised or lowered, and so asks for more or less."""
    if vorher is None or nachher is None:
        return Richtung(f"Zielwert {'neu gesetzt' if vorher is None else 'gestrichen'}")
    mehr = _differenz(vorher, nachher)
    worte = f"Zielwert um {menge(abs(mehr), einheit)} {'angehoben' if mehr > 0 else 'gesenkt'}"
    if ist_mehr_besser is None:
        return Richtung(worte)
    if (mehr > 0) == ist_mehr_besser:
        return Richtung(f"{worte}, anspruchsvoller", BESSER)
    return Richtung(f"{worte}, weniger anspruchsvoll", SCHLECHTER)


def messwert(
    vorher: float | None, nachher: float | None, einheit: str, ist_mehr_besser: bool | None
) -> Richtung:
    """Say by how much a measured value has risen or fallen, and whether that is better."""
    if vorher is None or nachher is None or vorher == nachher:
        return KEINE
    mehr = _differenz(vorher, nachher)
    worte = f"um {menge(abs(mehr), einheit)} {'gestiegen' if mehr > 0 else 'gesunken'}"
    if ist_mehr_besser is None:
        return Richtung(worte)
    wertung = BESSER if (mehr > 0) == ist_mehr_besser else SCHLECHTER
    return Richtung(f"{worte}, {wertung}", wertung)


def menge(betrag: Decimal, einheit: str) -> str:
    """Return a difference with its unit; that of two percentages is in points."""
    if einheit == "%":
        return f"{zahl(betrag)} {'Prozentpunkt' if betrag == 1 else 'Prozentpunkte'}"
    return zahl(betrag) if einheit in ("", "Anzahl") else f"{zahl(betrag)} {einheit}"


def _differenz(vorher: float, nachher: float) -> Decimal:
    # by way of the text, so that 48.8 less 45.9 is 2.9
    return (Decimal(str(nachher)) - Decimal(str(vorher))).normalize()


def ist_mehr_besser(
    indikator: str | None, ist: float | None = None, soll: float | None = None
) -> bool | None:
    """Say whether more is better: the catalogue knows, else what was agreed shows it; ``None`` if neither does."""
    eintrag = lade_katalog().get(indikator or "")
    if eintrag and eintrag.richtung != "neutral":
        return eintrag.richtung == "hoeher_besser"
    if ist is None or soll is None or ist == soll:
        return None
    return soll > ist


def ist_anders(vorher: Any, nachher: Any) -> bool:
    """Say whether two dates of a deadline certainly or possibly differ."""
    return vorher != nachher and (
        vorher is None or nachher is None or spaetestens(vorher) != spaetestens(nachher)
    )
