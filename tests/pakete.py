"""What tests of packs share: two Akten that exchange, and packs that somebody has made by hand."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hilfen import MASSNAHME, MINIMAL

from fgk.sharing.manifest import FOLDER, NAME
from fgk.sharing.memory import state_id
from fgk.sharing.versions import Version

AKTE = "A-musterstadt-2024"
VOLL = """\
# Kopf
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten  # am Titel
federfuehrung: OE-10
beginn: 2024-01-01
ende: 2025-12-31
prioritaet: hoch
"""


def aendere(ordner: Path, alt: str, neu: str, datei: str = MASSNAHME) -> None:
    """Change a piece of a file."""
    inhalt = (ordner / datei).read_bytes()
    assert alt.encode() in inhalt
    (ordner / datei).write_bytes(inhalt.replace(alt.encode(), neu.encode()))


def inhalt(ordner: Path, datei: str = MASSNAHME) -> str:
    """Return the text of a file."""
    return (ordner / datei).read_bytes().decode()


def dateien(ordner: Path) -> dict[str, bytes]:
    """Return all files of an Akte without what it remembers."""
    alle = (pfad for pfad in sorted(ordner.rglob("*")) if pfad.is_file())
    return {p.relative_to(ordner).as_posix(): p.read_bytes() for p in alle if ".fgk" not in p.parts}


def verzeichnis(inhalte: Mapping[str, bytes], **anders: Any) -> bytes:
    """Return a right table of contents, with some values changed."""
    digests = {name: hashlib.sha256(raw).hexdigest() for name, raw in inhalte.items()}
    daten: dict[str, Any] = {
        "format": "fgk-paket", "version": 1, "fgk": "0.1.0", "akte": AKTE, "ort": "Musterstadt",
        "stand": state_id(anders.get("akte", AKTE), (), {n: Version(d) for n, d in digests.items()}),
        "vorgaenger": [], "commit": None, "ausgelassen": [],
        "dateien": {n: {"sha256": digests[n], "groesse": len(raw)} for n, raw in inhalte.items()},
    }  # fmt: skip
    return json.dumps({**daten, **anders}).encode()


def minimal() -> dict[str, bytes]:
    """Return the files of the smallest Akte."""
    return {p.relative_to(MINIMAL).as_posix(): p.read_bytes() for p in sorted(MINIMAL.rglob("*.yaml"))}


def paket(
    pfad: Path,
    inhalte: Mapping[str, bytes],
    tabelle: bytes | None = b"?",
    dreh: Callable[[zipfile.ZipInfo], None] = lambda info: None,
    art: int = zipfile.ZIP_STORED,
) -> Path:
    """Write a zip with these members below ``akte/`` (a name that begins with ``>`` stands for itself)."""
    with zipfile.ZipFile(pfad, "w", art) as archiv:
        if tabelle is not None:
            archiv.writestr(NAME, verzeichnis(inhalte) if tabelle == b"?" else tabelle)
        for name, raw in inhalte.items():
            info = zipfile.ZipInfo(name[1:] if name.startswith(">") else FOLDER + name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = art
            info.external_attr = 0o100644 << 16
            dreh(info)
            archiv.writestr(info, raw)
    return pfad
