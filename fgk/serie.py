"""Every document of one or many Akten: what can be made at their stage, in one process or several."""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from fgk.akte import Akte
from fgk.checking import check_akte, check_workspace, hindernisse
from fgk.diagnostic import Diagnostic, Severity
from fgk.documents import DOKUMENTE, Auftrag, erzeuge
from fgk.documents.fehlend import LackingError
from fgk.documents.files import write_files
from fgk.errors import FgkError, NotYetError
from fgk.loading.ablagen import verfahren_von
from fgk.loading.load import load_akte, load_files
from fgk.loading.nachbarn import vergiss
from fgk.sources import AKTE_FILE, Source

#: below this a second process costs more than it brings
_MANY = 2
#: whether this process was told to end
_ist_zu_ende = False
#: Akten that a process makes the documents of
_RENEW = 12


class Serienauftrag(NamedTuple):
    """What one worker needs to make all documents of one Akte."""

    akte: Source
    ziel: Path
    formate: tuple[str, ...]
    stichtag: date
    ist_entwurf: bool
    anhang: bool


class Ausgelassen(NamedTuple):
    """A document that was not made, and why."""

    was: str
    grund: str


class Serienergebnis(NamedTuple):
    """What became of one Akte. ``ist_fehlerhaft``: something is missing because of faults.

    ``diagnostics`` is what whoever reads its documents should know; empty where there are none.
    """

    akte: str
    dateien: tuple[Path, ...]
    ausgelassen: tuple[Ausgelassen, ...]
    ist_fehlerhaft: bool
    diagnostics: tuple[Diagnostic, ...] = ()


class Geprueft(NamedTuple):
    """An Akte to make documents of, its workspace, and what is wrong with both."""

    akte: Akte
    workspace: Source | None
    diagnostics: list[Diagnostic]

    @property
    def fehler(self) -> list[Diagnostic]:
        """What keeps documents from being made, unless they are drafts."""
        return hindernisse(self.diagnostics)


def pruefe(source: Source, stichtag: date, *, ist_entwurf: bool) -> Geprueft:
    """Check an Akte and the design of its workspace; for a draft, what is left of faulty records counts too."""
    vergiss()
    akte, diagnostics = check_akte(source, stichtag)
    workspace = source.workspace()
    if workspace:
        diagnostics = check_workspace(workspace, stichtag)[1] + diagnostics
    if ist_entwurf and any(d.severity is Severity.FEHLER for d in diagnostics):
        akte, _ = load_akte(source, als_entwurf=True)
    return Geprueft(akte, workspace, diagnostics)


def auftraege(
    akte: Akte, formate: tuple[str, ...], *, anhang: bool = False
) -> Iterator[Auftrag | Ausgelassen]:
    """Yield every document that an Akte can have, or why it has none yet."""
    verfahren = verfahren_von(akte)
    # what such an Akte leaves out on purpose, nobody misses
    ist_kurz = akte.audit is not None and akte.audit.fuehrung == "kurz"
    for name, art in DOKUMENTE.items():
        if verfahren is None or name not in verfahren.dokumente or art.ist_auch:
            continue
        vorhanden = art.alle(akte)
        for welches in vorhanden:
            yield Auftrag(name, welches, formate, anhang)
        grund = "" if vorhanden or ist_kurz else art.warum_nicht(akte)
        if grund:
            yield Ausgelassen(art.titel, grund)


def erzeuge_alle(todo: list[Serienauftrag], workers: int = 0) -> Iterator[Serienergebnis]:
    """Yield what became of each Akte, in their order; 0 workers means: choose by their number.

    Raises ``FgkError`` before anything is written where two Akten would write the same files.
    """
    _pruefe_namen(todo)
    workers = min(workers or (os.cpu_count() or 1 if len(todo) >= _MANY else 1), len(todo))
    if workers <= 1:
        yield from map(_erzeuge, todo)
        return
    # new processes after so many: Typst keeps what it has set, and their memory would grow without end. Python's
    # own max_tasks_per_child can wait for ever (gh-115634).
    for start in range(0, len(todo), workers * _RENEW):
        yield from _in_processes(todo[start : start + workers * _RENEW], workers)


def _in_processes(todo: list[Serienauftrag], workers: int) -> Iterator[Serienergebnis]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    def beendet(*_: object) -> None:
        raise KeyboardInterrupt

    # whoever ends us, ends the workers too
    vorher = signal.signal(signal.SIGTERM, beendet)
    # Typst has threads of its own, which a forked process would not have
    try:
        with ProcessPoolExecutor(workers, get_context("spawn"), _beginne) as pool:
            with _ohne_unterbrechung():
                results = pool.map(_erzeuge, todo)
            try:
                yield from results
            except KeyboardInterrupt:
                workers_alive = active_children()
                for worker in workers_alive:
                    worker.terminate()
                for worker in workers_alive:  # they clear away what they had half written
                    worker.join()
                raise
    finally:
        signal.signal(signal.SIGTERM, vorher)


@contextmanager
def _ohne_unterbrechung() -> Iterator[None]:
    """Start workers that an interruption does not reach: whoever asked hears of it, and ends them."""
    vorher = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, vorher)


def _beginne() -> None:
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _ende)


def _ende(*_: object) -> None:
    """End a worker: half written files are cleared away on the way out, which its pool takes for a failed task."""
    global _ist_zu_ende  # noqa: PLW0603 - a worker has one end
    _ist_zu_ende = True
    sys.exit(1)


def _pruefe_namen(todo: list[Serienauftrag]) -> None:
    namen: dict[str, list[str]] = {}
    for auftrag in todo:
        audit = load_files(auftrag.akte, [AKTE_FILE])[0].audit
        if audit is not None:
            namen.setdefault(audit.kennung, []).append(auftrag.akte.label)
    for kennung, pfade in namen.items():
        if len(pfade) > 1:
            ordner = " und ".join(f"„{pfad}“" for pfad in pfade)
            raise FgkError(
                f"{ordner} haben dieselbe Kennung {kennung}; ihre Dokumente würden einander überschreiben.",
                "Geben Sie einer von ihnen eine andere Kennung, oder nennen Sie nur eine.",
            )


def _erzeuge(auftrag: Serienauftrag) -> Serienergebnis:
    if _ist_zu_ende:
        os._exit(1)
    geprueft = pruefe(auftrag.akte, auftrag.stichtag, ist_entwurf=auftrag.ist_entwurf)
    fehler = len(geprueft.fehler)
    name = auftrag.akte.label
    if fehler and not auftrag.ist_entwurf:
        grund = f"Es gibt {fehler} Fehler; „fgk validate {name}“ zeigt sie."
        return Serienergebnis(name, (), (Ausgelassen("alle Dokumente", grund),), ist_fehlerhaft=True)
    dateien: list[Path] = []
    ausgelassen: list[Ausgelassen] = []
    ist_gescheitert = False
    for eintrag in auftraege(geprueft.akte, auftrag.formate, anhang=auftrag.anhang):
        if isinstance(eintrag, Ausgelassen):
            ausgelassen.append(eintrag)
            continue
        try:
            inhalt = erzeuge(
                geprueft.akte,
                eintrag,
                auftrag.stichtag,
                ist_entwurf=auftrag.ist_entwurf,
                workspace=geprueft.workspace,
            )
        except FgkError as error:
            ausgelassen.append(Ausgelassen(eintrag.titel, _grund(error)))
            ist_gescheitert |= not isinstance(error, NotYetError)
            continue
        doppelt = [name for name in inhalt if auftrag.ziel / name in dateien]
        if doppelt:
            ausgelassen.append(
                Ausgelassen(
                    eintrag.titel, f"Die Datei {doppelt[0]} entsteht schon aus einem anderen Datensatz."
                )
            )
            ist_gescheitert = True
            continue
        dateien += write_files(auftrag.ziel, inhalt)
    gc.collect()  # it is switched off while we work, and trees of documents hold each other
    return Serienergebnis(
        name, tuple(dateien), tuple(ausgelassen), ist_gescheitert, tuple(geprueft.diagnostics)
    )


def _grund(error: FgkError) -> str:
    """Return why a document was not made; of many documents each says in its own line what it lacks."""
    if isinstance(error, LackingError):
        return f"Es fehlt: {error.liste}."
    return f"{error.was} {error.tun}"
