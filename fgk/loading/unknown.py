"""A YAML file that the table of kinds does not know: say where it probably belongs."""

from difflib import get_close_matches

from fgk.models.arten import ARTEN
from fgk.positions import START
from fgk.reading.fault import Fault
from fgk.sources import Source, UnreadableFileError

_PFADE = {art.pfad.rpartition("/")[2]: art.pfad for art in ARTEN if art.ist_einzeln}
#: the last part of a folder -> the folder
_ORDNER = {art.ordner.rpartition("/")[2]: art.ordner for art in ARTEN if not art.ist_einzeln}


def unknown_file(source: Source, path: str) -> list[Fault]:
    """Return the fault for a file (or a linked folder) that has no place in an Akte."""
    if path.lower().endswith((".yaml", ".yml")):
        return [_unknown_yaml(path)]
    try:
        source.read(path)
    except UnreadableFileError as error:
        return [Fault(error.code, START, error.was, error.tun)]
    return []


def _unknown_yaml(path: str) -> Fault:
    folder, _, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    if ending != "yaml":
        return _fault(f"Benennen Sie sie um in „{stem}.yaml“.")
    meant = _meant_folder(folder, stem) or _meant_file(name)
    if meant and meant != path:
        return _fault(f"Meinten Sie {meant}?")
    return _fault("Verschieben Sie sie aus der Akte oder in den passenden Ordner, z. B. massnahmen/.")


def _meant_folder(folder: str, stem: str) -> str | None:
    """Return the folder that was meant; a goal's file may also be called after its kind."""
    for word in (*reversed(folder.split("/")), stem):
        close = get_close_matches(word.lower(), _ORDNER, n=1, cutoff=0.75)
        if close and _ORDNER[close[0]] != folder:
            return f"den Ordner „{_ORDNER[close[0]]}/“"
    return None


def _meant_file(name: str) -> str | None:
    close = get_close_matches(name.lower(), _PFADE, n=1, cutoff=0.8)
    return f"die Datei „{_PFADE[close[0]]}“" if close else None


def _fault(tun: str) -> Fault:
    was = "Diese Datei gehört zu keiner Art von Datensatz; ihr Inhalt wurde nicht geprüft."
    return Fault("FGK016", START, was, tun)
