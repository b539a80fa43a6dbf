"""A YAML file that the table of kinds does not know: say where it probably belongs."""

from difflib import get_close_matches

from fgk.models.arten import ARTEN
from fgk.positions import START
from fgk.reading.fault import Fault
from fgk.sources import Source, UnreadableFileError

_MUSTER = [art.pfad.replace("{kennung}", "…") for art in ARTEN]


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
    was = "Diese Datei gehört zu keiner Art von Datensatz; ihr Inhalt wurde nicht geprüft."
    if name.lower().endswith(".yml"):
        return _fault(was, f"Benennen Sie sie um in „{name[:-4]}.yaml“.")
    candidates = get_close_matches(path, _MUSTER, n=1, cutoff=0.6)
    folders = {art.ordner for art in ARTEN if art.ordner}
    close_folder = get_close_matches(folder, folders, n=1, cutoff=0.6) if folder else []
    if close_folder and close_folder[0] != folder:
        return _fault(was, f"Meinten Sie den Ordner „{close_folder[0]}/“?")
    if candidates:
        return _fault(was, f"Meinten Sie „{candidates[0]}“?")
    return _fault(was, "Verschieben Sie sie aus der Akte oder in den passenden Ordner, z. B. massnahmen/.")


def _fault(was: str, tun: str) -> Fault:
    return Fault("FGK016", START, was, tun)
