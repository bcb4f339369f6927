"""What `translate run` does once its options are read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import click

from translate import __version__
from translate.batch.claim import claim
from translate.batch.delivery import Delivery
from translate.batch.intake import Intake
from translate.batch.interface import Done, Order, Runner
from translate.batch.keeping import Keeping
from translate.batch.local import LocalRunner
from translate.batch.opening import Setup
from translate.batch.outputs import Outputs
from translate.cli.desks import choose_glossary, lockable
from translate.cli.engines import describe, find_routes
from translate.cli.exits import Exit
from translate.cli.interrupts import Interrupts
from translate.cli.probing import attention_of
from translate.cli.progress import Progress, progress
from translate.cli.summary import Summary
from translate.engine.interface import Decoding
from translate.engine.lock import verify_lock, verify_options
from translate.engine.packages import digest as digest_package, signature
from translate.errors import OutputError, StoreError
from translate.files import write_atomically
from translate.glossary.model import Glossary, digest
from translate.memory.store import Memory, open_memory
from translate.pipeline.desk import RESULTS
from translate.readers.choose import suffixes
from translate.readers.collect import walk
from translate.records import Package

LOCK = Path("translate.lock")
MEMORY = Path(".translate/memory.db")
"""Where the memory is, in the current folder, unless another is named."""


@dataclass(frozen=True, slots=True)
class Job:
    """The options of one run, as the user gave them."""

    sources: tuple[Path, ...]
    targets: tuple[str, ...]
    source: str
    out: Path
    models: Path | None
    decoding: Decoding
    clean: bool
    patterns: str
    frozen: bool
    glossaries: tuple[Path, ...]
    no_glossary: bool
    profile: str
    memory: Path | None = MEMORY
    """None to do without."""
    overwrite: bool = False
    """Translations that somebody changed by hand are replaced."""
    on: str = "local"
    """local | ray | the address of a Ray cluster."""


def execute(job: Job, *, quiet: bool, as_json: bool, explain: bool) -> Exit:
    """Carry out `job`; what it did is printed and stands in run.json."""
    count, size = measure(job)
    routes = find_routes(job.source, job.targets, job.models)
    glossary, which = choose_glossary(job.glossaries, job.no_glossary)
    if job.frozen:
        verify_lock(LOCK, [package for packages in routes.values() for package in packages])
        verify_options(LOCK, lockable(glossary, job.decoding, job.profile))
    with claim(job.out):
        check_writable(job.out, job.targets)
        if not quiet:
            for line in [*map(describe, routes.values()), which]:
                click.echo(f"translating with {line}", err=True)
        summary = Summary(job.out, count, job.targets, signatures(routes, job, glossary),
                          (lambda line: click.echo(line, err=as_json)) if explain else None)
        trust = {target: attention_of(packages[-1]) for target, packages in routes.items()}
        setup = Setup(job.source, job.targets, job.decoding, job.models, glossary, job.profile, trust)
        with remembering(job.memory) as memory:
            outputs = Outputs(job.out, memory, deciding(routes, job, glossary))
            delivery = Delivery(outputs, job.source, job.overwrite)
            carry_out(job, setup, memory, delivery, summary, progress(quiet), size)
        return report(summary, quiet=quiet, as_json=as_json, faults=outputs.faults)


def carry_out(job: Job, setup: Setup, memory: Memory | None, delivery: Delivery, summary: Summary,
              shown: Progress, size: int) -> None:
    """Translate and write what has to be."""
    keeping = Keeping(memory, delivery.outputs.faults) if memory else None
    runner = open_runner(job, setup, keeping)
    sources = walk(job.sources, suffixes(), leave_out=job.out)
    interrupts = Interrupts()
    try:
        with interrupts.watched(), shown:
            for item in runner.run(Intake(sources, job.source, job.targets, delivery)):
                details = item.details
                shown.advance(item.size / (size * len(job.targets) or 1), details.segments, details.words)
                with interrupts.held():
                    for finished in delivery.take(item) if isinstance(item, Done) else (item,):
                        summary.add(finished)
    except BaseException:
        summary.discard()
        raise
    finally:
        delivery.discard()


def open_runner(job: Job, setup: Setup, keeping: Keeping | None) -> Runner:
    """What carries the work out: this process, or a cluster."""
    order = Order(job.source, job.targets, job.clean, job.patterns)
    if job.on == "local":
        return LocalRunner(order, setup.open(keeping))
    from translate.batch.ray import RayRunner
    return RayRunner(order, setup, keeping, job.on if job.on != "ray" else "", job.decoding.jobs)


def measure(job: Job) -> tuple[int, int]:
    """How many sources there are, and how many bytes.

    Raises:
        InputError: There are none, or two would be written to the same place.
    """
    count = size = 0
    for source in walk(job.sources, suffixes(), leave_out=job.out):
        count, size = count + 1, size + source.size
    return count, size


@contextmanager
def remembering(path: Path | None) -> Iterator[Memory | None]:
    """The memory at `path`. One that cannot be made is done without; one that is there must be read, or what
    people approved would be written over.

    Raises:
        StoreError: It is there, and cannot be read or written.
    """
    memory, remark = None, ""
    stood = path is not None and path.exists()
    try:
        if path is not None:
            memory, remark = open_memory(path)
    except StoreError as error:
        if stood:
            raise
        remark = f"{error}; this run goes on without"
    if remark:
        click.echo(f"translate: {remark}", err=True)
    with memory or nullcontext():
        yield memory


def signatures(routes: Mapping[str, Sequence[Package]], job: Job,
               glossary: Glossary | None) -> dict[str, str]:
    """By target language everything that decides the run's results, for people."""
    entries = digest(glossary.entries) if glossary else ""
    return {target: str(replace(signature(packages, _deciding(packages, job, glossary)), glossary=entries,
                                profile=glossary.profile_for(target, job.profile) if glossary else ""))
            for target, packages in routes.items()}


def _deciding(packages: Sequence[Package], job: Job, glossary: Glossary | None) -> str:
    """The decoding options and, where terms are enforced, how far the package's attention is trusted."""
    trust = f"|attention:{attention_of(packages[-1]):g}" if glossary else ""
    return job.decoding.signature + trust


def deciding(routes: Mapping[str, Sequence[Package]], job: Job, glossary: Glossary | None) -> dict[str, str]:
    """By target language everything that decides what is written for a source."""
    entries = digest(glossary.entries) if glossary else ""
    patterns = sha256(Path(job.patterns).read_bytes()).hexdigest() if job.patterns else ""
    return {target: json.dumps([
        __version__, RESULTS, [digest_package(package) for package in packages],
        [package.code_switch for package in packages], attention_of(packages[-1]), job.decoding.signature,
        entries, glossary.profile_for(target, job.profile) if glossary else "", job.source, job.clean, patterns])
        for target, packages in routes.items()}


def check_writable(out: Path, targets: Iterable[str]) -> None:
    """Make the output folders before any work is done.

    Raises:
        OutputError: They cannot be made or written to.
    """
    for target in targets:
        probe = out / target / ".glosswire-probe"
        write_atomically(probe, b"\n")
        probe.unlink()


def report(summary: Summary, *, quiet: bool, as_json: bool, faults: Sequence[str]) -> Exit:
    """Put run.json in its place, print the outcome, and say with which code to exit."""
    record: object = None
    try:
        record = summary.close()
    except OutputError as error:
        click.echo(f"translate: {error}", err=True)
    for line in [*faults, *summary.remarks.lines(), *summary.problems.lines()]:
        click.echo(f"translate: {line}", err=True)
    if as_json:
        whole = summary.out / "run.json"
        click.echo(whole.read_text(encoding="utf-8").rstrip() if record and whole.exists() else json.dumps(record))
    elif not quiet:
        click.echo("\n".join(summary.lines()))
    return Exit.UNRESOLVED if summary.problems else Exit.CLEAN
