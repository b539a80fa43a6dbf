"""Two Akten -> what differs: records that are new, gone or changed. The Kennung decides, never the file.

Records of which an Akte has one (``audit.yaml``) are matched by their kind, so that another Kennung is a change of
theirs. What has faults is not compared and said to be so: a guess would call a record gone that only cannot be read.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from fgk.akte import Akte, Record, natuerlich
from fgk.comparing.felder import aenderungen, inhalt
from fgk.comparing.namen import Namen, Seiten, aufgezaehlt
from fgk.comparing.worte import sauber
from fgk.models.arten import ARTEN, Art, art_von
from fgk.models.base import Datensatz
from fgk.plaindata import normal
from fgk.sources import UnreadableFileError
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.vergleich import ENTFERNT, GEAENDERT, NEU, UNBEKANNT, Abschnitt, Eintrag, Vergleich

MUSTER = "Enthält erfundene Musterdaten."
#: from what people ask first to what they ask last
_FOLGE = (
    "zielvereinbarung", "ziel", "massnahme", "jahresbericht", "beschluss", "begutachtung", "vertrag", "audit",
    "organisationseinheiten", "indikatoren", "analyse", "sozialraeume", "beteiligung", "gestaltung",
)  # fmt: skip
_MEHRZAHL = {
    "ziel": "Ziele",
    "massnahme": "Maßnahmen",
    "jahresbericht": "Jahresberichte",
    "beschluss": "Beschlüsse",
    "analyse": "Analysen",
    "beteiligung": "Beteiligungen",
}


class _Schluessel(NamedTuple):
    """What tells a record from all others of its kind; ``nummer`` counts those that claim the same Kennung."""

    kennung: str
    nummer: int = 0


def vergleiche_akten(vorher: Akte, nachher: Akte, namen: tuple[str, str]) -> Vergleich:
    """Return what differs between two states of an Akte; ``namen`` is how to call them."""
    seiten = Seiten(Namen(vorher), Namen(nachher))
    abschnitte = []
    for name in _FOLGE:
        art = next(art for art in ARTEN if art.name == name)
        eintraege = tuple(_eintraege(art, vorher, nachher, seiten))
        if eintraege:
            abschnitte.append(Abschnitt(name, _MEHRZAHL.get(name, art.titel), eintraege))
    unbekannt = tuple(_nicht_vergleichbar(vorher, nachher, namen))
    if unbekannt:
        abschnitte.append(Abschnitt("dateien", "Dateien mit Fehlern", unbekannt))
    return Vergleich(
        "akten",
        "Zwei Fassungen der Akte im Vergleich",
        _ort(nachher) or _ort(vorher),
        sauber(namen[0]),
        sauber(namen[1]),
        tuple(_hinweise(vorher, nachher, namen)),
        tuple(abschnitte),
    )


def _hinweise(vorher: Akte, nachher: Akte, namen: tuple[str, str]) -> Iterator[str]:
    if _hat_muster(vorher) or _hat_muster(nachher):
        yield MUSTER
    for akte, name in zip((vorher, nachher), namen, strict=True):
        satz = fehlerhinweis(akte, name)
        if satz:
            yield satz


def fehlerhinweis(akte: Akte, name: str) -> str:
    """Say that files of an Akte have faults and are left out, empty where none has."""
    dateien = sorted(akte.fehlerhaft)
    if not dateien:
        return ""
    return sauber(
        f"Unvollständig: In „{name}“ {'hat eine Datei' if len(dateien) == 1 else f'haben {len(dateien)} Dateien'} Fehler "
        f"und {'ist' if len(dateien) == 1 else 'sind'} nicht verglichen: {aufgezaehlt(dateien)}. "
        "Die Fehler nennt „fgk validate“."
    )


def _ort(akte: Akte) -> str:
    return sauber(akte.audit.ort.anzeigename) if akte.audit else ""


def _hat_muster(akte: Akte) -> bool:
    return any(record.modell.musterdaten for records in akte.records.values() for record in records)


def _eintraege(art: Art, vorher: Akte, nachher: Akte, namen: Seiten) -> Iterator[Eintrag]:
    alt, neu = _nach_kennung(art, vorher), _nach_kennung(art, nachher)
    for schluessel in sorted({*alt, *neu}, key=lambda s: (natuerlich(s.kennung), s.nummer)):
        a, b = alt.get(schluessel), neu.get(schluessel)
        if a is None and b is not None:
            if _ist_da(art, schluessel.kennung, vorher):
                yield _eintrag(UNBEKANNT, b)
            else:
                daten = b.modell.model_dump(exclude_defaults=True)
                yield _eintrag(NEU, b, inhalt(art.modell, daten, namen.nachher))
        elif b is None and a is not None:
            yield _eintrag(UNBEKANNT if _ist_da(art, schluessel.kennung, nachher) else ENTFERNT, a)
        elif a is not None and b is not None and _daten(a) != _daten(b):
            gefunden = aenderungen(art.modell, _daten(a), _daten(b), namen)
            if gefunden:  # another order of entries is none
                yield _eintrag(GEAENDERT, b, gefunden)


def _nach_kennung(art: Art, akte: Akte) -> dict[_Schluessel, Record[Datensatz]]:
    records: dict[_Schluessel, Record[Datensatz]] = {}
    for record in akte.records.get(art, []):
        kennung = "" if art.ist_einzeln else record.kennung or ""
        nummer = sum(schluessel.kennung == kennung for schluessel in records)
        records[_Schluessel(kennung, nummer)] = record
    return records


def _daten(record: Record[Datensatz]) -> Mapping[str, Any]:
    """Return a record's plain data with what the model adds: leaving a default out is no change."""
    daten: Mapping[str, Any] = normal(record.modell.model_dump())
    return daten


def _ist_da(art: Art, kennung: str, akte: Akte) -> bool:
    """Say whether an Akte has a record, if perhaps with faults, of which nothing can be said."""
    if art.name in akte.unlesbar:
        return True
    if art.ist_einzeln:
        return art.pfad in akte.fehlerhaft
    ohne_fehler = any(record.kennung == kennung for record in akte.records.get(art, []))
    return kennung in akte.kennungen and not ohne_fehler


def _eintrag(art: str, record: Record[Datensatz], gefunden: tuple[Any, ...] = ()) -> Eintrag:
    kennung = record.kennung or ""
    titel = getattr(record.modell, "titel", None) or ("" if kennung else record.art.titel)
    if record.art.name == "jahresbericht":
        titel = f"Jahresbericht {jahr_in_worten(kennung)}"
    return Eintrag(art, kennung or record.art.name, sauber(kennung), sauber(titel), gefunden)


def _nicht_vergleichbar(vorher: Akte, nachher: Akte, namen: tuple[str, str]) -> Iterator[Eintrag]:
    """Yield the faulty files that no record on the other side stands for."""
    for pfad in sorted(vorher.fehlerhaft | nachher.fehlerhaft):
        art = art_von(pfad)
        kennung = art.kennung_aus_pfad(pfad) if art else None
        if art and any(
            kennung in (None, r.kennung) for akte in (vorher, nachher) for r in akte.records.get(art, [])
        ):
            continue
        if _bytes(vorher, pfad) != _bytes(nachher, pfad):
            wo = [
                f"„{n}“" for akte, n in zip((vorher, nachher), namen, strict=True) if pfad in akte.fehlerhaft
            ]
            titel = f"{pfad}, mit Fehlern in {aufgezaehlt(wo)}"
            yield Eintrag(UNBEKANNT, pfad, sauber(kennung or ""), sauber(titel))


def _bytes(akte: Akte, pfad: str) -> object:
    """Return what a faulty file holds, ``None`` where there is none; what cannot be read is like nothing else."""
    if not akte.source.exists(pfad):
        return None
    try:
        return akte.source.read(pfad)
    except UnreadableFileError:
        return object()
