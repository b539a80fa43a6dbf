"""Which files of an Akte's folder belong to it: what is kept and handed on, and what never is, and why."""

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import NamedTuple

#: where fgk itself remembers what was exchanged; never part of an Akte
MEMORY = ".fgk/austausch"
#: names of persons lie in these files; git ignores them, documents leave them out, packs never hold them
NAMES_FILES = frozenset({"namen.yaml", "namen.yml", "personen.yaml", "personen.yml"})
PACK_ENDING = ".fgk.zip"

#: what programs leave behind; nobody misses it
_REFUSE = (
    "~$*",
    ".~lock.*#",
    "*.tmp",
    "*.swp",
    "*~",
    "thumbs.db",
    "desktop.ini",
    ".ds_store",
    ".fgk-*",
    "*.lock",
    "#*#",
)
_FOLDERS = frozenset({"ausgabe", "node_modules", "__pycache__", ".git", ".venv"})
_SECRETS = (".env", ".env.*", "*.pem", "*.key", "*.pfx", "*.p12", "*.kdbx", "id_rsa", "id_ed25519", "id_ecdsa", ".netrc", ".npmrc", ".pypirc")  # fmt: skip
_SECRET_NAME = re.compile(r"(?:passw(?:oe|ö)rter|passwords?|kennw(?:oe|ö)rter|zugangsdaten)\.[a-z]+")


class LeftOut(NamedTuple):
    """A file that is no part of what is kept or handed on, and why in a few words."""

    path: str
    why: str


def why_left_out(path: str) -> str | None:
    """Return why a file never belongs to its Akte; empty where nobody needs to be told, ``None`` where it does."""
    *folders, name = path.casefold().split("/")
    is_memory = f"{path.casefold()}/".startswith(f"{MEMORY}/")
    if is_memory or any(folder in _FOLDERS for folder in [*folders, name]) or _is_any(name, _REFUSE):
        return ""
    if name in NAMES_FILES:
        return "enthält Namen von Personen"
    if _is_any(name, _SECRETS) or _SECRET_NAME.fullmatch(name):
        return "sieht nach Zugangsdaten aus"
    if name.endswith(PACK_ENDING):
        return "ist selbst ein Paket"
    return None


def _is_any(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
