"""Where the register comes from, of which days it is, and on what terms it may be passed on."""

from datetime import date
from functools import cache
from typing import NamedTuple


class Herkunft(NamedTuple):
    """Where the register comes from: print ``vermerk`` wherever its data are shown.

    ``gebietsstand`` is the day whose municipalities it holds, ``einwohner_am`` the day of their inhabitants.
    """

    titel: str
    herausgeber: str
    adresse: str
    gebietsstand: date
    einwohner_am: date
    vermerk: str
    lizenz: str


@cache
def herkunft() -> Herkunft:
    """Return what ``quelle.yaml`` says of the data; not read before somebody asks."""
    from fgk.reading.shipped import read_shipped

    return Herkunft(**read_shipped("register", "quelle.yaml"))
