"""What a plain scalar means: YAML 1.2's core schema, with two differences that protect people.

A number with a leading zero stays text (an AGS ``05334032`` must not become 5334032), and a date is a date
only as YYYY-MM-DD. ``no``, ``on``, ``12:30`` and ``1_000`` are text, as YAML 1.2 has them.
"""

import re
from datetime import date
from functools import lru_cache
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | date | None

WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
#: only what begins with one of these can be a number or a date
MAYBE_NUMBER = frozenset("0123456789+-.")
#: a plain scalar that begins with one of these is text, whatever follows
SURELY_TEXT = frozenset("ABCDEGHIJKLMOPQRSUVWXYZabcdeghijklmopqrsuvwxyzÄÖÜäöü„")
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+\Z")
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}\Z")
_MAX_DIGITS = 300


class NoSuchDayError(ValueError):
    """A text that looks like a date but names a day that does not exist, such as 2024-02-30."""


@lru_cache(maxsize=4096)
def resolve(value: str) -> Scalar:
    """Return the value of a plain (unquoted) scalar; years, days and shares come again and again.

    Raises ``NoSuchDayError`` for a date that does not exist.
    """
    if value in WORDS:
        return WORDS[value]
    if value[0] not in MAYBE_NUMBER or len(value) > _MAX_DIGITS:
        return value
    if _INT.match(value):
        return int(value)
    if _DATE.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise NoSuchDayError(value) from error
    if _FLOAT.match(value):
        return float(value)
    return value


def has_leading_zero(value: str) -> bool:
    """Say whether this plain scalar is a number that only stays whole because we keep it as text."""
    return _LEADING_ZERO.match(value) is not None


def has_thousands(value: str) -> bool:
    """Say whether a number looks as if its point was meant to set off thousands, as Germans write them."""
    return _THOUSANDS.match(value) is not None
