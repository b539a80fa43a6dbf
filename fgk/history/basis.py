"""What a state is held against: the base of a pull request, as the platform says it, or what the user names.

A base that should be there and is not is an error, never "no change".
"""

import os
from collections.abc import Mapping
from typing import NamedTuple

from fgk.errors import FgkError
from fgk.history.hauptlinie import hauptlinie, hauptlinie_des_servers
from fgk.history.repository import Repository

#: what a user asks for who wants a base and leaves it to fgk which
AUTO = "auto"
_TIEFE = (
    "Holen Sie mehr Geschichte: in GitHub und Forgejo „fetch-depth: 2“ (oder 0), in GitLab „GIT_DEPTH: 0“."
)


class Basis(NamedTuple):
    """The base: its commit, how messages call it, and why it is the one."""

    commit: str
    name: str
    grund: str


def basis(
    repository: Repository, gewollt: str | None, umgebung: Mapping[str, str] = os.environ
) -> Basis | None:
    """Return the base that is meant; ``None`` where nobody asked for one and this is no pull request.

    ``auto`` asks for the one of a pull request, and elsewhere for where this state left the remote's main branch, or
    the own one where there is no remote.
    Raises ``FgkError`` where it is missing.
    """
    if gewollt not in (None, AUTO):
        return Basis(repository.commit(gewollt), gewollt, "--base")
    if umgebung.get("GITHUB_EVENT_NAME") in {"pull_request", "merge_group"}:
        return _github(repository)
    if umgebung.get("CI_MERGE_REQUEST_IID"):
        return _gitlab(repository, umgebung)
    return _abzweig(repository) if gewollt == AUTO else None


def _github(repository: Repository) -> Basis:
    """Return the first parent of the merge commit that GitHub and Forgejo check out; their own base may be stale."""
    head = repository.commit("HEAD")
    raw = repository.blobs([head])[head]
    eltern = [
        line.split()[1].decode()
        for line in raw.partition(b"\n\n")[0].split(b"\n")
        if line.startswith(b"parent ")
    ]
    if len(eltern) < 2:
        raise FgkError(
            "Für diesen Pull-Request ist kein Vergleichsstand da: Ausgecheckt ist kein Merge-Commit.",
            "Lassen Sie actions/checkout ohne „ref“, oder nennen Sie den Stand mit --base.",
        )
    if repository.try_to("cat-file", "-e", eltern[0]).code != 0:
        raise FgkError("Der Vergleichsstand dieses Pull-Requests fehlt im flachen Klon.", _TIEFE)
    return Basis(eltern[0], "HEAD^1", "Pull-Request")


def _gitlab(repository: Repository, umgebung: Mapping[str, str]) -> Basis:
    for name in ("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "CI_MERGE_REQUEST_DIFF_BASE_SHA"):
        sha = umgebung.get(name)
        if sha:
            if repository.try_to("cat-file", "-e", f"{sha}^{{commit}}").code != 0:
                raise FgkError(f"Der Vergleichsstand {sha[:8]} dieses Merge-Requests fehlt im Klon.", _TIEFE)
            return Basis(sha, sha[:8], "Merge-Request")
    raise FgkError(
        "GitLab nennt für diesen Merge-Request keinen Vergleichsstand.", "Nennen Sie ihn mit --base."
    )


def _abzweig(repository: Repository) -> Basis:
    """Return where ``HEAD`` left the main branch of ``origin``, as this clone knows it; of this repository without a remote."""
    if not repository.ask("remote").strip():
        return _abzweig_hier(repository)
    zweig = hauptlinie_des_servers(repository)
    if zweig is not None:
        antwort = repository.try_to("merge-base", "HEAD", f"refs/remotes/origin/{zweig}")
        if antwort.code == 0:
            return Basis(antwort.out.decode().strip(), f"origin/{zweig}", "Hauptzweig")
    raise FgkError(
        "Ein Vergleichsstand ist nicht zu finden: Der Klon kennt keinen Hauptzweig von „origin“, von dem der Stand abzweigt.",
        "Holen Sie ihn mit „git fetch origin“, oder nennen Sie den Stand mit --base.",
    )


def _abzweig_hier(repository: Repository) -> Basis:
    """Return where ``HEAD`` left the main branch of a repository that has no remote, such as one made by ``fgk save``."""
    zweig = hauptlinie(repository)
    if zweig is not None:
        antwort = repository.try_to("merge-base", "HEAD", f"refs/heads/{zweig}")
        if antwort.code == 0:
            return Basis(antwort.out.decode().strip(), zweig, "Hauptzweig")
    raise FgkError(
        "Ein Vergleichsstand ist nicht zu finden: Das Repository hat keinen Hauptzweig „main“, von dem der Stand abzweigt.",
        "Nennen Sie den Stand mit --base, z. B. --base HEAD~1.",
    )
