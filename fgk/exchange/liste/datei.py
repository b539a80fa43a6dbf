"""Open a list: the sheets of a workbook (XLSX) or the one of a CSV file, merged cells filled."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from openpyxl.utils import get_column_letter, range_boundaries

from fgk.errors import FgkError
from fgk.exchange import arbeitsmappe
from fgk.exchange.liste.blatt import Blatt, Zeile, Zelle, als_text
from fgk.exchange.waechter import LETZTE_ZEILE, UnbrauchbareDateiError
from fgk.sources import reason_of

_GROESSTE_DATEI = 64 * 1024 * 1024
_TEXTDATEIEN = frozenset({".csv", ".txt", ".tsv"})
#: row and column of a cell, and those of the first cell of the range it is merged into
_Anker = dict[tuple[int, int], tuple[int, int]]


def lies_blaetter(path: Path) -> list[Blatt]:
    """Return the visible sheets that are not empty; raises ``FgkError`` for a file that is no list."""
    raw = _lies(path)
    try:
        blaetter = [_aus_csv(path, raw)] if _ist_text(path, raw) else _aus_mappe(raw)
    except UnbrauchbareDateiError as error:
        raise FgkError(f"„{path}“: {error.was}", error.tun) from error
    gefuellt = [blatt for blatt in blaetter if blatt.zeilen]
    if not gefuellt:
        raise FgkError(f"„{path}“ ist leer.", "Prüfen Sie, ob es die richtige Datei ist.")
    return gefuellt


def _lies(path: Path) -> bytes:
    try:
        if path.stat().st_size > _GROESSTE_DATEI:
            raise FgkError(f"„{path}“ ist größer als 64 MB.", "Speichern Sie nur das Blatt mit der Liste.")
        return path.read_bytes()
    except OSError as error:
        raise FgkError(
            f"„{path}“ lässt sich nicht lesen ({reason_of(error)}).",
            "Prüfen Sie den Pfad, und schließen Sie die Datei, falls sie geöffnet ist.",
        ) from error


def _ist_text(path: Path, raw: bytes) -> bool:
    return path.suffix.casefold() in _TEXTDATEIEN and bool(raw) and b"\0" not in raw


def _aus_mappe(raw: bytes) -> list[Blatt]:
    """Return the visible sheets with the results of formulas, as far as they are stored."""
    roh = arbeitsmappe.lies_arbeitsmappe(raw).blaetter
    hat_formeln = any(
        zelle.ist_formel for blatt in roh for zeile in blatt.zeilen.values() for zelle in zeile.values()
    )
    werte = arbeitsmappe.lies_arbeitsmappe(raw, mit_ergebnissen=True).blaetter if hat_formeln else roh
    paare = zip(roh, werte, strict=True)
    return [
        Blatt(blatt.name, list(_zeilen(blatt, ergebnis))) for blatt, ergebnis in paare if blatt.ist_sichtbar
    ]


def _zeilen(blatt: arbeitsmappe.Blatt, ergebnis: arbeitsmappe.Blatt) -> Iterator[Zeile]:
    """Yield the rows in which something stands of their own."""
    verbunden: dict[int, _Anker] = {}
    for platz, anker in _anker(blatt).items():
        verbunden.setdefault(platz[0], {})[platz] = anker
    letzte = max(blatt.zeilen, default=0)
    for nummer in range(1, letzte + 1):
        zellen = dict(_zellen(nummer, blatt, ergebnis, verbunden.get(nummer, {})))
        if any(not zelle.ist_gefuellt for zelle in zellen.values()):
            yield Zeile(nummer, dict(sorted(zellen.items())))


def _anker(blatt: arbeitsmappe.Blatt) -> _Anker:
    """Return for every cell of a merged range its first; ranges that go on and on are followed as far as rows are."""
    letzte = max(blatt.zeilen, default=0)
    anker: _Anker = {}
    for bereich in blatt.verbunden:
        links, oben, rechts, unten = (grenze or 1 for grenze in range_boundaries(bereich))
        for zeile in range(oben, min(unten, letzte) + 1):
            for spalte in range(links, min(rechts, links + 500) + 1):
                anker[zeile, spalte] = (oben, links)
    return anker


def _zellen(
    nummer: int, blatt: arbeitsmappe.Blatt, ergebnis: arbeitsmappe.Blatt, anker: _Anker
) -> Iterator[tuple[int, Zelle]]:
    """Yield the cells of a row that say something, those of merged ranges with the value of their first."""
    for spalte in {*blatt.zeilen.get(nummer, {}), *(spalte for _, spalte in anker)}:
        quelle = anker.get((nummer, spalte), (nummer, spalte))
        roh = blatt.zeilen.get(quelle[0], {}).get(quelle[1])
        if roh is None:
            continue
        wert = ergebnis.zeilen.get(quelle[0], {}).get(quelle[1])
        von = roh.adresse if (nummer, spalte) in anker else None
        zelle = _zelle(f"{get_column_letter(spalte)}{nummer}", wert, von)
        if zelle.problem or zelle.text:
            yield spalte, zelle


def _zelle(adresse: str, wert: arbeitsmappe.Zelle | None, von: str | None) -> Zelle:
    if wert is None:
        return Zelle(adresse, None, _OHNE_ERGEBNIS, von)
    if wert.ist_fehler:
        return Zelle(adresse, None, f"Die Zelle zeigt den Fehler {wert.wert}.", von)
    return Zelle(adresse, wert.wert, None, von)


_OHNE_ERGEBNIS = (
    "Die Zelle enthält eine Formel, deren Ergebnis nicht gespeichert ist. Öffnen Sie die Datei in Excel, und speichern Sie sie "
    "einmal."
)


def _aus_csv(path: Path, raw: bytes) -> Blatt:
    text = _entschluessle(raw)
    trenner = max(";\t,", key=text[:5000].count)
    zeilen = []
    try:
        for nummer, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=trenner), start=1):
            zellen = {
                spalte: Zelle(f"{get_column_letter(spalte)}{nummer}", wert)
                for spalte, wert in enumerate(row, start=1)
                if als_text(wert)
            }
            if zellen:
                zeilen.append(Zeile(nummer, zellen))
            if len(zeilen) > LETZTE_ZEILE:
                raise FgkError(
                    f"„{path}“ hat mehr als 20.000 Zeilen.", "Prüfen Sie, ob es die richtige Datei ist."
                )
    except csv.Error as error:
        raise FgkError(f"„{path}“ ist keine CSV-Datei.", "Speichern Sie die Liste als .xlsx.") from error
    return Blatt(path.name, zeilen)


def _entschluessle(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")  # how Excel writes CSV on German machines
