"""What does not fit together in a Verfahren: phases, stages, lengths, catalogues, documents."""

from collections import Counter
from collections.abc import Iterable, Iterator

from fgk.models.audit import SCHRITT
from fgk.rules.eigene_verfahren import Eigenes
from fgk.rules.verweis import meinten_sie
from fgk.schreibweise import aufzaehlung
from fgk.verfahren.laden import lade_verfahren, verfahren_namen

Fund = tuple[tuple[str | int, ...], str, str]


def unstimmiges(eigenes: Eigenes) -> Iterator[Fund]:
    """Yield where something does not fit, what, and what to do; only what the file itself says has a place in it."""
    yield from _doppelte(eigenes)
    for n, katalog in enumerate(eigenes.record.modell.kataloge):
        if not katalog.handlungsfelder:
            was = f"Der Katalog „{katalog.kennung}“ hat kein Handlungsfeld."
            yield (
                ("kataloge", n, "handlungsfelder"),
                was,
                "Tragen Sie seine Handlungsfelder ein, oder löschen Sie ihn.",
            )
    yield from _phasen(eigenes)
    yield from _schritte(eigenes)
    yield from _dauern(eigenes)
    yield from _dokumente(eigenes)


def _doppelte(eigenes: Eigenes) -> Iterator[Fund]:
    """Yield every Kennung that stands twice in a list."""
    modell = eigenes.record.modell
    listen: list[tuple[tuple[str | int, ...], Iterable[object]]] = [
        ((name,), getattr(modell, name))
        for name in ("kataloge", "querschnittsthemen", "phasen", "stufen", "ablaeufe")
    ]
    listen += [(("kataloge", n, "handlungsfelder"), k.handlungsfelder) for n, k in enumerate(modell.kataloge)]
    for route, teile in listen:
        gesehen: set[str] = set()
        for index, teil in enumerate(teile):
            kennung = getattr(teil, "kennung", "")
            if kennung in gesehen:
                was = f"Die Kennung „{kennung}“ steht in dieser Liste schon weiter oben."
                yield (
                    (*route, index, "kennung"),
                    was,
                    "Löschen Sie einen der Einträge, oder geben Sie ihm eine andere.",
                )
            gesehen.add(kennung)


def _phasen(eigenes: Eigenes) -> Iterator[Fund]:
    """Yield every phase that a stage or a length names and that there is not."""
    bekannt = [phase.kennung for phase in eigenes.ganz.phasen]
    genannt: list[tuple[tuple[str | int, ...], str]] = [
        (("stufen", n, "phasen", i), name)
        for n, stufe in enumerate(eigenes.ganz.stufen)
        for i, name in enumerate(stufe.phasen)
    ]
    genannt += [
        (("ablaeufe", n, "dauern", i, "phase"), dauer.phase)
        for n, ablauf in enumerate(eigenes.ganz.ablaeufe)
        for i, dauer in enumerate(ablauf.dauern)
    ]
    for route, name in genannt:
        if name in bekannt:
            continue
        was = f"Eine Phase „{name}“ gibt es in diesem Verfahren nicht."
        tun = meinten_sie(name, bekannt) or f"Möglich sind {aufzaehlung(bekannt)}."
        if eigenes.sagt(str(route[0])):
            yield route, was, tun
        elif eigenes.sagt("phasen"):
            aus = f"Unter „{route[0]}“ nennt die Grundlage eine Phase „{name}“, die es hier nicht gibt."
            yield (
                ("phasen",),
                aus,
                f"Ergänzen Sie die Phase, oder schreiben Sie auch „{route[0]}“ in diese Datei.",
            )
            return  # one sentence for all that the foundation names


def _schritte(eigenes: Eigenes) -> Iterator[Fund]:
    """Yield every step that stands in two phases of a stage."""
    if not (eigenes.sagt("phasen") or eigenes.sagt("stufen")):
        return
    for n, stufe in enumerate(eigenes.ganz.stufen):
        anzahl = Counter(s for phase in eigenes.ganz.phasen_in(stufe.kennung) for s in set(phase.schritte))
        doppelt = [SCHRITT[schritt] for schritt, wie_oft in anzahl.items() if wie_oft > 1]
        if doppelt:
            route: tuple[str | int, ...] = ("stufen", n, "phasen") if eigenes.sagt("stufen") else ("phasen",)
            was = f"In der Stufe „{stufe.kennung}“ steht in zwei Phasen: {aufzaehlung(doppelt)}."
            yield route, was, "Lassen Sie jeden Schritt in der Phase, an deren Ende er gehört."
            return  # the other stages mostly have the same phases


def _dauern(eigenes: Eigenes) -> Iterator[Fund]:
    for n, ablauf in enumerate(eigenes.record.modell.ablaeufe):
        for i, dauer in enumerate(ablauf.dauern):
            if dauer.monate_von > dauer.monate_bis:
                was = f"Die Phase „{dauer.phase}“ dauert mindestens {dauer.monate_von} und höchstens {dauer.monate_bis} Monate."
                yield (
                    ("ablaeufe", n, "dauern", i, "monate_bis"),
                    was,
                    "Prüfen Sie beide Zahlen; vermutlich sind sie vertauscht.",
                )


def _dokumente(eigenes: Eigenes) -> Iterator[Fund]:
    if not eigenes.sagt("dokumente"):
        return
    unsere = filter(None, map(lade_verfahren, verfahren_namen()))
    bekannt = sorted({name for verfahren in unsere for name in verfahren.dokumente})
    for i, name in enumerate(eigenes.record.modell.dokumente):
        if name not in bekannt:
            tun = meinten_sie(name, bekannt) or f"Möglich sind {aufzaehlung(bekannt)}."
            yield ("dokumente", i), f"Ein Dokument „{name}“ kann fgk nicht erzeugen.", tun
