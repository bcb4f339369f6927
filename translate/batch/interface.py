"""What a batch run yields, wherever its work is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from translate.readers.collect import Source
from translate.records import Failed, Removed


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one mention, in a form that can be sent from another machine."""

    segment: int
    """Which sentence of the article it is in, from 1."""
    text: str
    """As it stands in the source."""
    entry: str
    """Entry id; where nothing told which, all of them."""
    wanted: str
    rung: str
    before: str = ""
    """What the model had written in its place."""
    after: str = ""
    change: float = 0.0
    """Of the score, in log probability by token."""
    reason: str = ""
    """Why this entry and this form."""

    @property
    def line(self) -> str:
        """For people: which, how, from what, to what."""
        if self.rung == "unresolved":
            tail = f"not rendered as {self.wanted}" if self.wanted else self.reason
            return f"{self.text} [{self.entry}] unresolved: {tail}"
        change = f"{self.before} -> {self.after}" if self.before != self.after else self.after
        return f"{self.text} [{self.entry}] {self.rung}: {change} ({self.change:+.2f})"


@dataclass(frozen=True, slots=True)
class Finished:
    """One source in one target language."""

    name: str
    """`Source.name`."""
    target: str
    data: bytes | Failed
    """The translated file, or why there is none."""
    segments: int = 0
    words: int = 0
    """Of the source."""
    failures: tuple[Failed, ...] = ()
    """Segments that stand in the source language because the model could not translate them."""
    mentions: tuple[Told, ...] = ()
    """What became of every mention of a glossary entry."""
    open: tuple[Told, ...] = ()
    """Names of which nothing told which entry they are."""
    removed: tuple[Removed, ...] = ()
    """Web clutter that was cleaned out."""
    skipped: tuple[Removed, ...] = ()
    """Pieces of the file that the reader could make nothing of; they are kept as they are."""

    def failed(self, reason: str) -> Finished:
        """The same without a result."""
        return replace(self, data=Failed(reason))

    def without_data(self) -> Finished:
        """The same without the bytes, which are on disk by now."""
        return self if isinstance(self.data, Failed) else replace(self, data=b"")


@dataclass(frozen=True, slots=True)
class Order:
    """What to do with the sources."""

    source: str
    """Language code of the sources."""
    targets: tuple[str, ...]
    clean: bool = True
    """Whether web clutter is cleaned out."""
    patterns: str = ""
    """A YAML file with clutter patterns of the user's own; empty for none."""
    window: int = field(default=2048)
    """Segments decoded together: enough to fill batches of every length, few enough to hold in memory."""


class Runner(Protocol):
    """Carries out an order over any number of sources, in flat memory."""

    def run(self, sources: Sequence[Source]) -> Iterator[Finished]:
        """Yields each source once for each target language, as soon as it is done."""
        ...
