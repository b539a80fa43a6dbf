"""Record a council's decision and bind what was decided: everything is checked before a byte is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from fgk.akte import Akte, Record
from fgk.checking import check_akte, hindernisse
from fgk.deciding.paper import akte_of_paper, has_pruefzeichen, name_of, version_of_paper
from fgk.diagnostic import Diagnostic
from fgk.editing.edit import edit
from fgk.editing.emit import Quoted
from fgk.editing.overlay import OverlaySource
from fgk.editing.write import replace_file
from fgk.errors import FgkError
from fgk.festlegung.festlegung import Vergleich, lege_fest, vergleiche
from fgk.festlegung.geltung import bindungen
from fgk.festlegung.umfang import nur_zur_kenntnis, umfang
from fgk.models.arten import art_namens
from fgk.models.base import Datensatz
from fgk.models.beschluss import ERGEBNIS, Beschluss
from fgk.models.datum import fruehestens
from fgk.models.festlegung import Festlegung
from fgk.sources import FolderSource
from fgk.writing import read_file

#: what they decide is done or not, and no text of the Akte is bound by it
_OHNE_INHALT = frozenset({"teilnahme", "bilanz"})
_VERNEINT = frozenset({"abgelehnt", "vertagt", "verwiesen"})


class FaultyAkteError(Exception):
    """The Akte has faults, and nobody knows what a decision on it would bind."""

    def __init__(self, faults: list[Diagnostic]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


class Seither(NamedTuple):
    """How the Akte differs from the paper, and which state of it was taken for the paper's."""

    stand: str
    vergleich: Vergleich


class OtherContentError(Exception):
    """The content is no longer the one that the council saw."""

    def __init__(self, jetzt: str, seither: Seither | None) -> None:
        super().__init__(jetzt)
        self.jetzt = jetzt
        self.seither = seither


@dataclass(frozen=True, slots=True)
class Entscheidung:
    """What the user says about a decision.

    ``pruefzeichen`` is the one on the paper, as ``pruefzeichen.lies`` returns it. ``neu`` is the record to create where
    there is none, ``frueher`` the Akte as it was when the paper was made, if anybody knows.
    """

    kennung: str
    pruefzeichen: str | None = None
    ist_geaendert: bool = False
    neu: bytes | None = None
    frueher: Akte | None = None


class Festgelegt(NamedTuple):
    """What a decision has bound, and where that was written."""

    path: Path
    akte: Akte
    beschluss: Beschluss
    festlegung: Festlegung
    gebunden: list[Record[Datensatz]]
    zur_kenntnis: list[Record[Datensatz]]
    seither: Seither | None


def decide(folder: Path, entscheidung: Entscheidung, stichtag: date) -> Festgelegt:
    """Write what a decision binds into its record.

    Raises ``FaultyAkteError`` for an Akte with faults, ``OtherContentError`` where the content is not that of the paper,
    and ``FgkError`` for a decision that is not taken, is bound already, or binds nothing.
    """
    path = art_namens("beschluss").pfad_zu(entscheidung.kennung)
    source = FolderSource(folder)
    before = read_file(source, path)
    raw = before if before is not None else _new(entscheidung)
    akte = _faultless(OverlaySource(source, {path: raw}), stichtag)
    beschluss = _decision(akte, path)
    _check_taken(beschluss, stichtag)
    _check_unbound(akte, beschluss)
    festlegung = lege_fest(akte, beschluss)
    if not festlegung.eintraege:
        raise _binds_nothing(beschluss)
    _check_amendment(akte, beschluss, festlegung)
    seither = _against_paper(folder, akte, beschluss, festlegung, entscheidung)
    if entscheidung.ist_geaendert:
        festlegung = lege_fest(akte, beschluss, entscheidung.pruefzeichen)
    after = edit(raw, {("festlegung",): _plain(festlegung)}, Beschluss)
    written = _faultless(OverlaySource(source, {path: after}), stichtag)
    replace_file(folder / path, after, before)
    noted = nur_zur_kenntnis(akte, beschluss)
    bound = [record for record in umfang(akte, beschluss) if record not in noted]
    return Festgelegt(folder / path, written, beschluss, festlegung, bound, noted, seither)


def _binds_nothing(beschluss: Beschluss) -> FgkError:
    was = f"Der Beschluss {beschluss.kennung} betrifft nichts, was festgelegt werden kann."
    if beschluss.art in _OHNE_INHALT:
        return FgkError(
            was, "Es ist nichts zu tun: Bei einem solchen Beschluss genügt das Ergebnis der Beratung."
        )
    return FgkError(
        was,
        "Nennen Sie beim Beschlusspunkt unter „betrifft:“ die Zielvereinbarung, Ziele, Maßnahmen oder einen Jahresbericht.",
    )


def _decision(akte: Akte, path: str) -> Beschluss:
    for record in akte.alle(Beschluss):
        if record.path == path:
            return record.modell
    # such as a file in capital letters on a disk that takes both for the same
    raise FgkError(f"„{path}“ enthält keinen Beschluss.", "Prüfen Sie die Akte mit „fgk validate“.")


def _new(entscheidung: Entscheidung) -> bytes:
    if entscheidung.neu is None:
        raise FgkError(
            f"Den Beschluss {entscheidung.kennung} gibt es noch nicht.",
            "Nennen Sie --gremium, --datum und --ergebnis, damit er angelegt wird, oder legen Sie seine Datei an.",
        )
    return entscheidung.neu


def _faultless(source: OverlaySource, stichtag: date) -> Akte:
    akte, diagnostics = check_akte(source, stichtag)
    faults = hindernisse(diagnostics)
    if faults:
        raise FaultyAkteError(faults)
    return akte


def _check_taken(beschluss: Beschluss, stichtag: date) -> None:
    """Raise ``FgkError`` while no body has put the decision into force; a preliminary one cannot."""
    kennung = beschluss.kennung
    letzte = beschluss.beratungen[-1]
    entscheidung = beschluss.entscheidung
    if entscheidung is None:
        rollen = {beratung.rolle for beratung in beschluss.beratungen}
        if letzte.ergebnis in _VERNEINT and letzte.rolle == "entscheidung":
            was = f"Der Beschluss {kennung} ist nicht gefasst: Er wurde zuletzt {ERGEBNIS[letzte.ergebnis]}."
        elif "entscheidung" not in rollen and "kenntnisnahme" not in rollen:
            was = f"Der Beschluss {kennung} ist nicht gefasst: Bisher haben nur vorberatende Gremien beraten."
        else:
            was = f"Der Beschluss {kennung} ist nicht gefasst: Vom entscheidenden Gremium fehlt das Ergebnis."
        raise FgkError(
            was, f"Tragen Sie das Ergebnis in „beschluesse/{kennung}.yaml“ ein, sobald entschieden ist."
        )
    if entscheidung.datum is None:
        raise FgkError(
            f"Beim Beschluss {kennung} fehlt der Tag, an dem entschieden wurde.",
            f"Tragen Sie in „beschluesse/{kennung}.yaml“ bei {entscheidung.gremium} das Datum ein.",
        )
    if fruehestens(entscheidung.datum) > stichtag:
        raise FgkError(
            f"Der Beschluss {kennung} liegt in der Zukunft.",
            "Prüfen Sie das Datum; festlegen lässt sich erst, was beschlossen ist.",
        )


def _check_unbound(akte: Akte, beschluss: Beschluss) -> None:
    festlegung = beschluss.festlegung
    if festlegung is None:
        return
    ist_gleich = not vergleiche(festlegung, akte, beschluss)
    stand = "der Inhalt ist seither derselbe" if ist_gleich else "der Inhalt ist seither geändert worden"
    tun = "Es ist nichts zu tun."
    if not ist_gleich:
        tun = (
            "Stellen Sie den beschlossenen Inhalt wieder her. Hat der Rat die Änderung beschlossen, legen Sie dafür einen "
            f"neuen Beschluss an, mit „aendert: [{beschluss.kennung}]“, und legen Sie diesen fest."
        )
    raise FgkError(
        f"Der Beschluss {beschluss.kennung} ist schon festgelegt (Prüfzeichen {festlegung.pruefzeichen}); {stand}.",
        tun,
    )


def _check_amendment(akte: Akte, beschluss: Beschluss, festlegung: Festlegung) -> None:
    """Raise ``FgkError`` where another decision binds the same record to another content and is not amended."""
    frueher: dict[str, list[str]] = {}
    for record in umfang(akte, beschluss):
        kennung = str(record.kennung)
        for bindung in bindungen(akte, kennung):
            if bindung.beschluss not in beschluss.aendert and bindung.summe != festlegung.eintraege[kennung]:
                frueher.setdefault(bindung.beschluss, []).append(kennung)
    if not frueher:
        return
    eintraege = "; ".join(f"{name}: {', '.join(kennungen)}" for name, kennungen in frueher.items())
    raise FgkError(
        f"Ein früherer Beschluss legt etwas anderes fest ({eintraege}).",
        f"Ändert dieser Beschluss den früheren, ergänzen Sie in „beschluesse/{beschluss.kennung}.yaml“ die Zeile "
        f"„aendert: [{', '.join(frueher)}]“. Sonst stellen Sie den früher beschlossenen Inhalt wieder her.",
    )


def _against_paper(
    folder: Path, akte: Akte, beschluss: Beschluss, festlegung: Festlegung, entscheidung: Entscheidung
) -> Seither | None:
    """Hold the content against the paper, and return how they differ where that is wanted and known."""
    vorlage = entscheidung.pruefzeichen
    if entscheidung.ist_geaendert:
        _check_changed(beschluss, festlegung, vorlage)
    if vorlage is None or vorlage == festlegung.pruefzeichen:
        return None
    seither = _difference(folder, akte, beschluss, vorlage, entscheidung.frueher)
    if not entscheidung.ist_geaendert:
        raise OtherContentError(festlegung.pruefzeichen, seither)
    return seither


def _check_changed(beschluss: Beschluss, festlegung: Festlegung, vorlage: str | None) -> None:
    if vorlage is None:
        raise FgkError(
            "Zu --geaendert fehlt das Prüfzeichen der Vorlage.",
            "Nennen Sie es mit --pruefzeichen, wie es auf der Beschlussvorlage steht.",
        )
    if vorlage == festlegung.pruefzeichen:
        raise FgkError(
            "Der Inhalt ist noch der aus der Vorlage; geändert ist daran nichts.",
            "Tragen Sie zuerst ein, was geändert beschlossen wurde. Wurde nur der Wortlaut des Beschlusses geändert, "
            "lassen Sie --geaendert weg.",
        )
    ergebnisse = {getattr(beschluss.entscheidung, "ergebnis", None)}
    ergebnisse |= {punkt.ergebnis for punkt in beschluss.beschlusspunkte}
    if not ergebnisse & {"geaendert", "angenommen"}:
        raise FgkError(
            f"Beim Beschluss {beschluss.kennung} steht nicht, dass geändert beschlossen wurde.",
            f"Tragen Sie in „beschluesse/{beschluss.kennung}.yaml“ ein: „ergebnis: geaendert“, oder lassen Sie --geaendert "
            "weg.",
        )


def _difference(
    folder: Path, akte: Akte, beschluss: Beschluss, vorlage: str, frueher: Akte | None
) -> Seither | None:
    """Return how the Akte differs from the state of the paper: a folder that was named, or a commit."""
    if frueher is not None and not has_pruefzeichen(frueher, beschluss, vorlage):
        raise FgkError(
            f"Die Akte in „{frueher.source.label}“ hat nicht das Prüfzeichen {vorlage}.",
            "Nennen Sie mit --vorlage den Ordner der Akte, wie sie war, als die Vorlage entstand, oder lassen Sie "
            "--vorlage weg.",
        )
    damals = frueher or akte_of_paper(folder, beschluss, vorlage)
    fassung = None if damals is None else version_of_paper(damals, beschluss, vorlage)
    if damals is None or fassung is None:
        return None
    return Seither(name_of(damals), vergleiche(lege_fest(damals, fassung), akte, beschluss, damals))


def _plain(festlegung: Festlegung) -> Mapping[str, Any]:
    """Return what is written; a Prüfzeichen may begin with digits and stands in quotation marks."""
    data = festlegung.model_dump(exclude_none=True)
    return {key: Quoted(value) if key.startswith("pruefzeichen") else value for key, value in data.items()}
