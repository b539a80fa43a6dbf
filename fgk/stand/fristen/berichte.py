"""Annual reports: due, not presented, not checked by the Verein; those of which nothing is on file yet as well."""

from collections.abc import Iterator
from datetime import date

from fgk.akte import Akte, Record
from fgk.models.arten import art_namens
from fgk.models.datum import ist_sicher_vor, tag_davor
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.vertrag import Vertrag
from fgk.models.zielvereinbarung import Laufzeit
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.stand.fortschritt import berichte
from fgk.stand.fristen.frist import Frist
from fgk.stand.tore import berichtsjahre
from fgk.stand.zeitpunkt import nach_monaten

ABGELEITET = "Ein Tag ist nicht eingetragen; er folgt aus der Laufzeit."


def berichtsfristen(akte: Akte, laufzeit: Laufzeit | None, jahre: int, stichtag: date) -> Iterator[Frist]:
    """Yield the deadlines of reports on file and, within ``jahre`` years of the Laufzeit, of those still to come."""
    gezaehlt = 0
    for record in berichte(akte):
        gezaehlt += berichtsjahre(record.modell)
        yield _vorlage(record, gezaehlt, _jahresende(laufzeit, gezaehlt))
        yield from _pruefung(record, stichtag)
    # the contract names the days of reports that it asks for, which is better than to reckon
    benannt = _pflichten(akte)
    for nummer in range(max(gezaehlt, benannt) + 1, jahre + 1):
        ende = _jahresende(laufzeit, nummer)
        if ende is not None:
            yield _kommend(nummer, ende)


def _vorlage(record: Record[Jahresbericht], nummer: int, jahresende: date | None) -> Frist:
    """Return when a report is due; its mark is its place, so that it stays the same from before it was begun."""
    bericht = record.modell
    faellig = bericht.faellig_am or jahresende
    return Frist(
        "jahresbericht",
        f"{nummer}",
        f"Jahresbericht {jahr_in_worten(bericht)} vorlegen",
        record.path,
        "vorgelegt_am",
        bericht.kennung,
        faellig,
        bericht.vorgelegt_am,
        ist_abgeleitet=bericht.faellig_am is None,
        hinweis="" if bericht.faellig_am else ABGELEITET if faellig else "Ein Tag ist nicht eingetragen.",
    )


def _pruefung(record: Record[Jahresbericht], stichtag: date) -> Iterator[Frist]:
    """Yield what the Verein has still to do with a presented report, or what it asks for."""
    bericht, pruefung = record.modell, record.modell.pruefung_verein
    if bericht.vorgelegt_am is None or ist_sicher_vor(stichtag, bericht.vorgelegt_am):
        return
    if pruefung is None or ist_sicher_vor(stichtag, pruefung.datum):
        was, ist_erledigt = f"Prüfung des Jahresberichts {jahr_in_worten(bericht)} durch den Verein", False
    elif pruefung.ergebnis == "nachzubessern":
        was, ist_erledigt = (
            f"Jahresbericht {jahr_in_worten(bericht)} nachbessern und noch einmal vorlegen",
            False,
        )
    else:
        was, ist_erledigt = f"Prüfung des Jahresberichts {jahr_in_worten(bericht)} durch den Verein", True
    yield Frist(
        "pruefung",
        bericht.kennung,
        was,
        record.path,
        "pruefung_verein",
        bericht.kennung,
        erledigt_am=pruefung.datum if pruefung and ist_erledigt else None,
        ist_erledigt=ist_erledigt,
    )


def _kommend(nummer: int, ende: date) -> Frist:
    return Frist(
        "jahresbericht",
        f"{nummer}",
        f"{nummer}. Jahresbericht anlegen und vorlegen",
        art_namens("jahresbericht").ordner,
        faellig_am=ende,
        ist_abgeleitet=True,
        hinweis=f"{ABGELEITET[:-1]}, deren {nummer}. Jahr dann endet.",
    )


def _jahresende(laufzeit: Laufzeit | None, nummer: int) -> date | None:
    """Return the last day of a year of the Laufzeit."""
    return tag_davor(nach_monaten(laufzeit.von, 12 * nummer)) if laufzeit else None


def _pflichten(akte: Akte) -> int:
    vertrag = akte.einzeln(Vertrag)
    return (
        sum("Jahresbericht" in p.text and p.faellig_am is not None for p in vertrag.modell.pflichten)
        if vertrag
        else 0
    )
