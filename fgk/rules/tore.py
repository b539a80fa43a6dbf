"""What the rules about gates share: how they say what shows that a gate was passed."""

from fgk.schreibweise import datum
from fgk.stand.belege import OffenesTor
from fgk.stand.tore import Erfuellung


def beleg_in_worten(tor: OffenesTor) -> str:
    """Return „Auftakt (11.04.2024): Damit ist die Phase „Entscheidung zur Teilnahme“ vorbei.“"""
    beleg = tor.beleg
    return f"{beleg.titel} ({datum(beleg.am)}): Damit ist die Phase „{tor.phase.bezeichnung}“ vorbei."


def mit_ort(erfuellung: Erfuellung) -> str:
    """Return what is missing and where it would have to be put: „Strategieworkshop (audit.yaml: termine)“."""
    stelle = erfuellung.datei + (f": {erfuellung.schluessel}" if erfuellung.schluessel else "")
    return f"{erfuellung.voraussetzung.text} ({stelle})"
