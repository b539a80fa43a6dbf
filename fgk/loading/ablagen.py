"""What an Akte and the workspace around it have for all Akten: design, Verfahren, and whose workspace it is."""

from typing import TypeVar

from fgk.akte import Akte
from fgk.loading.load import load_files
from fgk.models.arbeitsbereich import Arbeitsbereich
from fgk.models.arten import ARTEN, art_namens
from fgk.models.base import Datensatz
from fgk.models.verfahren import Verfahren
from fgk.sources import Source, is_record_path
from fgk.verfahren.laden import lade_verfahren, verfahren_namen

M = TypeVar("M", bound=Datensatz)

_FUER_ALLE = [art for art in ARTEN if art.ist_fuer_alle]


def shared_files(source: Source) -> list[str]:
    """Return the paths of what a workspace has for all its Akten."""
    return [path for art in _FUER_ALLE for path in _paths(source, art.pfad)]


def _paths(source: Source, pattern: str) -> list[str]:
    folder, _, name = pattern.rpartition("/")
    if folder:
        return [path for found in source.names(folder) if is_record_path(path := f"{folder}/{found}")]
    return [name] if source.exists(name) else []


def eigene_verfahren(source: Source) -> dict[str, Verfahren]:
    """Return the faultless Verfahren that a folder brings along, by their Kennungen."""
    paths = _paths(source, art_namens("verfahren").pfad)
    records = load_files(source, paths)[0].alle(Verfahren) if paths else []
    return {record.modell.kennung: record.modell for record in records}


def verfahren_in(ablagen: list[Source], kennung: str) -> Verfahren | None:
    """Return a Verfahren: of the first folder that has it, else the shipped one; ``None`` if there is none.

    It is whole: what its file leaves out is as in its ``grundlage``. One that even so lacks something counts as none.
    """
    gefunden = verfahren_entwurf(ablagen, kennung)
    return None if gefunden is None or gefunden.fehlend else gefunden


def verfahren_entwurf(ablagen: list[Source], kennung: str) -> Verfahren | None:
    """Return a Verfahren like ``verfahren_in``, also one that lacks something."""
    return _ganz([eigene_verfahren(ablage) for ablage in ablagen], kennung, frozenset())


def _ganz(eigene: list[dict[str, Verfahren]], kennung: str, gesehen: frozenset[str]) -> Verfahren | None:
    """Return a Verfahren over its foundation; one that rests on its own name rests on the shipped one."""
    unsere = lade_verfahren(kennung)
    gefunden = next((v[kennung] for v in eigene if kennung in v), None) if kennung not in gesehen else unsere
    if gefunden is None or gefunden is unsere or gefunden.grundlage is None:
        return gefunden or unsere
    grundlage = _ganz(eigene, gefunden.grundlage, gesehen | {kennung})
    return gefunden.ueber(grundlage) if grundlage else gefunden


def beruht_auf_sich(ablagen: list[Source], kennung: str) -> bool:
    """Say whether the foundations of a Verfahren lead back to one of them that fgk does not bring along."""
    eigene = [eigene_verfahren(ablage) for ablage in ablagen]
    gesehen: set[str] = set()
    naechste: str | None = kennung
    while naechste is not None and naechste not in gesehen:
        gesehen.add(naechste)
        gefunden = next((v[naechste] for v in eigene if naechste in v), None)
        naechste = gefunden.grundlage if gefunden else None
    return naechste is not None and lade_verfahren(naechste) is None


def ablagen_von(source: Source) -> list[Source]:
    """Return the folders whose files are for an Akte: its own, and the workspace around it."""
    workspace = source.workspace()
    return [source] if workspace is None else [source, workspace]


def verfahren_von(akte: Akte) -> Verfahren | None:
    """Return the Verfahren of an Akte, ``None`` where its head is faulty or names one that there is not."""
    audit = akte.audit
    return None if audit is None else verfahren_in(ablagen_von(akte.source), audit.verfahren)


def bekannte_verfahren(source: Source) -> list[str]:
    """Return the Kennungen of all Verfahren that an Akte can name, sorted."""
    eigene = (kennung for ablage in ablagen_von(source) for kennung in eigene_verfahren(ablage))
    return sorted({*verfahren_namen(), *eigene})


def ablage_mit_rolle(source: Source, rolle: str) -> Source | None:
    """Return the folder, of an Akte or the workspace around it, whose fgk.yaml says that it has this role."""
    return next((ablage for ablage in ablagen_von(source) if _rolle(ablage) == rolle), None)


def _rolle(ablage: Source) -> str | None:
    record = (
        load_files(ablage, ["fgk.yaml"])[0].einzeln(Arbeitsbereich) if ablage.exists("fgk.yaml") else None
    )
    return record.modell.rolle if record else None
