"""What people type for a date -> a day, a month or a year, as far as the text says so."""

import re
from datetime import date

from fgk.loading.keys import ascii_german

_MONATE = (
    "januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip
_WORT = r"(?P<wort>[a-z]{3,})\.?"
#: a year of this century or the last
JAHR = r"(?P<jahr>(?:19|20)[0-9]{2})"
_DATUM = tuple(
    re.compile(muster)
    for muster in (
        r"(?P<tag>[0-9]{1,2})\.\s*(?P<monat>[0-9]{1,2})\.\s*(?P<jahr>(?:19|20)[0-9]{2}|[0-9]{2})\Z",
        rf"{JAHR}-(?P<monat>[0-9]{{2}})-(?P<tag>[0-9]{{2}})\Z",
        rf"(?P<tag>[0-9]{{1,2}})\.\s*{_WORT}\s*{JAHR}\Z",
        rf"(?P<monat>[0-9]{{1,2}})\s*[./]\s*{JAHR}\Z",
        rf"{JAHR}-(?P<monat>[0-9]{{2}})\Z",
        rf"{_WORT}\s+{JAHR}\Z",
        rf"{JAHR}\Z",
    )
)

Datum = date | str


def lies_datum(text: str) -> Datum | None:
    """Return a day, „2019-12“ or „2019“ as far as the text says so, ``None`` for anything else."""
    einfach = ascii_german(text.strip()).casefold()
    match = next((found for muster in _DATUM if (found := muster.match(einfach))), None)
    return _datum(match.groupdict()) if match else None


def _datum(teile: dict[str, str]) -> Datum | None:
    jahr = int(teile["jahr"]) + (2000 if len(teile["jahr"]) == 2 else 0)
    monat = int(teile["monat"]) if teile.get("monat") else _monat(teile.get("wort"))
    if teile.get("tag"):
        try:
            return date(jahr, monat or 0, int(teile["tag"]))
        except ValueError:  # 31.02.2020
            return None
    if monat is None:
        return str(jahr) if not teile.get("wort") else None
    return f"{jahr}-{monat:02}" if 1 <= monat <= 12 else None


def _monat(wort: str | None) -> int | None:
    """Return the number of a month that is written out or shortened; „Augsburg 2019“ is none."""
    if wort == "mrz":
        return 3
    return next((n for n, monat in enumerate(_MONATE, start=1) if wort and monat.startswith(wort)), None)
