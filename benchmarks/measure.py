"""Whole processes, measured by the operating system: CPU (user and system), wall time, peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median
from types import MappingProxyType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
#: everything is compiled once and for all, whatever the tree holds and the user's environment says
_BYTECODE = str(ROOT / "benchmarks" / ".cache" / "bytecode")


class Sample(NamedTuple):
    """Seconds of CPU and on the clock, MiB of the largest single process."""

    cpu: float
    wall: float
    memory: float


class Job(NamedTuple):
    """One or more commands that do one job together, the folder to run them in, and what they find around."""

    commands: list[list[str]]
    folder: Path = ROOT
    variables: Mapping[str, str] = MappingProxyType({})


def once(job: Job) -> Sample:
    """Run the job; raises ``RuntimeError`` if a command of it fails."""
    samples = [_run(command, job) for command in job.commands]
    return Sample(sum(s.cpu for s in samples), sum(s.wall for s in samples), max(s.memory for s in samples))


def output(command: list[str]) -> str:
    """Return what a command prints; raises ``CalledProcessError``."""
    return subprocess.run(
        command, cwd=ROOT, env=_environment(command), stdout=subprocess.PIPE, check=True, encoding="utf-8"
    ).stdout


def _environment(command: list[str]) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    if command[0] == sys.executable:
        environment |= {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": _BYTECODE}
    return environment


def _run(command: list[str], job: Job) -> Sample:
    start = time.perf_counter()
    environment = _environment(command) | job.variables
    process = subprocess.Popen(command, cwd=job.folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"exit code {process.returncode}: {' '.join(command[:6])} …")
    return Sample(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def interleaved(jobs: Mapping[str, Job], runs: int, *, warm_up: bool = True) -> dict[str, Sample]:
    """Return the medians of jobs run in turn, so that what else happens on the machine hits all alike."""
    for job in jobs.values() if warm_up else ():
        once(job)  # warms the page cache and compiles modules
    rounds = [{name: once(job) for name, job in jobs.items()} for _ in range(runs)]
    return {name: _median(each[name] for each in rounds) for name in jobs}


def _median(samples: Iterable[Sample]) -> Sample:
    return Sample(*(median(values) for values in zip(*samples, strict=True)))
