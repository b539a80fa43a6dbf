"""What a new Akte takes over from the one before: its files, each changed only where the new audit begins anew.

What a council decided, the certificate, the reports and the contract stay where they are. Measures that have come to
their end are not taken over either; ``UEBERNAHME.md`` lists every one of them with its last status.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from fgk.akte import Akte, Record
from fgk.models.analyse import Analyse
from fgk.models.datum import ist_sicher_vor
from fgk.models.felder import Route
from fgk.models.gestaltung import Gestaltung
from fgk.models.indikatoren import Indikatoren
from fgk.models.massnahme import Massnahme
from fgk.models.organisation import Organisationseinheiten
from fgk.models.sozialraeume import Sozialraeume
from fgk.models.verfahren import Verfahren
from fgk.models.ziel import Ziel
from fgk.scaffolding.letzter_stand import Massnahmenstand
from fgk.scaffolding.staende import letzte_werte, massnahmenstaende, zielstaende
from fgk.scaffolding.umschreiben import geaendert, mit_kopf
from fgk.sources import FolderSource

#: what belongs to a decision of the council, or to the workshops before it; the new audit has its own
_VON_DAMALS: dict[Route, None] = {("veroeffentlichung",): None, ("herkunft",): None, ("beschluss",): None}


def uebernommene_dateien(alt: Akte, stichtag: date) -> dict[str, bytes]:
    """Return the files that are taken over, by their paths, without ``audit.yaml`` and ``zielvereinbarung.yaml``."""
    return {
        **dict(_beigelegt(alt)),
        **dict(_unveraendert(alt)),
        **{r.path: _analyse(alt, r) for r in alt.alle(Analyse)},
        **dict(_ziele(alt)),
        **dict(_massnahmen(alt, stichtag)),
    }


def _unveraendert(alt: Akte) -> Iterator[tuple[str, bytes]]:
    """Yield what goes on as it is: values keep their years and sources, only the head says what to do about them."""
    neue_werte = [
        f"Übernommen aus {_name(alt)}: Ergänzen Sie neuere Werte. Die alten bleiben mit Jahr und Quelle stehen."
    ]
    pruefen = [f"Übernommen aus {_name(alt)}: Prüfen Sie, ob Namen und Zuschnitt noch stimmen."]
    for modell, kopf in (
        (Indikatoren, neue_werte),
        (Sozialraeume, neue_werte),
        (Organisationseinheiten, pruefen),
    ):
        for record in alt.alle(modell):
            yield record.path, mit_kopf(record.raw, kopf)
    for ohne_kopf in (Gestaltung, Verfahren):
        for record in alt.alle(ohne_kopf):
            yield record.path, record.raw


def _beigelegt(alt: Akte) -> Iterator[tuple[str, bytes]]:
    """Yield files that are no records, as these need them: the map of the Sozialräume, the own design and templates."""
    root = alt.source.root if isinstance(alt.source, FolderSource) else None
    if root is None:
        return
    raeume, gestaltung = alt.einzeln(Sozialraeume), alt.einzeln(Gestaltung)
    genannt = [f"bestandsaufnahme/{raeume.modell.geometrie}"] if raeume and raeume.modell.geometrie else []
    genannt += [n for n in (gestaltung.modell.logo, gestaltung.modell.signet) if n] if gestaltung else []
    vorlagen = [path.relative_to(root).as_posix() for path in sorted((root / "vorlagen").rglob("*"))]
    for path in dict.fromkeys([*genannt, *vorlagen]):
        if (root / path).is_file() and not path.endswith(".yaml"):
            yield path, (root / path).read_bytes()


def _analyse(alt: Akte, record: Record[Analyse]) -> bytes:
    kopf = [
        f"Übernommen aus {_name(alt)}. Aktualisieren Sie sie: Was wurde aus den Herausforderungen, was kam hinzu?"
    ]
    return mit_kopf(geaendert(record, {("veroeffentlichung",): None}), kopf)


def _ziele(alt: Akte) -> Iterator[tuple[str, bytes]]:
    weiter = {stand.massnahme.ziel for stand in massnahmenstaende(alt) if not stand.ist_beendet}
    staende = {stand.ziel.kennung: stand for stand in zielstaende(alt)}
    for record in alt.alle(Ziel):
        kennung = record.modell.kennung
        werte = _VON_DAMALS | _verweise(record) | _messwerte(record, letzte_werte(alt, kennung))
        werte[("uebernommen",)] = staende[kennung].uebernommen(_name(alt))
        kopf = [
            f"Übernommen aus {_name(alt)}: Prüfen Sie, ob das Ziel weiter gilt und welche Sollwerte neu zu vereinbaren sind."
        ]
        if kennung not in weiter:
            kopf.append("Alle seine Maßnahmen sind beendet: Ergänzen Sie neue, oder löschen Sie diese Datei.")
        yield record.path, mit_kopf(geaendert(record, werte), kopf)


def _massnahmen(alt: Akte, stichtag: date) -> Iterator[tuple[str, bytes]]:
    staende = {stand.massnahme.kennung: stand for stand in massnahmenstaende(alt)}
    for record in alt.alle(Massnahme):
        stand = staende[record.modell.kennung]
        if stand.ist_beendet:
            continue
        werte = _VON_DAMALS | _verweise(record) | _frist(stand, stichtag)
        werte[("uebernommen",)] = stand.uebernommen(_name(alt))
        kopf = [
            f"Übernommen aus {_name(alt)}: Sie beginnt hier wieder als geplant; ihr letzter Stand steht unter „uebernommen“.",
            "Vereinbaren Sie Frist und Kosten neu.",
        ]
        yield record.path, mit_kopf(geaendert(record, werte), kopf)


def _frist(stand: Massnahmenstand, stichtag: date) -> dict[Route, Any]:
    """Return the deadline: the one that was valid last, or none where that has passed and a new one is needed."""
    frist = (stand.eintrag.neue_frist if stand.eintrag else None) or stand.massnahme.ende
    return {("ende",): None if frist is None or ist_sicher_vor(frist, stichtag) else frist}


def _verweise(record: Record[Ziel] | Record[Massnahme]) -> dict[Route, Any]:
    """Return the origin without workshops, which stay in the Akte before, and the reservations that are still open."""
    herkunft = [k for k in record.modell.entstanden_aus if not k.startswith("W-")]
    vorbehalte = [v for v in record.data.get("vorbehalte") or () if v.get("stand", "offen") == "offen"]
    return {("entstanden_aus",): herkunft or None, ("vorbehalte",): vorbehalte or None}


def _messwerte(record: Record[Ziel], werte: Mapping[str, Any]) -> dict[Route, Any]:
    """Return the last values as those to start from."""
    return {
        ("messkriterien", platz, "istwert"): werte[kriterium.bezeichnung]
        for platz, kriterium in enumerate(record.modell.messkriterien)
        if kriterium.bezeichnung in werte
    }


def _name(alt: Akte) -> str:
    audit = alt.audit
    return audit.kennung if audit else ""
