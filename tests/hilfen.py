"""Small real Akten to test with: a copy of the smallest valid one, overlaid with the files of a case."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from fgk.checking import ALL, Selection, check_akte
from fgk.diagnostic import Diagnostic
from fgk.sources import FolderSource

WURZEL = Path(__file__).resolve().parent.parent
MINIMAL = WURZEL / "tests" / "akten" / "minimal"
BEISPIEL = WURZEL / "examples" / "kommune-stolberg"
STICHTAG = date(2024, 6, 30)

MASSNAHME = "massnahmen/M-1.1.1.yaml"
#: the measure of the smallest Akte without its last lines, for cases that add their own
KOPF = "kennung: M-1.1.1\nziel: Z-1.1\ntitel: Steuerungsgruppe einrichten\nfederfuehrung: OE-10\n"

Stelle = tuple[str, int, int]


class Ergebnis(NamedTuple):
    """What a command did: its exit code and what it said."""

    code: int
    aus: str
    fehler: str


#: the fixture ``aufruf``
Aufruf = Callable[..., Ergebnis]


def lege_an(ordner: Path, dateien: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Copy the smallest Akte to ``ordner`` and lay files over it; ``None`` takes one away."""
    shutil.copytree(MINIMAL, ordner, dirs_exist_ok=True)
    for name, inhalt in (dateien or {}).items():
        pfad = ordner / name
        if inhalt is None:
            pfad.unlink()
            continue
        pfad.parent.mkdir(parents=True, exist_ok=True)
        pfad.write_bytes(inhalt.encode() if isinstance(inhalt, str) else inhalt)
    return ordner


def pruefe(ordner: Path, stichtag: date = STICHTAG, auswahl: Selection = ALL) -> list[Diagnostic]:
    """Check the Akte in a folder."""
    return check_akte(FolderSource(ordner), stichtag, auswahl)[1]


def stellen(meldungen: list[Diagnostic]) -> list[Stelle]:
    """Reduce diagnostics to code, line and column."""
    return [(m.code, m.span.line, m.span.column) for m in meldungen]


def dateien_und_stellen(ordner: Path, meldungen: list[Diagnostic]) -> list[tuple[str, str, int, int]]:
    """Reduce diagnostics to file (in the Akte), code, line and column."""
    return [
        (m.path.removeprefix(f"{ordner.as_posix()}/"), m.code, m.span.line, m.span.column) for m in meldungen
    ]


def fgk(
    *argumente: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run fgk in a process of its own, as a user would: no terminal, UTF-8, a fixed width."""
    umgebung = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR"}}
    umgebung |= {"PYTHONPATH": str(WURZEL), "COLUMNS": "100", **(env or {})}
    return subprocess.run(
        [sys.executable, "-m", "fgk", *map(str, argumente)],
        cwd=cwd,
        env=umgebung,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def vorschlaege(zeile: str, cwd: Path) -> list[str]:
    """Return what bash is told could follow a line."""
    worte = zeile.split(" ")
    umgebung = {
        "_FGK_COMPLETE": "complete_bash",
        "COMP_WORDS": "\n".join(worte),
        "COMP_CWORD": str(len(worte) - 1),
    }
    ergebnis = fgk(cwd=cwd, env=umgebung)
    assert (ergebnis.returncode, ergebnis.stderr) == (0, "")
    return ergebnis.stdout.split()


def baue_wheel(ordner: Path) -> Path:
    """Build the wheel from a copy of what belongs to the project, so that nothing lands in the checkout."""
    quelle = ordner / "quelle"
    for name in ("fgk", "templates", "schemas"):
        shutil.copytree(WURZEL / name, quelle / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(WURZEL / name, quelle)
    befehl = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(ordner),
        str(quelle),
    ]
    gebaut = subprocess.run(befehl, capture_output=True, text=True, check=False)
    assert gebaut.returncode == 0, gebaut.stdout + gebaut.stderr
    [datei] = ordner.glob("*.whl")
    return datei


def git(ordner: Path, *worte: str, code: int = 0) -> str:
    """Run git in a folder, untouched by the settings of the machine, and return what it prints."""
    umgebung = {name: wert for name, wert in os.environ.items() if not name.startswith("GIT_")}
    umgebung |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
    for rolle in ("AUTHOR", "COMMITTER"):
        umgebung |= {f"GIT_{rolle}_NAME": "Projektleitung", f"GIT_{rolle}_EMAIL": "pl@stolberg.example"}
        umgebung |= {f"GIT_{rolle}_DATE": "2024-06-30T10:00:00+00:00"}
    lauf = subprocess.run(["git", *worte], cwd=ordner, env=umgebung, capture_output=True, check=False)
    ausgabe = lauf.stdout.decode()
    assert lauf.returncode == code, ausgabe + lauf.stderr.decode()
    return ausgabe


def ablage(ordner: Path) -> Path:
    """Make a git repository of a folder, with all that is in it as its first commit."""
    git(ordner, "init", "--quiet", "--initial-branch=main", ".")
    lege_ab(ordner, "Anfang")
    return ordner


def lege_ab(ordner: Path, botschaft: str) -> None:
    """Commit everything in a repository."""
    git(ordner, "add", "--all")
    git(ordner, "commit", "--quiet", "--allow-empty", "-m", botschaft)


@contextmanager
def ohne_vorrechte() -> Iterator[None]:
    """Act as an ordinary user for a while: for root a locked file is not locked."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
