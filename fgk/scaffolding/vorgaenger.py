"""The Akte of the stage before, from which a new one is to begin, by its folder or its Kennung."""

import os
from datetime import date
from pathlib import Path
from typing import Any

from fgk.akte import Akte
from fgk.checking import check_akte, hindernisse
from fgk.errors import FgkError
from fgk.loading.nachbarn import nachbar
from fgk.models.audit import Audit
from fgk.models.kennungen import FORMEN
from fgk.sources import AKTE_FILE, FolderSource
from fgk.writing import FaultyChangeError


def finde_vorgaenger(wort: str, ordner: Path, stichtag: date) -> Akte:
    """Return the Akte that is meant by a folder, or by its Kennung in the workspace around the new one.

    Raises ``FgkError`` where there is none, and ``FaultyChangeError`` for one with faults: what is wrong in it would be
    carried into the new one.
    """
    source = _quelle(wort, ordner)
    akte, meldungen = check_akte(source, stichtag)
    fehler = hindernisse(meldungen)
    if fehler or akte.audit is None:
        raise FaultyChangeError(fehler)
    return akte


def _quelle(wort: str, ordner: Path) -> FolderSource:
    if os.path.lexists(Path(wort) / AKTE_FILE):
        return FolderSource(Path(wort))
    if not FORMEN["audit"].passt(wort):
        raise FgkError(
            f"In „{wort}“ liegt keine Akte.",
            "Nennen Sie den Ordner der vorigen Akte, oder ihre Kennung, z. B. A-stolberg-2016.",
        )
    source = FolderSource(ordner)
    if source.workspace() is None:
        raise FgkError(
            f"Wo die Akte {wort} liegt, ist nicht bekannt: Über „{ordner}“ gibt es keinen Arbeitsbereich (fgk.yaml).",
            "Nennen Sie hinter --vorgaenger den Ordner der vorigen Akte.",
        )
    gefunden = nachbar(source, wort)
    if gefunden is None or not isinstance(gefunden.source, FolderSource):
        raise FgkError(
            f"Eine Akte {wort} gibt es in diesem Arbeitsbereich nicht.",
            "Prüfen Sie die Kennung, oder nennen Sie hinter --vorgaenger den Ordner der vorigen Akte.",
        )
    return gefunden.source


def ort_von(alt: Akte) -> dict[str, Any]:
    """Return the place of an Akte as its file has it."""
    record = alt.einzeln(Audit)
    return dict(record.data["ort"]) if record else {}
