"""What a look-up in the register of municipalities costs, and what a check of one Akte pays for it.

    python benchmarks/register.py [--runs N]

CPU of whole processes, run in turn in this call. A look-up is compared with a process that only imports what
``fgk validate`` has loaded anyway; the check with one of the same Akte that is marked as invented, where nothing is looked up.
"""

import re
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generate import generate
from measure import Job, interleaved

STICHTAG = "2025-01-31"
#: loaded by every check
_LOADED = "import re, unicodedata, datetime, functools, itertools, typing; from fgk import resources"
_LOOK_UPS = {
    "one AGS": 'register.by_ags("05334032")',
    "one AGS in the Land with most": 'register.by_ags("07143272")',
    "whether a name fits": 'register.passt("Stadt Stolberg (Rheinland)", register.by_ags("05334032"))',
    "one name": 'register.search("Stolberg (Rhld.)")',
    "a name of seventeen places in nine Länder": 'register.search("Neustadt")',
    "a name that nothing has": 'register.search("Xyzstadt")',
    "all municipalities of a Kreis": 'register.gemeinden("05334")',
}
_BOUND = 20.0


def look_ups(runs: int) -> None:
    jobs = {"nothing": Job([[sys.executable, "-c", _LOADED]])} | {
        what: Job([[sys.executable, "-c", f"{_LOADED}\nfrom fgk import register\n{code}"]])
        for what, code in _LOOK_UPS.items()
    }
    samples = interleaved(jobs, runs)
    nothing = samples["nothing"].cpu
    print("| look-up, new process | CPU ms | / nothing looked up | demanded | met |\n|---|---|---|---|---|")
    for what in _LOOK_UPS:
        cost = 1000 * (samples[what].cpu - nothing)
        met = "yes" if cost <= _BOUND else "NO"
        print(f"| {what} | {cost:.1f} | {samples[what].cpu / nothing:.2f} | <= {_BOUND:g} ms | {met} |")


def checks(runs: int, folder: Path) -> None:
    """Compare the check of an Akte whose place is looked up with that of the same Akte without."""
    jobs = {}
    for name in ("looked up", "invented"):
        generate(folder / name, 1, seed=1)
        for audit in (folder / name).rglob("audit.yaml"):
            text = audit.read_text(encoding="utf-8")
            text = re.sub(r"(?m)^  ags: .*$", '  ags: "05334032"', text)
            text = re.sub(r"(?m)^  name: .*$", "  name: Stolberg (Rhld.)", text, count=1)
            if name == "looked up":
                text = text.replace("musterdaten: true\n", "musterdaten: false\n")
            audit.write_text(text, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "fgk",
            "validate",
            str(folder / name),
            "--stichtag",
            STICHTAG,
            "-j",
            "1",
        ]
        jobs[name] = Job([command])
    samples = interleaved(jobs, runs)
    with_it, without = samples["looked up"].cpu, samples["invented"].cpu
    print("\n| fgk validate, one Akte | CPU ms | ratio |\n|---|---|---|")
    print(f"| place looked up / not | {1000 * (with_it - without):.1f} | {with_it / without:.3f} |")


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    look_ups(runs)
    with TemporaryDirectory() as folder:
        checks(runs, Path(folder))


if __name__ == "__main__":
    main()
