"""Start git, find the repository a folder lies in, and read and write its local configuration."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from fgk.errors import FgkError

#: no program that a repository names may run for what we ask
_PREFIX = ("--no-pager", "-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false")
#: ``git rev-parse --local-env-vars``: what a hook has set for its repository must not lead us to another one
_LOCAL = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_CONFIG",
        "GIT_CONFIG_COUNT",
        "GIT_CONFIG_PARAMETERS",
        "GIT_DIR",
        "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_NAMESPACE",
        "GIT_NO_REPLACE_OBJECTS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)


class Answer(NamedTuple):
    """What git said, and the code it ended with."""

    code: int
    out: bytes
    err: str


class Repository(NamedTuple):
    """A work tree: its top folder and the file that holds its local configuration."""

    root: Path
    config: Path


def run_git(folder: Path, *words: str) -> Answer:
    """Run git in a folder: its absolute path, no shell, no terminal. Raises ``FgkError`` where there is no git."""
    program = shutil.which("git")
    if program is None:
        raise FgkError("git ist nicht installiert.", "Installieren Sie git, z. B. von https://git-scm.com.")
    environment = {name: value for name, value in os.environ.items() if name not in _LOCAL}
    done = subprocess.run(  # noqa: S603 - a fixed program; words come from this package, paths behind "--"
        [os.path.abspath(program), *_PREFIX, *words],  # noqa: PTH100 - resolve would follow a link that Windows needs
        cwd=folder,
        env=environment | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip())


def find_repository(folder: Path) -> Repository:
    """Return the repository that a folder lies in; raises ``FgkError`` where it lies in none with files."""
    answer = run_git(folder, "rev-parse", "--show-toplevel")
    if answer.code:
        raise _no_repository(folder, answer.err)
    root = Path(_line(answer.out))
    config = root / _line(run_git(root, "rev-parse", "--git-path", "config").out)
    return Repository(root, config)


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
    if not any(os.path.lexists(parent / ".git") for parent in (start, *start.parents)) and not (
        (start / "HEAD").is_file() and (start / "objects").is_dir()
    ):
        return FgkError(
            f"„{folder}“ liegt in keinem git-Repository.",
            "Legen Sie mit „git init“ eines an, oder wechseln Sie in Ihren Klon.",
        )
    return FgkError(
        f"Das Repository, in dem „{folder}“ liegt, lässt sich nicht benutzen (Meldung von git: {said}).",
        "Wechseln Sie in einen Klon mit Dateien, der Ihnen gehört.",
    )
