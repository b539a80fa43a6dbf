"""Sign a decision that is recorded and committed: everything is checked before the tag is made."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from fgk.akte import Akte
from fgk.checking import check_akte, hindernisse
from fgk.comparing.worte import sauber
from fgk.deciding.record import FaultyAkteError
from fgk.documents.wortlaut import ergebnis
from fgk.errors import FgkError
from fgk.festlegung.festlegung import Vergleich, ist_stimmig, lege_fest, vergleiche
from fgk.festlegung.geltung import abweichung
from fgk.festlegung.pruefzeichen import MASSGEBLICH
from fgk.history.commits import Commit
from fgk.history.hauptlinie import pruefe_hauptlinie
from fgk.history.repository import Repository
from fgk.history.signatur import Siegel, siegel
from fgk.history.source import CommitSource
from fgk.history.tag import lege_tag_an
from fgk.loading.load import load_akte
from fgk.models.arten import art_namens
from fgk.models.beschluss import Beschluss
from fgk.models.festlegung import Festlegung
from fgk.proving import festgehalten, tag_namen
from fgk.schreibweise import datum
from fgk.sources import FolderSource


class NotHeldError(Exception):
    """The Akte does not hold what the decision binds: in the folder, or in the commit that records the decision."""

    def __init__(self, vergleich: Vergleich, commit: Commit | None = None) -> None:
        super().__init__(commit.id if commit else "")
        self.vergleich = vergleich
        self.commit = commit


class Unterschrieben(NamedTuple):
    """A decision with its tag: where it stands, who signed, and what ``fgk verify`` will say about it."""

    beschluss: Beschluss
    festlegung: Festlegung
    tag: str
    commit: Commit
    wer: str
    siegel: Siegel | None


def sign(folder: Path, kennung: str, stichtag: date) -> Unterschrieben:
    """Make the signed tag of a decision.

    Raises ``FaultyAkteError`` for an Akte with faults, ``NotHeldError`` where the Akte is or was not as
    decided, and ``FgkError`` for a decision that is not recorded, not committed or signed already.
    """
    akte, diagnostics = check_akte(FolderSource(folder), stichtag)
    faults = hindernisse(diagnostics)
    if faults:
        raise FaultyAkteError(faults)
    beschluss, festlegung = _recorded(akte, kennung)
    _check_held(akte, beschluss, festlegung)
    repository = Repository.around(folder)
    head = repository.commit("HEAD")
    if repository.is_shallow:
        raise FgkError(
            "Die Geschichte ist in diesem Klon abgeschnitten; so ist nicht zu sehen, wann der Beschluss festgehalten wurde.",
            "Holen Sie sie mit „git fetch --unshallow“.",
        )
    pruefe_hauptlinie(repository, head)
    source = CommitSource(repository, head, repository.path_of(folder), "HEAD")
    committed = _check_committed(source, akte, beschluss)
    namen = tag_namen(source, committed, kennung)
    _check_new(repository, namen, festlegung.pruefzeichen, head)
    commit, damals = festgehalten(source, kennung, festlegung)
    anderes = vergleiche(festlegung, damals, beschluss)
    if anderes:
        raise NotHeldError(anderes, commit)
    wer = lege_tag_an(repository, namen[0], commit.id, _message(beschluss, festlegung))
    return Unterschrieben(beschluss, festlegung, namen[0], commit, wer, siegel(repository, namen[0], head))


def _recorded(akte: Akte, kennung: str) -> tuple[Beschluss, Festlegung]:
    beschluss = akte.finde(Beschluss, kennung)
    if beschluss is None:
        raise FgkError(
            f"Den Beschluss {kennung} gibt es in der Akte nicht.",
            "Prüfen Sie die Kennung, oder halten Sie ihn zuerst fest: ohne --tag, mit --gremium, --datum und --ergebnis.",
        )
    if beschluss.festlegung is None:
        raise FgkError(
            f"Der Beschluss {kennung} ist noch nicht festgelegt.",
            f"Legen Sie ihn mit „fgk decide {kennung}“ fest, speichern Sie ihn mit „fgk save“, und wiederholen Sie dann "
            "diesen Befehl.",
        )
    return beschluss, beschluss.festlegung


def _check_held(akte: Akte, beschluss: Beschluss, festlegung: Festlegung) -> None:
    """Raise ``NotHeldError`` where a record is not as it was bound, and no later decision says so."""
    anderes = abweichung(akte, beschluss, festlegung)
    if anderes or not ist_stimmig(festlegung):
        raise NotHeldError(anderes)


def _check_committed(source: CommitSource, akte: Akte, beschluss: Beschluss) -> Akte:
    """Return the Akte as it is committed; raises ``FgkError`` where the folder shows something else.

    Contents are compared, not bytes: git may have changed the line ends.
    """
    path = art_namens("beschluss").pfad_zu(beschluss.kennung)
    speichern = "Speichern Sie den Stand der Akte mit „fgk save“"
    if not source.exists(path):
        raise FgkError(
            f"Der Beschluss {beschluss.kennung} ist noch nicht in git gespeichert.",
            f"{speichern}. Wiederholen Sie dann diesen Befehl.",
        )
    committed, _ = load_akte(source)
    if committed.finde(Beschluss, beschluss.kennung) != beschluss:
        raise FgkError(
            f"„{path}“ ist im Ordner anders als im letzten Commit.",
            f"{speichern}, oder nehmen Sie die Änderung zurück. Wiederholen Sie dann diesen Befehl.",
        )
    hier, dort = (lege_fest(stand, beschluss).eintraege for stand in (akte, committed))
    andere = sorted(name for name in hier.keys() | dort.keys() if hier.get(name) != dort.get(name))
    if andere:
        raise FgkError(
            f"Was {beschluss.kennung} festlegt, ist im Ordner anders als im letzten Commit: {', '.join(andere)}.",
            "Speichern Sie die Änderung mit „fgk save“, oder nehmen Sie sie zurück. Wiederholen Sie dann diesen Befehl.",
        )
    return committed


def _check_new(repository: Repository, namen: list[str], pruefzeichen: str, main: str) -> None:
    """Raise ``FgkError`` where the decision has its tag; another Akte's tag of the shorter name is in nobody's way."""
    for name in namen:
        if not repository.has(f"refs/tags/{name}"):
            continue
        da = siegel(repository, name, main)
        if name == namen[0] or (da is not None and da.pruefzeichen == pruefzeichen):
            raise FgkError(
                f"Das Tag „{name}“ gibt es schon; fgk verschiebt es nie.",
                f"Was es belegt, sagt „fgk verify {pruefzeichen}“. Ist es falsch und noch nirgends sonst, löschen Sie es "
                f"mit „git tag -d {name}“.",
            )


def _message(beschluss: Beschluss, festlegung: Festlegung) -> str:
    """Return what the tag says; ``fgk verify`` reads the line of the Prüfzeichen."""
    beratung = beschluss.entscheidung
    wer = f"{sauber(beratung.gremium)}, {datum(beratung.datum)}: {ergebnis(beratung)}\n\n" if beratung else ""
    return (
        f"Beschluss {beschluss.kennung}: {sauber(beschluss.titel)}\n\n{wer}"
        f"fgk-pruefzeichen: {festlegung.pruefzeichen}\n\n{MASSGEBLICH}"
    )
