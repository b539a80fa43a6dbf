"""An Akte that moved to another folder of its repository: its trail goes on where it lay before."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from fgk.history.commits import Change, History
from fgk.history.repository import Entry, Repository
from fgk.reading.reader import read_yaml
from fgk.sources import AKTE_FILE


class Umzug(NamedTuple):
    """The step of the main line with which an Akte came to its folder from another one, and its history there."""

    schritt: str
    davor: History


def umzug(history: History) -> Umzug | None:
    """Return where an Akte came from; ``None`` where it began in its folder, or what was before is cut off."""
    schritt = next((commit for commit in history.main if _legt_an(history.changes.get(commit, ()))), None)
    eltern = history.graph[schritt][1] if schritt else ()
    if schritt is None or not eltern or eltern[0] not in history.graph:
        return None
    audit = history.repository.files(schritt, history.prefix)[AKTE_FILE]
    ordner = ordner_der_akte(history.repository, eltern[0], audit)
    return None if ordner is None else Umzug(schritt, History(history.repository, eltern[0], ordner))


def alle_aenderungen(history: History) -> Mapping[str, list[Change]]:
    """Return commit -> what it changed in an Akte, also while that lay in another folder. A move itself is no change."""
    gefunden = umzug(history)
    if gefunden is None:
        return history.changes
    alt = history.repository.files(gefunden.davor.tip, gefunden.davor.prefix)
    neu = history.repository.files(gefunden.schritt, history.prefix)
    geaendert = [
        Change(path, alt.get(path), neu.get(path))
        for path in sorted(alt.keys() | neu.keys())
        if alt.get(path) != neu.get(path)
    ]
    return {**alle_aenderungen(gefunden.davor), **history.changes, gefunden.schritt: geaendert}


def ordner_der_akte(repository: Repository, commit: str, audit: Entry) -> str | None:
    """Return the folder of a commit that holds the Akte with the Kennung of this ``audit.yaml``; ``None`` without one."""
    kennung = _kennung(repository.blobs([audit.blob])[audit.blob]) if audit.is_file else None
    if kennung is None:
        return None
    akten = {
        path: entry
        for path, entry in repository.files(commit, "").items()
        if path.rpartition("/")[2] == AKTE_FILE and entry.is_file
    }
    inhalte = repository.blobs({entry.blob for entry in akten.values()})
    for path, entry in akten.items():
        raw = inhalte[entry.blob]
        if kennung.encode() in raw and _kennung(raw) == kennung:  # most of many are another Akte: not parsed
            return path.removesuffix(AKTE_FILE).removesuffix("/")
    return None


def _legt_an(changes: Collection[Change]) -> bool:
    return any(change.path == AKTE_FILE and change.new for change in changes)


def _kennung(raw: bytes) -> str | None:
    data = read_yaml(raw).data
    kennung = data.get("kennung") if isinstance(data, dict) else None
    return kennung if isinstance(kennung, str) else None
