"""Make a workspace of invented Akten to measure and test with.

    python benchmarks/generate.py FOLDER 200 --seed 1 [--faults]

The same seed gives the same bytes. With ``--faults`` faults of many codes are planted, at most one a file,
and ``FOLDER/expected.json`` lists them all: [[path, line, code], …] as ``fgk validate .`` reports them.
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from made_akte import MadeAkte
from planting import Expected, plant


def generate(
    folder: Path, akten: int, seed: int, *, faults: bool = False, measures: int | None = None
) -> list[Expected]:
    """Write the workspace and return the planted faults, sorted; ``measures`` counts those of an Akte."""
    expected: list[Expected] = []
    for number in range(akten):
        akte = MadeAkte(seed, number, measures=measures)
        name = f"akte-{number:04}"
        files = {path: text.encode() for path, text in akte.files().items()}
        if faults:
            expected += [Expected(f"{name}/{path}", line, code) for path, line, code in plant(files)]
        for path, data in files.items():
            target = folder / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fgk.yaml").write_bytes(b"")
    return sorted(expected)


def yaml_files(folder: Path) -> Iterator[Path]:
    """Yield the files of all Akten below a folder, in a fixed order."""
    yield from sorted(path for path in folder.rglob("*.yaml") if path.name != "fgk.yaml")


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("akten", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", action="store_true")
    arguments = parser.parse_args()
    expected = generate(arguments.folder, arguments.akten, arguments.seed, faults=arguments.faults)
    if arguments.faults:
        (arguments.folder / "expected.json").write_text(
            json.dumps(expected, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
