"""Two annual reports of one Akte -> what became of the agreement between them.

Measures are matched by their Kennung. Prose is new every year and not compared; a reason that the later report gives
for a status is shown with it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from fgk.akte import Akte, natuerlich
from fgk.comparing import richtung
from fgk.comparing.akten import MUSTER, fehlerhinweis
from fgk.comparing.messwerte import indikatoren, ziele
from fgk.comparing.namen import Namen, aufgezaehlt
from fgk.comparing.worte import sauber
from fgk.models.base import VEROEFFENTLICHUNG
from fgk.models.datum import ist_sicher_vor
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht
from fgk.models.massnahme import Massnahme
from fgk.models.stand import STATUS
from fgk.models.ziel import HERKUNFT
from fgk.schreibweise import datum
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.stand.fortschritt import berichte
from fgk.vergleich import ENTFERNT, GEAENDERT, NEU, Abschnitt, Aenderung, Eintrag, Richtung, Vergleich, Werte

_BEENDET = frozenset({"ersetzt", "entfallen"})
_STUFEN = tuple(VEROEFFENTLICHUNG.worte)


class Berichtspaar(NamedTuple):
    """Two reports, and the Akte whose measures and goals they are about."""

    akte: Akte
    vorher: Jahresbericht
    nachher: Jahresbericht


class _Paar(NamedTuple):
    """What both reports say about one measure, and its record where the Akte has it."""

    kennung: str
    vorher: Massnahmenbericht | None
    nachher: Massnahmenbericht | None
    massnahme: Massnahme | None


def vergleiche_berichte(paar: Berichtspaar) -> Vergleich:
    """Return what differs between two reports."""
    namen = Namen(paar.akte)
    vorher, nachher = jahr_in_worten(paar.vorher), jahr_in_worten(paar.nachher)
    audit = paar.akte.audit
    return Vergleich(
        "berichte",
        f"Die Jahresberichte {vorher} und {nachher} im Vergleich",
        sauber(audit.ort.anzeigename) if audit else "",
        vorher,
        nachher,
        tuple(_hinweise(paar)),
        tuple(abschnitt for abschnitt in _abschnitte(paar, namen) if abschnitt.eintraege),
    )


def _hinweise(paar: Berichtspaar) -> Iterator[str]:
    gezeigt = [paar.vorher, paar.nachher, *(record.modell for record in paar.akte.alle(Massnahme))]
    stufe = _STUFEN[min(_STUFEN.index(datensatz.veroeffentlichung) for datensatz in gezeigt)]
    if any(datensatz.musterdaten for datensatz in gezeigt):
        yield MUSTER
    if stufe != "oeffentlich":
        yield f"Veröffentlichung: {VEROEFFENTLICHUNG[stufe]}."
    satz = fehlerhinweis(paar.akte, paar.akte.source.label)
    if satz:
        yield satz


def _abschnitte(paar: Berichtspaar, namen: Namen) -> Iterator[Abschnitt]:
    paare = list(_paare(paar))
    vorher, nachher = jahr_in_worten(paar.vorher), jahr_in_worten(paar.nachher)
    yield Abschnitt("ueberblick", "Überblick", tuple(_ueberblick(paar)))
    beide = [p for p in paare if p.vorher and p.nachher]

    def nach(titel: str, name: str, gehoert: Callable[[_Paar], bool]) -> Abschnitt:
        eintraege = (_eintrag(GEAENDERT, p, _aenderungen(p, namen)) for p in beide if gehoert(p))
        return Abschnitt(name, titel, tuple(e for e in eintraege if e.aenderungen))

    yield nach(
        "Statuswechsel", "statuswechsel", lambda p: _wechselt(p) and _status(p.nachher) not in _BEENDET
    )
    yield nach("Ersetzte Maßnahmen", "ersetzt", lambda p: _wechselt(p) and _status(p.nachher) == "ersetzt")
    yield nach(
        "Entfallene Maßnahmen", "entfallen", lambda p: _wechselt(p) and _status(p.nachher) == "entfallen"
    )
    neue = tuple(_eintrag(NEU, p, _neu(p, namen)) for p in paare if p.nachher and not p.vorher)
    yield Abschnitt("neu", "Neue Maßnahmen", neue, f"Im Bericht {nachher}, aber nicht im Bericht {vorher}.")
    yield Abschnitt("ohne_bericht", f"Ohne Bericht {nachher}", tuple(_ohne_bericht(paar, paare)))
    yield nach("Fortschritt und Fristen bei gleichem Status", "fortschritt", lambda p: not _wechselt(p))
    yield Abschnitt("ziele", "Ziele und Messkriterien", tuple(ziele(paar.akte, paar.vorher, paar.nachher)))
    yield Abschnitt("indikatoren", "Indikatoren", tuple(indikatoren(paar.vorher, paar.nachher)))


def _paare(paar: Berichtspaar) -> Iterator[_Paar]:
    """Yield every measure of the Akte and of both reports, in the order of their Kennungen."""
    alt, neu = ({e.massnahme: e for e in bericht.massnahmen} for bericht in (paar.vorher, paar.nachher))
    akte = {record.modell.kennung: record.modell for record in paar.akte.alle(Massnahme)}
    for kennung in sorted({*alt, *neu, *akte}, key=natuerlich):
        yield _Paar(kennung, alt.get(kennung), neu.get(kennung), akte.get(kennung))


def _eintrag(art: str, paar: _Paar, aenderungen: Iterable[Aenderung]) -> Eintrag:
    titel = paar.massnahme.titel if paar.massnahme else "(nicht in der Akte)"
    return Eintrag(art, paar.kennung, paar.kennung, sauber(titel), tuple(aenderungen))


def _status(eintrag: Massnahmenbericht | None) -> str:
    return eintrag.status if eintrag else ""


def _wechselt(paar: _Paar) -> bool:
    return _status(paar.vorher) != _status(paar.nachher)


def _ueberblick(paar: Berichtspaar) -> Iterator[Eintrag]:
    """Yield how many measures have which status; it follows from the rest and is no difference of its own."""
    alt, neu = (Counter(e.status for e in bericht.massnahmen) for bericht in (paar.vorher, paar.nachher))
    zeilen = tuple(
        Aenderung(wort, str(alt[s]), str(neu[s]), _mehr(alt[s], neu[s]), ("status", s), Werte(alt[s], neu[s]))
        for s, wort in STATUS.worte.items()
        if alt[s] or neu[s]
    )
    yield Eintrag(GEAENDERT, "status", "", "Maßnahmen nach Status", zeilen, ist_unterschied=False)


def _mehr(vorher: int, nachher: int) -> Richtung:
    if vorher == nachher:
        return Richtung("gleich viele")
    return Richtung(f"{abs(nachher - vorher)} {'mehr' if nachher > vorher else 'weniger'}")


def _aenderungen(paar: _Paar, namen: Namen) -> Iterator[Aenderung]:
    """Yield what both reports say differently about a measure; the reason only where something else changed."""
    alt, neu = paar.vorher, paar.nachher
    if alt is None or neu is None:
        return
    if alt.status != neu.status:
        wohin = richtung.status(alt.status, neu.status)
        yield Aenderung(
            "Status",
            STATUS[alt.status],
            STATUS[neu.status],
            wohin,
            ("status",),
            Werte(alt.status, neu.status),
        )
    nachfolger = [kennung for kennung in neu.nachfolger if kennung not in alt.nachfolger]
    if nachfolger:
        worte = aufgezaehlt(namen.von("massnahme", k) for k in nachfolger)
        yield Aenderung(
            "Ersetzt durch", None, None, Richtung(sauber(worte)), ("nachfolger",), Werte(None, nachfolger)
        )
    if neu.fortschritt is not None and alt.fortschritt != neu.fortschritt:
        yield _fortschritt(alt.fortschritt, neu.fortschritt)
    yield from _frist(paar)
    yield from _grund(alt, neu)


def _fortschritt(vorher: int | None, nachher: int) -> Aenderung:
    worte = None if vorher is None else f"{vorher} %"
    wohin = richtung.fortschritt(vorher, nachher)
    return Aenderung("Fortschritt", worte, f"{nachher} %", wohin, ("fortschritt",), Werte(vorher, nachher))


def _frist(paar: _Paar) -> Iterator[Aenderung]:
    """Yield a deadline that the later report sets anew, against the one that was known before.

    A later report that names none says nothing about it.
    """
    neu = paar.nachher.neue_frist if paar.nachher else None
    alt = (paar.vorher.neue_frist if paar.vorher else None) or (
        paar.massnahme.ende if paar.massnahme else None
    )
    if neu is None or not richtung.ist_anders(alt, neu):
        return
    worte = datum(alt) if alt else None
    werte = Werte(None if alt is None else str(alt), str(neu))
    yield Aenderung(
        "Umzusetzen bis",
        worte,
        datum(neu),
        richtung.frist(werte.vorher, werte.nachher),
        ("neue_frist",),
        werte,
    )


def _grund(alt: Massnahmenbericht, neu: Massnahmenbericht) -> Iterator[Aenderung]:
    for name, titel in (("begruendung", "Begründung"), ("abweichung", "Abweichung")):
        text = getattr(neu, name)
        if text and text != getattr(alt, name) and alt.status != neu.status:
            yield Aenderung(
                titel, None, None, Richtung(sauber(text)), (name,), Werte(getattr(alt, name), text)
            )


def _neu(paar: _Paar, namen: Namen) -> Iterator[Aenderung]:
    neu, massnahme = paar.nachher, paar.massnahme
    if neu is None:
        return
    yield Aenderung("Status", None, STATUS[neu.status], Richtung(), ("status",), Werte(None, neu.status))
    if neu.fortschritt is not None:
        yield _fortschritt(None, neu.fortschritt)
    if massnahme and massnahme.herkunft == "ergaenzt":
        yield Aenderung(
            "Herkunft", None, None, Richtung(HERKUNFT["ergaenzt"]), ("herkunft",), Werte(None, "ergaenzt")
        )
    if massnahme and massnahme.beschluss:
        name = sauber(namen.von("beschluss", massnahme.beschluss))
        yield Aenderung("Beschluss", None, name, Richtung(), ("beschluss",), Werte(None, massnahme.beschluss))


def _ohne_bericht(paar: Berichtspaar, paare: Iterable[_Paar]) -> Iterator[Eintrag]:
    """Yield measures that the later report leaves out, unless one before it says that they have ended.

    One that neither report names is worth knowing, but no difference between them.
    """
    bisher = [r.modell for r in berichte(paar.akte) if r.modell.von < paar.nachher.von]
    zuletzt: Mapping[str, tuple[str, Jahresbericht]] = {
        eintrag.massnahme: (eintrag.status, bericht) for bericht in bisher for eintrag in bericht.massnahmen
    }
    for p in paare:
        status, bericht = zuletzt.get(p.kennung, ("", None))
        if p.vorher:
            status, bericht = p.vorher.status, paar.vorher
        if p.nachher or status in _BEENDET or not (bericht or _faellig(p.massnahme, paar.nachher)):
            continue
        stand = (
            f"zuletzt {STATUS[status]} ({jahr_in_worten(bericht)})" if bericht else "in keinem Bericht davor"
        )
        aenderung = Aenderung("Stand", None, None, Richtung(stand), ("status",), Werte(status or None, None))
        yield _eintrag(ENTFERNT, p, [aenderung])._replace(ist_unterschied=p.vorher is not None)


def _faellig(massnahme: Massnahme | None, bericht: Jahresbericht) -> bool:
    """Say whether a report has to name a measure: it was agreed, or has begun."""
    return massnahme is not None and (
        massnahme.herkunft == "vereinbart" or ist_sicher_vor(massnahme.beginn, bericht.bis)
    )
