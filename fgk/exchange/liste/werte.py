"""What people write into cells -> dates, money, priorities. What is not certain stays text and is never made up."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from fgk.exchange.liste.blatt import Zelle

_MONATE = "jan feb mär apr mai jun jul aug sep okt nov dez".split()  # noqa: SIM905 - reads better
_MONAT = r"(?P<wort>[A-Za-zä]{3,9})\.?"
_FORTLAUFEND = re.compile(
    r"(?i)\b(?:fort)?laufend\b|\bdauerhaft|daueraufgabe|\bunbefristet|\bständig|\bkontinuierlich|\bfortwährend|\bstetig"
)
_JAHR = r"(?P<jahr>(?:19|20)\d\d)"
_DATUM = tuple(
    re.compile(muster)
    for muster in (
        r"(?P<tag>\d{1,2})\.\s?(?P<monat>\d{1,2})\.\s?(?P<jahr>(?:19|20)\d\d|\d\d)\Z",
        r"(?P<jahr>(?:19|20)\d\d)-(?P<monat>\d{2})-(?P<tag>\d{2})\Z",
        rf"(?P<tag>\d{{1,2}})\.\s?{_MONAT}\s{_JAHR}\Z",
        rf"(?P<monat>\d{{1,2}})[./]{_JAHR}\Z",
        r"(?P<jahr>(?:19|20)\d\d)-(?P<monat>\d{2})\Z",
        rf"{_MONAT}\s{_JAHR}\Z",
        rf"{_JAHR}\Z",
    )
)
#: they say when in the year, but no day: „Ende 2019“ is kept as the year, and in its own words
_UNSCHARF = re.compile(
    rf"(?i)(?:ende|mitte|anfang|frühjahr|frühling|sommer|herbst|winter|[1-4]\.?\s?quartal|q[1-4]/?|(?:i{{1,3}}|iv)(?:\.?\s?quartal|/)|"
    rf"[12]\.?\s?halbjahr|i{{1,2}}\.?\s?halbjahr|ca\.?|etwa|voraussichtlich|spätestens)\s?{_JAHR}\Z"
)
_SPANNE = re.compile(r"(?i)(?P<von>.+?)\s*(?:–|—|-|bis|/)\s*(?P<bis>.+)\Z")

Datum = date | str


class Zeit(NamedTuple):
    """What a cell says about time; ``ist_genau`` is ``False`` where its words say more than that."""

    beginn: Datum | None = None
    ende: Datum | None = None
    ist_fortlaufend: bool = False
    ist_genau: bool = True

    @property
    def ist_leer(self) -> bool:
        """Say whether nothing was understood."""
        return self.beginn is None and self.ende is None and not self.ist_fortlaufend


def lies_zeit(zelle: Zelle, feld: str) -> Zeit:
    """Return what a cell of the column ``beginn``, ``ende`` or ``zeitraum`` says."""
    if isinstance(zelle.wert, datetime):
        return _als(feld, zelle.wert.date())
    if isinstance(zelle.wert, date):
        return _als(feld, zelle.wert)
    text = " ".join(zelle.text.split())
    fortlaufend = _FORTLAUFEND.search(text) is not None
    rest = _FORTLAUFEND.sub("", text).strip(" ,;()-–")
    zeit = _lies_text(rest, feld) if rest else Zeit()
    ganz = not rest or not zeit.ist_leer
    return zeit._replace(ist_fortlaufend=fortlaufend, ist_genau=zeit.ist_genau and ganz)


def _lies_text(text: str, feld: str) -> Zeit:
    if (wert := lies_datum(text)) is not None:
        return _als(feld, wert)
    if unscharf := _UNSCHARF.match(text):
        return _als(feld, unscharf["jahr"], ist_genau=False)
    if match := re.match(r"(?i)(?:ab|seit|beginn:?|start:?)\s+(.+)\Z", text):
        return _eines("beginn", match[1])
    if match := re.match(r"(?i)(?:bis(?: zum)?|spätestens)\s+(.+)\Z", text):
        return _eines("ende", match[1])
    if match := _SPANNE.match(text):
        von, bis = lies_datum(match["von"].removeprefix("von ")), lies_datum(match["bis"])
        if von is not None and bis is not None:
            return Zeit(von, bis)
    return Zeit(ist_genau=False)


def _eines(feld: str, text: str) -> Zeit:
    if (wert := lies_datum(text)) is not None:
        return _als(feld, wert)
    unscharf = _UNSCHARF.match(text)
    return Zeit(ist_genau=False) if unscharf is None else _als(feld, unscharf["jahr"], ist_genau=False)


def _als(feld: str, wert: Datum, *, ist_genau: bool = True) -> Zeit:
    """Return a date as beginning or end; what stands alone in a column of periods is the end."""
    return (
        Zeit(beginn=wert, ist_genau=ist_genau) if feld == "beginn" else Zeit(ende=wert, ist_genau=ist_genau)
    )


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


class Betrag(NamedTuple):
    """What a cell says about money: euros (``"12.50"`` with cents), by the year or once; its words where they say more."""

    euro: int | str | None
    ist_jaehrlich: bool = False
    wortlaut: str | None = None


_EURO = r"(?:€|EUR|Euro)"
_ZAHL = re.compile(
    rf"(?i)(?:{_EURO}\s*)?(?P<zahl>\d{{1,3}}(?:[. ]\d{{3}})+(?:,\d{{1,2}})?|\d+(?:,\d{{1,2}})?)(?:,-+|,–)?\s*"
    rf"(?P<tausend>T€|TEUR|Tsd\.?\s*{_EURO}?|Tausend\s*{_EURO}?|k€)?\s*{_EURO}?\.?\Z"
)
_JAEHRLICH = re.compile(r"(?i)\s*(?:p\.?\s?a\.?|/\s*(?:jahr|a)|pro\s+jahr|je\s+jahr|jährlich|im\s+jahr)\s*")


def lies_betrag(zelle: Zelle) -> Betrag:
    """Return what a cell says about money; a text that is no plain amount stays a text."""
    wert = zelle.wert
    if isinstance(wert, (int, float)) and not isinstance(wert, bool):
        return Betrag(_euro(Decimal(str(wert)))) if wert >= 0 else Betrag(None, wortlaut=zelle.text)
    text = " ".join(zelle.text.split())
    ohne_jahr = _JAEHRLICH.sub(" ", text).strip()
    jaehrlich = ohne_jahr != text
    genau = re.sub(r"(?i)^(?:ca\.?|rund|etwa|bis zu|max\.?)\s*", "", ohne_jahr)
    match = _ZAHL.match(genau)
    if match is None:
        return Betrag(None, wortlaut=text)
    zahl = Decimal(re.sub(r"[. ]", "", match["zahl"]).replace(",", "."))
    euro = _euro(zahl * (1000 if match["tausend"] else 1))
    return Betrag(euro, jaehrlich, text if genau != ohne_jahr else None)


def _euro(betrag: Decimal) -> int | str:
    gerundet = betrag.quantize(Decimal("0.01"))
    return int(gerundet) if gerundet == gerundet.to_integral_value() else f"{gerundet:f}"


_PRIORITAETEN = {
    "hoch": "hoch", "sehr hoch": "hoch", "mittel": "mittel", "normal": "mittel", "niedrig": "niedrig", "gering": "niedrig",
}  # fmt: skip


def lies_prioritaet(zelle: Zelle) -> str | None:
    """Return the word of the Akte, ``None`` for what has no certain one (1, A)."""
    return _PRIORITAETEN.get(zelle.text.casefold())
