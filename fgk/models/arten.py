"""The one table: kind of record -> where its file lies -> which model -> how its Kennung is made."""

from typing import NamedTuple

from fgk.models.analyse import Analyse
from fgk.models.arbeitsbereich import Arbeitsbereich
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
from fgk.models.tarif import Tarif
from fgk.models.verfahren import Verfahren
from fgk.models.vertrag import Vertrag
from fgk.models.ziel import Ziel
from fgk.models.zielvereinbarung import Zielvereinbarung

_ENDUNG = ".yaml"


def _ist_datensatz(name: str) -> bool:
    return name.endswith(_ENDUNG) and name != _ENDUNG


class Art(NamedTuple):
    """A kind of record.

    ``pfad`` is the file's path inside the Akte. Where there are many files of a kind it ends in
    ``/{kennung}.yaml``, which stands for the record's Kennung without ``praefix``.
    """

    name: str
    titel: str
    modell: type[Datensatz]
    pfad: str
    praefix: str = ""
    ist_fuer_alle: bool = False
    """Whether it may also lie beside an ``fgk.yaml``, for all Akten there."""
    darf_leer_sein: bool = False
    ist_anlegbar: bool = True
    """Whether ``fgk new`` makes one."""

    @property
    def ordner(self) -> str:
        """The folder inside the Akte, empty for files at its top."""
        return self.pfad.rpartition("/")[0]

    @property
    def ist_einzeln(self) -> bool:
        """Say whether an Akte has one file of this kind."""
        return "{kennung}" not in self.pfad

    def kennung_aus_pfad(self, path: str) -> str | None:
        """Return the Kennung that a file at ``path`` must have, ``None`` for single files."""
        folder, _, name = path.rpartition("/")
        if self.ist_einzeln or folder != self.ordner or not _ist_datensatz(name):
            return None
        return self.praefix + name.removesuffix(_ENDUNG)

    def pfad_zu(self, kennung: str) -> str:
        """Return the path of the record called ``kennung``."""
        return self.pfad.format(kennung=kennung.removeprefix(self.praefix))


ARTEN = (
    Art("audit", "Audit", Audit, "audit.yaml", ist_anlegbar=False),
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
    Art("gestaltung", "Gestaltung", Gestaltung, "gestaltung.yaml", ist_fuer_alle=True),
    Art(
        "verfahren",
        "Verfahren",
        Verfahren,
        "verfahren/{kennung}.yaml",
        ist_fuer_alle=True,
        ist_anlegbar=False,
    ),
    Art("tarif", "Tarif", Tarif, "tarif.yaml", ist_fuer_alle=True, ist_anlegbar=False),
    Art(
        "arbeitsbereich",
        "Arbeitsbereich",
        Arbeitsbereich,
        "fgk.yaml",
        ist_fuer_alle=True,
        darf_leer_sein=True,
        ist_anlegbar=False,
    ),
)

_EINZELNE = {art.pfad: art for art in ARTEN if art.ist_einzeln}
_NACH_ORDNER = {art.ordner: art for art in ARTEN if not art.ist_einzeln}


def art_von(path: str) -> Art | None:
    """Return the kind of record that the file at ``path`` (inside the Akte) holds."""
    folder, _, name = path.rpartition("/")
    return _EINZELNE.get(path) or (_NACH_ORDNER.get(folder) if _ist_datensatz(name) else None)


def art_namens(name: str) -> Art:
    """Return the kind called ``name``; raises ``KeyError`` for a word that is none."""
    return _NACH_NAME[name]


_NACH_NAME = {art.name: art for art in ARTEN}
