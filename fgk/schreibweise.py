"""How dates, money, numbers and lists of names are written in German documents (DIN 5008).

Blanks are ordinary ones; the writers of documents protect them from line breaks.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

_MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
    "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_TEIL_DATUM = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def datum(value: date | str | None) -> str:
    """``24.08.2017``; from a text also ``Februar 2016`` and ``2016``, as far as it says."""
    jahr, monat, tag = _teile(value)
    if not monat:
        return jahr
    return f"{tag}.{monat}.{jahr}" if tag else f"{_MONATE[int(monat) - 1]} {jahr}"


def datum_lang(value: date | str | None) -> str:
    """``24. August 2017``; from a text also ``Februar 2016`` and ``2016``, as far as it says."""
    jahr, monat, tag = _teile(value)
    if not monat:
        return jahr
    lang = f"{_MONATE[int(monat) - 1]} {jahr}"
    return f"{int(tag)}. {lang}" if tag else lang


def _teile(value: date | str | None) -> tuple[str, str, str]:
    """Return year, month and day as text, empty where the source says nothing."""
    if value is None:
        return "", "", ""
    text = value.isoformat()[:10] if isinstance(value, date) else str(value).strip()
    gefunden = _TEIL_DATUM.fullmatch(text)
    if gefunden is None or not 1 <= int(gefunden[2] or 1) <= 12:
        raise ValueError(f"„{text}“ ist kein Datum")
    return gefunden[1], gefunden[2] or "", gefunden[3] or ""


def euro(value: int | str | Decimal | None) -> str:
    """``25.000 €``, and ``12,50 €`` where there are cents."""
    if value is None:
        return ""
    betrag = _decimal(value)
    ganz = betrag == betrag.to_integral_value() and not (isinstance(value, str) and "." in value)
    text = f"{betrag:,.0f}" if ganz else f"{betrag:,.2f}"
    return f"{_german(text, '.')} €"


def zahl(value: float | str | Decimal | None, stellen: int | None = None) -> str:
    """Decimal comma, and groups of three from five digits on: ``57 684``, ``1234``, ``12,4``.

    A whole number shows no decimals, however it was stored.
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    betrag = _decimal(value)
    text = f"{betrag:,f}" if stellen is None else f"{betrag:,.{stellen}f}"
    gruppe = " " if abs(betrag) >= 10_000 else ""
    return _german(text, gruppe)


def _decimal(value: float | str | Decimal) -> Decimal:
    try:
        # By way of the text, so that 12.4 stays 12.4.
        return Decimal(str(value))
    except InvalidOperation as error:
        raise ValueError(f"„{value}“ ist keine Zahl") from error


def _german(text: str, gruppe: str) -> str:
    return text.replace(",", "\0").replace(".", ",").replace("\0", gruppe).replace("-", "−")


def aufzaehlung(namen: Sequence[str], wort: str = "und") -> str:
    """Return „A, B und C“, nothing where there is nothing."""
    if not namen:
        return ""
    return f" {wort} ".join(teil for teil in (", ".join(namen[:-1]), namen[-1]) if teil)
