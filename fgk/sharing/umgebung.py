"""What lies around Akten for all of them: design, tariff, Verfahren, templates, and whose workspace it is.

It is recorded with them: an Akte whose Verfahren is not on file cannot be read again.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from fgk.history.worktree import WorkTree
from fgk.models.arten import ARTEN
from fgk.sources import FolderSource

#: first parts of paths inside a workspace; logo, fonts and own templates lie in the last
_FOR_ALL = frozenset(art.pfad.partition("/")[0] for art in ARTEN if art.ist_fuer_alle) | {"vorlagen"}


def shared_paths(tree: WorkTree, folders: Iterable[Path]) -> dict[str, str]:
    """Return the paths in the repository of what the workspaces around Akten have for all, with the workspace of each."""
    top = Path(os.path.realpath(tree.repository.root))
    sources = (FolderSource(folder).workspace() for folder in folders)
    workspaces = {Path(os.path.realpath(source.root)) for source in sources if source}
    return {
        path: prefix
        for workspace in workspaces
        if workspace.is_relative_to(top)
        for prefix in [tree.repository.path_of(workspace)]
        for path in tree.tracked(prefix) | tree.untracked(prefix)
        if path.removeprefix(f"{prefix}/" if prefix else "").partition("/")[0] in _FOR_ALL
    }
