"""The Prüfzeichen: 80 bits of a digest in a form that people can read off paper and type.

Crockford's base32 has no I, L, O and U; who types them means 1, 1 and 0. The last of the 17 characters checks the
others: it finds every single wrong character and every two that were swapped, wherever they stand.
"""

import re

from fgk.errors import FgkError

#: the last sentence wherever a Prüfzeichen is said to prove something
MASSGEBLICH = "Maßgeblich ist die Niederschrift."
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_WERT = {zeichen: wert for wert, zeichen in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_BITS = 5
_STELLEN = 16
_GRUPPE = 4
#: x⁵ + x² + 1: its root generates all 31 elements of GF(32) but zero, so every place has a weight of its own
_POLYNOM = 0b100101
_TRENNER = re.compile(r"[\s\-\u2010-\u2015]+")


def aus_abdruck(abdruck: bytes) -> str:
    """Return the Prüfzeichen of a digest: its first 80 bits, such as ``3YJC-27CF-31FW-0637-T``."""
    zahl = int.from_bytes(abdruck[:10], "big")
    werte = [zahl >> _BITS * stelle & 31 for stelle in reversed(range(_STELLEN))]
    return _in_gruppen("".join(_ALPHABET[wert] for wert in (*werte, _pruefwert(werte))))


def lies(text: str) -> str:
    """Return a typed Prüfzeichen as it is printed.

    Small letters, missing or other hyphens and blanks do not matter. Raises ``FgkError`` for what is none.
    """
    eng = _TRENNER.sub("", text).upper()
    fremd = next((zeichen for zeichen in eng if zeichen not in _WERT), None)
    if fremd is not None:
        gezeigt = fremd if fremd.isprintable() else f"U+{ord(fremd):04X}"
        raise FgkError(
            f"Im Prüfzeichen steht „{gezeigt}“; dieses Zeichen kommt darin nicht vor.", _VERGLEICHEN
        )
    if len(eng) != _STELLEN + 1:
        raise FgkError(
            f"Das Prüfzeichen hat {len(eng)} Zeichen statt {_STELLEN + 1}.",
            "Es besteht aus vier Gruppen zu vier Zeichen und einem letzten, z. B. 3YJC-27CF-31FW-0637-T.",
        )
    werte = [_WERT[zeichen] for zeichen in eng]
    if _pruefwert(werte[:-1]) != werte[-1]:
        raise FgkError(
            f"Das Prüfzeichen „{_in_gruppen(eng)}“ ist verschrieben: Sein letztes Zeichen passt nicht zu den übrigen.",
            _VERGLEICHEN,
        )
    return _in_gruppen("".join(_ALPHABET[wert] for wert in werte))


_VERGLEICHEN = "Vergleichen Sie es Zeichen für Zeichen mit der Beschlussvorlage."


def _in_gruppen(zeichen: str) -> str:
    return "-".join(zeichen[i : i + _GRUPPE] for i in range(0, len(zeichen), _GRUPPE))


def _pruefwert(werte: list[int]) -> int:
    """Return the check value: the sum of all values, each by the weight of its place, in GF(32)."""
    summe = 0
    for wert in werte:  # Horner's rule: each step multiplies what is there by the root of the polynomial
        summe = _mal_wurzel(summe ^ wert)
    return summe


def _mal_wurzel(wert: int) -> int:
    wert <<= 1
    return wert ^ _POLYNOM if wert > 31 else wert
