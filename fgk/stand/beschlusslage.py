"""Which decision put the Zielvereinbarung into force, and when."""

from datetime import date
from typing import NamedTuple

from fgk.akte import Akte, Record
from fgk.models.beschluss import ANGENOMMEN, Beratung, Beschluss
from fgk.models.datum import spaetestens
from fgk.models.zielvereinbarung import Zielvereinbarung


class Annahme(NamedTuple):
    """A decision, the deliberation in which it was made, and the file inside the Akte that says so."""

    beschluss: Beschluss
    beratung: Beratung
    datei: str


def annahme(akte: Akte, kennung: str, stichtag: date, ohne: frozenset[str] = frozenset()) -> Annahme | None:
    """Return the first decision on file that accepted the record called ``kennung`` by ``stichtag``.

    A date known to the year counts when the year is over. A preliminary body does not count, nor does a
    point that was rejected, adjourned or referred. ``ohne`` are decisions on earlier versions.
    """
    for record in akte.alle(Beschluss):
        entscheidung = record.modell.entscheidung
        if (
            record.modell.kennung in ohne
            or entscheidung is None
            or entscheidung.datum is None
            or spaetestens(entscheidung.datum) > stichtag
        ):
            continue
        if _nimmt_an(record, kennung):
            return Annahme(record.modell, entscheidung, record.path)
    return None


def _nimmt_an(record: Record[Beschluss], kennung: str) -> bool:
    return any(
        bezug.kennung == kennung and bezug.akte is None
        for punkt in record.modell.beschlusspunkte
        if punkt.ergebnis is None or punkt.ergebnis in ANGENOMMEN
        for bezug in punkt.betrifft
    )


def ist_vereinbart(akte: Akte, stichtag: date) -> bool:
    """Say whether the agreement is in force: it was decided, or its Laufzeit has begun."""
    record = akte.einzeln(Zielvereinbarung)
    laufzeit = record.modell.laufzeit if record else None
    hat_begonnen = laufzeit is not None and laufzeit.von <= stichtag
    return hat_begonnen or annahme_der_zielvereinbarung(akte, stichtag) is not None


def annahme_der_zielvereinbarung(akte: Akte, stichtag: date) -> Annahme | None:
    """Return the decision that put the Zielvereinbarung into force as it is now by ``stichtag``, ``None`` before.

    Of an agreement in several versions that is the one on the version at hand.
    """
    record = akte.einzeln(Zielvereinbarung)
    if record is None:
        return None
    frueher = frozenset(f.beschluss for f in record.modell.fassungen if f.beschluss)
    return annahme(akte, record.modell.kennung, stichtag, ohne=frueher)


def erste_annahme(akte: Akte, stichtag: date) -> Annahme | None:
    """Return the decision that first put the Zielvereinbarung into force, in whichever version."""
    record = akte.einzeln(Zielvereinbarung)
    return None if record is None else annahme(akte, record.modell.kennung, stichtag)
