"""Measure how fgk makes documents against the figures it has to reach, beside pandoc and WeasyPrint.

    python benchmarks/documents.py [--quick] [--runs N] [--documents N] [--cache FOLDER]

Figures are CPU seconds of this machine, the last rows ratios; see README.md beside this file.
"""

import locale
import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generate import generate
from measure import Job, interleaved, once, output
from peers import environment, pandoc
from pikepdf import Pdf
from run import HERE, STICHTAG, Row, at_most, cpu, show, show_head, with_peer

from fgk.documents import DOKUMENTE, SCHREIBER
from fgk.loading.load import load_akte
from fgk.serie import Ausgelassen, auftraege
from fgk.sources import FolderSource

#: with so many measures a Zielvereinbarung had about 35 pages when the demand was made; tables take less room now
MEASURES = 36
#: how many documents the demand speaks of
BATCH = 50


class Plan(NamedTuple):
    """How much is measured, and where."""

    runs: int
    documents: int
    folder: Path
    cache: Path


def render(target: Path, *arguments: str, formats: str = "all", **variables: str) -> Job:
    command = [sys.executable, "-m", "fgk", "render", *arguments, "--format", formats]
    return Job([[*command, "-o", str(target), "--stichtag", STICHTAG]], variables=variables)


def in_workers(workers: int, target: Path, folder: Path) -> list[str]:
    script = str(HERE / "in_workers.py")
    return [sys.executable, script, str(workers), STICHTAG, str(target), str(folder)]


def agreements(folder: Path, number: int) -> list[Path]:
    """Make Akten that have come as far as the Zielvereinbarung: ``--all`` makes this one document of each."""
    generate(folder, number, seed=1, measures=MEASURES)
    for reports in folder.glob("*/jahresberichte"):
        shutil.rmtree(reports)
    return sorted(path.parent for path in folder.glob("*/audit.yaml"))


def pages(folder: Path) -> int:
    """Return how many pages the PDFs of a folder have, together."""
    total = 0
    for path in folder.glob("*.pdf"):
        with Pdf.open(path) as pdf:
            total += len(pdf.pages)
    return total


def cold(plan: Plan) -> Iterator[Row]:
    (akte,) = agreements(plan.folder / "one", 1)
    target = plan.folder / "cold"
    sample = interleaved({"all": render(target, "zielvereinbarung", str(akte))}, plan.runs)["all"]
    details = f"{pages(target)} pages, {sample.memory:.0f} MiB"
    yield at_most("one agreement, five formats, new process, CPU s", sample.cpu, 1.0, details)


def batch(plan: Plan) -> Iterator[Row]:
    folder, target = plan.folder / "batch", plan.folder / "batch-out"
    agreements(folder, plan.documents)
    job = render(target, "--all", str(folder))
    sample = interleaved({"batch": job}, min(plan.runs, 3), warm_up=False)["batch"]
    made = len(list(target.glob("*.pdf")))
    seconds = sample.cpu * BATCH / made
    details = f"{made} documents, {pages(target)} pages, {sample.cpu:.2f} s, {sample.wall:.2f} s on the clock"
    yield at_most(f"{BATCH} agreements, five formats, --all, CPU s", seconds, 40, details)
    yield at_most("the same, peak memory of a process (MiB)", sample.memory, 1024, "")
    memory = once(Job([in_workers(1, target, folder)])).memory
    details = f"{made} documents by one process: what a longer batch comes to"
    yield at_most("the same in one worker, peak memory (MiB)", memory, 1024, details)


def writers(plan: Plan) -> Iterator[Row]:
    """Yield what one more document costs in a process that has made one already."""
    akten = [str(akte) for akte in agreements(plan.folder / "warm", 6)]
    bounds = {"pdf": 15, "docx": 120, "odt": 120, "html": 60}
    samples: dict[str, list[tuple[float, float]]] = {format_: [] for format_ in bounds}
    for _ in range(plan.runs):
        for format_, found in samples.items():
            command = [sys.executable, str(HERE / "warm_writer.py"), format_, STICHTAG, *akten]
            lines = output(command).splitlines()
            found += [(float(seconds), float(count)) for seconds, count in map(str.split, lines)]
    for format_, bound in bounds.items():
        found = samples[format_]
        milliseconds = median(1000 * seconds for seconds, _ in found)
        details = f"{len(found)} documents"
        if format_ == "pdf":
            details += f", {median(count for _, count in found):g} pages, {milliseconds:.0f} ms"
            a_page = median(1000 * seconds / count for seconds, count in found)
            yield at_most("PDF writer, warm process, CPU ms a page", a_page, bound, details)
        else:
            yield at_most(f"{format_.upper()} writer, warm process, CPU ms", milliseconds, bound, details)


def same_bytes(plan: Plan) -> Iterator[Row]:
    """Yield how many files differ from those of a plain ``--all``; two Akten with their three reports each."""
    folder = plan.folder / "same"
    generate(folder, 2, seed=1)
    expected = _made(plan, render(plan.folder / "made", "--all", str(folder), LC_ALL="C", TZ="UTC"))

    def row(what: str, variants: Mapping[str, Job], details: str = "") -> Row:
        differing = 0
        for job in variants.values():
            made = _made(plan, job)
            differing += sum(made.get(name) != digest for name, digest in expected.items())
            differing += len(made.keys() - expected.keys())
        names = ", ".join(variants)
        return at_most(f"files that differ, {what}", differing, 0, f"{len(expected)} files: {names}{details}")

    def around(name: str, *values: str) -> dict[str, Job]:
        target = plan.folder / "made"
        return {value: render(target, "--all", str(folder), **{name: value}) for value in values}

    yield row("time zone", around("TZ", "Pacific/Auckland", "America/Los_Angeles"))
    locales = {name: _has_locale(name) for name in ("C", "C.UTF-8", "de_DE.UTF-8")}
    missing = "".join(f"; no {name} here" for name, is_there in locales.items() if not is_there)
    yield row("locale", around("LC_ALL", *(name for name in locales if locales[name])), missing)
    yield row("PYTHONHASHSEED", around("PYTHONHASHSEED", "0", "1", "random"))
    jobs = {str(n): Job([in_workers(n, plan.folder / "made", folder)]) for n in (1, 2)}
    yield row("number of workers", jobs)
    yield row("one process a document and format", {"--all against single": _singly(plan, folder)})


def _singly(plan: Plan, folder: Path) -> Job:
    commands = []
    for akte in sorted(path.parent for path in folder.glob("*/audit.yaml")):
        for order in auftraege(load_akte(FolderSource(akte))[0], tuple(SCHREIBER)):
            if isinstance(order, Ausgelassen):
                continue
            option = DOKUMENTE[order.dokument].option
            which = [option, order.welches] if option and order.welches else []
            for format_ in SCHREIBER:
                made = render(plan.folder / "made", order.dokument, *which, str(akte), formats=format_)
                commands += made.commands
    return Job(commands)


def _made(plan: Plan, job: Job) -> dict[str, str]:
    """Return name -> digest of all that a job writes to the folder ``made``."""
    target = plan.folder / "made"
    shutil.rmtree(target, ignore_errors=True)
    once(job)
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in target.iterdir()}


def _has_locale(name: str) -> bool:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return False
    locale.setlocale(locale.LC_ALL, before)
    return True


def beside(plan: Plan) -> Iterator[Row]:
    """Yield the others on the same content: pandoc has fgk's Markdown to read, WeasyPrint its HTML."""
    (akte,) = agreements(plan.folder / "beside", 1)
    ours, theirs = plan.folder / "ours", plan.folder / "theirs"
    theirs.mkdir()
    once(render(ours, "zielvereinbarung", str(akte), formats="md,html"))
    (markdown,), (html,) = ours.glob("*.md"), ours.glob("*.html")

    def against(what: str, name: str, format_: str, command: list[str]) -> Row:
        job = render(plan.folder / "again", "zielvereinbarung", str(akte), formats=format_)
        samples = interleaved({"fgk": job, name: Job([command])}, plan.runs)
        memory = ", ".join(f"{sample.memory:.0f}" for sample in samples.values())
        details = f"{cpu(samples, 'fgk', name)}; {memory} MiB"
        return Row(what, samples[name].cpu / samples["fgk"].cpu, "-", None, details)

    for format_ in ("html", "docx", "odt"):
        what = f"pandoc / fgk, {format_.upper()}, CPU"

        def against_pandoc(what: str = what, format_: str = format_) -> Iterator[Row]:
            target = str(theirs / f"out.{format_}")
            command = [pandoc(plan.cache), "-s", "-f", "commonmark_x", str(markdown), "-o", target]
            yield against(what, "pandoc", format_, command)

        yield from with_peer(what, "-", against_pandoc)
    what = "WeasyPrint / fgk, PDF, CPU"

    def against_weasyprint() -> Iterator[Row]:
        command = str(environment(plan.cache, "weasyprint") / "weasyprint")
        options = ["-q", "--pdf-variant", "pdf/ua-1"]
        yield against(what, "WeasyPrint", "pdf", [command, *options, str(html), str(theirs / "out.pdf")])

    yield from with_peer(what, "-", against_weasyprint)


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a batch of 10 documents, two runs")
    parser.add_argument("--runs", type=int, help="how often all is measured (default 5; the batch at most 3)")
    parser.add_argument("--documents", type=int, help=f"in the batch; its figure is scaled to {BATCH}")
    parser.add_argument(
        "--cache", type=Path, default=HERE / ".cache", help="where the other tools are installed"
    )
    arguments = parser.parse_args()
    runs, documents = (2, 10) if arguments.quick else (5, BATCH)
    with TemporaryDirectory(prefix="fgk-bench-") as folder:
        plan = Plan(
            arguments.runs or runs,
            arguments.documents or documents,
            Path(folder),
            arguments.cache.resolve(),
        )
        show_head("figure")
        for part in (cold, batch, writers, same_bytes, beside):
            for row in part(plan):
                show(row)
            for each in plan.folder.iterdir():
                shutil.rmtree(each)


if __name__ == "__main__":
    main()
