"""The records of the Akte around, as fast as a shell needs them to propose their Kennungen.

What is read are names of files and a line here and there: between two keys nobody waits for YAML.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_KENNUNG = re.compile(rb"""^kennung: *["']?([A-Z]+-[A-Za-z0-9.-]+)""", re.MULTILINE)
_TITEL = re.compile(rb"""^titel: *["']?([^"'>|&*\s][^"'#\r\n]*)""", re.MULTILINE)


def records(context: Any) -> Iterator[tuple[str, str, str]]:
    """Yield kind, Kennung and title of every record of the Akte that is meant."""
    from fgk.finding import find_akte_upwards
    from fgk.models.arten import art_von
    from fgk.sources import FolderSource

    named = context.params.get("akte")
    folder = find_akte_upwards(Path(named) if isinstance(named, (str, Path)) else Path())
    source = FolderSource(folder) if folder else None
    for path in source.paths() if source else ():
        art = art_von(path)
        if art:
            content = _content(source, path)
            kennung = art.kennung_aus_pfad(path) or _written(_KENNUNG, content)
            if kennung:
                yield art.name, kennung, _written(_TITEL, content) or art.titel


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
