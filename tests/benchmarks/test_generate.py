"""The benchmark's Akten are valid, and its planted faults are found exactly where they are."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _generate(folder: Path, *options: str, hashseed: str = "0") -> dict[str, bytes]:
    environment = os.environ | {"PYTHONHASHSEED": hashseed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(ROOT / "benchmarks" / "generate.py"), str(folder), "3", *options]
    subprocess.run(command, env=environment, check=True)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _validate(folder: Path, *options: str) -> dict:
    command = [
        sys.executable,
        "-m",
        "fgk",
        "validate",
        "--format",
        "json",
        "--stichtag",
        "2025-01-31",
        "-j",
        "1",
        *options,
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return json.loads(result.stdout)


def test_valid(tmp_path: Path) -> None:
    files = _generate(tmp_path)
    report = _validate(tmp_path)
    assert report["meldungen"] == []
    assert report["akten"] == 3
    assert report["dateien"] == len([path for path in files if path.endswith(".yaml")])


def test_size_is_that_of_a_real_akte(tmp_path: Path) -> None:
    files = [data for path, data in _generate(tmp_path).items() if path.startswith("akte-0001/")]
    assert 50 <= len(files) <= 56
    assert 160_000 <= sum(map(len, files)) <= 200_000


def test_every_planted_fault_is_found_at_its_line_and_nothing_else(tmp_path: Path) -> None:
    _generate(tmp_path, "--faults")
    expected = json.loads((tmp_path / "expected.json").read_text(encoding="utf-8"))
    found = [[entry["datei"], entry["zeile"], entry["code"]] for entry in _validate(tmp_path)["meldungen"]]
    assert len(expected) >= 3 * 30
    assert sorted(found) == sorted(expected)


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    first = _generate(tmp_path / "a", "--seed", "7", "--faults", hashseed="1")
    assert first == _generate(tmp_path / "b", "--seed", "7", "--faults", hashseed="2")
    assert first != _generate(tmp_path / "c", "--seed", "8", "--faults")
