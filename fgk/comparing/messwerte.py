"""What two annual reports measured: how the goals stand, and the values of the indicators, with what is better."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fgk.akte import Akte, natuerlich
from fgk.comparing import richtung
from fgk.comparing.namen import indikatorname
from fgk.comparing.worte import mit_einheit, sauber
from fgk.models.datum import fruehestens, spaetestens
from fgk.models.indikatoren import MERKER, RAUMEBENE, Reihe, Wert
from fgk.models.jahresbericht import Jahresbericht, Zielbericht
from fgk.models.stand import ZIELSTAND
from fgk.models.ziel import Kriteriumswert, Messkriterium, Ziel
from fgk.schreibweise import datum, zahl
from fgk.vergleich import ENTFERNT, GEAENDERT, NEU, Aenderung, Eintrag, Richtung, Werte


def ziele(akte: Akte, vorher: Jahresbericht, nachher: Jahresbericht) -> Iterator[Eintrag]:
    """Yield every goal that both reports see differently, or only one of them names."""
    alt, neu = ({z.ziel: z for z in bericht.ziele} for bericht in (vorher, nachher))
    for kennung in sorted({*alt, *neu}, key=natuerlich):
        a, b, ziel = alt.get(kennung), neu.get(kennung), akte.finde(Ziel, kennung)
        titel = sauber(ziel.titel) if ziel else "(nicht in der Akte)"
        art = NEU if a is None else ENTFERNT if b is None else GEAENDERT
        aenderungen = tuple(_ziel(_Zielpaar(ziel, a, b, vorher, nachher)))
        if aenderungen or art != GEAENDERT:
            yield Eintrag(art, kennung, kennung, titel, aenderungen)


class _Zielpaar(NamedTuple):
    """A goal, and what both reports say about it."""

    ziel: Ziel | None
    vorher: Zielbericht | None
    nachher: Zielbericht | None
    bericht_vorher: Jahresbericht
    bericht_nachher: Jahresbericht


def _ziel(paar: _Zielpaar) -> Iterator[Aenderung]:
    a, b = paar.vorher.stand if paar.vorher else None, paar.nachher.stand if paar.nachher else None
    if a != b:
        eins, zwei = (None if stand is None else ZIELSTAND[stand] for stand in (a, b))
        yield Aenderung("Stand", eins, zwei, richtung.zielstand(a, b), ("stand",), Werte(a, b))
    alt, neu = (
        {w.messkriterium: w.wert for w in bericht.werte} if bericht else {}
        for bericht in (paar.vorher, paar.nachher)
    )
    for name in dict.fromkeys([*alt, *neu]):
        kriterien = paar.ziel.messkriterien if paar.ziel else ()
        kriterium = next((k for k in kriterien if k.bezeichnung == name), None)
        yield from _kriterium(name, kriterium, alt.get(name), neu.get(name), paar)


def _kriterium(
    name: str,
    kriterium: Messkriterium | None,
    vorher: Kriteriumswert | None,
    nachher: Kriteriumswert | None,
    paar: _Zielpaar,
) -> Iterator[Aenderung]:
    """Yield a value that is another one; that it was measured again and came out the same is no change."""
    zahlen = [None if wert is None else wert.zahl for wert in (vorher, nachher)]
    texte = [None if wert is None else wert.text for wert in (vorher, nachher)]
    if zahlen[0] == zahlen[1] and texte[0] == texte[1]:
        return
    einheit = (kriterium.einheit if kriterium else None) or ""
    ist, soll = (
        (wert.zahl if wert else None)
        for wert in (kriterium and kriterium.istwert, kriterium and kriterium.sollwert)
    )
    besser = richtung.ist_mehr_besser(kriterium.indikator if kriterium else None, ist, soll)
    wohin = richtung.messwert(zahlen[0], zahlen[1], einheit, besser)
    yield Aenderung(
        sauber(name),
        _kriteriumswert(vorher, einheit, paar.bericht_vorher),
        _kriteriumswert(nachher, einheit, paar.bericht_nachher),
        _mit_ziel(wohin, zahlen, soll, besser),
        ("werte", name),
        Werte(*(zahl_ if zahl_ is not None else text for zahl_, text in zip(zahlen, texte, strict=True))),
    )


def _mit_ziel(
    wohin: Richtung, zahlen: list[float | None], soll: float | None, besser: bool | None
) -> Richtung:
    """Add that the agreed value is reached now, or no more."""
    if soll is None or besser is None or None in zahlen:
        return wohin
    war, ist = ((wert >= soll) if besser else (wert <= soll) for wert in zahlen if wert is not None)
    if war == ist:
        return wohin
    return wohin._replace(
        worte=f"{wohin.worte}, Zielwert {zahl(soll)} {'erreicht' if ist else 'nicht mehr erreicht'}"
    )


def _kriteriumswert(wert: Kriteriumswert | None, einheit: str, bericht: Jahresbericht) -> str | None:
    if wert is None:
        return None
    teile = [mit_einheit(zahl(wert.zahl), einheit)] if wert.zahl is not None else []
    teile += [wert.text] if wert.text else []
    # a value from another time than the report is about must say so
    if wert.stand and (spaetestens(wert.stand) < bericht.von or fruehestens(wert.stand) > bericht.bis):
        teile.append(f"(Stand {datum(wert.stand)})")
    return sauber(" ".join(teile))


_Schluessel = tuple[str, str, str, str]


def indikatoren(vorher: Jahresbericht, nachher: Jahresbericht) -> Iterator[Eintrag]:
    """Yield every series whose last value is another one, that is new or gone, or whose old values were corrected."""
    alt, neu = _reihen(vorher), _reihen(nachher)
    for schluessel in dict.fromkeys([*alt, *neu]):
        a, b = alt.get(schluessel), neu.get(schluessel)
        art = NEU if a is None else ENTFERNT if b is None else GEAENDERT
        aenderungen = tuple(_reihe(schluessel, a, b))
        if aenderungen:
            yield Eintrag(art, " · ".join(filter(None, schluessel)), "", _reihenname(schluessel), aenderungen)


def _reihen(bericht: Jahresbericht) -> Mapping[_Schluessel, Reihe]:
    return {(r.indikator, r.einheit, r.raumebene, r.gebiet or ""): r for r in bericht.reihen}


def _reihenname(schluessel: _Schluessel) -> str:
    indikator, _, raumebene, gebiet = schluessel
    return sauber(f"{indikatorname(indikator)} ({gebiet or RAUMEBENE[raumebene]})")


def _reihe(schluessel: _Schluessel, vorher: Reihe | None, nachher: Reihe | None) -> Iterator[Aenderung]:
    einheit = schluessel[1]
    alt, neu = (
        {wert.jahr: wert for wert in sorted(r.werte, key=lambda w: w.jahr)} if r else {}
        for r in (vorher, nachher)
    )
    a, b = (next(reversed(werte.values()), None) for werte in (alt, neu))
    besser = richtung.ist_mehr_besser(schluessel[0])
    if (a and a.jahr) != (b and b.jahr) and (a and (a.wert, a.merker)) != (b and (b.wert, b.merker)):
        wohin = richtung.messwert(a.wert if a else None, b.wert if b else None, einheit, besser)
        yield Aenderung(
            "Letzter Wert",
            _wert(a, einheit, mit_jahr=True),
            _wert(b, einheit, mit_jahr=True),
            wohin,
            ("werte",),
            Werte(a.wert if a else None, b.wert if b else None),
        )
    for jahr in sorted({*alt, *neu}):
        a, b = alt.get(jahr), neu.get(jahr)
        if a and b and (a.wert, a.merker) != (b.wert, b.merker):
            wohin = richtung.messwert(a.wert, b.wert, einheit, besser)
            yield Aenderung(
                f"Wert für {jahr}, nachträglich geändert",
                _wert(a, einheit),
                _wert(b, einheit),
                wohin,
                ("werte", str(jahr)),
                Werte(a.wert, b.wert),
            )


def _wert(wert: Wert | None, einheit: str, *, mit_jahr: bool = False) -> str | None:
    if wert is None:
        return None
    teile = [mit_einheit(zahl(wert.wert), einheit)] if wert.wert is not None else []
    teile += [MERKER[wert.merker]] if wert.merker else []
    return sauber(f"{', '.join(teile)}{f' ({wert.jahr})' if mit_jahr else ''}")
