"""Planned steps, the next Erhaltungsworkshop, and where Laufzeit and certificate end."""

from collections.abc import Iterator, Sequence
from datetime import date

from fgk.akte import Akte
from fgk.models.arten import art_namens
from fgk.models.audit import SCHRITT
from fgk.models.datum import fruehestens, spaetestens
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.sources import AKTE_FILE
from fgk.stand.fristen.frist import Frist
from fgk.stand.schrittstand import Schrittstand
from fgk.stand.zeitpunkt import nach_monaten
from fgk.stand.zertifikatsstand import Zertifikatsstand, zertifikat_am

_WORKSHOP = "erhaltungsworkshop"


def terminfristen(schritte: Sequence[Schrittstand]) -> Iterator[Frist]:
    """Yield the steps that are planned; those that have taken place as well."""
    for schritt in schritte:
        if schritt.geplant_am is not None:
            marke = f"{schritt.schritt}.{schritt.nummer}"
            yield Frist(
                "termin",
                marke,
                schritt.name,
                schritt.datei,
                schritt.schluessel,
                faellig_am=schritt.geplant_am,
                erledigt_am=schritt.datum,
            )


def workshopfrist(
    akte: Akte, schritte: Sequence[Schrittstand], monate: int, stichtag: date
) -> Iterator[Frist]:
    """Yield when the next Erhaltungsworkshop is due, unless one is planned; without one yet it counts from the grant.

    One that was planned after the last and did not take place is overdue itself, and not due a second time.
    """
    alle = [schritt for schritt in schritte if schritt.schritt == _WORKSHOP]
    tage = [spaetestens(schritt.datum) for schritt in alle if schritt.datum]
    geplant = [spaetestens(s.geplant_am) for s in alle if s.datum is None and s.geplant_am]
    if any(tag > max(tage, default=date.min) for tag in geplant):
        return
    beginn = max(tage, default=None) or _seit(akte, stichtag)
    if beginn is None:
        return
    yield Frist(
        _WORKSHOP,
        f"{len(tage) + 1}",
        f"{SCHRITT[_WORKSHOP]} abhalten",
        AKTE_FILE,
        "termine",
        faellig_am=nach_monaten(beginn, monate),
        ist_abgeleitet=True,
        hinweis=f"Ein Termin ist nicht eingetragen; üblich sind {monate} Monate nach dem letzten"
        + (" Workshop." if tage else " Zertifikat."),
    )


def _seit(akte: Akte, stichtag: date) -> date | None:
    zertifikat = zertifikat_am(akte, stichtag)
    seit = zertifikat.seit if zertifikat else None
    return spaetestens(seit) if seit else None


def laufzeitfrist(akte: Akte, stichtag: date) -> Iterator[Frist]:
    """Yield where the agreement ends, if it does."""
    record = akte.einzeln(Zielvereinbarung)
    laufzeit = record.modell.laufzeit if record else None
    if record is None or laufzeit is None or laufzeit.bis is None:
        return
    yield Frist(
        "laufzeit",
        record.modell.kennung,
        "Die Laufzeit der Vereinbarung endet",
        record.path,
        "laufzeit.bis",
        record.modell.kennung,
        laufzeit.bis,
        ist_erledigt=laufzeit.bis < stichtag,
    )


def zertifikatsfrist(akte: Akte, stand: Zertifikatsstand, stichtag: date) -> Iterator[Frist]:
    """Yield the end of the Akte's certificate; one that another has followed is no matter any more.

    While it has none of its own, the one of the audit before ends, and that is what this audit has to be done by.
    """
    zertifikat = zertifikat_am(akte, stichtag)
    if zertifikat is None:
        yield from _voriges_zertifikat(stand, stichtag)
        return
    if zertifikat.gueltig_bis is None:
        return
    ist_vorbei = fruehestens(zertifikat.gueltig_bis) < stichtag
    yield Frist(
        "zertifikat",
        "gueltig_bis",
        "Das Zertifikat ist abgelaufen" if ist_vorbei else "Das Zertifikat endet",
        art_namens("begutachtung").pfad,
        "zertifikat.gueltig_bis",
        faellig_am=zertifikat.gueltig_bis,
        ist_erledigt=stand.zustand == "abgeloest",
        hinweis=_anschluss(stand, ist_vorbei=ist_vorbei),
    )


def _voriges_zertifikat(stand: Zertifikatsstand, stichtag: date) -> Iterator[Frist]:
    ende = stand.zertifikat.gueltig_bis if stand.zertifikat else None
    if ende is None or not stand.ist_vom_vorigen:
        return
    ist_vorbei = fruehestens(ende) < stichtag
    yield Frist(
        "zertifikat",
        "vorgaenger.gueltig_bis",
        f"Das Zertifikat der vorigen Stufe {'ist abgelaufen' if ist_vorbei else 'endet'}",
        AKTE_FILE,
        "vorgaenger",
        stand.akte,
        faellig_am=ende,
        hinweis=f"Es steht in {stand.akte}.",
    )


def _anschluss(stand: Zertifikatsstand, *, ist_vorbei: bool) -> str:
    if stand.neues_audit:
        return f"Das neue Audit läuft: {stand.neues_audit}."
    return "" if ist_vorbei else "Ein neues Audit dauert etwa ein Jahr."
