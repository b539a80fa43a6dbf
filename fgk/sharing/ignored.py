"""Which files ``.gitignore`` names: the same as for git, but also on a machine that has none."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fgk.sources import git_top

_SPECIAL = re.compile(r"\\.|/\*\*/|\*\*/|/\*\*|\*+|\?|\[!?\]?[^\]]*\]|.", re.DOTALL)


class Pattern(NamedTuple):
    """A line of a ``.gitignore``: where it stands, what it means, and whether it takes back.

    ``above`` is the way from its folder down to the Akte, ``within`` the folder of the Akte that it stands in.
    """

    above: str
    within: str
    regex: re.Pattern[str]
    is_exception: bool
    only_folders: bool


def patterns_above(folder: Path) -> list[Pattern]:
    """Return the patterns that hold in a folder: its own, and those of the repository around it."""
    start = folder.resolve()
    top = git_top(start) or start
    chain = [path for path in (start, *start.parents) if path.is_relative_to(top)]
    found = []
    for path in reversed(chain):
        inside = start.relative_to(path).as_posix()
        found += [
            p._replace(above=inside if inside != "." else "") for p in read_patterns(path / ".gitignore")
        ]
    return found


def read_patterns(path: Path, within: str = "") -> list[Pattern]:
    """Return the patterns of one file, none where there is none."""
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return []
    return list(_parsed(text, within))


def is_ignored(path: str, patterns: list[Pattern], *, is_folder: bool) -> bool:
    """Say whether the last pattern that fits a path (inside the Akte) leaves it out."""
    for pattern in reversed(patterns):
        if pattern.only_folders and not is_folder:
            continue
        seen = _seen_by(pattern, path)
        if seen is not None and pattern.regex.fullmatch(seen):
            return not pattern.is_exception
    return False


def _seen_by(pattern: Pattern, path: str) -> str | None:
    if pattern.within:
        return path.removeprefix(f"{pattern.within}/") if path.startswith(f"{pattern.within}/") else None
    return f"{pattern.above}/{path}" if pattern.above else path


def _parsed(text: str, within: str) -> Iterator[Pattern]:
    for line in text.splitlines():
        rest = re.sub(r"(?<!\\)[ \t]+$", "", line)
        if not rest or rest.startswith("#"):
            continue
        is_exception = rest.startswith("!")
        rest = rest.removeprefix("!")
        only_folders = rest.endswith("/")
        rest = rest.rstrip("/") if only_folders else rest
        if rest:
            yield Pattern("", within, _regex(rest), is_exception, only_folders)


def _regex(pattern: str) -> re.Pattern[str]:
    is_anchored = "/" in pattern
    body = "".join(map(_translated, _SPECIAL.findall(pattern.removeprefix("/"))))
    try:
        return re.compile(body if is_anchored else f"(?:.*/)?{body}", re.DOTALL)
    except re.error:  # a range that ends before it begins fits nothing, for git too
        return re.compile(r"(?!)")


def _translated(token: str) -> str:
    match token:
        case "**/":
            return "(?:.*/)?"
        case "/**/":
            return "/(?:.*/)?"
        case "/**":
            return "/.*"
        case "?":
            return "[^/]"
    if token.startswith("*"):
        return "[^/]*"
    if token.startswith("\\") and len(token) == 2:
        return re.escape(token[1])
    if token.startswith("[") and len(token) > 2:
        inner = token[1:-1].replace("\\", "\\\\").replace("[", "\\[")
        return f"(?!/)[{'^' + inner[1:] if inner.startswith('!') else inner}]"
    return re.escape(token)
