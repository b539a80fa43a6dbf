"""Names of files that mean the same on every machine: what a pack may hold, on its way out and on its way in."""

import re
import unicodedata
from collections.abc import Iterable

from fgk.sources import MAX_DEPTH

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\\]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
_LONGEST_PART, _LONGEST = 200, 400


def why_bad(path: str) -> str | None:
    """Return why a path inside an Akte is none that every machine can take, ``None`` for a good one."""
    if not path or path.startswith("/"):
        return "Der Pfad führt aus der Akte hinaus."
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts):
        return "Der Pfad führt aus der Akte hinaus."
    if _FORBIDDEN.search(path):
        return "Der Name enthält Zeichen, die unter Windows nicht erlaubt sind."
    if any(_RESERVED.fullmatch(part) for part in parts):
        return "Der Name ist unter Windows ein Gerät und keine Datei."
    if any(part.endswith((" ", ".")) or part.startswith(" ") for part in parts):
        return "Der Name beginnt oder endet mit einem Leerzeichen oder Punkt."
    if not path.isprintable():
        return "Der Name enthält unsichtbare Zeichen."
    if any(len(part.encode()) > _LONGEST_PART for part in parts) or len(path) > _LONGEST:
        return "Der Name ist zu lang."
    return "Der Pfad geht zu tief." if len(parts) > MAX_DEPTH else None


def colliding(paths: Iterable[str]) -> tuple[str, str] | None:
    """Return two paths that are one on a machine that does not tell capitals apart, or a file that is also a folder."""
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in paths:
        key = unicodedata.normalize("NFC", path).casefold()
        if key in seen:
            return seen[key], path
        seen[key] = path
        while "/" in key:
            key = key.rpartition("/")[0]
            folders.setdefault(key, path)
    both = next(iter(seen.keys() & folders.keys()), None)
    return (seen[both], folders[both]) if both else None
