"""fgk status --ruecklauf: which answers to the annual report are still missing."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.akte import Akte
    from fgk.output.ruecklauf import Eingang, Ruecklaufbericht


def ruecklaufbericht(folder: Path, jahr: str, formulare: Path | None, stichtag: date) -> "Ruecklaufbericht":
    """Return who has answered for the report of a year, and which forms lie in the folder named for them."""
    from fgk.exchange.zeilen import bericht_des_jahres, kopf
    from fgk.loading.load import load_akte
    from fgk.output.ruecklauf import Ruecklaufbericht
    from fgk.sources import FolderSource
    from fgk.stand.ruecklauf import ruecklauf as je_stelle

    inhalt = load_akte(FolderSource(folder))[0]
    record = bericht_des_jahres(inhalt, jahr)
    name = record.modell.kennung.removeprefix("J-")
    return Ruecklaufbericht(
        f"Rücklauf zum Jahresbericht {name}, {kopf(inhalt).ort.anzeigename}",
        record.modell.kennung,
        je_stelle(inhalt, record, stichtag),
        None if formulare is None else _eingaenge(folder, inhalt, formulare, stichtag),
    )


def _eingaenge(folder: Path, akte: "Akte", ordner: Path, stichtag: date) -> "list[Eingang]":
    """Return the forms in a folder, each with how many measures it would still change."""
    from fgk.exchange.dateien import finde_dateien, lies_dateien
    from fgk.exchange.einlesen import einlesen
    from fgk.output.ruecklauf import Eingang

    if not ordner.is_dir():
        raise FgkError(
            f"„{ordner}“ ist kein Ordner.", "Nennen Sie mit --formulare den Ordner mit den Formularen."
        )
    eingaenge = []
    for datei in finde_dateien([ordner])[0]:
        gelesen, ablehnungen = lies_dateien([datei], ist_eine=False)
        abgleich = einlesen(folder, akte, gelesen, stichtag).abgleich
        unlesbar = [a.was for a in (*ablehnungen, *abgleich.ablehnungen) if not a.kennung and not a.ort]
        gefragt = gelesen[0].stand if gelesen else {}
        neu = {a.zeile.kennung for a in abgleich.aenderungen}
        neu |= {a.kennung for a in abgleich.ablehnungen if a.kennung in gefragt}
        stelle = gelesen[0].stelle if gelesen else ""
        eingaenge.append(Eingang(datei.name, stelle, len(neu), " ".join(unlesbar)))
    return eingaenge
