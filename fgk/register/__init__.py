"""All municipalities of Germany: by key, by name, and whether a name fits a key.

The register is that of one day, see ``herkunft().gebietsstand``: territory changes after it are missing. Whoever shows
its data prints ``herkunft().vermerk``. A look-up reads one compressed file; importing this package reads none.
"""

from collections.abc import Iterable
from functools import cache
from itertools import takewhile

from fgk.register.bloecke import KREISE, NAMEN, zeile, zeilen, zeilen_mit
from fgk.register.herkunft import Herkunft, herkunft
from fgk.register.modell import Gemeinde, Kreis, Verband
from fgk.register.schreibweisen import FUELLWORTE, ist_kuerzel, ortsname, passen, worte

__all__ = [
    "Gemeinde",
    "Herkunft",
    "Kreis",
    "Verband",
    "by_ags",
    "by_ars",
    "by_kreis",
    "gemeinden",
    "herkunft",
    "ist_erfunden",
    "passt",
    "passt_land",
    "search",
]


def ist_erfunden(schluessel: str) -> bool:
    """Say whether a key is one for invented places: its Kreis has the number 999, which no Land gives.

    ``schluessel`` is an AGS, an ARS or the key of a Kreis.
    """
    return schluessel[2:5] == "999"


@cache
def by_ags(ags: str) -> Gemeinde | None:
    """Return the municipality with this AGS (eight digits), ``None`` if there is none."""
    felder = zeile(ags[:2], ags) if len(ags) == 8 else None
    return None if felder is None else _gemeinde(felder)


@cache
def by_kreis(schluessel: str) -> Kreis | None:
    """Return the Kreis or kreisfreie Stadt with this key (five digits), ``None`` if there is none."""
    felder = zeile(KREISE, schluessel) if len(schluessel) == 5 else None
    if felder is None:
        return None
    land = zeile(KREISE, schluessel[:2]) or ["", "", ""]
    return Kreis(schluessel, felder[2], felder[1], land[2])


def by_ars(ars: str) -> Gemeinde | Verband | None:
    """Return the municipality or association with this ARS (twelve digits), ``None`` if there is none."""
    gemeinde = by_ags(ars[:5] + ars[9:])
    if gemeinde is not None and gemeinde.ars == ars:
        return gemeinde
    felder = zeile(ars[:2], ars[:9]) if len(ars) == 12 and ars.endswith("000") else None
    kreis = by_kreis(ars[:5])
    return None if felder is None or kreis is None else Verband(ars, felder[1], kreis)


def gemeinden(schluessel: str) -> list[Gemeinde]:
    """Return all municipalities of a Kreis (five digits) or a Land (two), by their AGS."""
    anfang = zeilen(schluessel[:2], schluessel)
    return [_gemeinde(felder) for felder in anfang if len(felder[0]) == 8]


def search(name: str) -> list[Gemeinde]:
    """Return the municipalities that a name can mean, the likeliest first.

    Case and umlauts do not matter (``duesseldorf``). ``Stolberg`` finds every Stolberg, ``Stolberg (Rhld.)``,
    ``Stolberg (Rheinland)`` and ``Kupferstadt Stolberg`` the one, ``Stolberg (Harz)`` none. A name without an addition that
    nothing is called finds what begins like it (``Stolb``), or else what has a word like it (``Weinstraße``).
    """
    haupt, zusatz = ortsname(name)
    for anfang in range(len(haupt)):
        if gefunden := _genau(name, haupt[anfang:], ist_gekuerzt=anfang > 0):
            return _nach_naehe(gefunden, haupt[anfang:])
    text = " ".join(haupt)
    if zusatz or not text:
        return []
    return _nach_naehe(_eintraege(zeilen(NAMEN, text)) or _eintraege(zeilen_mit(NAMEN, f" {text}")), haupt)


def passt(name: str, eintrag: Gemeinde | Kreis | Verband) -> bool:
    """Say whether a name can mean this entry: its official name, one of its other spellings, or one as good.

    What follows a comma may be missing or stand before the name, an addition in brackets may be missing or abbreviated:
    ``Stolberg``, ``Stadt Stolberg (Rheinland)`` and ``Kupferstadt Stolberg (Rhld.)`` all fit ``Stolberg (Rhld.), Kupferstadt``.
    """
    bekannt = (eintrag.amtlicher_name, *(eintrag.varianten if isinstance(eintrag, Gemeinde) else ()))
    if name in bekannt or name == eintrag.name:
        return True
    titel = worte(" ".join(amtlich.partition(",")[2] for amtlich in bekannt))
    return any(passen(name, amtlich, titel) for amtlich in bekannt)


def passt_land(name: str, land: str) -> bool:
    """Say whether a name can mean this Land: ``NRW`` and ``Land Nordrhein-Westfalen`` fit ``Nordrhein-Westfalen``."""
    return passen(name, land, ("land", "freistaat")) or ist_kuerzel(name, land)


def _gemeinde(felder: list[str]) -> Gemeinde:
    ags, verband, kennzeichen, einwohner, name, *varianten = felder
    kreis = by_kreis(ags[:5])
    if kreis is None:
        raise LookupError(f"the register has {ags} but not its Kreis")
    ars = f"{ags[:5]}{verband}{ags[5:]}"
    return Gemeinde(ags, ars, name, kennzeichen, kreis, int(einwohner), tuple(varianten))


def _genau(name: str, haupt: tuple[str, ...], *, ist_gekuerzt: bool) -> list[Gemeinde]:
    """Return what begins with these words; where they are not the whole name, it has to fit that."""
    erstes, *weitere = haupt
    ausgeschrieben = (erstes, *takewhile(lambda wort: wort not in FUELLWORTE and "." not in wort, weitere))
    text = " ".join(wort.rstrip(".") for wort in ausgeschrieben)
    gefunden = _eintraege([*zeilen(NAMEN, f"{text}\t"), *zeilen(NAMEN, f"{text} ")])
    zusatz = ortsname(name).zusatz
    if not (ist_gekuerzt or zusatz or ausgeschrieben != haupt):
        return gefunden
    passende = [eintrag for eintrag in gefunden if passt(name, eintrag)]
    genauere = [eintrag for eintrag in passende if zusatz and _sagt_mehr(eintrag, haupt)]
    return genauere or passende


def _sagt_mehr(eintrag: Gemeinde, haupt: tuple[str, ...]) -> bool:
    """Say whether a name of the entry has an addition to these words."""
    return any(len(worte(name.partition(",")[0])) > len(haupt) for name in (eintrag.name, *eintrag.varianten))


def _eintraege(lines: Iterable[list[str]]) -> list[Gemeinde]:
    """Return the municipalities that lines of the names lead to, each once."""
    found = (by_ags(ags) for ags in dict.fromkeys(felder[1] for felder in lines))
    return [eintrag for eintrag in found if eintrag is not None]


def _nach_naehe(gefunden: list[Gemeinde], haupt: tuple[str, ...]) -> list[Gemeinde]:
    """Sort: what is called just so before what has an addition or only begins so, large before small."""

    def naehe(eintrag: Gemeinde) -> tuple[bool, bool, int, str]:
        name = ortsname(eintrag.name)
        return name != (haupt, ()), name.haupt != haupt, -eintrag.einwohner, eintrag.ags

    return sorted(gefunden, key=naehe)
