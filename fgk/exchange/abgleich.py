"""Hold returns against the report as it is now: what changes, what is refused, and where two returns disagree.

Three ways: a cell that still says what it said when the form was written changes nothing; one that says what the report
says now neither. What is left is an answer. It is taken if the entry of the report is still the one that was sent out.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from fgk.editing.model import is_same
from fgk.exchange.eingaben import UnverstandenError, lies
from fgk.exchange.personen import nennt_person
from fgk.exchange.ruecksendung import (
    Ablehnung,
    Hinweis,
    Ruecksendung,
    Rueckzeile,
    geaenderte,
    ist_verrutscht,
)
from fgk.exchange.spalten import ANTWORTEN, LAENGSTER_TEXT, NACH_KEY, Spalte
from fgk.exchange.zeilen import Zeile
from fgk.festlegung.kanonisch import pruefsumme
from fgk.models.stand import BEGRUENDUNGSPFLICHTIG, STATUS
from fgk.plaindata import normal

_PERSON = "Nennt wohl eine Person; git vergisst nichts. Nennen Sie in der Zelle das Amt oder die Funktion"
_VERALTET = (
    "Der Jahresbericht wurde hier geändert, nachdem das Formular geschrieben war. Übernehmen Sie die Antwort von Hand, "
    "oder schreiben Sie ein neues Formular."
)


class Antwort(NamedTuple):
    """A field that a return answers otherwise than the report does now; ``ort`` is the cell it stands in."""

    datei: str
    ort: str
    wert: Any
    notiz: str = ""


class Aenderung(NamedTuple):
    """What the returns change about one measure; ``ort`` names its row in the first of them."""

    zeile: Zeile
    datei: str
    ort: str
    antworten: Mapping[str, Antwort]


class Abgleich(NamedTuple):
    """What came of holding returns against a report."""

    aenderungen: list[Aenderung]
    ablehnungen: list[Ablehnung]
    hinweise: list[Hinweis]


class _Gelesen(NamedTuple):
    """A row of a return as it was understood."""

    ruecksendung: Ruecksendung
    rueckzeile: Rueckzeile
    antworten: dict[str, Antwort]


def gleiche_ab(ruecksendungen: Iterable[Ruecksendung], zeilen: Mapping[str, Zeile]) -> Abgleich:
    """Return what returns of one report change in it."""
    ergebnis = Abgleich([], [], [])
    je_massnahme: dict[str, list[_Gelesen]] = {}
    for ruecksendung in ruecksendungen:
        ergebnis.ablehnungen.extend(ruecksendung.ablehnungen)
        ergebnis.hinweise.extend(ruecksendung.hinweise)
        for rueckzeile in ruecksendung.zeilen:
            gelesen = _lies_zeile(ergebnis, ruecksendung, rueckzeile, zeilen.get(rueckzeile.kennung))
            if gelesen is not None and gelesen.antworten:
                je_massnahme.setdefault(rueckzeile.kennung, []).append(gelesen)
    for kennung in [kennung for kennung in zeilen if kennung in je_massnahme]:
        _vereine(ergebnis, zeilen[kennung], je_massnahme[kennung])
    return ergebnis


def _lies_zeile(
    ergebnis: Abgleich, ruecksendung: Ruecksendung, rueckzeile: Rueckzeile, zeile: Zeile | None
) -> _Gelesen | None:
    """Return the answers of a row, ``None`` where it was refused."""
    antworten: dict[str, Antwort] = {}
    if zeile is None:
        gruende = [(rueckzeile.ort(), "Die Maßnahme steht nicht mehr im Jahresbericht.")]
    elif ist_verrutscht(rueckzeile, ruecksendung.stand):
        was = "Kennung und Maßnahme gehören nicht zusammen; beim Sortieren sind Zeilen verrutscht."
        gruende = [(rueckzeile.ort("massnahme", "titel"), was)]
    else:
        _nenne_gesperrte(ergebnis, ruecksendung, rueckzeile)
        antworten, gruende = _antworten(ruecksendung, rueckzeile, zeile)
    for ort, was in gruende:
        ergebnis.ablehnungen.append(Ablehnung(ruecksendung.datei, ort, rueckzeile.kennung, was))
    return None if gruende else _Gelesen(ruecksendung, rueckzeile, antworten)


def _antworten(
    ruecksendung: Ruecksendung, rueckzeile: Rueckzeile, zeile: Zeile
) -> tuple[dict[str, Antwort], list[tuple[str, str]]]:
    """Return what a row answers, and why it cannot be taken: cells, and a sentence about each."""
    stand = ruecksendung.stand[rueckzeile.kennung]
    antworten: dict[str, Antwort] = {}
    gruende = []
    for spalte in geaenderte(rueckzeile, stand):
        try:
            antwort = _antwort(ruecksendung, rueckzeile, spalte, zeile) if spalte.ist_antwort else None
        except UnverstandenError as error:
            gruende.append((rueckzeile.ort(spalte.key), str(error)))
        else:
            antworten |= {spalte.key: antwort} if antwort else {}
    if antworten and not gruende and stand.eintrag != pruefsumme(zeile.eintrag):
        gruende.append((rueckzeile.ort(*antworten), _VERALTET))
    return antworten, gruende


def _antwort(
    ruecksendung: Ruecksendung, rueckzeile: Rueckzeile, spalte: Spalte, zeile: Zeile
) -> Antwort | None:
    """Return what a changed cell answers, ``None`` where the report says so already."""
    if spalte.key in rueckzeile.verbunden:
        raise UnverstandenError(
            f"Die Zellen {rueckzeile.verbunden[spalte.key]} sind verbunden. Heben Sie die Verbindung auf."
        )
    bisher = zeile.eintrag.get(spalte.key)
    eingabe = lies(rueckzeile.zellen[spalte.key], spalte.inhalt, bisher)
    if is_same(_inhalt(eingabe.wert), _inhalt(bisher)):
        return None
    if len(str(zeile.zellen.get(spalte.key) or "")) == LAENGSTER_TEXT:
        raise UnverstandenError(
            "Der Text im Jahresbericht ist länger, als Excel zeigen kann. Ändern Sie ihn dort."
        )
    if spalte.key == "status" and eingabe.wert is None:
        raise UnverstandenError(f"Der Status fehlt. Möglich sind: {', '.join(STATUS.worte.values())}.")
    return Antwort(ruecksendung.datei, rueckzeile.ort(spalte.key), eingabe.wert, eingabe.notiz)


def _inhalt(wert: Any) -> Any:
    """Return a value so that all ways of saying nothing are the same."""
    return normal(wert) or None if not isinstance(wert, int) else wert


def _nenne_gesperrte(ergebnis: Abgleich, ruecksendung: Ruecksendung, rueckzeile: Rueckzeile) -> None:
    """Say where somebody has written over what the form only shows."""
    geaendert = geaenderte(rueckzeile, ruecksendung.stand[rueckzeile.kennung])
    keys = [spalte.key for spalte in geaendert if not spalte.ist_antwort and spalte.key != "massnahme"]
    if keys:
        was = f"{rueckzeile.kennung}, {rueckzeile.ort(*keys)}: ist nicht zum Ausfüllen; die Änderung wurde nicht übernommen."
        ergebnis.hinweise.append(Hinweis(ruecksendung.datei, was))


def _vereine(ergebnis: Abgleich, zeile: Zeile, gelesene: list[_Gelesen]) -> None:
    """Join the answers about one measure from all returns, or refuse them where two disagree."""
    strittig = {
        key for key in (spalte.key for spalte in ANTWORTEN) if len(list(_verschiedene(gelesene, key))) > 1
    }
    if strittig:
        for key in sorted(strittig, key=list(NACH_KEY).index):
            _lehne_strittiges_ab(ergebnis, zeile, key, list(_verschiedene(gelesene, key)))
        return
    antworten = {key: antwort for gelesen in reversed(gelesene) for key, antwort in gelesen.antworten.items()}
    geordnet = {key: antworten[key] for key in NACH_KEY if key in antworten}
    erste = gelesene[0]
    neu = {**zeile.eintrag, **{key: antwort.wert for key, antwort in geordnet.items()}}
    if neu["status"] in BEGRUENDUNGSPFLICHTIG and not neu.get("begruendung"):
        was = f"Zum Status „{STATUS[neu['status']]}“ gehört eine Begründung; sie fehlt."
        ort = erste.rueckzeile.ort("begruendung")
        ergebnis.ablehnungen.append(Ablehnung(erste.ruecksendung.datei, ort, zeile.kennung, was))
        return
    for antwort in geordnet.values():
        for notiz in filter(None, (antwort.notiz, _PERSON if nennt_person(antwort.wert) else "")):
            ergebnis.hinweise.append(Hinweis(antwort.datei, f"{zeile.kennung}, {antwort.ort}: {notiz}."))
    ergebnis.aenderungen.append(Aenderung(zeile, erste.ruecksendung.datei, erste.rueckzeile.ort(), geordnet))


def _verschiedene(gelesene: Iterable[_Gelesen], key: str) -> Iterator[Antwort]:
    """Yield the answers to a field that differ from each other."""
    gesehen: list[Any] = []
    for gelesen in gelesene:
        antwort = gelesen.antworten.get(key)
        if antwort is not None and not any(is_same(_inhalt(antwort.wert), wert) for wert in gesehen):
            gesehen.append(_inhalt(antwort.wert))
            yield antwort


def _lehne_strittiges_ab(ergebnis: Abgleich, zeile: Zeile, key: str, antworten: list[Antwort]) -> None:
    erste, *andere = antworten
    worte = ", ".join(f"{antwort.datei}, {antwort.ort}" for antwort in andere)
    was = f"Zu „{NACH_KEY[key].titel}“ steht in {worte} etwas anderes. Klären Sie, was gilt."
    ergebnis.ablehnungen.append(Ablehnung(erste.datei, erste.ort, zeile.kennung, was))
