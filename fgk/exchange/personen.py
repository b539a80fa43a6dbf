"""Find answers that are likely to name a person, while they can still be taken out: git forgets nothing."""

import re
from typing import Any

from fgk.rules.persoenliche_adresse import adressen_ohne_funktion
from fgk.rules.personenname import personennamen

_TELEFON = re.compile(
    r"(?i:\b(?:tel(?:efon)?|mobil|durchwahl|fax)\b[.:]{0,2}\s*)\d[\d\s/-]{2,}"
    r"|(?<![\w.,-])\(?(?:\+49[\s(]*|0)[1-9]\d{1,4}[\s/()-]{1,3}\d[\d\s/-]{2,}"
)


def nennt_person(wert: Any) -> bool:
    """Say whether an answer has a name behind „Frau“ or „Herr“, the address of a person, or a telephone number."""
    if isinstance(wert, list):
        return any(map(nennt_person, wert))
    if isinstance(wert, dict):
        return nennt_person(wert.get("bezeichnung"))
    return isinstance(wert, str) and (
        any(personennamen(wert)) or any(adressen_ohne_funktion(wert)) or _TELEFON.search(wert) is not None
    )
