"""Read a pack that somebody sent: nothing of it is believed, nothing is written, and too much is not even read."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from stat import S_IFMT, S_ISREG
from typing import NamedTuple

from fgk.errors import FgkError
from fgk.loading.load import load_akte
from fgk.sharing.belongs import why_left_out
from fgk.sharing.folder import LARGEST, LARGEST_FILE, MOST_FILES
from fgk.sharing.manifest import FOLDER, NAME, Manifest, read_manifest
from fgk.sharing.names import colliding, why_bad
from fgk.sharing.result import FilesSource
from fgk.sharing.versions import Version
from fgk.sources import AKTE_FILE, reason_of

_MANIFEST_LIMIT = 4 * 1024 * 1024
#: text packs to a tenth, seldom to a fiftieth; what grows more is made to fill the disk
_MOST_GROWTH = 200
_ENCRYPTED = 0x1
_AGAIN = "Lassen Sie es sich noch einmal schicken."
_ASK = "Fragen Sie beim Absender nach, und nehmen Sie das Paket nicht an."


class Pack(NamedTuple):
    """A pack that is whole and harmless: its table of contents, and its files by their paths in the Akte."""

    manifest: Manifest
    files: dict[str, Version]


def read_pack(path: Path) -> Pack:
    """Return what a file holds; raises ``FgkError`` for one that is no pack, damaged, or made to do harm."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.filename.endswith("/")]
            _check_members(members)
            manifest = read_manifest(_bytes(archive, _table(members), _MANIFEST_LIMIT))
            files = {
                info.filename.removeprefix(FOLDER): _checked(archive, info, manifest)
                for info in members
                if info.filename != NAME
            }
    except FileNotFoundError as error:
        raise FgkError(f"„{path}“ gibt es nicht.", "Prüfen Sie die Schreibweise des Pfads.") from error
    except OSError as error:
        raise FgkError(
            f"„{path}“ lässt sich nicht lesen ({reason_of(error)}).",
            "Prüfen Sie, ob Sie die Datei öffnen dürfen.",
        ) from error
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        EOFError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise _no_pack(path) from error
    _check_whole(manifest, files)
    return Pack(manifest, files)


def _no_pack(path: Path) -> FgkError:
    try:
        is_zip = zipfile.is_zipfile(path)
    except OSError:
        is_zip = False
    if is_zip:
        return FgkError(f"Das Paket „{path}“ ist beschädigt und lässt sich nicht lesen.", _AGAIN)
    return FgkError(
        f"„{path}“ ist kein Paket von fgk.", "Ein Paket entsteht mit „fgk pack“ und endet auf .fgk.zip."
    )


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES + 1:
        raise _harmful(f"Es enthält {len(members)} Dateien; erlaubt sind {MOST_FILES}.")
    for info in members:
        _check_member(info)
    if sum(info.file_size for info in members) > LARGEST + _MANIFEST_LIMIT:
        raise _harmful(f"Ausgepackt wäre es größer als {LARGEST // 1024 // 1024} MB.")
    names = [info.filename for info in members]
    twice = (
        next((name for name in names if names.count(name) > 1), None)
        if len(set(names)) < len(names)
        else None
    )
    if twice:
        raise _harmful(f"„{twice}“ steht zweimal darin.")
    both = colliding(names)
    if both:
        raise _harmful(f"„{both[0]}“ und „{both[1]}“ sind unter Windows und macOS derselbe Name.")


def _check_member(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    if info.flag_bits & _ENCRYPTED:
        raise FgkError(
            "Das Paket ist verschlüsselt.",
            "Bitten Sie um ein unverschlüsseltes Paket, wie „fgk pack“ es schreibt.",
        )
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise FgkError(
            "Das Paket ist in einer Weise gepackt, die fgk nicht liest.",
            "Bitten Sie um ein Paket aus „fgk pack“.",
        )
    mode = info.external_attr >> 16
    if S_IFMT(mode) and not S_ISREG(mode):
        raise _harmful(f"„{_shown(name)}“ ist eine Verknüpfung oder keine gewöhnliche Datei.")
    if name == NAME:
        return
    inside = name.removeprefix(FOLDER) if name.startswith(FOLDER) else None
    if inside is None:
        why = why_bad(name) or f"Es gehört nicht in ein Paket, in dem alles unter „{FOLDER}“ liegt."
        raise _harmful(f"„{_shown(name)}“: {why}")
    bad = why_bad(inside)
    if bad:
        raise _harmful(f"„{_shown(name)}“: {bad}")
    if any(part.startswith(".") for part in inside.split("/")) or why_left_out(inside) is not None:
        raise _harmful(f"„{_shown(name)}“ gehört nicht in eine Akte.")
    if info.file_size > LARGEST_FILE:
        raise _harmful(f"„{_shown(name)}“ ist größer als {LARGEST_FILE // 1024 // 1024} MB.")
    if info.file_size > max(info.compress_size, 1) * _MOST_GROWTH:
        raise _harmful(f"„{_shown(name)}“ wächst beim Auspacken auf das {_MOST_GROWTH}-Fache und mehr.")


def _table(members: Iterable[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    found = next((info for info in members if info.filename == NAME), None)
    if found is None:
        raise FgkError(
            f"Die Datei ist ein Zip-Archiv, aber kein Paket von fgk: Ihr fehlt {NAME}.",
            "Bitten Sie um ein Paket aus „fgk pack“.",
        )
    return found


def _bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    """Return the bytes of a member; its size as declared has been looked at, and no more is read."""
    if info.file_size > limit:
        raise _harmful(f"„{_shown(info.filename)}“ ist zu groß.")
    with archive.open(info) as file:
        return file.read(limit + 1)


def _checked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, manifest: Manifest) -> Version:
    path = info.filename.removeprefix(FOLDER)
    listed = manifest.dateien.get(path)
    if listed is None:
        raise _damaged(f"„{path}“ steht nicht im Inhaltsverzeichnis.")
    raw = _bytes(archive, info, LARGEST_FILE)
    digest = hashlib.sha256(raw).hexdigest()
    if digest != listed.sha256 or len(raw) != listed.groesse:
        raise _damaged(f"„{path}“ ist nicht die Datei, die gepackt wurde: Die Prüfsumme stimmt nicht.")
    return Version(digest, raw)


def _check_whole(manifest: Manifest, files: dict[str, Version]) -> None:
    missing = sorted(manifest.dateien.keys() - files.keys())
    if missing:
        raise _damaged(f"„{missing[0]}“ fehlt darin.")
    audit = load_akte(FilesSource(files, "Paket"))[0].audit
    if audit is None:
        raise _damaged(f"Seine {AKTE_FILE} fehlt oder hat Fehler.")
    if audit.kennung != manifest.akte:
        raise _damaged(
            f"Das Inhaltsverzeichnis nennt die Akte „{manifest.akte}“, die {AKTE_FILE} eine andere."
        )


def _shown(name: str) -> str:
    return "".join(sign if sign.isprintable() else "�" for sign in name)[:120]


def _harmful(why: str) -> FgkError:
    return FgkError(f"Das Paket wird nicht ausgepackt. {why}", _ASK)


def _damaged(why: str) -> FgkError:
    return FgkError(f"Das Paket ist beschädigt. {why}", _AGAIN)
