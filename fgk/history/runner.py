"""Run git on a repository that nobody vouches for: no program that its configuration names, no network.

A repository's configuration does not travel by ``clone``, but by zip, network share and reused CI machines, and many
git commands start programs named there. So only commands that read objects are run here, with all of these switched
off, and few that write: a setting (``config.py``), a signed tag (``tag.py``), a state of an Akte (``record.py``). See
docs/adr/0012-git.md and 0022-austausch.md.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from subprocess import PIPE
from types import MappingProxyType
from typing import Any, NamedTuple

from fgk.errors import FgkError

_OPTIONS = (
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    "--literal-pathspecs",
    *(
        part
        for setting in (
            "core.fsmonitor=false",
            f"core.hooksPath={os.devnull}",
            f"core.attributesFile={os.devnull}",
            "log.showSignature=false",
            "log.mailmap=false",
            "diff.external=",
            f"diff.orderFile={os.devnull}",
            "protocol.allow=never",
            "safe.bareRepository=explicit",
            "gpg.program=false",
            "gpg.ssh.program=false",
            "credential.helper=",
            "core.askPass=",
            "core.commitGraph=false",
            "core.warnAmbiguousRefs=true",
            "advice.graftFileDeprecated=false",
            "core.quotePath=false",
            "color.ui=false",
            "i18n.logOutputEncoding=UTF-8",
        )
        for part in ("-c", setting)
    ),
)
_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C.UTF-8",
    "LANGUAGE": "C",
}
#: all other variables of git are taken out: they point to another repository, as hooks have it, cut off or rewrite
#: the history, change what a path means, or write files. A date only says when, as git's own commands let it be said.
_KEPT = (
    "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_PYTHON_",
    "GIT_TEST_",
    "GIT_AUTHOR_DATE",
    "GIT_COMMITTER_DATE",
)


class Answer(NamedTuple):
    """What git said."""

    code: int
    out: bytes
    err: str


def run_git(
    where: Sequence[str],
    arguments: Sequence[str],
    stdin: bytes = b"",
    variables: Mapping[str, str] = MappingProxyType({}),
) -> Answer:
    """Run one git command; ``where`` are the options that name the repository, ``variables`` what git reads besides.

    Raises ``FgkError`` where there is no git.
    """
    command = [_git(), *_OPTIONS, *where, *arguments]
    process = _shell().execute(command, istream=PIPE, as_process=True, env={**_ENVIRONMENT, **variables})
    out, err = process.communicate(stdin)
    return Answer(process.returncode, out, err.decode("utf-8", "replace").strip())


@cache
def _git() -> str:
    found = shutil.which("git")
    if found is None:
        raise FgkError(
            "Dafür braucht fgk das Programm git, und das ist auf diesem Rechner nicht eingerichtet.",
            "Richten Sie git ein (https://git-scm.com). Prüfen, Dokumente, Beschlüsse, der Vergleich zweier Ordner und der "
            "Austausch von Akten gehen auch ohne.",
        )
    return str(Path(found).absolute())


@cache
def _shell() -> Any:
    """Return GitPython's runner. It copies our environment, so what leads git astray is taken out of that first."""
    for name in [name for name in os.environ if name.startswith("GIT_") and not name.startswith(_KEPT)]:
        del os.environ[name]
    os.environ["GIT_PYTHON_REFRESH"] = "quiet"  # it would start git to ask for its version
    from git.cmd import Git

    return Git()
