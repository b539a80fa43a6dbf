"""A YAML file that the table of kinds does not know: say where it probably belongs."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from fgk.models.arten import ARTEN, Art
from fgk.models.kennungen import FORMEN
from fgk.positions import START
from fgk.reading.fault import Fault
from fgk.sources import Source, UnreadableFileError

_PFADE = {art.pfad.rpartition("/")[2]: art.pfad for art in ARTEN if art.ist_einzeln}
#: the last part of a folder -> the folder
_ORDNER = {art.ordner.rpartition("/")[2]: art.ordner for art in ARTEN if not art.ist_einzeln}
_ORDNER_DER_ART = {art.name: art.ordner for art in ARTEN if not art.ist_einzeln}
_PRAEFIXE = {art.name: art.praefix for art in ARTEN}
#: „.yaml.txt“ is what editors on Windows make of it
_ENDING = re.compile(r"\.ya?ml(?:\.txt)?\Z", re.IGNORECASE)


def promised(path: str) -> tuple[str, str | None]:
    """Return the kind and the Kennung that the name of a file promises, wherever it lies; or ("", None)."""
    stem = _stem(path)
    for name, form in FORMEN.items():
        for kennung in (stem, _PRAEFIXE.get(name, "") + stem):
            if form.passt(kennung):
                return name, kennung
    return "", None


def promised_single(path: str) -> Iterator[str]:
    """Yield the name of the kind with one file that this file would be in another place or spelling."""
    name = f"{_stem(path)}.yaml".lower()
    yield from (art.name for art in ARTEN if art.pfad.rpartition("/")[2] == name)


def in_wrong_folder(art: Art, path: str) -> Fault | None:
    """Return the fault for a file whose name says that it belongs into the folder of another kind."""
    name, _ = promised(path)
    if art.ist_einzeln or name == art.name or name not in _ORDNER_DER_ART:
        return None
    return _fault(f"Meinten Sie den Ordner „{_ORDNER_DER_ART[name]}/“?")


def unknown_file(source: Source, path: str) -> list[Fault]:
    """Return the fault for a file (or a linked folder) that has no place in an Akte."""
    if _ENDING.search(path):
        return [_unknown_yaml(path)]
    try:
        source.read(path)
    except UnreadableFileError as error:
        return [Fault(error.code, START, error.was, error.tun)]
    return []


def _unknown_yaml(path: str) -> Fault:
    folder, _, name = path.rpartition("/")
    stem = _stem(path)
    if name != f"{stem}.yaml":
        return _fault(f"Benennen Sie sie um in „{stem}.yaml“.")
    meant = _meant_folder(folder, stem) or _meant_file(name)
    if meant:
        return _fault(f"Meinten Sie {meant}?")
    return _fault("Verschieben Sie sie aus der Akte oder in den passenden Ordner, z. B. massnahmen/.")


def _meant_folder(folder: str, stem: str) -> str | None:
    """Return the folder that was meant; a goal's file may also be called after its kind."""
    kind, _ = promised(stem)
    if kind in _ORDNER_DER_ART:
        return f"den Ordner „{_ORDNER_DER_ART[kind]}/“"
    for word in (*reversed(folder.split("/")), stem):
        close = get_close_matches(word.lower(), _ORDNER, n=1, cutoff=0.75)
        if close and _ORDNER[close[0]] != folder:
            return f"den Ordner „{_ORDNER[close[0]]}/“"
    return None


def _meant_file(name: str) -> str | None:
    close = get_close_matches(name.lower(), _PFADE, n=1, cutoff=0.8)
    return f"die Datei „{_PFADE[close[0]]}“" if close else None


def _stem(path: str) -> str:
    return _ENDING.sub("", path.rpartition("/")[2])


def _fault(tun: str) -> Fault:
    was = "Diese Datei gehört zu keiner Art von Datensatz; ihr Inhalt wurde nicht geprüft."
    return Fault("FGK016", START, was, tun)
