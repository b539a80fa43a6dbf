"""What somebody typed into an answer cell, as a value of the report: understood, or refused with the reason."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from fgk.exchange.arbeitsmappe import Zelle
from fgk.exchange.datum import lies_datum
from fgk.exchange.lesart import nachweiszeile
from fgk.exchange.spalten import FRUEHESTENS, SPAETESTENS, Inhalt
from fgk.loading.keys import ascii_german
from fgk.models.datum import fruehestens
from fgk.models.kennungen import FORMEN
from fgk.models.stand import STATUS
from fgk.schreibweise import datum

_NUR_NUMMER = re.compile(r"\d\.\d+\.\d+\Z")
_ADRESSE = re.compile(r"https?://[^\s<>\"]+\Z")


class UnverstandenError(Exception):
    """What was typed cannot be taken; ``str()`` is a German sentence that says why."""


class Eingabe(NamedTuple):
    """A value as plain data of the report, ``None`` for nothing; ``notiz`` says where it was read generously."""

    wert: Any
    notiz: str = ""


def lies(zelle: Zelle | None, inhalt: Inhalt, bisher: Any) -> Eingabe:
    """Return what an answer cell says; ``bisher`` is the field's value now. Raises ``UnverstandenError``."""
    if zelle is None:
        return Eingabe(None)
    if zelle.ist_formel:
        raise UnverstandenError("Hier steht eine Formel. Fügen Sie den Wert selbst ein.")
    if zelle.ist_fehler:
        raise UnverstandenError(f"Hier steht der Fehlerwert {zelle.text}. Tragen Sie ein, was gemeint ist.")
    if not zelle.text:
        return Eingabe(None)
    match inhalt:
        case Inhalt.status:
            return _status(zelle)
        case Inhalt.prozent:
            return _prozent(zelle)
        case Inhalt.datum:
            return _datum(zelle)
        case Inhalt.kennungen:
            return _kennungen(zelle)
        case Inhalt.nachweise:
            return _nachweise(zelle, bisher or ())
    return Eingabe(zelle.text)


def _status(zelle: Zelle) -> Eingabe:
    formen = {_buchstaben(wort): wort for wort in STATUS.worte}
    wort = formen.get(_buchstaben(zelle.text))
    if wort is None:
        raise UnverstandenError(
            f"„{zelle.text}“ ist kein Status. Möglich sind: {', '.join(STATUS.worte.values())}."
        )
    notiz = "" if zelle.text == STATUS[wort] else f"„{zelle.text}“ als „{STATUS[wort]}“ gelesen"
    return Eingabe(wort, notiz)


def _buchstaben(text: str) -> str:
    """Return the letters of a text, small and without umlauts: neither case, blanks nor a full stop make a difference."""
    return re.sub("[^a-z]", "", ascii_german(text).casefold())


def _prozent(zelle: Zelle) -> Eingabe:
    wert = zelle.wert
    if isinstance(wert, str):
        zahl = re.fullmatch(r"(\d{1,3})\s*(?:%|Prozent|v\.\s?H\.)?", zelle.text)
        wert = int(zahl[1]) if zahl else None
    elif isinstance(wert, float | int) and not isinstance(wert, bool):
        # a cell shown in percent holds the hundredth part
        wert = round(wert * 100, 6) if zelle.ist_prozent else wert
    ist_zahl = isinstance(wert, int | float) and not isinstance(wert, bool)
    if not ist_zahl or not 0 <= wert <= 100 or wert != int(wert):
        raise UnverstandenError(f"„{zelle.text}“ ist keine ganze Zahl von 0 bis 100.")
    return Eingabe(int(wert))


def _datum(zelle: Zelle) -> Eingabe:
    wert = zelle.wert
    if isinstance(wert, datetime):
        wert = wert.date()
    if isinstance(wert, date):
        return Eingabe(_plausibel(wert, zelle.text))
    gelesen = lies_datum(zelle.text)
    if gelesen is None:
        raise UnverstandenError(f"„{zelle.text}“ ist kein Datum. Schreiben Sie es so: 31.12.2022.")
    notiz = "" if zelle.text == datum(gelesen) else f"„{zelle.text}“ als {datum(gelesen)} gelesen"
    return Eingabe(_plausibel(gelesen, zelle.text), notiz)


def _plausibel(wert: date | str, text: str) -> date | str:
    if not FRUEHESTENS <= fruehestens(wert) <= SPAETESTENS:
        raise UnverstandenError(
            f"{text} kann nicht stimmen. Geben Sie Tag, Monat und Jahr ein, z. B. 31.12.2022."
        )
    return wert


def _kennungen(zelle: Zelle) -> Eingabe:
    if not isinstance(zelle.wert, str):
        raise UnverstandenError(
            f"„{zelle.text}“ ist keine Kennung. Schreiben Sie sie mit M davor, z. B. M-3.1.4."
        )
    kennungen = []
    for wort in re.split(r"[\s,;]+", zelle.text):
        kennung = f"M-{wort}" if _NUR_NUMMER.match(wort) else wort.upper()
        if wort and not FORMEN["massnahme"].passt(kennung):
            raise UnverstandenError(f"„{wort}“ ist keine Kennung einer Maßnahme. Ein Beispiel: M-3.1.4.")
        kennungen += [kennung] if wort else []
    return Eingabe(list(dict.fromkeys(kennungen)))


def _nachweise(zelle: Zelle, bisher: Iterable[Mapping[str, Any]]) -> Eingabe:
    """Return one entry a line; a line that stood there already keeps its entry as it is."""
    vorhanden = {nachweiszeile(nachweis): nachweis for nachweis in bisher}
    zeilen = (" ".join(zeile.split()) for zeile in zelle.text.split("\n"))
    return Eingabe([vorhanden.get(zeile) or _nachweis(zeile) for zeile in zeilen if zeile])


def _nachweis(zeile: str) -> dict[str, Any]:
    """Return the entry of a line; date and address are taken from its end, what is none of them is the name."""
    teile = [teil.strip() for teil in zeile.split(";") if teil.strip()]
    angaben: dict[str, Any] = {}
    while len(teile) > 1:
        if "adresse" not in angaben and _ADRESSE.match(teile[-1]):
            angaben["adresse"] = teile.pop()
        elif "datum" not in angaben and (gelesen := lies_datum(teile[-1])):
            angaben["datum"] = gelesen
            teile.pop()
        else:
            break
    return {"bezeichnung": "; ".join(teile) or zeile, **angaben}
