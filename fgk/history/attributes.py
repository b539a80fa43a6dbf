"""The lines of a ``.gitattributes`` that tell git which files are records; pure, on bytes."""

from collections.abc import Iterable
from pathlib import PurePosixPath

HEADING = "# fgk git-setup: Akten feldweise vergleichen und zusammenführen"
_ATTRIBUTES = " text eol=lf diff=fgk merge=fgk"
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\*?["})


def lines_for(akte: PurePosixPath) -> list[str]:
    """Return the lines for an Akte in this folder, as seen from the top of the repository.

    One that is the repository itself shares its folder with settings such as ``.github``, which are no records.
    """
    if akte == PurePosixPath():
        patterns = ["/*.yaml", "/[!.]*/**/*.yaml"]
    else:
        patterns = [_quoted(f"/{str(akte).translate(_SPECIAL)}/**/*.yaml")]
    return [pattern + _ATTRIBUTES for pattern in patterns]


def _quoted(pattern: str) -> str:
    """Return a pattern as git wants it: in quotes where a blank would end it."""
    if not any(sign.isspace() or sign == '"' for sign in pattern):
        return pattern
    escaped = pattern.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'


def missing(raw: bytes, lines: Iterable[str]) -> list[str]:
    """Return those of our lines that a file does not have yet."""
    there = {line.strip() for line in raw.splitlines()}
    return [line for line in lines if line.encode() not in there]


def with_lines(raw: bytes, lines: Iterable[str]) -> bytes:
    """Return the file with our lines at its end; everything else stays as it is."""
    new = missing(raw, lines)
    if not new:
        return raw
    end = b"\r\n" if b"\r\n" in raw else b"\n"
    before = raw if not raw or raw.endswith(b"\n") else raw + end
    return before + b"".join(line.encode() + end for line in (*missing(raw, [HEADING]), *new))


def without_lines(raw: bytes) -> bytes:
    """Return the file without our lines."""
    return b"".join(line for line in raw.splitlines(keepends=True) if not _is_ours(line.strip()))


def ours(raw: bytes) -> list[str]:
    """Return our lines in a file."""
    return [line.strip().decode("utf-8", "replace") for line in raw.splitlines() if _is_ours(line.strip())]


def _is_ours(line: bytes) -> bool:
    return line == HEADING.encode() or (line.endswith(_ATTRIBUTES.encode()) and not line.startswith(b"#"))
