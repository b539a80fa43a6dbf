"""An Akte that moved to another folder of its repository: its trail goes on where it lay before."""

from collections.abc import Mapping

from fgk.history.commits import Change, History
from fgk.history.repository import Entry, Repository
from fgk.reading.reader import read_yaml
from fgk.sources import AKTE_FILE


def alle_aenderungen(history: History) -> Mapping[str, list[Change]]:
    """Return commit -> what it changed in an Akte, also while that lay in another folder. A move itself is no change."""
    erster = next((commit for commit in history.main if _legt_an(history.changes.get(commit, ()))), None)
    eltern = history.graph[erster][1] if erster else ()
    if erster is None or not eltern or eltern[0] not in history.graph:
        return history.changes
    repository, davor = history.repository, eltern[0]
    neu = repository.files(erster, history.prefix)
    ordner = _ordner_davor(repository, davor, neu[AKTE_FILE])
    if ordner is None:
        return history.changes
    alt = repository.files(davor, ordner)
    umzug = [
        Change(path, alt.get(path), neu.get(path))
        for path in sorted(alt.keys() | neu.keys())
        if alt.get(path) != neu.get(path)
    ]
    return {**alle_aenderungen(History(repository, davor, ordner)), **history.changes, erster: umzug}


def _legt_an(changes: list[Change] | tuple[()]) -> bool:
    return any(change.path == AKTE_FILE and change.new for change in changes)


def _ordner_davor(repository: Repository, commit: str, audit: Entry) -> str | None:
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


def _kennung(raw: bytes) -> str | None:
    data = read_yaml(raw).data
    kennung = data.get("kennung") if isinstance(data, dict) else None
    return kennung if isinstance(kennung, str) else None
