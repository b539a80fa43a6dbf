"""Little real git repositories for tests."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from hilfen import MASSNAHME, Aufruf, lege_an

DATEI = f"akte/{MASSNAHME}"
BESCHLUSS = "akte/beschluesse/B-2024-01.yaml"
TAG = ("--stichtag", "2024-06-30")
#: what fgk decide is told of the decision on the one measure
RAT = (
    "--gremium", "Rat", "--datum", "2024-04-18", "--ergebnis", "unveraendert", "--betrifft", "M-1.1.1",
)  # fmt: skip

#: nothing of the machine's own configuration, and always the same ids
UMGEBUNG = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Projektleitung",
    "GIT_AUTHOR_EMAIL": "projektleitung@stadt.example",
    "GIT_COMMITTER_NAME": "Projektleitung",
    "GIT_COMMITTER_EMAIL": "projektleitung@stadt.example",
}


class Repo:
    """A repository in a folder; each commit is a minute later than the one before."""

    def __init__(self, ordner: Path, *init: str) -> None:
        self.ordner = ordner
        self.minuten = 0
        ordner.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main", *init)

    def git(self, *befehl: str, **umgebung: str) -> str:
        """Run git and return what it prints."""
        ergebnis = subprocess.run(
            ["git", *befehl],
            cwd=self.ordner,
            env={**os.environ, **UMGEBUNG, **umgebung},
            check=True,
            capture_output=True,
            text=True,
        )
        return ergebnis.stdout.strip()

    def lege(self, dateien: Mapping[str, str | bytes | None]) -> None:
        """Write files; ``None`` takes one away."""
        for name, inhalt in dateien.items():
            pfad = self.ordner / name
            if inhalt is None:
                pfad.unlink()
                continue
            pfad.parent.mkdir(parents=True, exist_ok=True)
            pfad.write_bytes(inhalt.encode() if isinstance(inhalt, str) else inhalt)

    def commit(
        self, nachricht: str, dateien: Mapping[str, str | bytes | None] | None = None, **umgebung: str
    ) -> str:
        """Write files, commit everything, and return the commit's id."""
        self.lege(dateien or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", nachricht, **self._zeit(), **umgebung)
        return self.git("rev-parse", "HEAD")

    def merge(self, zweig: str, *optionen: str, nachricht: str = "Zusammenführen") -> str:
        """Merge a branch with a merge commit, and return its id."""
        self.git("merge", "-q", "--no-ff", "-m", nachricht, *optionen, zweig, **self._zeit())
        return self.git("rev-parse", "HEAD")

    def _zeit(self) -> dict[str, str]:
        self.minuten += 1
        zeit = f"2024-03-01T08:{self.minuten:02}:00+01:00"
        return {"GIT_AUTHOR_DATE": zeit, "GIT_COMMITTER_DATE": zeit}


def mit_akte(ordner: Path, *init: str) -> Repo:
    """Return a repository whose first commit is the smallest Akte in its folder ``akte``."""
    repo = Repo(ordner, *init)
    lege_an(ordner / "akte")
    repo.commit("Akte anlegen")
    return repo


def mit_beschluss(ordner: Path, aufruf: Aufruf) -> Repo:
    """Return that repository after the council decided on the measure, and ``fgk decide`` bound it."""
    repo = mit_akte(ordner)
    assert aufruf("decide", "B-2024-01", ordner / "akte", *RAT, *TAG).code == 0
    repo.commit("Beschluss")
    return repo


def zeichen(ordner: Path, datei: str = BESCHLUSS) -> str:
    """Return the Prüfzeichen that a decision holds."""
    return (ordner / datei).read_text(encoding="utf-8").rpartition('pruefzeichen: "')[2].partition('"')[0]
