"""Other tools, each in an environment of its own below the cache folder, installed by package name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


class PeerMissingError(Exception):
    """A peer that cannot be had here, and why."""


def environment(cache: Path, package: str, *, at_least: tuple[int, int] = (3, 11)) -> Path:
    """Return the folder of a peer's commands; raises ``PeerMissingError``."""
    folder = cache / package
    commands = folder / "bin"
    if (folder / "complete").exists():
        return commands
    try:
        subprocess.run(
            [_python(at_least), "-m", "venv", "--clear", str(folder)], check=True, capture_output=True
        )
        subprocess.run([str(commands / "pip"), "install", "-q", package], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise PeerMissingError(f"{package} could not be installed ({type(error).__name__})") from error
    (folder / "complete").touch()
    return commands


def pandoc(cache: Path) -> str:
    """Return the pandoc that pypandoc_binary carries; raises ``PeerMissingError``."""
    python = environment(cache, "pypandoc_binary") / "python"
    ask = [str(python), "-c", "import pypandoc; print(pypandoc.get_pandoc_path())"]
    try:
        return subprocess.run(ask, check=True, capture_output=True, encoding="utf-8").stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise PeerMissingError(f"pandoc does not run here ({type(error).__name__})") from error


def _python(at_least: tuple[int, int]) -> str:
    """Return a Python that is new enough; raises ``PeerMissingError``."""
    if sys.version_info[:2] >= at_least:
        return sys.executable
    versions = [f"python3.{minor}" for minor in range(at_least[1], at_least[1] + 4)]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    candidates = [shutil.which(name) for name in versions]
    candidates += [str(path) for name in versions for path in sorted(pyenv.glob(f"versions/*/bin/{name}"))]
    for candidate in filter(None, candidates):
        if subprocess.run([candidate, "-c", ""], check=False, capture_output=True).returncode == 0:
            return candidate
    raise PeerMissingError(f"needs Python {at_least[0]}.{at_least[1]} or newer")
