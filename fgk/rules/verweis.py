"""What the rules about dangling references share."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from fgk.models.arten import art_namens
from fgk.models.kennungen import FORMEN
from fgk.rules.kontext import Hit, Kontext, Verweisstelle

_ZIFFERN = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
#: kind of Kennung -> the kind of file that lists many of them
_LISTEN = {"organisationseinheit": "organisationseinheiten", "sozialraum": "sozialraeume"}


#: from so many places on a missing record is one message
_VIELE = 4


def unbekannte(kontext: Kontext, ziel: str, benannt: str, abhilfe: str) -> Iterator[Hit]:
    """Yield a hit for every reference to ``ziel`` whose Kennung is nowhere in the Akte.

    ``benannt`` names the kind in the accusative ("eine Maßnahme"), ``abhilfe`` says what to do if the
    Kennung is not just misspelled.
    """
    stellen = [
        (record, stelle)
        for record, stelle in kontext.verweise(ziel)
        if ist_unbekannt(kontext, stelle.kennung)
    ]
    if stellen and _fehlt(kontext, ziel):
        yield _fehlende_liste(ziel, stellen)
        return
    gleiche: dict[str, list[Verweisstelle]] = {}
    for stelle in stellen:
        gleiche.setdefault(stelle[1].kennung, []).append(stelle)
    for kennung, verweise in gleiche.items():
        yield from _dasselbe(kontext, kennung, verweise, benannt, abhilfe)


def _dasselbe(
    kontext: Kontext, kennung: str, stellen: list[Verweisstelle], benannt: str, abhilfe: str
) -> Iterator[Hit]:
    """Yield what is to be said of one missing Kennung.

    A Kennung that several places name was not misspelled there: its record is missing. Where many do, one hit
    at the first of them says so.
    """
    was = f"{benannt[0].upper()}{benannt[1:]} {kennung} gibt es in dieser Akte nicht"
    if len(stellen) == 1:
        record, stelle = stellen[0]
        yield Hit(record.path, stelle.route, f"{was}.", _abhilfe(kontext, kennung, abhilfe))
    elif len(stellen) < _VIELE:
        for record, stelle in stellen:
            yield Hit(record.path, stelle.route, f"{was}.", abhilfe)
    else:
        record, stelle = min(stellen, key=lambda verweis: verweis[0].path)
        yield Hit(record.path, stelle.route, f"{was}; {len(stellen)} Stellen nennen sie.", abhilfe)


def _fehlt(kontext: Kontext, ziel: str) -> bool:
    """Say whether the one file that would list these Kennungen is not there at all."""
    if ziel not in _LISTEN:
        return False
    datei = art_namens(_LISTEN[ziel])
    return datei not in kontext.akte.records and datei.pfad not in kontext.akte.fehlerhaft


def _fehlende_liste(ziel: str, stellen: list[Verweisstelle]) -> Hit:
    """Return one hit for all references, at the first of them."""
    record, stelle = min(stellen, key=lambda verweis: verweis[0].path)
    anzahl = "1 Verweis geht" if len(stellen) == 1 else f"{len(stellen)} Verweise gehen"
    pfad = art_namens(_LISTEN[ziel]).pfad
    return Hit(
        record.path, stelle.route, f"Die Datei „{pfad}“ fehlt; {anzahl} ins Leere.", "Legen Sie sie an."
    )


def _abhilfe(kontext: Kontext, kennung: str, abhilfe: str) -> str:
    frage = meinten_sie(kennung, bekannte(kontext, kennung))
    return f"{frage} Wenn nicht: {abhilfe}" if frage else abhilfe


def ist_unbekannt(kontext: Kontext, kennung: str) -> bool:
    """Say whether a Kennung is certainly nowhere in the Akte; a faulty file may hide some."""
    if kennung in kontext.bekannt:
        return False
    return not any(_ist_verborgen(kontext, art) for art, form in FORMEN.items() if form.passt(kennung))


def _ist_verborgen(kontext: Kontext, art: str) -> bool:
    """Say whether the file that would hold Kennungen of this kind is so faulty that it gave none."""
    datei = art_namens(_LISTEN.get(art, art))
    if datei.name in kontext.akte.unlesbar:
        return True
    if not datei.ist_einzeln or datei.pfad not in kontext.akte.fehlerhaft:
        return False
    return not any(
        path == datei.pfad for places in kontext.akte.kennungen.values() for path, _route in places
    )


def bekannte(kontext: Kontext, kennung: str) -> list[str]:
    """Return all Kennungen in the Akte of the same kind as this one."""
    formen = [form for form in FORMEN.values() if form.passt(kennung)]
    return [andere for andere in sorted(kontext.bekannt) if any(form.passt(andere) for form in formen)]


def meinten_sie(kennung: str, known: Iterable[str]) -> str | None:
    """Return the sentence that offers the closest known Kennung.

    Of several that are equally close, one with the same signs in another order comes first (OE-15, OE-51),
    then one that begins alike.
    """
    from difflib import get_close_matches

    alle = list(known)
    mit_ziffern = kennung.translate(_ZIFFERN)
    if mit_ziffern != kennung and mit_ziffern in alle:
        return f"Meinten Sie „{mit_ziffern}“?"
    close = get_close_matches(kennung, alle, n=5, cutoff=0.6)
    if not close:
        return None
    best = max(close, key=lambda other: _closeness(kennung, other))
    return f"Meinten Sie „{best}“?"


def _closeness(eins: str, zwei: str) -> tuple[float, bool, int]:
    from difflib import SequenceMatcher

    ratio = SequenceMatcher(None, zwei, eins).ratio()
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(eins, zwei, strict=False)))
    return ratio, sorted(eins) == sorted(zwei), alike
