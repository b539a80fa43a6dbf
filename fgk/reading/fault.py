"""A fault in the bytes of one file, before anyone knows which record it is."""

from typing import NamedTuple

from fgk.positions import Span


class Fault(NamedTuple):
    """A reading fault: code, place, what is wrong and what to do (German sentences)."""

    code: str
    span: Span
    was: str
    tun: str
