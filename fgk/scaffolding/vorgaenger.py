"""The Akte of the stage before, from which a new one is to begin: find it, and see that it fits."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from fgk.akte import Akte
from fgk.checking import check_akte
from fgk.diagnostic import Severity
from fgk.errors import FgkError
from fgk.loading.ablagen import verfahren_von
from fgk.loading.nachbarn import nachbar
from fgk.models.audit import Audit, Ort
from fgk.models.kennungen import FORMEN
from fgk.scaffolding.gemeindesuche import Ortsangabe
from fgk.sources import AKTE_FILE, FolderSource
from fgk.writing import FaultyChangeError

#: a Grund-Audit has nothing before it
STUFEN = ("bilanzierung", "erhaltung")


def finde_vorgaenger(wort: str, ordner: Path, stichtag: date) -> Akte:
    """Return the Akte that is meant by a folder, or by its Kennung in the workspace around the new one.

    Raises ``FgkError`` where there is none, and ``FaultyChangeError`` for one with faults: what is wrong in it would be
    carried into the new one.
    """
    source = _quelle(wort, ordner)
    akte, meldungen = check_akte(source, stichtag)
    fehler = [meldung for meldung in meldungen if meldung.severity is Severity.FEHLER]
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


def pruefe_folge(alt: Akte, angabe: Ortsangabe, verfahren: str | None, stufe: str) -> Audit:
    """Return the head of the Akte before; raises ``FgkError`` for a stage, place or Verfahren that cannot follow on it."""
    audit = alt.audit
    if audit is None:
        raise ValueError("an Akte without a head cannot be followed")
    if stufe not in STUFEN:
        raise FgkError(
            "Ein Grund-Audit hat keinen Vorgänger."
            if stufe == "grund"
            else f"Eine Stufe „{stufe}“ gibt es nicht.",
            "Nennen Sie --stufe bilanzierung oder erhaltung, oder lassen Sie --vorgaenger weg.",
        )
    if verfahren not in (None, audit.verfahren):
        raise FgkError(
            f"Die Akte {audit.kennung} folgt dem Verfahren {audit.verfahren}, nicht {verfahren}.",
            "Lassen Sie --verfahren weg: Es wird aus der vorigen Akte übernommen.",
        )
    gilt = verfahren_von(alt)
    if gilt is not None and gilt.stufe(stufe) is None:
        raise FgkError(
            f"Das {gilt.bezeichnung} hat keine Stufe „{stufe}“.",
            f"Möglich: {', '.join(s.kennung for s in gilt.stufen if s.kennung in STUFEN)}.",
        )
    _pruefe_ort(angabe, audit)
    return audit


def ort_von(alt: Akte) -> dict[str, Any]:
    """Return the place of an Akte as its file has it."""
    record = alt.einzeln(Audit)
    return dict(record.data["ort"]) if record else {}


def _pruefe_ort(angabe: Ortsangabe, alt: Audit) -> None:
    """Raise ``FgkError`` where another place was named than that of the Akte before."""
    for option, gesagt, hat in _vergleichbar(angabe, alt.ort):
        if gesagt and hat != gesagt:
            raise FgkError(
                f"Die Akte {alt.kennung} ist für {alt.ort.anzeigename}; dazu passt {option} {gesagt} nicht.",
                "Lassen Sie die Angaben zum Ort weg: Er wird aus der vorigen Akte übernommen.",
            )


def _vergleichbar(angabe: Ortsangabe, ort: Ort) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield what was said of a place beside what the Akte has; a name may be a part of the full one."""
    yield "--ags", angabe.ags, getattr(ort, "ags", None)
    yield "--kreis-schluessel", angabe.kreis_schluessel, getattr(ort, "schluessel", None)
    yield "--ars", angabe.ars, getattr(ort, "ars", None)
    for option, gesagt in (("--name", angabe.name), ("--bezirk", angabe.bezirk)):
        passt = gesagt and gesagt.casefold() in f"{ort.name} {ort.anzeigename}".casefold()
        yield option, gesagt, gesagt if passt else None
