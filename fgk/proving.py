"""Prove from the repository what a Prüfzeichen stands for, and that no step of the main line went round the rules."""

from collections.abc import Iterator
from typing import NamedTuple

from fgk.akte import Akte
from fgk.bases import fehlende_akte, vergleichsstand
from fgk.checking import Selection, check_akte
from fgk.diagnostic import Diagnostic, Severity
from fgk.errors import FgkError
from fgk.festlegung.festlegung import Vergleich, ist_stimmig, pruefzeichen, vergleiche
from fgk.festlegung.geltung import abweichung
from fgk.history.basis import basis
from fgk.history.commits import Commit, read_commits
from fgk.history.signatur import Siegel, siegel, tag_name
from fgk.history.source import CommitSource, akten_in
from fgk.loading.load import load_akte
from fgk.models.beschluss import Beschluss
from fgk.models.festlegung import Festlegung
from fgk.positions import START
from fgk.rules.bindung import festlegungen
from fgk.sources import AKTE_FILE

_NUR_BESCHLOSSENES = Selection(select=("FGK4",))


class Schritt(NamedTuple):
    """A step of the main line, and what in it is no longer as it was decided."""

    commit: Commit
    diagnostics: list[Diagnostic]


class Nachweis(NamedTuple):
    """What is known about a Prüfzeichen: the decision that has it, and what was found in the repository."""

    beschluss: Beschluss
    festlegung: Festlegung
    ist_vorlage: bool
    teil: str | None
    """The record whose own Prüfzeichen it is, where a decision bound it together with others."""
    seit: Commit
    ist_abgeschnitten: bool
    abweichung: Vergleich
    heute: Vergleich
    """What it binds still, and what is otherwise on the main line now."""
    aendernde: list[Beschluss]
    tag: str
    siegel: Siegel | None

    @property
    def ist_bewiesen(self) -> bool:
        """Say whether the repository holds what was decided; a signature is more than that."""
        return not self.abweichung and ist_stimmig(self.festlegung)


def schritte(source: CommitSource) -> Iterator[Schritt]:
    """Yield every step of the main line that changed an Akte, held against the one before."""
    if source.repository.is_shallow:
        raise FgkError(
            "Die Geschichte ist in diesem Klon abgeschnitten; so lässt sie sich nicht nachprüfen.",
            "Holen Sie sie mit „git fetch --unshallow“.",
        )
    staende = list(source.staende())
    commits = read_commits(source.repository, [stand.commit for stand in staende])
    davor: CommitSource | None = None
    verdeckt: set[str] = set()
    for jetzt in staende:
        commit = commits[jetzt.commit]
        if not jetzt.exists(AKTE_FILE):
            ist_weg = davor is not None and davor.anderswo(commit.id) is None
            yield Schritt(commit, fehlende_akte(davor) if davor and ist_weg else [])
            continue
        vorher = vergleichsstand(davor) if davor else None
        akte, diagnostics = check_akte(jetzt, commit.committer.when.date(), _NUR_BESCHLOSSENES, vorher)
        davor_verdeckt, verdeckt = verdeckt, _festes(vorher.akte) & akte.fehlerhaft if vorher else set()
        neue = sorted(verdeckt - davor_verdeckt)
        yield Schritt(commit, [*diagnostics, *(_unlesbar(akte, path) for path in neue)])
        if not verdeckt:  # else the next step is held against the last one that could be read
            davor = jetzt


def _festes(akte: Akte) -> set[str]:
    """Return the files that decisions bind, and those of the decisions."""
    fest: set[str | None] = {
        kennung for _, festlegung in festlegungen(akte) for kennung in festlegung.eintraege
    }
    fest |= {r.kennung for r in akte.alle(Beschluss) if r.modell.festlegung or r.modell.entscheidung}
    return {r.path for records in akte.records.values() for r in records if r.kennung in fest}


def _unlesbar(akte: Akte, path: str) -> Diagnostic:
    was = "Was hier beschlossen ist, lässt sich seit diesem Schritt nicht mehr lesen."
    tun = "Prüfen Sie den Stand mit „fgk validate --at“, und stellen Sie die Datei wieder her."
    return Diagnostic("FGK402", Severity.FEHLER, akte.shown_path(path), was, tun, START)


def nachweis(source: CommitSource, zeichen: str) -> Nachweis | None:
    """Return what the main line proves about a Prüfzeichen; ``None`` where no decision has it."""
    akte, _ = load_akte(source)
    gefunden = _beschluss(akte, zeichen)
    if gefunden is None:
        return None
    beschluss, festlegung, teil = gefunden
    stand = basis(source.repository, None)  # in a pull request its base says who may sign
    seit, damals = festgehalten(source, beschluss.kennung, festlegung)
    return Nachweis(
        beschluss,
        festlegung,
        festlegung.pruefzeichen_vorlage == zeichen != festlegung.pruefzeichen,
        teil,
        seit,
        source.repository.is_shallow,
        vergleiche(festlegung, damals, beschluss),
        abweichung(akte, beschluss, festlegung, damals),
        [r.modell for r in akte.alle(Beschluss) if beschluss.kennung in r.modell.aendert],
        (namen := tag_namen(source, akte, beschluss.kennung))[0],
        _siegel(source, namen, festlegung, stand.commit if stand else source.commit),
    )


def tag_namen(source: CommitSource, akte: Akte, kennung: str) -> list[str]:
    """Return how the tag of a decision may be called, first the name for a new one.

    Several Akten of a repository may have decisions of the same Kennung; theirs carry that of the Akte too. Either name
    may date from a time when the repository held more Akten or fewer.
    """
    kurz = tag_name(kennung)
    if akte.audit is None:
        return [kurz]
    lang = tag_name(kennung, akte.audit.kennung)
    mehrere = len(akten_in(source.repository, source.commit, "", source.commit[:8])) > 1
    return [lang, kurz] if mehrere else [kurz, lang]


def _siegel(source: CommitSource, namen: list[str], festlegung: Festlegung, main: str) -> Siegel | None:
    """Return the tag that speaks of this decision; what has another Prüfzeichen may belong to another Akte."""
    gefunden = [siegel(source.repository, name, main) for name in namen]
    passende = (s for s in gefunden if s is not None and s.pruefzeichen == festlegung.pruefzeichen)
    return next(passende, gefunden[0])


def _beschluss(akte: Akte, zeichen: str) -> tuple[Beschluss, Festlegung, str | None] | None:
    """Return the decision with a Prüfzeichen; else one that bound a record with it among others, and that record."""
    fest = list(festlegungen(akte))
    for beschluss, festlegung in fest:
        if zeichen in (festlegung.pruefzeichen, festlegung.pruefzeichen_vorlage):
            return beschluss, festlegung, None
    for beschluss, festlegung in fest:
        for art, felder in festlegung.felder.items():
            for kennung, summe in festlegung.eintraege.items():
                if pruefzeichen({art: felder}, {kennung: summe}) == zeichen:
                    return beschluss, festlegung, kennung
    return None


def festgehalten(source: CommitSource, kennung: str, festlegung: Festlegung) -> tuple[Commit, Akte]:
    """Return the first step of the main line that has this Festlegung and what it binds, and the Akte as it stood then.

    Where no step has both, because somebody committed the record with other content, it is the first with the record.
    """
    erster: tuple[str, Akte] | None = None
    for jetzt in source.staende():
        pfad = f"beschluesse/{kennung}.yaml"
        if not jetzt.exists(pfad) or festlegung.pruefzeichen.encode() not in jetzt.read(pfad):
            continue
        akte, _ = load_akte(jetzt)
        beschluss = akte.finde(Beschluss, kennung)
        if beschluss is not None and beschluss.festlegung == festlegung:
            erster = erster or (jetzt.commit, akte)
            if not vergleiche(festlegung, akte, beschluss):
                erster = (jetzt.commit, akte)
                break
    oid, akte = erster or (source.commit, load_akte(source)[0])
    return read_commits(source.repository, [oid])[oid], akte
