"""What somebody wants to know of the contribution: of an Akte or of a size, and by which tariff."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from fgk.akte import Akte
from fgk.checking import Selection, check_akte, check_workspace
from fgk.diagnostic import Diagnostic, Severity
from fgk.editing.overlay import OverlaySource
from fgk.errors import FgkError
from fgk.finding import find_akte_upwards
from fgk.loading.ablagen import ablagen_von, bekannte_verfahren, verfahren_in
from fgk.loading.keys import did_you_mean
from fgk.loading.load import load_akte
from fgk.loading.tarife import TARIF, Frage, Geltend, ablage_des_tarifs, mitgelieferter, tarif_in
from fgk.models.audit import STUFE
from fgk.sources import AKTE_FILE, FolderSource, Source, reason_of, short_path, shown_path
from fgk.tarif.rechnung import Anfrage
from fgk.verfahren.laden import verfahren_namen

_ZAHL = re.compile(r"[0-9]+")
_GRUPPEN = re.compile(r"[0-9]{1,3}(?:[.  '][0-9]{3})+")
#: more than live in Germany by far
_MOST = 100_000_000
_UEBLICH = ("familiengerechte-kommune", "grund")


class Angaben(NamedTuple):
    """What was typed, each ``None`` where it was not."""

    einwohner: str | None
    verfahren: str | None
    stufe: str | None


class FaultyTarifError(Exception):
    """A tariff with faults, from which nothing is worked out."""

    def __init__(self, faults: list[Diagnostic]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def frage_nach(akte: Path | None, angaben: Angaben) -> Frage:
    """Return the question; raises ``FgkError`` for what is missing or wrong."""
    anzahl = None if angaben.einwohner is None else _zahl(angaben.einwohner)
    geladen = _akte(akte, hat_zahl=anzahl is not None)
    audit = geladen.audit if geladen else None
    source = geladen.source if geladen else None
    verfahren = angaben.verfahren or (audit.verfahren if audit else _UEBLICH[0])
    stufe = angaben.stufe or (audit.stufe if audit else _UEBLICH[1])
    name = _verfahrensname(source, verfahren)
    if stufe not in STUFE.worte:
        raise FgkError(f"Eine Stufe „{stufe}“ gibt es nicht.", f"Möglich sind: {', '.join(STUFE.worte)}.")
    ort = audit.ort.anzeigename if audit else ""
    if anzahl is not None:
        return Frage(Anfrage(anzahl, verfahren, stufe), name, ort, None, source)
    eingetragen = audit.ort.einwohner if audit else None
    if eingetragen is None or eingetragen.anzahl == 0:
        raise FgkError(
            f"Die Akte „{ort or (source.label if source else '.')}“ nennt keine Einwohnerzahl.",
            "Nennen Sie sie mit --einwohner, oder tragen Sie sie in audit.yaml unter ort.einwohner ein.",
        )
    return Frage(Anfrage(eingetragen.anzahl, verfahren, stufe), name, ort, eingetragen.stichtag, source)


def tarif_fuer(frage: Frage, datei: Path | None, stichtag: date) -> Geltend:
    """Return the tariff that counts: a file that is named, else the nearest, else the shipped one.

    Raises ``FaultyTarifError`` for one with faults, and ``FgkError`` for a file that cannot be read.
    """
    ablage = ablage_des_tarifs(frage.source) if datei is None else _mit_datei(datei)
    if ablage is None:
        return mitgelieferter()
    wahl = Selection(("FGK0", "FGK14"))
    pruefe = check_akte if datei is None and ablage.exists(AKTE_FILE) else check_workspace
    gezeigt = shown_path(ablage, TARIF)
    faults = [
        d._replace(path=datei.as_posix() if datei else d.path)
        for d in pruefe(ablage, stichtag, wahl)[1]
        if d.path == gezeigt and d.severity is Severity.FEHLER
    ]
    geltend = None if faults else tarif_in(ablage)
    if geltend is None:
        raise FaultyTarifError(faults)
    return geltend._replace(datei=datei.as_posix()) if datei else geltend


def _akte(path: Path | None, *, hat_zahl: bool) -> Akte | None:
    """Return the Akte that is meant, the one around without a path; ``None`` where none is and none is needed."""
    if path is not None and not path.exists():
        raise FgkError(f"„{path}“ gibt es nicht.", "Prüfen Sie die Schreibweise des Pfads.")
    folder = find_akte_upwards(path or Path())
    if folder is not None:
        return load_akte(FolderSource(short_path(folder)), als_entwurf=True)[0]
    if hat_zahl and path is None:
        return None
    if hat_zahl:
        raise FgkError(
            f"In „{path}“ und darüber liegt keine Akte.",
            "Lassen Sie den Ordner weg; die Einwohnerzahl genügt.",
        )
    raise FgkError(
        f"In „{path or '.'}“ und darüber liegt keine Akte, und eine Einwohnerzahl ist nicht genannt.",
        "Nennen Sie die Zahl, z. B. „fgk kostenbeitrag --einwohner 56377“, oder den Ordner der Akte.",
    )


def _verfahrensname(source: Source | None, kennung: str) -> str:
    bekannt = bekannte_verfahren(source) if source else verfahren_namen()
    verfahren = verfahren_in(ablagen_von(source) if source else [], kennung)
    if verfahren is None:
        meint = did_you_mean(kennung, bekannt)
        raise FgkError(
            f"Ein Verfahren „{kennung}“ gibt es nicht.",
            f"Meinten Sie „{meint}“?" if meint else f"Möglich sind: {', '.join(bekannt)}.",
        )
    return verfahren.bezeichnung


def _zahl(text: str) -> int:
    """Return a number of inhabitants; raises ``FgkError`` for what is none."""
    if _ZAHL.fullmatch(text.strip()) and 0 < int(text[:12]) <= _MOST and len(text.strip()) < 12:
        return int(text)
    tun = "Gemeint ist eine ganze Zahl ab 1, z. B. 56377."
    if _GRUPPEN.fullmatch(text.strip()):
        tun = f"Schreiben Sie die Zahl ohne Punkt und Leerzeichen: {re.sub('[^0-9]', '', text)}."
    raise FgkError(f"„{text}“ ist keine Einwohnerzahl.", tun)


def _mit_datei(datei: Path) -> Source:
    """Return a folder in which this file is the tariff, whatever it is called."""
    try:
        raw = datei.read_bytes()
    except OSError as error:
        raise FgkError(
            f"„{datei}“ lässt sich nicht lesen ({reason_of(error)}).",
            "Nennen Sie hinter --tarif die Datei mit dem Tarif.",
        ) from error
    return OverlaySource(FolderSource(datei.parent), {TARIF: raw})
