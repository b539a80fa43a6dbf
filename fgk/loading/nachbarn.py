"""The other Akten of a workspace, by their Kennungen: the audit before and the one after, the members of a Kreis.

Looking through a workspace takes as long as checking a few Akten, so it is done once in a run; ``vergiss`` begins a
new one.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from fgk.akte import Akte
from fgk.finding import find_akten
from fgk.history.objekte import ObjectSource
from fgk.loading.load import load_akte, load_files
from fgk.sources import AKTE_FILE, FolderSource, Source


def nachbar(source: Source, kennung: str | None) -> Akte | None:
    """Return another Akte of the workspace that an Akte lies in, ``None`` where there is none or its head is faulty."""
    if kennung is None:
        return None
    workspace = source.workspace()
    if workspace is None:
        return None
    if isinstance(workspace, FolderSource):
        path = _im_ordner(workspace.root.absolute()).get(kennung)
        return _geladen(path) if path else None
    if isinstance(workspace, ObjectSource):
        return next((load_akte(akte)[0] for akte in workspace.akten() if _kennung(akte) == kennung), None)
    raise TypeError(f"no workspace: {workspace!r}")


def vergiss() -> None:
    """Look anew at the next question."""
    _im_ordner.cache_clear()
    _geladen.cache_clear()
    _folgende_im_ordner.cache_clear()


@lru_cache(maxsize=4)
def _im_ordner(root: Path) -> dict[str, Path]:
    return {kennung: path for path in find_akten(root) if (kennung := _kennung(FolderSource(path)))}


@lru_cache(maxsize=16)
def _geladen(path: Path) -> Akte:
    return load_akte(FolderSource(path))[0]


def _kennung(source: Source) -> str | None:
    audit = load_files(source, [AKTE_FILE])[0].audit
    return audit.kennung if audit else None


def nachfolger(source: Source, kennung: str) -> Akte | None:
    """Return the Akte of the workspace that goes on where the one called ``kennung`` ends, ``None`` without any."""
    workspace = source.workspace()
    if workspace is None:
        return None
    if isinstance(workspace, FolderSource):
        return nachbar(source, _folgende_im_ordner(workspace.root.absolute()).get(kennung))
    from fgk.history.objekte import ObjectSource

    if not isinstance(workspace, ObjectSource):
        raise TypeError(f"no workspace: {workspace!r}")
    return nachbar(source, _folgende(workspace.akten()).get(kennung))


@lru_cache(maxsize=4)
def _folgende_im_ordner(root: Path) -> dict[str, str]:
    return _folgende(FolderSource(path) for path in find_akten(root))


def _folgende(akten: Iterable[Source]) -> dict[str, str]:
    """Return which audit comes after which, by their Kennungen; one that names itself comes after none."""
    koepfe = (load_files(akte, [AKTE_FILE])[0].audit for akte in akten)
    return {
        audit.vorgaenger: audit.kennung
        for audit in koepfe
        if audit and audit.vorgaenger and audit.vorgaenger != audit.kennung
    }
