"""Progress of long work: a bar on a terminal, one plain line every ten seconds elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any, Protocol

import click

INTERVAL = 10.0
"""Seconds between two plain lines."""


class Progress(Protocol):
    """Counts work that is done."""

    def __enter__(self) -> Progress: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None: ...

    def advance(self, share: float, segments: int, words: int) -> None:
        """Add finished work: its share of the whole (0 to 1), its segments and its words."""


def progress(quiet: bool) -> Progress:
    """The progress display that fits where standard error goes."""
    if quiet:
        return Silent()
    return Bar() if sys.stderr.isatty() else Lines()


class Silent:
    """Shows nothing; keeps the counts."""

    def __init__(self) -> None:
        self.share, self.segments, self.words = 0.0, 0, 0
        self.started = time.monotonic()

    def __enter__(self) -> Silent:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def advance(self, share: float, segments: int, words: int) -> None:
        """As `Progress.advance`."""
        self.share = min(1.0, self.share + share)
        self.segments += segments
        self.words += words

    @property
    def status(self) -> str:
        """Segments, speed and time left, for people."""
        elapsed = max(1e-6, time.monotonic() - self.started)
        left = elapsed / self.share - elapsed if self.share else 0.0
        return f"{self.segments:,} segments, {self.words / elapsed:,.0f} words/s, {_clock(left)} left"


class Lines(Silent):
    """A plain line now and then, for logs."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = self.started

    def advance(self, share: float, segments: int, words: int) -> None:
        super().advance(share, segments, words)
        if time.monotonic() - self.shown >= INTERVAL:
            self.shown = time.monotonic()
            click.echo(f"{self.share:4.0%}  {self.status}", err=True)


class Bar(Silent):
    """A bar on the terminal."""

    def __init__(self) -> None:
        super().__init__()
        from rich.console import Console
        from rich.progress import BarColumn, Progress as RichProgress, TextColumn
        self.bar: Any = RichProgress(TextColumn("{task.percentage:3.0f}%"), BarColumn(),
                                     TextColumn("{task.fields[status]}"),
                                     console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task("", total=1.0, status="loading")

    def __enter__(self) -> Bar:
        self.bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.bar.stop()

    def advance(self, share: float, segments: int, words: int) -> None:
        super().advance(share, segments, words)
        self.bar.update(self.task, completed=self.share, status=self.status)


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
