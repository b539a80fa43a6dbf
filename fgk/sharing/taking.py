"""Work out what taking in a pack would make of an Akte. Nothing is written here, and nothing of either side is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from fgk.akte import Akte
from fgk.errors import FgkError
from fgk.loading.load import load_akte
from fgk.models.arten import art_von
from fgk.plaindata import normal
from fgk.reading.reader import read_yaml
from fgk.sharing.common import Base, common_base
from fgk.sharing.folder import read_folder
from fgk.sharing.memory import State, all_ids, recall
from fgk.sharing.resolve import resolved
from fgk.sharing.result import FilesSource
from fgk.sharing.unpack import Pack
from fgk.sharing.versions import Files, Outcome, Version, three, two
from fgk.sharing.vorrang import Vorrang
from fgk.sources import FolderSource


@dataclass(frozen=True)
class Plan:
    """What an Akte would be with a pack taken in: each file's outcome, over what both had in common."""

    folder: Path
    pack: Pack
    known: list[State]
    ours: Files
    base: Base | None
    outcomes: Mapping[str, Outcome]

    @property
    def is_known(self) -> bool:
        """Say whether the Akte already goes on with the state of the pack."""
        return self.pack.manifest.stand in all_ids(self.known)

    @property
    def conflicts(self) -> dict[str, Outcome]:
        """Path -> what somebody has to decide."""
        return {path: outcome for path, outcome in self.outcomes.items() if not outcome.is_clean}

    @cached_property
    def result(self) -> dict[str, Version]:
        """The files as they would be; where somebody has to decide, as they are here."""
        return {path: o.version for path, o in sorted(self.outcomes.items()) if o.version is not None}

    @cached_property
    def changed(self) -> dict[str, Version | None]:
        """Path -> what would lie there instead of what lies there now, ``None`` for nothing."""
        return {
            path: outcome.version
            for path, outcome in sorted(self.outcomes.items())
            if outcome.version != self.ours.get(path)
        }

    @property
    def rewritten(self) -> list[str]:
        """The records that would only be written in another way: comments, order, ends of lines."""
        pairs = ((path, self.ours.get(path), new) for path, new in self.changed.items() if art_von(path))
        return [
            path for path, old, new in pairs if old and new and _content(old) == _content(new) is not None
        ]

    def akte(self, files: Files, name: str) -> Akte:
        """Return some files as the Akte that they are."""
        return load_akte(FilesSource(files, name, FolderSource(self.folder)))[0]


def _content(version: Version) -> object:
    return normal(read_yaml(version.raw or b"").data)


class _Sides(NamedTuple):
    """What three sides hold."""

    base: Base | None
    ours: Files
    theirs: Files


def plan(folder: Path, pack: Pack, vorrang: Vorrang | None) -> Plan:
    """Return what taking in a pack would do; raises ``FgkError`` for the pack of another Akte."""
    _check_same(folder, pack)
    known = recall(folder)
    ours = read_folder(folder).files
    base = common_base(folder, known, pack.manifest)
    sides = _Sides(base, ours, pack.files)
    paths = sorted({*ours, *pack.files, *(base.files if base else ())})
    kept = {path: Outcome(ours.get(path)) for path in pack.manifest.ausgelassen}
    outcomes = {path: kept.get(path) or _outcome(path, sides) for path in paths}
    if vorrang is not None:
        outcomes = {path: _decided(path, outcome, vorrang, sides) for path, outcome in outcomes.items()}
    return Plan(folder, pack, known, ours, base, outcomes)


def _check_same(folder: Path, pack: Pack) -> None:
    audit = load_akte(FolderSource(folder))[0].audit
    if audit is None:
        raise FgkError(
            f"Die Akte „{folder}“ hat keine lesbare audit.yaml; so ist nicht zu sehen, ob das Paket zu ihr gehört.",
            "„fgk validate“ nennt den Fehler. Beheben Sie ihn, und wiederholen Sie den Befehl.",
        )
    if audit.kennung != pack.manifest.akte:
        raise FgkError(
            f"Das Paket gehört zur Akte {pack.manifest.akte}, hier liegt {audit.kennung}.",
            "Nennen Sie mit --akte den richtigen Ordner, oder packen Sie es mit --nach in einen neuen aus.",
        )


def _outcome(path: str, sides: _Sides) -> Outcome:
    if sides.base is None:
        return two(path, sides.ours.get(path), sides.theirs.get(path))
    return three(path, sides.base.files.get(path), sides.ours.get(path), sides.theirs.get(path))


def _decided(path: str, outcome: Outcome, vorrang: Vorrang, sides: _Sides) -> Outcome:
    """Return the outcome in which one side counts where both want something else; all else stays merged."""
    if outcome.is_clean:
        return outcome
    here, there = sides.ours.get(path), sides.theirs.get(path)
    winner, loser = (here, there) if vorrang is Vorrang.hier else (there, here)
    if outcome.is_whole or sides.base is None or winner is None or loser is None:
        return Outcome(winner)
    merged = resolved(path, sides.base.files.get(path), (winner, loser), outcome.conflicts)
    return Outcome(merged) if merged else outcome._replace(is_whole=True)
