"""What changed in one Akte, short: how much in one line, then records with their fields, then other files."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fgk.output.summary import anzahl
from fgk.output.vergleich_text import VergleichText
from fgk.vergleich import ENTFERNT, GEAENDERT, NEU, UNBEKANNT, Eintrag, Vergleich

#: so many records are shown of what is done and can be seen in the trail; what is still to be agreed to is shown whole
MOST = 12
_MOST_FILES = 6


class Dateien(NamedTuple):
    """Files that are no records, and records whose content is the same: new, changed, gone, written in another way."""

    neu: Iterable[str] = ()
    geaendert: Iterable[str] = ()
    entfernt: Iterable[str] = ()
    umgeschrieben: Iterable[str] = ()


_KEINE = Dateien()


def umfang(vergleich: Vergleich, dateien: Dateien = _KEINE) -> str:
    """Say how much differs: ``3 Felder in 2 Datensätzen geändert, 1 andere Datei neu``; empty where nothing does."""
    alle = [eintrag for teil in vergleich.abschnitte for eintrag in teil.eintraege if eintrag.ist_unterschied]
    geaendert = [eintrag for eintrag in alle if eintrag.art == GEAENDERT]
    felder = sum(len(eintrag.aenderungen) for eintrag in geaendert)
    teile = []
    if geaendert:
        in_wie_vielen = anzahl(len(geaendert), "Datensatz", "Datensätzen")
        teile.append(f"{anzahl(felder, 'Feld', 'Felder')} in {in_wie_vielen} geändert")
    for art, wort in (
        (NEU, "neu"),
        (ENTFERNT, "nicht mehr da"),
        (UNBEKANNT, "wegen Fehlern nicht verglichen"),
    ):
        zahl = sum(eintrag.art == art for eintrag in alle)
        if zahl:
            teile.append(f"{anzahl(zahl, 'Datensatz', 'Datensätze')} {wort}")
    for wort, pfade in (
        ("neu", dateien.neu),
        ("geändert", dateien.geaendert),
        ("nicht mehr da", dateien.entfernt),
    ):
        zahl = len(list(pfade))
        if zahl:
            teile.append(f"{anzahl(zahl, 'andere Datei', 'andere Dateien')} {wort}")
    return ", ".join(teile)


def aenderungsliste(
    vergleich: Vergleich, dateien: Dateien, schreiber: VergleichText, most: int | None = None
) -> Iterator[str]:
    """Yield the lines; of a new record only what it is, because everything in it is new."""
    alle = [_kurz(eintrag) for teil in vergleich.abschnitte for eintrag in teil.eintraege]
    gezeigt = alle[:most]
    yield from schreiber.lines(gezeigt)
    mehr = len(alle) - len(gezeigt)
    if mehr:
        yield f"  und {anzahl(mehr, 'weiterer Datensatz', 'weitere Datensätze')}"
    for zeile in _dateiliste(dateien, _MOST_FILES if most else None):
        yield from schreiber.wrap(zeile, "  ", "    ")


def _dateiliste(dateien: Dateien, most: int | None) -> Iterator[str]:
    for titel, pfade in (
        ("Andere Dateien, neu", dateien.neu),
        ("Andere Dateien, geändert", dateien.geaendert),
        ("Andere Dateien, nicht mehr da", dateien.entfernt),
        ("Nur anders geschrieben, gleicher Inhalt", dateien.umgeschrieben),
    ):
        liste = list(pfade)
        if liste:
            mehr = f" und {len(liste) - most} weitere" if most and len(liste) > most else ""
            yield f"{titel}: {', '.join(liste[:most])}{mehr}"


def _kurz(eintrag: Eintrag) -> Eintrag:
    return eintrag._replace(aenderungen=()) if eintrag.art == NEU else eintrag
