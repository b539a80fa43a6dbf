"""Measure the trail of an Akte in git against the figures it has to reach, beside plain git on the same objects.

    python benchmarks/history.py [--quick] [--runs N]

Ratios and medians of whole processes; see README.md beside this file.
"""

import os
import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generate import generate
from measure import Job, Sample, interleaved, output
from run import HERE, STICHTAG, Row, at_most, cpu, show, show_head

#: with so many measures an Akte has the 60 files that the demand speaks of
MEASURES = 25
#: of the repository that holds one Akte alone
OWN_COMMITS = 2_000
#: how far back the base of a comparison lies
BASE = "HEAD~50"
#: a step of ``fgk verify --history`` reads the whole Akte: more of them only take longer
STEPS = 50
#: nobody's settings change what plain git does
_NO_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
#: loads what ``fgk`` loads and tells what that was; the command itself ends without a word about it
_MODULES = """
import os, sys
sys.stdout = open(os.devnull, "w")
from fgk.cli import main
main()
loaded = [name for name in sys.modules if name.partition(".")[0] == "git"]
print(len(loaded), len(sys.modules), file=sys.__stdout__)
"""


class Plan(NamedTuple):
    """How much is measured, and where."""

    runs: int
    akten: int
    commits: int
    folder: Path


class Made(NamedTuple):
    """A repository, an Akte in it, a measure of that, and the plain git work that its history asks for."""

    repository: Path
    akte: str
    kennung: str
    commits: int
    plainly: Job


def fgk(folder: Path, *arguments: str) -> Job:
    return Job([[sys.executable, "-m", "fgk", *arguments]], folder)


def made(folder: Path, akten: int, commits: int) -> Made:
    """Make a repository; of its Akten the middle one is looked at.

    Another process makes it: a process that is started counts the memory of the one that started it as its own.
    """
    folder.mkdir()
    numbers = [str(number) for number in (akten, commits, MEASURES)]
    output([sys.executable, str(HERE / "made_history.py"), str(folder), *numbers])
    repository = folder / "repository"
    akte = sorted(path.parent.name for path in repository.glob("*/audit.yaml"))[akten // 2]
    kennung = min(path.stem for path in (repository / akte / "massnahmen").glob("*.yaml"))
    log = ["git", "-C", str(repository), "log"]
    raw = [*log, "--raw", "--no-abbrev", "--", akte]
    lines = [line.split() for line in output(raw).splitlines() if line.startswith(":")]
    blobs = dict.fromkeys(blob for line in lines for blob in line[2:4] if blob.strip("0"))
    ids = folder / "ids"
    ids.write_text("".join(f"{blob}\n" for blob in blobs), encoding="ascii")
    read = ["sh", "-c", 'exec git -C "$0" cat-file --batch < "$1"', str(repository), str(ids)]
    changed = output([*log, "--format=%h", "--", f"{akte}/massnahmen/{kennung}.yaml"])
    return Made(
        repository, akte, kennung, len(changed.splitlines()), Job([raw, read], variables=_NO_SETTINGS)
    )


def one_akte(plan: Plan) -> Iterator[Row]:
    it = made(plan.folder / "one", 1, OWN_COMMITS)
    where = it.repository
    jobs = {
        "log": fgk(where, "log", it.kennung, "--akte", it.akte),
        "git": it.plainly,
        "start": fgk(where, "rule"),
        "help": fgk(where, "--help"),
        "whole": fgk(where, "log", "--akte", it.akte),
        "diff": fgk(where, "diff", BASE, it.akte),
        "base": fgk(where, "validate", it.akte, "--stichtag", STICHTAG, "--base", BASE),
        "validate": fgk(where, "validate", it.akte, "--stichtag", STICHTAG),
    }
    samples = interleaved(jobs, plan.runs)
    git, own = samples["git"].cpu, samples["log"].cpu
    files = len(list((where / it.akte).rglob("*.yaml")))
    details = f"{files} files, {it.commits} commits of the measure; {cpu(samples, 'log', 'start', 'git')}"
    what = f"a measure, {OWN_COMMITS:,} commits, start-up apart / git, CPU"
    yield at_most(what, (own - samples["start"].cpu) / git, 6, details)
    yield known(
        "the same, only importing the CLI apart", (own - samples["help"].cpu) / git, cpu(samples, "help")
    )
    yield known("the same, whole process", own / git)
    yield known("its whole Akte / one measure, CPU", samples["whole"].cpu / own, memory(samples["whole"]))
    yield known("fgk diff REV AKTE / fgk validate, CPU", *beside(samples, "diff"))
    yield known("fgk validate --base REV / fgk validate, CPU", *beside(samples, "base"))


def many_akten(plan: Plan) -> Iterator[Row]:
    it = made(plan.folder / "many", plan.akten, plan.commits)
    jobs = {
        "log": fgk(it.repository, "log", it.kennung, "--akte", it.akte),
        "git": it.plainly,
        "whole": fgk(it.repository, "log", "--akte", it.akte),
    }
    samples = interleaved(jobs, plan.runs)
    ours = samples["log"]
    what = f"a measure, {plan.akten} Akten, {plan.commits:,} commits"
    yield at_most(f"{what}, CPU s", ours.cpu, 2, f"{it.commits} commits of the measure")
    yield at_most("the same, on the clock s", ours.wall, 2, "")
    yield known("the same / git, CPU", ours.cpu / samples["git"].cpu, cpu(samples, "log", "git"))
    yield known("the same, peak memory of a process (MiB)", ours.memory)
    yield known(
        "its whole Akte / one measure, CPU", samples["whole"].cpu / ours.cpu, memory(samples["whole"])
    )


def every_step(plan: Plan) -> Iterator[Row]:
    it = made(plan.folder / "steps", 1, STEPS)
    jobs = {
        "history": fgk(it.repository, "verify", "--history", "--akte", it.akte),
        "validate": fgk(it.repository, "validate", it.akte, "--stichtag", STICHTAG),
    }
    samples = interleaved(jobs, min(plan.runs, 3), warm_up=False)
    a_step = samples["history"].cpu / STEPS
    details = f"{STEPS} steps; {cpu(samples, 'history', 'validate')}, {memory(samples['history'])}"
    yield known(
        "a step of fgk verify --history / fgk validate, CPU", a_step / samples["validate"].cpu, details
    )


def outside_git(plan: Plan) -> Iterator[Row]:
    """Yield what is loaded for a folder that lies in no repository."""
    folder = plan.folder / "plain"
    generate(folder, 1, seed=1)
    if any((parent / ".git").exists() for parent in (folder, *folder.parents)):
        yield Row(
            "modules of GitPython, fgk validate outside git", None, "<= 0", None, "no folder outside git"
        )
        return
    loaded = output([sys.executable, "-c", _MODULES, "validate", str(folder), "--stichtag", STICHTAG]).split()
    what = "modules of GitPython, fgk validate outside git"
    yield at_most(what, int(loaded[0]), 0, f"{loaded[1]} modules in all")


def known(what: str, figure: float, details: str = "") -> Row:
    """Return a row that nothing is demanded of."""
    return Row(what, figure, "-", None, details)


def beside(samples: dict[str, Sample], name: str) -> tuple[float, str]:
    return samples[name].cpu / samples["validate"].cpu, cpu(samples, name, "validate")


def memory(sample: Sample) -> str:
    return f"{sample.cpu:.2f} s, {sample.memory:.0f} MiB"


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="20 Akten and 2,000 commits instead of 200 and 20,000"
    )
    parser.add_argument("--runs", type=int, help="how often all is measured (default 5, with --quick 2)")
    arguments = parser.parse_args()
    runs, akten, commits = (2, 20, 2_000) if arguments.quick else (5, 200, 20_000)
    with TemporaryDirectory(prefix="fgk-bench-") as folder:
        plan = Plan(arguments.runs or runs, akten, commits, Path(folder))
        show_head("figure")
        for part in (outside_git, one_akte, many_akten, every_step):
            for row in part(plan):
                show(row)
            for each in plan.folder.iterdir():
                shutil.rmtree(each)


if __name__ == "__main__":
    main()
