"""What people type for a date -> a day, a month or a year, as far as the text says so."""

import re
from datetime import date

_MONATE = "jan feb mär apr mai jun jul aug sep okt nov dez".split()  # noqa: SIM905 - reads better
_MONAT = r"(?P<wort>[A-Za-zä]{3,9})\.?"
#: a year of this century or the last
JAHR = r"(?P<jahr>(?:19|20)\d\d)"
_DATUM = tuple(
    re.compile(muster)
    for muster in (
        r"(?P<tag>\d{1,2})\.\s?(?P<monat>\d{1,2})\.\s?(?P<jahr>(?:19|20)\d\d|\d\d)\Z",
        r"(?P<jahr>(?:19|20)\d\d)-(?P<monat>\d{2})-(?P<tag>\d{2})\Z",
        rf"(?P<tag>\d{{1,2}})\.\s?{_MONAT}\s{JAHR}\Z",
        rf"(?P<monat>\d{{1,2}})[./]{JAHR}\Z",
        r"(?P<jahr>(?:19|20)\d\d)-(?P<monat>\d{2})\Z",
        rf"{_MONAT}\s{JAHR}\Z",
        rf"{JAHR}\Z",
    )
)

Datum = date | str


def lies_datum(text: str) -> Datum | None:
    """Return a day, „2019-12“ or „2019“ as far as the text says so, ``None`` for anything else."""
    for muster in _DATUM:
        if match := muster.match(text.strip()):
            return _datum(match.groupdict())
    return None


def _datum(teile: dict[str, str]) -> Datum | None:
    jahr = int(teile["jahr"]) + (2000 if len(teile["jahr"]) == 2 else 0)
    monat = int(teile["monat"]) if teile.get("monat") else _monat(teile.get("wort"))
    if teile.get("tag"):
        try:
            return date(jahr, monat or 0, int(teile["tag"]))
        except ValueError:
            return None
    if monat is None:
        return str(jahr) if not teile.get("wort") else None
    return f"{jahr}-{monat:02}" if 1 <= monat <= 12 else None


def _monat(wort: str | None) -> int | None:
    if wort is None:
        return None
    kurz = wort.casefold().replace("mrz", "mär").replace("mae", "mär")[:3]
    return _MONATE.index(kurz) + 1 if kurz in _MONATE else None
