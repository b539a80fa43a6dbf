"""Make git repositories with long histories of Akten, by ``git fast-import``.

    python benchmarks/made_history.py FOLDER AKTEN COMMITS MEASURES

Each commit changes one measure of one Akte; every fifteenth comes by way of a branch that is merged.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from generate import generate, yaml_files

_WHO = "Amt <amt@stadt.example>"
_START = 1_700_000_000
_BRANCH_EVERY = 15


def make_history(folder: Path, akten: int, commits: int, *, measures: int) -> list[str]:
    """Write a repository and return the ids of all blobs; ``akte-…`` are its folders."""
    generate(folder / "made", akten, seed=1, measures=measures)
    repository = folder / "repository"
    repository.mkdir()
    _git(repository, "init", "-q", "-b", "main")
    _git(repository, "fast-import", "--quiet", stdin="".join(_stream(folder / "made", commits)).encode())
    _git(repository, "reset", "-q", "--hard")
    _git(repository, "commit-graph", "write", "--reachable", "--changed-paths")
    listed = _git(repository, "cat-file", "--batch-all-objects", "--batch-check=%(objecttype) %(objectname)")
    return [line.split()[1] for line in listed.decode().splitlines() if line.startswith("blob")]


def _stream(made: Path, commits: int) -> Iterator[str]:
    """Yield the commands of fast-import."""
    texts = {
        f"{akte.name}/{path.relative_to(akte).as_posix()}": path.read_text(encoding="utf-8")
        for akte in sorted(path.parent for path in made.glob("*/audit.yaml"))
        for path in yaml_files(akte)
    }
    measures = sorted(path for path in texts if "/massnahmen/" in path)
    yield from _commit(1, "refs/heads/main", texts, "")
    for number in range(2, commits + 1):
        # every Akte in turn, and in it every measure
        path = measures[(number * 7919) % len(measures)]
        texts[path] = _with_note(texts[path], number)
        if number % _BRANCH_EVERY:
            yield from _commit(number, "refs/heads/main", {path: texts[path]}, f"from :{number - 1}\n")
        else:
            yield from _commit(
                commits + number, "refs/heads/amt", {path: texts[path]}, f"from :{number - 1}\n"
            )
            merged = f"from :{number - 1}\nmerge :{commits + number}\n"
            yield from _commit(number, "refs/heads/main", {path: texts[path]}, merged)


def _with_note(text: str, number: int) -> str:
    lines = [line for line in text.splitlines() if not line.startswith("prioritaet:")]
    lines = [line for line in lines if not line.startswith("bemerkung: Stand")]
    priority = ("hoch", "mittel", "niedrig")[number % 3]
    return "\n".join([*lines, f"prioritaet: {priority}", f"bemerkung: Stand {number}", ""])


def _commit(mark: int, branch: str, files: dict[str, str], parents: str) -> Iterator[str]:
    when = f"{_START + mark * 600} +0100"
    yield f"commit {branch}\nmark :{mark}\nauthor {_WHO} {when}\ncommitter {_WHO} {when}\n"
    yield f"data {len(f'Stand {mark}')}\nStand {mark}\n{parents}"
    for path, text in files.items():
        yield f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n"
    yield "\n"


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-c", "user.name=Amt", "-c", "user.email=amt@stadt.example", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, input=stdin, stdout=subprocess.PIPE, check=True
    ).stdout


if __name__ == "__main__":
    make_history(Path(sys.argv[1]), *map(int, sys.argv[2:4]), measures=int(sys.argv[4]))
