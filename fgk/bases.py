"""The base that Akten are held against: each Akte beside the one it goes on with, and what is gone as a whole."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from fgk.akte import Akte
from fgk.diagnostic import Diagnostic, Severity
from fgk.errors import FgkError
from fgk.history.basis import Basis, basis
from fgk.history.objekte import ObjectSource
from fgk.history.repository import Repository
from fgk.history.source import CommitSource, finde_akten
from fgk.history.verlauf import Wandel, verlauf
from fgk.loading.load import load_akte, load_files
from fgk.models.beschluss import Beschluss
from fgk.positions import START
from fgk.rules.kontext import Vergleichsstand
from fgk.sources import AKTE_FILE, Source, shown_path


class Basisvergleich(NamedTuple):
    """The base, and label of an Akte -> the Akte at the base; ``entfernt`` are those that nothing goes on with."""

    basis: Basis
    vorher: dict[str, CommitSource]
    entfernt: list[CommitSource]


def vergleichsbasis(
    akten: Iterable[Source], paths: Iterable[Path], gewollt: str | None
) -> Basisvergleich | None:
    """Return what Akten are held against; ``None`` where nobody asked for a base and this is no pull request.

    Raises ``FgkError`` for a base that is missing.
    """
    gefunden: Basisvergleich | None = None
    jetzt = [(source, audit_kennung(source)) for source in akten]
    for path in paths:
        repository = Repository.around(path)
        stand = basis(repository, gewollt)
        if stand is None:
            _verlange_basis()
            return None
        gefunden = gefunden or Basisvergleich(stand, {}, [])
        for source in finde_akten(repository, stand.commit, repository.path_of(path), stand.name):
            if not _ordne_zu(gefunden, jetzt, repository, source) and source.label not in (
                entfernter.label for entfernter in gefunden.entfernt
            ):
                gefunden.entfernt.append(source)
        if any(akte.label not in gefunden.vorher for akte, _ in jetzt):  # new here, or it lay elsewhere
            for source in finde_akten(repository, stand.commit, "", stand.name):
                _ordne_zu(gefunden, jetzt, repository, source)
    return gefunden


def _ordne_zu(
    gefunden: Basisvergleich,
    jetzt: list[tuple[Source, str | None]],
    repository: Repository,
    source: CommitSource,
) -> bool:
    """Make an Akte of the base that of every Akte that goes on with it; ``False`` where none does.

    All with its Kennung do, because a copy would hide what happens to the original, and the one in its folder, if its
    Kennung cannot be read. Of two in the base the one in the same folder counts.
    """
    kennung = audit_kennung(source)
    zugeordnet = False
    for akte, ihre in jetzt:
        im_ordner = _ordner(repository, akte) == source.ordner
        if ihre == kennung if ihre and kennung else im_ordner:
            zugeordnet = True
            if im_ordner or akte.label not in gefunden.vorher:
                gefunden.vorher[akte.label] = source
    return zugeordnet


def _ordner(repository: Repository, akte: Source) -> str | None:
    """Return the folder of an Akte inside a repository, ``None`` if it lies outside."""
    if isinstance(akte, ObjectSource):
        return akte.ordner
    ort = Path(os.path.realpath(akte.label))
    return repository.path_of(ort) if ort.is_relative_to(os.path.realpath(repository.root)) else None


def _verlange_basis() -> None:
    """Refuse to pass what was not checked: here the pull request is not even checked out."""
    if os.environ.get("GITHUB_EVENT_NAME") == "pull_request_target":
        raise FgkError(
            "Unter „pull_request_target“ ist der Pull-Request nicht ausgecheckt; geprüft würde nur sein Ziel.",
            "Nennen Sie seinen Stand mit --at und den Vergleichsstand mit --base.",
        )


def vergleichsstand(source: CommitSource) -> Vergleichsstand:
    """Return the Akte at the base, as rules see it."""
    return Vergleichsstand(load_akte(source)[0], partial(entfallene, source))


def fehlende_akte(source: CommitSource) -> list[Diagnostic]:
    """Return the fault of an Akte with decisions that is gone as a whole."""
    akte, _ = load_akte(source)
    if not any(record.modell.entscheidung for record in akte.alle(Beschluss)):
        return []
    was = (
        f"Die Akte {_name(akte)} war im Vergleichsstand da, mit festgehaltenen Beschlüssen, und fehlt jetzt."
    )
    tun = "Holen Sie den Ordner zurück. Eine abgeschlossene Akte bleibt im Repository."
    return [Diagnostic("FGK402", Severity.FEHLER, shown_path(source, AKTE_FILE), was, tun, START)]


def entfallene(source: CommitSource) -> frozenset[str] | None:
    """Return the Kennungen that were in an Akte once and are gone; ``None`` where the history is cut off."""
    history = source.history
    if history.repository.is_shallow:
        return None
    da: dict[str, bool] = {}
    for ereignis in verlauf(history):
        if ereignis.wandel is not Wandel.geaendert:
            da[ereignis.kennung] = ereignis.wandel is Wandel.angelegt
    return frozenset(kennung for kennung, ist_da in da.items() if not ist_da)


def audit_kennung(source: Source) -> str | None:
    """Return the Kennung of an Akte, ``None`` where its audit.yaml has faults."""
    akte, _ = load_files(source, [AKTE_FILE])
    return akte.audit.kennung if akte.audit else None


def _name(akte: Akte) -> str:
    return akte.audit.kennung if akte.audit else akte.source.label
