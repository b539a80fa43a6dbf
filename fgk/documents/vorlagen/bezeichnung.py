"""How a paper is called: as its decision says, as papers are called here, or by the kind of decision."""

from fgk.documents.gestalt import DATEI
from fgk.documents.sicht import Sicht
from fgk.loading.load import load_files
from fgk.models.beschluss import Beschluss
from fgk.models.gestaltung import Bezeichnungen, Gestaltung

_UNSERE = {"beschlussvorlage": "Beschlussvorlage", "mitteilungsvorlage": "Mitteilungsvorlage"}


def ist_mitteilung(beschluss: Beschluss) -> bool:
    """Say whether a paper is only taken note of: no body decides on it."""
    rollen = {beratung.rolle for beratung in beschluss.beratungen}
    return beschluss.art == "jahresbericht" or rollen <= {"kenntnisnahme", "anhoerung"}


def bezeichnung(sicht: Sicht, beschluss: Beschluss) -> str:
    """Return the name of a paper."""
    eigene = beschluss.vorlage.bezeichnung if beschluss.vorlage else None
    wort = "mitteilungsvorlage" if ist_mitteilung(beschluss) else "beschlussvorlage"
    return eigene or _oertlich(sicht, wort) or _UNSERE[wort]


def _oertlich(sicht: Sicht, wort: str) -> str | None:
    """Return the local name of a kind of paper, from the first folder that says one."""
    for ablage in sicht.ablagen:
        record = load_files(ablage, [DATEI])[0].einzeln(Gestaltung) if ablage.exists(DATEI) else None
        namen = (record.modell.bezeichnungen if record else None) or Bezeichnungen.model_construct()
        if getattr(namen, wort, None):
            return str(getattr(namen, wort))
    return None
