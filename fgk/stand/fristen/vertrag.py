"""What was agreed with the Verein, or asked for by the assessors: duties, instalments, conditions."""

from collections.abc import Iterator
from datetime import date

from fgk.akte import Akte
from fgk.models.begutachtung import Begutachtung
from fgk.models.datum import ist_sicher_vor
from fgk.models.vertrag import Vertrag
from fgk.schreibweise import euro
from fgk.stand.fristen.frist import Frist


def vertragsfristen(akte: Akte, stichtag: date) -> Iterator[Frist]:
    """Yield duties and instalments of the contract, once it is signed."""
    record = akte.einzeln(Vertrag)
    if record is None or ist_sicher_vor(stichtag, record.modell.unterzeichnet_am):
        return
    vertrag, kennung = record.modell, record.modell.kennung
    for nummer, pflicht in enumerate(vertrag.pflichten):
        yield Frist(
            "pflicht",
            f"{kennung}.{nummer + 1}",
            f"Nach dem Vertrag: {pflicht.text}",
            record.path,
            f"pflichten[{nummer}].erledigt_am",
            kennung,
            pflicht.faellig_am,
            pflicht.erledigt_am,
        )
    for nummer, rate in enumerate(vertrag.kostenbeitrag.raten if vertrag.kostenbeitrag else ()):
        yield Frist(
            "rate",
            f"{kennung}.{nummer + 1}",
            f"{nummer + 1}. Rate des Kostenbeitrags zahlen: {euro(rate.betrag)}",
            record.path,
            f"kostenbeitrag.raten[{nummer}].bezahlt_am",
            kennung,
            rate.faellig_am,
            rate.bezahlt_am,
        )


def auflagen(akte: Akte, stichtag: date) -> Iterator[Frist]:
    """Yield the conditions of the assessors, once they have met."""
    record = akte.einzeln(Begutachtung)
    if record is None or ist_sicher_vor(stichtag, record.modell.begutachtet_am):
        return
    for nummer, auflage in enumerate(record.modell.auflagen):
        yield Frist(
            "auflage",
            f"{record.modell.kennung}.{nummer + 1}",
            f"Auflage der Begutachtung: {auflage.text}",
            record.path,
            f"auflagen[{nummer}].erfuellt_am",
            record.modell.kennung,
            auflage.bis,
            auflage.erfuellt_am,
        )
