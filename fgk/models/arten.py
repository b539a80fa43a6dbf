"""The one table: kind of record -> where its file lies -> which model -> how its Kennung is made."""

import re
from dataclasses import dataclass, field

from fgk.models.analyse import Analyse
from fgk.models.audit import Audit
from fgk.models.base import Datensatz
from fgk.models.begutachtung import Begutachtung
from fgk.models.beschluss import Beschluss
from fgk.models.beteiligung import Beteiligung
from fgk.models.gestaltung import Gestaltung
from fgk.models.indikatoren import Indikatoren
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme
from fgk.models.organisation import Organisationseinheiten
from fgk.models.sozialraeume import Sozialraeume
from fgk.models.vertrag import Vertrag
from fgk.models.ziel import Ziel
from fgk.models.zielvereinbarung import Zielvereinbarung


@dataclass(frozen=True)
class Art:
    """A kind of record.

    ``pfad`` is the file's path inside the Akte; ``{kennung}`` in it stands for the record's Kennung
    without ``praefix``. A path without it means: there is one such file.
    """

    name: str
    titel: str
    modell: type[Datensatz]
    pfad: str
    praefix: str = ""
    ordner: str = field(init=False)
    dateimuster: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        muster = re.escape(self.pfad).replace(r"\{kennung\}", r"(?P<kennung>[^/]+)")
        object.__setattr__(self, "dateimuster", re.compile(muster + r"\Z"))
        object.__setattr__(self, "ordner", self.pfad.rpartition("/")[0])

    @property
    def hat_kennung(self) -> bool:
        """Say whether such a record carries a Kennung of its own."""
        return "kennung" in self.modell.model_fields

    @property
    def ist_einzeln(self) -> bool:
        """Say whether an Akte has one file of this kind."""
        return "{kennung}" not in self.pfad

    def kennung_aus_pfad(self, path: str) -> str | None:
        """Return the Kennung that a file at ``path`` must have, ``None`` for single files."""
        match = self.dateimuster.match(path)
        return None if match is None or self.ist_einzeln else self.praefix + match["kennung"]

    def pfad_zu(self, kennung: str) -> str:
        """Return the path of the record called ``kennung``."""
        return self.pfad.format(kennung=kennung.removeprefix(self.praefix))


ARTEN = (
    Art("audit", "Audit", Audit, "audit.yaml"),
    Art(
        "organisationseinheiten",
        "Organisationseinheiten",
        Organisationseinheiten,
        "organisationseinheiten.yaml",
    ),
    Art("vertrag", "Vertrag", Vertrag, "vertrag.yaml"),
    Art("beschluss", "Beschluss", Beschluss, "beschluesse/{kennung}.yaml"),
    Art("indikatoren", "Indikatoren", Indikatoren, "bestandsaufnahme/indikatoren.yaml"),
    Art("analyse", "Analyse", Analyse, "bestandsaufnahme/analyse/{kennung}.yaml", praefix="AN-"),
    Art("sozialraeume", "Sozialräume", Sozialraeume, "bestandsaufnahme/sozialraeume.yaml"),
    Art("beteiligung", "Beteiligung", Beteiligung, "beteiligung/{kennung}.yaml"),
    Art("ziel", "Ziel", Ziel, "ziele/{kennung}.yaml"),
    Art("massnahme", "Maßnahme", Massnahme, "massnahmen/{kennung}.yaml"),
    Art("zielvereinbarung", "Zielvereinbarung", Zielvereinbarung, "zielvereinbarung.yaml"),
    Art("begutachtung", "Begutachtung", Begutachtung, "begutachtung.yaml"),
    Art("jahresbericht", "Jahresbericht", Jahresbericht, "jahresberichte/{kennung}.yaml", praefix="J-"),
    Art("gestaltung", "Gestaltung", Gestaltung, "gestaltung.yaml"),
)

#: the first part of a path -> the kinds that can lie there (looking up a file costs one or two matches)
_NACH_ANFANG: dict[str, tuple[Art, ...]] = {
    anfang: tuple(art for art in ARTEN if art.pfad.split("/")[0] == anfang)
    for anfang in dict.fromkeys(art.pfad.split("/")[0] for art in ARTEN)
}


def art_von(path: str) -> Art | None:
    """Return the kind of record that the file at ``path`` (inside the Akte) holds."""
    for art in _NACH_ANFANG.get(path.split("/", 1)[0], ()):
        if art.dateimuster.match(path):
            return art
    return None


def art_namens(name: str) -> Art:
    """Return the kind called ``name``; raises ``KeyError`` for a word that is none."""
    return _NACH_NAME[name]


_NACH_NAME = {art.name: art for art in ARTEN}
