"""What an import changes and refuses, as text for the terminal."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from fgk.exchange.abgleich import Abgleich
from fgk.exchange.lesart import nachweiszeile
from fgk.exchange.ruecksendung import Ablehnung
from fgk.exchange.spalten import NACH_KEY, Inhalt
from fgk.models.stand import STATUS
from fgk.output.summary import anzahl
from fgk.output.tabelle import Spalte, tabelle
from fgk.output.umbruch import umbrochen
from fgk.schreibweise import datum

#: enough to recognise a text by
_LAENGSTER = 400
_SPALTEN = (
    Spalte("Maßnahme"),
    Spalte("Feld"),
    Spalte("bisher", ist_umbrochen=True),
    Spalte("neu", ist_umbrochen=True),
)


def zeige(abgleich: Abgleich, *, width: int) -> Iterator[str]:
    """Yield the lines: what changes, what was refused, what else is to be known."""
    if abgleich.aenderungen:
        yield from tabelle(_SPALTEN, list(_reihen(abgleich)), width=width)
    if abgleich.ablehnungen:
        saetze = [(ablehnung.datei, _satz(ablehnung)) for ablehnung in abgleich.ablehnungen]
        yield from _abschnitt("Nicht übernommen wird, jeweils mit der ganzen Zeile:", saetze, width)
    if abgleich.hinweise:
        yield from _abschnitt("Hinweise:", abgleich.hinweise, width)


def bilanz(abgleich: Abgleich, gelesen: int) -> str:
    """Return in one sentence how many forms were read and what they hold."""
    felder = sum(len(aenderung.antworten) for aenderung in abgleich.aenderungen)
    was = (
        f"{anzahl(felder, 'neue Angabe', 'neue Angaben')} zu "
        f"{anzahl(len(abgleich.aenderungen), 'Maßnahme', 'Maßnahmen')}"
        if felder
        else "keine neuen Angaben"
    )
    nicht = len(abgleich.ablehnungen)
    offen = f", {anzahl(nicht, 'Fall', 'Fälle')} nicht zu übernehmen" if nicht else ""
    return f"{anzahl(gelesen, 'Formular', 'Formulare')} gelesen: {was}{offen}."


def _reihen(abgleich: Abgleich) -> Iterator[tuple[str, str, str, str]]:
    for aenderung in abgleich.aenderungen:
        for platz, (key, antwort) in enumerate(aenderung.antworten.items()):
            kennung = "" if platz else aenderung.zeile.kennung
            yield kennung, NACH_KEY[key].titel, *_paar(key, aenderung.zeile.eintrag.get(key), antwort.wert)


def _paar(key: str, bisher: Any, neu: Any) -> tuple[str, str]:
    """Return a value before and after; of long texts that begin alike the part where they differ."""
    vorher, nachher = _worte(key, bisher), _worte(key, neu)
    gleich = next((i for i, (a, b) in enumerate(zip(vorher, nachher, strict=False)) if a != b), 0)
    start = (
        vorher.rfind(" ", 0, gleich - 30) + 1
        if max(len(vorher), len(nachher)) > _LAENGSTER and gleich > 60
        else 0
    )
    return _gekuerzt(vorher, start), _gekuerzt(nachher, start)


def _worte(key: str, wert: Any) -> str:
    if wert is None or wert == []:
        return "–"
    match NACH_KEY[key].inhalt:
        case Inhalt.status:
            return STATUS[wert]
        case Inhalt.prozent:
            return f"{wert} %"
        case Inhalt.datum:
            return datum(wert) if isinstance(wert, date | str) else str(wert)
        case Inhalt.kennungen:
            return ", ".join(wert)
        case Inhalt.nachweise:
            return "\n".join(map(nachweiszeile, wert))
    return str(wert).strip()


def _gekuerzt(text: str, start: int) -> str:
    teil = text[start : start + _LAENGSTER]
    return ("… " if start else "") + teil + ("…" if start + _LAENGSTER < len(text) else "")


def _satz(ablehnung: Ablehnung) -> str:
    kennung = f"({ablehnung.kennung})" if ablehnung.kennung else ""
    wo = " ".join(filter(None, [ablehnung.ort, kennung]))
    return f"{wo}: {ablehnung.was}" if wo else ablehnung.was


def _abschnitt(titel: str, saetze: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield sentences under their files, in the order in which these come first."""
    je_datei: dict[str, list[str]] = {}
    for datei, satz in saetze:
        je_datei.setdefault(datei, []).append(satz)
    yield ""
    yield titel
    for datei, eigene in je_datei.items():
        yield f"  {datei}"
        for satz in eigene:
            yield from umbrochen(satz, width, "    ", "      ")
