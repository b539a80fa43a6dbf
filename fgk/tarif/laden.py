"""Load the shipped tariff. A fault in it is ours: a test judges it, and no run does it again."""

from functools import cache

from fgk.models.tarif import Tarif
from fgk.reading.shipped import read_shipped

#: how messages name the file
DATEI = "fgk/tarif/kostenbeitrag.yaml"


@cache
def lade_tarif() -> Tarif:
    """Return what is public of the Verein's tariff."""
    return Tarif.model_validate(read_shipped("tarif", "kostenbeitrag.yaml"))
