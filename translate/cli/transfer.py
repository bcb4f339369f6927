"""Progress of a download: a bar on a terminal, one plain line every ten seconds elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

from translate.cli.progress import INTERVAL
from translate.engine.download import Shown


@contextmanager
def transfer(label: str, quiet: bool) -> Iterator[Shown]:
    """What `fetch` reports to, while the download called `label` runs."""
    if quiet:
        yield lambda done, total: None
    elif sys.stderr.isatty():
        with _bar(label) as shown:
            yield shown
    else:
        yield Lines(label)


class Lines:
    """A line when the transfer starts, then one now and then."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.due = 0.0

    def __call__(self, done: int, total: int | None) -> None:
        """As `Shown`."""
        now = time.monotonic()
        if now >= self.due:
            self.due = now + INTERVAL
            whole = f" of {megabytes(total)} ({done / total:.0%})" if total else ""
            click.echo(f"{self.label}: {megabytes(done)}{whole}", err=True)


def megabytes(count: int) -> str:
    """A number of bytes, for people."""
    return f"{count / 1e6:,.1f} MB" if count >= 1e5 else f"{count / 1e3:,.1f} kB"


@contextmanager
def _bar(label: str) -> Iterator[Shown]:
    from rich.console import Console
    from rich.progress import (BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn,
                               TransferSpeedColumn)
    with Progress(TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn(),
                  TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
