"""The other Akten of a workspace, by their Kennungen: the audit before and the one after, the members of a Kreis.

Looking through a workspace takes as long as checking a few Akten, so it is done once in a run; ``vergiss`` begins a
new one.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from fgk.akte import Akte
from fgk.finding import find_akten
from fgk.history.objekte import ObjectSource
from fgk.loading.load import load_akte, load_files
from fgk.models.audit import Audit
from fgk.sources import AKTE_FILE, FolderSource, Source


def nachbar(source: Source, kennung: str | None) -> Akte | None:
    """Return another Akte of the workspace that an Akte lies in, ``None`` where there is none or its head is faulty."""
    if kennung is None:
        return None
    workspace = source.workspace()
    if workspace is None:
        return None
    return _finde(workspace, lambda audit: audit.kennung == kennung)


def nachfolger(source: Source, kennung: str) -> Akte | None:
    """Return the Akte of the workspace that goes on where the one called ``kennung`` ends, ``None`` without any."""
    workspace = source.workspace()
    return (
        None
        if workspace is None
        else _finde(workspace, lambda audit: audit.vorgaenger == kennung != audit.kennung)
    )


def _finde(workspace: Source, passt: Callable[[Audit], bool]) -> Akte | None:
    if isinstance(workspace, FolderSource):
        koepfe = _im_ordner(workspace.root.absolute())
        path = next((path for path, audit in koepfe.items() if passt(audit)), None)
        return _geladen(path) if path else None
    if isinstance(workspace, ObjectSource):
        koepfe_da = ((akte, audit) for akte in workspace.akten() if (audit := _audit(akte)))
        return next((load_akte(akte)[0] for akte, audit in koepfe_da if passt(audit)), None)
    raise TypeError(f"no workspace: {workspace!r}")


def vergiss() -> None:
    """Look anew at the next question."""
    _im_ordner.cache_clear()
    _geladen.cache_clear()


@lru_cache(maxsize=4)
def _im_ordner(root: Path) -> dict[Path, Audit]:
    return {path: audit for path in find_akten(root) if (audit := _audit(FolderSource(path)))}


@lru_cache(maxsize=16)
def _geladen(path: Path) -> Akte:
    return load_akte(FolderSource(path))[0]


def _audit(source: Source) -> Audit | None:
    return load_files(source, [AKTE_FILE])[0].audit
