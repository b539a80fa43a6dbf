"""The records of the Akte around, as fast as a shell needs them to propose their Kennungen.

What is read are names of files and a line here and there: between two keys nobody waits for YAML.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_KENNUNG = re.compile(rb"""^kennung: *["']?([A-Z]+-[A-Za-z0-9.-]+)""", re.MULTILINE)
_TITEL = re.compile(rb"""^titel: *["']?([^"'>|&*\s][^"'#\r\n]*)""", re.MULTILINE)

_STELLE = re.compile(rb"""^ *(?:- +)?kennung: *["']?(OE-[A-Za-z0-9.-]+)""", re.MULTILINE)
_NAME = re.compile(rb"""^ *(?:- +)?name: *["']?([^"'>|&*\s][^"'#\r\n]*)""", re.MULTILINE)
_VERFAHREN = re.compile(rb"""^verfahren: *["']?([a-z0-9_-]+)""", re.MULTILINE)
_KATALOG = re.compile(rb"""^katalog: *["']?([A-Za-z0-9.-]+)""", re.MULTILINE)


def records(context: Any) -> Iterator[tuple[str, str, str]]:
    """Yield kind, Kennung and title of every record of the Akte that is meant."""
    from fgk.models.arten import art_von

    source = _source(context)
    for path in source.paths() if source else ():
        art = art_von(path)
        if art:
            content = _content(source, path)
            kennung = art.kennung_aus_pfad(path) or _written(_KENNUNG, content)
            if kennung:
                yield art.name, kennung, _written(_TITEL, content) or art.titel


def stellen(context: Any) -> Iterator[tuple[str, str]]:
    """Yield Kennung and name of every Organisationseinheit of the Akte that is meant."""
    source = _source(context)
    content = _content(source, "organisationseinheiten.yaml") if source else b""
    for entry in re.split(rb"^ *-(?= )", content, flags=re.MULTILINE):
        kennung = _written(_STELLE, entry)
        if kennung:
            yield kennung, _written(_NAME, entry) or ""


def verfahren_und_katalog(context: Any) -> tuple[Any, str]:
    """Return the Verfahren of the Akte that is meant, ``None`` where there is none, and which catalogue it has."""
    from fgk.loading.ablagen import ablagen_von, verfahren_in

    source = _source(context)
    content = _content(source, "audit.yaml") if source else b""
    name = _written(_VERFAHREN, content)
    return verfahren_in(ablagen_von(source), name) if name else None, _written(_KATALOG, content) or ""


def _source(context: Any) -> Any:
    """Return the Akte around, or the one that is named; ``None`` outside of one."""
    from fgk.finding import find_akte_upwards
    from fgk.sources import FolderSource

    named = context.params.get("akte")
    folder = find_akte_upwards(Path(named) if isinstance(named, (str, Path)) else Path())
    return FolderSource(folder) if folder else None


def _content(source: Any, path: str) -> bytes:
    from fgk.sources import UnreadableFileError

    try:
        content: bytes = source.read(path)
    except UnreadableFileError:  # nobody completes a command to be told of faults
        return b""
    return content


def _written(pattern: re.Pattern[bytes], content: bytes) -> str | None:
    """Return what a line of a file says, where it says it in the plainest way."""
    found = pattern.search(content)
    return found[1].decode(errors="replace").strip() if found else None
