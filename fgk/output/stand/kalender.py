"""Deadlines as a calendar (iCalendar, RFC 5545): one all-day event each, the same bytes for the same Akte and day.

Its UID stays when a deadline moves or is called overdue, so that a calendar that reads the file again changes the
event and adds none. What has no day is in no calendar.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import TRANSP, Alarm, Calendar, Event, vText

from fgk.models.datum import spaetestens, tag_danach
from fgk.schreibweise import datum
from fgk.stand.fristen.frist import FRISTART, VORLAUF, Frist
from fgk.stand.lage import Stand

_PRODID = "-//fgk//Fristen//DE"
#: at nine in the morning and not at midnight
_MORGENS = timedelta(hours=9)
#: time to write to those who have to deliver
_VORHER = timedelta(days=14)


class _Text(vText):
    """Text as RFC 5545 has it: the library leaves a calendar's name as it is, and reads a backslash and an N as a break."""

    def to_ical(self) -> bytes:
        maskiert = re.sub(r"([\\;,])", r"\\\1", self)
        return re.sub(r"\r\n?|\n", r"\\n", maskiert).encode()


def als_kalender(staende: Iterable[Stand], *, mit_erledigten: bool = False) -> bytes:
    """Return the file with the deadlines of one audit or several."""
    alle = list(staende)
    kalender = Calendar.new(prodid=_PRODID, name=_Text(_name(alle)), uid=_uid(alle))
    for stand in alle:
        for frist in _fristen(stand, mit_erledigten=mit_erledigten):
            kalender.add_component(_termin(stand, *frist))
    daten: bytes = kalender.to_ical()
    return daten


def _name(staende: Sequence[Stand]) -> str:
    return f"Fristen {staende[0].audit.ort.anzeigename}" if len(staende) == 1 else "Fristen mehrerer Audits"


def _uid(staende: Sequence[Stand]) -> str:
    """Return what tells this calendar from others; left to the library it would be another one every time."""
    return f"fristen@{'+'.join(stand.audit.kennung for stand in staende)}.fgk"


def _fristen(stand: Stand, *, mit_erledigten: bool) -> Iterator[tuple[Frist, date]]:
    """Yield deadlines with their days; of a date known to the year its last, before which nothing is overdue."""
    for frist in stand.fristen:
        if frist.faellig_am is not None and (mit_erledigten or frist.stand(stand.stichtag) != "erledigt"):
            yield frist, spaetestens(frist.faellig_am)


def _termin(stand: Stand, frist: Frist, tag: date) -> Event:
    wort = frist.stand(stand.stichtag)
    vor = {"ueberfaellig": "Überfällig: ", "erledigt": "Erledigt: "}.get(wort, "")
    event = Event.new(
        uid=f"{frist.art}.{frist.marke}@{stand.audit.kennung}.fgk",
        stamp=datetime.combine(stand.stichtag, time(), UTC),
        start=tag,
        end=tag_danach(tag),
        summary=_Text(f"{vor}{frist.was} – {stand.audit.ort.name}"),
        description=_Text("\n".join(_beschreibung(stand, frist))),
        categories=["Audit", FRISTART[frist.art]],
        transparency=TRANSP.TRANSPARENT,
    )
    if wort in ("bald", "offen") and tag > stand.stichtag:
        event.add_component(_erinnerung(frist))
    return event


def _beschreibung(stand: Stand, frist: Frist) -> Iterator[str]:
    if frist.hinweis:
        yield frist.hinweis
    if not isinstance(frist.faellig_am, date) and frist.faellig_am is not None:
        yield f"Ein Tag ist nicht bekannt; eingetragen ist {datum(frist.faellig_am)}."
    if frist.zustaendig:
        yield f"Zuständig: {frist.zustaendig}"
    yield f"Akte: {stand.audit.kennung}"
    if frist.kennung:
        yield f"Kennung: {frist.kennung}"
    yield f"Datei: {frist.datei}" + (f", {frist.schluessel}" if frist.schluessel else "")
    yield f"Stand: {datum(stand.stichtag)}"


def _erinnerung(frist: Frist) -> Alarm:
    erinnerung = Alarm()
    erinnerung.add("ACTION", "DISPLAY")
    erinnerung.add("DESCRIPTION", _Text(frist.was))
    erinnerung.add("TRIGGER", _MORGENS - VORLAUF.get(frist.art, _VORHER))
    return erinnerung
