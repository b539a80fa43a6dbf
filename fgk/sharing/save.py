"""Record the state of Akten: everything in their folders that belongs to them, and what that changed in words."""

import os
import re
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from fgk.akte import Akte
from fgk.comparing.akten import vergleiche_akten
from fgk.errors import FgkError
from fgk.history.commits import Commit, read_commits
from fgk.history.config import write_setting
from fgk.history.record import Draft, make_repository
from fgk.history.repository import Entry, Repository
from fgk.history.source import CommitSource, finde_akten
from fgk.history.worktree import WorkTree
from fgk.loading.load import load_akte
from fgk.models.arten import art_von
from fgk.sharing.belongs import LeftOut, why_left_out
from fgk.sharing.stelle import Stelle, check_known, settings_for, stelle
from fgk.sharing.umgebung import shared_paths
from fgk.sources import AKTE_FILE, FolderSource, git_top
from fgk.vergleich import Vergleich

#: what is larger makes every clone slow, for ever: git forgets nothing
LIMIT = 10 * 1024 * 1024
_MARKS = re.compile(rb"^<<<<<<< .*?^=======\r?$.*?^>>>>>>> ", re.MULTILINE | re.DOTALL)


class Files(NamedTuple):
    """Paths inside the Akte that are no records, or records whose content is the same: new, changed, gone."""

    neu: list[str]
    geaendert: list[str]
    entfernt: list[str]
    umgeschrieben: list[str]


class SavedAkte(NamedTuple):
    """What a state changed in one Akte; ``ist_erster`` where git did not know it before."""

    akte: Akte
    vergleich: Vergleich
    files: Files
    ist_erster: bool


class Saved(NamedTuple):
    """What was recorded; without a ``commit`` there was nothing to record, and ``letzter`` is the state that holds.

    ``fuer_alle`` are the files of the workspace that differ: new, changed, gone.
    """

    commit: Commit | None
    letzter: Commit | None
    branch: str
    stelle: Stelle
    akten: list[SavedAkte]
    left_out: list[LeftOut]
    made: Path | None
    is_index_stale: bool
    wants_signature: bool
    fuer_alle: tuple[list[str], list[str], list[str]] = ([], [], [])


class Sender(NamedTuple):
    """Who records from now on, if somebody was named."""

    name: str | None
    postfach: str | None


def save(folders: Sequence[Path], text: str, sender: Sender) -> Saved:
    """Record Akten of one repository, which is made where there is none; raises ``FgkError`` where that is not possible."""
    akten = [load_akte(FolderSource(folder))[0] for folder in folders]
    _check_one_place(folders)
    made = None if git_top(folders[0]) else folders[0]
    settings = settings_for(akten[0], sender.name, sender.postfach) if sender.name else {}
    with _made(made, akten[0], is_known=bool(settings)):
        tree = WorkTree(_common_repository(folders))
        tree.check_free()
        for key, value in settings.items():
            write_setting(tree.repository.root, key, value)
        who = stelle(tree, akten[0])
        prefixes = _prefixes(tree, folders)
        shared = shared_paths(tree, folders)
        paths, left_out = _chosen(tree, prefixes, shared)
        draft = Draft(tree, paths)
        last = read_commits(tree.repository, [draft.head])[draft.head] if draft.head else None
        signs = tree.setting("commit.gpgsign", "--type=bool") == "true"
        if draft.is_empty:
            return Saved(
                None, last, tree.branch, who, [], left_out, made, is_index_stale=False, wants_signature=False
            )
        changed = [_changed(draft, before, now) for before, now in prefixes]
        _check_marks(tree.repository, draft)
        commit = draft.commit(_message(text, who))
    stale = not draft.refresh_index()
    saved = [_described(tree.repository, draft, c) for c in changed if any(c.files) or c.is_first]
    made_commit = read_commits(tree.repository, [commit])[commit]
    around = _around(draft, shared)
    return Saved(made_commit, last, tree.branch, who, saved, left_out, made, stale, signs, around)


def _around(draft: Draft, shared: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
    old, new = ({path: files[path] for path in shared if path in files} for files in draft.files(""))
    return _differing(old, new)


@contextmanager
def _made(folder: Path | None, akte: Akte, *, is_known: bool) -> Iterator[None]:
    """Make a repository of a folder, if there is one; it goes again where nothing can be recorded in it."""
    if folder is None:
        yield
        return
    try:
        _make_repository(folder, akte, is_known=is_known)
        yield
    except BaseException:
        shutil.rmtree(folder / ".git", ignore_errors=True)
        raise


def _make_repository(folder: Path, akte: Akte, *, is_known: bool) -> None:
    """Make a repository of a folder, after all that can be refused: whoever is finds the folder as it was."""
    if not is_known:
        check_known(folder, akte)
    make_repository(folder)


def _message(text: str, who: Stelle) -> str:
    return f"{text.strip()}\n\nStelle: {who.kennung}" if who.kennung else text.strip()


def _check_one_place(folders: Sequence[Path]) -> None:
    """Raise ``FgkError`` for several Akten of which some lie in no repository: which one they want, only people know."""
    outside = [folder for folder in folders if git_top(folder) is None]
    if len(folders) > 1 and outside:
        shown = ", ".join(f"„{folder.as_posix()}“" for folder in outside)
        raise FgkError(
            f"Hier liegen {len(folders)} Akten, und noch ohne Stände {'ist' if len(outside) == 1 else 'sind'} {shown}.",
            f'Speichern Sie jede Akte einmal für sich: „fgk save "…" {outside[0].as_posix()}“. Der Befehl legt dabei ihr '
            "git-Repository an.",
        )


def _common_repository(folders: Iterable[Path]) -> Repository:
    repositories = {repository.git_dir: repository for repository in map(Repository.around, folders)}
    if len(repositories) > 1:
        raise FgkError(
            "Diese Akten liegen in verschiedenen Repositorys.",
            'Speichern Sie jede für sich: „fgk save "…" <Ordner>“.',
        )
    return next(iter(repositories.values()))


def _prefixes(tree: WorkTree, folders: Iterable[Path]) -> list[tuple[str, str]]:
    """Return for each Akte the folder in which it lay in the last state, and the one in which it lies now."""
    found = []
    head = tree.head
    for folder in folders:
        now = tree.repository.path_of(folder)
        before = now
        known = finde_akten(tree.repository, head, "", "HEAD") if head else []
        if head and not any(source.ordner == now for source in known):
            before = _moved_from(tree.repository, folder, known) or now
        found.append((before, now))
    return found


def _moved_from(repository: Repository, folder: Path, known: Iterable[CommitSource]) -> str | None:
    """Return where an Akte lay that is no longer there: the one with the same Kennung."""
    audit = load_akte(FolderSource(folder))[0].audit
    for source in known:
        gone = not os.path.lexists(repository.root / source.ordner / AKTE_FILE)
        other = load_akte(source)[0].audit if gone else None
        if audit and other and audit.kennung == other.kennung:
            return source.ordner
    return None


def _chosen(
    tree: WorkTree, prefixes: Iterable[tuple[str, str]], shared: Mapping[str, str]
) -> tuple[list[str], list[LeftOut]]:
    """Return the paths to record, and what is left out although it is new or changed."""
    chosen: set[str] = set()
    left_out: list[LeftOut] = []
    for before, now in prefixes:
        tracked, untracked = tree.tracked(now), tree.untracked(now)
        _check_not_ignored(tree, now, tracked | untracked)
        for path in sorted(tracked | untracked):
            why = _why_not(tree.repository.root, path, now)
            if why is None:
                chosen.add(path)
            elif why and path in untracked:
                left_out.append(LeftOut(path, why))
        if before != now:
            chosen |= {
                path for path in tree.tracked(before) if not os.path.lexists(tree.repository.root / path)
            }
    for path, prefix in sorted(shared.items()):
        why = _why_not(tree.repository.root, path, prefix)
        if why is None:
            chosen.add(path)
        elif why:
            left_out.append(LeftOut(path, why))
    filtered = tree.filtered(chosen)
    left_out += [LeftOut(path, "wird in git über ein Programm geführt (Filter)") for path in sorted(filtered)]
    return sorted(chosen - filtered), left_out


def _check_not_ignored(tree: WorkTree, prefix: str, paths: set[str]) -> None:
    """Raise ``FgkError`` for an Akte that its repository leaves out: it would look saved, and never be."""
    audit = f"{prefix}/{AKTE_FILE}" if prefix else AKTE_FILE
    if audit not in paths and (tree.repository.root / audit).is_file():
        raise FgkError(
            f"Das Repository „{tree.repository.root}“ nimmt diese Akte aus: Sie steht dort in .gitignore.",
            "Nehmen Sie die Zeile heraus, oder legen Sie die Akte in einen Ordner außerhalb des Repositorys.",
        )


def _why_not(root: Path, path: str, prefix: str) -> str | None:
    why = why_left_out(path.removeprefix(f"{prefix}/") if prefix else path)
    if why is not None:
        return why
    if path.endswith("/"):
        return "ist ein eigenes git-Repository"
    try:
        status = os.lstat(root / path)
    except (FileNotFoundError, NotADirectoryError):
        return None  # it has gone, and that is recorded
    if not stat.S_ISREG(status.st_mode):
        return "ist eine Verknüpfung oder keine gewöhnliche Datei"
    return None if status.st_size <= LIMIT else f"ist größer als {LIMIT // 1024 // 1024} MB"


class _Changed(NamedTuple):
    """The files of one Akte that differ, and where it lay and lies."""

    before: str
    now: str
    files: tuple[list[str], list[str], list[str]]
    is_first: bool


def _changed(draft: Draft, before: str, now: str) -> _Changed:
    old, new = draft.files(before)[0], draft.files(now)[1]
    return _Changed(before, now, _differing(old, new), AKTE_FILE not in old)


def _differing(old: dict[str, Entry], new: dict[str, Entry]) -> tuple[list[str], list[str], list[str]]:
    return (
        sorted(new.keys() - old.keys()),
        sorted(path for path in new.keys() & old.keys() if new[path] != old[path]),
        sorted(old.keys() - new.keys()),
    )


def _check_marks(repository: Repository, draft: Draft) -> None:
    """Raise ``FgkError`` where a file holds both sides of a conflict that nobody has decided."""
    old, new = draft.files("")
    changed = {path: entry for path, entry in new.items() if old.get(path) != entry and entry.is_file}
    blobs = repository.blobs(entry.blob for entry in changed.values())
    marked = [path for path, entry in changed.items() if _MARKS.search(blobs[entry.blob])]
    if marked:
        raise FgkError(
            f"Nichts gespeichert: In {', '.join(f'„{path}“' for path in marked)} stehen noch beide Seiten eines Konflikts.",
            "Entscheiden Sie sich an jeder Stelle zwischen <<<<<<< und >>>>>>>, und löschen Sie diese Zeilen.",
        )


def _described(repository: Repository, draft: Draft, changed: _Changed) -> SavedAkte:
    now = load_akte(CommitSource(repository, draft.id, changed.now, "jetzt"))[0]
    if changed.is_first or draft.head is None:
        vorher = Akte(now.source, now.locator)
    else:
        vorher = load_akte(CommitSource(repository, draft.head, changed.before, "vorher"))[0]
    vergleich = vergleiche_akten(vorher, now, ("vorher", "jetzt"))
    gemeldet = {eintrag.schluessel for teil in vergleich.abschnitte for eintrag in teil.eintraege}
    neu, geaendert, entfernt = changed.files
    files = Files(
        [path for path in neu if art_von(path) is None],
        [path for path in geaendert if art_von(path) is None],
        [path for path in entfernt if art_von(path) is None],
        [path for path in geaendert if art_von(path) is not None and _schluessel(now, path) not in gemeldet],
    )
    return SavedAkte(now, vergleich, files, changed.is_first)


def _schluessel(akte: Akte, path: str) -> str:
    """Return what a comparison calls the record in a file; one with faults goes by its path."""
    records = (record for records in akte.records.values() for record in records)
    return next((record.kennung or record.art.name for record in records if record.path == path), path)
