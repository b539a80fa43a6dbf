"""The trail of an Akte: which field went from what to what, since when it counts, and which commit set it.

What counts is the first-parent line; a merge makes what its branch brought take effect, and the branch tells who set it.
States of records are compared, not files: moves, reformatting, comments and order are no change, and a version that
cannot be read hides nothing: the next one that can is compared with the last one that could.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from fgk.history.commits import Change, Commit, History, read_commits
from fgk.history.repository import Entry
from fgk.history.umzug import alle_aenderungen
from fgk.models.arten import art_von
from fgk.plaindata import Pfad, unterschiede
from fgk.reading.reader import read_yaml

#: kind and Kennung of a record; a record without one is known by its path
Schluessel = tuple[str, str]
_BESCHLUSS = "beschluss"


class Wandel(StrEnum):
    """What happened to a record or field."""

    angelegt = "angelegt"
    geaendert = "geändert"
    entfernt = "entfernt"


class Stand(NamedTuple):
    """The plain data of a record before and after a step, ``None`` where there was none."""

    vorher: Mapping[str, Any] | None
    nachher: Mapping[str, Any] | None


class Ereignis(NamedTuple):
    """One change of one field (or, without ``pfad``, of a whole record), as it took effect."""

    art: str
    kennung: str
    wandel: Wandel
    pfad: Pfad
    vorher: Any
    nachher: Any
    stand: Stand
    wirksam: Commit
    gesetzt: Commit
    beschluesse: tuple[str, ...]
    nach_unlesbarer_fassung: bool


class _Fund(NamedTuple):
    """A change before it is known who made it."""

    schluessel: Schluessel
    wandel: Wandel
    pfad: Pfad
    vorher: Any
    nachher: Any
    stand: Stand


@dataclass
class Leser:
    """Reads the versions of records; each blob once. With a ``kennung``, only those that may name it."""

    history: History
    kennung: str | None = None
    _raw: dict[str, bytes] = field(default_factory=dict)
    _read: dict[tuple[str, str], tuple[Schluessel, Mapping[str, Any]] | None] = field(default_factory=dict)

    def lade(self, changes: Iterable[Change]) -> None:
        """Fetch the bytes of all versions in one go."""
        entries = (entry for change in changes if art_von(change.path) for entry in (change.old, change.new))
        ids = {entry.blob for entry in entries if entry and entry.is_file}
        self._raw.update(self.history.repository.blobs(ids - self._raw.keys()))

    def ist_moeglich(self, change: Change) -> bool:
        """Say whether one of the two versions may be about the Kennung that is looked for."""
        return art_von(change.path) is not None and any(map(self._nennt, (change.old, change.new)))

    def _nennt(self, entry: Entry | None) -> bool:
        if entry is None or not entry.is_file:
            return False
        raw = self._raw.get(entry.blob, b"")
        return self.kennung is None or self.kennung.encode() in raw or b"\\" in raw or b"\0" in raw

    def lies(self, path: str, entry: Entry | None) -> tuple[Schluessel, Mapping[str, Any]] | None:
        """Return key and plain data of a version, ``None`` if there is none or it cannot be read."""
        if entry is None or not entry.is_file:
            return None
        known = (path, entry.blob)
        if known not in self._read:
            self._read[known] = self._gelesen(path, entry)
        return self._read[known]

    def _gelesen(self, path: str, entry: Entry) -> tuple[Schluessel, Mapping[str, Any]] | None:
        art = art_von(path)
        if art is None:
            return None
        data = read_yaml(self._raw[entry.blob]).data
        if not isinstance(data, dict):
            return None
        kennung = data.get("kennung")
        return (art.name, kennung if isinstance(kennung, str) else path), data


def verlauf(
    history: History,
    kennung: str | None = None,
    begleite: Callable[[Sequence[str]], Iterable[str]] = iter,
) -> Iterator[Ereignis]:
    """Yield every change that took effect on the main line, oldest first; with a Kennung, what concerns it.

    ``begleite`` gets the steps that are taken and gives them back one by one, to show how far it is.
    """
    leser = Leser(history, kennung)
    alle = alle_aenderungen(history)
    leser.lade(change for changes in alle.values() for change in changes)
    main = list(history.main)
    metadata = read_commits(history.repository, alle)
    stand = _Stand(leser)
    seen: set[str] = set()
    order = {commit: place for place, commit in enumerate(history.graph)}
    for step in begleite(main):
        seiten = _new_commits(history, step, seen)
        funde = list(stand.schritt(alle.get(step, ())))
        if not funde:
            continue
        zweig = [commit for commit in sorted(seiten, key=order.__getitem__) if commit != step]
        gesetzt = _Setzer(leser, [(commit, alle.get(commit, ())) for commit in zweig])
        for fund in funde:
            if kennung is not None and kennung not in (fund.schluessel[1], *fund.pfad):
                continue
            commit = metadata[gesetzt.von(fund) or step]
            yield Ereignis(
                fund.schluessel[0],
                fund.schluessel[1],
                fund.wandel,
                fund.pfad,
                fund.vorher,
                fund.nachher,
                fund.stand,
                metadata[step],
                commit,
                _beschluesse(stand, fund, (commit, metadata[step])),
                fund.schluessel in stand.war_unlesbar,
            )


def _new_commits(history: History, step: str, seen: set[str]) -> set[str]:
    """Return the commits that came in with a step of the main line: itself, and the branches it merges."""
    found, todo = set(), [step]
    while todo:
        commit = todo.pop()
        if commit in seen or commit not in history.graph:
            continue
        seen.add(commit)
        found.add(commit)
        todo += history.graph[commit][1]
    return found


class _Stand:
    """The records as they stand on the main line, step by step."""

    def __init__(self, leser: Leser) -> None:
        self._leser = leser
        self._dateien: dict[str, tuple[Schluessel, Mapping[str, Any]]] = {}
        self._unlesbar: set[Schluessel] = set()
        self.war_unlesbar: set[Schluessel] = set()
        #: decision -> the Kennungen it concerns, of those that came or changed in this step
        self.beschluesse: dict[str, set[str]] = {}

    def schritt(self, changes: Collection[Change]) -> Iterator[_Fund]:
        """Take one step, and yield what it changed."""
        alt: dict[Schluessel, Mapping[str, Any]] = {}
        neu: dict[Schluessel, Mapping[str, Any]] = {}
        self.war_unlesbar, self.beschluesse = set(), {}
        for change in filter(self._leser.ist_moeglich, changes):
            # a version that was passed over, because it did not name what is looked for, is read now
            vorher = self._dateien.pop(change.path, None) or self._leser.lies(change.path, change.old)
            gelesen = self._leser.lies(change.path, change.new)
            if gelesen is None and change.new is not None and vorher is not None:
                self._unlesbar.add(vorher[0])
                self._dateien[change.path] = vorher
                continue
            if vorher is not None:
                alt[vorher[0]] = vorher[1]
            if gelesen is not None:
                self._dateien[change.path] = gelesen
                neu[gelesen[0]] = gelesen[1]
        # a copy that is there for a while, until the old place is cleared: the record was there all the time
        hier = {change.path for change in changes}
        einseitig = alt.keys() ^ neu.keys()
        for schluessel, data in [
            s for path, s in self._dateien.items() if path not in hier and s[0] in einseitig
        ]:
            alt.setdefault(schluessel, data)
            neu.setdefault(schluessel, data)
        self.war_unlesbar = self._unlesbar & neu.keys()
        self._unlesbar -= neu.keys()
        for (art, kennung), data in neu.items():
            if art == _BESCHLUSS:
                self.beschluesse[kennung] = set(_betroffene(data))
        yield from _verglichen(alt, neu, self._leser.kennung)


def _verglichen(
    alt: Mapping[Schluessel, Mapping[str, Any]],
    neu: Mapping[Schluessel, Mapping[str, Any]],
    kennung: str | None,
) -> Iterator[_Fund]:
    """Yield what differs. Of a new report, what it says about ``kennung`` is a change of that one."""
    for schluessel in dict.fromkeys([*alt, *neu]):
        if schluessel not in neu:
            yield _Fund(schluessel, Wandel.entfernt, (), None, None, Stand(alt[schluessel], None))
        elif schluessel not in alt:
            yield _Fund(schluessel, Wandel.angelegt, (), None, None, Stand(None, neu[schluessel]))
            if kennung is not None and kennung != schluessel[1]:
                yield from _felder(schluessel, {}, neu[schluessel])
        else:
            yield from _felder(schluessel, alt[schluessel], neu[schluessel])


def _felder(schluessel: Schluessel, alt: Mapping[str, Any], neu: Mapping[str, Any]) -> Iterator[_Fund]:
    for pfad, vorher, nachher in unterschiede(alt, neu):
        # the key of an entry that came or went is its name, and no field
        if len(pfad) < 2 or pfad[-2] not in (vorher, nachher):
            yield _Fund(schluessel, Wandel.geaendert, pfad, vorher, nachher, Stand(alt, neu))


class _Setzer:
    """Finds the commit of a branch that set what its merge brought; the newest one counts."""

    def __init__(self, leser: Leser, zweig: list[tuple[str, Iterable[Change]]]) -> None:
        self._leser = leser
        self._zweig = zweig
        self._funde: dict[tuple[Any, ...], str] | None = None

    def von(self, fund: _Fund) -> str | None:
        """Return the commit, ``None`` where the step of the main line did it itself."""
        if not self._zweig:
            return None
        if self._funde is None:
            self._funde = {}
            for commit, changes in self._zweig:
                for seiner in self._aus(changes):
                    self._funde.setdefault(_was(seiner), commit)
        return self._funde.get(_was(fund))

    def _aus(self, changes: Iterable[Change]) -> Iterator[_Fund]:
        moeglich = list(filter(self._leser.ist_moeglich, changes))
        alt, neu = (
            dict(filter(None, (self._leser.lies(change.path, entry) for change, entry in versionen)))
            for versionen in (
                [(change, change.old) for change in moeglich],
                [(change, change.new) for change in moeglich],
            )
        )
        return _verglichen(alt, neu, self._leser.kennung)


def _was(fund: _Fund) -> tuple[Any, ...]:
    """Return what makes two changes the same one, whatever was there before."""
    return fund.schluessel, fund.wandel, fund.pfad, repr(fund.nachher)


def _beschluesse(stand: _Stand, fund: _Fund, commits: tuple[Commit, Commit]) -> tuple[str, ...]:
    """Return the decisions under which a change came: those of the same step that concern it, then what commits say."""
    betroffen = {fund.schluessel[1], *fund.pfad}
    gefunden = [
        kennung for kennung, wen in stand.beschluesse.items() if wen & betroffen and kennung not in betroffen
    ]
    genannt = [commit.trailer("Beschluss") for commit in commits]
    return tuple(dict.fromkeys([*gefunden, *filter(None, genannt)]))


def _betroffene(beschluss: Mapping[str, Any]) -> Iterator[str]:
    """Yield the Kennungen that a decision binds or concerns."""
    festlegung = beschluss.get("festlegung")
    eintraege = festlegung.get("eintraege") if isinstance(festlegung, dict) else None
    if isinstance(eintraege, dict):
        yield from eintraege
    punkte = beschluss.get("beschlusspunkte")
    for punkt in punkte if isinstance(punkte, list) else ():
        bezuege = punkt.get("betrifft") if isinstance(punkt, dict) else None
        for bezug in bezuege if isinstance(bezuege, list) else ():
            if isinstance(bezug, dict) and isinstance(bezug.get("kennung"), str) and not bezug.get("akte"):
                yield bezug["kennung"]
