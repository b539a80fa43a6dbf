"""Which files somebody means by the paths they name, and what is read from each."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from fgk.errors import FgkError
from fgk.exchange.arbeitsmappe import lies_arbeitsmappe
from fgk.exchange.ruecksendung import (
    Ablehnung,
    Hinweis,
    KeinFormularError,
    Ruecksendung,
    geaenderte,
    lies_ruecksendung,
)
from fgk.exchange.waechter import UnbrauchbareDateiError, lies_von_aussen
from fgk.output.progress import progress
from fgk.sources import reason_of, short_path

#: what a folder of returns may hold as tables; the others are refused by what is in them
_TABELLEN = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".csv"})
_SPERRDATEIEN = ("~$", ".~lock.")


def finde_dateien(paths: Iterable[Path]) -> tuple[list[Path], list[Hinweis]]:
    """Return the files that are meant, each once, and what in the folders was passed over.

    Raises ``FgkError`` for a path that leads nowhere.
    """
    gefunden: dict[str, Path] = {}
    hinweise: list[Hinweis] = []
    for path in paths:
        if not os.path.exists(path):  # noqa: PTH110 - Path would raise where nobody may look
            raise FgkError(f"„{path}“ gibt es nicht.", "Prüfen Sie die Schreibweise des Pfads.")
        for datei in _im_ordner(path, hinweise) if path.is_dir() else [path]:
            gefunden.setdefault(os.path.realpath(datei), datei)
    return list(gefunden.values()), hinweise


def _im_ordner(ordner: Path, hinweise: list[Hinweis]) -> Iterator[Path]:
    try:
        eintraege = sorted(ordner.iterdir())
    except OSError as error:
        raise FgkError(
            f"„{ordner}“ lässt sich nicht lesen ({reason_of(error)}).", "Prüfen Sie die Rechte."
        ) from error
    for path in eintraege:
        if path.name.startswith(_SPERRDATEIEN):
            was = "Übergangen: Das ist nur der Vermerk, dass die Arbeitsmappe gerade geöffnet ist. Wurde sie gespeichert?"
            hinweise.append(Hinweis(path.name, was))
        elif path.name.startswith("."):
            continue
        elif path.is_dir():
            hinweise.append(Hinweis(path.name, "Übergangen: Unterordner werden nicht gelesen."))
        elif path.suffix.lower() in _TABELLEN:
            yield path
        else:
            hinweise.append(Hinweis(path.name, "Übergangen: Das ist keine Arbeitsmappe."))


def lies_dateien(dateien: Iterable[Path], *, ist_eine: bool) -> tuple[list[Ruecksendung], list[Ablehnung]]:
    """Return the forms among files, and why the others are none.

    Raises ``KeinFormularError`` where it is the only one: then it may be something else.
    """
    alle = list(dateien)
    gelesen = list(progress((_lies_eine(datei, ist_eine=ist_eine) for datei in alle), len(alle), "Gelesen"))
    return [eine for eine in gelesen if isinstance(eine, Ruecksendung)], [
        eine for eine in gelesen if isinstance(eine, Ablehnung)
    ]


def _lies_eine(datei: Path, *, ist_eine: bool) -> Ruecksendung | Ablehnung:
    """Return a form, or why the file is none."""
    name, ist_text = short_path(datei).as_posix(), datei.suffix.lower() == ".csv"
    if ist_eine and ist_text:
        raise KeinFormularError  # a list may be one, a form never is
    try:
        return lies_datei(datei)
    except UnbrauchbareDateiError as error:
        liste = " Eine Maßnahmenliste wird für sich allein eingelesen." if ist_text else ""
        return Ablehnung(name, "", "", f"{error.was} {error.tun}{liste}")
    except KeinFormularError:
        if ist_eine:
            raise
        was = "Die Arbeitsmappe ist kein Formular von fgk. Eine Maßnahmenliste lesen Sie für sich allein ein."
        return Ablehnung(name, "", "", was)


def lies_datei(datei: Path) -> Ruecksendung:
    """Return one form; raises ``UnbrauchbareDateiError`` and ``KeinFormularError``."""
    return lies_ruecksendung(short_path(datei).as_posix(), lies_arbeitsmappe(lies_von_aussen(datei)))


def ist_unberuehrt(datei: Path) -> bool:
    """Say whether a file is a form in which nobody has changed anything since it was written."""
    try:
        ruecksendung = lies_datei(datei)
    except (UnbrauchbareDateiError, KeinFormularError):
        return False
    zeilen = ruecksendung.zeilen
    return (
        not ruecksendung.ablehnungen
        and not ruecksendung.hinweise
        and len(zeilen) == len(ruecksendung.stand)
        and not any(geaenderte(zeile, ruecksendung.stand[zeile.kennung]) for zeile in zeilen)
    )
