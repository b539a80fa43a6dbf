"""What a cell says about money and priority. What is no plain amount stays text."""

import re
from decimal import Decimal
from typing import NamedTuple

from fgk.exchange.liste.blatt import Zelle


class Betrag(NamedTuple):
    """What a cell says about money: euros (``"12.50"`` with cents), by the year or once; its words where they say more."""

    euro: int | str | None
    ist_jaehrlich: bool = False
    wortlaut: str | None = None


#: no municipality has as much: such a number was something else, and none of ours could hold its cents
_ZU_VIEL = 10**15
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
        return (
            Betrag(_euro(Decimal(str(wert)))) if 0 <= wert < _ZU_VIEL else Betrag(None, wortlaut=zelle.text)
        )
    text = " ".join(zelle.text.split())
    ohne_jahr = _JAEHRLICH.sub(" ", text).strip()
    jaehrlich = ohne_jahr != text
    genau = re.sub(r"(?i)^(?:ca\.?|rund|etwa|bis zu|max\.?)\s*", "", ohne_jahr)
    match = _ZAHL.match(genau)
    if match is None:
        return Betrag(None, wortlaut=text)
    zahl = Decimal(re.sub(r"[. ]", "", match["zahl"]).replace(",", ".")) * (1000 if match["tausend"] else 1)
    if zahl >= _ZU_VIEL:
        return Betrag(None, wortlaut=text)
    euro = _euro(zahl)
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
