"""The base that Akten are held against: each Akte beside the one it goes on with, and what is gone as a whole."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from fgk.akte import Akte
from fgk.diagnostic import Diagnostic, Severity
from fgk.errors import FgkError
from fgk.history.basis import Basis, basis
from fgk.history.repository import Repository
from fgk.history.source import CommitSource, akten_in
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
    jetzt = {_kennung(source): source for source in akten}
    for path in paths:
        repository = Repository.around(path)
        stand = basis(repository, gewollt)
        if stand is None:
            return None
        gefunden = gefunden or Basisvergleich(stand, {}, [])
        try:
            vorher = akten_in(repository, stand.commit, repository.path_of(path), stand.name)
        except FgkError:  # nothing was there yet
            continue
        for source in vorher:
            nachher = jetzt.get(_kennung(source))
            if nachher is None:
                gefunden.entfernt.append(source)
            else:
                gefunden.vorher[nachher.label] = source
    return gefunden


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
    history = source.history()
    if history.repository.is_shallow:
        return None
    da: dict[str, bool] = {}
    for ereignis in verlauf(history):
        if ereignis.wandel is not Wandel.geaendert:
            da[ereignis.kennung] = ereignis.wandel is Wandel.angelegt
    return frozenset(kennung for kennung, ist_da in da.items() if not ist_da)


def _kennung(source: Source) -> str:
    akte, _ = load_files(source, [AKTE_FILE])
    return akte.audit.kennung if akte.audit else source.label.rpartition(":")[2]


def _name(akte: Akte) -> str:
    return akte.audit.kennung if akte.audit else akte.source.label
