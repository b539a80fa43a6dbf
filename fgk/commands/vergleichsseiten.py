"""What the two words behind ``fgk diff`` mean: years with a report, folders of Akten, or revisions of one."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from fgk.akte import Akte
from fgk.comparing.berichte import Berichtspaar
from fgk.errors import FgkError
from fgk.finding import find_akte_upwards, find_akten
from fgk.loading.load import load_akte
from fgk.models.arten import art_von
from fgk.models.jahresbericht import Jahresbericht
from fgk.sources import AKTE_FILE, FolderSource, Source, short_path

_JAHR = re.compile(r"(?:J-)?([0-9]{4})(?:[-/]([0-9]{4}))?")


class Aktenpaar(NamedTuple):
    """Two states of an Akte, and how to call them."""

    vorher: Akte
    nachher: Akte
    namen: tuple[str, str]


def vergleichsseiten(a: str, b: str, akte: Path | None, at: str | None = None) -> Berichtspaar | Aktenpaar:
    """Return what to compare: two reports of the Akte, or two states of Akten.

    ``akte`` is its folder, if it was named, ``at`` the revision in which its reports are meant. Years come first: a
    folder called 2018 is meant only where there is no Akte around. Then come folders, then revisions.
    Raises ``FgkError`` for words that are none of these.
    """
    if not (a.strip() and b.strip()):  # an empty path would silently mean the current folder
        raise FgkError(
            "Eine der beiden Seiten ist leer.",
            "Nennen Sie zwei Jahre, zwei Ordner mit je einer Akte oder zwei Stände.",
        )
    jahr_a, jahr_b = _jahr(a), _jahr(b)
    ordner = _aktenordner(akte)
    if jahr_a and jahr_b and ordner:
        return _berichtspaar(_quelle(ordner, at), jahr_a, jahr_b)
    if at is not None:
        raise FgkError(
            "--at gehört zu zwei Jahren.", "Zwei Stände nennen Sie selbst, z. B. „fgk diff HEAD~1 HEAD“."
        )
    for text, jahr, andere in ((a, jahr_a, b), (b, jahr_b, a)):
        if jahr and not Path(text).is_dir():
            raise _kein_jahr(text, andere)
    ist_ordner = [Path(text).is_dir() for text in (a, b)]
    if all(ist_ordner) and akte is not None:
        raise FgkError(
            "Zwei Ordner brauchen kein --akte.",
            "Lassen Sie --akte weg, oder nennen Sie zwei Jahre oder Stände.",
        )
    vorher, nachher = (
        FolderSource(_ordner(text)) if ist else _stand(text, ordner or akte)
        for text, ist in zip((a, b), ist_ordner, strict=True)
    )
    return Aktenpaar(load_akte(vorher)[0], load_akte(nachher)[0], (a, b))


def _quelle(ordner: Path, at: str | None) -> Source:
    return FolderSource(ordner) if at is None else _stand(at, ordner)


def _stand(rev: str, ordner: Path | None) -> Source:
    """Return the Akte as it stood at a revision; without a folder, the one that lies around or below us."""
    from fgk.history.source import akten_at

    try:
        gefunden = akten_at(ordner or Path(), rev)
    except FgkError as error:
        if "gibt es im Repository" in error.was or "in keinem git-Repository" in error.was:
            raise _weder_noch(rev) from error
        raise
    if len(gefunden) > 1:
        raise FgkError(
            f"Im Stand „{rev}“ liegen hier {len(gefunden)} Akten.",
            "Nennen Sie mit --akte den Ordner von einer.",
        )
    return gefunden[0]


def _jahr(text: str) -> str | None:
    """Return the year or years of a report as in its Kennung, ``None`` for another word."""
    match = _JAHR.fullmatch(text.strip())
    return "-".join(filter(None, match.groups())) if match else None


def _kein_jahr(text: str, andere: str) -> FgkError:
    if _jahr(andere):
        return FgkError(
            f"Hier liegt keine Akte mit Jahresberichten für {text} und {andere}.",
            "Wechseln Sie in den Ordner der Akte, oder nennen Sie ihn mit --akte.",
        )
    return FgkError(
        f"„{text}“ ist ein Jahr, „{andere}“ aber keines.",
        "Nennen Sie zwei Jahre wie 2018 und 2019, zwei Ordner mit je einer Akte oder zwei Stände wie HEAD~1 und HEAD.",
    )


def _weder_noch(text: str) -> FgkError:
    return FgkError(
        f"„{text}“ ist weder ein Jahr mit Jahresbericht noch ein Ordner noch ein Stand in git.",
        "Nennen Sie zwei Jahre wie 2018 und 2019, zwei Ordner mit je einer Akte oder zwei Stände wie HEAD~1 und HEAD.",
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


def _ordner(text: str) -> Path:
    """Return the folder of the one Akte at or below a path; raises ``FgkError`` for none or several."""
    path = Path(text)
    gefunden = [path] if os.path.lexists(path / AKTE_FILE) else find_akten(path)
    innen = [ordner for ordner in gefunden if ordner.resolve().is_relative_to(path.resolve())]
    if len(innen) != 1:
        liegt = f"liegen {len(innen)} Akten" if innen else "liegt keine Akte"
        raise FgkError(f"In „{text}“ {liegt}.", "Nennen Sie zwei Ordner mit je einer Akte.")
    return innen[0]


def _berichtspaar(source: Source, vorher: str, nachher: str) -> Berichtspaar:
    akte = load_akte(source)[0]
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
