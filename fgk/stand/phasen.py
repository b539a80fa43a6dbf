"""Which phase an audit is in: judged by what has happened and what is on file, not by what anybody says.

The phase that runs is the last one in which something has happened, or the one after it, once its gate is passed. One
before it whose gate lacks something is not over, but incomplete: practice does not wait for papers. Lengths advise.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from fgk.akte import Akte
from fgk.models.audit import Audit
from fgk.models.datum import ist_sicher_vor
from fgk.models.verfahren import Dauer, Phase, Verfahren
from fgk.models.zielvereinbarung import Laufzeit, Zielvereinbarung
from fgk.stand.phasenstand import Phasenstand
from fgk.stand.schrittstand import JEDERZEIT, Schrittstand
from fgk.stand.tore import erfuellungen
from fgk.stand.zeitpunkt import Zeitpunkt, erster, letzter, monate_zwischen, zeitpunkt

#: a phase does not wait for these: the ceremony comes months after the grant
_OHNE_WARTEN = JEDERZEIT | {"verleihung"}


def phasen(
    akte: Akte, verfahren: Verfahren, schritte: Sequence[Schrittstand], stichtag: date
) -> list[Phasenstand]:
    """Return the phases of the stage of an Akte in their order, with where each stands."""
    audit = akte.audit
    if audit is None:
        return []
    laufzeit = _laufzeit(akte)
    roh = [_roh(akte, verfahren, phase, schritte, stichtag) for phase in verfahren.phasen_in(audit.stufe)]
    fertig = [_ist_fertig(stand, laufzeit, stichtag) for stand in roh]
    jetzt = _jetzt(roh, fertig)
    stufe = verfahren.stufe(audit.stufe)
    ist_offen = stufe is not None and not stufe.ist_befristet
    staende: list[Phasenstand] = []
    for nummer, stand in enumerate(roh):
        davor = staende[-1] if staende else None
        zustand = _zustand(nummer, jetzt, ist_erfuellt=_ist_erfuellt(stand))
        staende.append(_datiert(stand._replace(zustand=zustand), davor, laufzeit, ist_offen=ist_offen))
    return [
        _mit_dauer(stand, _ueblich(audit, verfahren, stand.phase), laufzeit, stichtag) for stand in staende
    ]


def laufende(staende: Iterable[Phasenstand]) -> Phasenstand | None:
    """Return the phase that runs, ``None`` when all are over."""
    return next((stand for stand in staende if stand.zustand == "laeuft"), None)


def ist_umsetzung(phase: Phase) -> bool:
    """Say whether measures are implemented in a phase: that is when annual reports are due."""
    return "jahresbericht" in phase.schritte


def _laufzeit(akte: Akte) -> Laufzeit | None:
    record = akte.einzeln(Zielvereinbarung)
    return record.modell.laufzeit if record else None


def _roh(
    akte: Akte, verfahren: Verfahren, phase: Phase, schritte: Sequence[Schrittstand], stichtag: date
) -> Phasenstand:
    eigene = tuple(schritt for schritt in schritte if schritt.schritt in phase.schritte)
    return Phasenstand(
        phase, "offen", None, None, eigene, tuple(erfuellungen(akte, verfahren, phase, stichtag))
    )


def _ist_fertig(stand: Phasenstand, laufzeit: Laufzeit | None, stichtag: date) -> bool:
    """Say whether a phase is over: the gate is passed, and nothing of it lies ahead.

    A phase of implementation lasts as long as was agreed, whatever is on file.
    """
    dauert_an = ist_umsetzung(stand.phase) and laufzeit is not None and laufzeit.letzter_tag >= stichtag
    return _ist_erfuellt(stand) and not dauert_an and not _steht_aus(stand, stichtag)


def _ist_erfuellt(stand: Phasenstand) -> bool:
    return bool(stand.tor) and not stand.fehlt


def _steht_aus(stand: Phasenstand, stichtag: date) -> bool:
    """Say whether a step is planned, such as a second workshop, whose day has not passed."""
    return any(
        s.datum is None and s.geplant_am is not None and not ist_sicher_vor(s.geplant_am, stichtag)
        for s in stand.schritte
        if s.schritt not in _OHNE_WARTEN
    )


def _jetzt(staende: Sequence[Phasenstand], fertig: Sequence[bool]) -> int:
    """Return the place of the phase that runs; the number of phases when the last one is over."""
    jetzt = 0
    for nummer, stand in enumerate(staende):
        tage = [schritt.datum for schritt in stand.schritte if schritt.schritt not in JEDERZEIT]
        hat_begonnen = any(tage) or any(e.am for e in stand.tor)
        if hat_begonnen:
            jetzt = nummer + fertig[nummer]
    return jetzt


def _zustand(nummer: int, jetzt: int, *, ist_erfuellt: bool) -> str:
    if nummer == jetzt:
        return "laeuft"
    if nummer > jetzt:
        return "offen"
    return "abgeschlossen" if ist_erfuellt else "unvollstaendig"


def _datiert(
    stand: Phasenstand, davor: Phasenstand | None, laufzeit: Laufzeit | None, *, ist_offen: bool
) -> Phasenstand:
    """Lay over a phase when it began and ended: it follows the one before, unless a kick-off says when it began.

    In a stage without an end its steps come again with every version, and a phase ended when its gate was passed.
    """
    if stand.zustand == "offen":
        return stand
    tage = [zeitpunkt(s.datum) for s in stand.schritte if s.datum and s.schritt not in _OHNE_WARTEN]
    auftakt = [zeitpunkt(s.datum) for s in stand.schritte if s.datum and s.schritt == "auftakt"]
    # it can begin before the last workshop of the one before
    beginn = erster(auftakt) or erster(filter(None, (davor.ende if davor else None, erster(tage))))
    am_tor = [zeitpunkt(e.am) for e in stand.tor if e.am]
    ende = (
        letzter(am_tor if ist_offen and am_tor else [*tage, *am_tor])
        if stand.zustand == "abgeschlossen"
        else None
    )
    if ist_umsetzung(stand.phase) and laufzeit is not None:
        beginn = Zeitpunkt(laufzeit.von, laufzeit.von)
        ende = letzter([ende, zeitpunkt(laufzeit.letzter_tag)]) if ende else None
    return stand._replace(beginn=beginn, ende=ende)


def _ueblich(audit: Audit, verfahren: Verfahren, phase: Phase) -> Dauer | None:
    ablauf = verfahren.ablauf(audit.ablauf)
    return next((d for d in (ablauf.dauern if ablauf else ()) if d.phase == phase.kennung), None)


def _mit_dauer(
    stand: Phasenstand, ueblich: Dauer | None, laufzeit: Laufzeit | None, stichtag: date
) -> Phasenstand:
    """Lay over a phase how long it took; the length of implementation is the one that was agreed."""
    if ist_umsetzung(stand.phase):
        ende = zeitpunkt(laufzeit.bis) if laufzeit and laufzeit.bis else None
    else:
        ende = stand.ende or (Zeitpunkt(stichtag, stichtag) if stand.zustand == "laeuft" else None)
    monate = monate_zwischen(stand.beginn, ende) if stand.beginn and ende else None
    return stand._replace(monate=monate, ueblich=ueblich)
