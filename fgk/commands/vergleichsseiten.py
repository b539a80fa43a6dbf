"""What the two words behind ``fgk diff`` mean: years with a report, or folders of Akten."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from fgk.akte import Akte
from fgk.comparing.berichte import Berichtspaar
from fgk.errors import FgkError
from fgk.loading.load import load_akte
from fgk.models.arten import art_von
from fgk.models.jahresbericht import Jahresbericht
from fgk.sources import AKTE_FILE, FolderSource, find_akte_upwards, find_akten, short_path

_JAHR = re.compile(r"(?:J-)?([0-9]{4})(?:[-/]([0-9]{4}))?")


class Aktenpaar(NamedTuple):
    """Two states of an Akte, and how to call them."""

    vorher: Akte
    nachher: Akte
    namen: tuple[str, str]


def vergleichsseiten(a: str, b: str, akte: Path | None) -> Berichtspaar | Aktenpaar:
    """Return what to compare: two reports of the Akte, or two Akten. ``akte`` is its folder, if it was named.

    Years come first: a folder called 2018 is meant only where there is no Akte around. Raises ``FgkError`` for
    words that are neither.
    """
    if not (a.strip() and b.strip()):  # an empty path would silently mean the current folder
        raise FgkError(
            "Eine der beiden Seiten ist leer.", "Nennen Sie zwei Jahre oder zwei Ordner mit je einer Akte."
        )
    jahr_a, jahr_b = _jahr(a), _jahr(b)
    if jahr_a and jahr_b:
        ordner = _aktenordner(akte)
        if ordner:
            return _berichtspaar(ordner, jahr_a, jahr_b)
    # Revisions come in here: whatever git knows by this name and is no folder, by way of fgk.history.
    for text, jahr, andere in ((a, jahr_a, b), (b, jahr_b, a)):
        if not Path(text).is_dir():
            raise _weder_noch(text, jahr, andere)
    if akte is not None:
        raise FgkError(
            "Zwei Ordner brauchen kein --akte.", "Lassen Sie --akte weg, oder nennen Sie zwei Jahre."
        )
    return Aktenpaar(_lade(_ordner(a)), _lade(_ordner(b)), (a, b))


def _jahr(text: str) -> str | None:
    """Return the year or years of a report as in its Kennung, ``None`` for another word."""
    match = _JAHR.fullmatch(text.strip())
    return "-".join(filter(None, match.groups())) if match else None


def _weder_noch(text: str, jahr: str | None, andere: str) -> FgkError:
    if jahr and _jahr(andere):
        return FgkError(
            f"Hier liegt keine Akte mit Jahresberichten für {text} und {andere}.",
            "Wechseln Sie in den Ordner der Akte, oder nennen Sie ihn mit --akte.",
        )
    if jahr:
        return FgkError(
            f"„{text}“ ist ein Jahr, „{andere}“ aber keines.",
            "Nennen Sie zwei Jahre wie 2018 und 2019, oder zwei Ordner mit je einer Akte.",
        )
    return FgkError(
        f"„{text}“ ist weder ein Jahr mit Jahresbericht noch ein Ordner.",
        "Nennen Sie zwei Jahre wie 2018 und 2019, oder zwei Ordner mit je einer Akte.",
    )


def _aktenordner(akte: Path | None) -> Path | None:
    """Return the folder of the Akte whose reports are meant; raises ``FgkError`` if the one named is none."""
    ordner = find_akte_upwards(akte or Path())
    if akte is not None and (ordner is None or not akte.is_dir()):
        raise FgkError(
            f"In „{akte}“ liegt keine Akte: Es gibt dort keine Datei {AKTE_FILE}.",
            "Nennen Sie hinter --akte den Ordner der Akte.",
        )
    return None if ordner is None else short_path(ordner)


def _lade(ordner: Path) -> Akte:
    return load_akte(FolderSource(ordner))[0]


def _ordner(text: str) -> Path:
    """Return the folder of the one Akte at or below a path; raises ``FgkError`` for none or several."""
    path = Path(text)
    gefunden = [path] if os.path.lexists(path / AKTE_FILE) else find_akten(path)
    innen = [ordner for ordner in gefunden if ordner.resolve().is_relative_to(path.resolve())]
    if len(innen) != 1:
        liegt = f"liegen {len(innen)} Akten" if innen else "liegt keine Akte"
        raise FgkError(f"In „{text}“ {liegt}.", "Nennen Sie zwei Ordner mit je einer Akte.")
    return innen[0]


def _berichtspaar(ordner: Path, vorher: str, nachher: str) -> Berichtspaar:
    akte = _lade(ordner)
    return Berichtspaar(akte, _bericht(akte, vorher), _bericht(akte, nachher))


def _bericht(akte: Akte, jahr: str) -> Jahresbericht:
    bericht = akte.finde(Jahresbericht, f"J-{jahr}")
    if bericht is not None:
        return bericht
    vorhanden = ", ".join(record.modell.kennung.removeprefix("J-") for record in akte.alle(Jahresbericht))
    for pfad in akte.fehlerhaft:
        art = art_von(pfad)
        if art and art.kennung_aus_pfad(pfad) == f"J-{jahr}":
            raise FgkError(
                f"Der Jahresbericht {jahr} hat Fehler und lässt sich so nicht vergleichen.",
                f"Beheben Sie, was „fgk validate {akte.source.label}“ zu „{pfad}“ nennt.",
            )
    raise FgkError(
        f"Die Akte enthält keinen Jahresbericht {jahr}.",
        f"Sie enthält: {vorhanden}." if vorhanden else "Sie enthält noch keinen Jahresbericht.",
    )
