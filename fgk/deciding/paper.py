"""The Akte as it was when the council's paper was made: found in git by the Prüfzeichen that stands on the paper."""

from itertools import islice
from pathlib import Path

from fgk.akte import Akte
from fgk.errors import FgkError
from fgk.festlegung.festlegung import lege_fest
from fgk.history.commits import History
from fgk.history.repository import Repository
from fgk.history.source import CommitSource
from fgk.loading.load import load_akte
from fgk.models.beschluss import Beschluss
from fgk.schreibweise import datum

#: a paper is made weeks before the sitting, not hundreds of changes
_MOST_COMMITS = 300
_SHORT = 8


def akte_of_paper(folder: Path, beschluss: Beschluss, pruefzeichen: str) -> Akte | None:
    """Return the last committed state of the Akte with this Prüfzeichen; ``None`` where git knows none."""
    try:
        repository = Repository.around(folder)
        prefix = repository.path_of(folder)
        history = History(repository, repository.commit("HEAD"), prefix)
        steps = list(islice((commit for commit in history.graph if commit in history.changes), _MOST_COMMITS))
        for commit in steps:
            akte, _ = load_akte(CommitSource(repository, commit, prefix, commit[:_SHORT]))
            if has_pruefzeichen(akte, beschluss, pruefzeichen):
                return akte
    except FgkError:
        return None  # without git, or with a broken one, an earlier state is not known; nothing depends on it
    return None


def has_pruefzeichen(akte: Akte, beschluss: Beschluss, pruefzeichen: str) -> bool:
    """Say whether this state of the Akte is the one of the paper."""
    return version_of_paper(akte, beschluss, pruefzeichen) is not None


def version_of_paper(akte: Akte, beschluss: Beschluss, pruefzeichen: str) -> Beschluss | None:
    """Return the decision under which a state of the Akte has this Prüfzeichen: as it was then, or as it is now."""
    for version in (akte.finde(Beschluss, beschluss.kennung), beschluss):
        if version is not None and lege_fest(akte, version).pruefzeichen == pruefzeichen:
            return version
    return None


def name_of(akte: Akte) -> str:
    """Say which state of the Akte it is: a commit with its day, or a folder."""
    source = akte.source
    if source.day is None:
        return f"„{source.label}“"
    return f"Commit {source.label.partition(':')[0]} vom {datum(source.day)}"
