"""What papers for a council say of their own accord: words and figures from the Akte, a module a kind of decision.

The sentences stand in ``templates/vorlage_*.md.j2``; what a decision's own file says comes before them.
"""

from collections.abc import Mapping

from fgk.documents.sicht import Sicht
from fgk.documents.vorlagen import aenderung, bericht, bilanz, tarifbetrag, teilnahme, vereinbarung
from fgk.documents.vorlagen.gremium import gremium_in, mit_artikel
from fgk.models.beschluss import Beschluss

_QUELLEN = (teilnahme, tarifbetrag, vereinbarung, aenderung, bericht, bilanz)


def werte(sicht: Sicht, beschluss: Beschluss) -> Mapping[str, object]:
    """Return what the templates of a paper get besides the decision; what its kind has not is empty."""
    gesammelt: dict[str, object] = {
        "gremium": gremium_in(sicht, beschluss),
        "ergebnisdokument": mit_artikel(sicht.verfahren.ergebnisdokument or "Zielvereinbarung"),
    }
    for quelle in _QUELLEN:
        gesammelt |= quelle.werte(sicht, beschluss)
    return gesammelt
