"""What changed in one Akte, short: how much in one line, then records with their fields, then other files."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fgk.output.summary import anzahl
from fgk.output.vergleich_text import VergleichText
from fgk.vergleich import ENTFERNT, GEAENDERT, NEU, UNBEKANNT, Eintrag, Vergleich

#: so many records are shown; whoever has more to see asks ``fgk diff``
_MOST = 12
_MOST_FILES = 6


class Dateien(NamedTuple):
    """Files that are no records, and records whose content is the same: new, changed, gone, written in another way."""

    neu: Iterable[str] = ()
    geaendert: Iterable[str] = ()
    entfernt: Iterable[str] = ()
    umgeschrieben: Iterable[str] = ()


def umfang(vergleich: Vergleich) -> str:
    """Say how much differs: ``3 Felder in 2 Datensätzen geändert, 1 Datensatz neu``; empty where nothing does."""
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
    return ", ".join(teile)


def aenderungsliste(
    vergleich: Vergleich, dateien: Dateien, *, width: int, color: bool = False
) -> Iterator[str]:
    """Yield the lines; of a new record only what it is, because everything in it is new."""
    alle = [_kurz(eintrag) for teil in vergleich.abschnitte for eintrag in teil.eintraege]
    yield from VergleichText(width=width, color=color).lines(alle[:_MOST])
    if len(alle) > _MOST:
        yield f"  und {anzahl(len(alle) - _MOST, 'weiterer Datensatz', 'weitere Datensätze')}"
    yield from dateiliste(dateien)


def dateiliste(dateien: Dateien) -> Iterator[str]:
    """Yield a line for each kind of change of files."""
    for titel, pfade in (
        ("Andere Dateien, neu", dateien.neu),
        ("Andere Dateien, geändert", dateien.geaendert),
        ("Andere Dateien, nicht mehr da", dateien.entfernt),
        ("Nur anders geschrieben, gleicher Inhalt", dateien.umgeschrieben),
    ):
        liste = list(pfade)
        if liste:
            mehr = f" und {len(liste) - _MOST_FILES} weitere" if len(liste) > _MOST_FILES else ""
            yield f"  {titel}: {', '.join(liste[:_MOST_FILES])}{mehr}"


def _kurz(eintrag: Eintrag) -> Eintrag:
    return eintrag._replace(aenderungen=()) if eintrag.art == NEU else eintrag
