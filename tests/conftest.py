"""What all tests share: a small real Akte, and limits for generated cases."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hilfen import WURZEL, Aufruf, Ergebnis, lege_an
from hypothesis import HealthCheck, settings

from fgk.cli import run

# Generated cases must pass on a slow, busy machine too; they are counted, not timed.
# They are the same in every run, so that a commit is not red by chance; ``make test-texte`` looks for new ones.
settings.register_profile(
    "fgk",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="FGK_ZUFALL" not in os.environ,
)
settings.load_profile("fgk")

#: our own tests may run in a pull request, which says nothing about the Akten in them
for name in ("GITHUB_EVENT_NAME", "CI_MERGE_REQUEST_IID"):
    os.environ.pop(name, None)

Dateien = Mapping[str, str | bytes | None]


@pytest.fixture
def akte(tmp_path: Path) -> Callable[[Dateien], Path]:
    """Return a function that makes the smallest Akte with these files laid over it."""

    def angelegt(dateien: Dateien | None = None) -> Path:
        return lege_an(tmp_path / "akte", dateien)

    return angelegt


@pytest.fixture(scope="session")
def geschichte(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the history of the example once; a test that changes it takes a copy."""
    ziel = tmp_path_factory.mktemp("geschichte") / "akte"
    skript = WURZEL / "examples" / "geschichte.py"
    subprocess.run([sys.executable, skript, ziel], check=True, capture_output=True)
    return ziel


@pytest.fixture
def aufruf(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Aufruf:
    """Return a function that runs fgk in this process, not on a terminal and 100 columns wide."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def aufgerufen(*argumente: str | Path) -> Ergebnis:
        capsys.readouterr()
        code = run([str(argument) for argument in argumente])
        gesagt = capsys.readouterr()
        return Ergebnis(code, gesagt.out, gesagt.err)

    return aufgerufen


@pytest.fixture
def offener_ordner() -> Iterator[Path]:
    """A folder that an ordinary user can reach, for tests that act as one."""
    ordner = Path("/var/tmp") / f"fgk-test-{os.getpid()}"
    ordner.mkdir(mode=0o755)
    yield ordner
    for pfad in ordner.rglob("*"):
        pfad.chmod(0o755)
    shutil.rmtree(ordner)
