"""Find the clone a folder lies in, and read and write its local configuration; what else fgk writes through git is ``tag.py``."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from fgk.errors import FgkError
from fgk.history import runner
from fgk.history.runner import Answer
from fgk.sources import git_top


class Clone(NamedTuple):
    """A work tree: its top folder and the file that holds its local configuration."""

    root: Path
    config: Path


def run_git(folder: Path, *words: str) -> Answer:
    """Run git in a folder; raises ``FgkError`` where there is no git."""
    return runner.run_git(["-C", os.fspath(folder.absolute())], words)


def find_clone(folder: Path) -> Clone:
    """Return the repository that a folder lies in; raises ``FgkError`` where it lies in none with files."""
    answer = run_git(folder, "rev-parse", "--show-toplevel")
    if answer.code:
        raise _no_repository(folder, answer.err)
    root = Path(_line(answer.out))
    config = root / _line(run_git(root, "rev-parse", "--git-path", "config").out)
    return Clone(root, config)


def read_settings(root: Path, keys: Iterable[str]) -> dict[str, str]:
    """Return the local values of these keys, without those that are not set."""
    answers = {key: run_git(root, "config", "--local", "--get", key) for key in keys}
    return {key: _line(answer.out) for key, answer in answers.items() if answer.code == 0}


def write_setting(root: Path, key: str, value: str | None) -> None:
    """Set a key of the local configuration, or with ``None`` take it away."""
    words = ("--unset-all", key) if value is None else ("--replace-all", key, value)
    answer = run_git(root, "config", "--local", *words)
    if answer.code:
        raise FgkError(
            f"Die Einstellung {key} lässt sich nicht schreiben (Meldung von git: {answer.err}).",
            "Prüfen Sie, ob Sie in das Repository schreiben dürfen.",
        )


def _line(out: bytes) -> str:
    return out.decode("utf-8", "surrogateescape").removesuffix("\n")


def _no_repository(folder: Path, said: str) -> FgkError:
    start = folder.resolve()
    if git_top(start) is None and not ((start / "HEAD").is_file() and (start / "objects").is_dir()):
        return FgkError(
            f"„{folder}“ liegt in keinem git-Repository.",
            "Legen Sie mit „git init“ eines an, oder wechseln Sie in Ihren Klon.",
        )
    return FgkError(
        f"Das Repository, in dem „{folder}“ liegt, lässt sich nicht benutzen (Meldung von git: {said}).",
        "Wechseln Sie in einen Klon mit Dateien, der Ihnen gehört.",
    )
