"""The table of documents. To add one: write its module with a ``baue`` function and its template, and list it here.

Which of them a municipality can have, its Verfahren says (``dokumente``).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from fgk.akte import Akte
from fgk.documents import (
    beschlussvorlage,
    bilanz,
    jahresbericht,
    kreisbericht,
    kurzfassung,
    quartierskonzept,
    zielvereinbarung,
)
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.sicht import Sicht

#: what a document is about where there may be several of its kind: a year, or the Kennung of a decision
Welches = str | None


def _einmal(_akte: Akte) -> Sequence[Welches]:
    return [None]


def _wie_gesagt(_sicht: Sicht, welches: Welches) -> Welches:
    return welches


def _nichts(_sicht: Sicht, _welches: Welches) -> Iterable[Fehlend]:
    return ()


@dataclass(frozen=True, slots=True)
class Dokumentart:
    """A kind of document.

    Where there may be several of a kind, ``option`` is the option that says which, and ``baue`` gets what stands
    behind it. ``waehle`` finds the one that is meant where nothing does; it raises ``FgkError`` if that is not clear.
    ``fehlt`` yields what it lacks; a draft is made all the same, so ``baue`` must not need it. ``alle`` returns those
    that an Akte can have, and where it is none, ``noch_nicht`` says why.
    """

    titel: str
    baue: Callable[[Sicht, Welches], Dokument]
    fehlt: Callable[[Sicht, Welches], Iterable[Fehlend]] = _nichts
    option: str | None = None
    waehle: Callable[[Sicht, Welches], Welches] = _wie_gesagt
    alle: Callable[[Akte], Sequence[Welches]] = _einmal
    noch_nicht: str = ""


DOKUMENTE: Mapping[str, Dokumentart] = {
    "zielvereinbarung": Dokumentart(
        "Zielvereinbarung",
        zielvereinbarung.baue,
        zielvereinbarung.fehlt,
        alle=zielvereinbarung.alle,
        noch_nicht="Die Akte hat noch keine (fehlerfreie) zielvereinbarung.yaml.",
    ),
    "quartierskonzept": Dokumentart(
        "Quartierskonzept",
        quartierskonzept.baue,
        quartierskonzept.fehlt,
        alle=quartierskonzept.alle,
        noch_nicht="Die Akte hat noch keine (fehlerfreie) zielvereinbarung.yaml.",
    ),
    "beschlussvorlage": Dokumentart(
        "Beschlussvorlage",
        beschlussvorlage.baue,
        option="--beschluss",
        waehle=beschlussvorlage.waehle,
        alle=beschlussvorlage.alle,
        noch_nicht="Die Akte hat noch keinen Beschluss zur Zielvereinbarung.",
    ),
    "jahresbericht": Dokumentart(
        "Jahresbericht",
        jahresbericht.baue,
        jahresbericht.fehlt,
        option="--jahr",
        waehle=jahresbericht.waehle,
        alle=jahresbericht.alle,
        noch_nicht="Die Akte hat noch keinen (fehlerfreien) Jahresbericht.",
    ),
    "kurzfassung": Dokumentart(
        "Kurzfassung",
        kurzfassung.baue,
        kurzfassung.fehlt,
        option="--jahr",
        waehle=kurzfassung.waehle,
        alle=kurzfassung.alle,
        noch_nicht="Die Akte hat noch keinen (fehlerfreien) Jahresbericht.",
    ),
    "bilanz": Dokumentart(
        "Bilanz",
        bilanz.baue,
        bilanz.fehlt,
        alle=bilanz.alle,
        noch_nicht="Die Akte hat noch keinen (fehlerfreien) Jahresbericht.",
    ),
    "kreisbericht": Dokumentart(
        "Kreisbericht",
        kreisbericht.baue,
        kreisbericht.fehlt,
        option="--jahr",
        waehle=kreisbericht.waehle,
        alle=kreisbericht.alle,
        noch_nicht="Die Akte hat noch keinen (fehlerfreien) Jahresbericht.",
    ),
}
