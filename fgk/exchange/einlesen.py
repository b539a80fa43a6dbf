"""From returned forms to a changed report: held against the Akte, and checked as it would be before anything is written.

A row whose answers would bring a fault into the Akte is refused; the others are taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from fgk.akte import Akte, Record
from fgk.diagnostic import Diagnostic
from fgk.editing.edit import edit
from fgk.errors import FgkError
from fgk.exchange.abgleich import Abgleich, Aenderung, gleiche_ab
from fgk.exchange.ruecksendung import Ablehnung, Hinweis, Ruecksendung
from fgk.exchange.zeilen import kopf, zeilen
from fgk.festlegung.geltung import bindungen
from fgk.models.datum import spaetestens
from fgk.models.felder import Route
from fgk.models.jahresbericht import Jahresbericht
from fgk.reading.reader import locate, read_yaml
from fgk.schreibweise import datum
from fgk.stand.beschlusslage import annahme
from fgk.stand.fortschritt import berichte
from fgk.writing import check_files


class Eingelesen(NamedTuple):
    """What returns come to: the files of the Akte as they would be, and what changes in them or is refused.

    ``vorher`` are the same files as they were read.
    """

    dateien: Mapping[str, bytes]
    vorher: Mapping[str, bytes]
    abgleich: Abgleich


def einlesen(ordner: Path, akte: Akte, ruecksendungen: Iterable[Ruecksendung], stichtag: date) -> Eingelesen:
    """Return what the returns change in their reports; writes nothing."""
    passende, ablehnungen = _passende(akte, ruecksendungen, stichtag)
    abgleich = Abgleich([], ablehnungen, [])
    dateien: dict[str, bytes] = {}
    vorher: dict[str, bytes] = {}
    for record in berichte(akte):
        if record.kennung in passende:
            eines = _in_einen_bericht(ordner, akte, record, passende[record.kennung], stichtag)
            dateien.update(eines.dateien)
            vorher.update(eines.vorher)
            abgleich.aenderungen.extend(eines.abgleich.aenderungen)
            abgleich.ablehnungen.extend(eines.abgleich.ablehnungen)
            abgleich.hinweise.extend(eines.abgleich.hinweise)
    return Eingelesen(dateien, vorher, abgleich)


def _in_einen_bericht(
    ordner: Path, akte: Akte, record: Record[Jahresbericht], passende: list[Ruecksendung], stichtag: date
) -> Eingelesen:
    abgleich = gleiche_ab(passende, zeilen(akte, record))
    juengster = berichte(akte)[-1].kennung
    if abgleich.aenderungen and record.kennung != juengster:
        was = f"Die Antworten kommen in den Jahresbericht {record.kennung}, zu dem das Formular gehört; der jüngste ist {juengster}."
        abgleich.hinweise[:0] = [Hinweis(ruecksendung.datei, was) for ruecksendung in passende]
    vorgelegt = record.modell.vorgelegt_am
    if abgleich.aenderungen and vorgelegt is not None and spaetestens(vorgelegt) <= stichtag:
        was = f"Der Bericht wurde dem Rat am {datum(vorgelegt)} vorgelegt; was Sie jetzt ändern, kennt er nicht."
        abgleich.hinweise.append(Hinweis(akte.shown_path(record.path), was))
    pruefung = _Pruefung(ordner, akte, record, stichtag)
    taugliche = pruefung.taugliche(abgleich.aenderungen, abgleich.ablehnungen)
    dateien = {record.path: pruefung.text(taugliche)} if taugliche else {}
    return Eingelesen(dateien, {record.path: record.raw}, abgleich._replace(aenderungen=taugliche))


def _passende(
    akte: Akte, ruecksendungen: Iterable[Ruecksendung], stichtag: date
) -> tuple[dict[str, list[Ruecksendung]], list[Ablehnung]]:
    """Return the returns that may come into a report of this Akte, by its Kennung, and why the others may not."""
    passende: dict[str, list[Ruecksendung]] = {}
    ablehnungen = []
    for ruecksendung in ruecksendungen:
        was = _grund(akte, ruecksendung, stichtag)
        if was is None:
            passende.setdefault(ruecksendung.bericht, []).append(ruecksendung)
        else:
            ablehnungen.append(Ablehnung(ruecksendung.datei, "", "", was))
    return passende, ablehnungen


def _grund(akte: Akte, ruecksendung: Ruecksendung, stichtag: date) -> str | None:
    """Return why a return cannot come into its report: it is not here, or the council has it as it is."""
    eigene, bericht = kopf(akte).kennung, ruecksendung.bericht
    if ruecksendung.akte != eigene:
        return f"Das Formular gehört zur Akte {ruecksendung.akte}, nicht zu {eigene}. Nennen Sie diese mit --akte."
    vorhanden = {record.kennung for record in berichte(akte)}
    if bericht not in vorhanden:
        return f"Einen Jahresbericht {bericht} ohne Fehler gibt es in dieser Akte nicht."
    beschluss = _zur_kenntnis(akte, bericht, stichtag)
    if beschluss is None:
        return None
    return (
        f"Das Formular gehört zum Jahresbericht {bericht}, den der Rat mit {beschluss} zur Kenntnis genommen hat; er bleibt, wie "
        "er vorgelegt wurde. Was noch gilt, tragen Sie in den nächsten Bericht ein, oder bitten Sie mit dessen Formular darum."
    )


def _zur_kenntnis(akte: Akte, kennung: str, stichtag: date) -> str | None:
    """Return the decision that binds a report, or with which the council took note of it."""
    gebunden = bindungen(akte, kennung)
    if gebunden:
        return gebunden[-1].beschluss
    genommen = annahme(akte, kennung, stichtag)
    return None if genommen is None else genommen.beschluss.kennung


class _Pruefung:
    """Finds out which rows of a report may be changed as they would be."""

    def __init__(self, ordner: Path, akte: Akte, record: Record[Jahresbericht], stichtag: date) -> None:
        self._ordner = ordner
        self._gezeigt = akte.shown_path(record.path)
        self._record = record
        self._stichtag = stichtag

    def text(self, aenderungen: Iterable[Aenderung]) -> bytes:
        """Return the file with these changes; raises ``FgkError`` where it is written in a way that forbids it."""
        werte: dict[Route, Any] = {
            ("massnahmen", aenderung.zeile.nummer, key): antwort.wert
            for aenderung in aenderungen
            for key, antwort in aenderung.antworten.items()
        }
        return edit(self._record.raw, werte, Jahresbericht)

    def taugliche(self, aenderungen: Sequence[Aenderung], ablehnungen: list[Ablehnung]) -> list[Aenderung]:
        """Return the changes that can be made together, and add why the others cannot."""
        offen = list(aenderungen)
        while offen:
            schuldige = self._schuldige(offen)
            if not schuldige:
                return offen
            for nummer, ablehnung in schuldige.items():
                ablehnungen.append(ablehnung)
                offen = [aenderung for aenderung in offen if aenderung.zeile.nummer != nummer]
        return offen

    def _schuldige(self, aenderungen: Sequence[Aenderung]) -> dict[int, Ablehnung]:
        """Return which rows bring a fault, by their place in the report."""
        faults, raw = self._fehler(aenderungen)
        gefunden: dict[int, Ablehnung] = {}
        for fault in faults:
            nummer, key = self._stelle(fault, raw)
            aenderung = next(
                (aenderung for aenderung in aenderungen if aenderung.zeile.nummer == nummer), None
            )
            if aenderung is not None:
                gefunden.setdefault(nummer, _ablehnung(aenderung, fault, key))
        return gefunden if gefunden or not faults else self._einzeln(aenderungen)

    def _fehler(self, aenderungen: Sequence[Aenderung]) -> tuple[list[Diagnostic], bytes]:
        try:
            raw = self.text(aenderungen)
        except FgkError as error:
            fault = _als_fehler(error, self._gezeigt)
            return [fault], self._record.raw
        return check_files(self._ordner, {self._record.path: raw}, self._stichtag), raw

    def _stelle(self, fault: Diagnostic, raw: bytes) -> tuple[int, str]:
        """Return in which entry of the report and at which of its keys a fault lies; -1 for elsewhere."""
        gelesen = read_yaml(raw)
        if fault.path != self._gezeigt or not fault.code or not isinstance(gelesen.data, dict):
            return -1, ""
        routen: list[Route] = [(key,) for key in gelesen.data]
        for nummer, eintrag in enumerate(gelesen.data["massnahmen"]):
            routen += [("massnahmen", nummer, key) for key in eintrag]
        orte = ((locate(gelesen.root, route, key=True)[:2], route) for route in routen)
        davor = [(ort, route) for ort, route in orte if ort <= fault.span[:2]]
        route = max(davor)[1] if davor else ()
        return (int(route[1]), str(route[2])) if len(route) == 3 else (-1, "")

    def _einzeln(self, aenderungen: Sequence[Aenderung]) -> dict[int, Ablehnung]:
        """Find the rows that bring a fault elsewhere, such as in another file, by adding one after the other."""
        gut: list[Aenderung] = []
        gefunden: dict[int, Ablehnung] = {}
        for aenderung in aenderungen:
            faults, _ = self._fehler([*gut, aenderung])
            if faults:
                gefunden[aenderung.zeile.nummer] = _ablehnung(aenderung, faults[0], "")
            else:
                gut.append(aenderung)
        return gefunden


def _als_fehler(error: FgkError, path: str) -> Diagnostic:
    """Return what an edit refuses in the shape of a fault without a place."""
    from fgk.diagnostic import Severity

    return Diagnostic("", Severity.FEHLER, path, error.was, error.tun)


def _ablehnung(aenderung: Aenderung, fault: Diagnostic, key: str) -> Ablehnung:
    """Return why a row is refused, at the answer that the fault is about, else at the first."""
    antwort = aenderung.antworten.get(key) or next(iter(aenderung.antworten.values()))
    return Ablehnung(antwort.datei, antwort.ort, aenderung.zeile.kennung, f"{fault.was} {fault.tun}")
