"""The next version of an agreement that has no end: the decided one moves into ``fassungen``, and the text goes on."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from fgk.akte import Record
from fgk.editing.edit import edit
from fgk.errors import FgkError
from fgk.models.datum import tag_danach, tag_davor
from fgk.models.felder import Route
from fgk.models.zielvereinbarung import Fassung, Zielvereinbarung
from fgk.scaffolding.lesen import lies
from fgk.scaffolding.vorhaben import Angelegt, Offen, Vorhaben
from fgk.stand.beschlusslage import annahme_der_zielvereinbarung
from fgk.writing import Change, write_files


def begin_fassung(vorhaben: Vorhaben) -> Angelegt:
    """Put the decided version on record in ``fassungen`` and raise the number; every other byte stays.

    Raises ``FgkError`` in another stage, without an agreement, and while the version at hand is not decided.
    """
    record = _vereinbarung(vorhaben)
    path = record.path
    after = edit(record.raw, dict(_werte(vorhaben, record)), Zielvereinbarung)
    write_files(vorhaben.folder, {path: Change(after, record.raw)}, vorhaben.stichtag)
    return Angelegt(vorhaben.folder / path, record.modell.kennung, list(_offen(record.modell)))


def _vereinbarung(vorhaben: Vorhaben) -> Record[Zielvereinbarung]:
    audit = vorhaben.akte.audit
    if audit is None or audit.stufe != "erhaltung":
        raise FgkError(
            "Fassungen hat die Zielvereinbarung nur in der Stufe „erhaltung“.",
            "Was sich während der Laufzeit ändert, beschließt das Gremium: „fgk new beschluss --art aenderung“.",
        )
    record = vorhaben.akte.einzeln(Zielvereinbarung)
    if record is None:
        raise FgkError(
            "Die Akte hat noch keine (fehlerfreie) Zielvereinbarung.",
            "Legen Sie sie an: „fgk new zielvereinbarung“.",
        )
    if annahme_der_zielvereinbarung(vorhaben.akte, vorhaben.stichtag) is None:
        raise FgkError(
            f"Fassung {record.modell.fassung} ist noch nicht beschlossen.",
            "Ändern Sie sie, solange sie ein Entwurf ist; eine neue Fassung folgt auf eine beschlossene.",
        )
    return record


def _werte(vorhaben: Vorhaben, record: Record[Zielvereinbarung]) -> Iterator[tuple[Route, Any]]:
    vereinbarung = record.modell
    annahme = annahme_der_zielvereinbarung(vorhaben.akte, vorhaben.stichtag)
    if annahme is None:
        raise ValueError("a version that is not decided cannot be followed")
    bis = _letzter_tag(vorhaben)
    fassung = {
        "nummer": vereinbarung.fassung,
        "von": _erster_tag(vereinbarung, annahme.beratung.datum),
        "bis": bis,
        "anlass": vorhaben.angaben.get("titel"),
        "beschluss": annahme.beschluss.kennung,
    }
    gefuellt = {name: wert for name, wert in fassung.items() if wert is not None}
    yield ("fassung",), vereinbarung.fassung + 1
    yield ("fassungen", len(vereinbarung.fassungen)), gefuellt
    yield ("beschluss",), None


def _letzter_tag(vorhaben: Vorhaben) -> date | None:
    """Return the last day of the version that ends: the day before the new one begins, where that is known."""
    text = vorhaben.angaben.get("datum")
    if not text:
        return None
    beginn = lies(Fassung, "von", text, "--datum")
    if not isinstance(beginn, date):
        raise FgkError(
            f"„{text}“ ist kein Tag.",
            "Nennen Sie den ersten Tag der neuen Fassung, z. B. 2025-07-01, oder lassen Sie --datum weg.",
        )
    return tag_davor(beginn)


def _erster_tag(vereinbarung: Zielvereinbarung, beschlossen: date | str | None) -> date | str | None:
    """Return since when the version at hand is valid: after the one before, or since the agreement began."""
    davor = vereinbarung.fassungen[-1].bis if vereinbarung.fassungen else None
    if isinstance(davor, date):
        return tag_danach(davor)
    erste = not vereinbarung.fassungen and vereinbarung.laufzeit
    return vereinbarung.laufzeit.von if erste and vereinbarung.laufzeit else beschlossen


def _offen(vereinbarung: Zielvereinbarung) -> Iterator[Offen]:
    nummer = vereinbarung.fassung + 1
    yield Offen(
        f"Fassung {nummer} ist noch nicht beschlossen; Fassung {vereinbarung.fassung} steht jetzt unter „fassungen“.",
        "Ändern Sie Ziele, Maßnahmen und Schwerpunkte. Den Beschluss legt „fgk new beschluss --art zielvereinbarung“ an.",
    )
