"""Recognise a returned form and find its rows again, by headings and Kennungen and not by where they stood."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from fgk.exchange.arbeitsmappe import Arbeitsmappe, Blatt, Zelle
from fgk.exchange.lesart import zellabdruck
from fgk.exchange.spalten import ANTWORTEN, ERSTE_SPALTE, FASSUNG, KOPFZEILE, MARKE, NACH_KEY, SPALTEN, Spalte
from fgk.exchange.waechter import UnbrauchbareDateiError

#: where a table may begin; above it stand the titles
_KOPF_BIS = 60
#: the title of a form, above its table
_TITEL = "Formular zum Jahresbericht"
_NEU = "Schreiben Sie mit „fgk export formular“ ein neues Formular, und übertragen Sie die Antworten."


class KeinFormularError(Exception):
    """A workbook that no ``fgk export formular`` has written."""


class Ablehnung(NamedTuple):
    """What was not taken in: from which file, where in it, about which measure, and why."""

    datei: str
    ort: str
    kennung: str
    was: str


class Hinweis(NamedTuple):
    """What the user should know, and what is no reason to refuse anything."""

    datei: str
    was: str


class Stand(NamedTuple):
    """What a row was when the form was written: digests of its entry, and of what each of its cells showed."""

    eintrag: str
    zellen: dict[str, str]


class Rueckzeile(NamedTuple):
    """A row of a return. ``zellen`` holds the columns that the table has, ``None`` for an empty cell."""

    kennung: str
    blatt: str
    nummer: int
    spalten: dict[str, str]
    zellen: dict[str, Zelle | None]
    verbunden: dict[str, str]

    def ort(self, *keys: str) -> str:
        """Return the addresses of cells of this row; without keys that of the row."""
        if not keys:
            return f"Zeile {self.nummer}"
        adressen = [f"{self.spalten[key]}{self.nummer}" for key in keys if key in self.spalten]
        return f"Zelle{'n' if len(adressen) > 1 else ''} {', '.join(adressen)}" if adressen else self.ort()


class Ruecksendung(NamedTuple):
    """A return: whose it is, what its rows were when it was written, and what they say now."""

    datei: str
    akte: str
    bericht: str
    stelle: str
    stand: dict[str, Stand]
    zeilen: list[Rueckzeile]
    hinweise: list[Hinweis]
    ablehnungen: list[Ablehnung]


def lies_ruecksendung(datei: str, mappe: Arbeitsmappe) -> Ruecksendung:
    """Return what a form says; raises ``KeinFormularError``, and ``UnbrauchbareDateiError`` for one that is broken."""
    verborgen = next((blatt for blatt in mappe.blaetter if blatt.text(1, 1) == MARKE), None)
    if verborgen is None:
        _erkenne_rest(mappe)
        raise KeinFormularError
    if verborgen.text(1, 2) != FASSUNG:
        raise UnbrauchbareDateiError(
            f"Das Formular hat die Fassung {verborgen.text(1, 2) or '?'}; diese fgk-Version liest Fassung {FASSUNG}.",
            _NEU,
        )
    angaben = {verborgen.text(zeile, 1): verborgen.text(zeile, 2) for zeile in range(2, KOPFZEILE)}
    ergebnis = Ruecksendung(
        datei,
        angaben.get("akte", ""),
        angaben.get("bericht", ""),
        angaben.get("stelle", ""),
        dict(_stand(verborgen)),
        [],
        [Hinweis(datei, f"Die Datei {was}.") for was in mappe.hinweise],
        [],
    )
    tabellen = [
        (blatt, kopf) for blatt in mappe.blaetter if (kopf := _kopf(blatt)) and blatt is not verborgen
    ]
    if not tabellen:
        raise UnbrauchbareDateiError(
            "Im Formular fehlt die Zeile mit den Überschriften „Kennung“ und „Status“.", _NEU
        )
    for blatt, kopf in tabellen:
        _lies_tabelle(ergebnis, blatt, kopf)
    _nenne_uebriges(ergebnis, mappe, [verborgen.name, *(blatt.name for blatt, _ in tabellen)])
    return ergebnis


def _erkenne_rest(mappe: Arbeitsmappe) -> None:
    """Raise ``UnbrauchbareDateiError`` for what was a form before its sheet was copied into another workbook."""
    for blatt in mappe.blaetter:
        kopf = _kopf(blatt)
        worte = set() if kopf is None else {_wort(zelle.text) for zelle in blatt.zeilen[kopf].values()}
        titel = any(_TITEL in blatt.text(zeile, 1) for zeile in range(1, KOPFZEILE))
        if titel or _wort(NACH_KEY["text"].titel) in worte:
            raise UnbrauchbareDateiError(
                f"Blatt „{blatt.name}“ war ein Formular von fgk. Ihm fehlt das verborgene Blatt, an dem fgk sieht, zu "
                "welchem Bericht es gehört und was geändert ist: Es wurde gelöscht, oder jemand hat das Blatt in eine neue "
                "Mappe kopiert.",
                f"Bitten Sie um die Mappe selbst. Gibt es sie nicht mehr: {_NEU} Ist es doch eine Maßnahmenliste, nennen "
                "Sie das Blatt mit --blatt.",
            )


def _stand(blatt: Blatt) -> Iterator[tuple[str, Stand]]:
    keys = [blatt.text(KOPFZEILE, ERSTE_SPALTE + platz) for platz in range(len(SPALTEN))]
    for zeile in sorted(blatt.zeilen):
        if zeile > KOPFZEILE:
            zellen = {key: blatt.text(zeile, ERSTE_SPALTE + platz) for platz, key in enumerate(keys)}
            yield blatt.text(zeile, 1), Stand(blatt.text(zeile, 2), zellen)


def _kopf(blatt: Blatt) -> int | None:
    """Return the row of the headings."""
    for zeile in sorted(blatt.zeilen):
        if zeile > _KOPF_BIS:
            break
        worte = {_wort(zelle.text) for zelle in blatt.zeilen[zeile].values()}
        if {"kennung", "status"} <= worte:
            return zeile
    return None


def _wort(text: str) -> str:
    return " ".join(text.split()).casefold()


def _lies_tabelle(ergebnis: Ruecksendung, blatt: Blatt, kopf: int) -> None:
    spalten = _spalten(blatt, kopf)
    _pruefe_ueberschriften(blatt, kopf, spalten)
    for zeile in sorted(blatt.zeilen):
        if zeile > kopf:
            _lies_zeile(ergebnis, blatt, zeile, spalten)
    belegt = {spalte for reihe in blatt.zeilen.values() for spalte in reihe}
    _nenne_fremde_spalten(ergebnis, blatt, kopf, sorted(belegt.difference(spalten.values())))


def _pruefe_ueberschriften(blatt: Blatt, kopf: int, spalten: dict[str, int]) -> None:
    """Refuse a table that lacks an answer column: what was typed there would be lost, or stand under another name."""
    fehlend = [f"„{spalte.titel}“" for spalte in ANTWORTEN if spalte.key not in spalten]
    if not fehlend:
        return
    fremd = [
        f"„{' '.join(zelle.text.split())}“ ({zelle.adresse})"
        for nummer, zelle in blatt.zeilen[kopf].items()
        if nummer not in spalten.values()
    ]
    wort = "fehlt die Überschrift" if len(fehlend) == 1 else "fehlen die Überschriften"
    statt = f" Nicht bekannt sind: {', '.join(fremd)}." if fremd else ""
    raise UnbrauchbareDateiError(
        f"In Blatt „{blatt.name}“, Zeile {kopf}, {wort} {', '.join(fehlend)}; gelesen wurde nichts.{statt}",
        "Schreiben Sie die Überschrift wieder so hin, und lesen Sie die Mappe noch einmal ein.",
    )


def _spalten(blatt: Blatt, kopf: int) -> dict[str, int]:
    """Return in which column of the sheet each of ours stands."""
    bekannt = {_wort(spalte.titel): spalte.key for spalte in SPALTEN}
    spalten: dict[str, int] = {}
    for nummer, zelle in blatt.zeilen[kopf].items():
        key = bekannt.get(_wort(zelle.text))
        if key in spalten:
            raise UnbrauchbareDateiError(
                f"Die Überschrift „{zelle.text}“ steht in Blatt „{blatt.name}“ zweimal, auch in Zelle {zelle.adresse}.",
                "Löschen Sie die Spalte, die nicht gemeint ist.",
            )
        if key:
            spalten[key] = nummer
    return spalten


def _lies_zeile(ergebnis: Ruecksendung, blatt: Blatt, zeile: int, spalten: dict[str, int]) -> None:
    """Keep a row, or say why it is none: nothing that somebody typed is left out in silence."""
    text = blatt.text(zeile, spalten["massnahme"])
    kennung = re.sub(r"\s", "", text).upper()
    gefuellt = [zelle.adresse for spalte, zelle in blatt.zeilen[zeile].items() if spalte in spalten.values()]
    if kennung in ergebnis.stand:
        ergebnis.zeilen.append(_rueckzeile(kennung, blatt, zeile, spalten))
    elif gefuellt:
        ort = f"Zelle{'n' if len(gefuellt) > 1 else ''} {', '.join(gefuellt)}"
        was = (
            f"Die Kennung „{text}“ gehört nicht zu diesem Formular."
            if text
            else "Die Zeile hat keine Kennung, enthält aber Text."
        )
        ergebnis.ablehnungen.append(Ablehnung(ergebnis.datei, ort, text, was))


def _rueckzeile(kennung: str, blatt: Blatt, zeile: int, spalten: dict[str, int]) -> Rueckzeile:
    zellen = {key: blatt.zeilen[zeile].get(spalte) for key, spalte in spalten.items()}
    verbunden = {key: bereich for key, spalte in spalten.items() if (bereich := blatt.verbund(zeile, spalte))}
    buchstaben = {key: get_column_letter(spalte) for key, spalte in spalten.items()}
    return Rueckzeile(kennung, blatt.name, zeile, buchstaben, zellen, verbunden)


def _nenne_fremde_spalten(ergebnis: Ruecksendung, blatt: Blatt, kopf: int, fremd: list[int]) -> None:
    for spalte in fremd:
        adressen = [
            reihe[spalte].adresse for zeile, reihe in blatt.zeilen.items() if zeile > kopf and spalte in reihe
        ]
        if adressen:
            titel = blatt.text(kopf, spalte)
            name = f"Die Spalte „{titel}“" if titel else "Eine Spalte ohne Überschrift"
            was = f"{name} gehört nicht zum Formular; nicht gelesen: {_einige(adressen)}."
            ergebnis.hinweise.append(Hinweis(ergebnis.datei, was))


def _nenne_uebriges(ergebnis: Ruecksendung, mappe: Arbeitsmappe, gelesen: list[str]) -> None:
    """Say which measures the table lacks, and which sheets with content are none of ours."""
    vorhanden = {zeile.kennung for zeile in ergebnis.zeilen}
    fehlend = [kennung for kennung in ergebnis.stand if kennung not in vorhanden]
    if fehlend:
        was = f"Nicht beantwortet, weil die Zeile fehlt: {', '.join(fehlend)}."
        ergebnis.hinweise.append(Hinweis(ergebnis.datei, was))
    for blatt in mappe.blaetter:
        if blatt.name not in [*gelesen, "Anleitung"] and blatt.zeilen:
            was = f"Das Blatt „{blatt.name}“ gehört nicht zum Formular und wurde nicht gelesen."
            ergebnis.hinweise.append(Hinweis(ergebnis.datei, was))


def _einige(adressen: list[str]) -> str:
    return ", ".join(adressen[:5]) + (f" und {len(adressen) - 5} weitere" if len(adressen) > 5 else "")


def geaenderte(rueckzeile: Rueckzeile, stand: Stand) -> list[Spalte]:
    """Return the columns in which a row no longer says what it said when the form was written."""
    return [
        spalte
        for spalte in SPALTEN
        if spalte.key in rueckzeile.zellen
        and _ist_geaendert(rueckzeile.zellen[spalte.key], stand.zellen.get(spalte.key, ""))
    ]


def _ist_geaendert(zelle: Zelle | None, damals: str) -> bool:
    if zelle is not None and (zelle.ist_formel or zelle.ist_fehler):
        return True
    return zellabdruck(zelle.wert if zelle else None) != damals


def ist_verrutscht(rueckzeile: Rueckzeile, stand: Mapping[str, Stand]) -> bool:
    """Say whether a row shows the title of another measure: whoever sorts a part of the columns mixes up the answers."""
    if "titel" not in rueckzeile.zellen:
        return False
    zelle = rueckzeile.zellen["titel"]
    gezeigt = zellabdruck(zelle.wert if zelle else None)
    titel = {kennung: damals.zellen.get("titel") for kennung, damals in stand.items()}
    return gezeigt != titel[rueckzeile.kennung] and gezeigt in titel.values()
