"""What a new Akte begins with: who is there in every municipality, and the roles that every audit has."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from fgk.models.verfahren import Verfahren

VEREIN = "Familiengerechte Kommune e. V."
_AUDITORIN = "Auditorin oder Auditor im Auftrag des Vereins"


class _Stelle(NamedTuple):
    """A department or outside body: Kennung, name, art and short name."""

    kennung: str
    name: str
    art: str
    kurz: str | None = None
    ist_extern: bool = False


class Anfang(NamedTuple):
    """What a Verfahren begins with."""

    leitung: str
    projektleitung: str
    stellen: Sequence[_Stelle]
    traeger: Sequence[str] = ()


_VEREIN = _Stelle("OE-verein", VEREIN, "verein", ist_extern=True)
#: as departments are numbered in most administrations
_AEMTER = (
    _Stelle("OE-10", "Amt für Organisation und Personal", "amt", "Hauptamt"),
    _Stelle("OE-20", "Amt für Finanzen", "amt", "Kämmerei"),
    _Stelle("OE-40", "Amt für Schule, Kultur und Sport", "amt", "Schulamt"),
    _Stelle("OE-50", "Amt für Soziales", "amt", "Sozialamt"),
    _Stelle("OE-51", "Amt für Kinder, Jugend und Familie", "amt", "Jugendamt"),
    _Stelle("OE-61", "Amt für Stadtplanung und Umwelt", "amt", "Planungsamt"),
)
ANFAENGE = {
    "familiengerechte-kommune": Anfang(
        "Bürgermeisterin oder Bürgermeister",
        "Projektleitung Familiengerechte Kommune",
        (_Stelle("OE-leitung", "Verwaltungsleitung", "verwaltungsleitung"), *_AEMTER, _VEREIN),
    ),
    "familiengerechter-kreis": Anfang(
        "Landrätin oder Landrat",
        "Projektleitung Familiengerechter Kreis",
        (
            _Stelle("OE-leitung", "Verwaltungsleitung", "verwaltungsleitung"),
            *_AEMTER[:-1],
            _Stelle("OE-61", "Amt für Kreisentwicklung", "amt", "Kreisentwicklung"),
            _VEREIN,
        ),
    ),
    "generationengerechtes-wohnen": Anfang(
        "Geschäftsführung des Wohnungsunternehmens",
        "Projektleitung Generationengerechtes Wohnen",
        (
            _Stelle("OE-wohnen", "Wohnungsunternehmen", "unternehmen"),
            _Stelle("OE-kommune", "Verwaltung der Kommune", "verwaltungsleitung"),
            _VEREIN,
        ),
        ("OE-wohnen", "OE-kommune"),
    ),
}

#: kind of place -> the Verfahren that is for it
_JE_ORTSART = {"kreis": "familiengerechter-kreis", "quartier": "generationengerechtes-wohnen"}


def anfang(verfahren: Verfahren) -> Anfang:
    """Return what an Akte of a Verfahren begins with; an own one begins as the shipped one for places of this kind."""
    if verfahren.kennung in ANFAENGE:
        return ANFAENGE[verfahren.kennung]
    art = verfahren.ortsarten[0] if len(verfahren.ortsarten) == 1 else ""
    vorbild = ANFAENGE[_JE_ORTSART.get(art, "familiengerechte-kommune")]
    return vorbild._replace(projektleitung=f"Projektleitung {verfahren.zertifikat}")


def stellen(verfahren: Verfahren) -> list[dict[str, Any]]:
    """Return the Organisationseinheiten that an Akte begins with."""
    return [
        {name: wert for name, wert in stelle._asdict().items() if wert}
        for stelle in anfang(verfahren).stellen
    ]


def rollen(verfahren: Verfahren, *, ohne_stellen: bool = False) -> dict[str, Any]:
    """Return the roles that an audit has from its first day, also without the Organisationseinheiten of ``stellen``."""
    beginn = anfang(verfahren)
    besetzt = {
        "leitung": (beginn.leitung, beginn.stellen[0].kennung),
        "projektleitung": (beginn.projektleitung, None),
        "auditorin": (_AUDITORIN, _VEREIN.kennung),
    }
    return {
        rolle: [{"funktion": funktion, "organisationseinheit": None if ohne_stellen else stelle}]
        for rolle, (funktion, stelle) in besetzt.items()
    }
