"""What the README shows is run: its commands, its links, its pictures."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line[2:].split("#")[0].strip()
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
]
ENVIRONMENT = os.environ | {
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "COLUMNS": "80",
}


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_readme_shows_the_two_and_the_next_five() -> None:
    assert COMMANDS[:2] == ["make demo", "make test"]
    assert len(COMMANDS) == 7
    assert all(command.startswith("fgk ") for command in COMMANDS[2:])


@pytest.mark.parametrize("command", COMMANDS[2:])
def test_command_works(command: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    out = run([sys.executable, "-m", *command.split()], tmp_path)
    for path in re.findall(r"^geschrieben: (\S+)", out, re.MULTILINE):
        assert (tmp_path / path).stat().st_size > 500
    assert out.strip()


def test_make_demo_makes_four_files_and_says_so(tmp_path: Path) -> None:
    out = run(["make", "demo", f"OUT={tmp_path}"], ROOT)
    made = {path.name for path in tmp_path.iterdir()}
    assert made == {
        f"{stem}_stolberg-2016.{ending}"
        for stem in ("zielvereinbarung", "jahresbericht-2018")
        for ending in ("pdf", "md")
    }
    assert all(name in out for name in made)
    assert "keine Fehler" in out


def test_make_test_runs_pytest() -> None:
    assert "pytest" in run(["make", "-n", "test"], ROOT)


def test_every_link_and_picture_is_there() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert "docs/bilder/seiten.png" in targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
