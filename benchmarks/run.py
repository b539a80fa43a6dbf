"""Measure fgk against the figures it has to reach, and print one table of ratios.

    python benchmarks/run.py [--quick] [--cache FOLDER]

Everything is run side by side in this call; only the ratios mean something. See README.md beside this file.
"""

import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generate import generate, yaml_files
from many_records import write_fgk, write_mapcan, write_trlc
from measure import Job, Sample, interleaved, once
from peers import PeerMissingError, environment

from fgk.models.arten import ARTEN

HERE = Path(__file__).resolve().parent
STICHTAG = "2025-01-31"


class Row(NamedTuple):
    """One demand: a ratio, and the bound it must keep."""

    what: str
    ratio: float | None
    demanded: str
    is_met: bool | None
    details: str


class Plan(NamedTuple):
    """How much is measured, and where."""

    akten: int
    runs: int
    folder: Path
    cache: Path


def at_most(what: str, ratio: float, bound: float, details: str, unit: str = "") -> Row:
    return Row(what, ratio, f"<= {bound:g}{unit}", ratio <= bound, details)


def at_least(what: str, ratio: float, bound: float, details: str) -> Row:
    return Row(what, ratio, f">= {bound:g}", ratio >= bound, details)


def fgk(folder: Path, workers: int = 1) -> Job:
    return Job(
        [[sys.executable, "-m", "fgk", "validate", str(folder), "--stichtag", STICHTAG, "-j", str(workers)]]
    )


def script(name: str, *arguments: str) -> Job:
    return Job([[sys.executable, str(HERE / name), *arguments]])


def cpu(samples: dict[str, Sample], *names: str) -> str:
    return ", ".join(f"{name} {samples[name].cpu:.2f} s" for name in names)


def one_akte(plan: Plan) -> Iterator[Row]:
    folder = plan.folder / "one"
    generate(folder, 1, seed=1)
    jobs = {"fgk": fgk(folder), "nothing": script("do_nothing.py")}
    samples = interleaved(jobs, 4 * plan.runs)
    what = "one Akte / Typer app that does nothing, CPU"
    yield at_most(what, samples["fgk"].cpu / samples["nothing"].cpu, 1.5, cpu(samples, "fgk", "nothing"))
    what = "check-jsonschema / fgk, one Akte, CPU"
    yield from with_peer(what, ">= 2", partial(against_jsonschema, plan, what, folder, 2, plan.runs))


def many_akten(plan: Plan) -> Iterator[Row]:
    many, few = plan.folder / "many", plan.folder / "few"
    generate(many, plan.akten, seed=1)
    generate(few, plan.akten // 10, seed=1)
    jobs = {
        "fgk": fgk(many), "fgk -j 2": fgk(many, 2), "few": fgk(few), "CSafeLoader": script("load_plainly.py", str(many)),
    }  # fmt: skip
    samples = interleaved(jobs, plan.runs)
    ours, n = samples["fgk"], plan.akten
    what = f"{n} Akten / CSafeLoader on the same bytes, CPU"
    yield at_most(what, ours.cpu / samples["CSafeLoader"].cpu, 0.85, cpu(samples, "fgk", "CSafeLoader"))
    what = f"{n} Akten, two workers / one, wall time"
    yield at_most(
        what,
        samples["fgk -j 2"].wall / ours.wall,
        0.65,
        f"{samples['fgk -j 2'].wall:.2f} s, {ours.wall:.2f} s",
    )
    what = f"{n} Akten / {n // 10} Akten, CPU"
    yield at_most(what, ours.cpu / samples["few"].cpu, 10, cpu(samples, "fgk", "few"))
    for name, count in (("few", n // 10), ("fgk", n), ("fgk -j 2", n)):
        memory = samples[name].memory
        yield at_most(
            f"{count} Akten{name[3:] if name != 'few' else ''}, peak memory of a process (MiB)",
            memory,
            60,
            "",
        )
    what = f"check-jsonschema / fgk, {n} Akten, CPU"
    yield from with_peer(what, ">= 15", partial(against_jsonschema, plan, what, many, 15, 1))


def against_jsonschema(plan: Plan, what: str, folder: Path, bound: float, runs: int) -> Iterator[Row]:
    """One call per kind of record; one call with all schemas under an anyOf takes it longer still."""
    command = str(environment(plan.cache, "check-jsonschema") / "check-jsonschema")
    schemas = plan.folder / "schemas"
    once(Job([[sys.executable, "-m", "fgk", "schema", "-o", str(schemas)]]))
    calls = []
    for art in ARTEN:
        pattern = f"*/{art.pfad.format(kennung='*')}"
        files = [str(path) for path in yaml_files(folder) if fnmatch(str(path), pattern)]
        if files:  # no Akte has a Verfahren or a tariff of its own
            calls.append([command, "-q", "--schemafile", str(schemas / f"{art.name}.schema.json"), *files])
    name = "check-jsonschema"
    samples = interleaved({"fgk": fgk(folder), name: Job(calls)}, runs, warm_up=runs > 1)
    yield at_least(what, samples[name].cpu / samples["fgk"].cpu, bound, cpu(samples, "fgk", name))


def ten_thousand(plan: Plan) -> Iterator[Row]:
    folder = plan.folder / "records"
    write_fgk(folder, 10_000)
    write_fgk(plan.folder / "records-few", 1_000)
    samples = interleaved({"fgk": fgk(folder), "tenth": fgk(plan.folder / "records-few")}, plan.runs)
    what = "10,000 records / 1,000 records, CPU"
    yield at_most(what, samples["fgk"].cpu / samples["tenth"].cpu, 10, cpu(samples, "fgk", "tenth"))

    def against_mapcan() -> Iterator[Row]:
        command = environment(plan.cache, "mapcan", at_least=(3, 12)) / "mapcan"
        write_mapcan(plan.folder / "map.yaml", 10_000)
        yield against("mapcan", Job([[str(command), "validate", str(plan.folder / "map.yaml")]]))

    def against_trlc() -> Iterator[Row]:
        command = environment(plan.cache, "trlc") / "trlc"
        write_trlc(plan.folder / "trlc", 10_000)
        yield against("TRLC", Job([[str(command), str(plan.folder / "trlc")]]))

    def against(name: str, job: Job) -> Row:
        samples = interleaved({"fgk": fgk(folder), name: job}, plan.runs)
        return at_most(
            f"10,000 records / {name}'s 10,000, CPU",
            samples["fgk"].cpu / samples[name].cpu,
            1,
            cpu(samples, "fgk", name),
        )

    yield from with_peer("10,000 records / mapcan's 10,000, CPU", "<= 1", against_mapcan)
    yield from with_peer("10,000 records / TRLC's 10,000, CPU", "<= 1", against_trlc)


def with_peer(what: str, demanded: str, rows: Callable[[], Iterator[Row]]) -> Iterator[Row]:
    try:
        yield from rows()
    except (PeerMissingError, RuntimeError) as error:
        yield Row(what, None, demanded, None, str(error))


def show_head(figure: str) -> None:
    print(f"{'what':<58}{figure:>8}  {'demanded':<10}{'met':<5}details")


def show(row: Row) -> None:
    ratio = "-" if row.ratio is None else f"{row.ratio:.2f}"
    met = {True: "yes", False: "NO", None: "-"}[row.is_met]
    print(f"{row.what:<58}{ratio:>8}  {row.demanded:<10}{met:<5}{row.details}", flush=True)


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="40 Akten instead of 200, fewer runs")
    parser.add_argument(
        "--cache", type=Path, default=HERE / ".cache", help="where the other tools are installed"
    )
    arguments = parser.parse_args()
    with TemporaryDirectory(prefix="fgk-bench-") as folder:
        akten, runs = (40, 3) if arguments.quick else (200, 5)
        plan = Plan(akten, runs, Path(folder), arguments.cache.resolve())
        show_head("ratio")
        for part in (one_akte, many_akten, ten_thousand):
            for row in part(plan):
                show(row)
            for each in plan.folder.iterdir():
                shutil.rmtree(each) if each.is_dir() else each.unlink()


if __name__ == "__main__":
    main()
