"""Work out what taking in a pack would make of an Akte. Nothing is written here, and nothing of either side is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from fgk.akte import Akte
from fgk.errors import FgkError
from fgk.loading.load import load_akte
from fgk.models.arten import art_von
from fgk.plaindata import normal
from fgk.reading.reader import read_yaml
from fgk.sharing.common import Base, common_base
from fgk.sharing.doppelt import Doppelt, Sides, doppelte, new_names, renumbered
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
    #: the files of the pack, with the Kennungen that its records have here
    theirs: Files
    #: two records each, of which neither may go; the names that those of the pack got instead
    doppelt: list[Doppelt]
    umbenannt: Mapping[str, str]

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


def plan(folder: Path, pack: Pack, vorrang: Vorrang | None, *, renumbers: bool = False) -> Plan:
    """Return what taking in a pack would do; raises ``FgkError`` for the pack of another Akte.

    ``renumbers`` gives new records of the pack another Kennung where one here has theirs.
    """
    _check_same(folder, pack)
    known = recall(folder)
    ours = read_folder(folder).files
    base = common_base(folder, known, pack.manifest)
    sides, doppelt, names = _numbered(Sides(base.files if base else {}, ours, pack.files), base, renumbers)
    both = {
        one.art.pfad_zu(one.kennung): Outcome(ours[one.art.pfad_zu(one.kennung)], is_whole=True)
        for one in doppelt
    }
    kept = {path: Outcome(ours.get(path)) for path in pack.manifest.ausgelassen}
    merge = two if base is None else partial(_three, sides.base)
    paths = sorted({path for files in sides for path in files} - both.keys())
    outcomes = {p: kept.get(p) or merge(p, ours.get(p), sides.theirs.get(p)) for p in paths}
    if vorrang is not None:
        outcomes = {path: _decided(path, outcome, vorrang, sides) for path, outcome in outcomes.items()}
    return Plan(folder, pack, known, ours, base, {**outcomes, **both}, sides.theirs, doppelt, names)


def _numbered(
    sides: Sides, base: Base | None, renumbers: bool
) -> tuple[Sides, list[Doppelt], dict[str, str]]:
    """Return the sides, with other numbers where that is wanted; the numbers that are taken twice; the new ones.

    Without a common state nobody knows what is new.
    """
    doppelt = doppelte(sides) if base else []
    if not (doppelt and renumbers):
        return sides, doppelt, {}
    names = new_names(doppelt, sides)
    return sides._replace(theirs=renumbered(names, sides)), [], names


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


def _three(base: Files, path: str, ours: Version | None, theirs: Version | None) -> Outcome:
    return three(path, base.get(path), ours, theirs)


def _decided(path: str, outcome: Outcome, vorrang: Vorrang, sides: Sides) -> Outcome:
    """Return the outcome in which one side counts where both want something else; all else stays merged."""
    if outcome.is_clean:
        return outcome
    here, there = sides.ours.get(path), sides.theirs.get(path)
    winner, loser = (here, there) if vorrang is Vorrang.hier else (there, here)
    base = sides.base.get(path)
    # where nothing was in common, each difference has been named; where all is one conflict, there is nothing between
    if (
        outcome.is_whole
        or base is None
        or winner is None
        or loser is None
        or not all(c.path for c in outcome.conflicts)
    ):
        return Outcome(winner)
    merged = resolved(path, base, (winner, loser), outcome.conflicts)
    return Outcome(merged) if merged else outcome._replace(is_whole=True)
