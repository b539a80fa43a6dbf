"""The table of documents. To add one: write its module with a ``baue`` function and its template, and list it here.

Which of them a municipality can have, its Verfahren says (``dokumente``).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from fgk.akte import Akte
from fgk.documents import (
    begutachtung,
    beschlussvorlage,
    bestandsaufnahme,
    beteiligung,
    bilanz,
    jahresbericht,
    kreisbericht,
    kurzfassung,
    quartierskonzept,
    urkunde,
    zertifikatsnachweis,
    zielvereinbarung,
)
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.gestalt import ODF, WORD
from fgk.documents.sicht import Sicht

#: what a document is about where there may be several of its kind: a year, or the Kennung of a decision
Welches = str | None


def _einmal(_akte: Akte) -> Sequence[Welches]:
    return [None]


def _wie_gesagt(_sicht: Sicht, welches: Welches) -> Welches:
    return welches


def _wie_sie_ist(sicht: Sicht) -> Sicht:
    return sicht


def _nichts(_sicht: Sicht, _welches: Welches) -> Iterable[Fehlend]:
    return ()


@dataclass(frozen=True, slots=True)
class Dokumentart:
    """A kind of document.

    Where there may be several of a kind, ``option`` is the option that says which, and ``baue`` gets what stands
    behind it. ``waehle`` finds the one that is meant where nothing does; it raises ``FgkError`` if that is not clear.
    ``fehlt`` yields what it lacks; a draft is made all the same, so ``baue`` must not need it. ``alle`` returns those
    that an Akte can have, and where it is none, ``noch_nicht`` says why; nobody is told where it is empty. ``sicht``
    returns the view that the document has of the Akte; it raises ``FgkError`` where there cannot be such a document.
    ``hausdateien`` are the Word and OpenDocument files that it is put into, where there are any. ``ist_auch`` names the
    document that this is only another word for: its files are called by that, and ``--all`` makes it once.
    """

    titel: str
    baue: Callable[[Sicht, Welches], Dokument]
    fehlt: Callable[[Sicht, Welches], Iterable[Fehlend]] = _nichts
    option: str | None = None
    waehle: Callable[[Sicht, Welches], Welches] = _wie_gesagt
    alle: Callable[[Akte], Sequence[Welches]] = _einmal
    noch_nicht: str | Callable[[Akte], str] = ""
    sicht: Callable[[Sicht], Sicht] = _wie_sie_ist
    hausdateien: tuple[str, str] = (WORD, ODF)
    ist_auch: str | None = None

    def warum_nicht(self, akte: Akte) -> str:
        """Return why an Akte has none; empty where nobody would ask."""
        return self.noch_nicht if isinstance(self.noch_nicht, str) else self.noch_nicht(akte)


#: in the order of the procedure
DOKUMENTE: Mapping[str, Dokumentart] = {
    "bestandsaufnahme": Dokumentart(
        "Bestandsaufnahme",
        bestandsaufnahme.baue,
        bestandsaufnahme.fehlt,
        alle=bestandsaufnahme.alle,
        noch_nicht=bestandsaufnahme.NOCH_NICHT,
    ),
    "beteiligung": Dokumentart(
        "Dokumentation der Beteiligung",
        beteiligung.baue,
        beteiligung.fehlt,
        alle=beteiligung.alle,
        noch_nicht=beteiligung.NOCH_NICHT,
    ),
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
        beschlussvorlage.fehlt,
        option="--beschluss",
        waehle=beschlussvorlage.waehle,
        alle=beschlussvorlage.alle,
        noch_nicht="Die Akte hat noch keinen Beschluss, zu dem es eine Vorlage gibt.",
    ),
    "mitteilungsvorlage": Dokumentart(
        "Mitteilungsvorlage",
        beschlussvorlage.baue,
        beschlussvorlage.fehlt,
        option="--beschluss",
        waehle=beschlussvorlage.waehle_mitteilung,
        ist_auch="beschlussvorlage",
    ),
    "begutachtung": Dokumentart(
        "Dokumentation zur Begutachtung",
        begutachtung.baue,
        begutachtung.fehlt,
        alle=begutachtung.alle,
        noch_nicht=begutachtung.noch_nicht,
    ),
    "zertifikatsnachweis": Dokumentart(
        "Zertifikatsnachweis",
        zertifikatsnachweis.baue,
        zertifikatsnachweis.fehlt,
        alle=zertifikatsnachweis.alle,
        noch_nicht=zertifikatsnachweis.NOCH_NICHT,
    ),
    "urkunde": Dokumentart(
        "Urkunde",
        urkunde.baue,
        urkunde.fehlt,
        alle=urkunde.alle,
        sicht=urkunde.sicht_des_vereins,
        hausdateien=urkunde.HAUSDATEIEN,
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
