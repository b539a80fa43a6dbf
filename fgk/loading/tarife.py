"""The tariff that counts for an Akte: a file that somebody names, its own, that of its workspace, or the shipped one."""

from datetime import date
from typing import NamedTuple

from fgk.akte import Record
from fgk.loading.ablagen import ablagen_von
from fgk.loading.load import load_files
from fgk.models.tarif import Tarif
from fgk.sources import Source, shown_path
from fgk.tarif.laden import DATEI, lade_tarif
from fgk.tarif.rechnung import Anfrage

TARIF = "tarif.yaml"


class Frage(NamedTuple):
    """For whom the contribution is asked: name and size, and the source of the Akte where it is about one."""

    anfrage: Anfrage
    verfahren: str
    """How the Verfahren is called."""
    ort: str = ""
    stichtag: date | str | None = None
    """The day that the number of inhabitants is of, where it comes from an Akte."""
    source: Source | None = None


class Geltend(NamedTuple):
    """A tariff, and how messages name its file; ``ist_mitgeliefert`` says that it is only what is public."""

    tarif: Tarif
    datei: str
    ist_mitgeliefert: bool


def ablage_des_tarifs(source: Source | None) -> Source | None:
    """Return the first folder that has a tariff of its own: the Akte, else the workspace."""
    ablagen = [] if source is None else ablagen_von(source)
    return next((ablage for ablage in ablagen if ablage.exists(TARIF)), None)


def tarif_in(ablage: Source) -> Geltend | None:
    """Return the tariff of a folder, ``None`` where it is faulty."""
    record: Record[Tarif] | None = load_files(ablage, [TARIF])[0].einzeln(Tarif)
    return (
        None if record is None else Geltend(record.modell, shown_path(ablage, TARIF), ist_mitgeliefert=False)
    )


def mitgelieferter() -> Geltend:
    """Return what comes with fgk."""
    return Geltend(lade_tarif(), DATEI, ist_mitgeliefert=True)
