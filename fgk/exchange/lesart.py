"""What a cell of the form says: how a value of the report is shown in it, and when two cells say the same."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

from fgk.exchange.spalten import LAENGSTER_TEXT, NACH_KEY, Inhalt
from fgk.festlegung.kanonisch import abdruck
from fgk.models.stand import STATUS
from fgk.reading.guards import without_invisible
from fgk.schreibweise import datum
from fgk.zeichen import saeubere

#: what is written into a cell
Zellwert: TypeAlias = str | int | date | None

#: so Excel writes characters that XML cannot hold; the ends of lines of old files come like this
_WIE_MASKIERT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MASKIERT = re.compile(r"_x(000[9ADad])_")


def als_zellwert(key: str, value: Any) -> Zellwert:
    """Return how a field of the report's entry, given as plain data, is shown in its cell."""
    if value is None or value in ([], ""):
        return None
    match NACH_KEY[key].inhalt:
        case Inhalt.status:
            return STATUS[value]
        case Inhalt.prozent:
            return int(value)
        case Inhalt.datum:
            return value if isinstance(value, date) else datum(value)
        case Inhalt.kennungen:
            return ", ".join(value)
        case Inhalt.nachweise:
            return gekuerzt("\n".join(map(nachweiszeile, value)))
        case _:
            return gekuerzt(saeubere(str(value)).strip())


def nachweiszeile(nachweis: Mapping[str, Any]) -> str:
    """Return evidence as one line: „Bezeichnung; 04.12.2018; https://…“."""
    teile = [saeubere(nachweis["bezeichnung"]), datum(nachweis.get("datum")), nachweis.get("adresse")]
    return "; ".join(" ".join(teil.split()) for teil in teile if teil)


def maskiert(text: str) -> str:
    """Return a text in which nothing is taken for a character that Excel has written in another way."""
    return _WIE_MASKIERT.sub("_x005F_", text)


def gekuerzt(text: str) -> str:
    """Return a text as far as a cell can hold it."""
    return text if len(text) <= LAENGSTER_TEXT else text[: LAENGSTER_TEXT - 1] + "…"


def als_text(value: Any) -> str:
    """Return what a cell says as text, however it was typed: without other ends of lines and blanks around it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "WAHR" if value else "FALSCH"
    if isinstance(value, datetime):
        return datum(value.date()) + ("" if value.time().isoformat() == "00:00:00" else f" {value:%H:%M}")
    if isinstance(value, date):
        return datum(value)
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    text = _MASKIERT.sub(lambda match: chr(int(match[1], 16)), str(value))
    sichtbar = without_invisible(saeubere(text))  # what comes from Word has such, and no Akte may hold them
    return "\n".join(zeile.rstrip() for zeile in sichtbar.split("\n")).strip()


def zellabdruck(value: Any) -> str:
    """Return what tells whether somebody has changed a cell since; short, for it protects against nobody."""
    return abdruck({"zelle": als_text(value)}).hex()[:16]


def zellabdruecke(zellen: Mapping[str, Zellwert], keys: Iterable[str]) -> list[str]:
    """Return the digests of a row's cells in the order of these columns."""
    return [zellabdruck(zellen.get(key)) for key in keys]
