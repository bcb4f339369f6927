"""What `translate run` does once its options are read."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from translate.batch.interface import Finished, Order
from translate.batch.local import LocalRunner
from translate.cli.desks import choose_glossary, open_desks
from translate.cli.engines import describe, find_routes, open_engines
from translate.cli.exits import Exit
from translate.cli.interrupts import Interrupts
from translate.cli.progress import Progress, progress
from translate.cli.summary import Summary
from translate.engine.interface import Decoding
from translate.engine.lock import verify_lock
from translate.engine.packages import signature
from translate.errors import OutputError
from translate.files import write_atomically
from translate.glossary.model import Glossary, digest
from translate.readers.choose import suffixes
from translate.readers.collect import Source, collect
from translate.records import Package

LOCK = Path("translate.lock")


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


def execute(job: Job, *, quiet: bool, as_json: bool, explain: bool) -> Exit:
    """Carry out `job`; what it did is printed and stands in run.json."""
    sources = collect(job.sources, suffixes(), leave_out=job.out)
    routes = find_routes(job.source, job.targets, job.models)
    if job.frozen:
        verify_lock(LOCK, [package for packages in routes.values() for package in packages])
    check_writable(job.out, job.targets)
    glossary, which = choose_glossary(job.glossaries, job.no_glossary)
    if not quiet:
        for line in [*map(describe, routes.values()), which]:
            click.echo(f"translating with {line}", err=True)
    desks = open_desks(open_engines(routes, job.decoding), routes, glossary, job.source, job.profile)
    summary = Summary(sources, job.targets, signatures(routes, job, glossary))
    runner = LocalRunner(Order(job.source, job.targets, job.clean, job.patterns), desks)
    interrupts = Interrupts()
    with interrupts.watched(), progress(quiet) as shown:
        store(runner.run(sources), sources, job, summary, shown, interrupts)
    if explain:
        click.echo("\n".join(summary.explanation), err=as_json)
    return report(summary, job.out, quiet=quiet, as_json=as_json)


def signatures(routes: Mapping[str, Sequence[Package]], job: Job,
               glossary: Glossary | None) -> dict[str, str]:
    """By target language everything that decides the run's results."""
    entries = digest(glossary.entries) if glossary else ""
    return {target: str(replace(signature(packages, job.decoding.signature), glossary=entries,
                                profile=glossary.profile_for(target, job.profile) if glossary else ""))
            for target, packages in routes.items()}


def store(done: Iterable[Finished], sources: list[Source], job: Job, summary: Summary,
          shown: Progress, interrupts: Interrupts) -> None:
    """Write each translation as it arrives; one that cannot be written is a failure of that article only."""
    whole = sum(source.size for source in sources) * len(job.targets) or 1
    sizes = {source.name: source.size for source in sources}
    for finished in done:
        if isinstance(finished.data, bytes):
            try:
                with interrupts.held():
                    write_atomically(job.out / finished.target / finished.name, finished.data)
            except OutputError as error:
                finished = finished.failed(str(error))
        summary.add(finished)
        shown.advance(sizes[finished.name] / whole, finished.segments, finished.words)


def check_writable(out: Path, targets: Iterable[str]) -> None:
    """Make the output folders before any work is done.

    Raises:
        OutputError: They cannot be made or written to.
    """
    for target in targets:
        probe = out / target / ".glosswire-probe"
        write_atomically(probe, b"\n")
        probe.unlink()


def report(summary: Summary, out: Path, *, quiet: bool, as_json: bool) -> Exit:
    """Write run.json, print the outcome, and say with which code to exit."""
    record = summary.record(time.time())
    try:
        write_atomically(out / "run.json", (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())
    except OutputError as error:
        click.echo(f"translate: {error}", err=True)
    for line in [*summary.remarks, *summary.problems]:
        click.echo(f"translate: {line}", err=True)
    if as_json:
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
    elif not quiet:
        click.echo("\n".join(summary.lines(out)))
    return Exit.UNRESOLVED if summary.problems else Exit.CLEAN
