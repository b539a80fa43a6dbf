"""A comparison as JSON, for programs; ``docs/handbuch/06-vergleichen.md`` describes its shape."""

import json
from typing import Any

from fgk.vergleich import Abschnitt, Aenderung, Eintrag, Vergleich


def vergleich_json(vergleich: Vergleich) -> str:
    """Return one JSON document; its order is that of the comparison."""
    document = {
        "version": 1,
        "art": vergleich.art,
        "titel": vergleich.titel,
        "ort": vergleich.untertitel,
        "vorher": vergleich.vorher,
        "nachher": vergleich.nachher,
        "hinweise": list(vergleich.hinweise),
        "unterschiede": vergleich.anzahl,
        "abschnitte": [_abschnitt(abschnitt) for abschnitt in vergleich.abschnitte],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _abschnitt(abschnitt: Abschnitt) -> dict[str, Any]:
    return {
        "name": abschnitt.name,
        "titel": abschnitt.titel,
        **abschnitt.angaben,
        "eintraege": [_eintrag(eintrag) for eintrag in abschnitt.eintraege],
    }


def _eintrag(eintrag: Eintrag) -> dict[str, Any]:
    return {
        "art": eintrag.art,
        "schluessel": eintrag.schluessel,
        "titel": eintrag.titel,
        "ist_unterschied": eintrag.ist_unterschied,
        "aenderungen": [_aenderung(aenderung) for aenderung in eintrag.aenderungen],
    }


def _aenderung(aenderung: Aenderung) -> dict[str, Any]:
    return {
        "pfad": list(aenderung.pfad),
        "feld": aenderung.feld,
        "vorher": aenderung.werte.vorher,
        "nachher": aenderung.werte.nachher,
        "vorher_text": aenderung.vorher,
        "nachher_text": aenderung.nachher,
        "richtung": aenderung.richtung.worte,
        "wertung": aenderung.richtung.wertung,
    }
