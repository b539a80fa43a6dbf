"""Put an Akte into one file that anybody can send: a plain zip whose bytes depend on nothing but the Akte."""

import io
import zipfile
from pathlib import Path
from typing import NamedTuple

from fgk import __version__
from fgk.akte import Akte
from fgk.editing.write import replace_file
from fgk.errors import FgkError
from fgk.history.repository import Repository
from fgk.history.worktree import WorkTree
from fgk.loading.load import load_akte
from fgk.sharing.belongs import PACK_ENDING
from fgk.sharing.folder import Content, read_folder
from fgk.sharing.manifest import FOLDER, FORMAT, NAME, VERSION, Datei, Manifest
from fgk.sharing.memory import State, make_state, recall, remember
from fgk.sharing.mitgegeben import verfahren_des_arbeitsbereichs
from fgk.sharing.names import colliding, why_bad
from fgk.sharing.versions import Files
from fgk.sources import FolderSource, git_top

_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
_UNIX = 3


class Packed(NamedTuple):
    """A pack that was written: where, what is in it, and the state that went out or came in before, if there was one.

    ``is_remembered`` is false where the folder of the Akte cannot be written to. ``added`` are files of its workspace.
    """

    path: Path
    akte: Akte
    content: Content
    state: State
    before: State | None
    size: int
    is_remembered: bool
    added: list[str]


def pack(folder: Path, target: Path | None) -> Packed:
    """Write the pack of an Akte; raises ``FgkError`` for one without a Kennung, or with names that not every machine takes."""
    akte = load_akte(FolderSource(folder))[0]
    if akte.audit is None:
        raise FgkError(
            f"Die Akte „{folder}“ hat keine lesbare audit.yaml; ein Paket braucht ihre Kennung.",
            "„fgk validate“ nennt den Fehler. Beheben Sie ihn, und wiederholen Sie den Befehl.",
        )
    inside = read_folder(folder)
    added = verfahren_des_arbeitsbereichs(akte, inside.files)
    content = inside._replace(files=dict(sorted({**inside.files, **added}.items())))
    _check_names(content.files)
    known = recall(folder)
    state = make_state(akte.audit.kennung, content.files, known)
    path = target or Path("ausgabe") / f"{short_name(akte.audit.kennung)}{PACK_ENDING}"
    once = {name for earlier in known for name in earlier.files}
    left_out = sorted(name for name, _ in content.left_out if name in once)
    raw = _zipped(_manifest(folder, akte, state, left_out), content.files)
    _write(path, raw)
    before = next((k for k in reversed(known) if k.id != state.id), None)
    return Packed(
        path, akte, content, state, before, len(raw), _is_remembered(folder, state, known), sorted(added)
    )


def _is_remembered(folder: Path, state: State, known: list[State]) -> bool:
    try:
        remember(folder, [state], known)
    except (
        FgkError
    ):  # a folder that only others may write to can be packed all the same; the command says what is lost
        return False
    return True


def short_name(kennung: str) -> str:
    """Return what a folder or file of an Akte is called: its Kennung without the letter."""
    return kennung.removeprefix("A-")


def _check_names(files: Files) -> None:
    for path in files:
        why = why_bad(path)
        if why:
            raise FgkError(
                f"„{path}“ lässt sich nicht packen. {why}", "Benennen Sie die Datei oder den Ordner um."
            )
    both = colliding(files)
    if both:
        raise FgkError(
            f"„{both[0]}“ und „{both[1]}“ sind unter Windows und macOS derselbe Name.",
            "Benennen Sie eine der beiden Dateien um.",
        )


def _manifest(folder: Path, akte: Akte, state: State, left_out: list[str]) -> Manifest:
    assert akte.audit is not None  # noqa: S101 - looked at before
    return Manifest(
        format=FORMAT,
        version=VERSION,
        fgk=__version__,
        akte=akte.audit.kennung,
        ort=akte.audit.ort.anzeigename,
        stand=state.id,
        vorgaenger=sorted(state.before),
        commit=_commit(folder),
        ausgelassen=left_out,
        dateien={p: Datei(sha256=v.digest, groesse=len(v.raw or b"")) for p, v in state.files.items()},
    )


def _commit(folder: Path) -> str | None:
    """Return the last commit of the repository around an Akte; a pack needs neither, and says nothing of them."""
    if git_top(folder) is None:
        return None
    try:
        return WorkTree(Repository.around(folder)).head
    except FgkError:  # a machine without git, or a repository that it does not read
        return None


def _zipped(manifest: Manifest, files: Files) -> bytes:
    """Return the bytes. Nothing is compressed: another library would do it in another way, and texts are small."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in [
            (NAME, manifest.raw()),
            *((FOLDER + p, v.raw or b"") for p, v in sorted(files.items())),
        ]:
            info = zipfile.ZipInfo(name, _TIME)
            info.create_system, info.external_attr = _UNIX, _MODE
            archive.writestr(info, raw)
    return buffer.getvalue()


def _write(path: Path, raw: bytes) -> None:
    if path.is_dir():
        raise FgkError(f"„{path}“ ist ein Ordner und keine Datei.", "Nennen Sie mit -o eine Datei.")
    if path.exists() and not path.is_file():  # what lies there is read first, and a device has no end
        raise FgkError(f"„{path}“ ist keine gewöhnliche Datei.", "Nennen Sie mit -o eine andere Datei.")
    replace_file(path, raw, path.read_bytes() if path.exists() else None)
