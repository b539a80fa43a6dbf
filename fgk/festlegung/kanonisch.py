"""The canonical form ``fgk1``: plain data -> the one sequence of bytes that all ways of writing them have.

Built on ``plaindata.normal`` (NFC, ends of lines, absent = null = empty) and RFC 8785. It works on what stands
in the file and never on the output of pydantic: a new default must not change what was decided years ago.
See docs/adr/0015-festlegung.md.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import rfc8785

from fgk.errors import FgkError
from fgk.plaindata import normal

_DOMAENE = b"fgk1\0"
_PRAEFIX = "fgk1:"
#: the largest whole number that every JSON library reads as written
GROESSTE_ZAHL = 2**53 - 1


class NichtDarstellbarError(FgkError):
    """A value that JSON cannot say exactly, such as a number that is too large."""


def kanonisch(data: Any) -> bytes:
    """Return the canonical bytes of plain data; raises ``NichtDarstellbarError``.

    Groups in a list have no order, for two people add theirs at different places; texts in a list keep theirs.
    """
    return _bytes(_geordnet(normal(data)))


def pruefsumme(data: Any) -> str:
    """Return the digest of plain data: ``fgk1:`` and 64 hexadecimal digits."""
    return _PRAEFIX + abdruck(data).hex()


def abdruck(data: Any) -> bytes:
    """Return the 32 bytes of the digest of plain data."""
    return sha256(_DOMAENE + kanonisch(data)).digest()


def _geordnet(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _geordnet(inner) for key, inner in value.items()}
    if isinstance(value, list):
        inhalt = [_geordnet(inner) for inner in value]
        if inhalt and all(isinstance(inner, dict) for inner in inhalt):
            return sorted(inhalt, key=_bytes)
        return inhalt
    return value


def _bytes(value: Any) -> bytes:
    try:
        return rfc8785.dumps(value)
    except rfc8785.CanonicalizationError as error:
        raise NichtDarstellbarError(
            "Der Inhalt enthält einen Wert, für den sich keine Prüfsumme bilden lässt.",
            f"Prüfen Sie sehr große Zahlen: Erlaubt sind ganze Zahlen bis {GROESSTE_ZAHL}.",
        ) from error
