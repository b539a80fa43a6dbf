"""All deadlines of an Akte on a Stichtag, in the order of their days."""

from collections.abc import Iterator, Sequence
from datetime import date

from fgk.akte import Akte
from fgk.models.audit import Audit
from fgk.models.verfahren import Verfahren
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.stand.beschlusslage import ist_vereinbart
from fgk.stand.fristen.berichte import berichtsfristen
from fgk.stand.fristen.frist import Frist, nach_tagen
from fgk.stand.fristen.massnahmen import massnahmenfristen
from fgk.stand.fristen.termine import laufzeitfrist, terminfristen, workshopfrist, zertifikatsfrist
from fgk.stand.fristen.vertrag import auflagen, vertragsfristen
from fgk.stand.schrittstand import Schrittstand
from fgk.stand.zertifikatsstand import Zertifikatsstand


def fristen(
    akte: Akte,
    verfahren: Verfahren,
    schritte: Sequence[Schrittstand],
    zertifikat: Zertifikatsstand,
    stichtag: date,
) -> list[Frist]:
    """Return all deadlines, done ones too; what a day has not brought yet is open."""
    audit = akte.audit
    if audit is None:
        return []
    gefunden = [
        *terminfristen(schritte),
        *vertragsfristen(akte, stichtag),
        *auflagen(akte, stichtag),
        *zertifikatsfrist(akte, zertifikat, stichtag),
    ]
    if ist_vereinbart(akte, stichtag):
        gefunden += _der_vereinbarung(akte, audit, verfahren, schritte, stichtag)
    return sorted((frist.am(stichtag) for frist in gefunden), key=nach_tagen)


def _der_vereinbarung(
    akte: Akte, audit: Audit, verfahren: Verfahren, schritte: Sequence[Schrittstand], stichtag: date
) -> Iterator[Frist]:
    stufe = verfahren.stufe(audit.stufe)
    record = akte.einzeln(Zielvereinbarung)
    laufzeit = record.modell.laufzeit if record else None
    # without an end nobody has agreed on how many reports there are; a short Akte holds none on purpose
    zaehlt = stufe is not None and stufe.ist_befristet and audit.fuehrung == "voll"
    yield from berichtsfristen(akte, laufzeit, verfahren.laufzeit_jahre if zaehlt else 0, stichtag)
    yield from massnahmenfristen(akte, stichtag)
    yield from laufzeitfrist(akte, stichtag)
    if stufe is not None and stufe.workshop_monate is not None:
        yield from workshopfrist(akte, schritte, stufe.workshop_monate, stichtag)
