"""What a name says about the kind of place that it is the name of."""

from fgk.register import search
from fgk.scaffolding.gemeindesuche import Ortsangabe
from fgk.scaffolding.kreissuche import kreis_nach_name, verband_nach_name
from fgk.scaffolding.verzeichnis import sagt_kreis, sagt_verband


def beim_wort(angabe: Ortsangabe) -> Ortsangabe:
    """Return the key of a Kreis or an association for a name that says itself that it is one.

    ``Landkreis München`` is not the city of München. Raises ``FgkError`` for a name that none or several have.
    """
    name = angabe.name
    if not name or any(angabe[1:]) or any(name == da.name for da in search(name)):  # such as Amt Wachsenburg
        return angabe
    if sagt_kreis(name):
        return Ortsangabe(kreis_schluessel=kreis_nach_name(name).schluessel)
    if sagt_verband(name):
        return Ortsangabe(name=name, ars=verband_nach_name(name).ars)
    return angabe
